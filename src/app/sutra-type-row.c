/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-type-row.h"

#include <glib/gi18n.h>

#include "sutra-type-badge.h"
#include "sutra-type-name.h"

struct _SutraTypeRow
{
  AdwActionRow parent_instance;

  GtkWidget *handle;
  SutraTypeBadge *badge;
  GtkLabel *key;

  SutraEntityType *type; /* (owned) */
  gboolean can_edit;
};

enum
{
  WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SutraTypeRow, sutra_type_row, ADW_TYPE_ACTION_ROW)

static const struct
{
  const char *action;
  SutraTypeWish wish;
} actions[] = {
  { "type.edit", SUTRA_TYPE_WISH_EDIT },
  { "type.delete", SUTRA_TYPE_WISH_DELETE },
  { "type.move-up", SUTRA_TYPE_WISH_MOVE_UP },
  { "type.move-down", SUTRA_TYPE_WISH_MOVE_DOWN },
};

static void
action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (strcmp (actions[i].action, action) == 0)
        {
          g_signal_emit (widget, signals[WANTED], 0, (int) actions[i].wish, NULL);
          return;
        }
    }
}

static void
activated_cb (SutraTypeRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "type.edit", NULL);
}

static void
update (SutraTypeRow *self)
{
  g_autofree char *name = sutra_type_style_dup_name (self->type);
  const char *shortcut = sutra_entity_type_get_shortcut (self->type);
  g_autofree char *key = g_utf8_strup (shortcut != NULL ? shortcut : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_label_set_text (self->key, key);
  gtk_widget_set_visible (GTK_WIDGET (self->key), key[0] != '\0');
}

static GdkContentProvider *
prepare_cb (SutraTypeRow *self, double x, double y, GtkDragSource *source)
{
  return self->can_edit ? gdk_content_provider_new_typed (SUTRA_TYPE_ENTITY_TYPE, self->type) : NULL;
}

static void
drag_begin_cb (SutraTypeRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));
  g_autoptr (GdkPaintable) image = gdk_paintable_get_current_image (picture);

  gtk_drag_source_set_icon (source, image, 24, 24);
}

static gboolean
drop_cb (SutraTypeRow *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  SutraEntityType *other = g_value_get_object (value);

  if (!self->can_edit || other == NULL || other == self->type)
    return FALSE;
  g_signal_emit (self, signals[WANTED], 0, (int) SUTRA_TYPE_WISH_MOVE_HERE, other);
  return TRUE;
}

static void
sutra_type_row_dispose (GObject *object)
{
  SutraTypeRow *self = SUTRA_TYPE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SUTRA_TYPE_TYPE_ROW);
  g_clear_object (&self->type);
  G_OBJECT_CLASS (sutra_type_row_parent_class)->dispose (object);
}

static void
sutra_type_row_class_init (SutraTypeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sutra_type_row_dispose;

  signals[WANTED] = g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT,
                                  SUTRA_TYPE_ENTITY_TYPE);

  g_type_ensure (SUTRA_TYPE_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-type-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraTypeRow, handle);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeRow, badge);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeRow, key);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, prepare_cb);
  gtk_widget_class_bind_template_callback (widget_class, drag_begin_cb);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].action, NULL, action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "type.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "type.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Up, GDK_ALT_MASK, "type.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "type.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Down, GDK_ALT_MASK, "type.move-down", NULL);
}

static void
sutra_type_row_init (SutraTypeRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (SUTRA_TYPE_ENTITY_TYPE, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  self->can_edit = TRUE;
}

GtkWidget *
sutra_type_row_new (SutraEntityType *type)
{
  SutraTypeRow *self = NULL;

  g_return_val_if_fail (SUTRA_IS_ENTITY_TYPE (type), NULL);

  self = g_object_new (SUTRA_TYPE_TYPE_ROW, NULL);
  self->type = g_object_ref (type);
  sutra_type_badge_set_entity_type (self->badge, type);
  g_signal_connect_object (type, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

SutraEntityType *
sutra_type_row_get_entity_type (SutraTypeRow *self)
{
  g_return_val_if_fail (SUTRA_IS_TYPE_ROW (self), NULL);

  return self->type;
}

void
sutra_type_row_set_uses (SutraTypeRow *self, guint mentions, guint entities, const char *parent)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_if_fail (SUTRA_IS_TYPE_ROW (self));

  if (parent != NULL)
    g_string_append_printf (text, _ ("Kind of “%s”"), parent);
  if (mentions > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, ngettext ("%u mention", "%u mentions", mentions), mentions);
    }
  if (entities > 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, ngettext ("%u entity", "%u entities", entities), entities);
    }
  if (mentions == 0 && entities == 0)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append (text, _ ("not used yet"));
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text->str);
}

void
sutra_type_row_set_editable (SutraTypeRow *self, gboolean can_edit, gboolean can_delete)
{
  g_return_if_fail (SUTRA_IS_TYPE_ROW (self));

  self->can_edit = can_edit;
  gtk_widget_set_visible (self->handle, can_edit);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), can_edit);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].action,
                                   can_edit && (can_delete || actions[i].wish != SUTRA_TYPE_WISH_DELETE));
}
