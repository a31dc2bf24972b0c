/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-akshara.h"
#include "sutra-check-private.h"
#include "sutra-content.h"

/* A mention or the passage of a relation: table, start, end. */
typedef struct
{
  const char *table;
  SutraId id;
  SutraText *text;
} Row;

static gboolean
check_span (SutraCheck *self, const Row *row, gint64 start, gint64 end)
{
  gint64 length = (gint64) sutra_text_get_length (row->text);

  if (start < 0 || end > length || start >= end)
    {
      sutra_check_add (self, TRUE, row->table, &row->id,
                       "Its span %" G_GINT64_FORMAT "–%" G_GINT64_FORMAT " is not one of its article (%" G_GINT64_FORMAT " code points).",
                       start, end, length);
      return FALSE;
    }
  if (!sutra_akshara_is_boundary (row->text, (gsize) start) || !sutra_akshara_is_boundary (row->text, (gsize) end))
    sutra_check_add (self, FALSE, row->table, &row->id, "Its span %" G_GINT64_FORMAT "–%" G_GINT64_FORMAT " ends inside an akshara.", start,
                     end);
  return TRUE;
}

/* '30-41 55-60': in text order, behind the first span. */
static void
check_fragments (SutraCheck *self, const Row *row, const char *fragments, gint64 end)
{
  g_auto (GStrv) parts = NULL;

  if (fragments == NULL)
    return;

  parts = g_strsplit (fragments, " ", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      g_auto (GStrv) ends = g_strsplit (*part, "-", -1);
      guint64 from = 0;
      guint64 to = 0;

      if (g_strv_length (ends) != 2 || !g_ascii_string_to_unsigned (ends[0], 10, 0, G_MAXINT32, &from, NULL) ||
          !g_ascii_string_to_unsigned (ends[1], 10, 0, G_MAXINT32, &to, NULL) || (gint64) from < end)
        {
          sutra_check_add (self, TRUE, row->table, &row->id, "Its fragments “%s” are not in order behind its span.", fragments);
          return;
        }
      if (!check_span (self, row, (gint64) from, (gint64) to))
        return;
      end = (gint64) to;
    }
}

static void
on_mention (SutraCheck *self, SutraStatement *mention, gpointer text)
{
  Row row = { "mention", sutra_statement_get_id (mention, 0), text };
  gint64 start = sutra_statement_get_int (mention, 1);
  gint64 end = sutra_statement_get_int (mention, 2);
  gint64 stem_end = sutra_statement_get_int (mention, 3);
  g_autofree char *quote = NULL;

  if (!check_span (self, &row, start, end))
    return;
  if (stem_end <= start || stem_end > end)
    sutra_check_add (self, TRUE, "mention", &row.id, "Its dictionary form ends at %" G_GINT64_FORMAT ", outside of it.", stem_end);
  check_fragments (self, &row, sutra_statement_get_text (mention, 4), end);

  quote = sutra_text_slice (text, (gsize) start, (gsize) end);
  if (g_strcmp0 (quote, sutra_statement_get_text (mention, 5)) != 0)
    sutra_check_add (self, TRUE, "mention", &row.id, "Its quote is not what stands at its place in the article.");
}

static void
on_relation (SutraCheck *self, SutraStatement *relation, gpointer text)
{
  Row row = { "relation", sutra_statement_get_id (relation, 0), text };

  check_span (self, &row, sutra_statement_get_int (relation, 1), sutra_statement_get_int (relation, 2));
}

/* At the text's own ends there is nothing to correct. */
static void
on_boundary (SutraCheck *self, SutraStatement *boundary, gpointer text)
{
  SutraId id = sutra_statement_get_id (boundary, 0);
  gint64 position = sutra_statement_get_int (boundary, 1);

  if (position <= 0 || position >= (gint64) sutra_text_get_length (text))
    sutra_check_add (self, TRUE, "boundary", &id,
                     "Its place %" G_GINT64_FORMAT " is not within its article (%" G_GSIZE_FORMAT " code points).", position,
                     sutra_text_get_length (text));
  else if (!sutra_akshara_is_boundary (text, (gsize) position))
    sutra_check_add (self, FALSE, "boundary", &id, "Its place %" G_GINT64_FORMAT " is inside an akshara.", position);
}

static gboolean
check_article (SutraCheck *self, const SutraId *id, const char *sha256, gint64 code_points, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = sutra_content_get (self->store, sha256, FALSE, &local);
  g_autoptr (SutraText) text = bytes != NULL ? sutra_text_new (bytes, &local) : NULL;
  g_autofree char *hex = NULL;
  g_autofree char *mentions = NULL;
  g_autofree char *relations = NULL;
  g_autofree char *boundaries = NULL;
  char buffer[SUTRA_ID_STRING_SIZE];
  g_auto (GStrv) groups = NULL;

  if (text == NULL)
    {
      /* Missing and damaged contents have their findings already. */
      if (!g_error_matches (local, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND) && !g_error_matches (local, SUTRA_ERROR, SUTRA_ERROR_DAMAGED))
        sutra_check_add (self, TRUE, "article", id, "Its text cannot be used: %s", local->message);
      return TRUE;
    }
  if ((gint64) sutra_text_get_length (text) != code_points)
    sutra_check_add (self, TRUE, "article", id, "It should have %" G_GINT64_FORMAT " code points and has %" G_GSIZE_FORMAT ".", code_points,
                     sutra_text_get_length (text));

  groups = g_strsplit (sutra_id_to_string (id, buffer), "-", -1);
  hex = g_strjoinv ("", groups);
  mentions =
      g_strdup_printf ("SELECT id, start, \"end\", stem_end, fragments, quote FROM mention WHERE article = x'%s' ORDER BY start, id", hex);
  relations = g_strdup_printf ("SELECT id, start, \"end\" FROM relation WHERE article = x'%s' AND start IS NOT NULL ORDER BY id", hex);
  boundaries = g_strdup_printf ("SELECT id, position FROM boundary WHERE article = x'%s' ORDER BY position, id", hex);
  return sutra_check_foreach (self, mentions, on_mention, text, error) && sutra_check_foreach (self, relations, on_relation, text, error) &&
         sutra_check_foreach (self, boundaries, on_boundary, text, error);
}

gboolean
sutra_check_spans (SutraCheck *self, GError **error)
{
  g_autoptr (SutraStatement) article = NULL;
  g_autoptr (GError) local = NULL;

  article = sutra_statement_new (self->store, error, "SELECT id, text_sha256, code_points FROM article ORDER BY id", "");
  if (article == NULL)
    return FALSE;
  while (sutra_statement_next (article, &local))
    {
      SutraId id = sutra_statement_get_id (article, 0);
      g_autofree char *sha256 = sutra_statement_dup_text (article, 1);

      if (sha256 != NULL && !check_article (self, &id, sha256, sutra_statement_get_int (article, 2), error))
        return FALSE;
    }
  if (local != NULL && !g_error_matches (local, SUTRA_ERROR, SUTRA_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return TRUE;
}
