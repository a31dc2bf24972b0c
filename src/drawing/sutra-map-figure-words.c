/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-figure-private.h"

static gboolean
is_bengali (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "bn");
}

const char *
sutra_figure_word (SutraFigureWord word, const char *language)
{
  static const char *const words[][2] = {
    [SUTRA_WORD_CLAIMS] = { "disputed boundary", "বিতর্কিত সীমান্ত" },
    [SUTRA_WORD_SENTENCE] = { "Boundaries shown do not imply endorsement or acceptance.",
                              "প্রদর্শিত সীমানা কোনো অনুমোদন বা স্বীকৃতি বোঝায় না।" },
    [SUTRA_WORD_CANDIDATE] = { "possible place", "সম্ভাব্য স্থান" },
    [SUTRA_WORD_AREA] = { "area", "অঞ্চল" },
    [SUTRA_WORD_RADIUS] = { "uncertainty", "অনিশ্চয়তার সীমা" },
    [SUTRA_WORD_SEVERAL] = { "several places", "একাধিক স্থান" },
    [SUTRA_WORD_MAP] = { "Map", "মানচিত্র" },
  };

  return words[word][is_bengali (language)];
}

const char *
sutra_map_figure_get_type_name (const char *slug, const char *language)
{
  static const struct
  {
    const char *slug, *english, *bengali;
  } names[] = {
    { "person", "Person", "ব্যক্তি" },      { "organisation", "Organisation", "সংগঠন" },
    { "place", "Place", "স্থান" },         { "facility", "Facility", "স্থাপনা" },
    { "event", "Event", "ঘটনা" },         { "date", "Date", "তারিখ" },
    { "quantity", "Quantity", "পরিমাণ" }, { "role", "Role", "পদ" },
    { "document", "Document", "দলিল" },   { "quotation", "Quotation", "উদ্ধৃতি" },
    { "topic", "Topic", "বিষয়" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i].slug, slug) == 0)
      return is_bengali (language) ? names[i].bengali : names[i].english;
  return NULL;
}
