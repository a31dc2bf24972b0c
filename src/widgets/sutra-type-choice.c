/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-type-choice.h"

#include "sutra-type-badge.h"
#include "sutra-type-name.h"

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), sutra_type_badge_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  SutraEntityType *type = gtk_list_item_get_item (item);
  GtkWidget *badge = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *name = sutra_type_style_dup_name (type);

  sutra_type_badge_set_entity_type (SUTRA_TYPE_BADGE (badge), type);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (badge)), name);
}

void
sutra_type_choice_set_up (GtkDropDown *drop_down, SutraTagset *tagset)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  if (gtk_drop_down_get_model (drop_down) == G_LIST_MODEL (tagset) && tagset != NULL)
    return;
  if (tagset != NULL)
    {
      g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      gtk_drop_down_set_factory (drop_down, factory);
    }
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (tagset));
}

gboolean
sutra_type_choice_get (GtkDropDown *drop_down, SutraId *type)
{
  gpointer item = gtk_drop_down_get_selected_item (drop_down);

  if (!SUTRA_IS_ENTITY_TYPE (item))
    return FALSE;
  *type = *sutra_entity_type_get_id (item);
  return TRUE;
}

void
sutra_type_choice_set (GtkDropDown *drop_down, const SutraId *type)
{
  GListModel *model = gtk_drop_down_get_model (drop_down);

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SutraEntityType) item = g_list_model_get_item (model, i);

      if (sutra_id_equal (sutra_entity_type_get_id (item), type))
        {
          gtk_drop_down_set_selected (drop_down, i);
          return;
        }
    }
  gtk_drop_down_set_selected (drop_down, GTK_INVALID_LIST_POSITION);
}

GMenuModel *
sutra_type_choice_menu (SutraTagset *tagset, const char *action)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tagset)); i++)
    {
      g_autoptr (SutraEntityType) type = g_list_model_get_item (G_LIST_MODEL (tagset), i);
      g_autofree char *name = sutra_type_style_dup_name (type);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);
      char id[SUTRA_ID_STRING_SIZE];

      g_menu_item_set_action_and_target (item, action, "s", sutra_id_to_string (sutra_entity_type_get_id (type), id));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}
