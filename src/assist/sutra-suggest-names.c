/* Names: those of the case, and those that were marked in the article itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suggest-rules.h"

#include "sutra-occurrences.h"

static char *
explain_known (const char *name, const SutraNameOwner *owner, gboolean sure)
{
  const char *doubt = sure ? "" : ", but the name is short or its ending doubtful";

  if (owner->alias)
    return g_strdup_printf ("“%s” is a known name of “%s” (%s)%s.", name, owner->label, owner->slug, doubt);
  return g_strdup_printf ("“%s” is a known %s%s.", name, owner->slug, doubt);
}

static char *
explain_several (const char *name, const SutraNameOwner *owners, guint n)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n && i < 5; i++)
    g_string_append_printf (list, "%s“%s” (%s)", i > 0 ? ", " : "", owners[i].label, owners[i].slug);
  return g_strdup_printf ("“%s” is the name of %u entities: %s%s.", name, n, list->str, n > 5 ? " …" : "");
}

static SutraSuggestion *
suggest_known (const SutraSuggestInput *input, const SutraOccurrence *occurrence)
{
  SutraSuggestion *suggestion = sutra_suggestion_new (&input->article, input->text, SUTRA_SUGGESTION_NAME, occurrence->start,
                                                      occurrence->end, occurrence->stem_end, NULL);
  const SutraNameOwner *owners;
  guint n_owners;
  const char *name = sutra_known_names_get (input->names, occurrence->name, &owners, &n_owners);

  suggestion->type = owners[0].type;
  suggestion->sure = occurrence->sure && n_owners == 1;
  if (n_owners > 1)
    {
      suggestion->reason = SUTRA_REASON_SEVERAL;
      suggestion->explanation = explain_several (name, owners, n_owners);
      return suggestion;
    }
  suggestion->entity = owners[0].entity;
  suggestion->reason = suggestion->sure ? SUTRA_REASON_KNOWN : SUTRA_REASON_DOUBTFUL;
  suggestion->explanation = explain_known (name, &owners[0], suggestion->sure);
  return suggestion;
}

static SutraSuggestion *
suggest_repeated (const SutraSuggestInput *input, const SutraOccurrence *occurrence)
{
  SutraSuggestion *suggestion = sutra_suggestion_new (&input->article, input->text, SUTRA_SUGGESTION_NAME, occurrence->start,
                                                      occurrence->end, occurrence->stem_end, NULL);

  suggestion->type = g_array_index (input->repeated_types, SutraId, occurrence->name);
  suggestion->sure = occurrence->sure;
  suggestion->reason = SUTRA_REASON_REPEATED;
  suggestion->explanation = g_strdup_printf ("“%s” is marked in this article as %s without an entity%s.",
                                             (const char *) g_ptr_array_index (input->repeated, occurrence->name),
                                             (const char *) g_ptr_array_index (input->repeated_slugs, occurrence->name),
                                             occurrence->sure ? "" : ", but the name is short or its ending doubtful");
  return suggestion;
}

/* Takes both lists (each by start, without overlaps of its own) together: where two overlap the longer one is meant, a known name if they are as long. */
static void
merge (const SutraSuggestInput *input, GArray *known, GArray *repeated, GPtrArray *result)
{
  guint i = 0, k = 0;

  while (i < known->len || k < repeated->len)
    {
      const SutraOccurrence *a = i < known->len ? &g_array_index (known, SutraOccurrence, i) : NULL;
      const SutraOccurrence *b = k < repeated->len ? &g_array_index (repeated, SutraOccurrence, k) : NULL;

      if (a != NULL && b != NULL && a->start < b->end && b->start < a->end)
        {
          if (b->end - b->start > a->end - a->start)
            i++;
          else
            k++;
        }
      else if (b == NULL || (a != NULL && a->start < b->start))
        g_ptr_array_add (result, suggest_known (input, &g_array_index (known, SutraOccurrence, i++)));
      else
        g_ptr_array_add (result, suggest_repeated (input, &g_array_index (repeated, SutraOccurrence, k++)));
    }
}

gboolean
sutra_suggest_names (const SutraSuggestInput *input, GPtrArray *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) known = sutra_known_names_find (input->names, input->text, cancellable, error);
  g_autoptr (GArray) repeated = NULL;

  if (known == NULL)
    return FALSE;
  if (input->repeated->len > 0)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new ();

      for (guint i = 0; i < input->repeated->len; i++)
        g_ptr_array_add (names, input->repeated->pdata[i]);
      g_ptr_array_add (names, NULL);
      repeated = sutra_occurrences_find (input->text, (const char *const *) names->pdata, cancellable, error);
      if (repeated == NULL)
        return FALSE;
    }
  else
    repeated = g_array_new (FALSE, FALSE, sizeof (SutraOccurrence));
  merge (input, known, repeated, result);
  return TRUE;
}
