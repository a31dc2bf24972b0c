/* test-dates.c: dates in words where they are shown, and what is said of a typed one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dialogs-fixture.h"

#include "sutra-article-row.h"
#include "sutra-typed-date.h"
#include "sutra-mention-list.h"
#include "sutra-mention-popover.h"
#include "sutra-mention-row.h"
#include "sutra-preferences.h"
#include "sutra-source-dialog.h"
#include "sutra-source-strip.h"

static const char *
label_text (GtkWidget *widget, const char *name)
{
  GtkWidget *label = dialogs_child (widget, name);

  return gtk_widget_get_visible (label) ? gtk_label_get_text (GTK_LABEL (label)) : NULL;
}

static void
set (Dialogs *self, const SutraId *id, const char *key, const char *value)
{
  const char *pairs[] = { key, value, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (sutra_case_set (self->the_case, id, pairs, &error));
  g_assert_no_error (error);
}

static SutraMention *
date_mention (Dialogs *self, const char *value)
{
  g_autoptr (SutraMentionList) list = NULL;
  SutraMention *mention;

  dialogs_mark (self, "১৪ এপ্রিল", "date", FALSE);
  list = sutra_mention_list_new (self->the_case, sutra_article_get_id (self->article), NULL,
                                 sutra_entity_type_get_id (dialogs_type (self, "date")), NULL);
  mention = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_nonnull (mention);
  set (self, sutra_mention_get_id (mention), "value", value);
  return mention;
}

static void
test_reading (Dialogs *self, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *edtf;
    const char *note;
  } rows[] = {
    { "2024-04-08", "2024-04-08", "Monday, 8 April 2024" },
    { "  2024-04  ", "2024-04", "April 2024" },
    { "2010~", "2010~", "about 2010" },
    { "৮ এপ্রিল ২০২৪", "2024-04-08", "Monday, 8 April 2024 · 2024-04-08" },
    { "", "", "" },
    { "   ", "", "" },
    { "2024-13", NULL, "month 13 at character 6: months go from 01 to 12, seasons from 21 to 24" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *edtf = NULL;
      g_autofree char *note = NULL;

      g_assert_cmpint (sutra_typed_date_read (rows[i].typed, NULL, SUTRA_EDTF_FORMAT_DEFAULT, &edtf, &note), ==, rows[i].edtf != NULL);
      g_assert_cmpstr (edtf, ==, rows[i].edtf);
      g_assert_cmpstr (note, ==, rows[i].note);
      g_assert_cmpint (sutra_typed_date_read (rows[i].typed, NULL, SUTRA_EDTF_FORMAT_DEFAULT, NULL, NULL), ==, rows[i].edtf != NULL);
    }
}

static void
test_shown (Dialogs *self, gconstpointer data)
{
  g_autoptr (GtkWidget) strip = g_object_ref_sink (sutra_source_strip_new ());
  g_autoptr (GtkWidget) row = g_object_ref_sink (sutra_article_row_new ());

  set (self, sutra_article_get_id (self->article), "published", "2024-04-08");
  sutra_source_strip_set_article (SUTRA_SOURCE_STRIP (strip), self->article);
  sutra_article_row_set_article (SUTRA_ARTICLE_ROW (row), self->article);
  g_assert_cmpstr (label_text (strip, "origin"), ==, "8 April 2024");
  g_assert_cmpstr (label_text (row, "origin"), ==, "8 Apr 2024");
  sutra_source_strip_set_date_format (SUTRA_SOURCE_STRIP (strip), SUTRA_EDTF_FORMAT_BENGALI);
  g_assert_cmpstr (label_text (strip, "origin"), ==, "8 April 2024 (25 Choitro 1430 Bangabda)");
  set (self, sutra_article_get_id (self->article), "published", "../2024");
  g_assert_cmpstr (label_text (strip, "origin"), ==, "until 2024");
  g_assert_cmpstr (label_text (row, "origin"), ==, "until 2024");
}

static void
test_mention_row (Dialogs *self, gconstpointer data)
{
  g_autoptr (GtkWidget) row = g_object_ref_sink (sutra_mention_row_new ());
  g_autoptr (SutraMention) mention = date_mention (self, "2024-04-14");

  sutra_mention_row_set_mention (SUTRA_MENTION_ROW (row), self->the_case, mention, FALSE, SUTRA_EDTF_FORMAT_BENGALI);
  g_assert_cmpstr (label_text (row, "value"), ==, "14 April 2024 (1 Boishakh 1431 Bangabda)");
  set (self, sutra_mention_get_id (mention), "value", "");
  g_assert_null (label_text (row, "value"));
  /* The value of another type is no date, whatever it looks like. */
  set (self, sutra_mention_get_id (mention), "value", "2024");
  set (self, sutra_mention_get_id (mention), "type", "quantity");
  g_assert_null (label_text (row, "value"));
  sutra_mention_row_set_mention (SUTRA_MENTION_ROW (row), NULL, NULL, FALSE, SUTRA_EDTF_FORMAT_DEFAULT);
}

static void
test_mention_popover (Dialogs *self, gconstpointer data)
{
  GtkWidget *popover = sutra_mention_popover_new ();
  g_autoptr (SutraMention) mention = date_mention (self, "2024-04-14");
  GtkEditable *value = dialogs_child (popover, "value");

  gtk_widget_set_parent (popover, self->parent);
  sutra_mention_popover_open (SUTRA_MENTION_POPOVER (popover), self->the_case, mention, &(GdkRectangle){ 0, 0, 1, 1 });
  g_assert_cmpstr (label_text (popover, "value_note"), ==, "Sunday, 14 April 2024");
  gtk_editable_set_text (value, "2024-04-31");
  g_assert_nonnull (strstr (label_text (popover, "value_note"), "has 30 days"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (value), "error"));
  gtk_editable_set_text (value, " 2024-04 ");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (value), "error"));
  g_assert_cmpstr (label_text (popover, "value_note"), ==, "April 2024");
  g_signal_emit_by_name (value, "activate");
  g_assert_cmpstr (sutra_mention_get_value (mention), ==, "2024-04");
  gtk_editable_set_text (value, "");
  g_assert_null (label_text (popover, "value_note"));
  gtk_popover_popdown (GTK_POPOVER (popover));
  dialogs_settle ();
  gtk_widget_unparent (popover);
}

static gboolean
row_is_visible (GtkWidget *dialog, const char *label)
{
  return gtk_widget_get_visible (gtk_widget_get_ancestor (dialogs_child (dialog, label), ADW_TYPE_PREFERENCES_ROW));
}

static void
test_source_dialog (Dialogs *self, gconstpointer data)
{
  GtkWidget *dialog;
  GtkEditable *published;

  set (self, sutra_article_get_id (self->article), "title", "শিরোনাম");
  dialog = sutra_source_dialog_new (self->the_case, self->article, GTK_WINDOW (self->parent));
  gtk_window_present (GTK_WINDOW (dialog));
  published = dialogs_child (dialog, "published_row");
  g_assert_null (label_text (dialog, "published_note"));
  gtk_editable_set_text (published, "2024-04-08");
  g_assert_cmpstr (label_text (dialog, "published_note"), ==, "Monday, 8 April 2024");
  g_assert_true (dialogs_can (dialog, "source.save"));
  gtk_editable_set_text (published, "2024-04-88");
  g_assert_nonnull (strstr (label_text (dialog, "published_note"), "April has 30 days"));
  g_assert_true (row_is_visible (dialog, "published_note"));
  g_assert_false (row_is_visible (dialog, "accessed_note"));
  g_assert_false (dialogs_can (dialog, "source.save"));
  gtk_editable_set_text (published, " 2024-04? ");
  g_assert_cmpstr (label_text (dialog, "published_note"), ==, "possibly April 2024");
  gtk_widget_activate_action (dialog, "source.save", NULL);
  dialogs_settle ();
  g_assert_cmpstr (sutra_article_get_published (self->article), ==, "2024-04?");
}

static void
test_preference (Dialogs *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (SUTRA_APP_ID);
  GtkWidget *dialog = sutra_preferences_new (settings, GTK_WINDOW (self->parent));
  AdwComboRow *calendar = dialogs_child (dialog, "calendar");

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_cmpuint (adw_combo_row_get_selected (calendar), ==, 0);
  adw_combo_row_set_selected (calendar, 2);
  g_assert_cmpint (g_settings_get_enum (settings, "bengali-calendar"), ==, 2);
  g_settings_set_enum (settings, "bengali-calendar", 1);
  dialogs_settle ();
  g_assert_cmpuint (adw_combo_row_get_selected (calendar), ==, 1);
  g_settings_reset (settings, "bengali-calendar");
  dialogs_settle ();
  dialogs_close (dialog);
}

int
main (int argc, char *argv[])
{
  dialogs_init (&argc, &argv);
  dialogs_add ("/dates/reading", test_reading);
  dialogs_add ("/dates/shown", test_shown);
  dialogs_add ("/dates/mention-row", test_mention_row);
  dialogs_add ("/dates/mention-popover", test_mention_popover);
  dialogs_add ("/dates/source-dialog", test_source_dialog);
  dialogs_add ("/dates/preference", test_preference);
  return g_test_run ();
}
