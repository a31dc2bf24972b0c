/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article.h"
#include "sutra-case-private.h"
#include "sutra-content.h"

/* Bytes whose digest takes as long as reading a few thousand spans. */
#define LONG_TEXT (512 << 10)

struct _SutraArticle
{
  SutraLive parent_instance;

  char *title;
  char *source;
  char *url;
  char *author;
  char *published;
  char *accessed;
  char *language;
  char *notes;
  char *encoding;
  char *media_type;
  char *file_name;
  char *sha256;
  char *text_sha256;
  char *added;
  guint code_points;

  SutraText *text;       /* (nullable): not loaded */
  SutraSpanIndex *spans; /* (nullable): not loaded */
  GArray *corrections;   /* (nullable): not loaded */
  guint dirty_start;     /* what changed since "spans-changed" was emitted; empty: dirty_start > dirty_end */
  guint dirty_end;
};

G_DEFINE_FINAL_TYPE (SutraArticle, sutra_article, SUTRA_TYPE_LIVE)

enum
{
  PROP_TITLE = 1,
  PROP_SOURCE,
  PROP_URL,
  PROP_AUTHOR,
  PROP_PUBLISHED,
  PROP_ACCESSED,
  PROP_LANGUAGE,
  PROP_NOTES,
  PROP_ENCODING,
  PROP_MEDIA_TYPE,
  PROP_FILE_NAME,
  PROP_SHA256,
  PROP_TEXT_SHA256,
  PROP_ADDED,
  PROP_CODE_POINTS,
  N_PROPS,
};

enum
{
  SPANS_CHANGED,
  SENTENCES_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

const char sutra_article_span_select[] =
    "SELECT id, type, entity, start, \"end\", stem_end, status, fragments, article FROM mention WHERE id = ?";

static void
sutra_article_load (SutraLive *live, SutraStatement *row)
{
  SutraArticle *self = SUTRA_ARTICLE (live);

  sutra_live_take_string (live, &self->title, sutra_statement_get_text (row, 1), properties[PROP_TITLE]);
  sutra_live_take_string (live, &self->source, sutra_statement_get_text (row, 2), properties[PROP_SOURCE]);
  sutra_live_take_string (live, &self->url, sutra_statement_get_text (row, 3), properties[PROP_URL]);
  sutra_live_take_string (live, &self->author, sutra_statement_get_text (row, 4), properties[PROP_AUTHOR]);
  sutra_live_take_string (live, &self->published, sutra_statement_get_text (row, 5), properties[PROP_PUBLISHED]);
  sutra_live_take_string (live, &self->accessed, sutra_statement_get_text (row, 6), properties[PROP_ACCESSED]);
  sutra_live_take_string (live, &self->language, sutra_statement_get_text (row, 7), properties[PROP_LANGUAGE]);
  sutra_live_take_string (live, &self->notes, sutra_statement_get_text (row, 8), properties[PROP_NOTES]);
  sutra_live_take_string (live, &self->encoding, sutra_statement_get_text (row, 9), properties[PROP_ENCODING]);
  sutra_live_take_string (live, &self->media_type, sutra_statement_get_text (row, 10), properties[PROP_MEDIA_TYPE]);
  sutra_live_take_string (live, &self->file_name, sutra_statement_get_text (row, 11), properties[PROP_FILE_NAME]);
  sutra_live_take_string (live, &self->sha256, sutra_statement_get_text (row, 12), properties[PROP_SHA256]);
  sutra_live_take_string (live, &self->text_sha256, sutra_statement_get_text (row, 13), properties[PROP_TEXT_SHA256]);
  sutra_live_take_string (live, &self->added, sutra_statement_get_text (row, 14), properties[PROP_ADDED]);
  sutra_live_take_int (live, &self->code_points, sutra_statement_get_int (row, 15), properties[PROP_CODE_POINTS]);
}

static void
sutra_article_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SutraArticle *self = SUTRA_ARTICLE (object);

  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    case PROP_URL:
      g_value_set_string (value, self->url);
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;
    case PROP_PUBLISHED:
      g_value_set_string (value, self->published);
      break;
    case PROP_ACCESSED:
      g_value_set_string (value, self->accessed);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_NOTES:
      g_value_set_string (value, self->notes);
      break;
    case PROP_ENCODING:
      g_value_set_string (value, self->encoding);
      break;
    case PROP_MEDIA_TYPE:
      g_value_set_string (value, self->media_type);
      break;
    case PROP_FILE_NAME:
      g_value_set_string (value, self->file_name);
      break;
    case PROP_SHA256:
      g_value_set_string (value, self->sha256);
      break;
    case PROP_TEXT_SHA256:
      g_value_set_string (value, self->text_sha256);
      break;
    case PROP_ADDED:
      g_value_set_string (value, self->added);
      break;
    case PROP_CODE_POINTS:
      g_value_set_uint (value, self->code_points);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_article_finalize (GObject *object)
{
  SutraArticle *self = SUTRA_ARTICLE (object);

  g_free (self->title);
  g_free (self->source);
  g_free (self->url);
  g_free (self->author);
  g_free (self->published);
  g_free (self->accessed);
  g_free (self->language);
  g_free (self->notes);
  g_free (self->encoding);
  g_free (self->media_type);
  g_free (self->file_name);
  g_free (self->sha256);
  g_free (self->text_sha256);
  g_free (self->added);
  g_clear_pointer (&self->text, sutra_text_unref);
  g_clear_pointer (&self->spans, sutra_span_index_free);
  g_clear_pointer (&self->corrections, g_array_unref);

  G_OBJECT_CLASS (sutra_article_parent_class)->finalize (object);
}

static void
sutra_article_class_init (SutraArticleClass *klass)
{
  static const char *const names[] = { "title",    "source",     "url",       "author", "published",   "accessed", "language", "notes",
                                       "encoding", "media-type", "file-name", "sha256", "text-sha256", "added",    NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SutraLiveClass *live_class = SUTRA_LIVE_CLASS (klass);

  object_class->get_property = sutra_article_get_property;
  object_class->finalize = sutra_article_finalize;
  live_class->table = SUTRA_TABLE_ARTICLE;
  live_class->select =
      "SELECT id, title, source, url, author, published, accessed, language, notes, encoding, media_type, file_name, sha256, text_sha256, added, code_points FROM article WHERE id = ?";
  live_class->load = sutra_article_load;

  sutra_live_install_strings (object_class, properties, PROP_TITLE, names);
  properties[PROP_CODE_POINTS] =
      g_param_spec_uint ("code-points", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_property (object_class, PROP_CODE_POINTS, properties[PROP_CODE_POINTS]);

  signals[SPANS_CHANGED] =
      g_signal_new ("spans-changed", SUTRA_TYPE_ARTICLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SENTENCES_CHANGED] =
      g_signal_new ("sentences-changed", SUTRA_TYPE_ARTICLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sutra_article_init (SutraArticle *self)
{
  self->dirty_start = G_MAXUINT;
}

const SutraId *
sutra_article_get_id (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return sutra_live_get_id (SUTRA_LIVE (self));
}

gboolean
sutra_article_get_deleted (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), TRUE);

  return sutra_live_get_deleted (SUTRA_LIVE (self));
}

const char *
sutra_article_get_title (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->title;
}

const char *
sutra_article_get_source (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->source;
}

const char *
sutra_article_get_url (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->url;
}

const char *
sutra_article_get_author (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->author;
}

const char *
sutra_article_get_published (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->published;
}

const char *
sutra_article_get_accessed (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->accessed;
}

const char *
sutra_article_get_language (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->language;
}

const char *
sutra_article_get_notes (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->notes;
}

const char *
sutra_article_get_encoding (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->encoding;
}

const char *
sutra_article_get_media_type (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->media_type;
}

const char *
sutra_article_get_file_name (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->file_name;
}

const char *
sutra_article_get_sha256 (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->sha256;
}

const char *
sutra_article_get_text_sha256 (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->text_sha256;
}

const char *
sutra_article_get_added (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  return self->added;
}

guint
sutra_article_get_code_points (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), 0);

  return self->code_points;
}

typedef struct
{
  GBytes *bytes;
  SutraText *text; /* (nullable) */
  GError *error;
} TextJob;

static gpointer
make_text (gpointer data)
{
  TextJob *job = data;

  job->text = sutra_text_new (job->bytes, &job->error);
  return NULL;
}

SutraText *
sutra_article_get_text (SutraArticle *self, GError **error)
{
  SutraStore *store;
  SutraContentCheck *check;
  TextJob job = { NULL };
  GThread *thread = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SutraText) text = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  if (self->text != NULL)
    return self->text;

  store = sutra_live_get_store (SUTRA_LIVE (self));
  if (store == NULL)
    return sutra_case_fail_closed (error), NULL;
  bytes = sutra_content_get (store, self->text_sha256, FALSE, error);
  if (bytes == NULL)
    return NULL;

  check = sutra_content_check_start (store, bytes, self->text_sha256);
  job.bytes = bytes;
  /* Who shows a long text shows its marks too: they are read while its digest is computed and its characters are counted. */
  if (g_bytes_get_size (bytes) >= LONG_TEXT)
    {
      thread = g_thread_try_new ("sutra-text", make_text, &job, NULL);
      sutra_article_get_spans (self, NULL);
    }
  if (thread != NULL)
    g_thread_join (thread);
  else
    make_text (&job);
  text = job.text;
  local_error = job.error;
  if (!sutra_content_check_finish (check, error))
    return NULL;
  if (text == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  self->text = g_steal_pointer (&text);
  return self->text;
}

gboolean
sutra_article_has_text (SutraArticle *self)
{
  return self->text != NULL;
}

gboolean
sutra_article_has_spans (SutraArticle *self)
{
  return self->spans != NULL;
}

/* Appends the spans of @row, a row of sutra_article_span_select. */
static void
read_spans (SutraStatement *row, GArray *spans)
{
  SutraSpan span = {
    .id = sutra_statement_get_id (row, 0),
    .type = sutra_statement_get_id (row, 1),
    .entity = sutra_statement_get_id (row, 2),
    .start = (guint32) sutra_statement_get_int (row, 3),
    .end = (guint32) sutra_statement_get_int (row, 4),
    .stem_end = (guint32) sutra_statement_get_int (row, 5),
    .status = (guint8) sutra_mention_status_from_int (sutra_statement_get_int (row, 6)),
  };
  g_autoptr (GArray) fragments = NULL;

  g_array_append_val (spans, span);
  if (sutra_statement_is_null (row, 7))
    return;

  fragments = sutra_fragments_parse (sutra_statement_get_text (row, 7));
  for (guint i = 0; i < fragments->len; i++)
    {
      const SutraRange *range = &g_array_index (fragments, SutraRange, i);

      span.start = range->start;
      span.end = span.stem_end = range->end;
      span.part = (guint16) (i + 1);
      g_array_append_val (spans, span);
    }
}

static GArray *
load_spans (SutraArticle *self, SutraStore *store, GError **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SutraStatement) rows = sutra_statement_new (
      store, error, "SELECT id, type, entity, start, \"end\", stem_end, status, fragments FROM mention WHERE article = ?", "i",
      sutra_article_get_id (self));

  if (rows == NULL)
    return NULL;
  while (sutra_statement_next (rows, &local_error))
    read_spans (rows, spans);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return g_steal_pointer (&spans);
}

SutraSpanIndex *
sutra_article_get_spans (SutraArticle *self, GError **error)
{
  g_autoptr (GArray) spans = NULL;
  SutraStore *store;

  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  if (self->spans != NULL)
    return self->spans;

  store = sutra_live_get_store (SUTRA_LIVE (self));
  if (store == NULL)
    return sutra_case_fail_closed (error), NULL;
  spans = load_spans (self, store, error);
  if (spans == NULL)
    return NULL;

  self->spans = sutra_span_index_new ();
  sutra_span_index_load (self->spans, (const SutraSpan *) (gpointer) spans->data, spans->len);
  return self->spans;
}

static gboolean
spans_equal (GArray *a, GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const SutraSpan *x = &g_array_index (a, SutraSpan, i);
      const SutraSpan *y = &g_array_index (b, SutraSpan, i);

      if (x->start != y->start || x->end != y->end || x->stem_end != y->stem_end || x->part != y->part || x->status != y->status ||
          !sutra_id_equal (&x->type, &y->type) || !sutra_id_equal (&x->entity, &y->entity))
        return FALSE;
    }
  return TRUE;
}

static void
mark_dirty (SutraArticle *self, GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const SutraSpan *span = &g_array_index (spans, SutraSpan, i);

      self->dirty_start = MIN (self->dirty_start, span->start);
      self->dirty_end = MAX (self->dirty_end, span->end);
    }
}

void
sutra_article_update_span (SutraArticle *self, const SutraId *id, SutraStatement *row)
{
  g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (SutraSpan));
  g_autoptr (GArray) new = g_array_new (FALSE, FALSE, sizeof (SutraSpan));

  sutra_span_index_get_parts (self->spans, id, old);
  if (row != NULL)
    read_spans (row, new);

  if (spans_equal (old, new))
    return;

  mark_dirty (self, old);
  mark_dirty (self, new);
  sutra_span_index_remove (self->spans, id);
  for (guint i = 0; i < new->len; i++)
    sutra_span_index_insert (self->spans, &g_array_index (new, SutraSpan, i));
}

void
sutra_article_reload_spans (SutraArticle *self)
{
  SutraStore *store = sutra_live_get_store (SUTRA_LIVE (self));
  g_autoptr (GArray) spans = load_spans (self, store, NULL);

  if (spans == NULL)
    return;
  sutra_span_index_load (self->spans, (const SutraSpan *) (gpointer) spans->data, spans->len);
  self->dirty_start = 0;
  self->dirty_end = self->code_points;
}

void
sutra_article_flush_spans (SutraArticle *self)
{
  guint start = self->dirty_start;
  guint end = self->dirty_end;

  if (start > end)
    return;
  self->dirty_start = G_MAXUINT;
  self->dirty_end = 0;
  g_signal_emit (self, signals[SPANS_CHANGED], 0, start, end);
}

guint
sutra_article_count_mentions (SutraArticle *self)
{
  SutraStore *store;

  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), 0);

  store = sutra_live_get_store (SUTRA_LIVE (self));
  if (store == NULL)
    return 0;
  return (guint) sutra_store_get_int (store, 0, "SELECT count(*) FROM mention WHERE article = ? AND status = 0", "i",
                                      sutra_article_get_id (self));
}

/* ---- Sentences ---- */

static GArray *
load_corrections (SutraArticle *self)
{
  SutraStore *store = sutra_live_get_store (SUTRA_LIVE (self));
  GArray *corrections = g_array_new (FALSE, TRUE, sizeof (SutraSentenceCorrection));
  g_autoptr (SutraStatement) rows = NULL;

  if (store != NULL)
    rows = sutra_statement_new (store, NULL, "SELECT position, joined FROM boundary WHERE article = ? ORDER BY position, created, id", "i",
                                sutra_article_get_id (self));
  while (rows != NULL && sutra_statement_next (rows, NULL))
    {
      gint64 position = sutra_statement_get_int (rows, 0);
      SutraSentenceCorrection correction = { (guint32) position, sutra_statement_get_int (rows, 1) != 0 };

      /* Of a damaged file. */
      if (position >= 0 && position <= G_MAXUINT32)
        g_array_append_val (corrections, correction);
    }
  return corrections;
}

GArray *
sutra_article_get_corrections (SutraArticle *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE (self), NULL);

  if (self->corrections == NULL)
    self->corrections = load_corrections (self);
  return self->corrections;
}

void
sutra_article_reload_corrections (SutraArticle *self)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->corrections);
  gboolean same;

  if (old == NULL)
    return;
  self->corrections = load_corrections (self);
  same = self->corrections->len == old->len;
  for (guint i = 0; same && i < old->len; i++)
    {
      const SutraSentenceCorrection *a = &g_array_index (old, SutraSentenceCorrection, i);
      const SutraSentenceCorrection *b = &g_array_index (self->corrections, SutraSentenceCorrection, i);

      same = a->position == b->position && a->joined == b->joined;
    }
  if (!same)
    g_signal_emit (self, signals[SENTENCES_CHANGED], 0);
}

void
sutra_article_get_sentence (SutraArticle *self, gsize cp, gsize *start, gsize *end)
{
  SutraText *text;

  g_return_if_fail (SUTRA_IS_ARTICLE (self));
  g_return_if_fail (start != NULL && end != NULL);

  *start = *end = cp;
  text = sutra_article_get_text (self, NULL);
  if (text != NULL)
    sutra_sentences_at_corrected (text, sutra_article_get_corrections (self), cp, start, end);
}
