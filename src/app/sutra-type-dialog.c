/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-type-dialog.h"

#include <glib/gi18n.h>

#include "sutra-error-message.h"
#include "sutra-type-badge.h"
#include "sutra-type-fields.h"
#include "sutra-type-name.h"

struct _SutraTypeDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkButton *save;
  SutraTypeBadge *badge_sample;
  GtkLabel *name_sample;
  AdwEntryRow *name;
  GtkColorButton *color;
  AdwEntryRow *badge;
  AdwEntryRow *key;
  AdwComboRow *parent;
  GtkSwitch *names_entities;
  GtkRevealer *problem_revealer;
  GtkLabel *problem;

  SutraCase *the_case;   /* (owned) */
  SutraEntityType *type; /* (owned) (nullable): a new one */
  GPtrArray *parents;    /* SutraEntityType (owned), behind "None" */
  gboolean own_badge;    /* the user wrote it: no proposals any more */
  gboolean own_key;
  gboolean filling;
};

enum
{
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SutraTypeDialog, sutra_type_dialog, ADW_TYPE_WINDOW)

static char *
dup_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* What the fields hold. */
static SutraTypeSpec *
read_fields (SutraTypeDialog *self)
{
  SutraTypeSpec *spec = g_new0 (SutraTypeSpec, 1);
  g_autofree char *key = dup_text (self->key);
  guint parent = adw_combo_row_get_selected (self->parent);
  GdkRGBA rgba;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->color), &rgba);
  spec->slug = self->type != NULL ? g_strdup (sutra_entity_type_get_slug (self->type)) : NULL;
  spec->name = dup_text (self->name);
  spec->color =
      g_strdup_printf ("#%02x%02x%02x", (guint) (rgba.red * 255 + 0.5), (guint) (rgba.green * 255 + 0.5), (guint) (rgba.blue * 255 + 0.5));
  spec->badge = dup_text (self->badge);
  spec->shortcut = key[0] != '\0' ? g_utf8_strdown (key, -1) : NULL;
  if (parent > 0 && parent <= self->parents->len)
    spec->parent = g_strdup (sutra_entity_type_get_slug (g_ptr_array_index (self->parents, parent - 1)));
  spec->names_entities = gtk_switch_get_active (self->names_entities);
  return spec;
}

/* The name as a mark in an article would look. */
static void
update_sample (SutraTypeDialog *self, const SutraTypeSpec *spec)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  SutraTypeStyle style;
  const char *text = spec->name[0] != '\0' ? spec->name : _ ("New Type");

  sutra_type_badge_set_sample (self->badge_sample, spec->badge, spec->color);
  sutra_type_style_derive (spec->color, sutra_theme_current (), &style);
#define CHANNEL(x) ((guint16) ((x) *65535))
  pango_attr_list_insert (attributes,
                          pango_attr_background_new (CHANNEL (style.fill.red), CHANNEL (style.fill.green), CHANNEL (style.fill.blue)));
  pango_attr_list_insert (attributes, pango_attr_background_alpha_new (MAX (1, CHANNEL (style.fill.alpha))));
  pango_attr_list_insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
  pango_attr_list_insert (attributes,
                          pango_attr_underline_color_new (CHANNEL (style.line.red), CHANNEL (style.line.green), CHANNEL (style.line.blue)));
#undef CHANNEL
  gtk_label_set_attributes (self->name_sample, attributes);
  gtk_label_set_text (self->name_sample, text);
}

static void
update (SutraTypeDialog *self)
{
  g_autoptr (SutraTypeSpec) spec = read_fields (self);
  g_autofree char *problem = sutra_type_fields_find_problem (sutra_case_get_tagset (self->the_case), self->type, spec);
  gboolean untouched = self->type == NULL && spec->name[0] == '\0' && !self->own_badge && !self->own_key;

  update_sample (self, spec);
  /* An empty new type is no mistake yet. */
  gtk_revealer_set_reveal_child (self->problem_revealer, problem != NULL && !untouched);
  gtk_label_set_text (self->problem, problem != NULL && !untouched ? problem : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "type-dialog.save", problem == NULL);
}

static void
set_filling (SutraTypeDialog *self, AdwEntryRow *row, const char *text)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  self->filling = FALSE;
}

static void
name_changed_cb (SutraTypeDialog *self)
{
  g_autofree char *name = NULL;

  if (self->the_case == NULL || self->filling)
    return;
  name = dup_text (self->name);
  if (self->type == NULL && !self->own_badge)
    {
      g_autofree char *badge = sutra_type_fields_suggest_badge (name);

      set_filling (self, self->badge, badge);
    }
  if (self->type == NULL && !self->own_key)
    {
      g_autofree char *key = sutra_type_fields_suggest_shortcut (sutra_case_get_tagset (self->the_case), name);

      set_filling (self, self->key, key);
    }
  update (self);
}

static void
field_changed_cb (SutraTypeDialog *self, gpointer unused, GObject *field)
{
  if (self->the_case == NULL || self->filling)
    return;
  update (self);
}

static void
badge_changed_cb (SutraTypeDialog *self)
{
  self->own_badge |= !self->filling;
  field_changed_cb (self, NULL, NULL);
}

static void
key_changed_cb (SutraTypeDialog *self)
{
  self->own_key |= !self->filling;
  field_changed_cb (self, NULL, NULL);
}

/* ---- Saving ---- */

static void
add_if_changed (GPtrArray *pairs, const char *key, const char *old, const char *value)
{
  if (g_strcmp0 (old, value) == 0)
    return;
  g_ptr_array_add (pairs, (gpointer) key);
  g_ptr_array_add (pairs, (gpointer) (value != NULL ? value : ""));
}

/* The pairs for sutra_case_set(): only what differs, so that an edit of another program in other fields is kept. */
static gboolean
save_changes (SutraTypeDialog *self, const SutraTypeSpec *spec, GError **error)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  g_autofree char *shown = sutra_type_style_dup_name (self->type);
  SutraEntityType *parent = sutra_tagset_get (sutra_case_get_tagset (self->the_case), sutra_entity_type_get_parent (self->type));
  g_autofree char *color = g_ascii_strdown (sutra_entity_type_get_color (self->type), -1);

  add_if_changed (pairs, "name", shown, spec->name);
  add_if_changed (pairs, "color", color, spec->color);
  add_if_changed (pairs, "badge", sutra_entity_type_get_badge (self->type), spec->badge);
  add_if_changed (pairs, "shortcut", sutra_entity_type_get_shortcut (self->type), spec->shortcut);
  add_if_changed (pairs, "parent", parent != NULL ? sutra_entity_type_get_slug (parent) : NULL, spec->parent);
  add_if_changed (pairs, "names_entities", sutra_entity_type_get_names_entities (self->type) ? "true" : "false",
                  spec->names_entities ? "true" : "false");
  if (pairs->len == 0)
    return TRUE;
  g_ptr_array_add (pairs, NULL);
  return sutra_case_set (self->the_case, sutra_entity_type_get_id (self->type), (const char *const *) pairs->pdata, error);
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraTypeDialog *self = SUTRA_TYPE_DIALOG (widget);
  g_autoptr (SutraTypeSpec) spec = read_fields (self);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  ok = self->type != NULL ? save_changes (self, spec, &error) : sutra_case_add_type (self->the_case, spec, NULL, &error);
  if (!ok)
    {
      sutra_error_message_present (GTK_WINDOW (widget), error);
      return;
    }
  g_signal_emit (self, signals[SAVED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- Object ---- */

static void
fill_parents (SutraTypeDialog *self)
{
  SutraTagset *tagset = sutra_case_get_tagset (self->the_case);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  self->parents = sutra_type_fields_list_parents (tagset, self->type);
  gtk_string_list_append (names, C_ ("parent type", "None"));
  for (guint i = 0; i < self->parents->len; i++)
    {
      SutraEntityType *parent = g_ptr_array_index (self->parents, i);
      g_autofree char *name = sutra_type_style_dup_name (parent);

      gtk_string_list_append (names, name);
      if (self->type != NULL && sutra_id_equal (sutra_entity_type_get_parent (self->type), sutra_entity_type_get_id (parent)))
        selected = i + 1;
    }
  adw_combo_row_set_model (self->parent, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->parent, selected);
}

static void
fill (SutraTypeDialog *self)
{
  SutraTagset *tagset = sutra_case_get_tagset (self->the_case);
  const char *color = self->type != NULL ? sutra_entity_type_get_color (self->type) : sutra_type_fields_suggest_color (tagset);
  GdkRGBA rgba;

  self->filling = TRUE;
  fill_parents (self);
  if (self->type != NULL)
    {
      g_autofree char *name = sutra_type_style_dup_name (self->type);
      const char *shortcut = sutra_entity_type_get_shortcut (self->type);

      gtk_editable_set_text (GTK_EDITABLE (self->name), name);
      gtk_editable_set_text (GTK_EDITABLE (self->badge), sutra_entity_type_get_badge (self->type));
      gtk_editable_set_text (GTK_EDITABLE (self->key), shortcut != NULL ? shortcut : "");
      adw_window_title_set_title (self->window_title, _ ("Edit Type"));
      gtk_button_set_label (self->save, _ ("_Save"));
    }
  gtk_switch_set_active (self->names_entities, self->type == NULL || sutra_entity_type_get_names_entities (self->type));
  if (gdk_rgba_parse (&rgba, color))
    gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->color), &rgba);
  gtk_window_set_title (GTK_WINDOW (self), adw_window_title_get_title (self->window_title));
  self->filling = FALSE;
  update (self);
}

static void
sutra_type_dialog_dispose (GObject *object)
{
  SutraTypeDialog *self = SUTRA_TYPE_DIALOG (object);

  g_clear_object (&self->the_case);
  gtk_widget_dispose_template (GTK_WIDGET (self), SUTRA_TYPE_TYPE_DIALOG);
  g_clear_object (&self->type);
  g_clear_pointer (&self->parents, g_ptr_array_unref);
  G_OBJECT_CLASS (sutra_type_dialog_parent_class)->dispose (object);
}

static void
sutra_type_dialog_class_init (SutraTypeDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sutra_type_dialog_dispose;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (SUTRA_TYPE_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-type-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDialog, save);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDialog, badge_sample);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDialog, name_sample);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDialog, name);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDialog, color);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDialog, badge);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDialog, key);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDialog, parent);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDialog, names_entities);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDialog, problem_revealer);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, badge_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_install_action (widget_class, "type-dialog.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sutra_type_dialog_init (SutraTypeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_type_dialog_new (SutraCase *the_case, SutraEntityType *type, GtkWindow *parent)
{
  SutraTypeDialog *self = NULL;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case), NULL);
  g_return_val_if_fail (type == NULL || SUTRA_IS_ENTITY_TYPE (type), NULL);

  self = g_object_new (SUTRA_TYPE_TYPE_DIALOG, "transient-for", parent, NULL);
  self->the_case = g_object_ref (the_case);
  self->type = type != NULL ? g_object_ref (type) : NULL;
  fill (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
