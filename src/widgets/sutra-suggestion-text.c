/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suggestion-text.h"

#include "sutra-edtf-value.h"
#include "sutra-type-name.h"

#include <glib/gi18n.h>
#include <string.h>

/* A date in words, a quantity as it is. */
static char *
dup_value (const SutraSuggestion *self)
{
  SutraEdtf date;

  if (self->kind == SUTRA_SUGGESTION_DATE && self->value != NULL && sutra_edtf_parse (self->value, &date, NULL))
    return sutra_edtf_format (&date, g_get_language_names ()[0], SUTRA_EDTF_FORMAT_DEFAULT);
  return g_strdup (self->value);
}

/* What the core says about how it read a date, sentence by sentence: English there, in the reader's language here. */
static const char *const known_sentences[] = {
  N_ ("EDTF counts a century from the year that ends in 00; strictly it begins a year later."),
  N_ ("Weeks are taken to begin on Sunday."),
  N_ ("The year is Gregorian, the month Bengali."),
  N_ ("Almanacs of this calendar may differ by a day."),
  N_ ("Only two digits of the year are said."),
  N_ ("The hour after midnight belongs to the next day."),
  N_ ("Only the first and the last are in the value, not those between."),
  N_ ("Taken as the fiscal year that ends in this year."),
  N_ ("The fiscal year of Bangladesh."),
  N_ ("The fiscal year of India."),
};

#define COUNTED "Counted from the published date, "

static const char *
skip_counted (const char *sentence, GString *result)
{
  const char *end = g_str_has_prefix (sentence, COUNTED) ? strchr (sentence, '.') : NULL;
  g_autofree char *value = NULL;
  g_autofree char *words = NULL;
  SutraEdtf date;

  if (end == NULL)
    return NULL;
  value = g_strndup (sentence + strlen (COUNTED), (gsize) (end - sentence) - strlen (COUNTED));
  if (!sutra_edtf_parse (value, &date, NULL))
    return NULL;
  words = sutra_edtf_format (&date, g_get_language_names ()[0], SUTRA_EDTF_FORMAT_DEFAULT);
  /* Translators: how the value of “last year” was found; %s is the date of the article */
  g_string_append_printf (result, _ ("Counted from the published date, %s."), words);
  return end + 1;
}

static const char *
skip_known (const char *sentence, GString *result)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_sentences); i++)
    if (g_str_has_prefix (sentence, known_sentences[i]))
      {
        g_string_append (result, _ (known_sentences[i]));
        return sentence + strlen (known_sentences[i]);
      }
  return skip_counted (sentence, result);
}

/* From a sentence that is not known on, it stays as it is. */
static char *
dup_explanation (const char *explanation)
{
  GString *result = g_string_new (NULL);
  const char *at = explanation;

  while (*at != '\0')
    {
      const char *next = skip_known (at, result);

      if (next == NULL)
        {
          g_string_append (result, at);
          break;
        }
      if (*next == ' ')
        {
          g_string_append_c (result, ' ');
          next++;
        }
      at = next;
    }
  return g_string_free (result, FALSE);
}

char *
sutra_suggestion_dup_meaning (const SutraSuggestion *self, SutraCase *the_case)
{
  SutraEntityType *type;
  g_autoptr (SutraEntity) entity = NULL;
  g_autofree char *type_name = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (SUTRA_IS_CASE (the_case), NULL);

  type = sutra_tagset_get (sutra_case_get_tagset (the_case), &self->type);
  type_name = type != NULL ? sutra_type_style_dup_name (type) : g_strdup ("");
  if (!sutra_id_is_null (&self->entity))
    entity = sutra_case_get_entity (the_case, &self->entity, NULL);
  what = entity != NULL ? g_strdup (sutra_entity_get_label (entity)) : dup_value (self);
  if (what == NULL || *what == '\0')
    return g_steal_pointer (&type_name);
  return g_strdup_printf (_ ("%s: %s"), type_name, what);
}

char *
sutra_suggestion_dup_reason (const SutraSuggestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->reason)
    {
    case SUTRA_REASON_KNOWN:
      return g_strdup (_ ("A known name of this case."));
    case SUTRA_REASON_DOUBTFUL:
      return g_strdup (_ ("A known name, but it is short or its ending doubtful."));
    case SUTRA_REASON_SEVERAL:
      return g_strdup (_ ("Several entities have this name: choose one of them with “Other”."));
    case SUTRA_REASON_REPEATED:
      return g_strdup (_ ("Marked elsewhere in this article."));
    case SUTRA_REASON_NEEDS_PUBLISHED:
      return g_strdup (_ ("Its value needs the article’s published date: enter it in the source data."));
    case SUTRA_REASON_NEEDS_YEAR:
      return g_strdup (_ ("Nothing says which year is meant."));
    case SUTRA_REASON_NEEDS_DAY:
      return g_strdup (_ ("Nothing says which day is meant."));
    case SUTRA_REASON_IMPOSSIBLE:
      return g_strdup (_ ("There is no such date."));
    case SUTRA_REASON_WEEKDAY:
      return g_strdup (_ ("The weekday does not fit the date."));
    case SUTRA_REASON_AMBIGUOUS:
      return g_strdup (_ ("It can be read in two ways; this is the likelier one."));
    case SUTRA_REASON_NOT_CONVERTED:
      return g_strdup (_ ("Dates of this calendar are not converted."));
    case SUTRA_REASON_NONE:
    case SUTRA_REASON_CHECK:
    default:
      return dup_explanation (self->explanation != NULL ? self->explanation : "");
    }
}

char *
sutra_suggestion_dup_tooltip (const SutraSuggestion *self, SutraCase *the_case)
{
  g_autofree char *meaning = sutra_suggestion_dup_meaning (self, the_case);
  g_autofree char *reason = sutra_suggestion_dup_reason (self);

  if (*reason == '\0')
    return g_steal_pointer (&meaning);
  return g_strdup_printf ("%s\n%s", meaning, reason);
}
