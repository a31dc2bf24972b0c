/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-crc.h"
#include "sutra-error.h"
#include "sutra-gazetteer-file.h"
#include "sutra-gazetteer-search.h"
#include "sutra-geo-data.h"
#include "sutra-phonemic-key.h"
#include "sutra-place-key.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static SutraGazetteer *
load (void)
{
  g_autoptr (GError) error = NULL;
  SutraGazetteer *gazetteer = sutra_gazetteer_load (NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (gazetteer);
  return gazetteer;
}

/* The file */

/* Whatever the file says, the same is said by the code: a changed rule needs a new file. */
static void
test_stored_keys (void)
{
  g_autoptr (SutraGazetteer) self = load ();
  g_autofree char *last = g_strdup ("");
  guint n_names = 0;

  for (guint i = 0; i < self->n_names; i++)
    {
      char *key = sutra_place_key (self->strings + self->names[i]);

      g_assert_cmpstr (key, !=, "");
      g_assert_cmpstr (last, <=, key);
      g_assert_true (strcmp (last, key) != 0 || self->names[i - 1] < self->names[i]);
      g_free (last);
      last = key;
    }
  for (guint i = 0; i < self->n_places; i++)
    n_names += sutra_gazetteer_file_n_names (self, i);
  g_assert_cmpuint (n_names, ==, self->n_names);
}

/* "block key place" of everything in the index. */
static GHashTable *
read_sounds (SutraGazetteer *self)
{
  static const char alphabet[] = "aeiou@kgcjtdnpfbvmrlshyw";
  GHashTable *sounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint block = 0; block < SUTRA_SOUND_BLOCKS; block++)
    {
      const guint8 *p = self->sounds + self->header->blocks[block].offset;
      const guint32 *hits = self->hits + self->header->first_hits[block];
      char key[SUTRA_PHONEMIC_MAX + 1];

      for (guint n = self->header->blocks[block].n; n > 0; n--)
        {
          for (guint k = 0; k < p[1]; k++)
            key[p[0] + k] = alphabet[p[3 + k]];
          key[p[0] + p[1]] = '\0';
          for (guint k = p[2]; k > 0; k--)
            g_assert_true (g_hash_table_add (sounds, g_strdup_printf ("%u %s %u", block, key, *hits++ & ~SUTRA_FILE_ALTERNATE)));
          p += 3 + p[1];
        }
    }
  return sounds;
}

static void
test_stored_sounds (void)
{
  g_autoptr (SutraGazetteer) self = load ();
  g_autoptr (GHashTable) sounds = read_sounds (self), seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->n_places; i++)
    {
      const char *name = sutra_gazetteer_file_first_name (self, i);

      g_assert_cmpuint (self->places[i].rank, ==,
                        sutra_place_rank (self->places[i].kind & (SUTRA_FILE_THOUSANDS - 1),
                                          self->places[i].population * ((self->places[i].kind & SUTRA_FILE_THOUSANDS) != 0 ? 1000 : 1)));
      for (guint k = sutra_gazetteer_file_n_names (self, i); k > 0; k--)
        {
          g_autofree char *key = sutra_phonemic_key (name);
          guint block = 0;
          char *row;

          while (self->places[i].rank < sutra_sound_block_rank (block))
            block++;
          block = sutra_gazetteer_file_is_bengali (name) ? SUTRA_SOUND_BLOCK_BENGALI : block;
          row = g_strdup_printf ("%u %s %u", block, key, i);
          g_assert_true (key[0] == '\0' || g_hash_table_contains (sounds, row));
          g_hash_table_add (seen, row);
          if (key[0] == '\0')
            g_hash_table_remove (seen, row);
          name = sutra_gazetteer_file_next (self, name);
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, g_hash_table_size (sounds));
}

static void
test_places (void)
{
  g_autoptr (SutraGazetteer) self = load ();
  const char *last = "";
  guint n_bengali = 0;

  g_assert_cmpuint (sutra_gazetteer_get_size (self), >=, 58000);
  for (guint i = 0; i < sutra_gazetteer_get_size (self); i++)
    {
      SutraPlace place, again;
      g_autofree const char **names = NULL;

      sutra_gazetteer_get_place (self, i, &place);
      g_assert_cmpstr (last, <, place.id);
      last = place.id;
      g_assert_true (sutra_gazetteer_find_id (self, place.id, &again));
      g_assert_cmpstr (again.id, ==, place.id);
      g_assert_true (sutra_point_is_valid (&place.point));
      g_assert_cmpint (place.population, >=, 0);
      g_assert_cmpstr (place.name_latin, !=, "");
      g_assert_true (place.name == NULL || sutra_gazetteer_file_is_bengali (place.name));
      g_assert_false (sutra_gazetteer_file_is_bengali (place.name_latin));
      n_bengali += place.name != NULL;
      if (i % 50 != 0)
        continue;
      names = sutra_gazetteer_dup_names (self, place.id);
      g_assert_true (g_strv_contains ((const char *const *) names, place.name_latin));
      g_assert_cmpstr (names[0], ==, place.name != NULL ? place.name : place.name_latin);
    }
  g_assert_cmpuint (n_bengali, >=, 5000);
}

static void
test_ids (void)
{
  g_autoptr (SutraGazetteer) self = load ();
  g_autofree const char **names = sutra_gazetteer_dup_names (self, "gn:0");
  SutraPlace place;

  g_assert_null (names[0]);
  for (guint i = 0; i < 4; i++)
    g_assert_false (sutra_gazetteer_find_id (self, (const char *const[]){ "", "gn:", "zz", "gn:1526273x" }[i], &place));
  g_assert_true (sutra_gazetteer_find_id (self, "gn:1526273", &place));
  g_assert_cmpstr (place.name, ==, "আস্তানা");
  g_assert_cmpstr (place.name_latin, ==, "Astana");
  g_assert_cmpstr (place.country, ==, "KZ");
  g_assert_cmpint (place.kind, ==, SUTRA_PLACE_CAPITAL);
  g_assert_cmpfloat_with_epsilon (place.point.latitude, 51.18, 0.05);
  g_assert_cmpfloat_with_epsilon (place.point.longitude, 71.45, 0.05);
  g_assert_true (sutra_gazetteer_find_id (self, "m49:143", &place));
  g_assert_cmpint (place.kind, ==, SUTRA_PLACE_MACROREGION);
  g_assert_cmpstr (place.members, ==, "KG KZ TJ TM UZ");
  g_assert_true (sutra_gazetteer_find_id (self, "iso:KZ", &place));
  g_assert_cmpstr (place.members, ==, "KZ");
}

/* Damage */

static char *folder;

static void
assert_refused (gconstpointer bytes, gsize n)
{
  g_autofree char *path = g_build_filename (folder, "damaged.sgaz", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) n, NULL));
  g_assert_null (sutra_gazetteer_load (path, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED);
}

/* A list of one place, and room for its checksum to be right again. */
static guint8 *
make_small (gsize *n)
{
  struct
  {
    SutraFileHeader header;
    char strings[12];
    SutraFilePlace place;
    guint32 names[2];
    guint8 sounds[8];
    guint32 hits[1];
  } file = { { .version = SUTRA_GAZETTEER_VERSION, .order = SUTRA_GAZETTEER_ORDER, .size = sizeof file } };

  memcpy (file.header.magic, SUTRA_GAZETTEER_MAGIC, 8);
  memcpy (file.strings, "\0own:a\0Ka\0\0", 12);
  file.header.strings = (SutraFileSection){ G_STRUCT_OFFSET (SutraFileHeader, first_hits) + sizeof file.header.first_hits, 12 };
  file.header.places = (SutraFileSection){ file.header.strings.offset + 12, 1 };
  file.header.names = (SutraFileSection){ file.header.places.offset + (guint32) sizeof file.place, 1 };
  file.header.sounds = (SutraFileSection){ file.header.names.offset + 8, 5 };
  file.header.hits = (SutraFileSection){ file.header.sounds.offset + 8, 1 };
  file.header.blocks[0].n = 1;
  file.place = (SutraFilePlace){ .strings = 1, .kind = SUTRA_PLACE_TOWN, .n_latin = 1, .country = "BD" };
  file.names[0] = 7;
  memcpy (file.sounds, (const guint8[]){ 0, 2, 1, 6, 0 }, 5);
  file.header.checksum = sutra_crc32 ((const guint8 *) &file + 24, sizeof file - 24);
  *n = sizeof file;
  return g_memdup2 (&file, sizeof file);
}

static void
test_small (void)
{
  g_autofree char *path = g_build_filename (folder, "small.sgaz", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraGazetteer) self = NULL;
  g_autoptr (GPtrArray) found = NULL, none = NULL;
  gsize n;
  g_autofree guint8 *bytes = make_small (&n);

  g_assert_true (g_file_set_contents (path, (const char *) bytes, (gssize) n, NULL));
  self = sutra_gazetteer_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sutra_gazetteer_get_size (self), ==, 1);
  found = sutra_gazetteer_look_up (self, "কা", NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((SutraCandidate *) found->pdata[0])->stage, ==, SUTRA_STAGE_ROMANISED);
  none = sutra_gazetteer_look_up (self, "বিশাখাপত্তনম", NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Every byte changed, every length: refused. With the checksum made right: refused or as harmless as any other file. */
static void
test_damaged (void)
{
  gsize n;
  g_autofree guint8 *bytes = make_small (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_build_filename (folder, "odd.sgaz", NULL);
      g_autoptr (SutraGazetteer) self = NULL;
      guint8 was = bytes[i];

      bytes[i] ^= (guint8) g_test_rand_int_range (1, 256);
      assert_refused (bytes, n);
      if (i >= 24)
        {
          guint32 checksum = sutra_crc32 (bytes + 24, n - 24);
          guint32 old;

          memcpy (&old, bytes + 20, 4);
          memcpy (bytes + 20, &checksum, 4);
          g_assert_true (g_file_set_contents (path, (const char *) bytes, (gssize) n, NULL));
          self = sutra_gazetteer_load (path, NULL);
          if (self != NULL)
            g_ptr_array_unref (sutra_gazetteer_look_up (self, "Kal", NULL));
          memcpy (bytes + 20, &old, 4);
        }
      bytes[i] = was;
      assert_refused (bytes, i);
    }
}

static void
test_missing (void)
{
  g_autofree char *path = g_build_filename (folder, "nowhere", "places.sgaz", NULL);
  g_autoptr (GError) error = NULL, other = NULL;

  g_assert_null (sutra_gazetteer_load (path, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_null (sutra_gazetteer_load (folder, &other));
  g_assert_nonnull (other);
}

/* Look-up */

static SutraGazetteer *gazetteer;

static GPtrArray *
look_up (const char *text, const SutraPlaceQuery *query)
{
  GPtrArray *found = sutra_gazetteer_look_up (gazetteer, text, query);
  double last = 1;

  for (guint i = 0; i < found->len; i++)
    {
      const SutraCandidate *candidate = found->pdata[i];
      g_autofree char *why = sutra_candidate_dup_why (candidate);

      g_assert_cmpfloat (candidate->score, <=, last);
      g_assert_cmpfloat (candidate->score, >=, 0);
      last = candidate->score;
      g_assert_cmpuint (candidate->stem_end, <=, g_utf8_strlen (text, -1));
      g_assert_true (!candidate->sure || i == 0);
      g_assert_nonnull (strstr (why, candidate->matched));
      g_assert_nonnull (strstr (why, candidate->place.name_latin));
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (((SutraCandidate *) found->pdata[k])->place.id, !=, candidate->place.id);
    }
  return found;
}

static void
assert_first_of (const char *text, const SutraPlaceQuery *query, const char *id, SutraStage stage, guint stem_end)
{
  g_autoptr (GPtrArray) found = look_up (text, query);
  const SutraCandidate *first;

  g_test_message ("%s: %s", text, id);
  g_assert_cmpuint (found->len, >, 0);
  first = found->pdata[0];
  g_assert_cmpstr (first->place.id, ==, id);
  g_assert_cmpint (first->stage, ==, stage);
  if (stem_end != 0)
    g_assert_cmpuint (first->stem_end, ==, stem_end);
}

static void
assert_first (const char *text, const char *id)
{
  g_autoptr (GPtrArray) found = look_up (text, NULL);

  g_test_message ("%s: %s", text, id);
  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpstr (((SutraCandidate *) found->pdata[0])->place.id, ==, id);
}

#define ASTANA "gn:1526273"
#define DHAKA "gn:1185241"

static void
test_exact (void)
{
  assert_first_of ("আস্তানা", NULL, ASTANA, SUTRA_STAGE_EXACT, 7);
  assert_first_of ("ভারত", NULL, "iso:IN", SUTRA_STAGE_EXACT, 4);
  assert_first_of ("মধ্য এশিয়া", NULL, "m49:143", SUTRA_STAGE_EXACT, 0);
  assert_first_of ("মধ্য এশিয়া", NULL, "m49:143", SUTRA_STAGE_EXACT, 0);
  assert_first_of ("দক্ষিণ এশিয়া", NULL, "m49:034", SUTRA_STAGE_EXACT, 0);
  assert_first_of ("আফ-পাক অঞ্চল", NULL, "own:afpak", SUTRA_STAGE_EXACT, 12);
  assert_first_of ("ওটার", NULL, "own:otar", SUTRA_STAGE_EXACT, 4);
  assert_first_of ("কাজাখস্তান", NULL, "iso:KZ", SUTRA_STAGE_EXACT, 10);
  /* Countries before towns and regions of their name, the capital before what is called after it. */
  assert_first ("জর্জিয়া", "iso:GE");
  assert_first ("মেক্সিকো", "iso:MX");
  assert_first ("সিঙ্গাপুর", "iso:SG");
  assert_first ("ঢাকা", DHAKA);
  assert_first ("Kazakhstan", "iso:KZ");
  assert_first ("KAZAKHSTAN", "iso:KZ");
  assert_first ("London", "gn:2643743");
  assert_first ("lodz", "gn:3093133");
  assert_first ("Łódź", "gn:3093133");
  /* In quotes, brackets and with odd spaces. */
  assert_first ("  ‘আস্তানা’ ", ASTANA);
  assert_first ("(আস্তানা)", ASTANA);
}

static void
test_stem (void)
{
  assert_first_of ("আস্তানায়", NULL, ASTANA, SUTRA_STAGE_STEM, 7);
  assert_first_of ("আস্তানার", NULL, ASTANA, SUTRA_STAGE_STEM, 7);
  assert_first_of ("আস্তানাতেই", NULL, ASTANA, SUTRA_STAGE_STEM, 7);
  assert_first_of ("আস্তানা-র", NULL, ASTANA, SUTRA_STAGE_STEM, 7);
  assert_first_of ("আস্তানা -এর", NULL, ASTANA, SUTRA_STAGE_STEM, 7);
  assert_first_of ("কাজাখস্তানের", NULL, "iso:KZ", SUTRA_STAGE_STEM, 10);
  assert_first_of ("কাজাখস্তানকে", NULL, "iso:KZ", SUTRA_STAGE_STEM, 10);
  assert_first_of ("ভারতে", NULL, "iso:IN", SUTRA_STAGE_STEM, 4);
  assert_first_of ("দক্ষিণ এশিয়ার", NULL, "m49:034", SUTRA_STAGE_STEM, 13);
  assert_first_of ("মধ্য এশিয়ায়", NULL, "m49:143", SUTRA_STAGE_STEM, 0);
  assert_first_of ("আফ-পাক অঞ্চলে", NULL, "own:afpak", SUTRA_STAGE_STEM, 12);
  assert_first_of ("ওটারে", NULL, "own:otar", SUTRA_STAGE_STEM, 4);
  assert_first_of ("ঢাকায়", NULL, DHAKA, SUTRA_STAGE_STEM, 4);
  assert_first_of ("Kazakhstan's", NULL, "iso:KZ", SUTRA_STAGE_STEM, 10);
  /* Not চাঁদ + পুর. */
  assert_first_of ("চাঁদপুর", NULL, "own:chandpur-bd", SUTRA_STAGE_EXACT, 7);
}

static void
test_hints (void)
{
  g_autoptr (GPtrArray) found = look_up ("ঢাকা জেলার", NULL);
  const SutraCandidate *first = found->pdata[0];

  g_assert_cmpint (first->place.kind, ==, SUTRA_PLACE_DISTRICT);
  g_assert_cmpstr (first->place.country, ==, "BD");
  g_assert_cmpint (first->stage, ==, SUTRA_STAGE_STEM);
  assert_first ("ঢাকা শহর", DHAKA);
  assert_first ("রাজধানী ঢাকা", DHAKA);
  assert_first ("ঢাকা বিভাগ", "ne:BGD-1806");
  assert_first ("ঢাকা (বাংলাদেশ)", DHAKA);
  assert_first ("কাজাখস্তান প্রজাতন্ত্রের", "iso:KZ");
  assert_first ("Republic of Kazakhstan", "iso:KZ");
  assert_first ("মেক্সিকো সিটি", "gn:3530597");
  assert_first ("Mexico City", "gn:3530597");
  /* What stands in brackets or behind a comma says which of several. */
  assert_first ("Birmingham, United States", "gn:4049979");
  assert_first ("Birmingham", "gn:2655603");
}

/* A town that has no Bengali name is found by that of the region that is called after it. */
static void
test_seats (void)
{
  guint n = 0;

  for (guint i = 0; i < sutra_gazetteer_get_size (gazetteer) && n < 40; i++)
    {
      g_autoptr (GPtrArray) regions = NULL, both = NULL;
      SutraPlace town;

      sutra_gazetteer_get_place (gazetteer, i, &town);
      if (town.kind != SUTRA_PLACE_CITY || town.name != NULL)
        continue;
      regions = look_up (town.name_latin, &(SutraPlaceQuery){ .country = town.country, .stages = 1 << SUTRA_STAGE_EXACT });
      for (guint k = 0; k < regions->len; k++)
        {
          const SutraPlace *region = &((SutraCandidate *) regions->pdata[k])->place;
          gboolean is_there = FALSE;

          if (region->kind != SUTRA_PLACE_REGION || region->name == NULL || strcmp (region->name_latin, town.name_latin) != 0 ||
              sutra_point_distance_m (&region->point, &town.point) > 140000)
            continue;
          both = look_up (region->name, &(SutraPlaceQuery){ .limit = 1000 });
          for (guint m = 0; m < both->len; m++)
            is_there |= strcmp (((SutraCandidate *) both->pdata[m])->place.id, town.id) == 0;
          g_test_message ("%s: %s", region->name, town.name_latin);
          g_assert_true (is_there);
          n++;
          break;
        }
    }
  g_assert_cmpuint (n, >=, 20);
}

static void
test_bias (void)
{
  const SutraPlaceQuery near_us = { .near = "US CA" }, only_us = { .country = "us" }, nowhere = { .country = "AQ" };
  g_autoptr (GPtrArray) found = look_up ("Birmingham", &only_us), none = look_up ("Birmingham", &nowhere);

  assert_first_of ("Hyderabad", NULL, "gn:1269843", SUTRA_STAGE_EXACT, 9);
  assert_first_of ("Hyderabad", &(SutraPlaceQuery){ .near = "PK" }, "gn:1176734", SUTRA_STAGE_EXACT, 9);
  assert_first_of ("Hyderabad", &(SutraPlaceQuery){ .near = "  XX  pk zz" }, "gn:1176734", SUTRA_STAGE_EXACT, 9);
  assert_first_of ("Birmingham", &near_us, "gn:4049979", SUTRA_STAGE_EXACT, 10);
  for (guint i = 0; i < found->len; i++)
    g_assert_cmpstr (((SutraCandidate *) found->pdata[i])->place.country, ==, "US");
  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpuint (none->len, ==, 0);
  /* What lies on disputed land is found by whoever looks for it in one of the countries. */
  assert_first_of ("শ্রীনগর", &(SutraPlaceQuery){ .country = "IN" }, "gn:1255634", SUTRA_STAGE_EXACT, 0);
  assert_first_of ("শ্রীনগর", &(SutraPlaceQuery){ .country = "PK" }, "gn:1255634", SUTRA_STAGE_EXACT, 0);
}

static gboolean
is_sure (const char *text, const SutraPlaceQuery *query)
{
  g_autoptr (GPtrArray) found = look_up (text, query);

  return found->len > 0 && ((SutraCandidate *) found->pdata[0])->sure;
}

static void
test_sure (void)
{
  g_assert_true (is_sure ("আস্তানা", NULL));
  g_assert_true (is_sure ("আস্তানায়", NULL));
  g_assert_true (is_sure ("কাজাখস্তানের", NULL));
  g_assert_true (is_sure ("ঢাকা", NULL));
  /* Derived words, names of several places, names that only sound alike. */
  g_assert_false (is_sure ("ঢাকাবাসী", NULL));
  g_assert_false (is_sure ("Springfield", NULL));
  g_assert_false (is_sure ("তাশখ্যন্দ", NULL));
}

static void
test_romanised (void)
{
  const SutraPlaceQuery latin = { .stages = 1 << SUTRA_STAGE_ROMANISED };
  g_autoptr (GPtrArray) found = look_up ("তাশখন্দ", &latin);

  assert_first_of ("তাশখন্দ", &latin, "gn:1512569", SUTRA_STAGE_ROMANISED, 7);
  assert_first_of ("শিমকেন্ত", &latin, "gn:1518980", SUTRA_STAGE_ROMANISED, 0);
  assert_first_of ("Tashkint", NULL, "gn:1512569", SUTRA_STAGE_ROMANISED, 8);
  /* Of Latin names only: what matched is none of ours. */
  for (guint i = 0; i < found->len; i++)
    g_assert_false (sutra_gazetteer_file_is_bengali (((SutraCandidate *) found->pdata[i])->matched));
  /* A spelling that nobody wrote down, of a name that somebody did; and with an ending. */
  assert_first_of ("কাযাকস্থান", NULL, "iso:KZ", SUTRA_STAGE_ROMANISED, 10);
  assert_first_of ("কাযাকস্থানের", NULL, "iso:KZ", SUTRA_STAGE_ROMANISED, 10);
}

static void
test_coordinates (void)
{
  const SutraPlaceQuery all = { .stages = ~0u };
  g_autoptr (GPtrArray) found = look_up ("৫১.১৬৯৪° উ, ৭১.৪৪৯১° পূ", &all), unasked = look_up ("51.1694, 71.4491", NULL);
  const SutraCandidate *first = found->pdata[0];

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (first->stage, ==, SUTRA_STAGE_COORDINATES);
  g_assert_cmpfloat_with_epsilon (first->place.point.latitude, 51.1694, 1e-9);
  g_assert_cmpfloat_with_epsilon (first->place.point.longitude, 71.4491, 1e-9);
  g_assert_cmpstr (first->place.id, ==, "");
  g_assert_true (unasked->len == 0 || ((SutraCandidate *) unasked->pdata[0])->stage != SUTRA_STAGE_COORDINATES);
  assert_first_of ("ঢাকা", &all, DHAKA, SUTRA_STAGE_EXACT, 4);
}

static void
test_odd_queries (void)
{
  static const char *const odd[] = { "",     " ",  "📰", "-", "()", "্",    "।",       ",",   "(,", "\xff\xfe",
                                     "জেলা", "of", "a", "ক", "ং",  "' '", "City of", ", ,", "৫" };
  g_autofree char *longest = g_strnfill (200, 'a'), *longer = g_strnfill (201, 'a');
  g_autoptr (GPtrArray) none = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GPtrArray) found = look_up (odd[i], &(SutraPlaceQuery){ .near = "💥 K  kaz", .country = "Ü" });
      g_autoptr (GPtrArray) plain = look_up (odd[i], NULL);
    }
  g_ptr_array_unref (look_up (longest, NULL));
  none = look_up (longer, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_limit (void)
{
  for (guint limit = 1; limit < 40; limit += 13)
    {
      g_autoptr (GPtrArray) equal = look_up ("San Juan", &(SutraPlaceQuery){ .limit = limit });
      g_autoptr (GPtrArray) similar = look_up ("সান হুয়ান", &(SutraPlaceQuery){ .limit = limit, .stages = 1 << SUTRA_STAGE_ROMANISED });

      g_assert_cmpuint (equal->len, <=, limit);
      g_assert_cmpuint (similar->len, ==, limit);
    }
}

/* Against going through all names */

typedef struct
{
  guint place;
  double score;
} Naive;

static int
compare_naive (gconstpointer a, gconstpointer b)
{
  const Naive *x = a, *y = b;

  return x->score != y->score ? (x->score < y->score ? -1 : 1) : x->place < y->place ? -1 : x->place > y->place;
}

/* The first Bengali or the first Latin one. */
static gboolean
is_first_name (guint place, const char *name)
{
  SutraPlace row;

  sutra_gazetteer_get_place (gazetteer, place, &row);
  return name == row.name || name == row.name_latin;
}

static GArray *
search_naively (const char *key, const SutraFavour *favour, gboolean bengali, gboolean indic)
{
  GArray *best = g_array_new (FALSE, FALSE, sizeof (Naive));
  int m = (int) strlen (key);

  for (guint i = 0; i < gazetteer->n_places; i++)
    {
      const char *name = sutra_gazetteer_file_first_name (gazetteer, i);
      Naive naive = { i, INFINITY };

      for (guint n = sutra_gazetteer_file_n_names (gazetteer, i); n > 0; n--, name = sutra_gazetteer_file_next (gazetteer, name))
        {
          g_autofree char *own = sutra_phonemic_key (name);
          int length = (int) strlen (own), longer = MAX (MAX (length, m), 4);
          guint distance;

          if ((!bengali && sutra_gazetteer_file_is_bengali (name)) || length == 0 || ABS (length - m) > m / 2 + 3)
            continue;
          distance = sutra_phonemic_distance (key, own) * (indic && sutra_gazetteer_file_is_bengali (name) ? SUTRA_SOUND_BENGALI : 1);
          if (distance <= SUTRA_SOUND_MOST && distance <= (guint) (SUTRA_SOUND_MOST_BY_LETTER * longer * SUTRA_PHONEMIC_UNIT))
            {
              double score = distance / (double) (longer * SUTRA_PHONEMIC_UNIT) + (is_first_name (i, name) ? 0 : SUTRA_SOUND_ALTERNATE);

              naive.score = MIN (naive.score, score);
            }
        }
      naive.score -= SUTRA_SOUND_PRIOR * (sutra_sound_rank (&gazetteer->places[i]) + sutra_favour_of (favour, &gazetteer->places[i]));
      if (naive.score < 100 && sutra_favour_admits (favour, gazetteer, i))
        g_array_append_val (best, naive);
    }
  g_array_sort (best, compare_naive);
  return best;
}

static char *
random_name (void)
{
  guint i = (guint) g_test_rand_int_range (0, (gint) gazetteer->n_names);
  const char *name = gazetteer->strings + gazetteer->names[i];
  g_autofree char *key = sutra_phonemic_key (name);
  GString *changed = g_string_new (key);

  /* Something like a name. */
  for (gint n = g_test_rand_int_range (0, 3); n > 0 && changed->len > 0; n--)
    changed->str[g_test_rand_int_range (0, (gint) changed->len)] =
        "aeiou@kgcjtdnpfbvmrlshyw"[g_test_rand_int_range (0, SUTRA_PHONEMIC_LETTERS)];
  return g_string_free (changed, FALSE);
}

/* What the naive search finds for any of the queries. */
static GArray *
search_all_naively (const SutraSoundQuery *queries, guint n, gboolean bengali)
{
  g_autofree double *best = g_new (double, gazetteer->n_places);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Naive));

  for (guint i = 0; i < gazetteer->n_places; i++)
    best[i] = INFINITY;
  for (guint i = 0; i < n; i++)
    {
      /* A name without a sound finds nothing. */
      g_autoptr (GArray) found =
          queries[i].key[0] == '\0' ? NULL : search_naively (queries[i].key, &queries[i].favour, bengali, queries[i].indic);

      for (guint k = 0; found != NULL && k < found->len; k++)
        {
          const Naive *naive = &g_array_index (found, Naive, k);

          best[naive->place] = MIN (best[naive->place], naive->score + queries[i].penalty);
        }
    }
  for (guint i = 0; i < gazetteer->n_places; i++)
    if (best[i] < 100)
      g_array_append_val (all, ((Naive){ i, best[i] }));
  g_array_sort (all, compare_naive);
  return all;
}

/* As many as there are kinds of queries below. */
#define N_ROUNDS 12

static void
test_against_naive (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      /* A name, a beginning of it, and another one. */
      g_autofree char *key = random_name (), *other = random_name ();
      g_autofree char *beginning = g_strndup (key, strlen (key) - MIN (strlen (key), (gsize) g_test_rand_int_range (0, 4)));
      SutraSoundQuery queries[3] = { { key, 0.25, i % 4 == 0 },
                                     { beginning, g_test_rand_double () / 10, i % 4 == 0 },
                                     { other, 0.01, FALSE } };
      SutraSoundSearch search = { gazetteer, (guint) g_test_rand_int_range (1, 60), i % 2 == 0, NULL };
      guint n = 1 + i % 3;
      g_autoptr (GArray) expected = NULL;

      queries[0].favour.kinds = i % 3 == 0 ? 1 << SUTRA_PLACE_TOWN : 0;
      if (i % 4 == 3)
        memcpy (queries[0].favour.country, "IN", 3);
      sutra_favour_add_near (&queries[1].favour, i % 2 == 0 ? "IN BD" : NULL);
      search.hits = g_array_new (FALSE, FALSE, sizeof (SutraSoundHit));
      sutra_sound_search_run (&search, queries, n);
      expected = search_all_naively (queries, n, search.bengali);
      g_assert_cmpuint (search.hits->len, ==, MIN (search.most, expected->len));
      for (guint k = 0; k < search.hits->len; k++)
        {
          const SutraSoundHit *hit = &g_array_index (search.hits, SutraSoundHit, k);

          g_assert_cmpfloat_with_epsilon (hit->score, g_array_index (expected, Naive, k).score, 1e-9);
          g_assert_cmpuint (hit->source, <, n);
        }
      g_array_unref (search.hits);
    }
}

/* Threads */

/* Queries that do not begin with one another are each searched, whatever their order and length. */
static void
test_all_queries (void)
{
  static const char *const keys[] = { "taskent", "bispek", "almati", "samarkand" };

  for (guint first = 0; first < G_N_ELEMENTS (keys); first++)
    {
      SutraSoundQuery queries[G_N_ELEMENTS (keys)] = { { 0 } };
      SutraSoundSearch search = { gazetteer, 40, FALSE, NULL };
      guint sources = 0;

      search.hits = g_array_new (FALSE, FALSE, sizeof (SutraSoundHit));
      for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
        queries[i].key = keys[(first + i) % G_N_ELEMENTS (keys)];
      sutra_sound_search_run (&search, queries, G_N_ELEMENTS (keys));
      for (guint i = 0; i < search.hits->len; i++)
        sources |= 1u << g_array_index (search.hits, SutraSoundHit, i).source;
      g_assert_cmpuint (sources, ==, 15);
      g_array_unref (search.hits);
    }
}

static gpointer
run (gpointer data)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    {
      static const char *const names[] = { "আস্তানায়", "শিমকেন্দ", "Springfield", "ঢাকা জেলা", "কাযাকস্থানে" };
      g_autoptr (GPtrArray) found = look_up (names[i % G_N_ELEMENTS (names)], NULL);

      for (guint k = 0; k < found->len; k++)
        g_string_append (said, ((SutraCandidate *) found->pdata[k])->place.id);
    }
  return g_string_free (said, FALSE);
}

static void
test_threads (void)
{
  GThread *threads[4];
  g_autofree char *expected = run (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("look-up", run, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *said = g_thread_join (threads[i]);

      g_assert_cmpstr (said, ==, expected);
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("sutra-gazetteer-XXXXXX", NULL);
  gazetteer = load ();
  g_test_add_func ("/gazetteer/stored-keys", test_stored_keys);
  g_test_add_func ("/gazetteer/stored-sounds", test_stored_sounds);
  g_test_add_func ("/gazetteer/places", test_places);
  g_test_add_func ("/gazetteer/ids", test_ids);
  g_test_add_func ("/gazetteer/small", test_small);
  g_test_add_func ("/gazetteer/damaged", test_damaged);
  g_test_add_func ("/gazetteer/missing", test_missing);
  g_test_add_func ("/look-up/exact", test_exact);
  g_test_add_func ("/look-up/stem", test_stem);
  g_test_add_func ("/look-up/hints", test_hints);
  g_test_add_func ("/look-up/seats", test_seats);
  g_test_add_func ("/look-up/bias", test_bias);
  g_test_add_func ("/look-up/sure", test_sure);
  g_test_add_func ("/look-up/romanised", test_romanised);
  g_test_add_func ("/look-up/coordinates", test_coordinates);
  g_test_add_func ("/look-up/odd-queries", test_odd_queries);
  g_test_add_func ("/look-up/limit", test_limit);
  g_test_add_func ("/look-up/against-naive", test_against_naive);
  g_test_add_func ("/look-up/all-queries", test_all_queries);
  g_test_add_func ("/look-up/threads", test_threads);
  status = g_test_run ();
  sutra_gazetteer_unref (gazetteer);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *path = g_build_filename (folder, (const char *const[]){ "damaged.sgaz", "odd.sgaz", "small.sgaz" }[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
  return status;
}
