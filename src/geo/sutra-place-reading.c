/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-place-reading.h"

#include "sutra-fold.h"
#include "sutra-inflection.h"

#include <string.h>

#define BIT(kind) (1u << SUTRA_PLACE_##kind)
#define POINTS (BIT (CAPITAL) | BIT (CITY) | BIT (TOWN))

/* Stems that are less likely are not tried, and no more than so many. */
#define LEAST_STEM_SCORE 0.3
#define MOST_STEMS 12
/* Words like জেলা শহর. */
#define MOST_WORDS 2

typedef struct
{
  const char *word;
  guint kinds;
  guint other_kinds;
} Row;

static const Row words[] = {
  { "জেলা", BIT (DISTRICT), BIT (REGION) },
  { "উপজেলা", BIT (TOWN) | BIT (CITY), BIT (DISTRICT) },
  { "থানা", BIT (TOWN) | BIT (CITY), BIT (DISTRICT) },
  { "মহকুমা", BIT (TOWN) | BIT (CITY), BIT (DISTRICT) },
  { "সদর", POINTS, 0 },
  { "শহর", POINTS, 0 },
  { "নগরী", POINTS, 0 },
  { "মহানগর", POINTS, 0 },
  { "মহানগরী", POINTS, 0 },
  { "সিটি", POINTS, 0 },
  { "গ্রাম", BIT (TOWN), 0 },
  { "রাজধানী", BIT (CAPITAL), 0 },
  { "বিভাগ", BIT (REGION), 0 },
  { "রাজ্য", BIT (REGION), BIT (DISTRICT) },
  { "অঙ্গরাজ্য", BIT (REGION), 0 },
  { "প্রদেশ", BIT (REGION), BIT (DISTRICT) },
  { "অঞ্চল", BIT (MACROREGION) | BIT (REGION), BIT (DISTRICT) },
  { "দেশ", BIT (COUNTRY), 0 },
  { "রাষ্ট্র", BIT (COUNTRY), 0 },
  { "প্রজাতন্ত্র", BIT (COUNTRY), 0 },
  { "মহাদেশ", BIT (CONTINENT), 0 },
  { "নদী", BIT (WATER), 0 },
  { "সাগর", BIT (WATER), 0 },
  { "উপসাগর", BIT (WATER), 0 },
  { "মহাসাগর", BIT (WATER), 0 },
  { "হ্রদ", BIT (WATER), 0 },
  { "প্রণালি", BIT (WATER), 0 },
  { "প্রণালী", BIT (WATER), 0 },
  { "দ্বীপ", BIT (FEATURE), BIT (REGION) },
  { "পর্বত", BIT (FEATURE), 0 },
  { "পাহাড়", BIT (FEATURE), 0 },
  { "district", BIT (DISTRICT), BIT (REGION) },
  { "upazila", BIT (TOWN) | BIT (CITY), BIT (DISTRICT) },
  { "county", BIT (DISTRICT), BIT (REGION) },
  { "division", BIT (REGION), 0 },
  { "state", BIT (REGION), 0 },
  { "province", BIT (REGION), 0 },
  { "region", BIT (REGION) | BIT (MACROREGION), 0 },
  { "oblast", BIT (REGION), 0 },
  { "governorate", BIT (REGION), 0 },
  { "prefecture", BIT (REGION), 0 },
  { "city", POINTS, 0 },
  { "town", POINTS, 0 },
  { "village", BIT (TOWN), 0 },
  { "capital", BIT (CAPITAL), 0 },
  { "country", BIT (COUNTRY), 0 },
  { "republic", BIT (COUNTRY), 0 },
  { "river", BIT (WATER), 0 },
  { "sea", BIT (WATER), 0 },
  { "lake", BIT (WATER), 0 },
  { "strait", BIT (WATER), 0 },
  { "gulf", BIT (WATER), 0 },
  { "bay", BIT (WATER), 0 },
  { "ocean", BIT (WATER), 0 },
  { "island", BIT (FEATURE), BIT (REGION) },
  { "mount", BIT (FEATURE), 0 },
  { "mountain", BIT (FEATURE), 0 },
};

static const Row *
find_word (const char *word)
{
  g_autofree char *key = sutra_fold_string (word, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *own = sutra_fold_string (words[i].word, -1);

      if (strcmp (own, key) == 0)
        return &words[i];
    }
  return NULL;
}

static void
clear_reading (gpointer data)
{
  SutraPlaceReading *self = data;

  g_free (self->name);
  g_free (self->context);
}

static GArray *
new_readings (void)
{
  GArray *readings = g_array_new (FALSE, TRUE, sizeof (SutraPlaceReading));

  g_array_set_clear_func (readings, clear_reading);
  return readings;
}

/* @name between brackets, quotes and stops. (transfer full) */
static char *
strip (const char *name, gssize n)
{
  static const char around[] = "()[]\"'‘’“”,;।";
  const char *end = name + (n < 0 ? (gssize) strlen (name) : n);

  while (name < end && (g_unichar_isspace (g_utf8_get_char (name)) || g_utf8_strchr (around, -1, g_utf8_get_char (name)) != NULL))
    name = g_utf8_next_char (name);
  while (name < end)
    {
      const char *last = g_utf8_find_prev_char (name, end);

      if (last == NULL || !(g_unichar_isspace (g_utf8_get_char (last)) || g_utf8_strchr (around, -1, g_utf8_get_char (last)) != NULL))
        break;
      end = last;
    }
  return g_strndup (name, (gsize) (end - name));
}

/* Takes one word that says what the place is from the end or the beginning of @parts, the words of a name; NULL if there is none or nothing would be left. */
static const Row *
take_word (GPtrArray *parts)
{
  const Row *row;

  if (parts->len < 2)
    return NULL;
  row = find_word (parts->pdata[parts->len - 1]);
  if (row != NULL)
    {
      g_ptr_array_set_size (parts, (gint) parts->len - 1);
      return row;
    }
  row = find_word (parts->pdata[0]);
  if (row == NULL)
    return NULL;
  g_ptr_array_remove_index (parts, 0);
  if (parts->len > 1 && g_ascii_strcasecmp (parts->pdata[0], "of") == 0)
    g_ptr_array_remove_index (parts, 0);
  return row;
}

/* @name with what its words say, and the same without them. */
static void
add_with_words (GArray *readings, const char *name, const SutraPlaceReading *like)
{
  g_auto (GStrv) split = g_strsplit_set (name, " \t\n", -1);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  SutraPlaceReading whole = *like, shortened = *like;
  const Row *row = NULL;

  for (guint i = 0; split[i] != NULL; i++)
    if (split[i][0] != '\0')
      g_ptr_array_add (parts, split[i]);
  for (guint i = 0; i < MOST_WORDS; i++)
    {
      const Row *next = take_word (parts);

      /* Of জেলা শহর the last counts. */
      row = row != NULL ? row : next;
    }
  whole.name = g_strdup (name);
  whole.context = g_strdup (like->context);
  if (row != NULL)
    {
      whole.kinds = shortened.kinds = row->kinds;
      whole.other_kinds = shortened.other_kinds = row->other_kinds;
    }
  g_array_append_val (readings, whole);
  if (row == NULL)
    return;
  g_ptr_array_add (parts, NULL);
  shortened.name = g_strjoinv (" ", (char **) parts->pdata);
  shortened.context = g_strdup (like->context);
  shortened.shortened = TRUE;
  g_array_append_val (readings, shortened);
}

static void
add_readings (GArray *readings, const char *text, const SutraPlaceReading *like)
{
  g_autofree char *name = strip (text, -1), *head = NULL, *context = NULL;
  const char *mark = strpbrk (name, "(,");
  SutraPlaceReading behind = *like;

  if (name[0] == '\0')
    return;
  add_with_words (readings, name, like);
  if (mark == NULL || mark == name)
    return;
  head = strip (name, mark - name);
  context = strip (mark, -1);
  behind.context = context;
  behind.shortened = TRUE;
  if (head[0] != '\0')
    add_with_words (readings, head, &behind);
}

GArray *
sutra_place_readings (const char *text)
{
  GArray *readings = new_readings ();
  const SutraPlaceReading like = { .end = (guint) g_utf8_strlen (text, -1) };

  add_readings (readings, text, &like);
  return readings;
}

/* Where the last word begins; "-এর" and the like have the word before with them. */
static const char *
find_last_word (const char *text)
{
  const char *end = text + strlen (text), *last = NULL;

  for (guint i = 0; i < 2; i++)
    {
      last = end;
      while (last > text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (last))))
        last = g_utf8_prev_char (last);
      if (*last != '-' || last == text)
        break;
      for (end = last; end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end)));)
        end = g_utf8_prev_char (end);
    }
  return last;
}

static gboolean
is_likely (const SutraStem *stem)
{
  for (guint i = 0; i < stem->n_parts; i++)
    if (stem->parts[i].kind == SUTRA_SUFFIX_DERIVED)
      return FALSE;
  return stem->score >= 0.5;
}

GArray *
sutra_place_stem_readings (const char *text)
{
  GArray *readings = new_readings ();
  const char *last = find_last_word (text);
  g_autofree char *before = g_strndup (text, (gsize) (last - text));
  guint n_before = (guint) g_utf8_strlen (before, -1);
  g_autoptr (GArray) stems = *last != '\0' ? sutra_inflection_stems (last) : NULL;
  guint n = 0;

  for (guint i = 0; stems != NULL && i < stems->len && n < MOST_STEMS; i++)
    {
      const SutraStem *stem = &g_array_index (stems, SutraStem, i);
      SutraPlaceReading like = { .end = n_before + stem->stem_end, .doubt = 1 - stem->score, .likely = is_likely (stem) };
      g_autofree char *name = NULL;

      if (stem->n_parts == 0 || stem->score < LEAST_STEM_SCORE || g_utf8_strlen (stem->base, -1) < 2)
        continue;
      name = g_strconcat (before, stem->base, NULL);
      add_readings (readings, name, &like);
      n++;
    }
  return readings;
}
