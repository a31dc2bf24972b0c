/* list-validator.h: checks what a list model says about itself
 *
 * Keeps a copy of the list in step only through "items-changed" and compares: a range out of the list, a wrong number, an item that came or went unsaid, an emission that says nothing or
 * comes within another one is a failure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GListModel *model;
  GPtrArray *items; /* the copy */
  guint n_emissions;
  guint n_removed; /* items that were said to go and to come, in all */
  guint n_added;
  gboolean emitting;
} ListValidator;

ListValidator *list_validator_new (GListModel *model);
void list_validator_free (ListValidator *self);
/* Compares the copy with the list, item by item. */
void list_validator_check (ListValidator *self);
void list_validator_forget_counts (ListValidator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ListValidator, list_validator_free)

G_END_DECLS
