/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

#include "sutra-suggestions.h"

static gboolean
is_busy (gpointer data)
{
  return sutra_suggestions_get_busy (data);
}

static void
settle (SutraSuggestions *list)
{
  model_wait_while (is_busy, list);
}

static void
count_cb (SutraSuggestions *list, guint *n)
{
  (*n)++;
}

static void
returned_cb (SutraSuggestions *list, const SutraId *id, SutraId *last)
{
  *last = *id;
}

/* The list, its spans and look-ups agree with each other and with what is found from scratch. */
static void
check_kinds (ModelFixture *f, SutraSuggestions *list, guint kinds)
{
  g_autoptr (GPtrArray) fresh = sutra_suggest (f->the_case, &f->article_id, kinds, NULL, NULL);
  SutraSpanIndex *spans = sutra_suggestions_get_spans (list);

  g_assert_cmpuint (sutra_suggestions_get_length (list), ==, fresh->len);
  g_assert_cmpuint (sutra_span_index_size (spans), ==, fresh->len);
  sutra_span_index_check (spans);
  for (guint i = 0; i < fresh->len; i++)
    {
      const SutraSuggestion *one = sutra_suggestions_get (list, i);
      SutraSpan span;

      g_assert_true (sutra_id_equal (&one->id, &((SutraSuggestion *) fresh->pdata[i])->id));
      g_assert_true (sutra_id_equal (&one->entity, &((SutraSuggestion *) fresh->pdata[i])->entity));
      g_assert_cmpuint (sutra_suggestions_find (list, &one->id), ==, i);
      g_assert_true (sutra_span_index_get (spans, &one->id, &span));
      g_assert_cmpuint (span.start, ==, one->start);
      g_assert_cmpint (span.status, ==, SUTRA_MENTION_SUGGESTED);
    }
}

static void
check (ModelFixture *f, SutraSuggestions *list)
{
  check_kinds (f, list, 1 << SUTRA_SUGGESTION_NAME | 1 << SUTRA_SUGGESTION_DATE | 1 << SUTRA_SUGGESTION_NUMBER);
}

static void
test_follows (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraSuggestions) list = sutra_suggestions_new (f->the_case, f->article, SUTRA_SUGGEST_ALL);
  const char *const published[] = { "published", "2024-04-09", NULL };
  guint n_changed = 0;

  g_signal_connect (list, "changed", G_CALLBACK (count_cb), &n_changed);
  g_assert_true (sutra_suggestions_get_busy (list));
  settle (list);
  check (f, list);
  n_changed = 0;
  model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  settle (list);
  check (f, list);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (sutra_suggestions_get_length (list), >=, 3);
  sutra_case_set (f->the_case, &f->article_id, published, NULL);
  settle (list);
  check (f, list);
  sutra_suggestions_set_kinds (list, 1 << SUTRA_SUGGESTION_PLACE);
  settle (list);
  g_assert_cmpuint (sutra_suggestions_get_length (list), ==, 0);
  sutra_suggestions_set_kinds (list, SUTRA_SUGGEST_ALL);
  settle (list);
  check (f, list);
}

/* What is decided goes at once, before the worker has looked again, and comes back at once. */
static void
test_decided (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraSuggestions) list = NULL;
  g_autoptr (GPtrArray) like = NULL;
  g_autoptr (GError) error = NULL;
  SutraSuggestion *first;
  SutraId id, returned = SUTRA_ID_NULL;
  guint before;

  model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  model_add_entity (f->the_case, &f->place, "ঢাকা");
  list = sutra_suggestions_new (f->the_case, f->article, 1 << SUTRA_SUGGESTION_NAME);
  g_signal_connect (list, "returned", G_CALLBACK (returned_cb), &returned);
  settle (list);
  before = sutra_suggestions_get_length (list);
  first = sutra_suggestions_get (list, 0);
  id = first->id;
  g_assert_true (sutra_suggestions_accept (f->the_case, &first, 1, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (sutra_suggestions_get_length (list), ==, before - 1);
  g_assert_cmpuint (sutra_suggestions_find (list, &id), ==, G_MAXUINT);
  check_kinds (f, list, 1 << SUTRA_SUGGESTION_NAME);
  settle (list);
  check_kinds (f, list, 1 << SUTRA_SUGGESTION_NAME);
  sutra_case_undo (f->the_case, NULL, NULL);
  g_assert_true (sutra_id_equal (&returned, &id));
  check_kinds (f, list, 1 << SUTRA_SUGGESTION_NAME);

  /* All of one entity: one step. */
  like = sutra_suggestions_like (list, sutra_suggestions_get (list, 0));
  g_assert_cmpuint (like->len, ==, 3);
  g_assert_true (sutra_suggestions_reject (f->the_case, (SutraSuggestion *const *) like->pdata, like->len, &error));
  g_assert_cmpuint (sutra_suggestions_get_length (list), ==, before - 3);
  check_kinds (f, list, 1 << SUTRA_SUGGESTION_NAME);
  sutra_case_undo (f->the_case, NULL, NULL);
  g_assert_cmpuint (sutra_suggestions_get_length (list), ==, before);
  check_kinds (f, list, 1 << SUTRA_SUGGESTION_NAME);
  settle (list);
  check_kinds (f, list, 1 << SUTRA_SUGGESTION_NAME);
  g_assert_cmpuint (sutra_suggestions_next_from (list, 0), ==, 0);
  g_assert_cmpuint (sutra_suggestions_next_from (list, 100000), ==, before);
}

/* An edit that the list does not rest on finds nothing anew. */
static void
test_unchanged (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraSuggestions) list = NULL;
  guint n_changed = 0;

  model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  list = sutra_suggestions_new (f->the_case, f->article, SUTRA_SUGGEST_ALL);
  settle (list);
  g_signal_connect (list, "changed", G_CALLBACK (count_cb), &n_changed);
  model_add_mention (f->the_case, &f->article_id, 0, 1,
                     sutra_entity_type_get_id (sutra_tagset_get_by_slug (sutra_case_get_tagset (f->the_case), "quotation")), NULL);
  settle (list);
  g_assert_cmpuint (n_changed, ==, 0);
  check (f, list);
}

/* Dropped, or its case closed, while the worker is at it. */
static void
test_dropped (ModelFixture *f, gconstpointer data)
{
  SutraSuggestions *list = sutra_suggestions_new (f->the_case, f->article, SUTRA_SUGGEST_ALL);

  g_assert_finalize_object (list);
  list = sutra_suggestions_new (f->the_case, f->article, SUTRA_SUGGEST_ALL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (list);
  list = sutra_suggestions_new (f->the_case, f->article, SUTRA_SUGGEST_ALL);
  sutra_case_delete (f->the_case, &f->article_id, 1, NULL);
  settle (list);
  g_assert_cmpuint (sutra_suggestions_get_length (list), ==, 0);
  sutra_case_close (f->the_case);
  sutra_suggestions_set_kinds (list, 1 << SUTRA_SUGGESTION_DATE);
  settle (list);
  g_object_unref (list);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Right after an edit the list may still name an entity that is gone: that is refused, not marked. */
static void
decide (ModelFixture *f, SutraSuggestion *one, gboolean accept)
{
  g_autoptr (GError) error = NULL;
  gboolean done =
      accept ? sutra_suggestions_accept (f->the_case, &one, 1, NULL, &error) : sutra_suggestions_reject (f->the_case, &one, 1, &error);

  if (!done)
    g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
}

/* Random edits, undos and redos: the list is always what is found from scratch. */
static void
test_random (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraSuggestions) list = NULL;
  static const char *const names[] = { "কাজাখস্তান", "ঢাকা", "বাংলাদেশ", "দেশ", "রাষ্ট্রপতি", "চুক্তি", "দুই দেশের মন্ত্রী" };
  guint length = (guint) sutra_text_get_length (sutra_article_get_text (f->article, NULL));

  list = sutra_suggestions_new (f->the_case, f->article, SUTRA_SUGGEST_ALL);
  for (guint i = 0; i < 150; i++)
    {
      guint n = sutra_suggestions_get_length (list);
      SutraSuggestion *one = n > 0 ? sutra_suggestions_get (list, (guint) g_test_rand_int_range (0, (int) n)) : NULL;
      SutraMentionSpec spec = { .article = f->article_id, .type = g_test_rand_bit () ? f->place : f->person };

      switch (g_test_rand_int_range (0, 7))
        {
        case 0:
          sutra_case_add_entity (f->the_case, g_test_rand_bit () ? &f->place : &f->person,
                                 names[g_test_rand_int_range (0, G_N_ELEMENTS (names))], NULL, NULL);
          break;
        case 1:
          spec.start = (guint32) g_test_rand_int_range (0, (int) length);
          spec.end = spec.start + (guint32) g_test_rand_int_range (1, 30);
          sutra_case_add_mentions (f->the_case, &spec, 1, NULL, NULL);
          break;
        case 2:
          sutra_case_undo (f->the_case, NULL, NULL);
          if (sutra_article_get_deleted (f->article))
            sutra_case_redo (f->the_case, NULL, NULL);
          break;
        case 3:
          sutra_case_redo (f->the_case, NULL, NULL);
          break;
        case 4:
          if (one != NULL)
            decide (f, one, FALSE);
          break;
        default:
          if (one != NULL)
            decide (f, one, TRUE);
          break;
        }
      if (i % 5 == 0)
        {
          settle (list);
          check (f, list);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/assist/suggestions/follows", test_follows);
  model_test_add ("/assist/suggestions/decided", test_decided);
  model_test_add ("/assist/suggestions/unchanged", test_unchanged);
  model_test_add ("/assist/suggestions/dropped", test_dropped);
  model_test_add ("/assist/suggestions/random", test_random);
  return g_test_run ();
}
