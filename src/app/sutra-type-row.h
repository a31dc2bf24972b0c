/* sutra-type-row.h: a type in the tagset dialog
 *
 * Badge, name, how often it is used, its key. The row can be dragged onto another one. Actions: type.edit (Return), type.delete (Delete),
 * type.move-up and type.move-down (Alt+Up, Alt+Down); each emits "wanted".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sutra-entity-type.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_TYPE_WISH_EDIT,
  SUTRA_TYPE_WISH_DELETE,
  SUTRA_TYPE_WISH_MOVE_UP,
  SUTRA_TYPE_WISH_MOVE_DOWN,
  SUTRA_TYPE_WISH_MOVE_HERE, /* the other type takes this row's place */
} SutraTypeWish;

#define SUTRA_TYPE_TYPE_ROW (sutra_type_row_get_type ())
G_DECLARE_FINAL_TYPE (SutraTypeRow, sutra_type_row, SUTRA, TYPE_ROW, AdwActionRow)

GtkWidget *sutra_type_row_new (SutraEntityType *type);

SutraEntityType *sutra_type_row_get_entity_type (SutraTypeRow *self);

/* @parent: (nullable): the name of the type that it belongs to. */
void sutra_type_row_set_uses (SutraTypeRow *self, guint mentions, guint entities, const char *parent);

/* Whether it may be deleted (not the last one) and anything be changed (not in a case that can only be read). */
void sutra_type_row_set_editable (SutraTypeRow *self, gboolean can_edit, gboolean can_delete);

/* Signal "wanted" (int SutraTypeWish, SutraEntityType *other, for MOVE_HERE, else NULL). */

G_END_DECLS
