/* test-edtf.c: which strings are dates, and what is said of those that are none
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-edtf.h"
#include "sutra-error.h"

#include <string.h>

static const char *const valid[] = {
  /* Level 0: every example of the Library of Congress. */
  "1985-04-12",
  "1985-04",
  "1985",
  "1985-04-12T23:20:30",
  "1985-04-12T23:20:30Z",
  "1985-04-12T23:20:30-04",
  "1985-04-12T23:20:30+04:30",
  "1964/2008",
  "2004-06/2006-08",
  "2004-02-01/2005-02-08",
  "2004-02-01/2005-02",
  "2004-02-01/2005",
  "2005/2006-02",
  /* Level 1: every example of the Library of Congress. */
  "Y170000002",
  "Y-170000002",
  "2001-21",
  "1984?",
  "2004-06~",
  "2004-06-11%",
  "201X",
  "20XX",
  "2004-XX",
  "1985-04-XX",
  "1985-XX-XX",
  "1985-04-12/..",
  "1985-04/..",
  "1985/..",
  "../1985-04-12",
  "../1985-04",
  "../1985",
  "1985-04-12/",
  "1985-04/",
  "1985/",
  "/1985-04-12",
  "/1985-04",
  "/1985",
  "-1985",
  /* Intervals with what level 1 adds to their ends. */
  "1984~/2004-06",
  "1984/2004-06~",
  "1984~/2004~",
  "1984?/2004%",
  "1984-06?/2004-08?",
  "1984-06-02?/2004-08-08~",
  "1984-06-02?/..",
  "../2004-06-11%",
  "-0325/-0300",
  "-0325/0000",
  "-0001-12-31/0000-01-01",
  "2024-04?/2024-04~",
  /* Edges. */
  "0000",
  "0001",
  "9999",
  "-0001",
  "-9999",
  "-0325",
  "-0325-04-08",
  "2024-02-29",
  "2000-02-29",
  "0000-02-29",
  "-0004-02-29",
  "2023-02-28",
  "2024-01-31",
  "2024-04-30",
  "2024-12-31",
  "2024-22",
  "2024-23",
  "2024-24",
  "2024-21~",
  "2010%",
  "201X?",
  "20XX~",
  "2024-04-XX?",
  "Y10000",
  "Y-10000",
  "Y999999999999999",
  "Y-999999999999999",
  "2024-04-08T00:00:00",
  "2024-04-08T23:59:59Z",
  "2024-04-08T10:30:00+06:00",
  "2024-04-08T10:30:00+05:45",
  "2024-04-08T10:30:00+14:00",
  "2024-04-08T10:30:00-11",
  "2024-04-08T10:30:00+00:00",
  /* Touching and overlapping intervals are no contradiction. */
  "2024/2024",
  "2024-04-08/2024-04-08",
  "2024-04-08/2024",
  "2024-12-31/2024",
  "2024/2024-01-01",
  "2024-04-30/2024-04",
  "2024-04-08/2024-04",
};

static void
test_valid (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!sutra_edtf_validate (valid[i], &error))
        g_error ("%s was refused: %s", valid[i], error->message);
      g_assert_no_error (error);
      g_assert_true (sutra_edtf_validate (valid[i], NULL));
    }
}

/* What the message must say; "level 2" where the form is one of level 2. */
static const struct
{
  const char *string;
  const char *says;
} invalid[] = {
  { "", "no date" },
  { "2024-13", "month 13 at character 6: months go from 01 to 12" },
  { "2024-00", "month 00 at character 6" },
  { "2024-20", "month 20 at character 6" },
  { "2024-42", "month 42 at character 6" },
  { "2024-99-01", "month 99 at character 6" },
  { "2024-02-30", "day 30 at character 9: month 02 of the year 2024 has 29 days" },
  { "2023-02-29", "day 29 at character 9: month 02 of the year 2023 has 28 days" },
  { "1900-02-29", "has 28 days" },
  { "-0001-02-29", "has 28 days" },
  { "2024-04-31", "month 04 of the year 2024 has 30 days" },
  { "2024-01-32", "day 32 at character 9: days go from 01 to 31" },
  { "2024-01-00", "day 00 at character 9" },
  { "98", "year 98 at character 1: years have four digits" },
  { "985-04", "year 985" },
  { "-325", "year 325 at character 2" },
  { "20240", "years of more than four digits start with Y" },
  { "170000002", "start with Y" },
  { "20240408", "separated by hyphens" },
  { "2024-4", "month 4 at character 6: it has two digits" },
  { "2024-4-08", "month 4 at character 6" },
  { "2024-04-8", "day 8 at character 9: it has two digits" },
  { "2024-099", "days of the year" },
  { "2024-04-080", "day 080" },
  { "2024-", "no month at character 6" },
  { "2024-04-", "no day at character 9" },
  { "2024--04", "no month at character 6" },
  { "--04", "no year at character 2" },
  { "-", "no year at character 2" },
  { "+2024", "no plus sign" },
  { "-0000", "the year zero has no sign" },
  { "2024-04-08-01", "something after the date, - at character 11" },
  { "2024-21-01", "a season has no days" },
  { "2024-21-XX", "a season has no days" },
  { "2024-W15", "a wrong character W at character 6: weeks" },
  { "P1Y", "durations" },
  { "2024/P1M", "durations" },
  { "April 2024", "a wrong character A at character 1" },
  { "8/4/2024", "year 8 at character 1" },
  { "08-04-2024", "year 08" },
  { "2024.04.08", "something after the date, . at character 5" },
  { "2024-04-08 ", "at character 11: a date has no white space" },
  { " 2024", "at character 1: a date has no white space" },
  { "2024\n", "a date has no white space" },
  { "2024–25", "at character 5: write the hyphen -" },
  { "2024−04", "write the hyphen -" },
  { "2024/…", "two full stops" },
  { "২০২৪", "a wrong character ২ at character 1: digits are 0 to 9" },
  { "2024-০৪", "a wrong character ০ at character 6: digits are 0 to 9" },
  { "২০২৪-০৪-০৮", "digits are 0 to 9" },
  { "😀", "a wrong character 😀 at character 1" },
  { "2024\xff", "a faulty UTF-8 sequence at character 5" },
  { "2024\x01", "a wrong character at character 5" },
  { "201x", "capital X" },
  { "199u", "capital X" },
  { "unknown", "left empty" },
  { "1985/open", "at character 6: an open end of an interval is written .." },
  { "y170000002", "capital Y" },
  { "2024-04-08t10:30:00", "capital T" },
  { "2024-04-08T10:30:00z", "capital Z" },
  { "2024?~", "a second qualifier, ~ at character 6: uncertain and approximate together are %" },
  { "2024~?", "a second qualifier" },
  { "2024?x", "capital X" },
  { "2024?5", "something after the date, 5 at character 6" },
  { "2024X", "years of more than four digits" },
  { "Y2024", "year Y2024 at character 1: only years of more than four digits start with Y" },
  { "Y", "only years of more than four digits" },
  { "Y-2024", "only years of more than four digits" },
  { "Y02024", "no zeros in front" },
  { "Y+20240", "only years of more than four digits" },
  { "Y9999999999999999", "at most 15 digits" },
  { "Y99999999999999999999999999999999999999999999", "at most 15 digits" },
  { "Y20240-04", "a year with Y stands alone" },
  { "2024-04-08T10:30", "seconds at character 17: missing" },
  { "2024-04-08T10", "minutes at character 14: missing" },
  { "2024-04-08T", "hours at character 12: missing" },
  { "2024-04-08T103000", "separated by colons" },
  { "2024-04-08T24:00:00", "hours 24 at character 12: hours go from 00 to 23" },
  { "2024-04-08T10:60:00", "minutes 60 at character 15" },
  { "2024-04-08T10:30:60", "seconds 60 at character 18" },
  { "2024-04-08T10:30:00.5", "whole seconds" },
  { "2024-04-08T10:30:00,5", "level 2" },
  { "2024-04-08T10:30:00+15", "hours of the zone 15" },
  { "2024-04-08T10:30:00+14:01", "zone +14:01" },
  { "2024-04-08T10:30:00+06:60", "minutes of the zone 60" },
  { "2024-04-08T10:30:00+6", "hours of the zone 6" },
  { "2024-04-08T10:30:00+", "hours of the zone at character 21: missing" },
  { "2024-04-08T10:30:00-00:00", "write Z or +00:00" },
  { "2024-04-08T10:30:00ZZ", "something after the date, Z" },
  { "2024-04-08T10:30:00?", "takes none" },
  { "2024-04T10:30:00", "a time of day, T at character 8: it needs" },
  { "2024-04-XXT10:30:00", "a time of day, T" },
  { "2024T10:30:00Z", "a time of day, T at character 5" },
  { "10:30:00", "year 10" },
  { "T10:30:00", "no year at character 1" },
  { "2024-04-08T10:30:00/2024-04-09", "the ends of an interval are dates alone" },
  { "2024-04-08/2024-04-08T10:30:00Z", "a time of day, T at character 22" },
  { "/", "a date at one end at least" },
  { "../..", "a date at one end at least" },
  { "../", "a date at one end at least" },
  { "/..", "a date at one end at least" },
  { "//", "a second slash" },
  { "2024/2025/2026", "a second slash, / at character 10" },
  { "2024/2025/", "a second slash" },
  { "2024/2023", "end 2023 at character 6: the interval ends before it starts" },
  { "2024-04-08/2024-04-07", "ends before it starts" },
  { "2024-04/2024-03", "ends before it starts" },
  { "-0300/-0325", "ends before it starts" },
  { "2024?/2023?", "ends before it starts" },
  { "..", "a slash comes after it" },
  { "..2024", "a slash comes after it" },
  { "2024..", "a slash comes before it" },
  { "2024..2025", "a slash comes before it" },
  { "..2024/2025", "an open end is .. alone" },
  { "2024/...", "something after the open end, ." },
  { "2024/.", "no year at character 6" },
  { "2024/2025-13", "month 13 at character 11" },
  { "2024/2025 ", "at character 10: a date has no white space" },
  { "2024-13/2025", "month 13 at character 6" },
  /* Level 2: every kind of example of the Library of Congress. */
  { "Y-17E7", "level 2" },
  { "Y17E7", "level 2" },
  { "1950S2", "significant digits, S at character 5: that is EDTF level 2" },
  { "Y171010000S3", "level 2" },
  { "Y3388E2S3", "level 2" },
  { "17E7", "year 17" },
  { "2001-25", "season 25 at character 6: seasons go from 21 to 24: that is EDTF level 2" },
  { "2001-34", "level 2" },
  { "2001-41", "level 2" },
  { "[1667,1668,1670..1672]", "a set of dates, [ at character 1: that is EDTF level 2" },
  { "[..1760-12-03]", "level 2" },
  { "[1667,1760-12]", "level 2" },
  { "{1667,1668}", "level 2" },
  { "{..1984}", "level 2" },
  { "1667,1668", "level 2" },
  { "2004?-06-11", "a qualifier inside the date, ? at character 5: that is EDTF level 2" },
  { "2004-06~-11", "level 2" },
  { "2004-06?-11", "level 2" },
  { "?2004-06-~11", "a qualifier in front, ? at character 1: that is EDTF level 2" },
  { "2004-%06-11", "level 2" },
  { "2011-23~-01", "level 2" },
  { "156X-12-25", "level 2" },
  { "15XX-12-25", "level 2" },
  { "XXXX-12-XX", "level 2" },
  { "1XXX-XX", "level 2" },
  { "1XXX-12", "level 2" },
  { "1984-1X", "level 2" },
  { "XXXX", "level 2" },
  { "1XXX", "level 2" },
  { "1X84", "level 2" },
  { "X984", "level 2" },
  { "2024-X1", "level 2" },
  { "2024-04-1X", "level 2" },
  { "2024-04-X1", "level 2" },
  { "2024-XX-08", "a day of a month XX: that is EDTF level 2" },
  { "2004-06-~01/2004-06-~20", "level 2" },
  { "2004-06-XX/2004-07-03", "end 2004-06-XX at character 1: X in an interval: that is EDTF level 2" },
  { "2003-01/2004-XX", "end 2004-XX at character 9" },
  { "199X/2004", "level 2" },
  { "../20XX", "level 2" },
  /* Of no level. */
  { "2003-12/2004-22", "end 2004-22 at character 9: a season is no end of an interval" },
  { "Y-170000002/..", "a year with Y stands alone, not in an interval" },
  { "2024/Y170000002", "a year with Y stands alone, not in an interval" },
  { "Y17XXX", "level 2" },
};

static void
test_invalid (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (invalid), >=, 60);
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autoptr (GError) error = NULL;

      if (sutra_edtf_validate (invalid[i].string, &error))
        g_error ("%s was taken", invalid[i].string);
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
      if (strstr (error->message, invalid[i].says) == NULL)
        g_error ("“%s”: “%s” does not say “%s”", invalid[i].string, error->message, invalid[i].says);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_false (sutra_edtf_validate (invalid[i].string, NULL));
    }
}

static void
test_null (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sutra_edtf_validate (NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
}

/* Every day of some centuries, against GLib's calendar. */
static void
test_calendar (void)
{
  static const int years[] = { 1, 4, 100, 200, 400, 1582, 1600, 1700, 1900, 1999, 2000, 2023, 2024, 2100, 2200, 2400, 9999 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    for (int month = 0; month <= 13; month++)
      for (int day = 0; day <= 32; day++)
        {
          g_autofree char *string = g_strdup_printf ("%04d-%02d-%02d", years[i], month, day);
          gboolean exists =
              month >= 1 && month <= 12 && day >= 1 && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) years[i]);

          g_assert_cmpint (sutra_edtf_validate (string, NULL), ==, exists);
        }
}

/* Intervals of plain days are valid exactly if they are in order. */
static void
test_order (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      char a[16], b[16];
      g_autofree char *interval = NULL;

      g_snprintf (a, sizeof a, "%04d-%02d-%02d", g_test_rand_int_range (2020, 2024), g_test_rand_int_range (1, 13),
                  g_test_rand_int_range (1, 29));
      g_snprintf (b, sizeof b, "%04d-%02d-%02d", g_test_rand_int_range (2020, 2024), g_test_rand_int_range (1, 13),
                  g_test_rand_int_range (1, 29));
      interval = g_strconcat (a, "/", b, NULL);
      g_assert_cmpint (sutra_edtf_validate (interval, NULL), ==, strcmp (a, b) <= 0);
    }
}

/* One changed character never brings the reader out of its string or its answer out of step with its error. */
static void
test_mutations (void)
{
  static const char *const seeds[] = { "1985-04-12T23:20:30+04:30", "2004-06-11%/2005-07-1X", "Y-170000002", "../-0325-XX-XX~" };
  static const char alphabet[] = "0129XYTZSE+-:./?~%[]{},a \xe0\xa7\xa6";

  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *string = g_strdup (seeds[i % G_N_ELEMENTS (seeds)]);
      g_autoptr (GError) error = NULL;
      gsize n = strlen (string);

      for (int changes = g_test_rand_int_range (1, 4); changes > 0; changes--)
        string[g_test_rand_int_range (0, (int) n)] = alphabet[g_test_rand_int_range (0, sizeof alphabet)];
      if (sutra_edtf_validate (string, &error))
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edtf/valid", test_valid);
  g_test_add_func ("/edtf/invalid", test_invalid);
  g_test_add_func ("/edtf/null", test_null);
  g_test_add_func ("/edtf/calendar", test_calendar);
  g_test_add_func ("/edtf/order", test_order);
  g_test_add_func ("/edtf/mutations", test_mutations);
  return g_test_run ();
}
