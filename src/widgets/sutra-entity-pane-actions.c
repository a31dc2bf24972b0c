/* What can be done with the selected rows of the entity pane.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-entity-pane-private.h"

#include "sutra-feedback.h"
#include "sutra-mention-list.h"
#include "sutra-type-choice.h"

#include <glib/gi18n.h>

static gboolean
is_entity (SutraEntityRow *row)
{
  return sutra_entity_row_get_kind (row) == SUTRA_ENTITY_ROW_ENTITY;
}

/* Appends the ids of the mentions that an unlinked row stands for. */
static void
add_mentions (SutraEntityPane *self, SutraEntityRow *row, GArray *ids)
{
  const SutraId *scope = self->article != NULL && !self->whole_case ? sutra_article_get_id (self->article) : NULL;
  g_autoptr (SutraMentionList) list =
      sutra_mention_list_new (self->the_case, scope, NULL, sutra_entity_row_get_type_id (row), sutra_entity_row_get_key (row));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (SutraMention) mention = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_array_append_vals (ids, sutra_mention_get_id (mention), 1);
    }
}

void
sutra_entity_pane_merge (SutraEntityPane *self, const SutraId *into, const SutraId *others, gsize n)
{
  g_autoptr (GError) error = NULL;

  if (sutra_case_merge_entities (self->the_case, into, others, n, &error))
    sutra_selection_choose_entity (self->selection, into);
  else
    sutra_feedback_failed (GTK_WIDGET (self), error);
}

/* The entity that is mentioned most takes the others in. */
static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraEntityPane *self = SUTRA_ENTITY_PANE (widget);
  g_autoptr (GPtrArray) rows = sutra_entity_pane_dup_selected (self);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (SutraId));
  SutraEntityRow *into = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      SutraEntityRow *row = g_ptr_array_index (rows, i);

      if (is_entity (row) && (into == NULL || sutra_entity_row_get_count (row) > sutra_entity_row_get_count (into)))
        into = row;
    }
  for (guint i = 0; i < rows->len; i++)
    if (is_entity (g_ptr_array_index (rows, i)) && g_ptr_array_index (rows, i) != into)
      g_array_append_vals (others, sutra_entity_row_get_entity (g_ptr_array_index (rows, i)), 1);
  if (into == NULL || others->len == 0)
    {
      sutra_feedback_note (widget, _ ("Select two or more entities to merge them."));
      return;
    }
  sutra_entity_pane_merge (self, sutra_entity_row_get_entity (into), (const SutraId *) (gpointer) others->data, others->len);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraEntityPane *self = SUTRA_ENTITY_PANE (widget);

  if (self->details != NULL)
    sutra_entity_details_rename (self->details);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraEntityPane *self = SUTRA_ENTITY_PANE (widget);
  g_autoptr (GPtrArray) rows = sutra_entity_pane_dup_selected (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SutraId));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      SutraEntityRow *row = g_ptr_array_index (rows, i);

      if (is_entity (row))
        g_array_append_vals (ids, sutra_entity_row_get_entity (row), 1);
      else
        add_mentions (self, row, ids);
    }
  if (ids->len > 0 && !sutra_case_delete (self->the_case, (const SutraId *) (gpointer) ids->data, ids->len, &error))
    sutra_feedback_failed (widget, error);
}

static void
set_type_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraEntityPane *self = SUTRA_ENTITY_PANE (widget);
  g_autoptr (GPtrArray) rows = sutra_entity_pane_dup_selected (self);
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (SutraId));
  const char *string = g_variant_get_string (parameter, NULL);
  const char *pairs[] = { "type", string, NULL };
  g_autoptr (GError) error = NULL;
  SutraEntityType *type;
  SutraId id;

  if (!sutra_id_from_string (string, &id) || (type = sutra_tagset_get (sutra_case_get_tagset (self->the_case), &id)) == NULL)
    return;
  pairs[1] = sutra_entity_type_get_slug (type);
  for (guint i = 0; i < rows->len; i++)
    {
      SutraEntityRow *row = g_ptr_array_index (rows, i);

      if (!is_entity (row))
        add_mentions (self, row, mentions);
      else if (!sutra_case_set (self->the_case, sutra_entity_row_get_entity (row), pairs, &error))
        break;
    }
  if (error == NULL && mentions->len > 0)
    sutra_case_set_mentions_type (self->the_case, (const SutraId *) (gpointer) mentions->data, mentions->len, &id, &error);
  sutra_feedback_failed (widget, error);
}

static void
build_menu (SutraEntityPane *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  g_autoptr (GMenuModel) types = sutra_type_choice_menu (sutra_case_get_tagset (self->the_case), "entities.set-type");

  g_menu_append (first, _ ("_Rename"), "entities.rename");
  g_menu_append (first, _ ("_Merge Selected"), "entities.merge");
  g_menu_append_submenu (first, _ ("Change _Type"), types);
  g_menu_append (last, _ ("_Delete"), "entities.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  gtk_popover_menu_set_menu_model (self->menu, G_MENU_MODEL (menu));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraEntityPane *self = SUTRA_ENTITY_PANE (widget);
  GdkRectangle at = { 24, 96, 1, 1 };

  if (self->the_case == NULL)
    return;
  if (parameter != NULL)
    g_variant_get (parameter, "(ii)", &at.x, &at.y);
  build_menu (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
key_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  menu_action (widget, name, NULL);
}

/* Nothing is chosen any longer; the next time it goes back to the text. */
static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraEntityPane *self = SUTRA_ENTITY_PANE (widget);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));

  if (gtk_bitset_is_empty (selected) || self->selection == NULL)
    {
      gtk_widget_activate_action (widget, "win.focus-text", NULL);
      return;
    }
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->rows));
  sutra_selection_clear (self->selection);
}

void
sutra_entity_pane_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "entities.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "entities.scope", "scope");
  gtk_widget_class_install_action (widget_class, "entities.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "entities.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "entities.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "entities.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "entities.set-type", "s", set_type_action);
  gtk_widget_class_install_action (widget_class, "entities.menu", NULL, key_menu_action);
  gtk_widget_class_install_action (widget_class, "entities.menu-at", "(ii)", menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "entities.merge", NULL);
}

void
sutra_entity_pane_update_actions (SutraEntityPane *self)
{
  gboolean writable = self->the_case != NULL && !sutra_case_is_read_only (self->the_case);
  g_autoptr (GPtrArray) rows = sutra_entity_pane_dup_selected (self);
  guint entities = 0;

  for (guint i = 0; i < rows->len; i++)
    entities += is_entity (g_ptr_array_index (rows, i));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.merge", writable && entities > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.rename", writable && rows->len == 1 && entities == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.delete", writable && rows->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entities.set-type", writable && rows->len > 0);
}
