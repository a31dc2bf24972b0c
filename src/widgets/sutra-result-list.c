/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-result-list.h"

#include "sutra-feedback.h"
#include "sutra-result-context.h"
#include "sutra-result-item.h"
#include "sutra-result-row.h"
#include "sutra-search.h"

#include <glib/gi18n.h>

#define PAGE 50
#define PER_ARTICLE 10
#define MAX_TITLES 10

/* One search; lives until its last page was answered. */
typedef struct
{
  SutraResultList *list; /* (owned) while @busy */
  SutraCase *the_case;   /* (owned) */
  SutraSearch *search;
  GCancellable *cancellable;
  SutraId last; /* the article that the last hit was in */
  gboolean begun;
  gboolean busy;
  gboolean more;
} Job;

struct _SutraResultList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkStack *stack;
  GtkListView *view;
  GtkSingleSelection *selection;
  GtkLabel *none;
  GtkLabel *hint;
  GtkLabel *status;

  GListStore *items;   /* SutraResultItem */
  guint n_heads;       /* of them, the titles with their heading */
  SutraCase *the_case; /* (nullable) (owned) */
  GListModel *titles;  /* (nullable) (owned) */
  char *query;         /* (nullable) */
  Job *job;            /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SutraResultList, sutra_result_list, GTK_TYPE_WIDGET)

enum
{
  PLACE_CHOSEN,
  TITLE_CHOSEN,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
job_free (Job *job)
{
  sutra_search_free (job->search);
  g_object_unref (job->the_case);
  g_object_unref (job->cancellable);
  g_free (job);
}

static void
drop_job (SutraResultList *self)
{
  Job *job = g_steal_pointer (&self->job);

  if (job == NULL)
    return;
  g_cancellable_cancel (job->cancellable);
  if (!job->busy)
    job_free (job);
}

static void
add (SutraResultList *self, SutraResultKind kind, const SutraId *article, const char *markup, guint start, guint end, guint count)
{
  g_autoptr (SutraResultItem) item = sutra_result_item_new (kind, article, markup, start, end, count);

  g_list_store_append (self->items, item);
}

static SutraResultItem *
get_item (SutraResultList *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->items), position);
}

/* ---- Titles ---- */

static void
titles_changed_cb (SutraResultList *self)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = self->titles != NULL ? MIN (g_list_model_get_n_items (self->titles), MAX_TITLES) : 0;

  /* The titles of this query come with its first page: until then the rows are those of the query before. */
  if (self->job != NULL && !self->job->begun)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SutraArticle) article = g_list_model_get_item (self->titles, i);
      g_autofree char *markup = article != NULL ? g_markup_escape_text (sutra_article_get_title (article), -1) : NULL;

      if (article == NULL)
        continue;
      if (heads->len == 0)
        g_ptr_array_add (heads, sutra_result_item_new (SUTRA_RESULT_SECTION, NULL, _ ("Articles"), 0, 0, 0));
      g_ptr_array_add (heads, sutra_result_item_new (SUTRA_RESULT_TITLE, sutra_article_get_id (article), markup, 0, 0, 0));
    }
  g_list_store_splice (self->items, 0, self->n_heads, heads->pdata, heads->len);
  self->n_heads = heads->len;
}

static gboolean
has_title (SutraResultList *self, const SutraId *article)
{
  for (guint i = 0; i < self->n_heads; i++)
    {
      g_autoptr (SutraResultItem) item = get_item (self, i);

      if (sutra_id_equal (sutra_result_item_get_article (item), article))
        return TRUE;
    }
  return FALSE;
}

/* ---- Pages ---- */

static void
show_state (SutraResultList *self, const char *failure)
{
  gboolean busy = self->job != NULL && self->job->busy;
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0;

  gtk_label_set_text (self->none, failure != NULL ? failure : busy ? _ ("Searching…") : _ ("No matches"));
  gtk_widget_set_visible (GTK_WIDGET (self->hint), !busy && failure == NULL);
  gtk_label_set_text (self->status, failure != NULL ? failure : busy ? _ ("Searching…") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), any && (busy || failure != NULL));
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "none");
}

/* What follows the places of an article that has more of them. */
static void
add_rest (SutraResultList *self, const SutraSearchHit *last, guint n_shown)
{
  guint n = last->n_in_article - n_shown;
  g_autofree char *label = g_strdup_printf (ngettext ("%u more in this article", "%u more in this article", n), n);

  add (self, SUTRA_RESULT_REST, &last->article, label, last->end, last->end, 0);
}

static void
add_hits (SutraResultList *self, Job *job, GPtrArray *hits)
{
  guint n_shown = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const SutraSearchHit *hit = g_ptr_array_index (hits, i);
      const SutraSearchHit *next = i + 1 < hits->len ? g_ptr_array_index (hits, i + 1) : NULL;
      gboolean first = !sutra_id_equal (&hit->article, &job->last);
      g_autofree char *title = g_markup_escape_text (hit->title, -1);
      g_autofree char *context = NULL;

      /* A title stands above its places; alone it is shown once. */
      if (hit->in_title && ((next != NULL && sutra_id_equal (&next->article, &hit->article)) || has_title (self, &hit->article)))
        continue;
      if (first && g_list_model_get_n_items (G_LIST_MODEL (self->items)) == self->n_heads)
        add (self, SUTRA_RESULT_SECTION, NULL, _ ("In the texts"), 0, 0, 0);
      if (first)
        {
          add (self, SUTRA_RESULT_ARTICLE, &hit->article, title, hit->in_title ? 0 : hit->start, hit->in_title ? 0 : hit->end,
               hit->in_title ? 0 : hit->n_in_article);
          n_shown = 0;
        }
      job->last = hit->article;
      if (hit->in_title)
        continue;
      context = sutra_result_context_dup_markup (hit);
      add (self, SUTRA_RESULT_PLACE, &hit->article, context, hit->start, hit->end, 0);
      n_shown++;
      if (n_shown < hit->n_in_article && (next == NULL || !sutra_id_equal (&next->article, &hit->article)))
        add_rest (self, hit, n_shown);
    }
}

static void
begin_rows (SutraResultList *self, Job *job)
{
  if (job->begun)
    return;
  job->begun = TRUE;
  g_list_store_remove_all (self->items);
  self->n_heads = 0;
  titles_changed_cb (self);
}

static void
take_page (SutraResultList *self, Job *job, GPtrArray *hits)
{
  guint n;

  begin_rows (self, job);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  if (job->more && n > 0)
    g_list_store_remove (self->items, n - 1);
  add_hits (self, job, hits);
  job->more = hits->len >= PAGE;
  if (job->more)
    add (self, SUTRA_RESULT_MORE, NULL, _ ("More results"), 0, 0, 0);
}

static void
page_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = data;
  g_autoptr (SutraResultList) self = g_steal_pointer (&job->list);
  gboolean open = sutra_case_get_reader (job->the_case) != NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = open ? sutra_search_next_finish (job->the_case, result, &error) : NULL;

  job->busy = FALSE;
  if (self->job != job)
    {
      job_free (job);
      return;
    }
  if (hits != NULL)
    take_page (self, job, hits);
  else
    begin_rows (self, job);
  show_state (self, hits == NULL ? _ ("The search could not be finished.") : NULL);
  sutra_feedback_failed (GTK_WIDGET (self), error);
}

static void
next_page (SutraResultList *self)
{
  Job *job = self->job;

  if (job == NULL || job->busy || (job->begun && !job->more))
    return;
  job->busy = TRUE;
  job->list = g_object_ref (self);
  sutra_search_next_async (job->search, job->the_case, PAGE, PER_ARTICLE, job->cancellable, page_cb, job);
  show_state (self, NULL);
}

/* The search for the query, from its first page. */
static void
begin (SutraResultList *self)
{
  g_autoptr (SutraSearch) search = self->query != NULL ? sutra_search_new (self->query, NULL) : NULL;

  drop_job (self);
  /* Signs alone are no word to look for: then the titles are all. */
  if (search == NULL)
    {
      g_list_store_remove_all (self->items);
      self->n_heads = 0;
      titles_changed_cb (self);
      show_state (self, NULL);
      return;
    }
  self->job = g_new0 (Job, 1);
  self->job->search = g_steal_pointer (&search);
  self->job->the_case = g_object_ref (self->the_case);
  self->job->cancellable = g_cancellable_new ();
  next_page (self);
}

/* ---- The rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, sutra_result_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  SutraResultItem *item = gtk_list_item_get_item (row);
  gboolean section = sutra_result_item_get_kind (item) == SUTRA_RESULT_SECTION;

  sutra_result_row_set_item (SUTRA_RESULT_ROW (gtk_list_item_get_child (row)), item);
  gtk_list_item_set_activatable (row, !section);
  gtk_list_item_set_selectable (row, !section);
}

static void
activate_cb (SutraResultList *self, guint position)
{
  g_autoptr (SutraResultItem) item = get_item (self, position);
  g_autoptr (SutraArticle) article = NULL;
  SutraResultKind kind = item != NULL ? sutra_result_item_get_kind (item) : SUTRA_RESULT_SECTION;

  if (kind == SUTRA_RESULT_MORE)
    next_page (self);
  if (kind == SUTRA_RESULT_SECTION || kind == SUTRA_RESULT_MORE || self->the_case == NULL)
    return;
  article = sutra_case_get_article (self->the_case, sutra_result_item_get_article (item), NULL);
  if (article == NULL || sutra_article_get_deleted (article))
    sutra_feedback_note (GTK_WIDGET (self), _ ("This article is no longer in the case."));
  else if (kind == SUTRA_RESULT_TITLE)
    g_signal_emit (self, signals[TITLE_CHOSEN], 0, article);
  else
    g_signal_emit (self, signals[PLACE_CHOSEN], 0, article, sutra_result_item_get_start (item), sutra_result_item_get_end (item));
}

static void
edge_reached_cb (SutraResultList *self, GtkPositionType edge)
{
  if (edge == GTK_POS_BOTTOM)
    next_page (self);
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEFT], 0);
}

static void
set_titles (SutraResultList *self, GListModel *titles)
{
  if (self->titles != NULL)
    g_signal_handlers_disconnect_by_data (self->titles, self);
  if (g_set_object (&self->titles, titles) && titles != NULL)
    g_signal_connect_object (titles, "items-changed", G_CALLBACK (titles_changed_cb), self, G_CONNECT_SWAPPED);
}

/* An article came, went or has another title. */
static void
case_changed_cb (SutraResultList *self, SutraChanges *changes)
{
  gboolean articles = FALSE;

  for (guint i = 0; i < changes->rows->len && !articles; i++)
    articles = g_array_index (changes->rows, SutraChange, i).table == SUTRA_TABLE_ARTICLE;
  if (articles && self->query != NULL)
    begin (self);
}

static void
set_case (SutraResultList *self, SutraCase *the_case)
{
  if (self->the_case == the_case)
    return;
  if (self->the_case != NULL)
    g_signal_handlers_disconnect_by_data (self->the_case, self);
  g_set_object (&self->the_case, the_case);
  if (the_case != NULL)
    g_signal_connect_object (the_case, "changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
sutra_result_list_dispose (GObject *object)
{
  SutraResultList *self = SUTRA_RESULT_LIST (object);

  drop_job (self);
  set_titles (self, NULL);
  set_case (self, NULL);
  g_clear_object (&self->items);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->query, g_free);
  G_OBJECT_CLASS (sutra_result_list_parent_class)->dispose (object);
}

static void
sutra_result_list_class_init (SutraResultListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_result_list_dispose;
  signals[PLACE_CHOSEN] = g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                        SUTRA_TYPE_ARTICLE, G_TYPE_UINT, G_TYPE_UINT);
  signals[TITLE_CHOSEN] =
      g_signal_new ("title-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SUTRA_TYPE_ARTICLE);
  signals[LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-result-list.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "resultlist");
  gtk_widget_class_bind_template_child (widget_class, SutraResultList, box);
  gtk_widget_class_bind_template_child (widget_class, SutraResultList, stack);
  gtk_widget_class_bind_template_child (widget_class, SutraResultList, view);
  gtk_widget_class_bind_template_child (widget_class, SutraResultList, selection);
  gtk_widget_class_bind_template_child (widget_class, SutraResultList, none);
  gtk_widget_class_bind_template_child (widget_class, SutraResultList, hint);
  gtk_widget_class_bind_template_child (widget_class, SutraResultList, status);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_reached_cb);
  gtk_widget_class_install_action (widget_class, "results.leave", NULL, leave_action);
}

static void
sutra_result_list_init (SutraResultList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (SUTRA_TYPE_RESULT_ITEM);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->items));
}

GtkWidget *
sutra_result_list_new (void)
{
  return g_object_new (SUTRA_TYPE_RESULT_LIST, NULL);
}

void
sutra_result_list_search (SutraResultList *self, SutraCase *the_case, const char *query, GListModel *titles)
{
  g_autofree char *kept = g_strdup (query);

  g_return_if_fail (SUTRA_IS_RESULT_LIST (self));
  g_return_if_fail ((the_case == NULL) == (query == NULL));

  set_case (self, the_case);
  set_titles (self, titles);
  g_free (self->query);
  self->query = g_steal_pointer (&kept);
  begin (self);
}

const char *
sutra_result_list_get_query (SutraResultList *self)
{
  g_return_val_if_fail (SUTRA_IS_RESULT_LIST (self), NULL);
  return self->query;
}

GListModel *
sutra_result_list_get_items (SutraResultList *self)
{
  g_return_val_if_fail (SUTRA_IS_RESULT_LIST (self), NULL);
  return G_LIST_MODEL (self->items);
}

gboolean
sutra_result_list_focus (SutraResultList *self)
{
  g_return_val_if_fail (SUTRA_IS_RESULT_LIST (self), FALSE);
  return g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0 && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

gboolean
sutra_result_list_activate_first (SutraResultList *self)
{
  guint n, first_title = G_MAXUINT;

  g_return_val_if_fail (SUTRA_IS_RESULT_LIST (self), FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SutraResultItem) item = get_item (self, i);

      if (sutra_result_item_get_kind (item) == SUTRA_RESULT_PLACE)
        {
          activate_cb (self, i);
          return TRUE;
        }
      if (sutra_result_item_get_kind (item) == SUTRA_RESULT_TITLE && first_title == G_MAXUINT)
        first_title = i;
    }
  if (first_title != G_MAXUINT)
    activate_cb (self, first_title);
  return first_title != G_MAXUINT;
}
