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
  /* What people type, and what is cut off. */
  { "2024-04-08T10:30:00+06:00/..", "a time of day, T at character 11: the ends of an interval are dates alone" },
  { "2024-06-31", "day 31 at character 9: month 06 of the year 2024 has 30 days" },
  { "2024-09-31", "day 31 at character 9: month 09 of the year 2024 has 30 days" },
  { "2024-11-31", "day 31 at character 9: month 11 of the year 2024 has 30 days" },
  { "2100-02-29", "day 29 at character 9: month 02 of the year 2100 has 28 days" },
  { "-0100-02-29", "day 29 at character 10: month 02 of the year -100 has 28 days" },
  { "2024-02-31", "day 31 at character 9: month 02 of the year 2024 has 29 days" },
  { "9999-99-99", "month 99 at character 6: months go from 01 to 12, seasons from 21 to 24" },
  { "0000-00-00", "month 00 at character 6: months go from 01 to 12, seasons from 21 to 24" },
  { "0000-13", "month 13 at character 6: months go from 01 to 12, seasons from 21 to 24" },
  { "2024-14", "month 14 at character 6: months go from 01 to 12, seasons from 21 to 24" },
  { "2024-19", "month 19 at character 6: months go from 01 to 12, seasons from 21 to 24" },
  { "99999", "year 99999 at character 1: years of more than four digits start with Y" },
  { "-20240", "year 20240 at character 2: years of more than four digits start with Y" },
  { "-99999-01", "year 99999 at character 2: years of more than four digits start with Y" },
  { "২০২৪/..", "a wrong character ২ at character 1: digits are 0 to 9" },
  { "2024/২০২৫", "a wrong character ২ at character 6: digits are 0 to 9" },
  { "2024 /2025", "a wrong character at character 5: a date has no white space" },
  { "2024 - 2025", "a wrong character at character 5: a date has no white space" },
  { "2024-2025", "month 2025 at character 6: it has two digits; between two years stands a slash" },
  { "2024-25", "season 25 at character 6: seasons go from 21 to 24: that is EDTF level 2" },
  { "1971-75", "month 75 at character 6: months go from 01 to 12, seasons from 21 to 24" },
  { "2024/25", "year 25 at character 6: years have four digits, with zeros in front where needed" },
  { "2024-04-08/09", "year 09 at character 12: years have four digits, with zeros in front where needed" },
  { "2024-04-08/11-08", "year 11 at character 12: years have four digits, with zeros in front where needed" },
  { "c. 2010", "a wrong character c at character 1: a date is written like 2024-04-08, 2024-04 or 2024" },
  { "ca2010", "a wrong character c at character 1: a date is written like 2024-04-08, 2024-04 or 2024" },
  { "~2010", "a qualifier in front, ~ at character 1: that is EDTF level 2" },
  { "%2010", "a qualifier in front, % at character 1: that is EDTF level 2" },
  { "?", "a qualifier in front, ? at character 1: that is EDTF level 2" },
  { "2010 ?", "a wrong character at character 5: a date has no white space" },
  { "2010??", "a second qualifier, ? at character 6: uncertain and approximate together are %" },
  { "2010%?", "a second qualifier, ? at character 6: uncertain and approximate together are %" },
  { "2024-04-08?Z", "something after the date, Z at character 12: nothing can follow there but ? ~ or %" },
  { "2024-04-08Z", "something after the date, Z at character 11: nothing can follow there but ? ~ or %" },
  { "2024-04-08+06:00", "something after the date, + at character 11: nothing can follow there but ? ~ or %" },
  { "2024Z", "something after the date, Z at character 5: nothing can follow there but ? ~ or %" },
  { "2024T", "a time of day, T at character 5: it needs a year, a month and a day in front" },
  { "2024-04-08 10:30:00", "a wrong character at character 11: a date has no white space" },
  { "2024-04-08T1:30:00", "hours 1 at character 12: two digits are needed, separated by colons, as in 10:30:00" },
  { "2024-04-08T10:3:00", "minutes 3 at character 15: two digits are needed, separated by colons, as in 10:30:00" },
  { "2024-04-08T10:30:0", "seconds 0 at character 18: two digits are needed, separated by colons, as in 10:30:00" },
  { "2024-04-08T10:30:", "seconds at character 18: missing: a time is written 10:30:00" },
  { "2024-04-08T10:", "minutes at character 15: missing: a time is written 10:30:00" },
  { "2024-04-08T:30", "hours at character 12: missing: a time is written 10:30:00" },
  { "2024-04-08T99:99:99", "hours 99 at character 12: hours go from 00 to 23" },
  { "T", "no year at character 1: a date starts with a year of four digits" },
  { "Z", "no year at character 1: a date starts with a year of four digits" },
  { "X", "year X at character 1: years have four digits, with zeros in front where needed" },
  { "XX", "year XX at character 1: years have four digits, with zeros in front where needed" },
  { "XXXX-XX", "year XXXX at character 1: X other than in the last one or two digits of a year: that is EDTF level 2" },
  { "XXXX-XX-XX", "year XXXX at character 1: X other than in the last one or two digits of a year: that is EDTF level 2" },
  { "201X-04", "month 04 at character 6: a year with X in it stands alone: with a month that is EDTF level 2" },
  { "201X-XX", "month XX at character 6: a year with X in it stands alone: with a month that is EDTF level 2" },
  { "20X4", "year 20X4 at character 1: X other than in the last one or two digits of a year: that is EDTF level 2" },
  { "2XX4", "year 2XX4 at character 1: X other than in the last one or two digits of a year: that is EDTF level 2" },
  { "-20X4", "year 20X4 at character 2: X other than in the last one or two digits of a year: that is EDTF level 2" },
  { "-X", "year X at character 2: years have four digits, with zeros in front where needed" },
  { "-XXXX", "year XXXX at character 2: X other than in the last one or two digits of a year: that is EDTF level 2" },
  { "Y20XXX", "year Y20XXX at character 1: that is EDTF level 2" },
  { "YY20240", "year YY20240 at character 1: only years of more than four digits start with Y" },
  { "Y-", "year Y- at character 1: only years of more than four digits start with Y" },
  { "Y 20240", "a wrong character at character 2: a date has no white space" },
  { "Y20240?~", "a second qualifier, ~ at character 8: uncertain and approximate together are %" },
  { "Y20240T10:00:00", "a time of day, T at character 7: it needs a year, a month and a day in front" },
  { "Y100000000000000000000", "year Y100000000000000000000 at character 1: a year has at most 15 digits" },
  { "2024-21T10:30:00", "a time of day, T at character 8: it needs a year, a month and a day in front" },
  { "2024-21-", "a hyphen - at character 8: a season has no days" },
  { "2024-5-XX", "month 5 at character 6: it has two digits, with a zero in front where needed" },
  { "2024-0", "month 0 at character 6: it has two digits, with a zero in front where needed" },
  { "2024-04-0", "day 0 at character 9: it has two digits, with a zero in front where needed" },
  { "2024-XXX", "month XXX at character 6: days of the year are not in EDTF: give month and day" },
  { "2024-04-XXX", "day XXX at character 9: it has two digits" },
  { "2024-XX-XXX", "day XXX at character 9: it has two digits" },
  { "2024-XX-", "no day at character 9: two digits or XX come after a hyphen" },
  { "2024-X", "month X at character 6: it has two digits, with a zero in front where needed" },
  { "2024-04-X", "day X at character 9: it has two digits, with a zero in front where needed" },
  { "2024-XX-1X", "day 1X at character 9: X in place of a part of it: that is EDTF level 2" },
  { "...", "an open start .. at character 1: a slash comes after it, as in ../2024" },
  { "../../2024", "a second slash, / at character 6: an interval has two ends" },
  { "/2024/", "a second slash, / at character 6: an interval has two ends" },
  { "//2024", "a second slash, / at character 2: an interval has two ends" },
  { "2024//2025", "a second slash, / at character 6: an interval has two ends" },
  { "2024-04-08/2024-02-30", "day 30 at character 20: month 02 of the year 2024 has 29 days" },
  { "2024/open", "a wrong character o at character 6: an open end of an interval is written .." },
  { "unknown/2024",
    "a wrong character u at character 1: an unspecified digit is a capital X, an unknown end of an interval is left empty" },
  { "now", "a wrong character n at character 1: a date is written like 2024-04-08, 2024-04 or 2024" },
  { "কাল", "a wrong character ক at character 1: a date is written like 2024-04-08, 2024-04 or 2024" },
  { "8 April 2024", "a wrong character at character 2: a date has no white space" },
  { "2024年", "a wrong character 年 at character 5: a date is written like 2024-04-08, 2024-04 or 2024" },
  { "２０２４", "a wrong character ２ at character 1: digits are 0 to 9" },
  { "٢٠٢٤", "a wrong character ٢ at character 1: digits are 0 to 9" },
  { "2024\342\200\22104", "a wrong character ‑ at character 5: write the hyphen -" },
  { "2024\342\200\22004", "a wrong character ‐ at character 5: write the hyphen -" },
  { "2024—25", "a wrong character — at character 5: write the hyphen -, or / between the ends of an interval" },
  { "2024\t", "a wrong character at character 5: a date has no white space" },
  { "\n2024", "a wrong character at character 1: a date has no white space" },
  { "2024\302\240", "a wrong character at character 5: a date has no white space" },
  { "2024\342\200\213", "a wrong character at character 5: a date is written like 2024-04-08, 2024-04 or 2024" },
  { "😀2024", "a wrong character 😀 at character 1: a date is written like 2024-04-08, 2024-04 or 2024" },
  { "2024-04-08T10:30:00-15", "hours of the zone 15 at character 21: zones go from -14 to +14" },
  { "2024-04-08T10:30:00-14:30", "zone -14:30 at character 20: zones go from -14 to +14" },
  { "2024-04-08T10:30:00+06:0", "minutes of the zone 0 at character 24: two digits are needed, separated by colons, as in 10:30:00" },
  { "2024-04-08T10:30:00+06:", "minutes of the zone at character 24: missing: a time is written 10:30:00" },
  { "2024-04-08T10:30:00+0600", "hours of the zone 0600 at character 21: two digits are needed, separated by colons, as in 10:30:00" },
  { "2024-04-08T10:30:00Z+06", "something after the date, + at character 21: nothing can follow there but ? ~ or %" },
  { "2024-04-08T10:30:00 +06:00", "a wrong character at character 20: a date has no white space" },
  { "2024,2025", "a set of dates, , at character 5: that is EDTF level 2" },
  { "{2024}", "a set of dates, { at character 1: that is EDTF level 2" },
  { "2024]", "a set of dates, ] at character 5: that is EDTF level 2" },
  { "Y17E", "year Y17E at character 1: that is EDTF level 2" },
  { "2024S2", "significant digits, S at character 5: that is EDTF level 2" },
  { "2024E2", "an exponent, E at character 5: that is EDTF level 2" },
  { "1671/..?", "something after the open end, ? at character 8: an open end is .. alone" },
  { "../..~", "something after the open end, ~ at character 6: an open end is .. alone" },
  { "2024?/..?", "something after the open end, ? at character 9: an open end is .. alone" },
  { "2024-04-08/-2024-04-08", "end -2024-04-08 at character 12: the interval ends before it starts" },
  { "0000/-0001", "end -0001 at character 6: the interval ends before it starts" },
  { "2024-04-30/2024-04-01", "end 2024-04-01 at character 12: the interval ends before it starts" },
  { "2024-05/2024-04-30", "end 2024-04-30 at character 9: the interval ends before it starts" },
  { "2024-04%/2023-XX", "end 2023-XX at character 10: X in an interval: that is EDTF level 2" },
  { "2024~-04", "a qualifier inside the date, ~ at character 5: that is EDTF level 2" },
  { "2024-04?-08~", "a qualifier inside the date, ? at character 8: that is EDTF level 2" },
  { "-2024?-01", "a qualifier inside the date, ? at character 6: that is EDTF level 2" },
  { "2024-26", "season 26 at character 6: seasons go from 21 to 24: that is EDTF level 2" },
  { "2024-29", "season 29 at character 6: seasons go from 21 to 24: that is EDTF level 2" },
  { "2024-32", "season 32 at character 6: seasons go from 21 to 24: that is EDTF level 2" },
  { "2024-33", "season 33 at character 6: seasons go from 21 to 24: that is EDTF level 2" },
  { "2024-37", "season 37 at character 6: seasons go from 21 to 24: that is EDTF level 2" },
  { "2024-40", "season 40 at character 6: seasons go from 21 to 24: that is EDTF level 2" },
  { "201X/..", "end 201X at character 1: X in an interval: that is EDTF level 2" },
  { "2024-21/..", "end 2024-21 at character 1: a season is no end of an interval: give its month" },
  { "../2024-24", "end 2024-24 at character 4: a season is no end of an interval: give its month" },
  { "/201X", "end 201X at character 2: X in an interval: that is EDTF level 2" },
  { "2024-W01-1", "a wrong character W at character 6: weeks are not in EDTF: give the first and the last day" },
  { "20240408T103000Z", "year 20240408 at character 1: the parts of a date are separated by hyphens, 2024-04-08" },
  { "2024/P1Y2M", "a wrong character P at character 6: durations are not in EDTF: give both ends of the interval" },
  { "R5/2024", "a wrong character R at character 1: a date is written like 2024-04-08, 2024-04 or 2024" },
  { "20", "year 20 at character 1: years have four digits, with zeros in front where needed" },
  { "202", "year 202 at character 1: years have four digits, with zeros in front where needed" },
  { "2", "year 2 at character 1: years have four digits, with zeros in front where needed" },
  { "0", "year 0 at character 1: years have four digits, with zeros in front where needed" },
  { "000", "year 000 at character 1: years have four digits, with zeros in front where needed" },
  { "-0", "year 0 at character 2: years have four digits, with zeros in front where needed" },
  { "-00", "year 00 at character 2: years have four digits, with zeros in front where needed" },
  { "-000", "year 000 at character 2: years have four digits, with zeros in front where needed" },
  { "Y0", "year Y0 at character 1: only years of more than four digits start with Y" },
  { "Y00000", "year Y00000 at character 1: a year with Y has no zeros in front" },
  { "Y9999", "year Y9999 at character 1: only years of more than four digits start with Y" },
  { "-Y20240", "no year at character 2: a date starts with a year of four digits" },
  /* Level 2: every kind of example of the Library of Congress. */
  { "Y-17E7", "level 2" },
  { "Y17E7", "level 2" },
  { "1950S2", "significant digits, S at character 5: that is EDTF level 2" },
  { "Y171010000S3", "year Y171010000S3 at character 1: that is EDTF level 2" },
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
  g_assert_cmpuint (G_N_ELEMENTS (invalid), >=, 200);
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
