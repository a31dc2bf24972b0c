/* Findings about the text: shown in the same list, but not to be marked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suggest-rules.h"

#include "sutra-text-check.h"

gboolean
sutra_suggest_checks (const SutraSuggestInput *input, GPtrArray *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) findings = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  findings = sutra_text_check (input->text);
  for (guint i = 0; i < findings->len; i++)
    {
      const SutraTextFinding *finding = &g_array_index (findings, SutraTextFinding, i);
      SutraSuggestion *suggestion = sutra_suggestion_new (&input->article, input->text, SUTRA_SUGGESTION_CHECK, finding->start,
                                                          finding->end, finding->end, finding->meant);

      suggestion->explanation = g_strdup (finding->explanation);
      suggestion->reason = SUTRA_REASON_CHECK;
      suggestion->sure = FALSE;
      g_ptr_array_add (result, suggestion);
    }
  return TRUE;
}
