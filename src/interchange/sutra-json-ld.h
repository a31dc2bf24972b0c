/* sutra-json-ld.h: what a page's JSON-LD says of its article
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All nullable, as they stand in the page. */
typedef struct
{
  char *headline;
  char *publisher;
  char *author;
  char *published;
  char *language;
  char *url;
} SutraJsonLd;

/* Takes what is still missing in @self from @json (@n_bytes): of the objects of schema.org's article types (or, where there is none, of any object that has the
 * keys), found at the top, in arrays and in @graph. Anything that is no such JSON is passed over: more than 1 MiB, deeper than 32 levels, not JSON. */
void sutra_json_ld_read (SutraJsonLd *self, const char *json, gsize n_bytes);

void sutra_json_ld_clear (SutraJsonLd *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SutraJsonLd, sutra_json_ld_clear)

G_END_DECLS
