/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-inspection.h"

#include "sutra-akshara.h"

#include "../text/soup.h"

static SutraInspection *
inspect (SutraText *text)
{
  return sutra_inspection_new_for_fonts (text, 0, sutra_text_get_length (text), "Noto Sans Bengali", 16);
}

/* The names of all glyphs. */
static char *
glyphs_of (const char *string)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  g_autoptr (SutraInspection) inspection = inspect (text);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < inspection->glyphs->len; i++)
    {
      const SutraInspectedGlyph *glyph = &g_array_index (inspection->glyphs, SutraInspectedGlyph, i);

      g_string_append_printf (names, "%s%s%s", i > 0 ? " " : "", glyph->dotted_circle ? "!" : "", glyph->missing ? "?" : glyph->name);
      g_assert_true (glyph->missing || strstr (glyph->font, "Bengali") != NULL);
    }
  return g_string_free (names, FALSE);
}

static void
test_glyphs (void)
{
  g_autofree char *conjunct = glyphs_of ("ক্ষ");
  g_autofree char *stray = glyphs_of ("\u09be");
  g_autofree char *joined = glyphs_of ("র\u200d\u09cd\u09afাব");
  g_autofree char *reph = glyphs_of ("র\u09cd\u09afাব");
  g_autofree char *empty = glyphs_of ("");

  g_assert_null (strchr (conjunct, ' '));
  g_assert_nonnull (strchr (stray, '!'));
  g_assert_null (strchr (joined, '!'));
  g_assert_null (strchr (joined, '?'));
  g_assert_cmpstr (joined, !=, reph);
  g_assert_cmpstr (empty, ==, "");
}

/* Clusters are the aksharas and partition the text; each glyph stands in the one in which it begins. */
static void
check_promises (const char *string)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  g_autoptr (SutraInspection) inspection = inspect (text);
  guint32 at = 0;
  guint glyph = 0;

  for (guint i = 0; i < inspection->clusters->len; i++)
    {
      const SutraInspectedCluster *cluster = &g_array_index (inspection->clusters, SutraInspectedCluster, i);

      g_assert_cmpuint (cluster->start, ==, at);
      g_assert_cmpuint (cluster->end, >, at);
      g_assert_true (cluster->end == inspection->end || sutra_akshara_is_boundary (text, cluster->end));
      g_assert_cmpuint (cluster->first_glyph, ==, glyph);
      for (guint k = 0; k < cluster->n_glyphs; k++)
        {
          const SutraInspectedGlyph *one = &g_array_index (inspection->glyphs, SutraInspectedGlyph, glyph + k);

          g_assert_true (one->start >= cluster->start && one->start < cluster->end);
          g_assert_true (one->end > one->start && one->end <= inspection->end);
        }
      at = cluster->end;
      glyph += cluster->n_glyphs;
    }
  g_assert_cmpuint (at, ==, inspection->end);
  g_assert_cmpuint (glyph, ==, inspection->glyphs->len);
}

static void
test_promises (void)
{
  check_promises ("📰 ৮ এপ্রিল ২০২৪-এ র‍্যাব, ক্‌ষ\nאבג ১২৩ abc\n\nশেষ।");
  for (int i = 0; i < 300; i++)
    {
      g_autofree char *soup = soup_new (40);

      check_promises (soup);
    }
}

static void
test_bounded (void)
{
  g_autoptr (GString) marks = g_string_new ("ক");

  for (int i = 0; i < 100000; i++)
    g_string_append (marks, "\u0981");
  check_promises (marks->str);
  g_string_assign (marks, "");
  for (int i = 0; i < 30000; i++)
    g_string_append (marks, "কি");
  check_promises (marks->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/inspection/glyphs", test_glyphs);
  g_test_add_func ("/drawing/inspection/promises", test_promises);
  g_test_add_func ("/drawing/inspection/bounded", test_bounded);
  return g_test_run ();
}
