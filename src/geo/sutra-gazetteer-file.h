/* sutra-gazetteer-file.h: what places.sgaz is made of
 *
 * For this layer's own files, and for the program that writes it (data/geo/compile-places.c).
 *
 * All numbers are little-endian and aligned to four bytes. Header, then the sections in this order, each at its offset:
 *
 *   strings  NUL-terminated UTF-8. The strings of a place stand together, those of places in the order of the places: the id, then the names: Bengali, Latin, others. Regions and members come behind.
 *   places   SutraFilePlace, in the order of the ids
 *   names    for each name the offset of its string, in the order of sutra_place_key() and then of the offsets
 *   sounds   the index of phonemic keys: blocks (SUTRA_SOUND_BLOCKS), each sorted and front-coded: guint8 letters in common with the key before, guint8 n further letters, guint8 places, the further letters as
 *            numbers of sutra_phonemic_letter()
 *   hits     the places of these keys, one guint32 after the other; with SUTRA_FILE_ALTERNATE if the key is not that of a place's first Bengali or first Latin name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-gazetteer.h"

G_BEGIN_DECLS

#define SUTRA_GAZETTEER_MAGIC "SGAZ\r\n\032\n"
#define SUTRA_GAZETTEER_VERSION 1
#define SUTRA_GAZETTEER_ORDER 0x01020304u

/* The largest places first, so that what is found soon bounds the search in the many small ones: blocks 0 to 3 hold keys of Latin and other names of places with a rank of at least sutra_sound_block_rank(), block 4 those of
 * Bengali names. */
#define SUTRA_SOUND_BLOCKS 5
#define SUTRA_SOUND_BLOCK_BENGALI 4

typedef struct
{
  guint32 offset;
  guint32 n;
} SutraFileSection;

/* @n of sections: bytes, places, names, bytes, hits. */
typedef struct
{
  char magic[8];
  guint32 version;
  guint32 order;
  guint32 size;
  guint32 checksum; /* of all that follows this field */
  SutraFileSection strings;
  SutraFileSection places;
  SutraFileSection names;
  SutraFileSection sounds;
  SutraFileSection hits;
  SutraFileSection blocks[SUTRA_SOUND_BLOCKS]; /* offset in the sounds; number of keys */
  guint32 first_hits[SUTRA_SOUND_BLOCKS];
} SutraFileHeader;

/**
 * SutraFilePlace:
 * @strings: where its id stands; names behind it
 * @region, @members: offsets, 0 for none (the string at 0 is empty)
 * @latitude, @longitude: millionths of a degree
 * @population: in thousands if @kind has SUTRA_FILE_THOUSANDS
 * @rank: how likely a name means this place rather than another: sutra_place_rank()
 */
typedef struct
{
  guint32 strings;
  guint32 region;
  guint32 members;
  gint32 latitude;
  gint32 longitude;
  guint32 population;
  char country[3]; /* with its NUL */
  guint8 kind;     /* and SUTRA_FILE_THOUSANDS */
  guint8 n_bengali;
  guint8 n_latin;
  guint8 n_other;
  guint8 rank;
} SutraFilePlace;

#define SUTRA_FILE_THOUSANDS 0x80
#define SUTRA_FILE_ALTERNATE 0x80000000u

/* 25 to a power of ten of people; areas and capitals have more than their people give them, so that a country stands before the towns of its name. */
#define SUTRA_RANK_UNIT 25.0
guint8 sutra_place_rank (SutraPlaceKind kind, gint64 population);
/* The least rank of places in a block of Latin names. */
guint8 sutra_sound_block_rank (guint block);

/* A file that is open; its sections. */
struct _SutraGazetteer
{
  gint ref_count;
  GMappedFile *mapped;
  const char *strings;
  gsize n_strings;
  const SutraFilePlace *places;
  guint n_places;
  const guint32 *names;
  guint n_names;
  const guint8 *sounds;
  gsize n_sounds;
  const guint32 *hits;
  guint n_hits;
  const SutraFileHeader *header;
};

/* Sets the sections after all checks: nothing that is read later can lie outside of the file. DAMAGED. @data must be aligned to four bytes and stay. */
gboolean sutra_gazetteer_file_open (SutraGazetteer *self, gconstpointer data, gsize n, const char *path, GError **error);

/* The string at @offset; "" beyond the end. */
const char *sutra_gazetteer_file_string (const SutraGazetteer *self, gsize offset);
/* One of the names in the order of their keys. */
const char *sutra_gazetteer_file_name (const SutraGazetteer *self, guint i);
/* The first name of a place, or with @name that string the next one; the caller counts them. */
const char *sutra_gazetteer_file_next (const SutraGazetteer *self, const char *name);
const char *sutra_gazetteer_file_first_name (const SutraGazetteer *self, guint place);
guint sutra_gazetteer_file_n_names (const SutraGazetteer *self, guint place);
/* Whether a name has Bengali letters: its phonemic key is in block SUTRA_SOUND_BLOCK_BENGALI. */
gboolean sutra_gazetteer_file_is_bengali (const char *name);
/* The place of the name at @offset of the strings. */
guint sutra_gazetteer_file_place_of (const SutraGazetteer *self, guint32 offset);

G_END_DECLS
