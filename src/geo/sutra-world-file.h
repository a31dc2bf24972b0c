/* sutra-world-file.h: the file behind SutraWorld
 *
 * All numbers are little-endian.
 *
 *   8 bytes   "SutraGeo"
 *   4 × u32   byte order 0x01020304, version 1, size of the file, number of sections
 *   sections  u8 levels (bits 1 << SutraWorldLevel), u8 SutraWorldKind, u16 0, u32 shapes, u32 rings or lines, u32 points once decoded, u32 offset, u32 size
 *   contents  of the sections, in their order, without gaps
 *   u32       CRC-32 of all before it
 *
 * A section's content is its shapes one after the other. Numbers are varints (seven bits a byte, low ones first, the top bit set in all but the last). A coordinate is a
 * zigzag varint: the difference, on a grid of 2^22 cells to the width of the world, to the same coordinate of the section's point before.
 *
 *   a line    its number of points (at least 2), the points
 *   a polygon of LAND two letters or two zero bytes; then its number of rings, and of each:
 *             0, its number of points (at least 3) and the points, the closing one left out; or
 *             a number of lines and of each its index among the coasts and then the borders of the same levels, doubled, plus 1 if the ring takes it backwards
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-world.h"

G_BEGIN_DECLS

#define SUTRA_WORLD_BITS 22
#define SUTRA_WORLD_N_LEVELS 3
#define SUTRA_WORLD_N_KINDS 7
#define SUTRA_WORLD_MAX_SECTIONS (SUTRA_WORLD_N_LEVELS * SUTRA_WORLD_N_KINDS)

/**
 * SutraWorldSection:
 * @coast, @border: (nullable) the sections that rings of land refer to
 */
typedef struct _SutraWorldSection SutraWorldSection;
struct _SutraWorldSection
{
  guint levels;
  SutraWorldKind kind;
  guint32 n_shapes, n_parts, n_points;
  const guint8 *data;
  gsize size;
  const SutraWorldSection *coast, *border;
};

typedef struct
{
  GBytes *bytes;
  guint n_sections;
  SutraWorldSection sections[SUTRA_WORLD_MAX_SECTIONS];
} SutraWorldFile;

/* Reads header and section table of @bytes, which it keeps, and checks every count, every offset and the checksum, but not what is in the sections. @name is for the message. DAMAGED. */
gboolean sutra_world_file_init (SutraWorldFile *self, GBytes *bytes, const char *name, GError **error);
void sutra_world_file_clear (SutraWorldFile *self);

/* A decoded section. */
typedef struct
{
  SutraWorldShape *shapes;
  guint n_shapes;
  SutraWorldPoint *points;
  guint *ring_ends;
} SutraWorldLayer;

/* @coast and @border (nullable): the layers of the sections of that name of @section. NULL if the content is malformed in any way. */
SutraWorldLayer *sutra_world_layer_new (const SutraWorldSection *section, const SutraWorldLayer *coast, const SutraWorldLayer *border);
void sutra_world_layer_free (SutraWorldLayer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraWorldLayer, sutra_world_layer_free)

G_END_DECLS
