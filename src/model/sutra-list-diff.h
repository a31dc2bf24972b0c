/* sutra-list-diff.h: from one list to another with few changes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Called for each change from the front: at @position of the list (as the changes so far have left it; everything before it is final) @removed items go and the new items
 * [@position, @position + @added) come. */
typedef void (*SutraListEditFunc) (guint position, guint removed, guint added, gpointer data);

/* @old_of_new: for each of @n_new new items the place of the same item among the @n_old old ones, or G_MAXUINT. As many items as possible stay where they are
 * (longest increasing subsequence); O(n log n). More than 64 changes are joined into one. */
void sutra_list_diff (const guint *old_of_new, guint n_old, guint n_new, SutraListEditFunc func, gpointer data);

/* Makes @items equal to @new_items (arrays of one element size, each element begins with a SutraId that occurs once) and emits "items-changed" of @model step by step, @items being right at each. In @items null ids
 * stand for items that nobody has asked for: they equal anything. */
void sutra_list_diff_ids (GListModel *model, GArray *items, GArray *new_items);

/* The same for arrays of pointers that hold references. */
void sutra_list_diff_pointers (GListModel *model, GPtrArray *items, GPtrArray *new_items, gpointer (*ref) (gpointer));

G_END_DECLS
