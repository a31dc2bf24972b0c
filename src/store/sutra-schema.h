/* sutra-schema.h: the tables of a case file, version by version
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The full-text index; the tokenizer is that of sutra-tokenizer.c, which every connection knows. */
#define SUTRA_SCHEMA_SEARCH "CREATE VIRTUAL TABLE search USING fts5 (tokens, content = '', columnsize = 0, tokenize = 'sutra')"

/* The SQL that takes a file from version @from to @from + 1; @from 0 makes version 1 in an empty file. */
const char *sutra_schema_get_step (int from);

G_END_DECLS
