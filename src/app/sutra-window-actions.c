/* Undo, redo and what opens a dialog.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-edit-label.h"
#include "sutra-feedback.h"
#include "sutra-window-private.h"

#include <glib/gi18n.h>

/* In an entry that has changes of its own the key undoes those. */
static gboolean
entry_takes (SutraWindow *self, const char *name)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  const char *action = g_str_has_suffix (name, "undo") ? "text.undo" : "text.redo";

  if (focus == NULL || !(GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) || SUTRA_IS_ARTICLE_VIEW (focus))
    return FALSE;
  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
      gboolean can = g_str_has_suffix (name, "undo") ? gtk_text_buffer_get_can_undo (buffer) : gtk_text_buffer_get_can_redo (buffer);

      if (!can)
        return FALSE;
    }
  else if (*gtk_editable_get_text (GTK_EDITABLE (focus)) == '\0')
    return FALSE;
  return gtk_widget_activate_action (focus, action, NULL);
}

static void
move_in_history (SutraWindow *self, const char *name)
{
  gboolean undo = g_str_has_suffix (name, "undo");
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->the_case == NULL || entry_takes (self, name))
    return;
  done = undo ? sutra_case_undo (self->the_case, &moved, &error) : sutra_case_redo (self->the_case, &moved, &error);
  if (!done && g_error_matches (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND))
    sutra_window_note (self, undo ? _ ("There is nothing to undo.") : _ ("There is nothing to redo."), NULL, NULL, NULL);
  else if (!done)
    sutra_feedback_failed (GTK_WIDGET (self), error);
  else if (moved->len > 0)
    {
      const SutraHistoryRow *row = g_ptr_array_index (moved, 0);
      g_autofree char *label = sutra_edit_label_dup (row->kind, row->subject, row->count);
      /* Translators: %s is what was undone: "Mark “Kazakhstan”" */
      g_autofree char *message = undo ? g_strdup_printf (_ ("Undone: %s"), label) : g_strdup_printf (_ ("Redone: %s"), label);

      sutra_window_note (self, message, undo ? _ ("_Redo") : _ ("_Undo"), undo ? "win.redo" : "win.undo", NULL);
    }
  sutra_window_update_actions (self);
}

static void
history_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_in_history (SUTRA_WINDOW (widget), name);
}

static void
focus_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraWindow *self = SUTRA_WINDOW (widget);

  if (g_str_has_suffix (name, "library"))
    {
      g_object_set (self, "show-library", TRUE, NULL);
      sutra_library_pane_focus_list (sutra_window_ensure_library (self));
    }
  else if (g_str_has_suffix (name, "entities"))
    {
      g_object_set (self, "show-entities", TRUE, NULL);
      sutra_entity_pane_focus_filter (sutra_window_ensure_entities (self));
    }
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraWindow *self = SUTRA_WINDOW (widget);

  g_object_set (self, "show-library", TRUE, NULL);
  sutra_library_pane_focus_search (sutra_window_ensure_library (self));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (SUTRA_WINDOW (widget)->menu_button);
}

static void
show_file_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_show_uri (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static void
remove_article_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraWindow *self = SUTRA_WINDOW (widget);
  SutraArticle *article = sutra_article_page_get_article (self->page);
  g_autoptr (GError) error = NULL;

  if (article != NULL && !sutra_case_delete (self->the_case, sutra_article_get_id (article), 1, &error))
    sutra_feedback_failed (widget, error);
}

void
sutra_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, history_action);
  gtk_widget_class_install_action (widget_class, "win.focus-library", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "win.focus-text", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "win.focus-entities", NULL, focus_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.show-file", "s", show_file_action);
  gtk_widget_class_install_action (widget_class, "win.remove-article", NULL, remove_article_action);
}

static void
describe (GtkWidget *button, SutraHistoryRow *row, const char *plain, const char *format)
{
  g_autofree char *label = row != NULL ? sutra_edit_label_dup (row->kind, row->subject, row->count) : NULL;
  g_autofree char *tooltip = NULL;

  if (label != NULL)
    tooltip = g_strconcat (format, label, NULL);
  gtk_widget_set_tooltip_text (button, tooltip != NULL ? tooltip : plain);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  label != NULL ? label : "", -1);
}

void
sutra_window_update_actions (SutraWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->the_case != NULL;
  gboolean article = open && sutra_article_page_get_article (self->page) != NULL;
  gboolean writable = open && !sutra_case_is_read_only (self->the_case);
  SutraStore *store = open ? sutra_case_get_store (self->the_case) : NULL;
  g_autoptr (SutraHistoryRow) undo = writable ? sutra_history_peek_undo (store) : NULL;
  g_autoptr (SutraHistoryRow) redo = writable ? sutra_history_peek_redo (store) : NULL;
  static const char *const reading[] = { "win.find",     "win.find-next",  "win.find-previous", "win.zoom-in",
                                         "win.zoom-out", "win.zoom-reset", "win.inspect",       "win.show-findings" };
  static const char *const writing[] = { "win.edit-source", "win.annotate", "win.delete-mention", "win.remove-article",
                                         "win.review-suggestions" };
  static const char *const needing_case[] = { "win.open",        "win.add",         "win.paste-article",
                                              "win.open-sample", "win.edit-tagset", "win.rename-case" };

  for (gsize i = 0; i < G_N_ELEMENTS (reading); i++)
    gtk_widget_action_set_enabled (widget, reading[i], article);
  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (widget, writing[i], article && writable);
  for (gsize i = 0; i < G_N_ELEMENTS (needing_case); i++)
    gtk_widget_action_set_enabled (widget, needing_case[i], writable);
  gtk_widget_action_set_enabled (widget, "win.export", open && sutra_case_count_articles (self->the_case) > 0);
  gtk_widget_action_set_enabled (widget, "win.search", open);
  gtk_widget_action_set_enabled (widget, "win.copy-case", open);
  gtk_widget_action_set_enabled (widget, "win.delete-case", open);
  /* Enabled without anything to undo as long as an entry may have something: the action itself looks. */
  gtk_widget_set_sensitive (self->undo_button, undo != NULL);
  gtk_widget_set_sensitive (self->redo_button, redo != NULL);
  describe (self->undo_button, undo, _ ("Undo"), _ ("Undo: "));
  describe (self->redo_button, redo, _ ("Redo"), _ ("Redo: "));
}
