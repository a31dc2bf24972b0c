/* fuzz-world.c: a file of map data; its size and checksum are made to fit, so that what is behind them is reached
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-crc.h"
#include "sutra-error.h"
#include "sutra-world.h"

#include <string.h>

#define N_LEVELS 3
#define N_KINDS 7
#define SIZE_AT 16
#define TABLE_AT 24
#define ENTRY_SIZE 24

static void
write_u32 (guint8 *to, guint32 value)
{
  value = GUINT32_TO_LE (value);
  memcpy (to, &value, sizeof value);
}

static guint32
read_u32 (const guint8 *from)
{
  guint32 value;

  memcpy (&value, from, sizeof value);
  return GUINT32_FROM_LE (value);
}

/* Lets the sections lie one behind the other, the last one up to the checksum. */
static void
fit_table (guint8 *data, gsize size)
{
  gsize n = MIN (read_u32 (data + TABLE_AT - 4), (size - TABLE_AT - 4) / ENTRY_SIZE);
  gsize offset = TABLE_AT + n * ENTRY_SIZE;

  for (gsize i = 0; i < n; i++)
    {
      guint8 *entry = data + TABLE_AT + i * ENTRY_SIZE;
      gsize length = i + 1 < n ? MIN (read_u32 (entry + 20), size - 4 - offset) : size - 4 - offset;

      write_u32 (entry + 16, (guint32) offset);
      write_u32 (entry + 20, (guint32) length);
      offset += length;
    }
}

static void
check_shape (const SutraWorldShape *shape)
{
  guint start = 0;

  g_assert_true (shape->west >= 0 && shape->west <= shape->east && shape->east <= 1);
  g_assert_true (shape->north >= 0 && shape->north <= shape->south && shape->south <= 1);
  for (guint i = 0; i < shape->n_points; i++)
    g_assert_true (shape->points[i].x >= shape->west && shape->points[i].x <= shape->east && shape->points[i].y >= shape->north &&
                   shape->points[i].y <= shape->south);
  for (guint ring = 0; ring < shape->n_rings; start = shape->ring_ends[ring++])
    {
      g_assert_cmpuint (shape->ring_ends[ring], >=, start + 4);
      g_assert_cmpmem (&shape->points[start], sizeof (SutraWorldPoint), &shape->points[shape->ring_ends[ring] - 1],
                       sizeof (SutraWorldPoint));
    }
  g_assert_true (shape->n_rings == 0 || start == shape->n_points);
}

static void
check_world (SutraWorld *world)
{
  SutraPoint point = { 23.7104, 90.4074 };
  SutraBox box;

  for (guint level = 0; level < N_LEVELS; level++)
    for (guint kind = 0; kind < N_KINDS; kind++)
      {
        guint n;
        const SutraWorldShape *shapes = sutra_world_get_shapes (world, level, kind, &n);

        for (guint i = 0; i < n; i++)
          check_shape (&shapes[i]);
      }
  sutra_world_find_country (world, &point);
  sutra_world_get_countries_box (world, "AA BB", &box);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree guint8 *fitted = g_memdup2 (data, size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraWorld) world = NULL;

  if (size >= TABLE_AT + 4)
    {
      fit_table (fitted, size);
      write_u32 (fitted + SIZE_AT, (guint32) size);
      write_u32 (fitted + size - 4, sutra_crc32 (fitted, size - 4));
    }
  bytes = g_bytes_new (fitted, size);
  world = sutra_world_load_bytes (bytes, "fuzz", &error);
  if (world != NULL)
    check_world (world);
  else
    g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED);
  return 0;
}
