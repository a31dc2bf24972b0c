/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-text-check.h"

#include "soup.h"

#include <string.h>

/* "kind start end meant" of each finding, joined by "; ". */
static char *
findings_of (const char *string)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  g_autoptr (GArray) findings = sutra_text_check (text);
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const SutraTextFinding *finding = &g_array_index (findings, SutraTextFinding, i);

      g_string_append_printf (result, "%s%s %u %u %s", i > 0 ? "; " : "", sutra_text_finding_kind_to_string (finding->kind), finding->start,
                              finding->end, finding->meant != NULL ? finding->meant : "-");
    }
  return g_string_free (result, FALSE);
}

static void
test_found (void)
{
  static const char *const rows[][2] = {
    /* dandas */
    { "😀 সভা শেষ\u09f7", "danda 9 10 ।" },
    { "সভা শেষ \u09f7 তিনি গেলেন।", "spacing 7 8 ; danda 8 9 ।" },
    { "২০২৪\u09f7", "danda 4 5 ।" },
    { "তিনি এলেন | আমি যাব।", "danda 10 11 ।" },
    { "তিনি এলেন|", "danda 9 10 ।" },
    { "তিনি এলেন।।", "doubled 9 11 ।" },
    /* digits */
    { "5 তম সভা ২০২৪ সালে, ১০ জন", "digits 0 1 ৫" },
    { "১২ জন, 2024 সালে 15 জন, 16 জন", "digits 0 2 12" },
    { "মোট ১2৩ জন", "digits 4 7 ১২৩" },
    { "১০ জন ও 2,500 টাকা ও ৩ টি", "digits 8 13 ২,৫০০" },
    /* ya-phala */
    { "র্যাব ও র্যালি", "ya-phala 0 3 র‍্য; ya-phala 8 11 র‍্য" },
    { "ডি-র্যাডিকাল", "ya-phala 3 6 র‍্য" },
    /* invisible, direction */
    { "ফেব্রুয়া\u200cরি", "invisible 9 10 " },
    { "ক\u200bখ ক\u00adখ \ufeffক", "invisible 1 2 ; invisible 5 6 ; invisible 8 9 " },
    { "ক\u200eখ", "bidi 1 2 " },
    { "ab\u202ecd", "bidi 2 3 " },
    { "ক\007", "invisible 1 2 " },
    /* signs */
    { "যু\u09c1দ্ধ", "doubled 1 3 ু" },
    { "চাঁ\u0981দ", "doubled 2 4 ঁ" },
    { "ক\u09bf\u09be", "doubled 1 3 -" },
    { "ক\u09c7\u09beন", "non-canonical 1 3 ো" },
    { "ক\u09be\u09c7ন", "non-canonical 1 3 ো" },
    { "অ\u09beম", "non-canonical 0 2 আ" },
    { "রয\u09c7\u09bcছে", "non-canonical 2 4 ়ে" },
    { "য\u09cd\u09bcা", "non-canonical 1 3 ়্" },
    { "\u09beক", "stray-mark 0 1 -" },
    { "a\u09be 😀\u09cd", "stray-mark 1 2 -; stray-mark 4 5 -" },
    { "আ\u09c0", "stray-mark 1 2 -" },
    { "cafe\u0301", "non-canonical 3 5 é" },
    { "\u212b", "non-canonical 0 1 -" },
    /* look-alikes */
    { "М\u043e\u0441\u043a\u0432a", "homoglyph 0 6 -" },
    { "বাং\u0932া", "homoglyph 0 5 -; stray-mark 4 5 -" },
    { "\u09f0াম", "homoglyph 0 1 র" },
    { "সকাল ১০ঃ৩০টা", "homoglyph 7 8 :" },
    { "১O টাকা", "homoglyph 1 2 ০" },
    /* spaces */
    { "এমইএ -এর মতে", "spacing 4 6 -" },
    { "মহড়া শক্তি -২০২৩ হলো", "spacing 11 13 -" },
    { "(এমইএ) -এর", "spacing 6 8 -" },
    { "শেষ  হলো", "spacing 3 5  " },
    { "শেষ হলো ।", "spacing 7 8 " },
    /* lost */
    { "ক\ufffdখ \uf06c খ", "unreadable 1 2 -; unreadable 4 5 -" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = findings_of (rows[i][0]);

      g_assert_cmpstr (found, ==, rows[i][1]);
    }
}

/* What is right is left alone. */
static void
test_fine (void)
{
  static const char *const rows[] = {
    "",
    "কার্যালয়, সূর্য, পর্যায়, মর্যাদা, ব্র্যাক, র‍্যাব, র‌্যাব, হঠাত্‌, ক্‍ষ, উদ্‌যাপন।",
    "অ্যাম্বাসেডর, এ্যাম্বুলেন্স, আন্তঃসীমান্ত, মোঃ, চাঁদ, নওগাঁ, ঋণ, ৎ, সৎ।",
    "ড়\u09dc ঢ়\u09dd য়\u09df জ়\u09bf",
    "COVID-19, F-16, 5G, www.example.org/2024/05, a@b2.com, জনসংখ্যা ১২ লাখ, ১০টি TVর",
    "In 2024 about 1,200 people came at 10:30.",
    "১০ জন, ৫টি, ২,৫০০.৭৫ টাকা, ১০:৩০টা, ৮/৪/২০২৪",
    "তাপমাত্রা -৫ ডিগ্রি",
    "- প্রথম\n- দ্বিতীয়",
    "| নাম | বয়স |\n| ক | ৫ |",
    "নাম | বয়স | ঠিকানা | ফোন",
    "ভারত-কাজাখস্তান – বৈঠক — শেষ",
    "১৬৷৷৹",
    "👨\u200d👩\u200d👧 ❤\ufe0f হাসি",
    "שלום\u200e עולם",
    "می\u200cخواهم",
    "কী?! তাই...",
    "Ωμέγα Москва Łódź naïve São",
    "\u0915\u094d\u200d\u0937",
    "ৱ ৰাম অসমীয়া",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = findings_of (rows[i]);

      g_assert_cmpstr (found, ==, "");
    }
}

static void
test_reference (void)
{
  g_autofree char *article = corpus_load ("reference-article.txt");
  g_autofree char *found = NULL;

  if (article == NULL)
    return;
  found = findings_of (article);
  g_assert_cmpstr (found, ==,
                   "digits 264 265 ৫; danda 579 580 ।; spacing 587 589 -; ya-phala 711 714 র‍্য; spacing 1928 1930 -");
}

/* Spans lie in the text, are in order and not empty, say something, and the text they mean is another one. */
static void
check_promises (const char *string)
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (string);
  g_autoptr (GArray) findings = sutra_text_check (text);
  guint32 last = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const SutraTextFinding *finding = &g_array_index (findings, SutraTextFinding, i);
      g_autofree char *slice = sutra_text_slice (text, finding->start, finding->end);

      g_assert_cmpuint (finding->start, >=, last);
      g_assert_cmpuint (finding->start, <, finding->end);
      g_assert_cmpuint (finding->end, <=, sutra_text_get_length (text));
      g_assert_true (g_utf8_validate (finding->explanation, -1, NULL) && g_str_has_suffix (finding->explanation, "."));
      g_assert_cmpstr (slice, !=, finding->meant);
      g_assert_null (strchr (slice, '\n'));
      last = finding->start;
    }
}

/* The places of Bijoy text, as it is found: other rules are silent there. */
static void
test_bijoy (void)
{
  static const char line[] = "KvRvL¯Ív‡bi ivRavbx‡Z `yB †`‡ki cÖwZwbwa‡`i ˆeVK nq| miKvi Rvbvq, Av‡jvPbv Pj‡e| ";
  static const char meant[] = "কাজাখস্তানের রাজধানীতে দুই দেশের প্রতিনিধিদের বৈঠক হয়। সরকার জানায়, আলোচনা চলবে।";
  g_autofree char *whole = g_strconcat ("😀 The talks were held in the capital of Kazakhstan on Monday.\n\n  ", line, "\n†kl\n", NULL);
  g_autofree char *part = g_strconcat ("😀 তিনি বলেন, ", line, "।\nএরপর সভা শেষ হয়।", NULL);
  g_autofree char *short_lines = g_strconcat ("†`‡ki\n  cÖwZwbwa‡`i\n", line, NULL);
  g_autofree char *whole_found = findings_of (whole);
  g_autofree char *part_found = findings_of (part);
  g_autofree char *short_found = findings_of (short_lines);
  guint n = (guint) g_utf8_strlen (line, -1) - 1;
  g_autofree char *whole_wanted = g_strdup_printf ("bijoy %u %u %s; bijoy %u %u শেষ", 65, 65 + n, meant, 67 + n, 70 + n);
  g_autofree char *part_wanted = g_strdup_printf ("bijoy %u %u %s", 13, 13 + n, meant);
  g_autofree char *short_wanted = g_strdup_printf ("bijoy 0 5 দেশের; bijoy 8 19 প্রতিনিধিদের; bijoy 20 %u %s", 20 + n, meant);

  g_assert_cmpstr (whole_found, ==, whole_wanted);
  g_assert_cmpstr (part_found, ==, part_wanted);
  g_assert_null (strstr (part_found, "danda"));
  g_assert_cmpstr (short_found, ==, short_wanted);
  check_promises (whole);
  check_promises (part);
}

/* What is too short to say, and Latin letters among Bengali ones, is nothing. */
static void
test_not_bijoy (void)
{
  static const char *const fine[] = {
    "†`‡ki cÖwZwbwa",
    "বিস্তারিত https://www.example.org/bangladesh/district/xvwzyq?id=Av8KvRvL দেখুন।",
    "তথ্যটি Bangladesh Association of Software and Information Services (BASIS) দিয়েছে।",
    "স্বাক্ষর: kF9vXwzL0pQvYxwzAvBvCwDxEyFzG+h== শেষ",
    "The five envoys of the V4 were in Győr; Łódź, Kraków, Żywiec and Plzeň will follow in November.",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fine); i++)
    {
      g_autofree char *found = findings_of (fine[i]);

      g_assert_null (strstr (found, "bijoy"));
    }
}

/* 100,000 short Bijoy paragraphs and one of a megabyte: the list ends somewhere, and nothing takes long. */
static void
test_much_bijoy (void)
{
  g_autoptr (GString) many = g_string_new (NULL), one = g_string_new (NULL);
  g_autoptr (SutraText) text = NULL;
  g_autoptr (GArray) findings = NULL;

  for (int i = 0; i < 100000; i++)
    {
      g_string_append (many, "cÖwZwbwa‡`i ˆeVK|\n");
      g_string_append (one, "cÖwZwbwa‡`i ˆeVK| ");
    }
  text = sutra_text_new_from_string (many->str);
  findings = sutra_text_check (text);
  g_assert_cmpuint (findings->len, ==, 10000);
  for (guint i = 0; i < findings->len; i++)
    g_assert_cmpint (g_array_index (findings, SutraTextFinding, i).kind, ==, SUTRA_TEXT_FINDING_BIJOY);
  check_promises (one->str);
}

static void
test_soup (void)
{
  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *soup = soup_new (60);

      check_promises (soup);
    }
}

static void
test_hostile (void)
{
  g_autoptr (GString) marks = g_string_new ("ক");
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autoptr (GString) spaces = g_string_new ("ক");

  for (int i = 0; i < 100000; i++)
    {
      g_string_append (marks, "\u0981");
      g_string_append (digits, i % 2 ? "১" : "1");
      g_string_append_c (spaces, ' ');
    }
  g_string_append (spaces, "-এর");
  check_promises (marks->str);
  check_promises (digits->str);
  check_promises (spaces->str);
}

static void
test_kinds (void)
{
  for (int i = 0; i < SUTRA_N_TEXT_FINDING_KINDS; i++)
    for (int j = 0; j < i; j++)
      g_assert_cmpstr (sutra_text_finding_kind_to_string (i), !=, sutra_text_finding_kind_to_string (j));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/text-check/kinds", test_kinds);
  g_test_add_func ("/text/text-check/found", test_found);
  g_test_add_func ("/text/text-check/fine", test_fine);
  g_test_add_func ("/text/text-check/reference", test_reference);
  g_test_add_func ("/text/text-check/bijoy", test_bijoy);
  g_test_add_func ("/text/text-check/not-bijoy", test_not_bijoy);
  g_test_add_func ("/text/text-check/much-bijoy", test_much_bijoy);
  g_test_add_func ("/text/text-check/soup", test_soup);
  g_test_add_func ("/text/text-check/hostile", test_hostile);
  return g_test_run ();
}
