/* sutra-html-metadata.h: what a page says of itself
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-html-dom.h"

G_BEGIN_DECLS

/**
 * SutraHtmlMetadata:
 * @published: EDTF, level 0
 * @language: BCP 47
 *
 * All nullable.
 */
typedef struct
{
  char *title;
  char *publisher;
  char *author;
  char *published;
  char *language;
  char *url;
} SutraHtmlMetadata;

/* Reads meta elements (OpenGraph, article:*, Dublin Core, citation_*), JSON-LD, time, link and title. A value that is not what it should be (no date, no
 * http address) is passed over. */
void sutra_html_metadata_read (SutraHtmlMetadata *self, xmlDoc *doc);
void sutra_html_metadata_clear (SutraHtmlMetadata *self);

/* EDTF level 0 of a date as pages write them: ISO 8601 with or without time (also "2024-04-08 10:30", "+0600"), RFC 2822; NULL for others. A time without a
 * zone is left out. (transfer full) */
char *sutra_html_dup_edtf (const char *date);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SutraHtmlMetadata, sutra_html_metadata_clear)

G_END_DECLS
