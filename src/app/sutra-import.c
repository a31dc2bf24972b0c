/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-import.h"

#include "sutra-error.h"
#include "sutra-geojson.h"
#include "sutra-load.h"
#include "sutra-reader.h"

#define BATCH 20
/* Refused features that are named. */
#define MAX_NAMED 5

typedef struct
{
  GPtrArray *files; /* (owned) GFile */
  char *encoding;   /* (nullable) */
  GFileProgressCallback progress;
  gpointer progress_data;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_ptr_array_unref (import->files);
  g_free (import->encoding);
  g_free (import);
}

void
sutra_import_result_free (SutraImportResult *self)
{
  g_array_unref (self->articles);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->errors);
  g_ptr_array_unref (self->likely);
  g_free (self);
}

static void
likely_free (gpointer data)
{
  SutraLikely *likely = data;

  g_object_unref (likely->file);
  g_free (likely->as_is);
  g_free (likely->encoding);
  g_free (likely);
}

static SutraImportResult *
result_new (void)
{
  SutraImportResult *result = g_new0 (SutraImportResult, 1);

  result->articles = g_array_new (FALSE, FALSE, sizeof (SutraId));
  result->files = g_ptr_array_new_with_free_func (g_object_unref);
  result->errors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  result->likely = g_ptr_array_new_with_free_func (likely_free);
  return result;
}

static gboolean
store_batch (SutraStore *store, GPtrArray *drafts, gint64 *step, SutraImportResult *result, GCancellable *cancellable, GError **error)
{
  g_autofree SutraId *ids = g_new0 (SutraId, drafts->len);
  g_autofree gboolean *existed = g_new0 (gboolean, drafts->len);

  if (drafts->len == 0)
    return TRUE;
  if (!sutra_case_store_articles (store, (SutraDraft *const *) drafts->pdata, drafts->len, step, ids, existed, cancellable, error))
    return FALSE;
  g_array_append_vals (result->articles, ids, drafts->len);
  for (guint i = 0; i < drafts->len; i++)
    result->n_new += !existed[i];
  g_ptr_array_set_size (drafts, 0);
  return TRUE;
}

/* Takes @draft: it is added, or asked for. */
static void
take_draft (SutraImportResult *result, GPtrArray *drafts, GFile *file, SutraDraft *draft, gboolean ask)
{
  SutraLikely *likely;

  if (!ask || draft->likely_encoding == NULL)
    {
      g_ptr_array_add (drafts, draft);
      return;
    }
  likely = g_new0 (SutraLikely, 1);
  likely->file = g_object_ref (file);
  likely->as_is = g_strdup (draft->encoding);
  likely->encoding = g_strdup (draft->likely_encoding);
  g_ptr_array_add (result->likely, likely);
  sutra_draft_free (draft);
}

static gboolean
is_geojson (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *lower = base != NULL ? g_ascii_strdown (base, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ".geojson");
}

static GError *
describe_refused (const SutraGeojsonReport *report, const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_named = 0;

  g_string_printf (text, "%s: %u of its features could not be taken.", name, report->n_refused);
  for (guint i = 0; i < report->messages->len && n_named < MAX_NAMED; i++)
    {
      const SutraGeojsonMessage *message = g_ptr_array_index (report->messages, i);

      if (!message->refused)
        continue;
      g_string_append_printf (text, " Feature %u: %s.", message->feature, message->what);
      n_named++;
    }
  return g_error_new_literal (SUTRA_ERROR, SUTRA_ERROR_INVALID, text->str);
}

/* What was taken is a step of the history with the rest; what was not is among the errors. */
static void
import_places (SutraStore *store, GFile *file, gint64 *step, SutraImportResult *result, GCancellable *cancellable)
{
  g_autoptr (SutraGeojsonReport) report = sutra_geojson_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autoptr (GBytes) bytes = sutra_load_file (file, cancellable, &error);

  if (bytes != NULL && sutra_geojson_import (store, bytes, name, step, report, cancellable, &error))
    {
      result->n_places += report->n_added + report->n_located + report->n_kept;
      if (report->n_refused > 0)
        error = describe_refused (report, name);
    }
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_ptr_array_add (result->files, g_object_ref (file));
  g_ptr_array_add (result->errors, g_steal_pointer (&error));
}

static void
import_job (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  g_autoptr (SutraImportResult) result = result_new ();
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_draft_free);
  gboolean as_is = g_strcmp0 (import->encoding, SUTRA_IMPORT_AS_IS) == 0;
  SutraReadOptions options = { as_is ? NULL : import->encoding };
  GError *error = NULL;
  gint64 step = 0;

  for (guint i = 0; i < import->files->len; i++)
    {
      GFile *file = g_ptr_array_index (import->files, i);
      GError *file_error = NULL;
      SutraDraft *draft;

      if (g_cancellable_is_cancelled (cancellable))
        break;
      if (is_geojson (file))
        {
          import_places (store, file, &step, result, cancellable);
          continue;
        }
      draft = sutra_read_file (file, &options, cancellable, &file_error);
      if (draft != NULL)
        take_draft (result, drafts, file, draft, import->encoding == NULL);
      else
        {
          g_ptr_array_add (result->files, g_object_ref (file));
          g_ptr_array_add (result->errors, file_error);
        }
      if (drafts->len == BATCH && !store_batch (store, drafts, &step, result, cancellable, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      if (import->progress != NULL)
        sutra_worker_progress (task, import->progress, import->progress_data, i + 1, import->files->len);
    }
  if (!store_batch (store, drafts, &step, result, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&result), (GDestroyNotify) sutra_import_result_free);
}

void
sutra_import_async (SutraCase *the_case,
                    GFile *const *files,
                    const char *encoding,
                    GCancellable *cancellable,
                    GFileProgressCallback progress,
                    gpointer progress_data,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  Import *import = g_new0 (Import, 1);

  import->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (gsize i = 0; files[i] != NULL; i++)
    g_ptr_array_add (import->files, g_object_ref (files[i]));
  import->encoding = g_strdup (encoding);
  import->progress = progress;
  import->progress_data = progress_data;
  sutra_worker_run_async (sutra_case_get_jobs (the_case), G_PRIORITY_DEFAULT, import_job, import, import_free, cancellable, callback,
                          user_data);
}

SutraImportResult *
sutra_import_finish (SutraCase *the_case, GAsyncResult *result, GError **error)
{
  SutraImportResult *imported = sutra_worker_run_finish (sutra_case_get_jobs (the_case), result, error);

  /* What another connection wrote is noticed now, not at the next look. */
  if (imported != NULL)
    sutra_case_poll (the_case, NULL);
  return imported;
}
