/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-annotator.h"

#include "sutra-akshara.h"
#include "sutra-words.h"

#define MAX_QUOTE 120

/* Fills what the specs of one action have in common. *@owned_label keeps a label that had to be guessed. */
static void
choose_link (SutraCase *the_case, SutraMentionSpec *spec, const SutraId *entity, const char *label, char **owned_label)
{
  SutraEntityType *type = sutra_tagset_get (sutra_case_get_tagset (the_case), &spec->type);

  *owned_label = NULL;
  if (type == NULL || !sutra_entity_type_get_names_entities (type))
    return;
  if (entity != NULL && !sutra_id_is_null (entity))
    {
      g_autoptr (SutraEntity) object = sutra_case_get_entity (the_case, entity, NULL);

      if (object != NULL && sutra_id_equal (sutra_entity_get_type_id (object), &spec->type))
        {
          spec->entity = *entity;
          return;
        }
    }
  if (label == NULL)
    {
      SutraId guessed = SUTRA_ID_NULL;

      *owned_label = sutra_case_guess_entity (the_case, &spec->article, spec->start, spec->end, &spec->type, &guessed);
      if (!sutra_id_is_null (&guessed))
        {
          spec->entity = guessed;
          return;
        }
      label = *owned_label;
    }
  spec->entity_label = label != NULL && *label != '\0' ? label : NULL;
}

static SutraMentionSpec
first_spec (SutraArticle *article, guint start, guint end, const SutraId *type)
{
  SutraMentionSpec spec = { 0 };

  spec.article = *sutra_article_get_id (article);
  spec.start = start;
  spec.end = end;
  spec.type = *type;
  spec.status = SUTRA_MENTION_CONFIRMED;
  spec.origin = SUTRA_ORIGIN_HAND;
  return spec;
}

gboolean
sutra_annotator_mark (SutraCase *the_case,
                      SutraArticle *article,
                      guint start,
                      guint end,
                      const SutraId *type,
                      const SutraId *entity,
                      const char *label,
                      SutraId *mention,
                      GError **error)
{
  SutraMentionSpec spec = first_spec (article, start, end, type);
  g_autofree char *owned_label = NULL;

  choose_link (the_case, &spec, entity, label, &owned_label);
  return sutra_case_add_mentions (the_case, &spec, 1, mention, error);
}

gboolean
sutra_annotator_mark_all (SutraCase *the_case,
                          SutraArticle *article,
                          guint start,
                          guint end,
                          const SutraId *type,
                          const SutraId *entity,
                          const char *label,
                          GArray *occurrences,
                          guint *n_marked,
                          GError **error)
{
  SutraMentionSpec base = first_spec (article, start, end, type);
  g_autoptr (GArray) specs = g_array_new (FALSE, FALSE, sizeof (SutraMentionSpec));
  g_autoptr (GArray) open = g_array_sized_new (FALSE, FALSE, sizeof (SutraOccurrence), occurrences->len);
  g_autofree char *owned_label = NULL;

  g_array_append_vals (open, occurrences->data, occurrences->len);
  if (!sutra_case_skip_marked (the_case, sutra_article_get_id (article), type, open, error))
    return FALSE;
  choose_link (the_case, &base, entity, label, &owned_label);
  g_array_append_val (specs, base);
  for (guint i = 0; i < open->len; i++)
    {
      const SutraOccurrence *occurrence = &g_array_index (open, SutraOccurrence, i);
      SutraMentionSpec spec = base;

      /* A hit that overlaps the chosen span is the chosen span. */
      if (occurrence->start < end && occurrence->end > start)
        continue;
      spec.start = occurrence->start;
      spec.end = occurrence->end;
      spec.stem_end = occurrence->stem_end;
      spec.origin = SUTRA_ORIGIN_OCCURRENCE;
      g_array_append_val (specs, spec);
    }
  if (n_marked != NULL)
    *n_marked = specs->len;
  return sutra_case_add_mentions (the_case, (const SutraMentionSpec *) (gpointer) specs->data, specs->len, NULL, error);
}

static void
add_name (GPtrArray *names, const char *name)
{
  if (name == NULL || *name == '\0')
    return;
  for (guint i = 0; i < names->len; i++)
    if (strcmp (g_ptr_array_index (names, i), name) == 0)
      return;
  g_ptr_array_add (names, g_strdup (name));
}

char **
sutra_annotator_dup_names (SutraCase *the_case, SutraArticle *article, guint start, guint end, const SutraId *entity, const char *label)
{
  GPtrArray *names = g_ptr_array_new ();
  SutraId any = SUTRA_ID_NULL;
  SutraId ignored = SUTRA_ID_NULL;
  g_autofree char *form = sutra_case_guess_entity (the_case, sutra_article_get_id (article), start, end, &any, &ignored);

  add_name (names, form);
  add_name (names, label);
  if (entity != NULL && !sutra_id_is_null (entity))
    {
      g_autoptr (SutraEntity) object = sutra_case_get_entity (the_case, entity, NULL);

      if (object != NULL)
        {
          GPtrArray *aliases = sutra_entity_get_aliases (object);

          add_name (names, sutra_entity_get_label (object));
          for (guint i = 0; i < aliases->len; i++)
            add_name (names, ((SutraAlias *) g_ptr_array_index (aliases, i))->text);
        }
    }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

static char *
collapse (char *string)
{
  GString *result = g_string_sized_new (strlen (string));
  gboolean space = FALSE;

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (space)
        g_string_append_c (result, ' ');
      space = FALSE;
      g_string_append_unichar (result, c);
    }
  if (space)
    g_string_append_c (result, ' ');
  g_free (string);
  return g_string_free (result, FALSE);
}

/* Nothing from outside [@floor, @ceiling). */
static void
context_within (SutraText *text,
                guint start,
                guint end,
                guint around,
                gsize floor,
                gsize ceiling,
                char **before,
                char **quote,
                char **after)
{
  gsize from = MAX (floor, sutra_akshara_floor (text, start > around ? start - around : 0));
  gsize to = MIN (ceiling, sutra_akshara_ceil (text, (gsize) end + around));
  gsize quote_end = MIN (end, start + MAX_QUOTE);
  gsize word_start, word_end;

  /* A word that would be cut is left out, as long as that leaves half of the context. */
  if (sutra_words_at (text, from, &word_start, &word_end) && word_start < from && word_end + around / 2 <= start)
    from = word_end;
  if (sutra_words_at (text, to, &word_start, &word_end) && word_end > to && word_start >= end + around / 2)
    to = word_start;

  if (before != NULL)
    {
      char *line = collapse (sutra_text_slice (text, from, start));

      *before = from > floor ? g_strconcat ("…", line, NULL) : g_strdup (line);
      g_free (line);
    }
  if (quote != NULL)
    {
      quote_end = quote_end < end ? sutra_akshara_floor (text, quote_end) : end;
      *quote = collapse (sutra_text_slice (text, start, quote_end));
      if (quote_end < end)
        {
          char *cut = *quote;

          *quote = g_strconcat (cut, "…", NULL);
          g_free (cut);
        }
    }
  if (after != NULL)
    {
      char *line = collapse (sutra_text_slice (text, end, to));

      *after = to < ceiling ? g_strconcat (line, "…", NULL) : g_strdup (line);
      g_free (line);
    }
}

void
sutra_annotator_context (SutraText *text, guint start, guint end, guint around, char **before, char **quote, char **after)
{
  context_within (text, start, end, around, 0, sutra_text_get_length (text), before, quote, after);
}

void
sutra_annotator_sentence_context (SutraArticle *article, guint start, guint end, guint around, char **before, char **quote, char **after)
{
  SutraText *text = sutra_article_get_text (article, NULL);
  gsize floor, ceiling, between;

  g_return_if_fail (text != NULL);
  sutra_article_get_sentence (article, start, &floor, &between);
  sutra_article_get_sentence (article, MAX (start + 1, end) - 1, &between, &ceiling);
  context_within (text, start, end, around, MIN (floor, start), MAX (ceiling, end), before, quote, after);
}
