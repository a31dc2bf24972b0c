/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-entity-line.h"

#include "sutra-hover.h"
#include "sutra-type-badge.h"
#include "sutra-type-name.h"

#include <glib/gi18n.h>

/* Under a header's name, not under its badge: 20 px of badge and 8 of spacing. */
#define INDENT 28

struct _SutraEntityLine
{
  GtkWidget parent_instance;

  GtkWidget *box;
  SutraTypeBadge *badge;
  GtkLabel *label;
  GtkLabel *count;

  SutraEntityRow *row; /* (nullable) (owned) */
  SutraTagset *tagset; /* (nullable) (owned) */
  SutraHover *hover;   /* (owned) */
};

G_DEFINE_TYPE (SutraEntityLine, sutra_entity_line, GTK_TYPE_WIDGET)

enum
{
  ENTITY_DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_header (SutraEntityLine *self)
{
  return self->row != NULL && sutra_entity_row_get_kind (self->row) == SUTRA_ENTITY_ROW_TYPE;
}

static void
row_changed_cb (SutraEntityLine *self)
{
  SutraEntityType *type = NULL;
  g_autofree char *name = NULL;
  g_autofree char *count = NULL;
  g_autofree char *spoken = NULL;
  const char *label = "";

  if (self->row != NULL && self->tagset != NULL)
    type = sutra_tagset_get (self->tagset, sutra_entity_row_get_type_id (self->row));
  if (type != NULL)
    name = sutra_type_style_dup_name (type);
  if (is_header (self))
    label = name != NULL ? name : "";
  else if (self->row != NULL && sutra_entity_row_get_label (self->row) != NULL)
    label = sutra_entity_row_get_label (self->row);
  if (self->row != NULL)
    /* Translators: a number alone: “%Iu” shows it in the digits of your language. */
    count = g_strdup_printf (_ ("%u"), sutra_entity_row_get_count (self->row));

  sutra_type_badge_set_entity_type (self->badge, is_header (self) ? type : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), is_header (self));
  gtk_widget_set_margin_start (self->box, is_header (self) ? 0 : INDENT);
  gtk_label_set_text (self->label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), is_header (self) ? NULL : label);
  gtk_label_set_text (self->count, count);
  if (is_header (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "header");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "header");
  if (self->row != NULL && sutra_entity_row_get_kind (self->row) == SUTRA_ENTITY_ROW_MENTIONS)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "unlinked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "unlinked");

  /* Translators: what a screen reader says for a row: name, type, number of mentions */
  spoken = g_strdup_printf (_ ("%s, %s, %s mentions"), label, name != NULL ? name : "", count != NULL ? count : "0");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static GdkContentProvider *
prepare_cb (SutraEntityLine *self, double x, double y)
{
  char id[SUTRA_ID_STRING_SIZE];

  if (self->row == NULL || sutra_entity_row_get_kind (self->row) != SUTRA_ENTITY_ROW_ENTITY)
    return NULL;
  return gdk_content_provider_new_typed (G_TYPE_STRING, sutra_id_to_string (sutra_entity_row_get_entity (self->row), id));
}

static void
drag_begin_cb (SutraEntityLine *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, paintable, 0, 0);
}

static gboolean
drop_cb (SutraEntityLine *self, const GValue *value, double x, double y)
{
  SutraId id;

  if (self->row == NULL || sutra_entity_row_get_kind (self->row) != SUTRA_ENTITY_ROW_ENTITY ||
      !sutra_id_from_string (g_value_get_string (value), &id) || sutra_id_equal (&id, sutra_entity_row_get_entity (self->row)))
    return FALSE;
  g_signal_emit (self, signals[ENTITY_DROPPED], 0, g_value_get_string (value));
  return TRUE;
}

static void
sutra_entity_line_dispose (GObject *object)
{
  SutraEntityLine *self = SUTRA_ENTITY_LINE (object);

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_clear_object (&self->row);
  g_clear_object (&self->tagset);
  g_clear_object (&self->hover);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sutra_entity_line_parent_class)->dispose (object);
}

static void
sutra_entity_line_class_init (SutraEntityLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_entity_line_dispose;
  signals[ENTITY_DROPPED] =
      g_signal_new ("entity-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SUTRA_TYPE_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-entity-line.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entityline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityLine, box);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityLine, badge);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityLine, label);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityLine, count);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);
}

static void
sutra_entity_line_init (SutraEntityLine *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->hover = sutra_hover_new (GTK_WIDGET (self));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
sutra_entity_line_new (void)
{
  return g_object_new (SUTRA_TYPE_ENTITY_LINE, NULL);
}

void
sutra_entity_line_set_row (SutraEntityLine *self, SutraEntityRow *row, SutraTagset *tagset, SutraSelection *selection)
{
  g_return_if_fail (SUTRA_IS_ENTITY_LINE (self));
  g_return_if_fail (row == NULL || SUTRA_IS_ENTITY_ROW (row));

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_set_object (&self->row, row);
  g_set_object (&self->tagset, tagset);
  sutra_hover_set (self->hover, selection, row != NULL ? sutra_entity_row_get_entity (row) : NULL);
  if (row != NULL)
    g_signal_connect_object (row, "notify", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  row_changed_cb (self);
}

SutraEntityRow *
sutra_entity_line_get_row (SutraEntityLine *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_LINE (self), NULL);
  return self->row;
}
