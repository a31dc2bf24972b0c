/* sutra-decode-legacy.h: encodings on top of an encoding, which ICU does not know
 *
 * Bijoy text and Bengali UTF-8 that was read as Windows-1252 come as bytes of any encoding: as Windows-1252, but after a trip through a web page or
 * a word processor as UTF-8 or UTF-16 too. So the bytes are decoded first, and the text that this gives is decoded once more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The names, as sutra_decode() takes them and stores them. BIJOY lets the text itself choose between NEW and OLD, which are what is stored. */
#define SUTRA_ENCODING_BIJOY "bijoy"
#define SUTRA_ENCODING_BIJOY_NEW "bijoy-new"
#define SUTRA_ENCODING_BIJOY_OLD "bijoy-old"
#define SUTRA_ENCODING_UTF8_TWICE "UTF-8-twice"

/* Whether @encoding (nullable) is one of them, in any case. */
gboolean sutra_decode_is_legacy (const char *encoding);
gboolean sutra_decode_is_bijoy (const char *encoding);

/* Decodes @carrier (valid UTF-8: what the bytes gave) once more. @used: out, optional, a static string. NULL with ENCODING if it cannot be: text that is mostly
 * in Bengali letters already is not in Bijoy; UTF-8-twice must be reversible to the last character. (transfer full) */
GBytes *sutra_decode_legacy (GBytes *carrier, const char *encoding, const char **used, GError **error);

/* BIJOY or UTF8_TWICE if @text (valid UTF-8), as it stands, is likely to be that (static); else NULL. A guess for people to confirm: nothing converts by
 * itself. Pure ASCII can be Bijoy too, so valid UTF-8 proves nothing; a Bengali letter proves that it is not. */
const char *sutra_decode_suspect (GBytes *text);

G_END_DECLS
