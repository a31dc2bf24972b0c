/* bench-dates.c: what reading dates and numbers costs: an article, ten megabytes, hostile soup
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-expression.h"

#include <stdio.h>

#define ROUNDS 7

/* Own sentences, of about the density of dates and numbers that news has. */
static const char news[] = "সভাটি ৮ এপ্রিল, ২০২৪-এ শহরের মিলনায়তনে বসে এবং সেখানে বিভিন্ন দেশের প্রতিনিধিরা নানা বিষয়ে কথা বলেন।\n"
                           "গত বছর ১২০ জন কর্মী নিয়ে গঠিত দলটি সীমান্তের কাছে একটি মহড়ায় অংশ নিয়েছিল বলে কর্মকর্তারা জানিয়েছেন।\n"
                           "প্রকল্পে ব্যয় হবে ২.৫ কোটি টাকা, যা আগের হিসাবের চেয়ে বেশি, আর কাজ চলবে ৩০ অক্টোবর থেকে ১১ নভেম্বর পর্যন্ত।\n"
                           "নদীর দুই পাড়ে নতুন বাঁধ হলে গ্রামের মানুষ নিরাপদে থাকবে, এমন আশা নিয়ে তারা অপেক্ষা করছে।\n";
static const char soup[] = "৮ - ২৫, প্রায় গত সাড়ে ১ ও ২ থেকে এপ্রিল ১৯৭১ ( সোমবার , পাঁচ লাখ দশমিক ' ";

static void
run (const char *name, const char *unit, gsize n_bytes)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (SutraText) text = NULL;
  SutraReadingContext context = { "2024-04-09", "bn" };
  double best = G_MAXDOUBLE, best_numbers = G_MAXDOUBLE;
  guint results = 0, rounds = n_bytes > 1000000 ? 2 : ROUNDS;

  while (string->len < n_bytes)
    g_string_append (string, unit);
  text = sutra_text_new_from_string (string->str);
  for (guint i = 0; i < rounds; i++)
    {
      gint64 start = g_get_monotonic_time (), middle;
      g_autoptr (GArray) dates = sutra_dates_read (text, &context);
      g_autoptr (GArray) numbers = NULL;

      middle = g_get_monotonic_time ();
      numbers = sutra_numbers_read (text, &context);
      best = MIN (best, (double) (middle - start) / 1000);
      best_numbers = MIN (best_numbers, (double) (g_get_monotonic_time () - middle) / 1000);
      results = dates->len + numbers->len;
    }
  printf ("%-40s dates %9.2f ms, numbers %9.2f ms, %u results\n", name, best, best_numbers, results);
}

int
main (void)
{
  run ("article of 6 KB", news, 6000);
  run ("news, 1 MB", news, 1000000);
  run ("news, 10 MB", news, 10000000);
  run ("soup of words of dates, 1 MB", soup, 1000000);
  run ("soup of words of dates, 10 MB", soup, 10000000);
  return 0;
}
