/* sutra-text.h: the text of an article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SutraText:
 *
 * An immutable, reference-counted text: valid UTF-8 without NUL, LF line ends. Offsets are Unicode
 * code points ("cp"), end exclusive. A checkpoint every 256 code points makes the conversion between
 * code points and bytes O(1) (at most 256 code points are walked). Safe to read from any thread.
 */
typedef struct _SutraText SutraText;

/* Takes @bytes, which must be valid UTF-8 without NUL bytes and without CR; NULL with
 * SUTRA_ERROR_ENCODING (message with the byte offset) if they are not. */
SutraText *sutra_text_new (GBytes *bytes, GError **error);

/* The same for a NUL-terminated string that the caller knows to be valid (a programming error otherwise). */
SutraText *sutra_text_new_from_string (const char *string);

SutraText *sutra_text_ref (SutraText *self);
void sutra_text_unref (SutraText *self);

/* The UTF-8 bytes, NUL-terminated (owned by @self); @n_bytes (nullable) receives their number. */
const char *sutra_text_get_utf8 (SutraText *self, gsize *n_bytes);
GBytes *sutra_text_get_bytes (SutraText *self); /* (transfer none) */

/* Code points in all. */
gsize sutra_text_get_length (SutraText *self);

/* Conversions; an offset beyond the end gives the end. A byte offset inside a code point gives that code point. */
gsize sutra_text_byte_of (SutraText *self, gsize cp);
gsize sutra_text_cp_of (SutraText *self, gsize byte);

/* The code point at @cp, 0 at or beyond the end. */
gunichar sutra_text_char_at (SutraText *self, gsize cp);

/* [@start, @end) as a new string (transfer full); @end is cut to the length. */
char *sutra_text_slice (SutraText *self, gsize start, gsize end);

/* The paragraph (between LFs, without them) that holds @cp. @end is the offset of its LF or of the end. */
void sutra_text_paragraph_at (SutraText *self, gsize cp, gsize *start, gsize *end);

/* Lower-case hex SHA-256 of the UTF-8 bytes (owned by @self, computed once). */
const char *sutra_text_get_sha256 (SutraText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraText, sutra_text_unref)

G_END_DECLS
