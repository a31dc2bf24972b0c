/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article-view-fixture.h"

#include <adwaita.h>
#include <glib/gstdio.h>

/* Conjuncts, ya-phala, an emoji before everything that is marked, Latin, empty lines. */
static const char *const sample =
    "🙂 নদীবন্দর নিয়ে ত্রিপক্ষীয় বৈঠক\n"
    "\n"
    "ঢাকা, ১২ মার্চ ২০২৫: পররাষ্ট্র মন্ত্রণালয়ের (এমওএফএ) মহাপরিচালক ড. সুলতানা রহমান গতকাল চট্টগ্রাম বন্দরে নেপাল ও "
    "ভুটানের প্রতিনিধিদের সঙ্গে আলোচনা করেছেন। ঢাকা বিশ্ববিদ্যালয়ের আন্তর্জাতিক সম্পর্ক বিভাগের অধ্যাপক কামরুল হাসান বলেন, \"এই "
    "উদ্যোগ দক্ষিণ এশিয়ার বাণিজ্যকে নতুন দিকে নিয়ে যাবে।\" 🙂 জাতীয় নিরাপত্তা (এনএসএ) উপদেষ্টা উপস্থিত ছিলেন না।\n"
    "\n"
    "বাংলাদেশ-নেপাল যৌথ কমিটির পরবর্তী সভা ১৪ থেকে ১৭ এপ্রিল কাঠমান্ডুতে অনুষ্ঠিত হবে। সভায় ১২০ জন অংশ নেবেন বলে "
    "আশা করা হচ্ছে। The joint working group (JWG) will report by June.\n"
    "\n"
    "সীমান্তে কর্মপরিকল্পনা তৈরি হয়েছে। র‍্যাবের একজন মুখপাত্র জানান, অ্যাম্বাসেডর ক্ষুদ্র নৌযান চলাচলের উপর নজরদারি চান।\n";

void
fixture_init (int *argc, char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Sans 11", "gtk-xft-dpi", 96 * 1024, "gtk-enable-animations", FALSE, NULL);
}

static gboolean
out_of_time_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
fixture_wait (gboolean (*holds) (gpointer data), gpointer data)
{
  gboolean out_of_time = FALSE;
  guint source = g_timeout_add_seconds (120, out_of_time_cb, &out_of_time);

  while (!holds (data) && !out_of_time)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (out_of_time);
  g_source_remove (source);
}

void
fixture_settle (Fixture *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->view));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->view));
}

static void
set_up_case (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("sutra-view-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "view.sutra", NULL);
  self->the_case = sutra_case_create (path, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down_case (Fixture *self)
{
  static const char *const names[] = { "view.sutra", "view.sutra-wal", "view.sutra-shm" };

  g_assert_finalize_object (self->the_case);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

SutraId
fixture_type (Fixture *self, guint place)
{
  g_autoptr (SutraEntityType) type = g_list_model_get_item (G_LIST_MODEL (sutra_case_get_tagset (self->the_case)), place);

  return *sutra_entity_type_get_id (type);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  set_up_case (self);

  self->text = sutra_text_new_from_string (sample);
  self->spans = sutra_span_index_new ();
  self->view = SUTRA_ARTICLE_VIEW (sutra_article_view_new ());
  sutra_article_view_set_tagset (self->view, sutra_case_get_tagset (self->the_case));
  sutra_article_view_set_content (self->view, self->text, self->spans);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), scrolled);
  gtk_window_present (GTK_WINDOW (self->window));
  fixture_settle (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  sutra_span_index_free (self->spans);
  sutra_text_unref (self->text);
  tear_down_case (self);
}

void
fixture_add (const char *path, void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

void
fixture_set_long_line (Fixture *self, gsize n_bytes)
{
  g_autoptr (GString) line = g_string_new ("🙂");

  while (line->len < n_bytes)
    g_string_append_printf (
        line,
        " ক্ষুদ্র %u র‍্যাবের স্ত্রী আন্তর্জাতিক অ্যাম্বাসেডর।",
        (guint) line->len);
  sutra_article_view_set_content (self->view, NULL, NULL);
  sutra_text_unref (self->text);
  sutra_span_index_free (self->spans);
  self->text = sutra_text_new_from_string (line->str);
  self->spans = sutra_span_index_new ();
  sutra_article_view_set_content (self->view, self->text, self->spans);
  fixture_settle (self);
}

void
fixture_get_words (Fixture *self, const char *words, gsize *start, gsize *end)
{
  const char *utf8 = sutra_text_get_utf8 (self->text, NULL);
  const char *at = strstr (utf8, words);

  g_assert_nonnull (at);
  *start = sutra_text_cp_of (self->text, (gsize) (at - utf8));
  *end = *start + (gsize) g_utf8_strlen (words, -1);
}

static void
find_words (Fixture *self, const char *words, SutraSpan *span)
{
  gsize start, end;

  fixture_get_words (self, words, &start, &end);
  span->start = (guint32) start;
  span->end = span->stem_end = (guint32) end;
}

SutraId
fixture_mark (Fixture *self, const char *words, guint8 type, SutraMentionStatus status)
{
  SutraSpan span = { .id = sutra_id_new (), .type = fixture_type (self, type), .status = (guint8) status };

  find_words (self, words, &span);
  sutra_span_index_insert (self->spans, &span);
  sutra_article_view_spans_changed (self->view, span.start, span.end);
  return span.id;
}

void
fixture_mark_part (Fixture *self, const SutraId *id, guint16 part, const char *words)
{
  SutraSpan span;

  g_assert_true (sutra_span_index_get (self->spans, id, &span));
  span.part = part;
  find_words (self, words, &span);
  sutra_span_index_insert (self->spans, &span);
  sutra_article_view_spans_changed (self->view, span.start, span.end);
}
