/* sutra-reader.h: from a file to an article that is not yet in a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sutra-article.h"

G_BEGIN_DECLS

/**
 * SutraReadOptions:
 * @encoding: (nullable): what the user chose; NULL finds out (BOM, then what the page declares, then UTF-8)
 */
typedef struct
{
  const char *encoding;
} SutraReadOptions;

/**
 * sutra_read:
 * @bytes: the original bytes, kept in the draft
 * @file_name: (nullable): the name without its folder; `.txt` and `.text` are read as plain text, `.html`, `.htm` and `.xhtml` as HTML,
 *   anything else by its first bytes
 * @options: (nullable)
 *
 * The draft's text is the whole of a plain text; of a page it is the headline (where the page shows one as h1) and the article's own
 * paragraphs, separated by one blank line, without menus, scripts, adverts, comments and the like. Its language is what the page declares, else what
 * its letters tell (sutra-language.h), else NULL.
 *
 * Where no encoding is chosen and the text is likely in one of sutra-decode-legacy.h (of a page: characters in a Bijoy font, or the article's text), it is read as it stands
 * all the same and the draft's likely_encoding says so: whoever calls this asks. Where such an encoding is chosen, of a page only what stands in a Bijoy font is converted
 * (all of it if no font is named), and the language is "bn" if the page says none.
 *
 * Returns: (transfer full): errors are those of sutra_decode(), and for HTML EMPTY (no text but menus and the like) and TOO_LARGE (nested
 * deeper than 1,000 levels, over 500 attributes in one tag, over 1,000,000 elements). Any thread.
 */
SutraDraft *sutra_read (GBytes *bytes, const char *file_name, const SutraReadOptions *options, GError **error);

/* sutra_load_path() or sutra_load_file(), then sutra_read() with the file's base name. */
SutraDraft *sutra_read_path (const char *path, const SutraReadOptions *options, GCancellable *cancellable, GError **error);
SutraDraft *sutra_read_file (GFile *file, const SutraReadOptions *options, GCancellable *cancellable, GError **error);

/* Whether the ending of @file_name is one that an article can have: what a walk through a folder takes. */
gboolean sutra_reader_knows (const char *file_name);

/* The endings, NULL-terminated, without the dot: for a file chooser's filter. */
const char *const *sutra_reader_get_extensions (void);

G_END_DECLS
