/* sutra-decode.h: from the bytes of a file to text
 *
 * An article's text is its decoded bytes, BOM dropped, CRLF and CR made LF, nothing else, ever. Bijoy text, which is no encoding to ICU, is decoded too
 * where the user says so (sutra-decode-legacy.h): the article's text is then the Bengali that it stands for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest input that is taken, in bytes (64 MiB). */
#define SUTRA_DECODE_MAX_BYTES ((gsize) 64 << 20)

/**
 * SutraEncoding:
 * @name: the IANA name, as stored with the article ("UTF-8", "windows-1252", "x-iscii-be").
 * @label: what a person calls it, in English ("Unicode (UTF-8)").
 */
typedef struct
{
  const char *name;
  const char *label;
} SutraEncoding;

/* The encodings that the program offers, most likely first; ends with a NULL name. */
const SutraEncoding *sutra_decode_encodings (void);

/* Whether ICU has a converter for @name (any alias), or it is in sutra-decode-legacy.h. */
gboolean sutra_decode_knows (const char *name);

/**
 * sutra_decode:
 * @bytes: the original bytes
 * @encoding: (nullable): the encoding that the user chose or that the format declares; NULL finds out: BOM, then UTF-16 by its
 *   NUL pattern, then UTF-8. A BOM overrules @encoding (no text of another encoding starts with one).
 * @used: (out) (optional): receives the name of the encoding that was used (transfer full): the one in sutra_decode_encodings()
 *   if it is there, else the (preferred) IANA name, else @encoding; untouched on error
 *
 * The encodings of sutra-decode-legacy.h are taken here too, but never found out: sutra_decode_suspect() says of a text that it may be in one. A BOM tells
 * what their bytes are and does not overrule them.
 *
 * Strict: bytes that are not valid in the encoding are an error, nothing is replaced or left out. Any thread.
 *
 * Returns: (transfer full) (nullable): the text, valid UTF-8, NUL-free, LF line ends. Errors: SUTRA_ERROR_EMPTY for no bytes or nothing
 * but white space, SUTRA_ERROR_TOO_LARGE, SUTRA_ERROR_BINARY for NUL bytes (after decoding) or a known binary signature (archives,
 * PDF, images, programs, databases), SUTRA_ERROR_ENCODING for bytes that are not valid in the encoding (with the line, from 1, and
 * the offset in @bytes, from 0), SUTRA_ERROR_UNSUPPORTED for an encoding that ICU does not know.
 */
GBytes *sutra_decode (GBytes *bytes, const char *encoding, char **used, GError **error);

G_END_DECLS
