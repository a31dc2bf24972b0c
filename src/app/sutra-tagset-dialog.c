/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-tagset-dialog.h"

#include <glib/gi18n.h>

#include "sutra-error-message.h"
#include "sutra-tagset-dialog-private.h"
#include "sutra-type-delete-dialog.h"
#include "sutra-type-dialog.h"
#include "sutra-type-name.h"
#include "sutra-type-row.h"

struct _SutraTagsetDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkListBox *list;
  GtkLabel *status;

  SutraCase *the_case; /* (owned) (nullable) */
  AdwToast *toast;     /* (weak) the one that is shown */
  guint n_done;        /* edits made here that undo takes back */
  guint n_undone;      /* and those that redo brings back */
  gboolean closed;
  gboolean changed; /* since the last edit here: else that edit changed nothing and is not in the history */
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SutraTagsetDialog, sutra_tagset_dialog, ADW_TYPE_WINDOW)

static void wanted_cb (SutraTagsetDialog *self, int wish, SutraEntityType *other, SutraTypeRow *row);

/* ---- What is shown ---- */

static void
update_row (SutraTagsetDialog *self, SutraTypeRow *row)
{
  SutraTagset *tagset = sutra_case_get_tagset (self->the_case);
  SutraEntityType *type = sutra_type_row_get_entity_type (row);
  SutraEntityType *parent = sutra_tagset_get (tagset, sutra_entity_type_get_parent (type));
  g_autofree char *parent_name = parent != NULL ? sutra_type_style_dup_name (parent) : NULL;
  guint mentions, entities;

  sutra_case_count_type_uses (self->the_case, sutra_entity_type_get_id (type), &mentions, &entities);
  sutra_type_row_set_uses (row, mentions, entities, parent_name);
  sutra_type_row_set_editable (row, !sutra_case_is_read_only (self->the_case), g_list_model_get_n_items (G_LIST_MODEL (tagset)) > 1);
}

static void
update_actions (SutraTagsetDialog *self)
{
  gboolean can_edit = self->the_case != NULL && !sutra_case_is_read_only (self->the_case);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tagset.add", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tagset.import", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tagset.undo", can_edit && self->n_done > 0 && sutra_case_can_undo (self->the_case));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tagset.redo", can_edit && self->n_undone > 0 && sutra_case_can_redo (self->the_case));
}

static void
changed_cb (SutraTagsetDialog *self)
{
  GtkListBoxRow *row = NULL;

  if (self->the_case == NULL)
    return;
  self->changed = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    update_row (self, SUTRA_TYPE_ROW (row));
  update_actions (self);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  SutraTagsetDialog *self = user_data;
  GtkWidget *row = sutra_type_row_new (item);

  g_signal_connect_object (row, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  update_row (self, SUTRA_TYPE_ROW (row));
  return row;
}

static void
show_note (SutraTagsetDialog *self, const char *message, gboolean with_undo)
{
  AdwToast *toast = adw_toast_new (message);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (with_undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "tagset.undo");
    }
  g_set_weak_pointer (&self->toast, toast);
  gtk_label_set_text (self->status, message);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
sutra_tagset_dialog_note (SutraTagsetDialog *self, const char *message)
{
  show_note (self, message, FALSE);
}

void
sutra_tagset_dialog_edited (SutraTagsetDialog *self, const char *message)
{
  gboolean changed = self->changed;

  self->changed = FALSE;
  if (changed)
    {
      self->n_done++;
      self->n_undone = 0;
      update_actions (self);
    }
  show_note (self, changed ? message : _ ("Nothing changed"), changed);
}

/* ---- One type ---- */

static void
focus_type (SutraTagsetDialog *self, const SutraId *type)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      if (sutra_id_equal (sutra_entity_type_get_id (sutra_type_row_get_entity_type (SUTRA_TYPE_ROW (row))), type))
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
move_type (SutraTagsetDialog *self, SutraEntityType *type, guint position)
{
  g_autoptr (SutraEntityType) kept = g_object_ref (type);
  g_autofree char *name = sutra_type_style_dup_name (type);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!sutra_case_move_type (self->the_case, sutra_entity_type_get_id (kept), position, &error))
    {
      sutra_error_message_present (GTK_WINDOW (self), error);
      return;
    }
  message = g_strdup_printf (_ ("“%s” moved"), name);
  sutra_tagset_dialog_edited (self, message);
  focus_type (self, sutra_entity_type_get_id (kept));
}

static void
added_cb (SutraTagsetDialog *self)
{
  sutra_tagset_dialog_edited (self, _ ("Type added"));
}

static void
saved_cb (SutraTagsetDialog *self)
{
  sutra_tagset_dialog_edited (self, _ ("Type changed"));
}

static void
deleted_cb (SutraTagsetDialog *self)
{
  sutra_tagset_dialog_edited (self, _ ("Type deleted"));
}

static void
edit_type (SutraTagsetDialog *self, SutraEntityType *type)
{
  GtkWidget *dialog = sutra_type_dialog_new (self->the_case, type, GTK_WINDOW (self));

  g_signal_connect_object (dialog, "saved", type != NULL ? G_CALLBACK (saved_cb) : G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A type without mentions and entities goes at once: undo brings it back. */
static void
delete_type (SutraTagsetDialog *self, SutraEntityType *type)
{
  g_autoptr (GError) error = NULL;
  guint mentions, entities;

  sutra_case_count_type_uses (self->the_case, sutra_entity_type_get_id (type), &mentions, &entities);
  if (mentions > 0 || entities > 0)
    {
      GtkWidget *dialog = sutra_type_delete_dialog_new (self->the_case, type, GTK_WINDOW (self));

      g_signal_connect_object (dialog, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
      gtk_window_present (GTK_WINDOW (dialog));
    }
  else if (sutra_case_delete_type (self->the_case, sutra_entity_type_get_id (type), NULL, &error))
    deleted_cb (self);
  else
    sutra_error_message_present (GTK_WINDOW (self), error);
}

static void
wanted_cb (SutraTagsetDialog *self, int wish, SutraEntityType *other, SutraTypeRow *row)
{
  SutraEntityType *type = sutra_type_row_get_entity_type (row);
  int place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  switch ((SutraTypeWish) wish)
    {
    case SUTRA_TYPE_WISH_EDIT:
      edit_type (self, type);
      break;
    case SUTRA_TYPE_WISH_DELETE:
      delete_type (self, type);
      break;
    case SUTRA_TYPE_WISH_MOVE_UP:
      if (place > 0)
        move_type (self, type, place - 1);
      break;
    case SUTRA_TYPE_WISH_MOVE_DOWN:
      if (gtk_list_box_get_row_at_index (self->list, place + 1) != NULL)
        move_type (self, type, place + 1);
      break;
    case SUTRA_TYPE_WISH_MOVE_HERE:
      move_type (self, other, place);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* ---- Actions ---- */

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  edit_type (SUTRA_TAGSET_DIALOG (widget), NULL);
}

static void
undo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraTagsetDialog *self = SUTRA_TAGSET_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (self->n_done == 0)
    return;
  if (!sutra_case_undo (self->the_case, NULL, &error))
    {
      sutra_error_message_present (GTK_WINDOW (widget), error);
      return;
    }
  self->changed = FALSE;
  self->n_done--;
  self->n_undone++;
  update_actions (self);
  show_note (self, _ ("Undone"), FALSE);
}

static void
redo_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraTagsetDialog *self = SUTRA_TAGSET_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (self->n_undone == 0)
    return;
  if (!sutra_case_redo (self->the_case, NULL, &error))
    {
      sutra_error_message_present (GTK_WINDOW (widget), error);
      return;
    }
  self->changed = FALSE;
  self->n_undone--;
  self->n_done++;
  update_actions (self);
  show_note (self, _ ("Done again"), TRUE);
}

/* ---- Object ---- */

/* A window is closed when it is unmapped: what is under way keeps a reference, so that dispose may come much later. */
static void
sutra_tagset_dialog_unmap (GtkWidget *widget)
{
  SUTRA_TAGSET_DIALOG (widget)->closed = TRUE;
  GTK_WIDGET_CLASS (sutra_tagset_dialog_parent_class)->unmap (widget);
}

static void
sutra_tagset_dialog_dispose (GObject *object)
{
  SutraTagsetDialog *self = SUTRA_TAGSET_DIALOG (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SUTRA_TYPE_TAGSET_DIALOG);
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->the_case);
  G_OBJECT_CLASS (sutra_tagset_dialog_parent_class)->dispose (object);
}

static void
sutra_tagset_dialog_class_init (SutraTagsetDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sutra_tagset_dialog_dispose;
  widget_class->unmap = sutra_tagset_dialog_unmap;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-tagset-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraTagsetDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, SutraTagsetDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SutraTagsetDialog, status);

  gtk_widget_class_install_action (widget_class, "tagset.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "tagset.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "tagset.redo", NULL, redo_cb);
  sutra_tagset_dialog_install_file_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "tagset.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "tagset.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "tagset.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sutra_tagset_dialog_init (SutraTagsetDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_tagset_dialog_new (SutraCase *the_case, GtkWindow *parent)
{
  SutraTagsetDialog *self = NULL;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case), NULL);

  self = g_object_new (SUTRA_TYPE_TAGSET_DIALOG, "transient-for", parent, NULL);
  self->the_case = g_object_ref (the_case);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (sutra_case_get_tagset (the_case)), create_row, self, NULL);
  g_signal_connect_object (the_case, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update_actions (self);
  return GTK_WIDGET (self);
}

SutraCase *
sutra_tagset_dialog_get_case (SutraTagsetDialog *self)
{
  return self->closed ? NULL : self->the_case;
}

void
sutra_tagset_dialog_emit_done (SutraTagsetDialog *self, gboolean ok)
{
  g_signal_emit (self, signals[DONE], 0, ok);
}
