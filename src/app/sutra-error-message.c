/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-error-message.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_LISTED 8

static const char *const headings[] = {
  [SUTRA_ERROR_FAILED] = N_ ("That Did Not Work"),
  [SUTRA_ERROR_NOT_FOUND] = N_ ("Not Found"),
  [SUTRA_ERROR_AMBIGUOUS] = N_ ("More Than One Fits"),
  [SUTRA_ERROR_EXISTS] = N_ ("It Is There Already"),
  [SUTRA_ERROR_ACCESS] = N_ ("No Permission"),
  [SUTRA_ERROR_READ_ONLY] = N_ ("This Case Can Only Be Read"),
  [SUTRA_ERROR_NO_SPACE] = N_ ("The Disk Is Full"),
  [SUTRA_ERROR_BUSY] = N_ ("Another Program Is Using the Case"),
  [SUTRA_ERROR_NOT_A_CASE] = N_ ("This Is Not a Case"),
  [SUTRA_ERROR_DAMAGED] = N_ ("The Case Is Damaged"),
  [SUTRA_ERROR_NEWER] = N_ ("The Case Comes from a Newer Version"),
  [SUTRA_ERROR_CONFLICT] = N_ ("That Step Can No Longer Be Taken Back"),
  [SUTRA_ERROR_TOO_LARGE] = N_ ("The File Is Too Large"),
  [SUTRA_ERROR_EMPTY] = N_ ("There Is No Text in It"),
  [SUTRA_ERROR_BINARY] = N_ ("This Is Not a Text"),
  [SUTRA_ERROR_ENCODING] = N_ ("The Text Is in Another Encoding"),
  [SUTRA_ERROR_IS_DIRECTORY] = N_ ("This Is a Folder"),
  [SUTRA_ERROR_PARSE] = N_ ("The File Has the Wrong Shape"),
  [SUTRA_ERROR_RANGE] = N_ ("That Place Cannot Be Marked"),
  [SUTRA_ERROR_INSIDE_AKSHARA] = N_ ("A Mark Cannot Cut a Letter in Two"),
  [SUTRA_ERROR_INVALID] = N_ ("That Value Cannot Be Used"),
  [SUTRA_ERROR_IN_USE] = N_ ("It Is Still in Use"),
  [SUTRA_ERROR_UNSUPPORTED] = N_ ("This Version Cannot Do That"),
};

static const char *
find_heading (const GError *error)
{
  if (error->domain == SUTRA_ERROR && error->code >= 0 && error->code < (int) G_N_ELEMENTS (headings))
    return _ (headings[error->code]);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _ (headings[SUTRA_ERROR_NOT_FOUND]);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ (headings[SUTRA_ERROR_ACCESS]);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return _ (headings[SUTRA_ERROR_NO_SPACE]);
  return _ (headings[SUTRA_ERROR_FAILED]);
}

char *
sutra_error_message_dup_heading (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);
  return g_strdup (find_heading (error));
}

gboolean
sutra_error_message_is_note (const GError *error)
{
  g_return_val_if_fail (error != NULL, FALSE);
  return g_error_matches (error, SUTRA_ERROR, SUTRA_ERROR_EXISTS) || g_error_matches (error, SUTRA_ERROR, SUTRA_ERROR_RANGE);
}

static void
present (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sutra_error_message_present (GtkWindow *parent, const GError *error)
{
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (error != NULL);
  present (parent, find_heading (error), error->message);
}

void
sutra_error_message_present_several (GtkWindow *parent, const char *heading, GPtrArray *names, GPtrArray *errors)
{
  g_autoptr (GString) body = g_string_new (NULL);

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (names->len == errors->len);

  for (guint i = 0; i < errors->len && i < MAX_LISTED; i++)
    {
      const GError *error = g_ptr_array_index (errors, i);

      g_string_append_printf (body, "%s%s: %s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (names, i), error->message);
    }
  if (errors->len > MAX_LISTED)
    {
      guint more = errors->len - MAX_LISTED;

      g_string_append_c (body, '\n');
      g_string_append_printf (body, ngettext ("and %u more", "and %u more", more), more);
    }
  present (parent, heading, body->str);
}
