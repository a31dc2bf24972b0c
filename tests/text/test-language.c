/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-language.h"

#include "soup.h"

#include <string.h>

static const char *
guess (const char *string)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);

  return sutra_language_guess (text);
}

static void
test_known (void)
{
  g_assert_cmpstr (guess ("📰 ক্ষমতা নিয়ে আস্তানার আলোচনা আজ আবার শুরু হয়েছে।"), ==, "bn");
  g_assert_cmpstr (guess ("বৈঠকে UNESCO ও NATO নিয়ে আলোচনা হয়, জানিয়েছে BBC News।"), ==, "bn");
  g_assert_cmpstr (guess ("অসমৰ ৰাজ্যিক চৰকাৰে আজি এক নতুন আঁচনি ঘোষণা কৰিছে।"), ==, "as");
  g_assert_cmpstr (guess ("The sixth meeting of the group was held in the city of Astana on Monday."), ==, "en");
}

static void
test_not_known (void)
{
  g_assert_null (guess (""));
  g_assert_null (guess ("ক"));
  g_assert_null (guess ("12345 67890 📰 !!! ???"));
  g_assert_null (guess ("Die sechste Sitzung der Arbeitsgruppe fand am Montag in der Stadt Astana statt."));
  g_assert_null (guess ("La sixième réunion du groupe de travail s'est tenue lundi à Astana."));
  g_assert_null (guess ("KvRvL¯Ívb I evsjv‡`‡ki g‡a¨ ˆeVK AbywôZ nq|"));
  g_assert_null (guess ("भारत और कज़ाकिस्तान के बीच बैठक आयोजित की गई।"));
  g_assert_null (guess ("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"));
}

static void
test_soup (void)
{
  for (int i = 0; i < 500; i++)
    {
      g_autofree char *soup = soup_new (200);
      const char *language = guess (soup);

      g_assert_true (language == NULL || strlen (language) == 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/language/known", test_known);
  g_test_add_func ("/text/language/not-known", test_not_known);
  g_test_add_func ("/text/language/soup", test_soup);
  return g_test_run ();
}
