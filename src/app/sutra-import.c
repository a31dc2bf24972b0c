/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-import.h"

#include "sutra-reader.h"

#define BATCH 20

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
