/* test-places-data.c: what the shipped list of places must hold, written down here once more and apart from the tables it is made of
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-gazetteer.h"
#include "sutra-place-key.h"

#include <math.h>
#include <string.h>

#define MINIMUM 58000

static SutraGazetteer *gazetteer;

/* name in Bengali|in English */
static const char *const divisions[] = {
  "বরিশাল বিভাগ|Barishal Division", "চট্টগ্রাম বিভাগ|Chattogram Division",  "ঢাকা বিভাগ|Dhaka Division",
  "খুলনা বিভাগ|Khulna Division",     "রাজশাহী বিভাগ|Rajshahi Division",    "রংপুর বিভাগ|Rangpur Division",
  "সিলেট বিভাগ|Sylhet Division",    "ময়মনসিংহ বিভাগ|Mymensingh Division",
};

static const char *const districts[] = {
  "বরগুনা|Barguna",
  "বরিশাল|Barisal",
  "ভোলা|Bhola",
  "ঝালকাঠি|Jhalokati",
  "পটুয়াখালী|Patuakhali",
  "পিরোজপুর|Pirojpur",
  "বান্দরবান|Bandarban",
  "ব্রাহ্মণবাড়িয়া|Brahmanbaria",
  "চাঁদপুর|Chandpur",
  "চট্টগ্রাম|Chittagong",
  "কুমিল্লা|Comilla",
  "কক্সবাজার|Cox's Bazar",
  "ফেনী|Feni",
  "খাগড়াছড়ি|Khagrachhari",
  "লক্ষ্মীপুর|Lakshmipur",
  "নোয়াখালী|Noakhali",
  "রাঙ্গামাটি|Rangamati",
  "ঢাকা|Dhaka",
  "ফরিদপুর|Faridpur",
  "গাজীপুর|Gazipur",
  "গোপালগঞ্জ|Gopalganj",
  "কিশোরগঞ্জ|Kishoreganj",
  "মাদারীপুর|Madaripur",
  "মানিকগঞ্জ|Manikganj",
  "মুন্সিগঞ্জ|Munshiganj",
  "নারায়ণগঞ্জ|Narayanganj",
  "নরসিংদী|Narsingdi",
  "রাজবাড়ী|Rajbari",
  "শরীয়তপুর|Shariatpur",
  "টাঙ্গাইল|Tangail",
  "বাগেরহাট|Bagerhat",
  "চুয়াডাঙ্গা|Chuadanga",
  "যশোর|Jessore",
  "ঝিনাইদহ|Jhenaidah",
  "খুলনা|Khulna",
  "কুষ্টিয়া|Kushtia",
  "মাগুরা|Magura",
  "মেহেরপুর|Meherpur",
  "নড়াইল|Narail",
  "সাতক্ষীরা|Satkhira",
  "জামালপুর|Jamalpur",
  "ময়মনসিংহ|Mymensingh",
  "নেত্রকোনা|Netrokona",
  "শেরপুর|Sherpur",
  "বগুড়া|Bogra",
  "জয়পুরহাট|Joypurhat",
  "নওগাঁ|Naogaon",
  "নাটোর|Natore",
  "চাঁপাইনবাবগঞ্জ|Chapai Nawabganj",
  "পাবনা|Pabna",
  "রাজশাহী|Rajshahi",
  "সিরাজগঞ্জ|Sirajganj",
  "দিনাজপুর|Dinajpur",
  "গাইবান্ধা|Gaibandha",
  "কুড়িগ্রাম|Kurigram",
  "লালমনিরহাট|Lalmonirhat",
  "নীলফামারী|Nilphamari",
  "পঞ্চগড়|Panchagarh",
  "রংপুর|Rangpur",
  "ঠাকুরগাঁও|Thakurgaon",
  "হবিগঞ্জ|Habiganj",
  "মৌলভীবাজার|Moulvibazar",
  "সুনামগঞ্জ|Sunamganj",
  "সিলেট|Sylhet",
};

/* Coordinates from other sources than the tables: published coordinates of the places, to a hundredth of a degree. */
static const struct
{
  const char *name;
  const char *country;
  double latitude;
  double longitude;
  double kilometres;
} known[] = {
  { "ওটার", "KZ", 43.5346, 75.2139, 3 },   { "আস্তানা", "KZ", 51.17, 71.43, 5 },    { "নুর-সুলতান", "KZ", 51.17, 71.43, 5 },
  { "বেনাপোল", "BD", 23.04, 88.89, 3 },    { "টেকনাফ", "BD", 20.86, 92.30, 3 },    { "কুতুপালং", "BD", 21.21, 92.16, 3 },
  { "ভাসানচর", "BD", 22.37, 91.39, 3 },    { "রূপপুর", "BD", 24.07, 89.05, 3 },      { "মাতারবাড়ি", "BD", 21.70, 91.88, 3 },
  { "মোংলা", "BD", 22.49, 89.60, 3 },      { "শাহবাগ", "BD", 23.74, 90.395, 3 },   { "আখাউড়া", "BD", 23.87, 91.21, 3 },
  { "তামাবিল", "BD", 25.18, 92.03, 3 },    { "পেট্রাপোল", "IN", 23.04, 88.88, 3 },  { "আগরতলা", "IN", 23.83, 91.28, 3 },
  { "শিলিগুড়ি", "IN", 26.71, 88.43, 3 },    { "নন্দীগ্রাম", "IN", 22.01, 87.99, 3 },  { "মংডু", "MM", 20.82, 92.37, 3 },
  { "সিত্তে", "MM", 20.15, 92.90, 3 },      { "কাবুল", "AF", 34.53, 69.17, 5 },      { "বাগরাম", "AF", 34.95, 69.26, 3 },
  { "গোয়াদর", "PK", 25.12, 62.33, 3 },     { "তাশখন্দ", "UZ", 41.30, 69.24, 5 },    { "বিশকেক", "KG", 42.87, 74.59, 5 },
  { "দুশানবে", "TJ", 38.54, 68.78, 5 },     { "আশখাবাদ", "TM", 37.95, 58.38, 5 },   { "আলমাতি", "KZ", 43.25, 76.92, 5 },
  { "রাফাহ", "PS", 31.29, 34.25, 3 },      { "খান ইউনিস", "PS", 31.34, 34.31, 3 }, { "বাখমুত", "UA", 48.59, 38.00, 3 },
  { "জাপোরিঝিয়া", "UA", 47.84, 35.14, 5 }, { "কিয়েভ", "UA", 50.45, 30.52, 3 },     { "ফোর্দো", "IR", 34.885, 50.995, 3 },
  { "চাবাহার", "IR", 25.29, 60.64, 3 },
};

/* Claimed by more than one state: nothing says whose they are. */
static const char *const disputed[] = {
  "কাশ্মীর",     "শ্রীনগর",       "জম্মু",       "লাদাখ",    "লেহ",    "কার্গিল",          "পহেলগাম",          "মুজাফফরাবাদ",
  "গিলগিট",     "সিয়াচেন",      "আকসাই চিন", "গালওয়ান",  "ডোকলাম", "অরুণাচল প্রদেশ",    "তাওয়াং",           "ক্রিমিয়া",
  "সেভাস্তোপোল", "গোলান মালভূমি", "জেরুজালেম",  "আবখাজিয়া", "ডনবাস",  "নাগোর্নো-কারাবাখ", "স্প্র্যাটলি দ্বীপপুঞ্জ",
};

static double
kilometres (SutraPoint a, double latitude, double longitude)
{
  double half = sin ((latitude - a.latitude) * G_PI / 360);
  double across = sin ((longitude - a.longitude) * G_PI / 360);

  return 2 * 6371 * asin (sqrt (half * half + cos (a.latitude * G_PI / 180) * cos (latitude * G_PI / 180) * across * across));
}

static gboolean
has_name (const char *id, const char *name)
{
  g_autofree const char **names = sutra_gazetteer_dup_names (gazetteer, id);
  g_autofree char *wanted = sutra_place_key (name);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *key = sutra_place_key (names[i]);

      if (g_str_equal (key, wanted))
        return TRUE;
    }
  return FALSE;
}

/* How many places of this kind and country have both names; the last of them in @id. */
static guint
count_named (SutraPlaceKind kind, const char *country, const char *both, char **id)
{
  g_auto (GStrv) names = g_strsplit (both, "|", 2);
  guint n = 0;

  for (guint i = 0; i < sutra_gazetteer_get_size (gazetteer); i++)
    {
      SutraPlace place;

      sutra_gazetteer_get_place (gazetteer, i, &place);
      if (place.kind != kind || strcmp (place.country, country) != 0 || !has_name (place.id, names[0]) || !has_name (place.id, names[1]))
        continue;
      n++;
      g_free (*id);
      *id = g_strdup (place.id);
    }
  return n;
}

static void
test_bangladesh (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_districts = 0, n_divisions = 0;

  for (guint i = 0; i < G_N_ELEMENTS (districts) + G_N_ELEMENTS (divisions); i++)
    {
      gboolean is_district = i < G_N_ELEMENTS (districts);
      const char *both = is_district ? districts[i] : divisions[i - G_N_ELEMENTS (districts)];
      g_autofree char *id = NULL;

      g_test_message ("%s", both);
      g_assert_cmpuint (count_named (is_district ? SUTRA_PLACE_DISTRICT : SUTRA_PLACE_REGION, "BD", both, &id), ==, 1);
      g_assert_true (g_hash_table_add (ids, g_steal_pointer (&id)));
    }
  for (guint i = 0; i < sutra_gazetteer_get_size (gazetteer); i++)
    {
      SutraPlace place;

      sutra_gazetteer_get_place (gazetteer, i, &place);
      n_districts += place.kind == SUTRA_PLACE_DISTRICT && g_str_equal (place.country, "BD");
      n_divisions += place.kind == SUTRA_PLACE_REGION && g_str_equal (place.country, "BD");
    }
  g_assert_cmpuint (n_districts, ==, 64);
  g_assert_cmpuint (n_divisions, ==, 8);
}

/* The town of each district, too: "যশোরে" is one of the two, and either can be chosen. */
static void
test_towns_of_districts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (districts); i++)
    {
      g_auto (GStrv) names = g_strsplit (districts[i], "|", 2);
      g_autoptr (GPtrArray) found = sutra_gazetteer_look_up (gazetteer, names[0], &(SutraPlaceQuery){ .country = "BD" });
      guint n_points = 0, n_districts = 0;

      g_test_message ("%s", districts[i]);
      for (guint k = 0; k < found->len; k++)
        {
          const SutraPlace *place = &((SutraCandidate *) found->pdata[k])->place;

          n_points += !sutra_place_kind_is_area (place->kind);
          n_districts += place->kind == SUTRA_PLACE_DISTRICT;
        }
      g_assert_cmpuint (n_points, >, 0);
      g_assert_cmpuint (n_districts, >, 0);
    }
}

static void
test_known (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autoptr (GPtrArray) found = sutra_gazetteer_look_up (gazetteer, known[i].name, &(SutraPlaceQuery){ .country = known[i].country });
      double nearest = G_MAXDOUBLE;

      for (guint k = 0; k < found->len; k++)
        {
          const SutraCandidate *candidate = found->pdata[k];

          if (candidate->stage == SUTRA_STAGE_EXACT)
            nearest = MIN (nearest, kilometres (candidate->place.point, known[i].latitude, known[i].longitude));
        }
      g_test_message ("%s: %.1f km", known[i].name, nearest);
      g_assert_cmpfloat (nearest, <=, known[i].kilometres);
    }
}

static void
test_disputed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (disputed); i++)
    {
      g_autoptr (GPtrArray) found = sutra_gazetteer_look_up (gazetteer, disputed[i], NULL);
      const SutraCandidate *first;

      g_test_message ("%s", disputed[i]);
      g_assert_cmpuint (found->len, >, 0);
      first = found->pdata[0];
      g_assert_cmpint (first->stage, ==, SUTRA_STAGE_EXACT);
      g_assert_cmpstr (first->place.country, ==, "");
    }
}

static void
assert_members (const char *name, const char *members)
{
  g_autoptr (GPtrArray) found = sutra_gazetteer_look_up (gazetteer, name, NULL);

  g_test_message ("%s: %s", name, members);
  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpstr (((SutraCandidate *) found->pdata[0])->place.members, ==, members);
}

static void
test_areas (void)
{
  assert_members ("মধ্য এশিয়া", "KG KZ TJ TM UZ");
  assert_members ("দক্ষিণ এশিয়া", "AF BD BT IN IR LK MV NP PK");
  assert_members ("আফ-পাক অঞ্চল", "AF PK");
  assert_members ("আফপাক", "AF PK");
  assert_members ("বাল্টিক রাষ্ট্র", "EE LT LV");
  assert_members ("কাজাকস্তান", "KZ");
  assert_members ("আমেরিকা", "US");
}

static gboolean
is_code (const char *text, gsize length)
{
  return length == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
}

/* Every place: what a program may rely on. */
static void
test_all (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_bengali = 0;

  g_assert_cmpuint (sutra_gazetteer_get_size (gazetteer), >=, MINIMUM);
  for (guint i = 0; i < sutra_gazetteer_get_size (gazetteer); i++)
    {
      SutraPlace place;
      g_auto (GStrv) members = NULL;

      sutra_gazetteer_get_place (gazetteer, i, &place);
      g_assert_true (g_hash_table_add (ids, (gpointer) place.id));
      g_assert_true (fabs (place.point.latitude) <= 90 && fabs (place.point.longitude) <= 180);
      g_assert_true (place.country[0] == '\0' || is_code (place.country, strlen (place.country)));
      g_assert_true (place.name_latin[0] != '\0' && g_utf8_validate (place.name_latin, -1, NULL));
      g_assert_cmpint (place.population, >=, 0);
      g_assert_cmpint (place.population, <, 50000000);
      n_bengali += place.name != NULL;
      members = g_strsplit (place.members != NULL ? place.members : "", " ", -1);
      for (guint k = 0; members[k] != NULL; k++)
        g_assert_true (is_code (members[k], strlen (members[k])));
      if (place.kind <= SUTRA_PLACE_COUNTRY)
        g_assert_cmpuint (g_strv_length (members), >, 0);
    }
  g_assert_cmpuint (n_bengali, >=, 9500);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  gazetteer = sutra_gazetteer_load (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/places-data/all", test_all);
  g_test_add_func ("/places-data/bangladesh", test_bangladesh);
  g_test_add_func ("/places-data/towns-of-districts", test_towns_of_districts);
  g_test_add_func ("/places-data/known", test_known);
  g_test_add_func ("/places-data/disputed", test_disputed);
  g_test_add_func ("/places-data/areas", test_areas);
  status = g_test_run ();
  sutra_gazetteer_unref (gazetteer);
  return status;
}
