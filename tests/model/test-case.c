/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

static void
test_life (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SutraId id = *sutra_case_get_id (f->the_case);
  g_autoptr (SutraCase) second = NULL;

  g_assert_cmpstr (sutra_case_get_name (f->the_case), ==, "পরীক্ষা");
  g_assert_false (sutra_id_is_null (&id));
  g_assert_false (sutra_case_is_read_only (f->the_case));
  g_assert_true (sutra_case_set_name (f->the_case, "  নতুন নাম ", &error));
  g_assert_no_error (error);

  /* The default tagset is no edit; adding the article was one. */
  g_assert_cmpint (model_history_count (f->the_case), ==, 1);
  g_assert_true (sutra_case_undo (f->the_case, NULL, &error));
  g_assert_false (sutra_case_can_undo (f->the_case));
  g_assert_false (sutra_case_undo (f->the_case, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (sutra_case_get_tagset (f->the_case))), ==, 11);
  g_assert_true (sutra_case_redo (f->the_case, NULL, &error));

  model_fixture_reopen (f);
  g_assert_true (sutra_id_equal (sutra_case_get_id (f->the_case), &id));
  g_assert_cmpstr (sutra_case_get_name (f->the_case), ==, "নতুন নাম");
  g_assert_true (sutra_case_can_undo (f->the_case));

  second = sutra_case_create (f->path, NULL, &error);
  g_assert_null (second);
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_EXISTS);
}

/* Whether the case file itself, without its log, holds the words. */
static gboolean
lacks_words (gpointer data)
{
  ModelFixture *f = data;
  const char *words = "🛰 কাজাখস্তানের রাষ্ট্রপতি";
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (f->path, &contents, &length, NULL));
  return memmem (contents, length, words, strlen (words)) == NULL;
}

static void
test_checkpoint (ModelFixture *f, gconstpointer data)
{
  g_autofree char *log = g_strconcat (f->path, "-wal", NULL);
  gint64 start = g_get_monotonic_time ();

  /* Each commit puts it off: from this one on a second passes, however long ago the article was added. */
  model_add_entity (f->the_case, &f->place, "চট্টগ্রাম 🛰");
  /* The commit leaves it in the log; a second later the worker has copied it. */
  g_assert_true (lacks_words (f));
  model_wait_while (lacks_words, f);
  g_assert_cmpint (g_get_monotonic_time () - start, >, G_USEC_PER_SEC / 2);

  /* Closing leaves no log behind. */
  g_assert_true (sutra_case_delete (f->the_case, &f->article_id, 1, NULL));
  sutra_case_close (f->the_case);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (f->path, G_FILE_TEST_EXISTS));
}

static void
test_close (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) other = sutra_case_open (f->path, FALSE, &error);
  g_autoptr (SutraArticle) article = sutra_case_get_article (other, &f->article_id, &error);
  g_autoptr (SutraArticle) again = NULL;

  g_assert_no_error (error);
  sutra_case_close (other);
  g_assert_cmpuint (sutra_article_get_code_points (article), >, 100);
  g_assert_false (sutra_article_get_deleted (article));
  g_assert_null (sutra_article_get_text (article, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED);
  g_clear_error (&error);
  again = sutra_case_get_article (other, &f->article_id, &error);
  g_assert_null (again);
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (sutra_case_undo (other, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_FAILED);
  sutra_case_close (other);
}

static void
test_read_only (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) other = sutra_case_open (f->path, TRUE, &error);

  g_assert_no_error (error);
  g_assert_true (sutra_case_is_read_only (other));
  g_assert_false (sutra_case_can_undo (other));
  g_assert_false (sutra_case_delete (other, &f->article_id, 1, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_READ_ONLY);
}

static void
test_identity (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraArticle) same = sutra_case_get_article (f->the_case, &f->article_id, &error);
  SutraId id = model_add_mention (f->the_case, &f->article_id, 2, 14, &f->place, NULL);
  g_autoptr (SutraMention) first = sutra_case_get_mention (f->the_case, &id, &error);
  g_autoptr (SutraMention) second = sutra_case_get_mention (f->the_case, &id, &error);
  SutraId unknown = sutra_id_new ();

  g_assert_true (same == f->article);
  g_assert_true (first == second);
  g_clear_object (&second);
  g_assert_null (sutra_case_get_mention (f->the_case, &unknown, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* Deleted and brought back: the same object. */
  g_assert_true (sutra_case_delete (f->the_case, &id, 1, &error));
  g_assert_true (sutra_mention_get_deleted (first));
  g_assert_null (sutra_case_get_mention (f->the_case, &id, &error));
  g_clear_error (&error);
  g_assert_true (sutra_case_undo (f->the_case, NULL, &error));
  g_assert_false (sutra_mention_get_deleted (first));
  second = sutra_case_get_mention (f->the_case, &id, &error);
  g_assert_true (first == second);
  g_clear_object (&second);

  /* Nothing keeps it alive. */
  g_assert_finalize_object (g_steal_pointer (&first));
}

static void
test_article (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraText) text = sutra_text_new_from_string (MODEL_TEXT);
  g_autoptr (GBytes) original = g_bytes_new (MODEL_TEXT, strlen (MODEL_TEXT));
  SutraDraft draft = { .text = text, .original = original };
  gboolean existed = FALSE;
  g_autoptr (SutraArticle) same = sutra_case_add_article (f->the_case, &draft, &existed, &error);
  g_autoptr (GBytes) stored = NULL;

  g_assert_no_error (error);
  g_assert_true (existed);
  g_assert_true (same == f->article);
  g_assert_cmpint (model_history_count (f->the_case), ==, 1);
  g_assert_cmpuint (sutra_case_count_articles (f->the_case), ==, 1);

  g_assert_cmpstr (
      sutra_article_get_title (f->article), ==,
      "🛰 কাজাখস্তানের রাষ্ট্রপতি শুক্রবার ঢাকায় পৌঁছান।");
  g_assert_cmpuint (sutra_article_get_code_points (f->article), ==, (guint) g_utf8_strlen (MODEL_TEXT, -1));
  g_assert_cmpstr (sutra_article_get_encoding (f->article), ==, "UTF-8");
  g_assert_cmpstr (sutra_text_get_utf8 (sutra_article_get_text (f->article, &error), NULL), ==, MODEL_TEXT);
  stored = sutra_case_dup_original (f->the_case, &f->article_id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (stored, original));
}

static void
test_titles (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraArticle) blank = model_add_article (f->the_case, " \n\t\n  ক্ষুদ্র শিরোনাম  \nআরও", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SutraArticle) cut = NULL;
  g_autoptr (SutraArticle) given = model_add_article (f->the_case, "পাঠ", "  দেওয়া শিরোনাম ");

  g_assert_cmpstr (sutra_article_get_title (blank), ==, "ক্ষুদ্র শিরোনাম");
  g_assert_cmpstr (sutra_article_get_title (given), ==, "দেওয়া শিরোনাম");
  for (guint i = 0; i < 150; i++)
    g_string_append (text, "ক্ষ");
  cut = model_add_article (f->the_case, text->str, NULL);
  /* 200 is inside the 67th conjunct. */
  g_assert_cmpint (g_utf8_strlen (sutra_article_get_title (cut), -1), ==, 198);
}

static void
test_bad_drafts (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraText) empty = sutra_text_new_from_string ("");
  g_autoptr (SutraText) text = sutra_text_new_from_string ("একটি লেখা");
  SutraDraft draft = { .text = empty };

  model_assert_refused (f, sutra_case_add_article (f->the_case, &draft, NULL, &f->error) != NULL, SUTRA_ERROR_EMPTY);
  draft.text = text;
  draft.published = (char *) "2024-13-01";
  model_assert_refused (f, sutra_case_add_article (f->the_case, &draft, NULL, &f->error) != NULL, SUTRA_ERROR_INVALID);
  draft.published = NULL;
  draft.accessed = (char *) "গতকাল";
  model_assert_refused (f, sutra_case_add_article (f->the_case, &draft, NULL, &f->error) != NULL, SUTRA_ERROR_INVALID);
}

static void
count_cb (GObject *object, guint start, guint end, guint *data)
{
  data[0]++;
  data[1] = start;
  data[2] = end;
}

static void
test_mentions (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraMention) mention = NULL;
  guint seen[3] = { 0 };
  SutraSpan span;
  SutraId id;
  guint start, end;

  sutra_article_get_spans (f->article, &error);
  g_assert_no_error (error);
  g_signal_connect (f->article, "spans-changed", G_CALLBACK (count_cb), seen);
  model_find (f->article, "কাজাখস্তানের", 0, &start, &end);
  g_assert_cmpuint (start, ==, 2);

  f->n_changed = 0;
  id = model_add_mention (f->the_case, &f->article_id, start, end, &f->place, NULL);
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_assert_cmpuint (seen[0], ==, 1);
  g_assert_cmpuint (seen[1], ==, start);
  g_assert_cmpuint (seen[2], ==, end);
  mention = sutra_case_get_mention (f->the_case, &id, &error);
  g_assert_cmpstr (sutra_mention_get_quote (mention), ==, "কাজাখস্তানের");
  g_assert_cmpuint (sutra_mention_get_stem_end (mention), ==, end - 2);
  g_assert_true (sutra_span_index_get (sutra_article_get_spans (f->article, NULL), &id, &span));
  g_assert_cmpuint (span.start, ==, start);
  g_assert_cmpuint (sutra_article_count_mentions (f->article), ==, 1);

  g_assert_true (sutra_case_undo (f->the_case, NULL, &error));
  g_assert_cmpuint (seen[0], ==, 2);
  g_assert_false (sutra_span_index_get (sutra_article_get_spans (f->article, NULL), &id, &span));
  g_assert_true (sutra_mention_get_deleted (mention));
  g_assert_cmpuint (sutra_article_count_mentions (f->article), ==, 0);
  g_assert_true (sutra_case_redo (f->the_case, NULL, &error));
  g_assert_false (sutra_mention_get_deleted (mention));
  model_check_spans (f->the_case, f->article);
}

#define REFUSE(code)                                                                                                                       \
  model_assert_refused (f, sutra_case_add_mentions (f->the_case, &spec, 1, &id, &f->error), code);                                         \
  g_assert_true (sutra_id_is_null (&id));                                                                                                  \
  spec = good

static void
test_bad_mentions (ModelFixture *f, gconstpointer data)
{
  guint length = sutra_article_get_code_points (f->article);
  SutraMentionSpec good = { .article = f->article_id, .start = 2, .end = 14, .type = f->place };
  SutraMentionSpec spec;
  SutraId id = SUTRA_ID_NULL;

  spec = good;
  spec.end = 2;
  REFUSE (SUTRA_ERROR_RANGE);
  spec.start = 14;
  spec.end = 2;
  REFUSE (SUTRA_ERROR_RANGE);
  spec.end = length + 1;
  REFUSE (SUTRA_ERROR_RANGE);
  spec.start = G_MAXUINT32;
  spec.end = G_MAXUINT32;
  REFUSE (SUTRA_ERROR_RANGE);
  spec.stem_end = 2;
  REFUSE (SUTRA_ERROR_RANGE);
  spec.stem_end = 15;
  REFUSE (SUTRA_ERROR_RANGE);
  /* কাজাখ|স্তা: inside the conjunct, before and after the hasanta. */
  spec.end = 8;
  REFUSE (SUTRA_ERROR_INSIDE_AKSHARA);
  spec.start = 9;
  REFUSE (SUTRA_ERROR_INSIDE_AKSHARA);
  spec.type = f->article_id;
  REFUSE (SUTRA_ERROR_INVALID);
  spec.type = SUTRA_ID_NULL;
  REFUSE (SUTRA_ERROR_INVALID);
  spec.article = f->place;
  REFUSE (SUTRA_ERROR_NOT_FOUND);
  spec.entity = f->article_id;
  REFUSE (SUTRA_ERROR_NOT_FOUND);
  spec.status = (SutraMentionStatus) 7;
  REFUSE (SUTRA_ERROR_INVALID);
  spec.value = "\xff";
  REFUSE (SUTRA_ERROR_INVALID);
  spec.entity_label = "  ";
  REFUSE (SUTRA_ERROR_INVALID);
}

static void
test_bad_fragments (ModelFixture *f, gconstpointer data)
{
  const SutraRange over[] = { { 15, 25 }, { 15, 25 } };
  const SutraRange onto[] = { { 2, 7 } };
  const SutraRange inside[] = { { 8, 9 } };
  const SutraMentionSpec good = { .article = f->article_id, .start = 2, .end = 14, .type = f->place };
  SutraMentionSpec spec = good;
  SutraMentionSpec bulk[3] = { good, good, good };
  SutraId ids[3] = { SUTRA_ID_NULL, SUTRA_ID_NULL, SUTRA_ID_NULL };
  SutraId id = SUTRA_ID_NULL;
  guint start, end;

  model_find (f->article, "ঢাকায়", 0, &start, &end);
  spec.fragments = onto;
  spec.n_fragments = 1;
  REFUSE (SUTRA_ERROR_INVALID);
  spec.fragments = over;
  spec.n_fragments = 2;
  REFUSE (SUTRA_ERROR_INVALID);
  spec.fragments = inside;
  spec.n_fragments = 1;
  spec.start = 15;
  spec.end = 25;
  REFUSE (SUTRA_ERROR_INSIDE_AKSHARA);

  /* One bad one spoils the bulk, and the ids stay as they were. */
  bulk[1].start = start;
  bulk[1].end = end;
  bulk[2].end = 999999;
  model_assert_refused (f, sutra_case_add_mentions (f->the_case, bulk, 3, ids, &f->error), SUTRA_ERROR_RANGE);
  g_assert_true (sutra_id_is_null (&ids[0]));

  /* The same again. */
  model_add_mention (f->the_case, &f->article_id, 2, 14, &f->place, NULL);
  spec = good;
  REFUSE (SUTRA_ERROR_EXISTS);
}
#undef REFUSE

static void
test_fragments (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraMention) mention = NULL;
  guint a, a_end, b, b_end, c, c_end;
  SutraRange fragments[2];
  SutraMentionSpec spec = { .article = f->article_id, .type = f->person };
  const SutraRange *got;
  gsize n;
  SutraId id;

  model_find (f->article, "রাষ্ট্রপতি", 0, &a, &a_end);
  model_find (f->article, "বাংলাদেশ", 0, &b, &b_end);
  model_find (f->article, "প্রধানমন্ত্রী", 0, &c, &c_end);
  /* Given in the wrong order. */
  spec.start = b;
  spec.end = b_end;
  fragments[0] = (SutraRange){ c, c_end };
  fragments[1] = (SutraRange){ a, a_end };
  spec.fragments = fragments;
  spec.n_fragments = 2;
  sutra_article_get_spans (f->article, NULL);
  model_assert_edit (f, sutra_case_add_mentions (f->the_case, &spec, 1, &id, &f->error));

  mention = sutra_case_get_mention (f->the_case, &id, &error);
  g_assert_cmpuint (sutra_mention_get_start (mention), ==, a);
  g_assert_cmpstr (sutra_mention_get_quote (mention), ==, "রাষ্ট্রপতি");
  got = sutra_mention_get_fragments (mention, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (got[0].start, ==, b);
  g_assert_cmpuint (got[1].end, ==, c_end);
  g_assert_cmpuint (sutra_span_index_size (sutra_article_get_spans (f->article, NULL)), ==, 3);

  /* The first fragment moves behind the second: they change places. */
  model_find (f->article, "চুক্তি", 0, &a, &a_end);
  model_assert_edit (f, sutra_case_set_mention_span (f->the_case, &id, a, a_end, &f->error));
  g_assert_cmpuint (sutra_mention_get_start (mention), ==, b);
  model_check_mention (f->the_case, mention);
  /* Onto another fragment. */
  model_assert_refused (f, sutra_case_set_mention_span (f->the_case, &id, c, c_end, &f->error), SUTRA_ERROR_INVALID);
}

/* Specifications for all places of @names[0] in @article, linked to an entity of that name. */
static SutraMentionSpec *
occurrence_specs (SutraCase *the_case, SutraArticle *article, const char *const *names, const SutraId *type, guint *n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = sutra_case_find_occurrences (the_case, sutra_article_get_id (article), names, type, &error);
  SutraMentionSpec *specs;

  g_assert_no_error (error);
  *n = found->len;
  specs = g_new0 (SutraMentionSpec, found->len + 1);
  for (guint i = 0; i < found->len; i++)
    {
      const SutraOccurrence *occurrence = &g_array_index (found, SutraOccurrence, i);

      specs[i].article = *sutra_article_get_id (article);
      specs[i].start = occurrence->start;
      specs[i].end = occurrence->end;
      specs[i].stem_end = occurrence->stem_end;
      specs[i].type = *type;
      specs[i].entity_label = names[0];
      specs[i].origin = SUTRA_ORIGIN_OCCURRENCE;
    }
  return specs;
}

static SutraArticle *
add_long_article (ModelFixture *f)
{
  g_autoptr (GString) text = g_string_new ("🛰");

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, i % 2 == 0 ? " ঢাকায় বৃষ্টি হয়।" : "\nঢাকার রাস্তা।");
  return model_add_article (f->the_case, text->str, NULL);
}

static void
test_bulk (ModelFixture *f, gconstpointer data)
{
  const char *const names[] = { "ঢাকা", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraArticle) article = add_long_article (f);
  guint n, n_after;
  g_autofree SutraMentionSpec *specs = occurrence_specs (f->the_case, article, names, &f->place, &n);
  g_autofree SutraId *ids = g_new0 (SutraId, n);
  g_autofree SutraId *again = g_new0 (SutraId, n);
  g_autofree char *before = model_dump (f->the_case);
  g_autofree char *after = NULL;
  gint64 clock;

  g_assert_cmpuint (n, ==, 1000);
  sutra_article_get_spans (article, NULL);
  clock = g_get_monotonic_time ();
  g_assert_true (sutra_case_add_mentions (f->the_case, specs, n, ids, &error));
  g_test_message ("1,000 mentions in one step: %.1f ms", (double) (g_get_monotonic_time () - clock) / 1000);
  g_assert_no_error (error);
  g_assert_cmpint (model_history_count (f->the_case), ==, 3);
  g_assert_cmpuint (sutra_article_count_mentions (article), ==, 1000);
  model_check_spans (f->the_case, article);

  /* One entity for all; again: all are there already, no history row. */
  g_assert_cmpint (sutra_store_get_int (sutra_case_get_store (f->the_case), 0, "SELECT count(*) FROM entity", ""), ==, 1);
  g_assert_true (sutra_case_add_mentions (f->the_case, specs, n, again, &error));
  g_assert_cmpmem (again, n * sizeof (SutraId), ids, n * sizeof (SutraId));
  g_assert_cmpint (model_history_count (f->the_case), ==, 3);

  /* "All occurrences" leaves out what is marked with the type, and only that. */
  g_free (occurrence_specs (f->the_case, article, names, &f->place, &n_after));
  g_assert_cmpuint (n_after, ==, 0);
  g_free (occurrence_specs (f->the_case, article, names, &f->person, &n_after));
  g_assert_cmpuint (n_after, ==, 1000);

  g_assert_true (sutra_case_undo (f->the_case, NULL, &error));
  after = model_dump (f->the_case);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (sutra_span_index_size (sutra_article_get_spans (article, NULL)), ==, 0);
}

static void
test_delete (ModelFixture *f, gconstpointer data)
{
  SutraId entity = model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  SutraId other = model_add_entity (f->the_case, &f->person, "রাষ্ট্রপতি");
  SutraId mention = model_add_mention (f->the_case, &f->article_id, 2, 14, &f->place, &entity);
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraRelation) relation = NULL;
  SutraId relation_id, unknown = sutra_id_new ();
  SutraId mixed[3];

  g_assert_true (sutra_case_add_alias (f->the_case, &entity, "কাজাখ প্রজাতন্ত্র", "bn", &mention, &error));
  g_assert_true (sutra_case_add_relation (f->the_case, &other, &entity, "holds-office", &mention, &relation_id, &error));
  relation = sutra_case_get_relation (f->the_case, &relation_id, &error);

  model_assert_refused (f, sutra_case_delete (f->the_case, &unknown, 1, &f->error), SUTRA_ERROR_NOT_FOUND);
  mixed[0] = mention;
  mixed[1] = unknown;
  model_assert_refused (f, sutra_case_delete (f->the_case, mixed, 2, &f->error), SUTRA_ERROR_NOT_FOUND);

  /* The mention goes: the relation keeps the passage. */
  model_assert_edit (f, sutra_case_delete (f->the_case, &mention, 1, &f->error));
  g_assert_true (sutra_id_is_null (sutra_relation_get_mention (relation)));
  g_assert_true (sutra_id_equal (sutra_relation_get_article (relation), &f->article_id));
  g_assert_cmpuint (sutra_relation_get_start (relation), ==, 2);
  g_assert_cmpuint (sutra_relation_get_end (relation), ==, 14);
  g_assert_true (sutra_case_undo (f->the_case, NULL, &error));
  g_assert_true (sutra_id_equal (sutra_relation_get_mention (relation), &mention));

  model_assert_edit (f, sutra_case_delete (f->the_case, &f->article_id, 1, &f->error));
  g_assert_true (sutra_article_get_deleted (f->article));
  g_assert_false (sutra_relation_get_deleted (relation));
  g_assert_true (sutra_case_undo (f->the_case, NULL, &error));
  g_assert_false (sutra_article_get_deleted (f->article));

  model_assert_edit (f, sutra_case_delete (f->the_case, &entity, 1, &f->error));
  g_assert_true (sutra_relation_get_deleted (relation));
  g_assert_true (sutra_case_undo (f->the_case, NULL, &error));

  mixed[0] = mention;
  mixed[1] = f->article_id;
  mixed[2] = entity;
  model_assert_edit (f, sutra_case_delete (f->the_case, mixed, 3, &f->error));
}

static void
test_import (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraStore) store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, &error);
  SutraDraft *drafts[3];
  gint64 step = 0;
  SutraId ids[3];
  gboolean existed[3];

  /* Another connection in several transactions: one step for undo; the case notices. */
  for (guint round = 0; round < 3; round++)
    {
      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *text = i == 1 ? g_strdup (MODEL_TEXT) : g_strdup_printf ("ক্ষেত্র %u %u", round, i);

          drafts[i] = g_new0 (SutraDraft, 1);
          drafts[i]->text = sutra_text_new_from_string (text);
          drafts[i]->original = g_bytes_new (text, strlen (text));
        }
      g_assert_true (sutra_case_store_articles (store, drafts, 3, &step, ids, existed, NULL, &error));
      g_assert_no_error (error);
      g_assert_false (existed[0]);
      g_assert_true (existed[1]);
      g_assert_true (sutra_id_equal (&ids[1], &f->article_id));
      for (guint i = 0; i < 3; i++)
        sutra_draft_free (drafts[i]);
    }
  g_assert_cmpuint (sutra_case_count_articles (f->the_case), ==, 7);
  f->n_changed = 0;
  g_assert_true (sutra_case_poll (f->the_case, &error));
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_assert_true (sutra_case_poll (f->the_case, &error));
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_assert_true (sutra_case_undo (f->the_case, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sutra_case_count_articles (f->the_case), ==, 1);
}

/* A long text is verified too, though its marks are read meanwhile; also when what stands there instead is no text at all. */
static void
test_altered_text (ModelFixture *f, gconstpointer data)
{
  static const char *const alterations[] = {
    "UPDATE chunk SET bytes = CAST (replace (CAST (bytes AS TEXT), 'স', 'খ') AS BLOB) WHERE seq = 2",
    "UPDATE chunk SET bytes = CAST (zeroblob (length (bytes) - 1) || x'ff' AS BLOB) WHERE seq = 2",
  };
  static const char *const filler = "🙂 ক্ষুদ্র র‍্যাবের স্ত্রী।\n";
  g_autoptr (GString) text = g_string_new ("দীর্ঘ\n");
  g_autoptr (GError) error = NULL;
  SutraId id;

  while (text->len < 700000)
    g_string_append (text, filler);
  {
    g_autoptr (SutraArticle) article = model_add_article (f->the_case, text->str, "দীর্ঘ");

    id = *sutra_article_get_id (article);
    model_add_mention (f->the_case, &id, 0, 5, &f->person, NULL);
    g_assert_cmpstr (sutra_text_get_utf8 (sutra_article_get_text (article, &error), NULL), ==, text->str);
    g_assert_cmpuint (sutra_span_index_size (sutra_article_get_spans (article, &error)), ==, 1);
  }

  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autoptr (SutraCase) other = NULL;
      g_autoptr (SutraArticle) article = NULL;

      sutra_store_run (sutra_case_get_store (f->the_case), &error, alterations[i], "");
      g_assert_no_error (error);
      other = sutra_case_open (f->path, FALSE, &error);
      article = sutra_case_get_article (other, &id, &error);
      g_assert_no_error (error);
      g_assert_null (sutra_article_get_text (article, &error));
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED);
      g_clear_error (&error);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/model/case/life", test_life);
  model_test_add ("/model/case/checkpoint", test_checkpoint);
  model_test_add ("/model/case/close", test_close);
  model_test_add ("/model/case/read-only", test_read_only);
  model_test_add ("/model/case/identity", test_identity);
  model_test_add ("/model/case/article", test_article);
  model_test_add ("/model/case/titles", test_titles);
  model_test_add ("/model/case/bad-drafts", test_bad_drafts);
  model_test_add ("/model/case/mentions", test_mentions);
  model_test_add ("/model/case/bad-mentions", test_bad_mentions);
  model_test_add ("/model/case/bad-fragments", test_bad_fragments);
  model_test_add ("/model/case/fragments", test_fragments);
  model_test_add ("/model/case/bulk", test_bulk);
  model_test_add ("/model/case/delete", test_delete);
  model_test_add ("/model/case/altered-text", test_altered_text);
  model_test_add ("/model/case/import", test_import);
  return g_test_run ();
}
