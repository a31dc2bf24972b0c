/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-occurrences.h"

#include "sutra-name-index.h"

GArray *
sutra_occurrences_find (SutraText *text, const char *const *names, GCancellable *cancellable, GError **error)
{
  g_autoptr (SutraNameIndex) index = NULL;

  g_return_val_if_fail (text != NULL && names != NULL, NULL);

  index = sutra_name_index_new (names, g_strv_length ((char **) names));
  return sutra_name_index_find (index, text, cancellable, error);
}
