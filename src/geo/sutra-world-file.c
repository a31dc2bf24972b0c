/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-world-file.h"

#include "sutra-crc.h"
#include "sutra-error.h"

#include <string.h>

#define MAGIC "SutraGeo"
#define BYTE_ORDER_MARK 0x01020304u
#define VERSION 1u
#define HEADER_SIZE 24
#define ENTRY_SIZE 24
#define CRC_SIZE 4

static guint32
read_u32 (const guint8 *data)
{
  return (guint32) data[0] | (guint32) data[1] << 8 | (guint32) data[2] << 16 | (guint32) data[3] << 24;
}

/* What is wrong with the header, or NULL. */
static const char *
check_header (const guint8 *data, gsize size)
{
  if (size < HEADER_SIZE + CRC_SIZE)
    return "it is too short";
  if (memcmp (data, MAGIC, strlen (MAGIC)) != 0)
    return "it does not begin as map data do";
  if (read_u32 (data + 8) != BYTE_ORDER_MARK)
    return "its byte order is wrong";
  if (read_u32 (data + 12) != VERSION)
    return "it is of another version";
  if (read_u32 (data + 16) != size)
    return "its size is not what its header says";
  if (read_u32 (data + 20) > SUTRA_WORLD_MAX_SECTIONS)
    return "it has too many sections";
  if (HEADER_SIZE + ENTRY_SIZE * (gsize) read_u32 (data + 20) + CRC_SIZE > size)
    return "its table of sections is cut off";
  if (sutra_crc32 (data, size - CRC_SIZE) != read_u32 (data + size - CRC_SIZE))
    return "its checksum is wrong";
  return NULL;
}

static const SutraWorldSection *
find_section (const SutraWorldFile *self, guint levels, SutraWorldKind kind)
{
  for (guint i = 0; i < self->n_sections; i++)
    if (self->sections[i].levels == levels && self->sections[i].kind == kind)
      return &self->sections[i];
  return NULL;
}

/* No section can hold more than its bytes allow: at least two for a point and one for a ring; of land, what its lines hold, each taken by at most two rings. */
static gboolean
counts_fit (const SutraWorldSection *section)
{
  guint64 points = section->size / 2 + section->n_parts;

  if (section->coast != NULL)
    points += 2 * (guint64) section->coast->n_points;
  if (section->border != NULL)
    points += 2 * (guint64) section->border->n_points;
  return section->n_shapes <= section->n_parts && section->n_parts <= section->size && section->n_points <= points;
}

static const char *
read_section (SutraWorldFile *self, const guint8 *entry, const guint8 *data, gsize offset, gsize end)
{
  SutraWorldSection *section = &self->sections[self->n_sections];

  section->levels = entry[0];
  section->kind = entry[1];
  section->n_shapes = read_u32 (entry + 4);
  section->n_parts = read_u32 (entry + 8);
  section->n_points = read_u32 (entry + 12);
  section->size = read_u32 (entry + 20);
  section->data = data + offset;
  if (section->levels == 0 || section->levels >= 1 << SUTRA_WORLD_N_LEVELS || entry[1] >= SUTRA_WORLD_N_KINDS || entry[2] != 0 ||
      entry[3] != 0)
    return "a section is of an unknown kind";
  if (read_u32 (entry + 16) != offset || section->size > end - offset)
    return "a section is not where it should be";
  for (guint i = 0; i < self->n_sections; i++)
    if (self->sections[i].kind == section->kind && (self->sections[i].levels & section->levels) != 0)
      return "two sections are of the same kind and level";
  if (section->kind == SUTRA_WORLD_LAND)
    {
      section->coast = find_section (self, section->levels, SUTRA_WORLD_COAST);
      section->border = find_section (self, section->levels, SUTRA_WORLD_BORDER);
    }
  if (!counts_fit (section))
    return "a section holds less than its counts say";
  self->n_sections++;
  return NULL;
}

static const char *
read_sections (SutraWorldFile *self, const guint8 *data, gsize size)
{
  guint n = read_u32 (data + 20);
  gsize offset = HEADER_SIZE + (gsize) n * ENTRY_SIZE, end = size - CRC_SIZE;
  const char *wrong = NULL;

  for (guint i = 0; i < n && wrong == NULL; i++)
    {
      wrong = read_section (self, data + HEADER_SIZE + i * ENTRY_SIZE, data, offset, end);
      if (wrong == NULL)
        offset += self->sections[i].size;
    }
  return wrong == NULL && offset != end ? "it has bytes that belong to no section" : wrong;
}

gboolean
sutra_world_file_init (SutraWorldFile *self, GBytes *bytes, const char *name, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const char *wrong;

  *self = (SutraWorldFile){ 0 };
  wrong = check_header (data, size);
  if (wrong == NULL)
    wrong = read_sections (self, data, size);
  if (wrong != NULL)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED, "The map data in “%s” are damaged (%s): install the program again.", name,
                   wrong);
      return FALSE;
    }
  self->bytes = g_bytes_ref (bytes);
  return TRUE;
}

void
sutra_world_file_clear (SutraWorldFile *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
}
