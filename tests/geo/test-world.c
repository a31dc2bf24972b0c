/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-world.h"

#include "sutra-error.h"

#include <math.h>

static SutraWorld *
load (void)
{
  g_autoptr (GError) error = NULL;
  SutraWorld *world = sutra_world_load (NULL, &error);

  g_assert_no_error (error);
  return world;
}

static void
test_countries (void)
{
  g_autoptr (SutraWorld) world = load ();
  static const struct
  {
    const char *country;
    SutraPoint point;
  } known[] = {
    { "BD", { 23.7104, 90.4074 } }, /* Dhaka */
    { "IN", { 28.6358, 77.2244 } }, /* New Delhi */
    { "KZ", { 51.1694, 71.4491 } }, /* Astana */
    { "KZ", { 43.5346, 75.2139 } }, /* Otar */
    { "KZ", { 45.6200, 63.3140 } }, /* Baikonur, leased */
    { "AF", { 34.5289, 69.1725 } }, /* Kabul */
    { "PK", { 33.7215, 73.0433 } }, /* Islamabad */
    { "", { 10, 88 } },             /* Bay of Bengal */
    { "FJ", { -16.8, -179.95 } },   /* Taveuni, east of the antimeridian */
    { "FJ", { -17.8, 178.0 } },     /* Viti Levu */
    { "RU", { 66.0, -172.0 } },     /* Chukotka */
    { "RU", { 55.7522, 37.6156 } }, /* Moscow */
    { "AQ", { -85, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_test_message ("%g, %g", known[i].point.latitude, known[i].point.longitude);
      g_assert_cmpstr (sutra_world_find_country (world, &known[i].point), ==, known[i].country);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/geo/world/countries", test_countries);
  return g_test_run ();
}
