/* sutra-index-list.h: some items of a list, in an order of their own
 *
 * A GListModel that shows what the list holds at the moment when it is asked; it does not follow the list's changes, so it belongs to things that go when the list changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SUTRA_TYPE_INDEX_LIST (sutra_index_list_get_type ())
G_DECLARE_FINAL_TYPE (SutraIndexList, sutra_index_list, SUTRA, INDEX_LIST, GObject)

/* @places: of guint, copied; those beyond the end of @list are left out. */
SutraIndexList *sutra_index_list_new (GListModel *list, GArray *places);

G_END_DECLS
