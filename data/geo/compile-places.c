/* compile-places.c: makes places.sgaz of the table of places
 *
 *   compile-places places.tsv places.sgaz
 *
 * The table: id, kind, country, region, latitude, longitude, population, members, bn, latin, other, with a heading; several names of a place are parted by |. The same table gives the same bytes. A row that
 * cannot be right ends it: what the program ships is whole or not there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-crc.h"
#include "sutra-gazetteer-file.h"
#include "sutra-phonemic-key.h"
#include "sutra-place-key.h"

#include <gio/gio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define HEADING "id\tkind\tcountry\tregion\tlatitude\tlongitude\tpopulation\tmembers\tbn\tlatin\tother"
#define MOST_NAMES 255

enum
{
  ID,
  KIND,
  COUNTRY,
  REGION,
  LATITUDE,
  LONGITUDE,
  POPULATION,
  MEMBERS,
  BENGALI,
  LATIN,
  OTHER,
  N_COLUMNS
};

typedef struct
{
  char *key; /* sutra_place_key() */
  guint32 offset;
} Name;

typedef struct
{
  guint8 block;
  guint8 n;
  guint8 letters[SUTRA_PHONEMIC_MAX];
  guint32 place;
  gboolean alternate;
} Sound;

typedef struct
{
  GString *strings;
  GHashTable *shared; /* string → offset */
  GArray *places;
  GArray *names;
  GArray *sounds;
} Compiler;

static guint32
put_string (Compiler *self, const char *string)
{
  guint32 offset = (guint32) self->strings->len;

  g_string_append_len (self->strings, string, (gssize) strlen (string) + 1);
  return offset;
}

/* A string that several places have. */
static guint32
share_string (Compiler *self, const char *string)
{
  gpointer offset;

  if (string[0] == '\0')
    return 0;
  if (!g_hash_table_lookup_extended (self->shared, string, NULL, &offset))
    {
      offset = GUINT_TO_POINTER (put_string (self, string));
      g_hash_table_insert (self->shared, g_strdup (string), offset);
    }
  return GPOINTER_TO_UINT (offset);
}

static void
put_sound (Compiler *self, const char *name, guint8 rank, gboolean alternate)
{
  g_autofree char *key = sutra_phonemic_key (name);
  Sound sound = { .place = self->places->len, .alternate = alternate };

  if (key[0] == '\0')
    return;
  while (key[sound.n] != '\0')
    {
      sound.letters[sound.n] = (guint8) sutra_phonemic_letter (key[sound.n]);
      sound.n++;
    }
  if (sutra_gazetteer_file_is_bengali (name))
    sound.block = SUTRA_SOUND_BLOCK_BENGALI;
  else
    while (rank < sutra_sound_block_rank (sound.block))
      sound.block++;
  g_array_append_val (self->sounds, sound);
}

/* The names of one column that say something new; returns how many. @seen: keys that the place has. */
static guint8
put_names (Compiler *self, const char *column, GHashTable *seen, guint8 rank, gboolean first_counts)
{
  g_auto (GStrv) names = g_strsplit (column, "|", -1);
  guint8 n = 0;

  for (guint i = 0; names[i] != NULL && n < MOST_NAMES; i++)
    {
      char *key = sutra_place_key (names[i]);
      Name name = { key, (guint32) self->strings->len };

      if (key[0] == '\0' || !g_hash_table_add (seen, g_strdup (key)))
        {
          g_free (key);
          continue;
        }
      put_string (self, names[i]);
      g_array_append_val (self->names, name);
      put_sound (self, names[i], rank, n > 0 || !first_counts);
      n++;
    }
  return n;
}

static gboolean
parse_kind (const char *string, SutraPlaceKind *kind)
{
  for (*kind = SUTRA_PLACE_CONTINENT; *kind <= SUTRA_PLACE_FEATURE; (*kind)++)
    if (strcmp (string, sutra_place_kind_to_string (*kind)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
parse_degrees (const char *string, double most, gint32 *millionths)
{
  char *end;
  double value = g_ascii_strtod (string, &end);

  if (end == string || *end != '\0' || !(fabs (value) <= most))
    return FALSE;
  *millionths = (gint32) lround (value * 1e6);
  return TRUE;
}

static const char *
put_place (Compiler *self, char **columns)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SutraFilePlace place = { 0 };
  SutraPlaceKind kind;
  guint64 population;

  if (columns[ID][0] == '\0' || strlen (columns[COUNTRY]) > 2)
    return "id or country";
  if (!parse_kind (columns[KIND], &kind))
    return "kind";
  if (!parse_degrees (columns[LATITUDE], 90, &place.latitude) || !parse_degrees (columns[LONGITUDE], 180, &place.longitude))
    return "coordinates";
  if (!g_ascii_string_to_unsigned (columns[POPULATION], 10, 0, 100000000000, &population, NULL))
    return "population";
  place.kind = (guint8) (kind | (population > G_MAXUINT32 ? SUTRA_FILE_THOUSANDS : 0));
  place.population = (guint32) (population > G_MAXUINT32 ? population / 1000 : population);
  place.rank = sutra_place_rank (kind, (gint64) population);
  memcpy (place.country, columns[COUNTRY], strlen (columns[COUNTRY]));
  place.strings = put_string (self, columns[ID]);
  place.n_bengali = put_names (self, columns[BENGALI], seen, place.rank, TRUE);
  place.n_latin = put_names (self, columns[LATIN], seen, place.rank, TRUE);
  place.n_other = put_names (self, columns[OTHER], seen, place.rank, FALSE);
  if (place.n_latin == 0)
    return "no Latin name";
  g_array_append_val (self->places, place);
  return NULL;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(char ***) a)[ID], (*(char ***) b)[ID]);
}

/* The rows in the order of their ids; NULL with a message. */
static GPtrArray *
read_table (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto (GStrv) lines = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error) || !g_utf8_validate (text, (gssize) length, NULL))
    {
      g_printerr ("compile-places: %s: %s\n", path, error != NULL ? error->message : "it is not UTF-8");
      return NULL;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char **columns;

      if (i == 0 ? strcmp (lines[i], HEADING) == 0 : lines[i][0] == '\0')
        continue;
      columns = g_strsplit (lines[i], "\t", -1);
      g_ptr_array_add (rows, columns);
      if (g_strv_length (columns) != N_COLUMNS || i == 0)
        {
          g_printerr ("compile-places: %s: line %u: not the columns %s\n", path, i + 1, HEADING);
          return NULL;
        }
    }
  g_ptr_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}

static gboolean
put_rows (Compiler *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      char **columns = rows->pdata[i];
      const char *wrong =
          i > 0 && compare_rows (&rows->pdata[i - 1], &rows->pdata[i]) == 0 ? "the id occurs twice" : put_place (self, columns);

      if (wrong != NULL)
        {
          g_printerr ("compile-places: %s: %s\n", columns[ID], wrong);
          return FALSE;
        }
    }
  for (guint i = 0; i < rows->len; i++)
    {
      SutraFilePlace *place = &g_array_index (self->places, SutraFilePlace, i);
      char **columns = rows->pdata[i];

      place->region = share_string (self, columns[REGION]);
      place->members = share_string (self, columns[MEMBERS]);
    }
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *x = a, *y = b;
  int order = strcmp (x->key, y->key);

  return order != 0 ? order : x->offset < y->offset ? -1 : x->offset > y->offset;
}

static int
compare_keys (const Sound *x, const Sound *y)
{
  int order = memcmp (x->letters, y->letters, MIN (x->n, y->n));

  return x->block != y->block ? (int) x->block - (int) y->block : order != 0 ? order : (int) x->n - (int) y->n;
}

static int
compare_sounds (gconstpointer a, gconstpointer b)
{
  const Sound *x = a, *y = b;
  int order = compare_keys (x, y);

  return order != 0 ? order : x->place != y->place ? (x->place < y->place ? -1 : 1) : x->alternate - y->alternate;
}

static guint8
common_letters (const Sound *x, const Sound *y)
{
  guint8 n = 0;

  while (n < MIN (x->n, y->n) && x->letters[n] == y->letters[n])
    n++;
  return n;
}

/* The section of keys and the one of their places. */
static void
put_sounds (Compiler *self, SutraFileHeader *header, GByteArray *keys, GArray *hits)
{
  const Sound *last = NULL;

  g_array_sort (self->sounds, compare_sounds);
  for (guint i = 0; i < self->sounds->len;)
    {
      const Sound *first = &g_array_index (self->sounds, Sound, i);
      gboolean in_block = last != NULL && last->block == first->block;
      guint8 row[3] = { in_block ? common_letters (last, first) : 0, 0, 0 };
      guint32 place = G_MAXUINT32;

      if (!in_block)
        {
          header->blocks[first->block].offset = keys->len;
          header->first_hits[first->block] = hits->len;
        }
      for (; i < self->sounds->len && row[2] < G_MAXUINT8 && compare_keys (first, &g_array_index (self->sounds, Sound, i)) == 0; i++)
        {
          const Sound *sound = &g_array_index (self->sounds, Sound, i);
          guint32 hit = sound->place | (sound->alternate ? SUTRA_FILE_ALTERNATE : 0);

          if (sound->place == place)
            continue;
          place = sound->place;
          g_array_append_val (hits, hit);
          row[2]++;
        }
      row[1] = (guint8) (first->n - row[0]);
      g_byte_array_append (keys, row, sizeof row);
      g_byte_array_append (keys, first->letters + row[0], row[1]);
      header->blocks[first->block].n++;
      last = first;
    }
}

static void
put_section (GByteArray *file, SutraFileSection *section, gconstpointer data, gsize unit, guint n)
{
  static const guint8 zeros[4] = { 0 };

  g_byte_array_append (file, zeros, (4 - file->len % 4) % 4);
  section->offset = file->len;
  section->n = n;
  g_byte_array_append (file, data, (guint) (unit * n));
}

static GByteArray *
put_together (Compiler *self)
{
  GByteArray *file = g_byte_array_new ();
  g_autoptr (GByteArray) keys = g_byte_array_new ();
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (guint32));
  SutraFileHeader header = { .version = SUTRA_GAZETTEER_VERSION, .order = SUTRA_GAZETTEER_ORDER };

  memcpy (header.magic, SUTRA_GAZETTEER_MAGIC, sizeof header.magic);
  g_array_sort (self->names, compare_names);
  for (guint i = 0; i < self->names->len; i++)
    g_array_append_val (names, g_array_index (self->names, Name, i).offset);
  put_sounds (self, &header, keys, hits);
  g_byte_array_append (file, (const guint8 *) &header, sizeof header);
  put_section (file, &header.strings, self->strings->str, 1, (guint) self->strings->len);
  put_section (file, &header.places, self->places->data, sizeof (SutraFilePlace), self->places->len);
  put_section (file, &header.names, names->data, sizeof (guint32), names->len);
  put_section (file, &header.sounds, keys->data, 1, keys->len);
  put_section (file, &header.hits, hits->data, sizeof (guint32), hits->len);
  header.size = file->len;
  memcpy (file->data, &header, sizeof header);
  header.checksum =
      sutra_crc32 (file->data + G_STRUCT_OFFSET (SutraFileHeader, strings), file->len - G_STRUCT_OFFSET (SutraFileHeader, strings));
  memcpy (file->data, &header, sizeof header);
  g_print ("%u places, %u names, %u keys of %u places, %u bytes\n", header.places.n, header.names.n,
           header.blocks[0].n + header.blocks[1].n + header.blocks[2].n + header.blocks[3].n + header.blocks[4].n, hits->len, file->len);
  return file;
}

static void
clear_name (gpointer name)
{
  g_free (((Name *) name)->key);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) rows = argc == 3 ? read_table (argv[1]) : NULL;
  g_autoptr (GByteArray) file = NULL;
  g_autoptr (GError) error = NULL;
  Compiler self = { 0 };
  gboolean done = FALSE;

  if (argc != 3)
    g_printerr ("usage: compile-places places.tsv places.sgaz\n");
  if (rows == NULL)
    return 2;
  self.strings = g_string_new (NULL);
  self.shared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.places = g_array_new (FALSE, FALSE, sizeof (SutraFilePlace));
  self.names = g_array_new (FALSE, FALSE, sizeof (Name));
  self.sounds = g_array_new (FALSE, FALSE, sizeof (Sound));
  g_array_set_clear_func (self.names, clear_name);
  /* The string at 0 is empty. */
  g_string_append_c (self.strings, '\0');
  if (put_rows (&self, rows))
    {
      file = put_together (&self);
      done = g_file_set_contents (argv[2], (const char *) file->data, file->len, &error);
      if (!done)
        g_printerr ("compile-places: %s\n", error->message);
    }
  g_string_free (self.strings, TRUE);
  g_hash_table_unref (self.shared);
  g_array_unref (self.places);
  g_array_unref (self.names);
  g_array_unref (self.sounds);
  return done ? 0 : 1;
}
