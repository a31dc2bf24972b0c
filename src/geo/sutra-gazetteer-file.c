/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-gazetteer-file.h"

#include "sutra-crc.h"
#include "sutra-error.h"
#include "sutra-phonemic-key.h"

#include <math.h>
#include <string.h>

#define MILLIONTHS 1000000
#define BEHIND_CHECKSUM G_STRUCT_OFFSET (SutraFileHeader, strings)

/* Size */

guint8
sutra_place_rank (SutraPlaceKind kind, gint64 population)
{
  double people = log10 ((double) MAX (population, 0) + 10);

  switch (kind)
    {
    case SUTRA_PLACE_CONTINENT:
    case SUTRA_PLACE_MACROREGION:
    case SUTRA_PLACE_COUNTRY:
      people = 9.5;
      break;
    case SUTRA_PLACE_CAPITAL:
      people = MAX (people, 5.5) + 0.7;
      break;
    case SUTRA_PLACE_REGION:
      people = 4.8;
      break;
    case SUTRA_PLACE_DISTRICT:
      people = 4.4;
      break;
    case SUTRA_PLACE_WATER:
      people = 5.2;
      break;
    case SUTRA_PLACE_FEATURE:
      people = MAX (people, 3.5);
      break;
    case SUTRA_PLACE_CITY:
    case SUTRA_PLACE_TOWN:
    default:
      break;
    }
  return (guint8) CLAMP (lround (people * SUTRA_RANK_UNIT), 0, 255);
}

guint8
sutra_sound_block_rank (guint block)
{
  static const guint8 least[] = { 150, 125, 105, 0, 0 };

  g_return_val_if_fail (block < G_N_ELEMENTS (least), 0);

  return least[block];
}

/* Checks */

static gboolean
is_section_inside (const SutraFileSection *section, gsize unit, gsize size)
{
  return section->offset % 4 == 0 && section->offset <= size && section->n <= (size - section->offset) / unit;
}

/* Valid UTF-8 with NULs in it, and one at both ends. */
static gboolean
are_strings_valid (const char *strings, gsize n)
{
  const char *p = strings, *end = strings + n;

  if (n == 0 || strings[0] != '\0' || strings[n - 1] != '\0')
    return FALSE;
  while (p < end)
    {
      guint64 eight;

      if (end - p >= 8)
        {
          memcpy (&eight, p, 8);
          if ((eight & G_GUINT64_CONSTANT (0x8080808080808080)) == 0)
            {
              p += 8;
              continue;
            }
        }
      if ((guchar) *p < 0x80)
        {
          p++;
          continue;
        }
      /* What is not ASCII goes up to the next NUL at the latest. */
      if (g_utf8_get_char_validated (p, end - p) >= (gunichar) -2)
        return FALSE;
      p = g_utf8_next_char (p);
    }
  return TRUE;
}

static gboolean
is_country_valid (const char *country)
{
  return (country[0] == '\0' || (g_ascii_isupper (country[0]) && g_ascii_isupper (country[1]))) && country[2] == '\0';
}

/* Whether a string begins at @offset: none is read from its middle. */
static gboolean
is_start (const SutraGazetteer *self, guint32 offset)
{
  return offset < self->n_strings && (offset == 0 || self->strings[offset - 1] == '\0');
}

static gboolean
are_places_valid (const SutraGazetteer *self)
{
  guint32 last = 0;

  for (guint i = 0; i < self->n_places; i++)
    {
      const SutraFilePlace *place = &self->places[i];

      if (place->strings <= last || !is_start (self, place->strings) || !is_start (self, place->region) ||
          !is_start (self, place->members) || (place->kind & ~SUTRA_FILE_THOUSANDS) > SUTRA_PLACE_FEATURE ||
          !is_country_valid (place->country) || place->n_latin == 0)
        return FALSE;
      if (ABS ((gint64) place->latitude) > 90 * MILLIONTHS || ABS ((gint64) place->longitude) > 180 * MILLIONTHS)
        return FALSE;
      last = place->strings;
    }
  return TRUE;
}

static gboolean
are_below (const guint32 *numbers, guint n, guint32 mask, gsize limit)
{
  guint32 most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, numbers[i] & mask);
  return n == 0 || most < limit;
}

/* One block of keys; returns how many hits it has, G_MAXSIZE if it is wrong. */
static gsize
count_hits (const SutraGazetteer *self, const SutraFileSection *block)
{
  const guint8 *p, *end = self->sounds + self->n_sounds;
  gsize length = 0, n_hits = 0;

  if (block->offset > self->n_sounds)
    return G_MAXSIZE;
  p = self->sounds + block->offset;
  for (guint i = 0; i < block->n; i++)
    {
      guint8 most = 0;

      if (end - p < 3 || p[0] > length || p[0] + p[1] > SUTRA_PHONEMIC_MAX || end - p - 3 < p[1])
        return G_MAXSIZE;
      for (guint k = 0; k < p[1]; k++)
        most = MAX (most, p[3 + k]);
      if (most >= SUTRA_PHONEMIC_LETTERS)
        return G_MAXSIZE;
      length = p[0] + p[1];
      n_hits += p[2];
      p += 3 + p[1];
    }
  return n_hits;
}

static gboolean
are_sounds_valid (const SutraGazetteer *self)
{
  for (guint i = 0; i < SUTRA_SOUND_BLOCKS; i++)
    {
      gsize n = count_hits (self, &self->header->blocks[i]);

      if (self->header->first_hits[i] > self->n_hits || n > self->n_hits - self->header->first_hits[i])
        return FALSE;
    }
  return are_below (self->hits, self->n_hits, ~SUTRA_FILE_ALTERNATE, self->n_places);
}

static gboolean
fail (const char *path, const char *what, GError **error)
{
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "The list of places %s is damaged (%s): install the program again.", path, what);
  return FALSE;
}

gboolean
sutra_gazetteer_file_open (SutraGazetteer *self, gconstpointer data, gsize n, const char *path, GError **error)
{
  const SutraFileHeader *header = data;

  if (n < sizeof (SutraFileHeader) || memcmp (header->magic, SUTRA_GAZETTEER_MAGIC, sizeof header->magic) != 0)
    return fail (path, "it is no such list", error);
  if (header->order != SUTRA_GAZETTEER_ORDER || header->version != SUTRA_GAZETTEER_VERSION)
    return fail (path, "it was made for another version or machine", error);
  if (header->size != n)
    return fail (path, "its size is wrong", error);
  if (header->checksum != sutra_crc32 ((const guint8 *) data + BEHIND_CHECKSUM, n - BEHIND_CHECKSUM))
    return fail (path, "its checksum is wrong", error);
  if (!is_section_inside (&header->strings, 1, n) || !is_section_inside (&header->places, sizeof (SutraFilePlace), n) ||
      !is_section_inside (&header->names, 4, n) || !is_section_inside (&header->sounds, 1, n) || !is_section_inside (&header->hits, 4, n))
    return fail (path, "a part lies outside of it", error);
  self->header = header;
  self->strings = (const char *) data + header->strings.offset;
  self->n_strings = header->strings.n;
  self->places = (gconstpointer) ((const char *) data + header->places.offset);
  self->n_places = header->places.n;
  self->names = (gconstpointer) ((const char *) data + header->names.offset);
  self->n_names = header->names.n;
  self->sounds = (const guint8 *) data + header->sounds.offset;
  self->n_sounds = header->sounds.n;
  self->hits = (gconstpointer) ((const char *) data + header->hits.offset);
  self->n_hits = header->hits.n;
  if (!are_strings_valid (self->strings, self->n_strings) || !are_places_valid (self) ||
      !are_below (self->names, self->n_names, G_MAXUINT32, self->n_strings) || (self->n_names > 0 && self->n_places == 0) ||
      !are_sounds_valid (self))
    return fail (path, "its parts do not fit together", error);
  return TRUE;
}

/* Strings */

const char *
sutra_gazetteer_file_string (const SutraGazetteer *self, gsize offset)
{
  return offset < self->n_strings ? self->strings + offset : "";
}

const char *
sutra_gazetteer_file_name (const SutraGazetteer *self, guint i)
{
  return is_start (self, self->names[i]) ? self->strings + self->names[i] : "";
}

const char *
sutra_gazetteer_file_next (const SutraGazetteer *self, const char *name)
{
  return sutra_gazetteer_file_string (self, (gsize) (name - self->strings) + strlen (name) + 1);
}

const char *
sutra_gazetteer_file_first_name (const SutraGazetteer *self, guint place)
{
  return sutra_gazetteer_file_next (self, self->strings + self->places[place].strings);
}

guint
sutra_gazetteer_file_n_names (const SutraGazetteer *self, guint place)
{
  return (guint) self->places[place].n_bengali + self->places[place].n_latin + self->places[place].n_other;
}

guint
sutra_gazetteer_file_place_of (const SutraGazetteer *self, guint32 offset)
{
  guint low = 0, high = self->n_places;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (self->places[middle].strings <= offset)
        low = middle;
      else
        high = middle;
    }
  return low;
}

gboolean
sutra_gazetteer_file_is_bengali (const char *name)
{
  for (; *name != '\0'; name = g_utf8_next_char (name))
    if (g_utf8_get_char (name) >= 0x0980 && g_utf8_get_char (name) <= 0x09ff)
      return TRUE;
  return FALSE;
}
