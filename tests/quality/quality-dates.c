/* quality-dates.c: dates and numbers on the frozen sets, the reference article and the corpora
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "quality.h"
#include "sutra-edtf-value.h"
#include "sutra-expression.h"

#include <locale.h>
#include <string.h>

/**
 * Score: spans and values
 * @wanted: expected expressions; @found: expressions that were read; @spans: those with the expected span; @values: those with the value, too
 * @plain, @clean: sentences in which nothing is to be found, and those in which nothing was
 */
typedef struct
{
  guint wanted;
  guint found;
  guint spans;
  guint values;
  guint plain;
  guint clean;
} Score;

/* One expectation of the frozen sets: "surface"#2=VALUE|VALUE!weekday */
typedef struct
{
  gsize start;
  gsize end;
  char *surface;
  char *values;
  gboolean weekday;
} Wanted;

static void
clear_wanted (gpointer data)
{
  Wanted *wanted = data;

  g_free (wanted->surface);
  g_free (wanted->values);
}

static GArray *
parse_wanted (const char *sentence, const char *text)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Wanted));
  const char *p = text;

  g_array_set_clear_func (all, clear_wanted);
  while (*p != '\0')
    {
      Wanted wanted = { 0 };
      const char *quote_end, *value_end, *at = sentence;
      guint occurrence = 1;

      g_assert_cmpint (*p, ==, '"');
      for (quote_end = p + 1; *quote_end != '"' || (quote_end[1] != '=' && quote_end[1] != '#'); quote_end++)
        g_assert_cmpint (*quote_end, !=, '\0');
      wanted.surface = g_strndup (p + 1, (gsize) (quote_end - p - 1));
      p = quote_end + 1;
      if (*p == '#')
        {
          char *end;

          occurrence = (guint) g_ascii_strtoull (p + 1, &end, 10);
          p = end;
        }
      g_assert_cmpint (*p, ==, '=');
      value_end = strstr (p, "; \"");
      if (value_end == NULL)
        value_end = p + strlen (p);
      wanted.values = g_strndup (p + 1, (gsize) (value_end - p - 1));
      if (g_str_has_suffix (wanted.values, "!weekday"))
        {
          wanted.weekday = TRUE;
          wanted.values[strlen (wanted.values) - strlen ("!weekday")] = '\0';
        }
      for (guint n = 1; (at = strstr (at, wanted.surface)) != NULL && n < occurrence; n++)
        at++;
      g_assert_nonnull (at);
      wanted.start = (gsize) g_utf8_strlen (sentence, at - sentence);
      wanted.end = wanted.start + (gsize) g_utf8_strlen (wanted.surface, -1);
      g_array_append_val (all, wanted);
      p = *value_end == '\0' ? value_end : value_end + 2;
    }
  return all;
}

static const char *
state_name (SutraExpressionState state)
{
  switch (state)
    {
    case SUTRA_EXPRESSION_NEEDS_PUBLISHED:
      return "?needs-published";
    case SUTRA_EXPRESSION_NEEDS_YEAR:
      return "?needs-year";
    case SUTRA_EXPRESSION_IMPOSSIBLE:
      return "?impossible";
    case SUTRA_EXPRESSION_NOT_CONVERTED:
      return "?not-converted";
    case SUTRA_EXPRESSION_NEEDS_DAY:
      return "?needs-day";
    case SUTRA_EXPRESSION_FINE:
    case SUTRA_EXPRESSION_WEEKDAY:
    case SUTRA_EXPRESSION_AMBIGUOUS:
    default:
      return "?";
    }
}

static char *
show (const SutraExpression *e)
{
  if (e->value == NULL)
    return g_strdup (state_name (e->state));
  return e->unit != NULL ? g_strconcat (e->value, " ", e->unit, NULL) : g_strdup (e->value);
}

static gboolean
is_right (const Wanted *wanted, const SutraExpression *e)
{
  g_auto (GStrv) values = g_strsplit (wanted->values, "|", -1);
  g_autofree char *shown = show (e);

  return g_strv_contains ((const char *const *) values, shown) && wanted->weekday == (e->state == SUTRA_EXPRESSION_WEEKDAY);
}

static void
add_sentence (Score *score, SutraText *text, GArray *wanted, GArray *found)
{
  score->wanted += wanted->len;
  score->found += found->len;
  score->plain += wanted->len == 0;
  score->clean += wanted->len == 0 && found->len == 0;
  for (guint i = 0; i < wanted->len; i++)
    {
      const Wanted *w = &g_array_index (wanted, Wanted, i);
      const SutraExpression *hit = NULL;

      for (guint n = 0; n < found->len; n++)
        {
          const SutraExpression *e = &g_array_index (found, SutraExpression, n);

          if (e->start == w->start && e->end == w->end)
            hit = e;
        }
      if (hit == NULL)
        {
          g_test_message ("missed: %s in: %s", w->surface, sutra_text_get_utf8 (text, NULL));
          continue;
        }
      score->spans++;
      if (is_right (w, hit))
        score->values++;
      else
        {
          g_autofree char *shown = show (hit);

          g_test_message ("value: %s is %s, not %s (%s) in: %s", w->surface, shown, w->values, hit->rule, sutra_text_get_utf8 (text, NULL));
        }
    }
  for (guint n = 0; n < found->len; n++)
    {
      const SutraExpression *e = &g_array_index (found, SutraExpression, n);
      gboolean expected = FALSE;

      for (guint i = 0; i < wanted->len; i++)
        expected |= g_array_index (wanted, Wanted, i).start == e->start && g_array_index (wanted, Wanted, i).end == e->end;
      if (!expected)
        {
          g_autofree char *surface = sutra_text_slice (text, e->start, e->end);

          g_test_message ("too much: %s (%s) in: %s", surface, e->rule, sutra_text_get_utf8 (text, NULL));
        }
    }
}

typedef GArray *(*Reader) (SutraText *text, const SutraReadingContext *context);

static void
measure_frozen (const char *file, Reader reader, const char *what)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "quality", "data", file, NULL);
  g_autofree char *contents = NULL;
  g_autofree char *note = NULL, *span = g_strconcat (what, ": spans found", NULL), *precise = g_strconcat (what, ": spans right", NULL),
                  *value = g_strconcat (what, ": values", NULL), *quiet = g_strconcat (what, ": sentences without", NULL);
  g_auto (GStrv) lines = NULL;
  Score score = { 0 };

  if (!g_file_get_contents (path, &contents, NULL, NULL))
    {
      g_clear_pointer (&path, g_free);
      path = g_test_build_filename (G_TEST_DIST, "data", file, NULL);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
    }
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autoptr (SutraText) text = NULL;
      g_autoptr (GArray) wanted = NULL, found = NULL;
      SutraReadingContext context = { 0 };

      if (*lines[i] == '#' || *lines[i] == '\0')
        continue;
      g_assert_cmpuint (g_strv_length (cells), ==, 4);
      context.published = g_str_equal (cells[1], "-") ? NULL : cells[1];
      context.language = cells[2];
      text = sutra_text_new_from_string (cells[0]);
      wanted = parse_wanted (cells[0], cells[3]);
      found = reader (text, &context);
      add_sentence (&score, text, wanted, found);
    }
  note = g_strdup_printf ("%u expressions, %u sentences without any", score.wanted, score.plain);
  quality_row (span, (double) score.spans / score.wanted, 0.97, TRUE, note);
  quality_row (precise, (double) score.spans / MAX (score.found, 1), 0.97, TRUE, note);
  quality_row (value, (double) score.values / score.wanted, 0.97, TRUE, note);
  quality_row (quiet, (double) score.clean / score.plain, 0.97, TRUE, note);
}

static void
quality_frozen_dates (void)
{
  measure_frozen ("dates.tsv", sutra_dates_read, "dates, frozen set");
}

static void
quality_frozen_numbers (void)
{
  measure_frozen ("numbers.tsv", sutra_numbers_read, "numbers, frozen set");
}

/* The whole reference article: these and no others. (The sentences stay in the corpus: only offsets and values are here.) */
static void
quality_reference (void)
{
  static const struct
  {
    const char *published;
    const char *past_year;
  } rounds[] = { { NULL, "?needs-published" }, { "2024-04-09", "2023" } };
  g_autofree char *path = quality_corpus ("reference-article.txt");
  g_autofree char *contents = NULL;
  g_autoptr (SutraText) text = NULL;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  text = sutra_text_new_from_string (contents);
  for (gsize round = 0; round < G_N_ELEMENTS (rounds); round++)
    {
      SutraReadingContext context = { rounds[round].published, "bn" };
      g_autoptr (GArray) found = sutra_dates_read (text, &context);
      const char *wanted[][2] = { { "৮ এপ্রিল, ২০২৪-এ", "2024-04-08" },
                                  { "১৭ অক্টোবর, ২০২৩-এ", "2023-10-17" },
                                  { "গত বছর", rounds[round].past_year },
                                  { "৩০ অক্টোবর থেকে ১১ নভেম্বর, ২০২৩", "2023-10-30/2023-11-11" } };
      guint spans = 0, values = 0;

      for (guint n = 0; n < found->len; n++)
        {
          const SutraExpression *e = &g_array_index (found, SutraExpression, n);
          g_autofree char *surface = sutra_text_slice (text, e->start, e->end);
          g_autofree char *shown = show (e);
          gboolean hit = n < G_N_ELEMENTS (wanted) && g_str_equal (surface, wanted[n][0]);

          spans += hit;
          values += hit && g_str_equal (shown, wanted[n][1]);
          g_test_message ("%s = %s (%s)", surface, shown, e->rule);
        }
      quality_row (round == 0 ? "dates, reference article: spans" : "dates, reference article, published: spans",
                   found->len == G_N_ELEMENTS (wanted) ? spans / 4.0 : 0, 1, TRUE, "4 expressions, no other");
      quality_row (round == 0 ? "dates, reference article: values" : "dates, reference article, published: values", values / 4.0, 1, TRUE,
                   "4 expressions");
    }
}

/* Why a row of dateparser's expectations says nothing about our grammar; NULL if it does. */
static const char *
not_ours (const char *kind, const char *language, const char *input)
{
  if (!g_str_equal (language, "bn"))
    return "Assamese";
  if (!g_str_has_prefix (kind, "absolute") && !g_str_has_prefix (kind, "relative") && !g_str_equal (kind, "find"))
    return "expects words or tokens, no value";
  if (g_str_equal (input, "এখন"))
    return "now is no date";
  if (g_str_has_prefix (kind, "relative") && strstr (input, "আগে") == NULL && strstr (input, "পূর্বে") == NULL && g_ascii_isdigit (*input))
    return "an amount of time alone is no date: upstream counts it back from now";
  if (strstr (input, "আগে") != NULL && strstr (input, "পূর্বে") != NULL)
    return "two expressions, which upstream adds up";
  return NULL;
}

/* "-1 years -2 months" from @base: a day number. */
static gint64
shift (gint64 day, gint64 seconds, const char *amounts)
{
  g_auto (GStrv) words = g_strsplit (amounts, " ", -1);
  gint64 months = 0, year;
  guint month, day_of_month;

  for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i += 2)
    {
      gint64 n = g_ascii_strtoll (words[i], NULL, 10);

      if (g_str_has_prefix (words[i + 1], "year"))
        months += 12 * n;
      else if (g_str_has_prefix (words[i + 1], "month"))
        months += n;
      else if (g_str_has_prefix (words[i + 1], "week"))
        day += 7 * n;
      else if (g_str_has_prefix (words[i + 1], "day"))
        day += n;
      else
        seconds += n * (g_str_has_prefix (words[i + 1], "hour") ? 3600 : g_str_has_prefix (words[i + 1], "minute") ? 60 : 1);
    }
  for (; seconds < 0; seconds += 86400)
    day--;
  sutra_day_to_date (day, &year, &month, &day_of_month);
  months += year * 12 + month - 1;
  year = months / 12;
  month = (guint) (months % 12) + 1;
  return sutra_day_from_date (year, month, MIN (day_of_month, sutra_day_month_length (year, month)));
}

/* The expected day must lie in our value (which is as coarse as what is said), a time of day must be the same. */
static gboolean
agrees (const char *kind, const char *base, const char *expected, const char *value)
{
  SutraEdtf edtf, wanted;
  gint64 first, last, day;

  if (value == NULL || !sutra_edtf_parse (value, &edtf, NULL))
    return FALSE;
  sutra_edtf_bounds (&edtf, &first, &last);
  if (g_str_has_prefix (kind, "relative"))
    {
      g_assert_true (sutra_edtf_parse (base, &wanted, NULL));
      day = shift (sutra_day_from_date (wanted.start.year, wanted.start.month, wanted.start.day),
                   (wanted.start.hour * 60 + wanted.start.minute) * 60, expected);
      return first <= day && day <= last;
    }
  g_assert_true (sutra_edtf_parse (expected, &wanted, NULL));
  day = sutra_day_from_date (wanted.start.year, wanted.start.month, wanted.start.day);
  if (first > day || last < day)
    return FALSE;
  if (wanted.start.hour == 0 && wanted.start.minute == 0)
    return TRUE;
  return edtf.start.has_time && edtf.start.hour == wanted.start.hour && edtf.start.minute == wanted.start.minute &&
         edtf.start.second == wanted.start.second;
}

static void
quality_dateparser (void)
{
  g_autofree char *path = quality_corpus ("dateparser-bn/expectations.tsv");
  g_autofree char *contents = NULL, *note = NULL;
  g_auto (GStrv) lines = NULL;
  guint spans = 0, values = 0, wanted = 0, valued = 0, left = 0;

  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      const char *kind = cells[2], *input = cells[4];
      const char *reason = not_ours (kind, cells[3], input);
      SutraReadingContext context = { *cells[5] != '\0' ? cells[5] : NULL, "bn" };
      g_autoptr (SutraText) text = sutra_text_new_from_string (input);
      g_autoptr (GArray) found = NULL;
      const SutraExpression *e;
      gsize length = sutra_text_get_length (text);
      gboolean hit;

      if (reason != NULL)
        {
          g_test_message ("not applied: %s: %s (%s)", kind, input, reason);
          left++;
          continue;
        }
      if (g_str_has_suffix (input, "."))
        length--;
      found = sutra_dates_read (text, &context);
      e = found->len == 1 ? &g_array_index (found, SutraExpression, 0) : NULL;
      hit = e != NULL && e->start == 0 && e->end == length;
      wanted++;
      spans += hit;
      if (!hit)
        g_test_message ("missed: %s", input);
      if (g_str_equal (kind, "find"))
        continue; /* has no value */
      valued++;
      if (hit && agrees (kind, cells[5], cells[6], e->value))
        values++;
      else
        g_test_message ("value: %s is %s, not %s from %s", input, e != NULL && e->value != NULL ? e->value : "nothing", cells[6], cells[5]);
    }
  note = g_strdup_printf ("%u rows, %u not applied: Assamese, bare amounts, words and tokens", wanted, left);
  quality_row ("dates, dateparser: spans", (double) spans / wanted, 0.97, TRUE, note);
  quality_row ("dates, dateparser: values", (double) values / valued, 0.97, TRUE, note);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/dates/frozen", quality_frozen_dates);
  g_test_add_func ("/quality/dates/reference", quality_reference);
  g_test_add_func ("/quality/dates/dateparser", quality_dateparser);
  g_test_add_func ("/quality/dates/numbers", quality_frozen_numbers);
  return g_test_run ();
}
