/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

static void
changed_cb (SutraCase *the_case, SutraChanges *changes, ModelFixture *self)
{
  g_assert_cmpuint (changes->rows->len, >, 0);
  self->n_changed++;
}

static void
watch_case (ModelFixture *self)
{
  g_signal_connect (self->the_case, "changed", G_CALLBACK (changed_cb), self);
}

void
model_fixture_set_up (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SutraTagset *tagset;

  /* Thousands of commits need not wait for a disk; where there is no such folder, any will do. */
  if (data == NULL && g_access ("/dev/shm", W_OK) == 0)
    self->folder = g_mkdtemp (g_strdup ("/dev/shm/sutra-model-XXXXXX"));
  if (self->folder == NULL)
    self->folder = g_dir_make_tmp ("sutra-model-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "পরীক্ষা.sutra", NULL);
  self->the_case = sutra_case_create (self->path, NULL, &error);
  g_assert_no_error (error);
  watch_case (self);

  tagset = sutra_case_get_tagset (self->the_case);
  self->person = *sutra_entity_type_get_id (sutra_tagset_get_by_slug (tagset, "person"));
  self->place = *sutra_entity_type_get_id (sutra_tagset_get_by_slug (tagset, "place"));
  self->article = model_add_article (self->the_case, MODEL_TEXT, NULL);
  self->article_id = *sutra_article_get_id (self->article);
}

void
model_fixture_tear_down (ModelFixture *self, gconstpointer data)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  g_clear_object (&self->article);
  g_signal_handlers_disconnect_by_data (self->the_case, self);
  g_assert_finalize_object (self->the_case);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->path, endings[i], NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

void
model_fixture_reopen (ModelFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->article);
  g_signal_handlers_disconnect_by_data (self->the_case, self);
  g_assert_finalize_object (self->the_case);
  self->the_case = sutra_case_open (self->path, FALSE, &error);
  g_assert_no_error (error);
  watch_case (self);
  self->article = sutra_case_get_article (self->the_case, &self->article_id, &error);
  g_assert_no_error (error);
}

void
model_test_add (const char *path, void (*func) (ModelFixture *self, gconstpointer data))
{
  g_test_add (path, ModelFixture, NULL, model_fixture_set_up, func, model_fixture_tear_down);
}

SutraArticle *
model_add_article (SutraCase *the_case, const char *text, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraText) words = sutra_text_new_from_string (text);
  g_autoptr (GBytes) original = g_bytes_new (text, strlen (text));
  SutraDraft draft = {
    .text = words, .original = original, .title = (char *) title, .encoding = (char *) "UTF-8", .media_type = (char *) "text/plain"
  };
  SutraArticle *article = sutra_case_add_article (the_case, &draft, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (SUTRA_IS_ARTICLE (article));
  return article;
}

SutraId
model_add_mention (SutraCase *the_case, const SutraId *article, guint start, guint end, const SutraId *type, const SutraId *entity)
{
  g_autoptr (GError) error = NULL;
  SutraMentionSpec spec = { .article = *article, .start = start, .end = end, .type = *type };
  SutraId id;

  if (entity != NULL)
    spec.entity = *entity;
  sutra_case_add_mentions (the_case, &spec, 1, &id, &error);
  g_assert_no_error (error);
  return id;
}

SutraId
model_add_entity (SutraCase *the_case, const SutraId *type, const char *label)
{
  g_autoptr (GError) error = NULL;
  SutraId id;

  sutra_case_add_entity (the_case, type, label, &id, &error);
  g_assert_no_error (error);
  return id;
}

void
model_find (SutraArticle *article, const char *needle, guint n, guint *start, guint *end)
{
  SutraText *text = sutra_article_get_text (article, NULL);
  const char *utf8 = sutra_text_get_utf8 (text, NULL);
  const char *place = utf8;

  for (guint i = 0; i <= n; i++)
    {
      place = strstr (i == 0 ? place : place + 1, needle);
      g_assert_nonnull (place);
    }
  *start = (guint) sutra_text_cp_of (text, (gsize) (place - utf8));
  *end = *start + (guint) g_utf8_strlen (needle, -1);
}

char *
model_dump (SutraCase *the_case)
{
  static const char *const queries[] = {
    "SELECT 'article', hex (id), title, source, url, author, published, accessed, language, notes, sha256, added FROM article ORDER BY id",
    "SELECT 'type', hex (id), slug, name, color, badge, shortcut, hex (parent), entities, position FROM type ORDER BY id",
    "SELECT 'entity', hex (id), hex (type), label, label_key, value, notes, latitude, longitude, radius_m, date, created FROM entity"
    " ORDER BY id",
    "SELECT 'alias', hex (id), hex (entity), text, text_key, language, hex (mention) FROM alias ORDER BY id",
    "SELECT 'attribute', hex (id), hex (entity), name, value, position FROM attribute ORDER BY id",
    "SELECT 'mention', hex (id), hex (article), start, \"end\", stem_end, fragments, hex (type), hex (entity), value, quote, quote_key, status,"
    " origin, note, author, created FROM mention ORDER BY id",
    "SELECT 'relation', hex (id), hex (source), hex (target), type, hex (mention), hex (article), start, \"end\", date, notes FROM relation"
    " ORDER BY id",
    "SELECT 'boundary', hex (id), hex (article), position, joined, author, created FROM boundary ORDER BY id",
    "SELECT 'location', hex (id), hex (entity), role, latitude, longitude, radius_m, area, place, source, created FROM location ORDER BY id",
  };
  static const int columns[] = { 12, 10, 12, 7, 6, 16, 11, 7, 11 };
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SutraStatement) rows = sutra_statement_new (sutra_case_get_store (the_case), &error, queries[i], "");

      while (sutra_statement_next (rows, &error))
        {
          for (int column = 0; column < columns[i]; column++)
            {
              const char *text = sutra_statement_get_text (rows, column);

              g_string_append_printf (dump, "%s|", text != NULL ? text : "∅");
            }
          g_string_append_c (dump, '\n');
        }
      g_assert_no_error (error);
    }
  return g_string_free (dump, FALSE);
}

gint64
model_history_count (SutraCase *the_case)
{
  return sutra_store_get_int (sutra_case_get_store (the_case), -1, "SELECT count(*) FROM history", "");
}

ModelRefusal *
model_refusal_begin (ModelFixture *self)
{
  ModelRefusal *refusal = g_new0 (ModelRefusal, 1);

  refusal->dump = model_dump (self->the_case);
  refusal->history = model_history_count (self->the_case);
  refusal->n_changed = self->n_changed;
  return refusal;
}

void
model_refusal_end (ModelRefusal *refusal, ModelFixture *self)
{
  g_autofree char *dump = model_dump (self->the_case);

  g_assert_false (sutra_store_in_edit (sutra_case_get_store (self->the_case)));
  g_assert_cmpstr (dump, ==, refusal->dump);
  g_assert_cmpint (model_history_count (self->the_case), ==, refusal->history);
  g_assert_cmpuint (self->n_changed, ==, refusal->n_changed);
  g_free (refusal->dump);
  g_free (refusal);
}

void
model_check_undo_redo (ModelFixture *self, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = model_dump (self->the_case);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_true (sutra_case_can_undo (self->the_case));
  sutra_case_undo (self->the_case, NULL, &error);
  g_assert_no_error (error);
  undone = model_dump (self->the_case);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (sutra_case_can_redo (self->the_case));
  model_check_spans (self->the_case, self->article);

  sutra_case_redo (self->the_case, NULL, &error);
  g_assert_no_error (error);
  redone = model_dump (self->the_case);
  g_assert_cmpstr (redone, ==, after);
  g_assert_false (sutra_case_can_redo (self->the_case));
  model_check_spans (self->the_case, self->article);
}

static gboolean
print_span (const SutraSpan *span, gpointer data)
{
  GString *string = data;
  char id[SUTRA_ID_STRING_SIZE], type[SUTRA_ID_STRING_SIZE], entity[SUTRA_ID_STRING_SIZE];

  g_string_append_printf (string, "%s %u %u-%u %u %s %s %u\n", sutra_id_to_string (&span->id, id), span->part, span->start, span->end,
                          span->stem_end, sutra_id_to_string (&span->type, type), sutra_id_to_string (&span->entity, entity), span->status);
  return TRUE;
}

static char *
print_spans (SutraArticle *article)
{
  g_autoptr (GError) error = NULL;
  GString *string = g_string_new (NULL);
  SutraSpanIndex *spans = sutra_article_get_spans (article, &error);

  g_assert_no_error (error);
  sutra_span_index_check (spans);
  sutra_span_index_foreach (spans, print_span, string);
  return g_string_free (string, FALSE);
}

void
model_check_spans (SutraCase *the_case, SutraArticle *article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) other = NULL;
  g_autoptr (SutraArticle) fresh = NULL;
  g_autofree char *live = NULL;
  g_autofree char *read = NULL;

  other = sutra_case_open (sutra_case_get_path (the_case), TRUE, &error);
  g_assert_no_error (error);
  fresh = sutra_case_get_article (other, sutra_article_get_id (article), &error);
  if (sutra_article_get_deleted (article))
    {
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
      g_assert_cmpuint (sutra_span_index_size (sutra_article_get_spans (article, NULL)), ==, 0);
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpstr (sutra_article_get_title (article), ==, sutra_article_get_title (fresh));

  live = print_spans (article);
  read = print_spans (fresh);
  g_assert_cmpstr (live, ==, read);
}

void
model_check_mention (SutraCase *the_case, SutraMention *mention)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) other = sutra_case_open (sutra_case_get_path (the_case), TRUE, &error);
  g_autoptr (SutraMention) fresh = NULL;

  g_assert_no_error (error);
  fresh = sutra_case_get_mention (other, sutra_mention_get_id (mention), &error);
  g_assert_true (sutra_mention_get_deleted (mention) == (fresh == NULL));
  if (fresh == NULL)
    return;
  g_assert_cmpuint (sutra_mention_get_start (mention), ==, sutra_mention_get_start (fresh));
  g_assert_cmpuint (sutra_mention_get_end (mention), ==, sutra_mention_get_end (fresh));
  g_assert_cmpuint (sutra_mention_get_stem_end (mention), ==, sutra_mention_get_stem_end (fresh));
  g_assert_cmpstr (sutra_mention_get_quote (mention), ==, sutra_mention_get_quote (fresh));
  g_assert_cmpstr (sutra_mention_get_value (mention), ==, sutra_mention_get_value (fresh));
  g_assert_cmpstr (sutra_mention_get_note (mention), ==, sutra_mention_get_note (fresh));
  g_assert_cmpint (sutra_mention_get_status (mention), ==, sutra_mention_get_status (fresh));
  g_assert_true (sutra_id_equal (sutra_mention_get_type_id (mention), sutra_mention_get_type_id (fresh)));
  g_assert_true (sutra_id_equal (sutra_mention_get_entity (mention), sutra_mention_get_entity (fresh)));
}

void
model_wait_while (gboolean (*busy) (gpointer data), gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + 90 * G_USEC_PER_SEC;

  while (busy (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (200);
    }
}
