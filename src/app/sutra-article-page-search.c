/* The places of a search over the case, in the article.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-page-private.h"

#include "sutra-search-terms.h"

typedef struct
{
  SutraText *text;
  SutraQuery *query;
} Places;

static void
places_free (gpointer data)
{
  Places *places = data;

  sutra_text_unref (places->text);
  sutra_query_free (places->query);
  g_free (places);
}

static void
locate_run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Places *places = data;
  GError *error = NULL;
  GArray *ranges = sutra_query_locate (places->query, places->text, 0, cancellable, &error);

  if (ranges != NULL)
    g_task_return_pointer (task, ranges, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/* The first place that ends after @at. */
static int
place_at (GArray *ranges, guint at)
{
  for (guint i = 0; i < ranges->len; i++)
    if (g_array_index (ranges, SutraRange, i).end > at)
      return (int) i;
  return ranges->len > 0 ? 0 : -1;
}

static void
go_to_place (SutraArticlePage *self, int current)
{
  const SutraRange *range = &g_array_index (self->places, SutraRange, current);

  self->place = current;
  sutra_article_view_set_found (self->view, self->places, current);
  sutra_article_view_select (self->view, range->start, range->end, FALSE);
  sutra_article_view_scroll_to (self->view, range->start, range->end);
}

static void
located_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (source);
  g_autoptr (GArray) ranges = g_task_propagate_pointer (G_TASK (result), NULL);

  if (ranges == NULL || g_task_get_cancellable (G_TASK (result)) != self->locating)
    return;
  g_clear_object (&self->locating);
  g_clear_pointer (&self->places, g_array_unref);
  self->places = g_steal_pointer (&ranges);
  self->place = -1;
  if (self->places->len > 0 && self->place_wanted)
    go_to_place (self, place_at (self->places, self->place_at));
  else
    sutra_article_view_set_found (self->view, self->places, -1);
}

void
sutra_article_page_forget_places (SutraArticlePage *self)
{
  if (self->locating != NULL)
    g_cancellable_cancel (self->locating);
  g_clear_object (&self->locating);
  g_clear_pointer (&self->places, g_array_unref);
  self->place = -1;
}

void
sutra_article_page_show_places (SutraArticlePage *self, const char *query, guint start, guint end)
{
  g_autoptr (SutraQuery) parsed = NULL;
  g_autoptr (GTask) task = NULL;
  Places *places;

  g_return_if_fail (SUTRA_IS_ARTICLE_PAGE (self));

  sutra_article_page_forget_places (self);
  if (self->found == NULL)
    sutra_article_view_set_found (self->view, NULL, -1);
  parsed = query != NULL ? sutra_query_new (query, NULL) : NULL;
  if (parsed == NULL || self->article == NULL)
    return;
  /* The find bar's results give way until it is used again. */
  g_clear_pointer (&self->found, g_array_unref);
  if (end > start)
    {
      sutra_article_view_select (self->view, start, end, FALSE);
      sutra_article_view_scroll_to (self->view, start, end);
    }
  self->place_at = start;
  self->place_wanted = end > 0;
  self->locating = g_cancellable_new ();
  places = g_new (Places, 1);
  *places = (Places){ sutra_text_ref (sutra_article_view_get_text (self->view)), g_steal_pointer (&parsed) };
  task = g_task_new (self, self->locating, located_cb, NULL);
  g_task_set_task_data (task, places, places_free);
  g_task_run_in_thread (task, locate_run);
}

gboolean
sutra_article_page_step_places (SutraArticlePage *self, gboolean forward)
{
  int n = self->places != NULL ? (int) self->places->len : 0;

  if (n == 0)
    return FALSE;
  if (self->place < 0)
    go_to_place (self, forward ? 0 : n - 1);
  else
    go_to_place (self, (self->place + (forward ? 1 : n - 1)) % n);
  return TRUE;
}
