/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-members.h"

#include "sutra-index-list.h"
#include "sutra-type-badge.h"

#include <glib/gi18n.h>
#include <math.h>

struct _SutraMapMembers
{
  GtkPopover parent_instance;

  GtkListView *list;
  GtkLabel *heading;
  GtkSingleSelection *rows;
  SutraCase *the_case; /* (owned) (nullable) while it is open */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SutraMapMembers, sutra_map_members, GTK_TYPE_POPOVER)

static void
setup_cb (SutraMapMembers *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "caption");
  gtk_box_append (GTK_BOX (box), sutra_type_badge_new ());
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (SutraMapMembers *self, GtkListItem *list_item)
{
  const SutraPlaceItem *item = sutra_place_row_get_item (gtk_list_item_get_item (list_item));
  g_autoptr (SutraEntityType) type = g_list_model_get_item (G_LIST_MODEL (sutra_case_get_tagset (self->the_case)), item->type);
  GtkWidget *badge = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *name = gtk_widget_get_next_sibling (badge);
  g_autofree char *count = g_strdup_printf (C_ ("number of mentions", "%u"), item->count);

  sutra_type_badge_set_entity_type (SUTRA_TYPE_BADGE (badge), type);
  gtk_label_set_text (GTK_LABEL (name), item->label);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), count);
}

static void
unbind_cb (SutraMapMembers *self, GtkListItem *list_item)
{
  sutra_type_badge_set_entity_type (SUTRA_TYPE_BADGE (gtk_widget_get_first_child (gtk_list_item_get_child (list_item))), NULL);
}

static void
activate_cb (SutraMapMembers *self, guint position)
{
  g_autoptr (SutraPlaceRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  SutraId entity;

  if (row == NULL)
    return;
  entity = sutra_place_row_get_item (row)->entity;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, &entity);
}

static void
closed_cb (SutraMapMembers *self)
{
  gtk_single_selection_set_model (self->rows, NULL);
  g_clear_object (&self->the_case);
}

static void
sutra_map_members_dispose (GObject *object)
{
  SutraMapMembers *self = SUTRA_MAP_MEMBERS (object);

  g_clear_object (&self->the_case);
  gtk_widget_dispose_template (GTK_WIDGET (object), SUTRA_TYPE_MAP_MEMBERS);
  G_OBJECT_CLASS (sutra_map_members_parent_class)->dispose (object);
}

static void
sutra_map_members_class_init (SutraMapMembersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_map_members_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-map-members.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraMapMembers, list);
  gtk_widget_class_bind_template_child (widget_class, SutraMapMembers, heading);
  gtk_widget_class_bind_template_child (widget_class, SutraMapMembers, rows);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
sutra_map_members_init (SutraMapMembers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sutra_map_members_popup (SutraMapMembers *self, SutraCase *the_case, SutraPlaceList *places, GArray *members, double x, double y)
{
  const GdkRectangle at = { (int) round (x) - 10, (int) round (y) - 10, 20, 20 };
  g_autofree char *heading = g_strdup_printf (ngettext ("%u place here", "%u places here", members->len), members->len);
  g_autoptr (SutraIndexList) rows = NULL;

  g_return_if_fail (SUTRA_IS_MAP_MEMBERS (self));

  rows = sutra_index_list_new (G_LIST_MODEL (places), members);
  g_set_object (&self->the_case, the_case);
  gtk_label_set_text (self->heading, heading);
  gtk_single_selection_set_model (self->rows, G_LIST_MODEL (rows));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &at);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

void
sutra_map_members_popdown (SutraMapMembers *self)
{
  g_return_if_fail (SUTRA_IS_MAP_MEMBERS (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_popover_popdown (GTK_POPOVER (self));
}
