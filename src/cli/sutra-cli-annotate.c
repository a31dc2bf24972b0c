/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-lists.h"

#include <string.h>

#include "sutra-error.h"
#include "sutra-utf8.h"

typedef struct
{
  SutraCase *the_case;
  SutraMentionSpec spec; /* of the span that was given */
  GArray *fragments;
  gboolean all;
  guint n_unsure; /* occurrences that --all left */
} Annotation;

/* A number of code points; whether the text has so many is for the case to say. */
static gboolean
read_offset (const char *text, guint32 *offset, GError **error)
{
  g_autofree char *shown = NULL;
  gint64 number;

  if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &number, NULL))
    {
      *offset = (guint32) number;
      return TRUE;
    }
  shown = sutra_utf8_shorten (text, 40);
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_RANGE,
               "“%s” is no offset: give a number of code points from the beginning of the text, 0 or more", shown);
  return FALSE;
}

static gboolean
read_fragment (const char *text, SutraRange *range, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);

  if (g_strv_length (parts) != 2)
    {
      g_autofree char *shown = sutra_utf8_shorten (text, 40);

      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_RANGE, "“%s” is no fragment: give START:END", shown);
      return FALSE;
    }
  return read_offset (parts[0], &range->start, error) && read_offset (parts[1], &range->end, error);
}

static gboolean
find_type (Annotation *self, const char *slug, GError **error)
{
  SutraTagset *tagset = sutra_case_get_tagset (self->the_case);
  SutraEntityType *type = sutra_tagset_get_by_slug (tagset, slug);
  g_autoptr (GString) known = NULL;
  g_autofree char *shown = NULL;

  if (type != NULL)
    {
      self->spec.type = *sutra_entity_type_get_id (type);
      return TRUE;
    }
  known = g_string_new (NULL);
  shown = sutra_utf8_shorten (slug, 40);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tagset)); i++)
    {
      g_autoptr (SutraEntityType) other = g_list_model_get_item (G_LIST_MODEL (tagset), i);

      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", sutra_entity_type_get_slug (other));
    }
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "There is no type “%s”; the case has %s", shown, known->str);
  return FALSE;
}

static gboolean
read_spans (SutraCli *cli, Annotation *self, GPtrArray *fragments, GError **error)
{
  if (!read_offset (sutra_cli_argument (cli, 2), &self->spec.start, error) ||
      !read_offset (sutra_cli_argument (cli, 3), &self->spec.end, error))
    return FALSE;
  for (guint i = 0; i < fragments->len; i++)
    {
      SutraRange range;

      if (!read_fragment (fragments->pdata[i], &range, error))
        return FALSE;
      g_array_append_val (self->fragments, range);
    }
  self->spec.fragments = (const SutraRange *) (gpointer) self->fragments->data;
  self->spec.n_fragments = self->fragments->len;
  return find_type (self, sutra_cli_argument (cli, 4), error);
}

/* Whether a confirmed mention of the type covers some of the span. */
static gboolean
is_marked (Annotation *self, GError **error)
{
  g_autoptr (SutraArticle) article = sutra_case_get_article (self->the_case, &self->spec.article, error);
  SutraSpanIndex *index = article != NULL ? sutra_article_get_spans (article, error) : NULL;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SutraSpan));

  if (index == NULL || self->spec.start >= self->spec.end)
    return FALSE;
  sutra_span_index_query (index, self->spec.start, self->spec.end, spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const SutraSpan *span = &g_array_index (spans, SutraSpan, i);

      if (span->status == SUTRA_MENTION_CONFIRMED && sutra_id_equal (&span->type, &self->spec.type))
        return TRUE;
    }
  return FALSE;
}

static void
append_occurrence (GArray *specs, const SutraMentionSpec *given, const SutraOccurrence *occurrence, SutraMentionOrigin origin)
{
  SutraMentionSpec spec = *given;

  spec.start = occurrence->start;
  spec.end = occurrence->end;
  spec.stem_end = occurrence->stem_end;
  spec.origin = origin;
  g_array_append_val (specs, spec);
}

/* The occurrence whose dictionary form the given span is: then the whole inflected word is meant. */
static const SutraOccurrence *
find_given (const Annotation *self, const GArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const SutraOccurrence *occurrence = &g_array_index (found, SutraOccurrence, i);

      if (occurrence->start == self->spec.start && (occurrence->stem_end == self->spec.end || occurrence->end == self->spec.end))
        return occurrence;
    }
  return NULL;
}

/* With --all the place that was given and every other sure occurrence of the name that stands there. */
static GArray *
list_specs (Annotation *self, GError **error)
{
  GArray *specs = g_array_new (FALSE, TRUE, sizeof (SutraMentionSpec));
  g_autofree char *name = NULL;
  const char *names[3] = { NULL };
  g_autoptr (GArray) found = NULL;
  const SutraOccurrence *given;
  guint n = 0;

  if (self->all)
    name = sutra_case_guess_entity (self->the_case, &self->spec.article, self->spec.start, self->spec.end, &self->spec.type, NULL);
  /* A span that is out of range has no name: adding it says why. */
  if (name == NULL || name[0] == '\0')
    return g_array_append_val (specs, self->spec);
  names[n++] = name;
  if (self->spec.entity_label != NULL && self->spec.entity_label[0] != '\0')
    names[n++] = self->spec.entity_label;
  found = sutra_case_find_occurrences (self->the_case, &self->spec.article, names, &self->spec.type, error);
  if (found == NULL)
    {
      g_array_unref (specs);
      return NULL;
    }
  given = find_given (self, found);
  if (given != NULL)
    append_occurrence (specs, &self->spec, given, SUTRA_ORIGIN_HAND);
  else if (!is_marked (self, NULL))
    g_array_append_val (specs, self->spec);
  for (guint i = 0; i < found->len; i++)
    {
      const SutraOccurrence *occurrence = &g_array_index (found, SutraOccurrence, i);

      if (occurrence->end > self->spec.start && occurrence->start < self->spec.end)
        continue;
      if (occurrence->sure)
        append_occurrence (specs, &self->spec, occurrence, SUTRA_ORIGIN_OCCURRENCE);
      else
        self->n_unsure++;
    }
  return specs;
}

static void
annotate (SutraCli *cli, Annotation *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) specs = list_specs (self, &error);
  g_autofree SutraId *ids = specs != NULL ? g_new0 (SutraId, specs->len + 1) : NULL;
  g_autoptr (GHashTable) only = g_hash_table_new (sutra_id_hash, sutra_id_equal);

  if (specs == NULL || (specs->len > 0 && !sutra_case_add_mentions (self->the_case, (const SutraMentionSpec *) (gpointer) specs->data,
                                                                    specs->len, ids, &error)))
    {
      sutra_cli_fail (cli, &error);
      return;
    }
  for (guint i = 0; i < specs->len; i++)
    g_hash_table_add (only, &ids[i]);
  sutra_cli_print_mentions (cli, self->the_case, &self->spec.article, only);
  if (!cli->json && specs->len == 0)
    sutra_cli_print ("Every occurrence is marked already.\n");
  if (self->n_unsure > 0)
    g_printerr ("sutractl: %u less certain %s left unmarked: look at them in the window, or mark each\n", self->n_unsure,
                self->n_unsure == 1 ? "occurrence was" : "occurrences were");
}

SutraCliStatus
sutra_cli_annotate (SutraCli *cli)
{
  Annotation self = { 0 };
  g_autoptr (GPtrArray) fragments = g_ptr_array_new ();
  const SutraCliOption options[] = {
    { "--fragment", NULL, SUTRA_CLI_LIST, fragments },      { "--entity", NULL, SUTRA_CLI_VALUE, &self.spec.entity_label },
    { "--value", NULL, SUTRA_CLI_VALUE, &self.spec.value }, { "--note", NULL, SUTRA_CLI_VALUE, &self.spec.note },
    { "--all", NULL, SUTRA_CLI_FLAG, &self.all },           { NULL },
  };
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (SutraRange));
  g_autoptr (GError) error = NULL;

  if (!sutra_cli_parse (cli, options, 5, 5))
    return SUTRA_CLI_USAGE;
  if (self.all && fragments->len > 0)
    return sutra_cli_usage (cli, "--all and --fragment do not go together: the parts of a mention occur once");
  the_case = self.the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), FALSE);
  if (the_case == NULL ||
      !sutra_cli_resolve (cli, the_case, sutra_cli_argument (cli, 1), 1 << SUTRA_TABLE_ARTICLE, &self.spec.article, NULL))
    return cli->status;
  self.fragments = ranges;
  if (read_spans (cli, &self, fragments, &error))
    annotate (cli, &self);
  else
    sutra_cli_fail (cli, &error);
  return cli->status;
}
