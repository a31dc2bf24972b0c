/* test-display-map.c: the breaks of long paragraphs and the way between article and display
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-display-map.h"
#include "sutra-words.h"

#include <string.h>

/* Words of random aksharas: conjuncts, ya-phala, an emoji, Latin; spaces and, rarely, line feeds between them. */
static char *
random_article (gsize n_words, guint one_feed_in)
{
  static const char *const aksharas[] = { "ক্ষ", "স্ত্রী", "র‍্যা", "অ্যা", "ন্তঃ", "ক", "বি", "🙂", "ab", "ড়", "ক্‌" };
  GString *article = g_string_new ("🙂 ");

  for (gsize i = 0; i < n_words; i++)
    {
      for (int j = g_test_rand_int_range (1, 8); j > 0; j--)
        g_string_append (article, aksharas[g_test_rand_int_range (0, G_N_ELEMENTS (aksharas))]);
      g_string_append_c (article, one_feed_in != 0 && g_test_rand_int_range (0, (int) one_feed_in) == 0 ? '\n' : ' ');
    }
  return g_string_free (article, FALSE);
}

/* What the display must be, told from the display alone: the article with line feeds added. Walks both side by side. */
static void
check_map (const char *article)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (article);
  g_autoptr (SutraDisplayMap) map = sutra_display_map_new (text);
  gsize n_bytes;
  g_autofree char *display = sutra_display_map_dup_display (map, &n_bytes);
  const char *a = article;
  const char *d = display;
  gsize cp = 0;
  gsize at = 0;
  gsize line = 0;
  gsize n_breaks = 0;

  g_assert_cmpuint (strlen (display), ==, n_bytes);
  g_assert_true (g_utf8_validate (display, -1, NULL));
  while (TRUE)
    {
      g_assert_cmpuint (sutra_display_map_to_article (map, at), ==, cp);
      if (*d == '\n' && *a != '\n')
        {
          g_assert_cmpuint (sutra_display_map_to_display_end (map, cp), ==, at);
          g_assert_cmpuint (sutra_display_map_to_display (map, cp), ==, at + 1);
          g_assert_true (sutra_akshara_is_boundary (text, cp));
          g_assert_cmpuint (sutra_display_map_to_article (map, at + 1), ==, cp);
          n_breaks++;
          d++;
          at++;
          line = 0;
        }
      else
        {
          if (d == display || d[-1] != '\n' || a[-1] == '\n')
            g_assert_cmpuint (sutra_display_map_to_display_end (map, cp), ==, at);
          g_assert_cmpuint (sutra_display_map_to_display (map, cp), ==, at);
        }
      g_assert_cmpuint (g_utf8_get_char (a), ==, g_utf8_get_char (d));
      if (*a == '\0')
        break;
      line = *a == '\n' ? 0 : line + (gsize) (g_utf8_next_char (a) - a);
      g_assert_cmpuint (line, <=, SUTRA_DISPLAY_MAP_MAX_BYTES);
      a = g_utf8_next_char (a);
      d = g_utf8_next_char (d);
      cp++;
      at++;
    }
  g_assert_cmpuint (n_breaks, ==, sutra_display_map_get_n_breaks (map));
}

static void
test_random (void)
{
  const guint feeds[] = { 0, 5, 50, 500, 5000 };

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *article = random_article ((gsize) g_test_rand_int_range (0, 3000), feeds[i % G_N_ELEMENTS (feeds)]);

      check_map (article);
    }
}

/* An article that has no long paragraph is shown as it is. */
static void
test_short (void)
{
  g_autofree char *line = g_strnfill (SUTRA_DISPLAY_MAP_MAX_BYTES, 'x');
  g_autofree char *two = g_strconcat (line, "\n", line, "\n", NULL);
  const char *const articles[] = { "", "\n", "a", "ক্ষ", line, two };

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (SutraText) text = sutra_text_new_from_string (articles[i]);
      g_autoptr (SutraDisplayMap) map = sutra_display_map_new (text);

      check_map (articles[i]);
      g_assert_cmpuint (sutra_display_map_get_n_breaks (map), ==, 0);
    }
}

/* With spaces about, no word is broken. */
static void
test_word_edges (void)
{
  g_autofree char *article = random_article (4000, 0);
  g_autoptr (SutraText) text = sutra_text_new_from_string (article);
  g_autoptr (SutraDisplayMap) map = sutra_display_map_new (text);
  gsize n_breaks = 0;

  for (gsize cp = 1; cp < sutra_text_get_length (text); cp++)
    if (sutra_display_map_to_display (map, cp) != sutra_display_map_to_display_end (map, cp))
      {
        n_breaks++;
        g_assert_cmpuint (sutra_text_char_at (text, cp - 1), ==, ' ');
      }
  g_assert_cmpuint (n_breaks, >=, strlen (article) / SUTRA_DISPLAY_MAP_MAX_BYTES);
}

/* Without any, aksharas are kept whole; even one that has no end. */
static void
test_no_spaces (void)
{
  g_autoptr (GString) conjuncts = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new ("ক");
  g_autoptr (GString) hard = g_string_new (NULL);

  for (guint i = 0; i < 3000; i++)
    {
      g_string_append (conjuncts, "ন্ত্র");
      g_string_append (marks, "়");
      g_string_append (hard, "ক\u00a0");
    }
  check_map (conjuncts->str);
  check_map (marks->str);
  check_map (hard->str);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/display-map/random", test_random);
  g_test_add_func ("/display-map/short", test_short);
  g_test_add_func ("/display-map/word-edges", test_word_edges);
  g_test_add_func ("/display-map/no-spaces", test_no_spaces);
  return g_test_run ();
}
