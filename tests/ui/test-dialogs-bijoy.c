/* The dialog that shows a text in a Bijoy font as it is and converted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "dialogs-fixture.h"

#include "sutra-bijoy-dialog.h"

#include <string.h>

/* In the old fonts; the emoji is not of them. */
#define CARRIER "🙂 KvRvL¯—vb I gš¿Yvjq\n"
#define OLD "🙂 কাজাখস্তান ও মন্ত্রণাল\u09df\n"

typedef struct
{
  char *encoding;
  gboolean all;
  guint n_dismissed;
} Decision;

static void
decided_cb (Decision *decision, const char *encoding, gboolean all)
{
  g_assert_null (decision->encoding);
  decision->encoding = g_strdup (encoding);
  decision->all = all;
}

static void
dismissed_cb (Decision *decision)
{
  decision->n_dismissed++;
}

static gboolean
is_read (gpointer dialog)
{
  g_autofree char *text = sutra_bijoy_dialog_dup_converted (dialog);

  return text != NULL;
}

static GtkWidget *
open (Dialogs *self, const char *text, const char *likely, guint n_files, Decision *decision)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  GtkWidget *dialog = sutra_bijoy_dialog_new (bytes, "old.txt", "UTF-8", likely, n_files, GTK_WINDOW (self->parent));

  g_signal_connect_swapped (dialog, "decided", G_CALLBACK (decided_cb), decision);
  g_signal_connect_swapped (dialog, "dismissed", G_CALLBACK (dismissed_cb), decision);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_false (dialogs_can (dialog, "bijoy.convert"));
  dialogs_wait (is_read, dialog);
  return dialog;
}

static void
assert_converted (GtkWidget *dialog, const char *expected)
{
  g_autofree char *converted = sutra_bijoy_dialog_dup_converted (SUTRA_BIJOY_DIALOG (dialog));

  g_assert_cmpstr (converted, ==, expected);
}

static const char *
automatic_label (GtkWidget *dialog)
{
  GtkDropDown *fonts = dialogs_child (dialog, "fonts");

  return gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (fonts)), 0);
}

/* Both sides, the fonts by themselves and by choice. */
static void
test_fonts (Dialogs *self, gconstpointer data)
{
  Decision decision = { 0 };
  GtkWidget *dialog = open (self, CARRIER, "bijoy", 1, &decision);
  GtkDropDown *fonts = dialogs_child (dialog, "fonts");
  g_autofree char *original = sutra_bijoy_dialog_dup_original (SUTRA_BIJOY_DIALOG (dialog));

  g_assert_cmpstr (original, ==, CARRIER);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog)) == dialogs_child (dialog, "convert"));
  g_assert_cmpstr (automatic_label (dialog), ==, "Automatic: old fonts");
  g_assert_false (gtk_widget_get_visible (dialogs_child (dialog, "all")));
  assert_converted (dialog, OLD);
  gtk_drop_down_set_selected (fonts, 1);
  gtk_drop_down_set_selected (fonts, 2);
  assert_converted (dialog, OLD);
  g_assert_true (gtk_widget_activate_action (dialog, "bijoy.convert", NULL));
  g_assert_cmpstr (decision.encoding, ==, "bijoy-old");
  g_assert_false (decision.all);
  dialogs_settle ();
  g_assert_null (dialogs_find_window (SUTRA_TYPE_BIJOY_DIALOG));
  g_assert_cmpuint (decision.n_dismissed, ==, 0);
  g_free (decision.encoding);
}

/* ÿ is ক্ষ in the new fonts only. */
static void
test_choice_matters (Dialogs *self, gconstpointer data)
{
  Decision decision = { 0 };
  GtkWidget *dialog = open (self, "wkÿv", "bijoy", 3, &decision);

  g_assert_cmpstr (automatic_label (dialog), ==, "Automatic: new fonts");
  assert_converted (dialog, "শিক্ষা");
  gtk_drop_down_set_selected (dialogs_child (dialog, "fonts"), 2);
  assert_converted (dialog, "শিÿা");
  gtk_drop_down_set_selected (dialogs_child (dialog, "fonts"), 0);
  g_assert_true (gtk_widget_get_visible (dialogs_child (dialog, "all")));
  g_assert_true (gtk_widget_activate_action (dialog, "bijoy.convert", NULL));
  g_assert_cmpstr (decision.encoding, ==, "bijoy");
  g_assert_true (decision.all);
  dialogs_settle ();
  g_free (decision.encoding);
}

static void
test_keep (Dialogs *self, gconstpointer data)
{
  Decision decision = { 0 };
  GtkWidget *dialog = open (self, CARRIER, "bijoy", 2, &decision);

  gtk_check_button_set_active (dialogs_child (dialog, "all"), FALSE);
  g_assert_true (gtk_widget_activate_action (dialog, "bijoy.keep", NULL));
  g_assert_cmpstr (decision.encoding, ==, "UTF-8");
  g_assert_false (decision.all);
  dialogs_settle ();
  g_free (decision.encoding);
}

static void
test_dismissed (Dialogs *self, gconstpointer data)
{
  Decision decision = { 0 };
  GtkWidget *dialog = open (self, CARRIER, "bijoy", 1, &decision);

  gtk_window_close (GTK_WINDOW (dialog));
  dialogs_settle ();
  g_assert_null (decision.encoding);
  g_assert_cmpuint (decision.n_dismissed, ==, 1);
}

/* Text that was read twice has no fonts to choose. */
static void
test_read_twice (Dialogs *self, gconstpointer data)
{
  Decision decision = { 0 };
  GtkWidget *dialog = open (self, "à¦†à¦®à¦¾à¦°", "UTF-8-twice", 1, &decision);

  assert_converted (dialog, "আমার");
  g_assert_false (gtk_widget_get_visible (dialogs_child (dialog, "fonts_box")));
  g_assert_true (gtk_widget_activate_action (dialog, "bijoy.convert", NULL));
  g_assert_cmpstr (decision.encoding, ==, "UTF-8-twice");
  dialogs_settle ();
  g_free (decision.encoding);
}

int
main (int argc, char *argv[])
{
  dialogs_init (&argc, &argv);
  dialogs_add ("/dialogs/bijoy/fonts", test_fonts);
  dialogs_add ("/dialogs/bijoy/choice-matters", test_choice_matters);
  dialogs_add ("/dialogs/bijoy/keep", test_keep);
  dialogs_add ("/dialogs/bijoy/dismissed", test_dismissed);
  dialogs_add ("/dialogs/bijoy/read-twice", test_read_twice);
  return g_test_run ();
}
