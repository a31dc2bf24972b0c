/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suffix-name.h"

#include <glib/gi18n.h>

const char *
sutra_suffix_name (SutraSuffixKind kind)
{
  switch (kind)
    {
    case SUTRA_SUFFIX_GENITIVE:
      return _ ("genitive");
    case SUTRA_SUFFIX_LOCATIVE:
      return _ ("locative");
    case SUTRA_SUFFIX_OBJECT:
      /* Translators: the grammatical case of the object */
      return _ ("object");
    case SUTRA_SUFFIX_PLURAL:
      return _ ("plural");
    case SUTRA_SUFFIX_CLASSIFIER:
      return _ ("classifier");
    case SUTRA_SUFFIX_ORDINAL:
      return _ ("ordinal");
    case SUTRA_SUFFIX_ATTACHED:
      return _ ("attached word");
    case SUTRA_SUFFIX_DERIVED:
      return _ ("derived word");
    case SUTRA_SUFFIX_PARTICLE:
      return _ ("particle");
    case SUTRA_SUFFIX_POSSESSIVE:
      return _ ("possessive");
    default:
      g_return_val_if_reached ("");
    }
}

char *
sutra_suffix_name_explain (const char *word, guint stem_end)
{
  g_autoptr (GArray) stems = NULL;

  g_return_val_if_fail (word != NULL, NULL);

  stems = sutra_inflection_stems (word);
  for (guint i = 0; i < stems->len; i++)
    {
      const SutraStem *stem = &g_array_index (stems, SutraStem, i);
      GString *string;

      if (stem->stem_end != stem_end || stem->n_parts == 0)
        continue;
      string = g_string_new (stem->base);
      for (guint k = 0; k < stem->n_parts; k++)
        g_string_append_printf (string, " + %s (%s)", stem->parts[k].text, sutra_suffix_name (stem->parts[k].kind));
      return g_string_free (string, FALSE);
    }
  return NULL;
}
