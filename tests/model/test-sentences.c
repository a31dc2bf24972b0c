/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "sutra-history.h"

/* The sentence at the first place of @needle, as text. */
static void
assert_sentence (ModelFixture *f, const char *needle, const char *expected)
{
  g_autofree char *sentence = NULL;
  guint at, until;
  gsize start, end;

  model_find (f->article, needle, 0, &at, &until);
  sutra_article_get_sentence (f->article, at, &start, &end);
  sentence = sutra_text_slice (sutra_article_get_text (f->article, NULL), start, end);
  g_assert_cmpstr (sentence, ==, expected);
}

static guint
place (ModelFixture *f, const char *needle)
{
  guint start, end;

  model_find (f->article, needle, 0, &start, &end);
  return start;
}

static gint64
count_rows (ModelFixture *f)
{
  return sutra_store_get_int (sutra_case_get_store (f->the_case), -1, "SELECT count (*) FROM boundary", "");
}

static void
count_cb (SutraArticle *article, guint *n)
{
  (*n)++;
}

#define SPLIT(f, cp) sutra_case_split_sentence ((f)->the_case, &(f)->article_id, cp, &(f)->error)
#define JOIN(f, cp) sutra_case_join_sentence ((f)->the_case, &(f)->article_id, cp, &(f)->error)

static void
test_join (ModelFixture *f, gconstpointer data)
{
  guint n = 0;

  assert_sentence (f, "বাণিজ্য", "তিনি বলেন, কাজাখস্তান ও বাংলাদেশ বাণিজ্য বাড়াবে।");
  g_signal_connect (f->article, "sentences-changed", G_CALLBACK (count_cb), &n);
  model_assert_edit (f, JOIN (f, place (f, "বাণিজ্য")));
  /* Done, undone, done again. */
  g_assert_cmpuint (n, ==, 3);
  assert_sentence (f, "বাণিজ্য", "তিনি বলেন, কাজাখস্তান ও বাংলাদেশ বাণিজ্য বাড়াবে। ঢাকায় দুই দেশের মন্ত্রী বৈঠক করেন।");
  assert_sentence (f, "বৈঠক", "তিনি বলেন, কাজাখস্তান ও বাংলাদেশ বাণিজ্য বাড়াবে। ঢাকায় দুই দেশের মন্ত্রী বৈঠক করেন।");
  g_assert_cmpint (count_rows (f), ==, 1);

  /* The next paragraph cannot be joined to it. */
  model_assert_refused (f, JOIN (f, place (f, "বৈঠক")), SUTRA_ERROR_INVALID);

  /* Split where it was: nothing is left to correct. */
  model_assert_edit (f, SPLIT (f, place (f, "ঢাকায় দুই")));
  g_assert_cmpint (count_rows (f), ==, 0);
  assert_sentence (f, "বৈঠক", "ঢাকায় দুই দেশের মন্ত্রী বৈঠক করেন।");
}

static void
test_split (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraHistoryRow) row = NULL;
  g_autofree char *label = NULL;

  /* In a word: before it; behind white space: the same. */
  model_assert_edit (f, SPLIT (f, place (f, "কাজাখস্তান ও") + 3));
  assert_sentence (f, "বলেন", "তিনি বলেন,");
  assert_sentence (f, "বাণিজ্য", "কাজাখস্তান ও বাংলাদেশ বাণিজ্য বাড়াবে।");
  row = sutra_history_peek_undo (sutra_case_get_store (f->the_case));
  g_assert_cmpint (row->kind, ==, SUTRA_EDIT_SPLIT_SENTENCE);
  label = sutra_edit_label (row->kind, row->subject, row->count);
  g_assert_true (g_str_has_prefix (label, "Begin a sentence at “কাজাখস্তান ও বাংলাদেশ"));
  model_assert_refused (f, SPLIT (f, place (f, "কাজাখস্তান ও")), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SPLIT (f, place (f, " কাজাখস্তান ও")), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SPLIT (f, 0), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SPLIT (f, place (f, "\nতিনি")), SUTRA_ERROR_INVALID);

  /* Joined again: the row goes. */
  model_assert_edit (f, JOIN (f, place (f, "বলেন")));
  g_assert_cmpint (count_rows (f), ==, 0);

  model_assert_refused (f, SPLIT (f, 100000), SUTRA_ERROR_RANGE);
  model_assert_refused (f, JOIN (f, 100000), SUTRA_ERROR_RANGE);
  model_assert_refused (f, sutra_case_split_sentence (f->the_case, &f->place, 3, &f->error), SUTRA_ERROR_NOT_FOUND);
}

/* Corrections are in the file; another program's are seen; a damaged one does no harm. */
static void
test_lasting (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) other = NULL;

  g_assert_true (JOIN (f, place (f, "বাণিজ্য")));
  model_fixture_reopen (f);
  assert_sentence (f, "বৈঠক", "তিনি বলেন, কাজাখস্তান ও বাংলাদেশ বাণিজ্য বাড়াবে। ঢাকায় দুই দেশের মন্ত্রী বৈঠক করেন।");

  other = sutra_case_open (f->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (sutra_case_split_sentence (other, &f->article_id, place (f, "ঢাকায় দুই"), &error));
  g_assert_no_error (error);
  g_assert_true (sutra_case_poll (f->the_case, &error));
  assert_sentence (f, "বৈঠক", "ঢাকায় দুই দেশের মন্ত্রী বৈঠক করেন।");

  g_assert_true (sutra_store_begin (sutra_case_get_store (other), &error));
  g_assert_true (sutra_store_run (sutra_case_get_store (other), &error,
                                  "INSERT INTO boundary (id, article, position, joined, author, created)"
                                  " SELECT randomblob (16), id, 4294967296 + 20, 1, '', '' FROM article UNION ALL"
                                  " SELECT randomblob (16), id, -1, 0, '', '' FROM article",
                                  ""));
  g_assert_true (sutra_store_commit (sutra_case_get_store (other), SUTRA_EDIT_JOIN_SENTENCES, NULL, 1, NULL, &error));
  sutra_case_poll (f->the_case, &error);
  g_assert_cmpuint (sutra_article_get_corrections (f->article)->len, ==, 0);
}

/* An article takes its corrections along, and undo brings them back. */
static void
test_deleted (ModelFixture *f, gconstpointer data)
{
  g_assert_true (JOIN (f, place (f, "বাণিজ্য")));
  model_assert_edit (f, sutra_case_delete (f->the_case, &f->article_id, 1, &f->error));
  g_assert_cmpint (count_rows (f), ==, 0);
  g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));
  g_assert_cmpint (count_rows (f), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/model/sentences/join", test_join);
  model_test_add ("/model/sentences/split", test_split);
  model_test_add ("/model/sentences/lasting", test_lasting);
  model_test_add ("/model/sentences/deleted", test_deleted);
  return g_test_run ();
}
