/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-case.h"
#include "sutra-case-private.h"
#include "sutra-content.h"
#include "sutra-edtf.h"
#include "sutra-utf8.h"

#define MAX_TITLE 200

/* The first line that is not empty, without white space at its ends. */
static char *
title_of_text (SutraText *text)
{
  const char *utf8 = sutra_text_get_utf8 (text, NULL);
  const char *start = utf8;
  gsize from, line, to;

  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  from = sutra_text_cp_of (text, (gsize) (start - utf8));
  sutra_text_paragraph_at (text, from, &line, &to);
  if (to - from > MAX_TITLE)
    to = sutra_akshara_floor (text, from + MAX_TITLE);
  return g_strchomp (sutra_text_slice (text, from, to));
}

/* A page may call anything its title; sutra_case_set() has to take it back. */
static char *
title_of_draft (const SutraDraft *draft)
{
  g_autofree char *shown = sutra_utf8_shorten (draft->title != NULL ? draft->title : "", SUTRA_MAX_LABEL - 1);
  g_autofree char *title = sutra_case_clean_label (shown, NULL);

  if (title != NULL)
    return g_steal_pointer (&title);
  title = title_of_text (draft->text);
  if (title[0] == '\0' && draft->file_name != NULL)
    return g_strdup (draft->file_name);
  return g_steal_pointer (&title);
}

static const char *
null_if_empty (const char *string)
{
  return string != NULL && string[0] != '\0' ? string : NULL;
}

/* Its bytes and what can be wrong with it; everything before the transaction. */
static gboolean
check_draft (const SutraDraft *draft, GError **error)
{
  if (sutra_text_get_length (draft->text) == 0)
    return sutra_case_fail (error, SUTRA_ERROR_EMPTY, "The article “%s” holds no text.", draft->file_name != NULL ? draft->file_name : "");
  if (null_if_empty (draft->published) != NULL && !sutra_edtf_validate (draft->published, error))
    {
      g_prefix_error (error, "Published “%s”: ", draft->published);
      return FALSE;
    }
  if (null_if_empty (draft->accessed) != NULL && !sutra_edtf_validate (draft->accessed, error))
    {
      g_prefix_error (error, "Accessed “%s”: ", draft->accessed);
      return FALSE;
    }
  return null_if_empty (draft->language) == NULL || sutra_case_check_language (draft->language, error);
}

static char *
digest_of (const SutraDraft *draft)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, draft->original != NULL ? draft->original : sutra_text_get_bytes (draft->text));
}

/* The article that has these bytes; where an encoding was chosen, only one with the text that they give in it. */
static gboolean
find_digest (SutraStore *store, const SutraDraft *draft, const char *sha256, SutraId *id)
{
  g_autoptr (SutraStatement) row =
      sutra_statement_new (store, NULL, "SELECT id FROM article WHERE sha256 = ? AND (NOT ? OR text_sha256 = ?) ORDER BY id LIMIT 1", "sls",
                           sha256, (gint64) draft->encoding_chosen, sutra_text_get_sha256 (draft->text));

  if (row == NULL || !sutra_statement_next (row, NULL))
    return FALSE;
  *id = sutra_statement_get_id (row, 0);
  return TRUE;
}

static gboolean
put_contents (SutraStore *store, const SutraDraft *draft, GCancellable *cancellable, GError **error)
{
  GBytes *text = sutra_text_get_bytes (draft->text);

  if (draft->original != NULL && draft->original != text && !sutra_content_put (store, draft->original, NULL, cancellable, error))
    return FALSE;
  return sutra_content_put (store, text, NULL, cancellable, error);
}

static gboolean
insert_article (SutraStore *store, const SutraDraft *draft, const char *title, const char *sha256, SutraId *id, GError **error)
{
  g_autofree char *added = sutra_clock_format (sutra_store_now (store));

  *id = sutra_id_new ();
  return sutra_store_run (
      store, error,
      "INSERT INTO article (id, title, source, url, author, published, accessed, language, encoding, media_type, file_name, code_points,"
      " sha256, text_sha256, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      "isssssssssslsss", id, title, null_if_empty (draft->source), null_if_empty (draft->url), null_if_empty (draft->author),
      null_if_empty (draft->published), null_if_empty (draft->accessed), null_if_empty (draft->language),
      draft->encoding != NULL ? draft->encoding : "UTF-8", draft->media_type != NULL ? draft->media_type : "text/plain",
      null_if_empty (draft->file_name), (gint64) sutra_text_get_length (draft->text), sha256, sutra_text_get_sha256 (draft->text), added);
}

SutraArticle *
sutra_case_add_article (SutraCase *self, const SutraDraft *draft, gboolean *existed, GError **error)
{
  g_autofree char *sha256 = NULL;
  g_autofree char *title = NULL;
  gboolean known;
  SutraId id;

  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);
  g_return_val_if_fail (draft != NULL && draft->text != NULL, NULL);

  if (self->store == NULL)
    return sutra_case_fail_closed (error), NULL;

  sha256 = digest_of (draft);
  known = find_digest (self->store, draft, sha256, &id);
  if (existed != NULL)
    *existed = known;
  if (known)
    return sutra_case_get_article (self, &id, error);

  if (self->read_only)
    return sutra_case_begin (self, error), NULL;
  if (!check_draft (draft, error) || !put_contents (self->store, draft, NULL, error))
    return NULL;

  title = title_of_draft (draft);
  if (!sutra_case_begin (self, error))
    return NULL;
  /* Another program may have added it meanwhile. */
  known = find_digest (self->store, draft, sha256, &id);
  if (existed != NULL)
    *existed = known;
  if (!sutra_case_end (self, known || insert_article (self->store, draft, title, sha256, &id, error), SUTRA_EDIT_ADD_ARTICLE, title, 1,
                       error))
    return NULL;
  return sutra_case_get_article (self, &id, error);
}

gboolean
sutra_case_store_articles (SutraStore *store,
                           SutraDraft *const *drafts,
                           gsize n,
                           gint64 *step,
                           SutraId *ids,
                           gboolean *existed,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *subject = NULL;
  guint n_added = 0;
  gboolean ok = TRUE;

  g_return_val_if_fail (store != NULL, FALSE);
  g_return_val_if_fail (step != NULL, FALSE);
  g_return_val_if_fail (ids != NULL, FALSE);

  for (gsize i = 0; i < n; i++)
    {
      char *sha256 = digest_of (drafts[i]);

      g_ptr_array_add (digests, sha256);
      if (find_digest (store, drafts[i], sha256, &ids[i]))
        continue;
      if (!check_draft (drafts[i], error) || !put_contents (store, drafts[i], cancellable, error))
        return FALSE;
    }

  if (!sutra_store_begin (store, error))
    return FALSE;
  for (gsize i = 0; i < n && ok; i++)
    {
      const char *sha256 = g_ptr_array_index (digests, i);
      gboolean known = find_digest (store, drafts[i], sha256, &ids[i]);

      if (existed != NULL)
        existed[i] = known;
      if (!known)
        {
          g_autofree char *title = title_of_draft (drafts[i]);

          ok = insert_article (store, drafts[i], title, sha256, &ids[i], error);
          n_added++;
          if (subject == NULL)
            subject = g_steal_pointer (&title);
        }
    }
  if (!ok || g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      sutra_store_rollback (store);
      return FALSE;
    }
  return sutra_store_commit_step (store, SUTRA_EDIT_ADD_ARTICLE, subject, n_added, step, NULL, error);
}

GBytes *
sutra_case_dup_original (SutraCase *self, const SutraId *article, GError **error)
{
  g_autofree char *sha256 = NULL;

  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);
  g_return_val_if_fail (article != NULL, NULL);

  if (self->store == NULL)
    return sutra_case_fail_closed (error), NULL;
  sha256 = sutra_case_dup_column (self, "SELECT sha256 FROM article WHERE id = ?", article);
  if (sha256 == NULL)
    return sutra_case_fail_not_found (SUTRA_TABLE_ARTICLE, article, error), NULL;
  return sutra_content_get (self->store, sha256, TRUE, error);
}

SutraText *
sutra_case_dup_text (SutraCase *self, const SutraId *article, GError **error)
{
  SutraArticle *live = sutra_case_peek_live (self, SUTRA_TABLE_ARTICLE, article);
  g_autofree char *sha256 = sutra_case_dup_column (self, "SELECT text_sha256 FROM article WHERE id = ?", article);
  g_autoptr (GBytes) bytes = NULL;
  SutraText *text;

  if (sha256 == NULL)
    return sutra_case_fail_not_found (SUTRA_TABLE_ARTICLE, article, error), NULL;
  if (live != NULL)
    {
      text = sutra_article_get_text (live, error);
      return text != NULL ? sutra_text_ref (text) : NULL;
    }
  if (self->text != NULL && sutra_id_equal (&self->text_article, article))
    return sutra_text_ref (self->text);

  bytes = sutra_content_get (self->store, sha256, TRUE, error);
  if (bytes == NULL)
    return NULL;
  text = sutra_text_new (bytes, error);
  if (text == NULL)
    return NULL;
  g_clear_pointer (&self->text, sutra_text_unref);
  self->text = sutra_text_ref (text);
  self->text_article = *article;
  return text;
}

gboolean
sutra_case_delete_article_rows (SutraCase *self, const SutraId *article, GError **error)
{
  /* What points to its mentions first; the foreign keys have no actions. */
  static const char *const statements[] = {
    "UPDATE alias SET mention = NULL WHERE mention IN (SELECT id FROM mention WHERE article = ?)",
    "UPDATE relation SET mention = NULL WHERE mention IN (SELECT id FROM mention WHERE article = ?)",
    "UPDATE relation SET article = NULL, start = NULL, \"end\" = NULL WHERE article = ?",
    "DELETE FROM mention WHERE article = ?",
    "DELETE FROM boundary WHERE article = ?",
    "DELETE FROM article WHERE id = ?",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      if (!sutra_store_run (self->store, error, statements[i], "i", article))
        return FALSE;
    }
  return TRUE;
}
