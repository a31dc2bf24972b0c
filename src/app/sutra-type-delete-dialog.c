/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-type-delete-dialog.h"

#include <glib/gi18n.h>

#include "sutra-error-message.h"
#include "sutra-type-name.h"

struct _SutraTypeDeleteDialog
{
  AdwMessageDialog parent_instance;

  GtkCheckButton *replace;
  GtkCheckButton *remove;
  GtkDropDown *replacement;

  SutraCase *the_case;   /* (owned) */
  SutraEntityType *type; /* (owned) */
  GPtrArray *others;     /* SutraEntityType (owned), as the drop-down lists them */
};

enum
{
  DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SutraTypeDeleteDialog, sutra_type_delete_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
choice_cb (SutraTypeDeleteDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->replacement), gtk_check_button_get_active (self->replace));
}

static void
response_cb (SutraTypeDeleteDialog *self, const char *response)
{
  g_autoptr (GError) error = NULL;
  const SutraId *replacement = NULL;
  guint selected = gtk_drop_down_get_selected (self->replacement);

  if (strcmp (response, "delete") != 0 || self->the_case == NULL)
    return;
  if (gtk_check_button_get_active (self->replace) && selected < self->others->len)
    replacement = sutra_entity_type_get_id (g_ptr_array_index (self->others, selected));
  if (sutra_case_delete_type (self->the_case, sutra_entity_type_get_id (self->type), replacement, &error))
    g_signal_emit (self, signals[DELETED], 0);
  else /* This dialog is about to close. */
    sutra_error_message_present (gtk_window_get_transient_for (GTK_WINDOW (self)), error);
}

static void
fill (SutraTypeDeleteDialog *self)
{
  GListModel *tagset = G_LIST_MODEL (sutra_case_get_tagset (self->the_case));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *name = sutra_type_style_dup_name (self->type);
  g_autofree char *of_mentions = NULL;
  g_autofree char *of_entities = NULL;
  g_autofree char *body = NULL;
  guint mentions, entities;

  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (tagset); i++)
    {
      g_autoptr (SutraEntityType) other = g_list_model_get_item (tagset, i);
      g_autofree char *other_name = sutra_type_style_dup_name (other);

      if (other == self->type)
        continue;
      gtk_string_list_append (names, other_name);
      g_ptr_array_add (self->others, g_steal_pointer (&other));
    }
  gtk_drop_down_set_model (self->replacement, G_LIST_MODEL (names));

  sutra_case_count_type_uses (self->the_case, sutra_entity_type_get_id (self->type), &mentions, &entities);
  of_mentions = g_strdup_printf (ngettext ("%u mention", "%u mentions", mentions), mentions);
  of_entities = g_strdup_printf (ngettext ("%u entity", "%u entities", entities), entities);
  /* Translators: "12 mentions" and "5 entities" */
  body = g_strdup_printf (_ ("%s and %s have this type. What is to become of them?"), of_mentions, of_entities);
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (self), _ ("Delete “%s”?"), name);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
}

static void
sutra_type_delete_dialog_dispose (GObject *object)
{
  SutraTypeDeleteDialog *self = SUTRA_TYPE_DELETE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SUTRA_TYPE_TYPE_DELETE_DIALOG);
  g_clear_object (&self->the_case);
  g_clear_object (&self->type);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  G_OBJECT_CLASS (sutra_type_delete_dialog_parent_class)->dispose (object);
}

static void
sutra_type_delete_dialog_class_init (SutraTypeDeleteDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sutra_type_delete_dialog_dispose;

  signals[DELETED] = g_signal_new ("deleted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-type-delete-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDeleteDialog, replace);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDeleteDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, SutraTypeDeleteDialog, replacement);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
}

static void
sutra_type_delete_dialog_init (SutraTypeDeleteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_type_delete_dialog_new (SutraCase *the_case, SutraEntityType *type, GtkWindow *parent)
{
  SutraTypeDeleteDialog *self = NULL;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case), NULL);
  g_return_val_if_fail (SUTRA_IS_ENTITY_TYPE (type), NULL);

  self = g_object_new (SUTRA_TYPE_TYPE_DELETE_DIALOG, "transient-for", parent, NULL);
  self->the_case = g_object_ref (the_case);
  self->type = g_object_ref (type);
  fill (self);
  return GTK_WIDGET (self);
}

void
sutra_type_delete_dialog_set_replacement (SutraTypeDeleteDialog *self, const SutraId *replacement)
{
  g_return_if_fail (SUTRA_IS_TYPE_DELETE_DIALOG (self));

  gtk_check_button_set_active (replacement != NULL ? self->replace : self->remove, TRUE);
  for (guint i = 0; replacement != NULL && i < self->others->len; i++)
    {
      if (sutra_id_equal (sutra_entity_type_get_id (g_ptr_array_index (self->others, i)), replacement))
        gtk_drop_down_set_selected (self->replacement, i);
    }
}
