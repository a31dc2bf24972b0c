/* fuzz-gazetteer.c: a damaged list of places, and a query
 *
 * The input is a list, as long as its header says, and behind it the query. Its checksum is made right: what it protects from must be safe without it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-crc.h"
#include "sutra-gazetteer-file.h"

#include <string.h>

#define BEHIND_CHECKSUM G_STRUCT_OFFSET (SutraFileHeader, strings)

static void
check_places (SutraGazetteer *self)
{
  for (guint i = 0; i < sutra_gazetteer_get_size (self); i++)
    {
      SutraPlace place, again;
      const char **names;

      sutra_gazetteer_get_place (self, i, &place);
      g_assert_true (g_utf8_validate (place.id, -1, NULL) && g_utf8_validate (place.name_latin, -1, NULL));
      g_assert_true (place.name == NULL || g_utf8_validate (place.name, -1, NULL));
      g_assert_true (sutra_point_is_valid (&place.point));
      g_assert_nonnull (sutra_place_kind_to_string (place.kind));
      sutra_gazetteer_find_id (self, place.id, &again);
      names = sutra_gazetteer_dup_names (self, place.id);
      g_free (names);
    }
}

static void
check_look_up (SutraGazetteer *self, const char *query)
{
  static const SutraPlaceQuery queries[] = { { .limit = 3 },
                                             { .stages = 1 << SUTRA_STAGE_ROMANISED, .near = "BD IN" },
                                             { .country = "BD", .stages = ~0u } };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) found = sutra_gazetteer_look_up (self, query, &queries[i]);

      g_assert_cmpuint (found->len, <=, queries[i].limit != 0 ? queries[i].limit : 20);
      for (guint k = 0; k < found->len; k++)
        {
          const SutraCandidate *candidate = found->pdata[k];
          g_autofree char *why = sutra_candidate_dup_why (candidate);

          g_assert_true (candidate->score >= 0 && candidate->score <= 1);
          g_assert_cmpuint (candidate->stem_end, <=, g_utf8_strlen (query, -1));
          g_assert_true (g_utf8_validate (why, -1, NULL));
        }
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree guint8 *bytes = g_memdup2 (data, size);
  SutraFileHeader *header = (gpointer) bytes;
  g_autoptr (SutraGazetteer) self = NULL;
  g_autofree char *query = NULL, *valid = NULL;
  gsize n;

  if (size < sizeof (SutraFileHeader))
    return 0;
  n = header->size >= sizeof (SutraFileHeader) && header->size <= size ? header->size : size;
  header->size = (guint32) n;
  header->checksum = sutra_crc32 (bytes + BEHIND_CHECKSUM, n - BEHIND_CHECKSUM);
  query = g_strndup ((const char *) bytes + n, size - n);
  valid = g_utf8_make_valid (query, -1);
  self = g_new0 (SutraGazetteer, 1);
  self->ref_count = 1;
  if (!sutra_gazetteer_file_open (self, bytes, n, "fuzz", NULL))
    return 0;
  check_places (self);
  check_look_up (self, valid);
  return 0;
}
