/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suggestions.h"

#include "sutra-fold.h"
#include "sutra-suggest-private.h"

/* So long edits may go on before suggestions are looked for again, in milliseconds. */
#define PAUSE 80

struct _SutraSuggestions
{
  GObject parent_instance;

  SutraCase *the_case;   /* (owned) */
  SutraArticle *article; /* (owned) */
  guint kinds;

  GPtrArray *all;    /* (owned) SutraSuggestion *, text order, whatever is decided */
  GArray *is_open;   /* (owned) gboolean for each of @all */
  GPtrArray *open;   /* (owned) SutraSuggestion * of @all that are open */
  GHashTable *by_id; /* (owned) SutraId in @all to its number there */
  SutraSpanIndex *spans;
  GArray *scratch;

  guint source;              /* timeout */
  GCancellable *cancellable; /* (nullable) (owned) of the job under way */
  SutraKnownNames *names;    /* (nullable) (owned) what @all rests on */
  char *digest;              /* (nullable) (owned) likewise */
  guint found_kinds;
};

G_DEFINE_TYPE (SutraSuggestions, sutra_suggestions, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  RETURNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- What is open ---- */

static SutraSpan
span_of (const SutraSuggestion *suggestion)
{
  return (SutraSpan){ .id = suggestion->id,
                      .type = suggestion->type,
                      .entity = suggestion->entity,
                      .start = suggestion->start,
                      .end = suggestion->end,
                      .stem_end = suggestion->stem_end,
                      .status = SUTRA_MENTION_SUGGESTED };
}

/* Rebuilds what follows from @is_open, all but the spans. */
static void
list_open (SutraSuggestions *self)
{
  g_ptr_array_set_size (self->open, 0);
  for (guint i = 0; i < self->all->len; i++)
    if (g_array_index (self->is_open, gboolean, i))
      g_ptr_array_add (self->open, self->all->pdata[i]);
}

static void
tell (SutraSuggestions *self, const SutraSuggestion *returned)
{
  SutraId id = returned != NULL ? returned->id : SUTRA_ID_NULL;

  g_object_ref (self);
  g_signal_emit (self, signals[CHANGED], 0);
  if (returned != NULL && sutra_suggestions_find (self, &id) != G_MAXUINT)
    g_signal_emit (self, signals[RETURNED], 0, &id);
  g_object_unref (self);
}

/* Decides again for what overlaps [@start, @end). */
static void
spans_changed_cb (SutraSuggestions *self, guint start, guint end)
{
  SutraSpanIndex *mentions = sutra_article_get_spans (self->article, NULL);
  const SutraSuggestion *returned = NULL;
  gboolean changed = FALSE;

  if (mentions == NULL)
    return;
  for (guint i = 0; i < self->all->len; i++)
    {
      const SutraSuggestion *suggestion = self->all->pdata[i];
      gboolean *is_open = &g_array_index (self->is_open, gboolean, i);
      gboolean now;

      if (suggestion->start >= end)
        break;
      if (suggestion->end <= start)
        continue;
      now = sutra_suggestion_is_open (suggestion, mentions, self->scratch);
      if (now == *is_open)
        continue;
      *is_open = now;
      changed = TRUE;
      if (now)
        {
          SutraSpan span = span_of (suggestion);

          sutra_span_index_insert (self->spans, &span);
          returned = returned != NULL ? returned : suggestion;
        }
      else
        sutra_span_index_remove (self->spans, &suggestion->id);
    }
  if (!changed)
    return;
  list_open (self);
  tell (self, returned);
}

/* ---- Finding ---- */

typedef struct
{
  SutraId article;
  SutraText *text;
  SutraKnownNames *names; /* (nullable) */
  guint64 state;
  guint kinds;
  char *digest; /* (nullable): of what is there already, if it was found for these names and kinds */
} Job;

typedef struct
{
  GPtrArray *found; /* NULL: the same as before */
  SutraKnownNames *names;
  char *digest;
} Finding;

static void
job_free (gpointer data)
{
  Job *job = data;

  sutra_text_unref (job->text);
  g_clear_pointer (&job->names, sutra_known_names_unref);
  g_free (job->digest);
  g_free (job);
}

static void
finding_free (gpointer data)
{
  Finding *finding = data;

  g_clear_pointer (&finding->found, g_ptr_array_unref);
  g_clear_pointer (&finding->names, sutra_known_names_unref);
  g_free (finding->digest);
  g_free (finding);
}

static void
find_run (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (SutraSuggestInput) input = sutra_suggest_input_read (store, &job->article, job->text, job->names, cancellable, &error);
  g_autoptr (GPtrArray) found = NULL;
  gboolean same = input != NULL && job->names != NULL && g_strcmp0 (input->digest, job->digest) == 0;
  Finding *finding;

  if (input != NULL && !same)
    found = sutra_suggest_find (input, job->kinds, cancellable, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  finding = g_new0 (Finding, 1);
  finding->found = g_steal_pointer (&found);
  finding->names = sutra_known_names_ref (input->names);
  finding->digest = g_strdup (input->digest);
  g_task_return_pointer (task, finding, finding_free);
}

static void
take_found (SutraSuggestions *self, Finding *finding)
{
  SutraSpanIndex *mentions = sutra_article_get_spans (self->article, NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SutraSpan));

  if (mentions == NULL)
    return;
  g_hash_table_remove_all (self->by_id);
  g_ptr_array_set_size (self->open, 0);
  g_ptr_array_unref (self->all);
  self->all = g_steal_pointer (&finding->found);
  g_array_set_size (self->is_open, self->all->len);
  for (guint i = 0; i < self->all->len; i++)
    {
      SutraSuggestion *suggestion = self->all->pdata[i];
      gboolean is_open = sutra_suggestion_is_open (suggestion, mentions, self->scratch);

      g_array_index (self->is_open, gboolean, i) = is_open;
      g_hash_table_insert (self->by_id, &suggestion->id, GUINT_TO_POINTER (i));
      if (is_open)
        {
          SutraSpan span = span_of (suggestion);

          g_array_append_val (spans, span);
        }
    }
  sutra_span_index_load (self->spans, (const SutraSpan *) (gconstpointer) spans->data, spans->len);
  list_open (self);
}

typedef struct
{
  SutraSuggestions *self;    /* (owned) */
  GCancellable *cancellable; /* (owned) */
  guint64 state;
  guint kinds;
} Pending;

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Pending *pending = data;
  g_autoptr (SutraSuggestions) self = pending->self;
  g_autoptr (GCancellable) cancellable = pending->cancellable;
  g_autoptr (GError) error = NULL;
  Finding *finding = sutra_worker_run_finish (SUTRA_WORKER (source), result, &error);

  /* Superseded, or disposed of. */
  if (self->the_case == NULL || cancellable != self->cancellable)
    {
      g_clear_pointer (&finding, finding_free);
      return;
    }
  /* An error is that the article or the case is gone: there is nothing to tell the analyst. */
  g_clear_object (&self->cancellable);
  if (finding != NULL)
    {
      gboolean changed = finding->found != NULL;

      sutra_known_names_keep (self->the_case, finding->names, pending->state);
      if (changed)
        take_found (self, finding);
      g_clear_pointer (&self->names, sutra_known_names_unref);
      self->names = sutra_known_names_ref (finding->names);
      g_free (self->digest);
      self->digest = g_steal_pointer (&finding->digest);
      self->found_kinds = pending->kinds;
      finding_free (finding);
      if (changed)
        tell (self, NULL);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static gboolean
find_cb (gpointer data)
{
  SutraSuggestions *self = data;
  SutraText *text = sutra_article_get_text (self->article, NULL);
  Pending *pending;
  Job *job;

  self->source = 0;
  if (text == NULL || sutra_article_get_deleted (self->article) || sutra_case_get_store (self->the_case) == NULL)
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
      return G_SOURCE_REMOVE;
    }
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  job = g_new0 (Job, 1);
  job->article = *sutra_article_get_id (self->article);
  job->text = sutra_text_ref (text);
  job->names = sutra_known_names_peek (self->the_case, &job->state);
  job->kinds = self->kinds;
  if (job->names != NULL && job->names == self->names && self->kinds == self->found_kinds)
    job->digest = g_strdup (self->digest);
  pending = g_new (Pending, 1);
  *pending = (Pending){ g_object_ref (self), g_object_ref (self->cancellable), job->state, job->kinds };
  sutra_worker_run_async (sutra_case_get_reader (self->the_case), G_PRIORITY_LOW, find_run, job, job_free, self->cancellable, found_cb,
                          pending);
  return G_SOURCE_REMOVE;
}

static void
look_again (SutraSuggestions *self, guint pause)
{
  gboolean was_busy = sutra_suggestions_get_busy (self);

  if (self->source != 0)
    return;
  self->source = pause > 0 ? g_timeout_add_full (G_PRIORITY_LOW, pause, find_cb, self, NULL)
                           : g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, find_cb, self, NULL);
  if (!was_busy)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Mentions of other articles change nothing here; which article a changed one is in is for the job to see. */
static void
case_changed_cb (SutraSuggestions *self, SutraChanges *changes)
{
  const SutraId *article = sutra_article_get_id (self->article);

  for (guint i = 0; i < changes->rows->len; i++)
    {
      const SutraChange *change = &g_array_index (changes->rows, SutraChange, i);

      switch (change->table)
        {
        case SUTRA_TABLE_TYPE:
        case SUTRA_TABLE_ENTITY:
        case SUTRA_TABLE_ALIAS:
          look_again (self, PAUSE);
          return;
        case SUTRA_TABLE_ARTICLE:
          if (!sutra_id_equal (&change->id, article))
            break;
          look_again (self, PAUSE);
          return;
        case SUTRA_TABLE_MENTION:
          if (change->operation != SUTRA_CHANGE_UPDATE && !sutra_id_equal (&change->owner, article))
            break;
          look_again (self, PAUSE);
          return;
        case SUTRA_TABLE_ATTRIBUTE:
        case SUTRA_TABLE_RELATION:
        case SUTRA_TABLE_BOUNDARY:
        case SUTRA_TABLE_LOCATION:
        default:
          break;
        }
    }
}

/* ---- Object ---- */

static void
sutra_suggestions_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_BUSY)
    g_value_set_boolean (value, sutra_suggestions_get_busy (SUTRA_SUGGESTIONS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
sutra_suggestions_dispose (GObject *object)
{
  SutraSuggestions *self = SUTRA_SUGGESTIONS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->article);
  g_clear_object (&self->the_case);
  G_OBJECT_CLASS (sutra_suggestions_parent_class)->dispose (object);
}

static void
sutra_suggestions_finalize (GObject *object)
{
  SutraSuggestions *self = SUTRA_SUGGESTIONS (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->all);
  g_array_unref (self->is_open);
  g_array_unref (self->scratch);
  sutra_span_index_free (self->spans);
  g_clear_pointer (&self->names, sutra_known_names_unref);
  g_free (self->digest);
  G_OBJECT_CLASS (sutra_suggestions_parent_class)->finalize (object);
}

static void
sutra_suggestions_class_init (SutraSuggestionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = sutra_suggestions_get_property;
  object_class->dispose = sutra_suggestions_dispose;
  object_class->finalize = sutra_suggestions_finalize;

  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RETURNED] = g_signal_new ("returned", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
sutra_suggestions_init (SutraSuggestions *self)
{
  self->all = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_suggestion_free);
  self->open = g_ptr_array_new ();
  self->is_open = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->by_id = g_hash_table_new (sutra_id_hash, sutra_id_equal);
  self->scratch = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  self->spans = sutra_span_index_new ();
}

static guint
clean_kinds (guint kinds)
{
  return (kinds != SUTRA_SUGGEST_ALL ? kinds : ~0u) & ~(1u << SUTRA_SUGGESTION_CHECK);
}

SutraSuggestions *
sutra_suggestions_new (SutraCase *the_case, SutraArticle *article, guint kinds)
{
  SutraSuggestions *self;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case) && SUTRA_IS_ARTICLE (article), NULL);

  self = g_object_new (SUTRA_TYPE_SUGGESTIONS, NULL);
  self->the_case = g_object_ref (the_case);
  self->article = g_object_ref (article);
  self->kinds = clean_kinds (kinds);
  g_signal_connect_object (article, "spans-changed", G_CALLBACK (spans_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (the_case, "changed", G_CALLBACK (case_changed_cb), self, G_CONNECT_SWAPPED);
  look_again (self, 0);
  return self;
}

SutraArticle *
sutra_suggestions_get_article (SutraSuggestions *self)
{
  g_return_val_if_fail (SUTRA_IS_SUGGESTIONS (self), NULL);

  return self->article;
}

void
sutra_suggestions_set_kinds (SutraSuggestions *self, guint kinds)
{
  g_return_if_fail (SUTRA_IS_SUGGESTIONS (self));

  kinds = clean_kinds (kinds);
  if (self->kinds == kinds)
    return;
  self->kinds = kinds;
  look_again (self, 0);
}

gboolean
sutra_suggestions_get_busy (SutraSuggestions *self)
{
  g_return_val_if_fail (SUTRA_IS_SUGGESTIONS (self), FALSE);

  return self->source != 0 || self->cancellable != NULL;
}

guint
sutra_suggestions_get_length (SutraSuggestions *self)
{
  g_return_val_if_fail (SUTRA_IS_SUGGESTIONS (self), 0);

  return self->open->len;
}

SutraSuggestion *
sutra_suggestions_get (SutraSuggestions *self, guint position)
{
  g_return_val_if_fail (SUTRA_IS_SUGGESTIONS (self), NULL);
  g_return_val_if_fail (position < self->open->len, NULL);

  return self->open->pdata[position];
}

guint
sutra_suggestions_find (SutraSuggestions *self, const SutraId *id)
{
  gpointer number;
  guint low = 0, high;

  g_return_val_if_fail (SUTRA_IS_SUGGESTIONS (self) && id != NULL, G_MAXUINT);

  if (!g_hash_table_lookup_extended (self->by_id, id, NULL, &number) || !g_array_index (self->is_open, gboolean, GPOINTER_TO_UINT (number)))
    return G_MAXUINT;
  low = sutra_suggestions_next_from (self, ((const SutraSuggestion *) self->all->pdata[GPOINTER_TO_UINT (number)])->start);
  for (high = low; high < self->open->len; high++)
    if (sutra_id_equal (&((const SutraSuggestion *) self->open->pdata[high])->id, id))
      return high;
  g_assert_not_reached ();
}

guint
sutra_suggestions_next_from (SutraSuggestions *self, guint cp)
{
  guint low = 0, high;

  g_return_val_if_fail (SUTRA_IS_SUGGESTIONS (self), 0);

  high = self->open->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((const SutraSuggestion *) self->open->pdata[middle])->start < cp)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static char *
stem_key (SutraSuggestions *self, const SutraSuggestion *suggestion)
{
  g_autofree char *stem = g_utf8_substring (suggestion->text, 0, (glong) (suggestion->stem_end - suggestion->start));

  return sutra_fold_string (stem, -1);
}

GPtrArray *
sutra_suggestions_like (SutraSuggestions *self, const SutraSuggestion *suggestion)
{
  GPtrArray *like = g_ptr_array_new ();
  g_autofree char *key = NULL;

  g_return_val_if_fail (SUTRA_IS_SUGGESTIONS (self) && suggestion != NULL, like);

  if (sutra_id_is_null (&suggestion->entity))
    key = stem_key (self, suggestion);
  for (guint i = 0; i < self->open->len; i++)
    {
      SutraSuggestion *other = self->open->pdata[i];
      g_autofree char *other_key = NULL;

      if (other != suggestion && (other->kind != suggestion->kind || !sutra_id_equal (&other->type, &suggestion->type) ||
                                  !sutra_id_equal (&other->entity, &suggestion->entity) || (suggestion->sure && !other->sure)))
        continue;
      if (key != NULL && other != suggestion)
        other_key = stem_key (self, other);
      if (other_key == NULL || g_str_equal (key, other_key))
        g_ptr_array_add (like, other);
    }
  return like;
}

SutraSpanIndex *
sutra_suggestions_get_spans (SutraSuggestions *self)
{
  g_return_val_if_fail (SUTRA_IS_SUGGESTIONS (self), NULL);

  return self->spans;
}
