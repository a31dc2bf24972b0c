/* test-markup.c: no text becomes a tag
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-markup.h"
#include "sutra-report.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static char *
render (void (*write) (SutraMarkup *markup))
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("sutra-markup-XXXXXX", &path, NULL);
  SutraOutput *output = sutra_output_new_for_fd (fd, "test");
  SutraMarkup *markup = sutra_markup_new (output);
  char *html = NULL;

  write (markup);
  sutra_markup_free (markup);
  g_assert_true (sutra_output_commit (output, NULL));
  sutra_output_free (output);
  close (fd);
  g_assert_true (g_file_get_contents (path, &html, NULL, NULL));
  g_unlink (path);
  return html;
}

static void
write_escaped (SutraMarkup *markup)
{
  sutra_markup_open (markup, "p", "title", "\"><script>", "lang", NULL, "class", "a & b", NULL);
  sutra_markup_text (markup, "</p><b>ক্ষ</b> & \"😀\" 'x'", -1);
  sutra_markup_element (markup, "br", NULL, NULL);
  sutra_markup_element (markup, "span", "", "id", "<", NULL);
  sutra_markup_text (markup, "cut here", 3);
  sutra_markup_close (markup);
}

static void
test_escaped (void)
{
  g_autofree char *html = render (write_escaped);

  g_assert_cmpstr (html, ==,
                   "<p title=\"&quot;&gt;&lt;script&gt;\" class=\"a &amp; b\">&lt;/p&gt;&lt;b&gt;ক্ষ&lt;/b&gt; &amp; &quot;😀&quot; 'x'<br>"
                   "<span id=\"&lt;\"></span>cut</p>");
}

static void
test_numbers (void)
{
  g_autofree char *latin = sutra_report_format_number ("en", 1234567890);
  g_autofree char *bengali = sutra_report_format_number ("bn", 1234567890);
  g_autofree char *none = sutra_report_format_number (NULL, 0);

  g_assert_cmpstr (latin, ==, "1234567890");
  g_assert_cmpstr (bengali, ==, "১২৩৪৫৬৭৮৯০");
  g_assert_cmpstr (none, ==, "0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markup/escaped", test_escaped);
  g_test_add_func ("/markup/numbers", test_numbers);
  return g_test_run ();
}
