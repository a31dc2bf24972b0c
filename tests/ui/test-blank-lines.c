/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-blank-lines.h"

#include <string.h>

typedef struct
{
  SutraText *text;
  SutraDisplayMap *map;
  GtkTextBuffer *buffer;
  GtkTextTag *tag;
} Fixture;

static void
fixture_init (Fixture *self, const char *string)
{
  g_autofree char *display = NULL;
  gsize n_bytes;

  self->text = sutra_text_new_from_string (string);
  self->map = sutra_display_map_new (self->text);
  self->buffer = gtk_text_buffer_new (NULL);
  self->tag = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
  display = sutra_display_map_dup_display (self->map, &n_bytes);
  gtk_text_buffer_set_text (self->buffer, display, (int) n_bytes);
}

static void
fixture_clear (Fixture *self)
{
  g_object_unref (self->buffer);
  sutra_display_map_free (self->map);
  sutra_text_unref (self->text);
}

static gboolean
is_blank (const GtkTextIter *line)
{
  GtkTextIter at = *line;

  while (!gtk_text_iter_ends_line (&at))
    {
      if (!g_unichar_isspace (gtk_text_iter_get_char (&at)))
        return FALSE;
      gtk_text_iter_forward_char (&at);
    }
  return !gtk_text_iter_is_end (&at);
}

static guint
count_tagged (Fixture *self)
{
  GtkTextIter line;
  guint n = 0;

  gtk_text_buffer_get_start_iter (self->buffer, &line);
  do
    n += gtk_text_iter_has_tag (&line, self->tag) ? 1 : 0;
  while (gtk_text_iter_forward_line (&line));
  return n;
}

static void
finish (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Each line against what a reader would say, the ones of later turns too. */
static void
test_all (void)
{
  static const char *const lines[] = { "", "", " \t", "\u00a0", "🙂 ক্ষুদ্র র‍্যাবের", "স্ত্রী ", "x" };
  g_autoptr (GString) string = g_string_new (NULL);
  SutraBlankLines *blank;
  Fixture fixture;
  GtkTextIter line;
  guint n = 0;

  for (guint i = 0; i < 4000; i++)
    {
      g_string_append (string, lines[g_test_rand_int_range (0, G_N_ELEMENTS (lines))]);
      g_string_append_c (string, '\n');
    }
  fixture_init (&fixture, string->str);
  blank = sutra_blank_lines_start (fixture.text, fixture.map, fixture.buffer, fixture.tag);
  finish ();

  gtk_text_buffer_get_start_iter (fixture.buffer, &line);
  do
    {
      GtkTextIter end = line;

      g_assert_cmpint (gtk_text_iter_has_tag (&line, fixture.tag), ==, is_blank (&line));
      gtk_text_iter_forward_to_line_end (&end);
      if (!gtk_text_iter_ends_line (&line))
        g_assert_cmpint (gtk_text_iter_has_tag (&end, fixture.tag), ==, is_blank (&line));
      n++;
    }
  while (gtk_text_iter_forward_line (&line));
  g_assert_cmpuint (n, ==, 4000);
  sutra_blank_lines_free (blank);
  fixture_clear (&fixture);
}

/* The first pages at once; then only so much in a turn; nothing after the end. */
static void
test_turns (void)
{
  g_autofree char *feeds = g_strnfill (3000, '\n');
  Fixture fixture;
  SutraBlankLines *blank;
  guint first, second;

  fixture_init (&fixture, feeds);
  blank = sutra_blank_lines_start (fixture.text, fixture.map, fixture.buffer, fixture.tag);
  first = count_tagged (&fixture);
  g_assert_cmpuint (first, >=, 200);
  g_assert_cmpuint (first, <, 3000);
  g_main_context_iteration (NULL, FALSE);
  second = count_tagged (&fixture);
  g_assert_cmpuint (second, >, first);
  g_assert_cmpuint (second, <=, 2 * first);
  sutra_blank_lines_free (blank);
  finish ();
  g_assert_cmpuint (count_tagged (&fixture), ==, second);
  fixture_clear (&fixture);
}

/* White space so long that the display has breaks in it; no text at all; no feed at the end. */
static void
test_edges (void)
{
  g_autofree char *spaces = g_strnfill (10000, ' ');
  g_autofree char *wide = g_strconcat ("🙂\n", spaces, "\nx", NULL);
  const char *const texts[] = { wide, "", "  ", "x\n" };
  const guint expected[] = { 3, 0, 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Fixture fixture;
      SutraBlankLines *blank;

      fixture_init (&fixture, texts[i]);
      blank = sutra_blank_lines_start (fixture.text, fixture.map, fixture.buffer, fixture.tag);
      finish ();
      if (i == 0)
        g_assert_cmpuint (sutra_display_map_get_n_breaks (fixture.map), ==, expected[i] - 1);
      g_assert_cmpuint (count_tagged (&fixture), ==, expected[i]);
      sutra_blank_lines_free (blank);
      fixture_clear (&fixture);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/blank-lines/all", test_all);
  g_test_add_func ("/widgets/blank-lines/turns", test_turns);
  g_test_add_func ("/widgets/blank-lines/edges", test_edges);
  return g_test_run ();
}
