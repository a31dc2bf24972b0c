/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sutra-check.h"
#include "sutra-content.h"
#include "sutra-search-index.h"

static guint
count_matches (SutraStore *store, const char *string)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraQuery) query = sutra_query_new (string, &error);
  g_autoptr (GArray) matches = NULL;

  g_assert_no_error (error);
  matches = sutra_search_index_match (store, query, NULL, &error);
  g_assert_no_error (error);
  return matches->len;
}

static void
update (SutraStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sutra_search_index_update (store, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sutra_search_index_is_complete (store));
}

/* What one word of a text is in the index, "|" between its terms. */
static void
test_terms (void)
{
  static const struct
  {
    const char *text;
    const char *terms;
  } rows[] = {
    { "🧵 কাজাখস্তান", "কাজাখস্তান" },
    { "কাজাখস্তানের", "কাজাখস্তানের|=কাজাখস্তান|=কাজাখস্তানে" },
    { "ভারত-কাজাখস্তান", "ভারত কাজাখস্তান" },
    { "সচিব/জাতীয়", "সচিব জাতীয়" },
    { "২০২৪", "2024" },
    { "Kazakhstan's", "kazakhstan's|=kazakhstan" },
    { "র‍্যাব", "র্যাব" },
    { "হঠাৎ", "হঠাত্" },
    { "—। ৷ 🧵 \"", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SutraText) text = sutra_text_new_from_string (rows[i].text);
      g_autofree char *terms = sutra_search_terms_of_text (text, 0, sutra_text_get_length (text));
      g_autofree char *expected = g_utf8_normalize (rows[i].terms, -1, G_NORMALIZE_NFD);

      g_strdelimit (terms, "\t", '|');
      g_assert_cmpstr (terms, ==, expected);
    }
}

static void
test_undo_leaves_index (Fixture *f, gconstpointer data)
{
  gint64 documents;
  g_autoptr (SutraChanges) changes = NULL;
  SutraId article;

  g_assert_true (sutra_store_poll (f->store, &changes, NULL));
  g_clear_pointer (&changes, sutra_changes_free);
  update (f->store);
  documents = count_rows (f->store, "search_document");
  g_assert_cmpint (documents, ==, 2);
  g_assert_cmpuint (count_matches (f->store, "কাজাখস্তানের"), >=, 1);

  /* An update of the index is no edit. */
  g_assert_cmpint (count_rows (f->store, "history"), ==, 1);
  g_assert_true (sutra_store_poll (f->store, &changes, NULL));
  g_assert_null (changes);

  sutra_store_begin (f->store, NULL);
  article = insert_article (f->store, "অন্য শিরোনাম");
  g_assert_true (sutra_store_commit (f->store, SUTRA_EDIT_ADD_ARTICLE, NULL, 1, NULL, NULL));
  g_assert_false (sutra_id_is_null (&article));
  g_assert_false (sutra_search_index_is_complete (f->store));
  update (f->store);
  g_assert_cmpuint (count_matches (f->store, "শিরোনাম"), ==, 1);
  g_assert_true (sutra_history_undo (f->store, NULL, NULL, NULL));
  g_assert_true (sutra_history_undo (f->store, NULL, NULL, NULL));
  g_assert_cmpint (count_rows (f->store, "article"), ==, 0);
  g_assert_cmpint (count_rows (f->store, "search_document"), ==, documents + 1);
  g_assert_true (sutra_history_redo (f->store, NULL, NULL, NULL));
  g_assert_true (sutra_history_redo (f->store, NULL, NULL, NULL));
  g_assert_true (sutra_search_index_is_complete (f->store));
  g_assert_cmpuint (count_matches (f->store, "শিরোনাম"), ==, 1);
}

/* No recorded changeset names a table of the index. */
static void
test_not_recorded (Fixture *f, gconstpointer data)
{
  for (int i = 0; i < 5; i++)
    {
      update (f->store);
      add_mention (f->store, &f->article, &f->type, i, NULL);
    }
  g_assert_cmpint (
      sutra_store_get_int (f->store, -1, "SELECT count(*) FROM history WHERE instr (changeset, CAST ('search' AS BLOB)) > 0", ""), ==, 0);
  g_assert_cmpint (
      sutra_store_get_int (f->store, -1, "SELECT count(*) FROM history WHERE instr (changeset, CAST ('mention' AS BLOB)) > 0", ""), ==, 5);
}

static void
put_long_article (SutraStore *store)
{
  g_autoptr (GString) string = g_string_new ("🧵 ");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 30000; i++)
    g_string_append_printf (string, "শব্দ%d ", i);
  g_string_append (string, "সমাপ্তির কথা");
  bytes = g_bytes_new (string->str, string->len);
  g_assert_true (sutra_content_put (store, bytes, &sha256, NULL, &error));
  sutra_store_begin (store, NULL);
  sutra_store_run (
      store, &error,
      "INSERT INTO article (id, title, encoding, media_type, code_points, sha256, text_sha256, added) SELECT ?, 'দীর্ঘ', 'UTF-8', 'text/plain', ?, ?, ?, ''",
      "ilss", &(SutraId){ .bytes = { 1, 2, 3 } }, (gint64) g_utf8_strlen (string->str, -1), sha256, sha256);
  g_assert_no_error (error);
  g_assert_true (sutra_store_commit (store, SUTRA_EDIT_ADD_ARTICLE, NULL, 1, NULL, &error));
}

/* All words of a text of many passages have to be in the text, not in one passage; a phrase may lie across two. */
static void
test_long_text (Fixture *f, gconstpointer data)
{
  put_long_article (f->store);
  update (f->store);
  g_assert_cmpuint (count_matches (f->store, "শব্দ3 শব্দ29999 সমাপ্তি"), ==, 1);
  g_assert_cmpuint (count_matches (f->store, "শব্দ3 -সমাপ্তি"), ==, 0);
  for (int i = 0; i < 29990; i += 37)
    {
      g_autofree char *phrase = g_strdup_printf ("\"শব্দ%d শব্দ%d শব্দ%d\"", i, i + 1, i + 2);

      g_assert_cmpuint (count_matches (f->store, phrase), ==, 1);
    }
}

/* Killed anywhere, indexing goes on where it was, and the index is whole. */
static void
test_kill (Fixture *f, gconstpointer data)
{
  guint n_killed = 0;

  put_long_article (f->store);
  sutra_store_close (f->store);
  f->store = NULL;
  for (int i = 0; i < 20; i++)
    {
      pid_t child = fork ();
      int status;

      if (child == 0)
        {
          SutraStore *store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);

          _exit (store != NULL && sutra_search_index_update (store, NULL, NULL, NULL, NULL) ? 0 : 1);
        }
      g_usleep ((gulong) g_test_rand_int_range (1000, 60000));
      kill (child, SIGKILL);
      waitpid (child, &status, 0);
      n_killed += WIFSIGNALED (status);
    }
  g_assert_cmpuint (n_killed, >, 0);
  f->store = sutra_store_open (f->path, SUTRA_STORE_DEFAULT, NULL);
  update (f->store);
  g_assert_cmpuint (count_matches (f->store, "শব্দ3 শব্দ29999"), ==, 1);
  g_assert_true (sutra_store_run (f->store, NULL, "INSERT INTO search (search) VALUES ('integrity-check')", ""));
  for (int i = 0; i < 29990; i += 1009)
    {
      g_autofree char *word = g_strdup_printf ("শব্দ%d", i);

      g_assert_cmpuint (count_matches (f->store, word), ==, 1);
    }
}

static void
test_clear (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  update (f->store);
  g_assert_true (sutra_search_index_clear (f->store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_matches (f->store, "কাজাখস্তান"), ==, 0);
  update (f->store);
  g_assert_cmpuint (count_matches (f->store, "কাজাখস্তান"), >=, 1);
  findings = sutra_check_run (f->store, NULL, &error);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* Another program made the index table: it is not used. */
static void
test_foreign_index (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sutra_store_run (f->store, &error, "DROP TABLE search", ""));
  g_assert_true (sutra_store_run (f->store, &error, "CREATE VIRTUAL TABLE search USING fts5 (tokens)", ""));
  g_assert_no_error (error);
  g_assert_false (sutra_search_index_update (f->store, NULL, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/search/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  g_test_add_func ("/store/search/terms", test_terms);
  ADD ("undo-leaves-index", test_undo_leaves_index);
  ADD ("not-recorded", test_not_recorded);
  ADD ("long-text", test_long_text);
  ADD ("kill", test_kill);
  ADD ("clear", test_clear);
  ADD ("foreign-index", test_foreign_index);
  return g_test_run ();
}
