/* Asks about articles that are likely in an encoding that nothing but their look tells of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-bijoy-dialog.h"
#include "sutra-feedback.h"
#include "sutra-import.h"
#include "sutra-window-private.h"

#include <string.h>

/* ---- Files ---- */

typedef struct
{
  SutraWindow *self; /* (owned) */
  GPtrArray *likely; /* (owned) SutraLikely: the first is asked about */
  gboolean show;
} Asking;

static void
asking_free (Asking *asking)
{
  g_clear_pointer (&asking->likely, g_ptr_array_unref);
  g_object_unref (asking->self);
  g_free (asking);
}

/* How many are like the first. */
static guint
count_alike (const Asking *asking)
{
  const SutraLikely *first = asking->likely->pdata[0];
  guint n = 0;

  for (guint i = 0; i < asking->likely->len; i++)
    n += strcmp (((const SutraLikely *) asking->likely->pdata[i])->encoding, first->encoding) == 0;
  return n;
}

static void
decided_cb (GtkWidget *dialog, const char *encoding, gboolean all, Asking *asking)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  const SutraLikely *first = asking->likely->pdata[0];
  gboolean as_is = strcmp (encoding, first->as_is) == 0;
  g_autofree char *kind = g_strdup (first->encoding);
  guint i = 0;

  while (i < asking->likely->len && (all || files->len == 0))
    {
      SutraLikely *likely = asking->likely->pdata[i];

      if (strcmp (likely->encoding, kind) != 0)
        {
          i++;
          continue;
        }
      g_ptr_array_add (files, g_object_ref (likely->file));
      g_ptr_array_remove_index (asking->likely, i);
    }
  g_ptr_array_add (files, NULL);
  sutra_window_import_and_ask (asking->self, (GFile *const *) files->pdata, as_is ? SUTRA_IMPORT_AS_IS : encoding, asking->show,
                               g_steal_pointer (&asking->likely));
  asking_free (asking);
}

static void
dismissed_cb (GtkWidget *dialog, Asking *asking)
{
  asking_free (asking);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Asking *asking = data;
  const SutraLikely *likely = asking->likely->pdata[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes_finish (G_FILE (object), result, NULL, &error);
  g_autofree char *base = g_file_get_basename (G_FILE (object));
  GtkWidget *dialog;

  if (bytes == NULL)
    {
      sutra_feedback_failed (GTK_WIDGET (asking->self), error);
      asking_free (asking);
      return;
    }
  dialog = sutra_bijoy_dialog_new (bytes, base, likely->as_is, likely->encoding, count_alike (asking), GTK_WINDOW (asking->self));
  g_signal_connect (dialog, "decided", G_CALLBACK (decided_cb), asking);
  g_signal_connect (dialog, "dismissed", G_CALLBACK (dismissed_cb), asking);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
sutra_window_ask_likely (SutraWindow *self, GPtrArray *likely, gboolean show)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->self = g_object_ref (self);
  asking->likely = likely;
  asking->show = show;
  g_file_load_bytes_async (((SutraLikely *) likely->pdata[0])->file, NULL, loaded_cb, asking);
}

/* ---- Pasted text ---- */

typedef struct
{
  SutraWindow *self; /* (owned) */
  char *pasted;
  char *as_is;
  SutraWindowAnswer answer;
} AskingPasted;

static void
asking_pasted_free (gpointer data, GClosure *closure)
{
  AskingPasted *asking = data;

  g_object_unref (asking->self);
  g_free (asking->pasted);
  g_free (asking->as_is);
  g_free (asking);
}

static void
pasted_decided_cb (GtkWidget *dialog, const char *encoding, gboolean all, AskingPasted *asking)
{
  asking->answer (asking->self, asking->pasted, strcmp (encoding, asking->as_is) == 0 ? SUTRA_IMPORT_AS_IS : encoding);
}

void
sutra_window_ask_pasted (SutraWindow *self, char *pasted, const char *as_is, const char *likely, SutraWindowAnswer answer)
{
  AskingPasted *asking = g_new0 (AskingPasted, 1);
  g_autoptr (GBytes) bytes = g_bytes_new (pasted, strlen (pasted));
  GtkWidget *dialog = sutra_bijoy_dialog_new (bytes, NULL, as_is, likely, 1, GTK_WINDOW (self));

  asking->self = g_object_ref (self);
  asking->pasted = pasted;
  asking->as_is = g_strdup (as_is);
  asking->answer = answer;
  g_signal_connect_data (dialog, "decided", G_CALLBACK (pasted_decided_cb), asking, asking_pasted_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
