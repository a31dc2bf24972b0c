/* test-reader.c: articles from plain text and from pages
 *
 * pages/NAME.html with pages/NAME.expected: lines "key: value", a line "---", then the text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-decode.h"
#include "sutra-error.h"
#include "sutra-html-metadata.h"
#include "sutra-reader.h"

#include <string.h>
#include <time.h>

static void
assert_field (const char *expected, const char *key, const char *value)
{
  g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);
  g_autofree char *start = g_strdup_printf ("%s:", key);

  for (guint i = 0; lines[i] != NULL && strcmp (lines[i], "---") != 0; i++)
    if (g_str_has_prefix (lines[i], start))
      {
        const char *wanted = g_strchug (lines[i] + strlen (start));

        g_assert_cmpstr (value, ==, wanted[0] != '\0' ? wanted : NULL);
        return;
      }
  g_assert_not_reached ();
}

static void
assert_draft (const SutraDraft *draft, const char *expected, const char *encoding)
{
  g_autofree char *text = g_strconcat (sutra_text_get_utf8 (draft->text, NULL), "\n", NULL);

  g_assert_cmpstr (text, ==, strstr (expected, "---\n") + 4);
  assert_field (expected, "title", draft->title);
  assert_field (expected, "source", draft->source);
  assert_field (expected, "author", draft->author);
  assert_field (expected, "published", draft->published);
  assert_field (expected, "language", draft->language);
  assert_field (expected, "url", draft->url);
  if (encoding != NULL)
    g_assert_cmpstr (draft->encoding, ==, encoding);
  else
    assert_field (expected, "encoding", draft->encoding);
  g_assert_cmpstr (draft->media_type, ==, "text/html");
}

static char *
load_expected (const char *path)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".html"));
  g_autofree char *file = g_strconcat (stem, ".expected", NULL);
  char *expected = NULL;

  g_assert_true (g_file_get_contents (file, &expected, NULL, NULL));
  return expected;
}

static void
test_page (gconstpointer data)
{
  const char *path = data;
  g_autofree char *expected = load_expected (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraDraft) draft = sutra_read_path (path, NULL, NULL, &error);
  gsize length;

  g_assert_no_error (error);
  assert_draft (draft, expected, NULL);
  g_assert_cmpstr (draft->file_name, ==, name);
  g_file_get_contents (path, &contents, &length, NULL);
  g_assert_cmpmem (g_bytes_get_data (draft->original, NULL), g_bytes_get_size (draft->original), contents, length);
}

/* The same page in UTF-16 with a BOM, and by its content when it has no ending. */
static void
test_utf16 (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "interchange", "pages", "wordpress.html", NULL);
  g_autofree char *expected = load_expected (path);
  g_autofree char *contents = NULL;
  static const char *const names[] = { "UTF-16LE", "UTF-16BE" };

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *with_bom = g_strconcat ("\xef\xbb\xbf", contents, NULL);
      gsize n;
      char *utf16 = g_convert (with_bom, -1, names[i], "UTF-8", NULL, &n, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_take (utf16, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (SutraDraft) draft = sutra_read (bytes, "no ending", NULL, &error);

      g_assert_no_error (error);
      assert_draft (draft, expected, names[i]);
    }
}

static SutraDraft *
read_string (const char *string, const char *name, const char *encoding, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (string, strlen (string));
  SutraReadOptions options = { .encoding = encoding };

  return sutra_read (bytes, name, &options, error);
}

static void
assert_refused (const char *string, const char *name, int code)
{
  g_autoptr (GError) error = NULL;
  SutraDraft *draft = read_string (string, name, NULL, &error);

  g_assert_null (draft);
  g_assert_error (error, SUTRA_ERROR, code);
}

static void
test_plain (void)
{
  g_autoptr (SutraDraft) text = read_string ("\xef\xbb\xbf😀 ক্ষমতা\r\nদুই\r", "a.TXT", NULL, NULL);
  g_autoptr (SutraDraft) not_html = read_string ("<html><p>ট্যাগ থাকে</p>", "a.txt", NULL, NULL);
  g_autoptr (SutraDraft) sniffed = read_string (" \n<!-- x --><!DOCTYPE HTML><p>অনুচ্ছেদ এক", NULL, NULL, NULL);
  g_autoptr (SutraDraft) iscii = read_string ("\xb3", "a.txt", "x-iscii-be", NULL);

  g_assert_cmpstr (sutra_text_get_utf8 (text->text, NULL), ==, "😀 ক্ষমতা\nদুই\n");
  g_assert_null (text->title);
  g_assert_cmpstr (text->media_type, ==, "text/plain");
  g_assert_cmpstr (text->encoding, ==, "UTF-8");
  g_assert_cmpstr (sutra_text_get_utf8 (not_html->text, NULL), ==, "<html><p>ট্যাগ থাকে</p>");
  g_assert_cmpstr (sniffed->media_type, ==, "text/html");
  g_assert_cmpstr (sutra_text_get_utf8 (sniffed->text, NULL), ==, "অনুচ্ছেদ এক");
  g_assert_null (sniffed->file_name);
  g_assert_cmpstr (sutra_text_get_utf8 (iscii->text, NULL), ==, "ক");
}

static void
test_refused (void)
{
  assert_refused ("", "a.txt", SUTRA_ERROR_EMPTY);
  assert_refused ("", "a.html", SUTRA_ERROR_EMPTY);
  assert_refused (" \n\t", "a.html", SUTRA_ERROR_EMPTY);
  assert_refused ("<!-- nothing -->", "a.html", SUTRA_ERROR_EMPTY);
  assert_refused ("<html><body><img src=a.png><script>var a = 'লেখা';</script></body></html>", "a.html", SUTRA_ERROR_EMPTY);
  assert_refused ("<html><body><nav><a href=1>এক</a></nav><p>&nbsp;<p>\xe2\x80\x8b</body></html>", "a.html", SUTRA_ERROR_EMPTY);
  assert_refused ("<html><frameset><frame src=a></frameset></html>", "a.html", SUTRA_ERROR_EMPTY);
  assert_refused ("%PDF-1.4\n", "a.html", SUTRA_ERROR_BINARY);
  assert_refused ("<p>\xff\xfe\xfd</p>", "a.html", SUTRA_ERROR_ENCODING);
  assert_refused ("\xe0\xa6", "a.txt", SUTRA_ERROR_ENCODING);
}

/* What is meant to bring a parser down is refused or read, in bounded time. */
static void
test_bombs (void)
{
  g_autoptr (GString) deep = g_string_new ("<html><body>");
  g_autoptr (GString) nested_ok = g_string_new ("<html><body>");
  g_autoptr (GString) attributes = g_string_new ("<html><body><p ");
  g_autoptr (GString) huge = g_string_new ("<html><body><p>ছবি<img src=\"data:image/png;base64,");
  g_autoptr (GString) script = g_string_new ("<html><body><p>লেখা আছে<script>");
  g_autoptr (GString) flat =
      g_string_new ("<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><html><body><p>&b;&b;শেষ");
  g_autoptr (SutraDraft) draft = NULL;
  clock_t start = clock ();

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<div>");
  g_string_append (deep, "তলায়");
  assert_refused (deep->str, "a.html", SUTRA_ERROR_TOO_LARGE);

  for (guint i = 0; i < 900; i++)
    g_string_append (nested_ok, "<font color=red>");
  g_string_append (nested_ok, "তলায় লেখা");
  draft = read_string (nested_ok->str, "a.html", NULL, NULL);
  g_assert_cmpstr (sutra_text_get_utf8 (draft->text, NULL), ==, "তলায় লেখা");
  g_clear_pointer (&draft, sutra_draft_free);

  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (attributes, "a%u ", i);
  g_string_append (attributes, ">লেখা");
  assert_refused (attributes->str, "a.html", SUTRA_ERROR_TOO_LARGE);

  for (guint i = 0; i < 12000000; i++)
    g_string_append_c (huge, 'A');
  g_string_append (huge, "\">শেষ");
  draft = read_string (huge->str, "a.html", NULL, NULL);
  g_assert_cmpstr (sutra_text_get_utf8 (draft->text, NULL), ==, "ছবিশেষ");
  g_clear_pointer (&draft, sutra_draft_free);

  /* What looks like tags in a script is none. */
  for (guint i = 0; i < 2000; i++)
    g_string_append (script, "if (a<b && c d e f g h) ");
  g_string_append (script, "</script>শেষ</p>");
  draft = read_string (script->str, "a.html", NULL, NULL);
  g_assert_cmpstr (sutra_text_get_utf8 (draft->text, NULL), ==, "লেখা আছেশেষ");
  g_clear_pointer (&draft, sutra_draft_free);

  draft = read_string (flat->str, "a.html", NULL, NULL);
  g_assert_nonnull (draft);
  /* Nothing is expanded, and no declaration becomes text. */
  g_assert_cmpstr (sutra_text_get_utf8 (draft->text, NULL), ==, "&b;&b;শেষ");
  g_clear_pointer (&draft, sutra_draft_free);

  g_assert_cmpint (clock () - start, <, 20 * CLOCKS_PER_SEC);
}

/* Paragraphs, one after the other, and one text of 11 MB. */
static void
test_large (void)
{
  g_autoptr (GString) page = g_string_new (NULL);
  g_autoptr (SutraDraft) draft = NULL;
  clock_t start = clock ();

  for (guint i = 0; i < 200000; i++)
    g_string_append (page, "<p>কাজাখস্তান ও ভারত।");
  draft = read_string (page->str, "a.html", NULL, NULL);
  g_assert_cmpuint (sutra_text_get_length (draft->text), ==, 200000 * 20 - 2);
  g_clear_pointer (&draft, sutra_draft_free);

  g_string_truncate (page, 0);
  for (guint i = 0; i < 1100000; i++)
    g_string_append (page, "<p>ক");
  assert_refused (page->str, "a.html", SUTRA_ERROR_TOO_LARGE);

  g_string_assign (page, "<p>");
  for (guint i = 0; i < 400000; i++)
    g_string_append (page, "কাজাখস্তান");
  draft = read_string (page->str, "a.html", NULL, NULL);
  g_assert_cmpuint (sutra_text_get_length (draft->text), ==, 400000 * 10);
  g_assert_cmpint (clock () - start, <, 20 * CLOCKS_PER_SEC);
}

static void
test_dates (void)
{
  static const char *const pairs[][2] = {
    { "2024-04-08", "2024-04-08" },
    { "2024-04-08T10:30:00+06:00", "2024-04-08T10:30:00+06:00" },
    { "2024-04-08T10:30:00.123Z", "2024-04-08T10:30:00Z" },
    { "2024-04-08T10:30+0600", "2024-04-08T10:30:00+06:00" },
    { "2024-04-08 10:30:00", "2024-04-08" },
    { "2024-04-08T10:30:00", "2024-04-08" },
    { "2024-04-08T25:30:00Z", "2024-04-08" },
    { "2024-04-08T10:30:00-03:30", "2024-04-08T10:30:00-03:30" },
    { "Mon, 08 Apr 2024 10:30:00 GMT", "2024-04-08T10:30:00Z" },
    { "8 Apr 2024 ", "2024-04-08" },
    { "2024-02-30", NULL },
    { "2024-13-01", NULL },
    { "08/04/2024", NULL },
    { "৮ এপ্রিল ২০২৪", NULL },
    { "2024-04-08 something", "2024-04-08" },
    { "2024-04-081", NULL },
    { "", NULL },
    { "Mon, 8 Foo 2024 10:30", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *edtf = sutra_html_dup_edtf (pairs[i][0]);

      g_assert_cmpstr (edtf, ==, pairs[i][1]);
    }
}

static void
test_json_ld (void)
{
  static const char page[] =
      "<html><body><p>লেখা আছে এখানে।</p>"
      "<script type='application/ld+json'>%s</script>"
      "<script type='application/ld+json'>{\"@type\": [\"Thing\", \"ReportageNewsArticle\"], \"headline\": \" শিরোনাম \", "
      "\"author\": \"ক\", \"datePublished\": \"2020-02-30\", \"inLanguage\": \"bn_BD\"}</script>";
  g_autoptr (GString) brackets = g_string_new (NULL);
  const char *bad[] = { "not json", "[[[", "{\"a\": 'x'}", "// c\n{}", "{\"@graph\": {\"a\": 1}}", "[1, null, \"x\"]", "\"\\u0000\"", "" };

  for (guint i = 0; i < 200000; i++)
    g_string_append_c (brackets, '[');
  for (guint i = 0; i <= G_N_ELEMENTS (bad); i++)
    {
      g_auto (GStrv) parts = g_strsplit (page, "%s", 2);
      g_autofree char *html = g_strconcat (parts[0], i < G_N_ELEMENTS (bad) ? bad[i] : brackets->str, parts[1], NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (SutraDraft) draft = read_string (html, "a.html", NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (draft->title, ==, "শিরোনাম");
      g_assert_cmpstr (draft->author, ==, "ক");
      g_assert_cmpstr (draft->language, ==, "bn-BD");
      g_assert_null (draft->published);
    }
}

static void
test_names (void)
{
  g_assert_true (sutra_reader_knows ("ক.txt"));
  g_assert_true (sutra_reader_knows ("A.HTM"));
  g_assert_true (sutra_reader_knows ("a.b.xhtml"));
  g_assert_false (sutra_reader_knows ("txt"));
  g_assert_false (sutra_reader_knows ("a.pdf"));
  g_assert_false (sutra_reader_knows ("a.txt.gz"));
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "interchange", "pages", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".html"))
      {
        g_autofree char *test = g_strconcat ("/reader/page/", name, NULL);

        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
        g_test_add_data_func (test, paths->pdata[paths->len - 1], test_page);
      }
  g_assert_cmpuint (paths->len, >=, 13);
  g_test_add_func ("/reader/utf16", test_utf16);
  g_test_add_func ("/reader/plain", test_plain);
  g_test_add_func ("/reader/refused", test_refused);
  g_test_add_func ("/reader/bombs", test_bombs);
  g_test_add_func ("/reader/large", test_large);
  g_test_add_func ("/reader/dates", test_dates);
  g_test_add_func ("/reader/json-ld", test_json_ld);
  g_test_add_func ("/reader/names", test_names);
  return g_test_run ();
}
