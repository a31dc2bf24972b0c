/* The text check of the article that is shown, and the text inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-page-private.h"

#include "sutra-inspector.h"

#include "sutra-text-check.h"

static void
check_thread (GTask *task, gpointer source, gpointer text, GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, sutra_text_check (text), (GDestroyNotify) g_array_unref);
}

static void
show_findings (SutraArticlePage *self)
{
  sutra_source_strip_set_findings (self->strip, self->findings != NULL ? self->findings->len : 0);
  if (self->inspector != NULL)
    sutra_inspector_set_findings (self->inspector, self->findings);
}

/* The check knows no fonts; the view does, and may be done sooner or later. */
void
sutra_article_page_add_missing_glyphs (SutraArticlePage *self)
{
  SutraText *text = sutra_article_view_get_text (self->view);
  GArray *places = sutra_article_view_get_missing_places (self->view);

  if (self->findings == NULL || places == NULL || text == NULL)
    return;
  for (guint i = self->findings->len; i > 0; i--)
    if (g_array_index (self->findings, SutraTextFinding, i - 1).kind == SUTRA_TEXT_FINDING_GLYPH)
      g_array_remove_index (self->findings, i - 1);
  for (guint i = 0; i < places->len; i++)
    {
      guint32 at = g_array_index (places, guint32, i);

      sutra_text_findings_add_missing_glyph (self->findings, at, sutra_text_char_at (text, at));
    }
  sutra_text_findings_sort (self->findings);
  show_findings (self);
}

static void
checked_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (object);
  GArray *findings = g_task_propagate_pointer (G_TASK (result), NULL);

  /* NULL: another article is shown by now. */
  if (findings == NULL)
    return;
  g_clear_object (&self->checking);
  self->findings = findings;
  sutra_article_page_add_missing_glyphs (self);
  show_findings (self);
}

void
sutra_article_page_start_check (SutraArticlePage *self)
{
  SutraText *text = sutra_article_view_get_text (self->view);
  g_autoptr (GTask) task = NULL;

  sutra_article_page_stop_check (self);
  if (text == NULL)
    return;
  self->checking = g_cancellable_new ();
  task = g_task_new (self, self->checking, checked_cb, NULL);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, sutra_text_ref (text), (GDestroyNotify) sutra_text_unref);
  g_task_run_in_thread (task, check_thread);
}

void
sutra_article_page_stop_check (SutraArticlePage *self)
{
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_pointer (&self->findings, g_array_unref);
  show_findings (self);
}

static void
inspect_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);
  gboolean findings = g_str_has_suffix (name, "findings");

  if (self->inspector == NULL)
    {
      GtkWidget *inspector = sutra_inspector_new (self->view, GTK_WINDOW (gtk_widget_get_root (widget)));

      g_set_weak_pointer (&self->inspector, SUTRA_INSPECTOR (inspector));
      sutra_inspector_set_findings (self->inspector, self->findings);
    }
  sutra_inspector_show_page (self->inspector, findings ? "findings" : "selection");
  gtk_window_present (GTK_WINDOW (self->inspector));
}

void
sutra_article_page_install_inspecting (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.inspect", NULL, inspect_action);
  gtk_widget_class_install_action (widget_class, "page.show-findings", NULL, inspect_action);
}
