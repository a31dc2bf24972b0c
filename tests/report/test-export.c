/* test-export.c: exports of a case, their names, and how long 10,000 mentions take
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-case.h"
#include "sutra-error.h"
#include "sutra-export.h"

#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#define SENTENCE "😀 কাজাখস্তানের রাষ্ট্রপতি শুক্রবার ঢাকায় পৌঁছান।\n"
#define NOON ((gint64) 1712577600 * G_USEC_PER_SEC) /* 2024-04-08 12:00 UTC */

typedef struct
{
  char *folder;
  SutraCase *the_case;
  SutraId article;
} Fixture;

static SutraId
add_article (SutraCase *the_case, guint n_sentences)
{
  g_autoptr (SutraDraft) draft = g_new0 (SutraDraft, 1);
  GString *string = g_string_new (NULL);
  g_autoptr (SutraArticle) article = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_sentences; i++)
    g_string_append (string, SENTENCE);
  draft->text = sutra_text_new_from_string (string->str);
  draft->original = g_string_free_to_bytes (string);
  draft->title = g_strdup ("শিরোনাম");
  draft->language = g_strdup ("bn");
  draft->encoding = g_strdup ("UTF-8");
  draft->media_type = g_strdup ("text/plain");
  article = sutra_case_add_article (the_case, draft, NULL, &error);
  g_assert_no_error (error);
  return *sutra_article_get_id (article);
}

/* The name in every sentence, all of one entity. */
static void
add_mentions (Fixture *fixture, guint n)
{
  g_autofree SutraMentionSpec *specs = g_new0 (SutraMentionSpec, n);
  SutraTagset *tagset = sutra_case_get_tagset (fixture->the_case);
  guint32 length = (guint32) g_utf8_strlen (SENTENCE, -1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      specs[i].article = fixture->article;
      specs[i].type = *sutra_entity_type_get_id (sutra_tagset_get_by_slug (tagset, "place"));
      specs[i].start = i * length + 2;
      specs[i].end = i * length + 14;
      specs[i].stem_end = i * length + 12;
      specs[i].entity_label = "কাজাখস্তান";
    }
  sutra_case_add_mentions (fixture->the_case, specs, n, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("sutra-export-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "case.sutra", NULL);
  fixture->the_case = sutra_case_create (path, "মামলা", NULL);
  fixture->article = add_article (fixture->the_case, n);
  add_mentions (fixture, n);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_clear_object (&fixture->the_case);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static char *export(Fixture *fixture, const char *format, gint64 now)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out", NULL);
  SutraExportRequest request = { .format = sutra_export_format_by_id (format), .path = path, .overwrite = TRUE, .now = now };
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_assert_true (sutra_export_run (sutra_case_get_store (fixture->the_case), &request, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  return contents;
}

static void
test_deterministic (Fixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "html", "w3c", "tagset" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *one = export(fixture, formats[i], NOON);
      g_autofree char *two = export(fixture, formats[i], NOON);

      g_assert_cmpstr (one, ==, two);
    }
}

static void
test_clock (Fixture *fixture, gconstpointer data)
{
  g_autofree char *html = export(fixture, "html", NOON);

  g_assert_nonnull (strstr (html, "2024-04-08 12:00:00 UTC"));
  g_assert_nonnull (strstr (html, "Sutradhar " SUTRA_VERSION));
}

/* In words, and as they are stored. */
static void
test_dates (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *published;
    const char *html;
  } rows[] = {
    { "2024-04-08", "<time datetime=\"2024-04-08\" title=\"2024-04-08\">8 April 2024</time>" },
    { "2024", "<time datetime=\"2024\" title=\"2024\">2024</time>" },
    { "2023-10-30/2023-11-11",
      "<data value=\"2023-10-30/2023-11-11\" title=\"2023-10-30/2023-11-11\">30 October – 11 November 2023</data>" },
    { "197X", "<data value=\"197X\" title=\"197X\">1970s</data>" },
    { "2010~", "<data value=\"2010~\" title=\"2010~\">about 2010</data>" },
    { "-0325", "<data value=\"-0325\" title=\"-0325\">326 BC</data>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *pairs[] = { "published", rows[i].published, NULL };
      g_autoptr (GError) error = NULL;
      g_autofree char *html = NULL;

      g_assert_true (sutra_case_set (fixture->the_case, &fixture->article, pairs, &error));
      g_assert_no_error (error);
      html = export(fixture, "html", NOON);
      g_assert_nonnull (strstr (html, rows[i].html));
    }
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new", NULL);
  SutraExportRequest request = { .format = sutra_export_format_by_id ("html"), .path = path };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (sutra_export_run (sutra_case_get_store (fixture->the_case), &request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_time (Fixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "html", "w3c" };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      clock_t start = clock ();
      g_autofree char *contents = export(fixture, formats[i], NOON);
      double ms = (double) (clock () - start) / CLOCKS_PER_SEC * 1000;

      g_test_message ("%s, %u mentions: %.0f ms, %" G_GSIZE_FORMAT " bytes", formats[i], GPOINTER_TO_UINT (data), ms, strlen (contents));
      /* Far above what it takes: linear work, not quadratic. */
      g_assert_cmpfloat (ms, <, 20000);
    }
}

static void
assert_name (const char *title, const char *expected)
{
  g_autofree char *name = sutra_export_suggest_name (sutra_export_format_by_id ("html"), title);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_names (void)
{
  g_autofree char *endless = g_strnfill (500, 'x');
  g_autofree char *bengali = g_strdup ("ক্ষমতা ক্ষমতা ক্ষমতা ক্ষমতা ক্ষমতা ক্ষমতা ক্ষমতা ক্ষমতা ক্ষমতা ক্ষমতা ক্ষমতা ক্ষমতা ক্ষমতা");
  g_autofree char *cut = sutra_export_suggest_name (sutra_export_format_by_id ("w3c"), endless);
  g_autofree char *cut_bengali = sutra_export_suggest_name (sutra_export_format_by_id ("w3c"), bengali);

  assert_name ("ভারত ও কাজাখস্তান", "ভারত ও কাজাখস্তান.html");
  assert_name ("a/b\\c: \"d\"\n<e>|?*", "a b c d e.html");
  assert_name ("../..", "html.html");
  assert_name (".hidden", "hidden.html");
  assert_name ("", "html.html");
  assert_name (NULL, "html.html");
  g_assert_cmpuint (strlen (cut), ==, 80 + strlen (".jsonld"));
  g_assert_cmpuint (strlen (cut_bengali), <=, 210);
  g_assert_true (g_utf8_validate (cut_bengali, -1, NULL));
  g_assert_null (sutra_export_format_by_id ("docx"));
  g_assert_null (sutra_export_format_by_id (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/export/deterministic", Fixture, GUINT_TO_POINTER (20), set_up, test_deterministic, tear_down);
  g_test_add ("/export/clock", Fixture, GUINT_TO_POINTER (1), set_up, test_clock, tear_down);
  g_test_add ("/export/dates", Fixture, GUINT_TO_POINTER (1), set_up, test_dates, tear_down);
  g_test_add ("/export/cancelled", Fixture, GUINT_TO_POINTER (1), set_up, test_cancelled, tear_down);
  g_test_add ("/export/time", Fixture, GUINT_TO_POINTER (10000), set_up, test_time, tear_down);
  g_test_add_func ("/export/names", test_names);
  return g_test_run ();
}
