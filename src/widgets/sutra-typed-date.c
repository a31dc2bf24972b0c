/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-typed-date.h"

#include "sutra-date-name.h"

static void
set_error (GtkWidget *widget, gboolean error)
{
  if (error)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
}

gboolean
sutra_typed_date_read (const char *typed, const SutraReadingContext *context, SutraEdtfFormat flags, char **edtf, char **note)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  g_autofree char *value = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;

  value = *text != '\0' ? sutra_date_parse_typed (text, context, &error) : g_strdup ("");
  if (value == NULL)
    said = g_strdup (error->message);
  else if (*value != '\0')
    {
      g_autofree char *words = sutra_date_name_dup (value, flags | SUTRA_EDTF_FORMAT_WEEKDAY);

      said = strcmp (value, text) == 0 ? g_strdup (words) : g_strdup_printf ("%s · %s", words, value);
    }
  if (note != NULL)
    *note = said != NULL ? g_steal_pointer (&said) : g_strdup ("");
  if (edtf != NULL)
    *edtf = g_strdup (value);
  return value != NULL;
}

void
sutra_typed_date_show (GtkWidget *entry, GtkLabel *label, gboolean good, const char *note)
{
  gtk_label_set_text (label, note);
  gtk_widget_set_visible (GTK_WIDGET (label), *note != '\0');
  set_error (GTK_WIDGET (label), !good);
  set_error (entry, !good);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}
