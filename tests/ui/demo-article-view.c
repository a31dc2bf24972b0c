/* demo-article-view.c: the article view alone in a window, to be looked at
 *
 * Usage: demo-article-view [light|dark|contrast] [percent]
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-article-view.h"
#include "sutra-case.h"
#include "sutra-find.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdlib.h>

static const char *const sample =
    "নদীবন্দর নিয়ে ত্রিপক্ষীয় বৈঠক\n"
    "\n"
    "ঢাকা, ১২ মার্চ ২০২৫: পররাষ্ট্র মন্ত্রণালয়ের (এমওএফএ) মহাপরিচালক ড. সুলতানা রহমান গতকাল চট্টগ্রাম বন্দরে নেপাল ও "
    "ভুটানের প্রতিনিধিদের সঙ্গে বৈঠক করেছেন। ঢাকা বিশ্ববিদ্যালয়ের আন্তর্জাতিক সম্পর্ক বিভাগের অধ্যাপক কামরুল হাসান বলেন, \"এই "
    "উদ্যোগ দক্ষিণ এশিয়ার বাণিজ্যকে নতুন দিকে নিয়ে যাবে।\" 🙂 জাতীয় নিরাপত্তা (এনএসএ) উপদেষ্টা বৈঠকে উপস্থিত ছিলেন না।\n"
    "\n"
    "বাংলাদেশ-নেপাল যৌথ কমিটির পরবর্তী সভা ১৪ থেকে ১৭ এপ্রিল কাঠমান্ডুতে অনুষ্ঠিত হবে। সভায় ১২০ জন প্রতিনিধি অংশ নেবেন বলে "
    "আশা করা হচ্ছে। The joint working group (JWG) will report by June.\n"
    "\n"
    "সীমান্তে নিরাপত্তা জোরদার করতে দুই দেশ একটি কর্মপরিকল্পনা তৈরি করেছে। র‍্যাবের একজন মুখপাত্র জানান, ক্ষুদ্র নৌযান চলাচলের উপর নজরদারি "
    "বাড়ানো হয়েছে।\n";

/* The default tagset, from a case that is thrown away. */
static SutraCase *
make_case (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sutra-demo-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "demo.sutra", NULL);
  SutraCase *the_case = sutra_case_create (path, NULL, NULL);

  g_unlink (path);
  g_rmdir (folder);
  return the_case;
}

static SutraId
id_of (guint8 number)
{
  SutraId id = { { number } };

  return id;
}

/* Marks the first occurrence of @words. */
static SutraId
add (SutraTagset *tagset,
     SutraSpanIndex *index,
     SutraText *text,
     const char *words,
     const char *type,
     SutraMentionStatus status,
     guint8 entity)
{
  const char *utf8 = sutra_text_get_utf8 (text, NULL);
  const char *at = strstr (utf8, words);
  SutraSpan span = { .id = sutra_id_new (), .entity = id_of (entity), .status = (guint8) status };

  g_assert (at != NULL);
  span.type = *sutra_entity_type_get_id (sutra_tagset_get_by_slug (tagset, type));
  span.start = (guint32) sutra_text_cp_of (text, (gsize) (at - utf8));
  span.end = span.stem_end = span.start + (guint32) g_utf8_strlen (words, -1);
  sutra_span_index_insert (index, &span);
  return span.id;
}

static void
add_part (SutraSpanIndex *index, SutraText *text, const SutraId *id, guint16 part, const char *words)
{
  SutraSpan span;
  const char *utf8 = sutra_text_get_utf8 (text, NULL);
  const char *at = strstr (utf8, words);

  g_assert (at != NULL && sutra_span_index_get (index, id, &span));
  span.part = part;
  span.start = (guint32) sutra_text_cp_of (text, (gsize) (at - utf8));
  span.end = span.stem_end = span.start + (guint32) g_utf8_strlen (words, -1);
  sutra_span_index_insert (index, &span);
}

static SutraId
add_marks (SutraTagset *tagset, SutraSpanIndex *index, SutraText *text)
{
  SutraId current;

  add (tagset, index, text, "নদীবন্দর নিয়ে ত্রিপক্ষীয় বৈঠক", "event", SUTRA_MENTION_CONFIRMED, 0);
  add (tagset, index, text, "ঢাকা, ১২ মার্চ ২০২৫", "date", SUTRA_MENTION_SUGGESTED, 0);
  add (tagset, index, text, "পররাষ্ট্র মন্ত্রণালয়ের (এমওএফএ) মহাপরিচালক ড. সুলতানা রহমান", "person", SUTRA_MENTION_CONFIRMED, 0);
  add (tagset, index, text, "পররাষ্ট্র মন্ত্রণালয়ের (এমওএফএ) মহাপরিচালক", "role", SUTRA_MENTION_CONFIRMED, 0);
  add (tagset, index, text, "পররাষ্ট্র মন্ত্রণালয়ের (এমওএফএ)", "organisation", SUTRA_MENTION_CONFIRMED, 0);
  add (tagset, index, text, "পররাষ্ট্র মন্ত্রণালয়ের", "facility", SUTRA_MENTION_CONFIRMED, 0);
  add (tagset, index, text, "পররাষ্ট্র", "topic", SUTRA_MENTION_CONFIRMED, 0);
  add (tagset, index, text, "চট্টগ্রাম বন্দরে", "facility", SUTRA_MENTION_CONFIRMED, 0);
  add (tagset, index, text, "চট্টগ্রাম", "place", SUTRA_MENTION_CONFIRMED, 0);
  add (tagset, index, text, "নেপাল", "place", SUTRA_MENTION_CONFIRMED, 99);
  add (tagset, index, text, "ভুটানের", "place", SUTRA_MENTION_SUGGESTED, 0);
  add (tagset, index, text, "ঢাকা বিশ্ববিদ্যালয়ের আন্তর্জাতিক সম্পর্ক বিভাগের", "organisation", SUTRA_MENTION_CONFIRMED, 0);
  add (tagset, index, text, "অধ্যাপক কামরুল হাসান", "person", SUTRA_MENTION_CONFIRMED, 0);
  add (tagset, index, text, "অধ্যাপক", "role", SUTRA_MENTION_CONFIRMED, 0);
  current = add (tagset, index, text, "জাতীয় নিরাপত্তা", "role", SUTRA_MENTION_CONFIRMED, 0);
  add_part (index, text, &current, 1, "উপদেষ্টা");
  add (tagset, index, text, "১৪ থেকে ১৭ এপ্রিল", "date", SUTRA_MENTION_CONFIRMED, 0);
  add (tagset, index, text, "কাঠমান্ডুতে", "place", SUTRA_MENTION_SUGGESTED, 99);
  add (tagset, index, text, "১২০ জন", "quantity", SUTRA_MENTION_CONFIRMED, 0);
  add (tagset, index, text, "joint working group (JWG)", "organisation", SUTRA_MENTION_CONFIRMED, 0);
  add (tagset, index, text, "র‍্যাবের", "organisation", SUTRA_MENTION_CONFIRMED, 0);
  return current;
}

int
main (int argc, char *argv[])
{
  g_autoptr (SutraText) text = sutra_text_new_from_string (sample);
  g_autoptr (SutraSpanIndex) index = sutra_span_index_new ();
  g_autoptr (SutraCase) the_case = NULL;
  SutraTagset *tagset;
  g_autoptr (GArray) found = NULL;
  SutraId entity = id_of (99);
  GtkWidget *window, *scrolled, *view;
  SutraId current;

  adw_init ();
  if (argc > 1 && g_str_equal (argv[1], "dark"))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  the_case = make_case ();
  tagset = sutra_case_get_tagset (the_case);
  current = add_marks (tagset, index, text);
  view = sutra_article_view_new ();
  sutra_article_view_set_tagset (SUTRA_ARTICLE_VIEW (view), tagset);
  if (argc > 2)
    sutra_article_view_set_scale (SUTRA_ARTICLE_VIEW (view), atoi (argv[2]));
  sutra_article_view_set_content (SUTRA_ARTICLE_VIEW (view), text, index);
  sutra_article_view_set_current (SUTRA_ARTICLE_VIEW (view), &current, &entity);
  found = sutra_find_all (text, "নিরাপত্তা", NULL, NULL);
  sutra_article_view_set_found (SUTRA_ARTICLE_VIEW (view), found, 1);

  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  window = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "Article view");
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 760);
  adw_window_set_content (ADW_WINDOW (window), scrolled);
  gtk_window_present (GTK_WINDOW (window));
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  return 0;
}
