/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suggestion.h"

static const char *const kind_names[] = { "date", "number", "place", "name", "check" };

const char *
sutra_suggestion_kind_to_string (SutraSuggestionKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

int
sutra_suggestion_kind_from_string (const char *string)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (string, kind_names[i]) == 0)
      return i;
  return -1;
}

void
sutra_suggestion_free (SutraSuggestion *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->value);
  g_free (self->explanation);
  g_free (self);
}
