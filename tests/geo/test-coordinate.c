/* test-coordinate.c: which typed coordinates are read, and what is said of those that are not
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-coordinate.h"
#include "sutra-error.h"

#include <math.h>
#include <string.h>

#define DM(d, m) ((d) + (m) / 60.0)
#define DMS(d, m, s) ((d) + (m) / 60.0 + (s) / 3600.0)

static const struct
{
  const char *text;
  double latitude, longitude;
} accepted[] = {
  /* Decimals. */
  { "51.1694, 71.4491", 51.1694, 71.4491 },
  { "51.1694,71.4491", 51.1694, 71.4491 },
  { "51.1694 71.4491", 51.1694, 71.4491 },
  { "51.1694; 71.4491", 51.1694, 71.4491 },
  { "51.1694;71.4491", 51.1694, 71.4491 },
  { "51.1694/71.4491", 51.1694, 71.4491 },
  { "51.1694 | 71.4491", 51.1694, 71.4491 },
  { "51.1694\t71.4491", 51.1694, 71.4491 },
  { "51.1694\n71.4491\n", 51.1694, 71.4491 },
  { "  51.1694 ,  71.4491  ", 51.1694, 71.4491 },
  { "51.1694\xc2\xa0"
    "71.4491",
    51.1694, 71.4491 },
  { "\xe2\x80\x8e"
    "51.1694, \xe2\x80\x8f"
    "71.4491\xef\xbb\xbf",
    51.1694, 71.4491 },
  { "(51.1694, 71.4491)", 51.1694, 71.4491 },
  { "[51.1694, 71.4491]", 51.1694, 71.4491 },
  { "51.1694, 71.4491.", 51.1694, 71.4491 },
  { "51 71", 51, 71 },
  { "51,71", 51, 71 },
  { "51, 71", 51, 71 },
  { "0, 0", 0, 0 },
  { ".5, -.5", 0.5, -0.5 },
  { "-0, -0.0", 0, 0 },
  { "90, 180", 90, 180 },
  { "-90, -180", -90, -180 },
  { "-33.8688, 151.2093", -33.8688, 151.2093 },
  { "\xe2\x88\x92"
    "33.8688, \xe2\x88\x92"
    "70.5",
    -33.8688, -70.5 },
  { "\xe2\x80\x93"
    "33.8688, +70.5",
    -33.8688, 70.5 },
  { "33.8688 -70.5", 33.8688, -70.5 },
  { "33.8688,-70.5", 33.8688, -70.5 },
  { "+51.1694+071.4491/", 51.1694, 71.4491 }, /* ISO 6709 */
  { "-33.8688+151.2093/", -33.8688, 151.2093 },
  { "51.1694°, 71.4491°", 51.1694, 71.4491 },
  { "51.1694° 71.4491°", 51.1694, 71.4491 },
  { "51.1694 deg, 71.4491 deg.", 51.1694, 71.4491 },
  { "51° 10", 51, 10 },
  /* Decimal commas. */
  { "51,1694; 71,4491", 51.1694, 71.4491 },
  { "51,1694 71,4491", 51.1694, 71.4491 },
  { "51,1694, 71,4491", 51.1694, 71.4491 },
  { "51,1694° N 71,4491° E", 51.1694, 71.4491 },
  { "51,1694°N,71,4491°E", 51.1694, 71.4491 },
  { "-33,8688 / 151,2093", -33.8688, 151.2093 },
  { "51,5 71", 51.5, 71 },
  { "51°10,5′ N 71°26,25′ E", DM (51, 10.5), DM (71, 26.25) },
  { "10°5,20°7", DM (10, 5), DM (20, 7) },
  { "৫১,১৬৯৪ ৭১,৪৪৯১", 51.1694, 71.4491 },
  /* Letters. */
  { "51.1694 N, 71.4491 E", 51.1694, 71.4491 },
  { "51.1694N71.4491E", 51.1694, 71.4491 },
  { "51.1694n 71.4491e", 51.1694, 71.4491 },
  { "N 51.1694, E 71.4491", 51.1694, 71.4491 },
  { "N51.1694 E71.4491", 51.1694, 71.4491 },
  { "N51 E71", 51, 71 },
  { "E 71.4491 N 51.1694", 51.1694, 71.4491 },
  { "71.4491 E, 51.1694 N", 51.1694, 71.4491 },
  { "33.8688 S 70.5 W", -33.8688, -70.5 },
  { "33.8688° south, 70.5° west", -33.8688, -70.5 },
  { "51.1694 degrees North and 71.4491 degrees East", 51.1694, 71.4491 },
  { "51.17 N. 71.45 E.", 51.17, 71.45 },
  { "0 S 0 W", 0, 0 },
  { "lat 51.1694 lon 71.4491", 51.1694, 71.4491 },
  { "Lat: 51.1694, Long: 71.4491", 51.1694, 71.4491 },
  { "lng=71.4491; lat=-51.1694", -51.1694, 71.4491 },
  { "latitude 33.87 S, longitude 151.21 E", -33.87, 151.21 },
  { "33.87 S latitude, 151.21 E longitude", -33.87, 151.21 },
  { "৫১.১৬৯৪° উ, ৭১.৪৪৯১° পূ", 51.1694, 71.4491 },
  { "৫১.১৬৯৪, ৭১.৪৪৯১", 51.1694, 71.4491 },
  { "৩৩.৮৭° দ ৭০.৫° প", -33.87, -70.5 },
  { "২৩.৭১° উঃ ৯০.৪১° পূঃ", 23.71, 90.41 },
  { "২৩.৭১° উ: ৯০.৪১° পূ:", 23.71, 90.41 },
  { "২৩.৭১° উ. ৯০.৪১° পূ.", 23.71, 90.41 },
  { "২৩.৭১° উত্তর অক্ষাংশ ও ৯০.৪১° পূর্ব দ্রাঘিমাংশ", 23.71, 90.41 },
  { "২৩.৭১ উত্তর, ৯০.৪১ পূর্ব।", 23.71, 90.41 },
  { "অক্ষাংশ ২৩.৭১, দ্রাঘিমা ৯০.৪১", 23.71, 90.41 },
  { "৩৩ দক্ষিণ ৭০ পশ্চিম", -33, -70 },
  { "23.71 উ, ৯০.৪১ পূ", 23.71, 90.41 },
  /* Degrees, minutes, seconds. */
  { "51°10′10″ N 71°26′57″ E", DMS (51, 10, 10), DMS (71, 26, 57) },
  { "51°10'10\"N 71°26'57\"E", DMS (51, 10, 10), DMS (71, 26, 57) },
  { "51°10'10''N, 71°26'57''E", DMS (51, 10, 10), DMS (71, 26, 57) },
  { "51º10’10” N 71º26’57” E", DMS (51, 10, 10), DMS (71, 26, 57) },
  { "51° 10′ 10.5″ N, 71° 26′ 57.25″ E", DMS (51, 10, 10.5), DMS (71, 26, 57.25) },
  { "51°10′ N 71°26′ E", DM (51, 10), DM (71, 26) },
  { "51°10.5′N 71°26.25′E", DM (51, 10.5), DM (71, 26.25) },
  { "51°10.5 N 71°26.25 E", DM (51, 10.5), DM (71, 26.25) },
  { "51° 10 N, 71° 26 E", DM (51, 10), DM (71, 26) },
  { "51°10 71°26", DM (51, 10), DM (71, 26) },
  { "51°10′10 N 71°26′57 E", DMS (51, 10, 10), DMS (71, 26, 57) },
  { "-33°52′08″ 151°12′33″", -DMS (33, 52, 8), DMS (151, 12, 33) },
  { "-0°30′, 0°15′", -0.5, 0.25 },
  { "33°52′08″S 151°12′33″E", -DMS (33, 52, 8), DMS (151, 12, 33) },
  { "N 51°10′10″ E 71°26′57″", DMS (51, 10, 10), DMS (71, 26, 57) },
  { "51:10:10N 71:26:57E", DMS (51, 10, 10), DMS (71, 26, 57) },
  { "51:10:10, 71:26:57", DMS (51, 10, 10), DMS (71, 26, 57) },
  { "51:10 71:26", DM (51, 10), DM (71, 26) },
  { "40 26 46 N 79 58 56 W", DMS (40, 26, 46), -DMS (79, 58, 56) },
  { "40 26.77 N 79 58.93 W", DM (40, 26.77), -DM (79, 58.93) },
  { "N 40 26 46 W 79 58 56", DMS (40, 26, 46), -DMS (79, 58, 56) },
  { "40d26m46s N 79d58m56s W", DMS (40, 26, 46), -DMS (79, 58, 56) },
  { "33d52m08sS 151d12m33sE", -DMS (33, 52, 8), DMS (151, 12, 33) },
  { "40D26M46S N 79D58M56S W", DMS (40, 26, 46), -DMS (79, 58, 56) },
  { "33d52m S 151d12m E", -DM (33, 52), DM (151, 12) },
  { "40 deg 26 min 46 sec N, 79 deg 58 min 56 sec W", DMS (40, 26, 46), -DMS (79, 58, 56) },
  { "২৩°৪২′৩৭″ উ ৯০°২৪′২৬″ পূ", DMS (23, 42, 37), DMS (90, 24, 26) },
  { "২৩ ডিগ্রি ৪২ মিনিট ৩৭ সেকেন্ড উত্তর এবং ৯০ ডিগ্রি ২৪ মিনিট পূর্ব", DMS (23, 42, 37), DM (90, 24) },
  { "90°0′0″ N 180°0′0″ W", 90, -180 },
  /* geo: URIs. */
  { "geo:51.1694,71.4491", 51.1694, 71.4491 },
  { "GEO:-33.8688,151.2093", -33.8688, 151.2093 },
  { "geo:51.1694,71.4491,350", 51.1694, 71.4491 },
  { "geo:51.1694,71.4491;crs=wgs84;u=500", 51.1694, 71.4491 },
  { "geo:51.1694,71.4491;crs=WGS84", 51.1694, 71.4491 },
  { "geo:51.1694,71.4491;name=%E0%A6%95;flag", 51.1694, 71.4491 },
  { " geo:90,0\n", 90, 0 },
};

static void
test_accepted (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (accepted), >=, 80);
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autoptr (GError) error = NULL;
      SutraPoint point = { 1234, 1234 };
      double radius = 1234;
      gboolean ok = sutra_coordinate_parse (accepted[i].text, &point, &radius, &error);

      if (!ok || fabs (point.latitude - accepted[i].latitude) > 1e-9 || fabs (point.longitude - accepted[i].longitude) > 1e-9)
        {
          g_test_message ("“%s” gave %.9f, %.9f: %s", accepted[i].text, point.latitude, point.longitude,
                          error != NULL ? error->message : "");
          g_test_fail ();
          continue;
        }
      g_assert_no_error (error);
      /* No negative zero. */
      g_assert_false (point.latitude == 0 && signbit (point.latitude));
      g_assert_false (point.longitude == 0 && signbit (point.longitude));
      if (strstr (accepted[i].text, "u=500") != NULL)
        g_assert_cmpfloat (radius, ==, 500);
      else
        g_assert_true (isnan (radius));
    }
}

/* A part of what is said. */
static const struct
{
  const char *text;
  const char *says;
} refused[] = {
  /* Nothing, half of it, too much. */
  { "", "no coordinates" },
  { "   \n", "no coordinates" },
  { "51.1694", "one coordinate" },
  { "51.1694 N", "one coordinate" },
  { "51°10′10″", "one coordinate" },
  { "51.1694,", "no coordinates" },
  { ", 71.4491", "no coordinates" },
  { "51.1694, 71.4491, 350", "more than two" },
  { "51 10 71 26", "more than two" },
  { "51 10 10 71 26 57", "more than two" },
  { "51,10,71,26", "more than two" },
  { "51,1694,71,4491", "more than two" },
  { "51.1694, 71.4491 / 51.17, 71.45", "more than two" },
  { "51.17 N 71.45 E 43.5 N 75.2 E", "more than two" },
  { "51,, 71", "no coordinates" },
  /* No numbers. */
  { "Astana", "“Astana”" },
  { "আস্তানা", "“আস্তানা”" },
  { "📍 51.17, 71.45", "“📍" },
  { "51.17x, 71.45", "“x, 71.45”" },
  { "51.17, 71.45 📍", "“📍”" },
  { "fifty, seventy", "“fifty" },
  { "N E", "no coordinates" },
  { "N", "no coordinates" },
  { "lat, lon", "no coordinates" },
  { "°, °", "no coordinates" },
  { "+ -", "no coordinates" },
  { "- 51, - 71", "no coordinates" },
  { "--51, 71", "no coordinates" },
  { "51.1.2, 71", "“.2, 71”" },
  { "51., 71", "“., 71”" },
  { "0x33, 0x47", "“x33" },
  { "5.1e1, 71", "more than two" },
  { "nan, nan", "“nan" },
  { "inf, 0", "“inf" },
  { "1,000.5, 20", "more than two" },
  { "৫1.5, 71", "two scripts" },
  { "५१, ७१", "“५१" },
  { "https://www.openstreetmap.org/#map=11/51.17/71.45", "link" },
  { "https://maps.example/@51.1694,71.4491,12z", "link" },
  { "{51.17, 71.45}", "“{51.17" },
  { "POINT(71.45 51.17)", "“POINT" },
  { "51.17 = 71.45", "“= 71.45”" },
  { "51\\71", "“\\71”" },
  /* Out of range. */
  { "91, 0", "latitude 91 is out of range, which is -90 to 90; they may be swapped" },
  { "120.5, 51.1694", "latitude 120.5 is out of range, which is -90 to 90; they may be swapped" },
  { "-120.5, 51.1694", "may be swapped" },
  { "91, 91", "latitude 91 is out of range, which is -90 to 90." },
  { "181, 10", "latitude 181 is out of range, which is -90 to 90." },
  { "0, 181", "longitude 181 is out of range, which is -180 to 180." },
  { "0, -180.0001", "longitude -180 is out of range" },
  { "51,1694 271,4491", "longitude 271.449 is out of range" },
  { "120,5; 51,1", "may be swapped" },
  { "95 N 10 E", "latitude 95 is out of range, which is -90 to 90." },
  { "10 N 190 E", "longitude 190" },
  { "90°30′ N 10° E", "latitude 90.5" },
  { "90°0′0.1″ N 10° E", "latitude 90" },
  { "৯৫, ১০", "latitude 95" },
  { "51, 1694", "longitude 1694" },
  { "999999999999999999999999999999, 5", "latitude 1e+30" },
  /* Minutes and seconds. */
  { "51°60′ N 71° E", "up to 59" },
  { "51°10′60″ N 71° E", "up to 59" },
  { "51°70′, 71°26′", "up to 59" },
  { "51:10:61, 71:26:57", "up to 59" },
  { "51.5°10′ N 71° E", "decimals" },
  { "51°10.5′10″ N 71°26′57″ E", "decimals" },
  { "51°10″ N 71° E", "more than two" },
  { "40 66 N 79 10 W", "up to 59" },
  { "10′ N 20′ E", "no coordinates" },
  { "51°-10′ N 71° E", "" },
  { "51°° N 71° E", "" },
  { "51′10°, 71", "" },
  { "51::10, 71", "" },
  /* Letters and labels. */
  { "51.17 N, 71.45", "other does not" },
  { "51.17, 71.45 E", "other does not" },
  { "51.17 N, 71.45 N", "Both coordinates" },
  { "51.17 E, 71.45 W", "Both coordinates" },
  { "lat 51, lat 52", "Both coordinates" },
  { "51.17 N E, 71.45", "" },
  { "N 51.17 N, E 71.45", "" },
  { "-33.87 S, 151.21 E", "sign and a letter" },
  { "S -33.87, E 151.21", "sign and a letter" },
  { "latitude 51.17 E, longitude 71.45 N", "contradict" },
  { "lat 51.17, 71.45", "other does not" },
  { "51.17 O, 71.45 N", "“O, 71.45 N”" },
  { "51.17 Nord, 71.45 Ost", "“Nord" },
  { "২৩.৭১° উপ, ৯০.৪১° পূ", "“উপ" },
  { "51.1-71.4", "run together" },
  { "51.1 - 71.4", "" },
  { "1°2,3,4°5", "" },
  { "51.5, 71,3", "more than two" },
  /* geo: URIs. */
  { "geo:", "begins with latitude" },
  { "geo:51.1694", "begins with latitude" },
  { "geo:51.1694,", "no longitude" },
  { "geo:51.1694, 71.4491", "leave the rest out" },
  { "geo:51,1694;71,4491", "without a name" },
  { "geo:+51.1694,71.4491", "begins with latitude" },
  { "geo:.5,71", "begins with latitude" },
  { "geo:51.,71", "begins with latitude" },
  { "geo:120.5,51.1694", "may be swapped" },
  { "geo:0,181", "longitude 181" },
  { "geo:51,71,", "altitude" },
  { "geo:51,71,3,4", "no plain numbers" },
  { "geo:0,0?q=51.17,71.45", "leave the rest out" },
  { "geo:51,71;crs=nad27", "another coordinate system" },
  { "geo:51,71;crs", "another coordinate system" },
  { "geo:51,71;u=5;crs=wgs84", "crs comes first" },
  { "geo:51,71;x=1;u=5", "u comes before" },
  { "geo:51,71;u=5;u=6", "u comes before" },
  { "geo:51,71;u=-5", "uncertainty" },
  { "geo:51,71;u=", "uncertainty" },
  { "geo:51,71;u", "uncertainty" },
  { "geo:51,71;u=1e3", "uncertainty" },
  { "geo:51,71;u=99999999", "uncertainty" },
  { "geo:51,71;=3", "without a name" },
  { "geo:51,71;", "without a name" },
  { "geo:51,71;n=", "without a value" },
  { "geo:৫১,৭১", "leave the rest out" },
  /* Bytes. */
  { "51.17, \xff 71.45", "UTF-8" },
  { "51.17, \xc0\x80", "UTF-8" },
  { "51.1694, 71.4491                                                                                                                    "
    "                                                                                                                        ",
    "too long" },
  { "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
    "more than two" },
};

static void
test_refused (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (refused), >=, 80);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      SutraPoint point = { 12, 34 };
      double radius = 56;

      if (sutra_coordinate_parse (refused[i].text, &point, &radius, &error))
        {
          g_test_message ("“%s” was read as %f, %f", refused[i].text, point.latitude, point.longitude);
          g_test_fail ();
          continue;
        }
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
      if (strstr (error->message, refused[i].says) == NULL)
        {
          g_test_message ("“%s”: “%s” is not in “%s”", refused[i].text, refused[i].says, error->message);
          g_test_fail ();
        }
      /* Nothing is touched, and the message is one line. */
      g_assert_true (point.latitude == 12 && point.longitude == 34 && radius == 56);
      g_assert_null (strchr (error->message, '\n'));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

/* Whatever is written is read back, within what the format keeps. */
static void
test_round_trip (void)
{
  static const double off[] = { 0.5e-5, 0.05 / 3600, 0.5e-5 };

  for (int i = 0; i < 30000; i++)
    {
      SutraPoint point = { g_test_rand_double_range (-90, 90), g_test_rand_double_range (-180, 180) };
      int what = g_test_rand_int_range (0, 8);

      /* Edges, and values that round up to them. */
      if (what == 0)
        point.latitude = g_test_rand_bit () ? 90 : -89.9999999;
      if (what == 1)
        point.longitude = g_test_rand_bit () ? -180 : 179.9999999;
      if (what == 2)
        point = (SutraPoint){ g_test_rand_double_range (-1e-6, 1e-6), g_test_rand_double_range (-1e-6, 1e-6) };
      for (int format = SUTRA_COORDINATE_DECIMAL; format <= SUTRA_COORDINATE_GEO_URI; format++)
        {
          double radius = g_test_rand_bit () ? NAN : g_test_rand_double_range (0, 1e6), read = 0;
          g_autofree char *text = sutra_coordinate_format (&point, radius, (SutraCoordinateFormat) format);
          g_autofree char *again = NULL;
          g_autoptr (GError) error = NULL;
          SutraPoint back;

          g_assert_true (sutra_coordinate_parse (text, &back, &read, &error));
          g_assert_no_error (error);
          g_assert_cmpfloat (fabs (back.latitude - point.latitude), <=, off[format] * 1.0001);
          g_assert_cmpfloat (fabs (back.longitude - point.longitude), <=, off[format] * 1.0001);
          if (format == SUTRA_COORDINATE_GEO_URI && !isnan (radius))
            g_assert_cmpfloat_with_epsilon (read, radius, 0.0501);
          else
            g_assert_true (isnan (read));
          again = sutra_coordinate_format (&back, read, (SutraCoordinateFormat) format);
          g_assert_cmpstr (again, ==, text);
        }
    }
}

static void
test_format (void)
{
  static const struct
  {
    SutraPoint point;
    double radius_m;
    const char *decimal, *dms, *uri;
  } known[] = {
    { { 51.1694, 71.4491 }, 500, "51.16940, 71.44910", "51°10′09.8″ N 71°26′56.8″ E", "geo:51.1694,71.4491;u=500" },
    { { -33.5, -70 }, 0, "-33.50000, -70.00000", "33°30′00″ S 70°00′00″ W", "geo:-33.5,-70;u=0" },
    { { 0, 0 }, NAN, "0.00000, 0.00000", "0°00′00″ N 0°00′00″ E", "geo:0,0" },
    { { -0.0, -1e-9 }, INFINITY, "0.00000, 0.00000", "0°00′00″ N 0°00′00″ E", "geo:0,0" },
    { { 59.99999999, 179.99999999 }, 12.34, "60.00000, 180.00000", "60°00′00″ N 180°00′00″ E", "geo:60,180;u=12.3" },
    { { 10, 100 }, -1, "10.00000, 100.00000", "10°00′00″ N 100°00′00″ E", "geo:10,100" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *decimal = sutra_coordinate_format (&known[i].point, known[i].radius_m, SUTRA_COORDINATE_DECIMAL);
      g_autofree char *dms = sutra_coordinate_format (&known[i].point, known[i].radius_m, SUTRA_COORDINATE_DMS);
      g_autofree char *uri = sutra_coordinate_format (&known[i].point, known[i].radius_m, SUTRA_COORDINATE_GEO_URI);

      g_assert_cmpstr (decimal, ==, known[i].decimal);
      g_assert_cmpstr (dms, ==, known[i].dms);
      g_assert_cmpstr (uri, ==, known[i].uri);
    }
}

/* Whole degrees with marks left out or put in, in Bengali digits or with other signs, mean the same. */
static void
test_variants (void)
{
  static const char *const degree[] = { "°", "º", "˚", " deg " };
  static const char *const minute[] = { "′", "'", "’", " min " };
  static const char *const second[] = { "″", "\"", "”", "''", " sec " };
  static const char *const parts[] = { ", ", " ", "; ", " / " };

  for (int i = 0; i < 5000; i++)
    {
      int d1 = g_test_rand_int_range (0, 90), m1 = g_test_rand_int_range (0, 60), s1 = g_test_rand_int_range (0, 60);
      int d2 = g_test_rand_int_range (0, 180), m2 = g_test_rand_int_range (0, 60), s2 = g_test_rand_int_range (0, 60);
      const char *d = degree[g_test_rand_int_range (0, G_N_ELEMENTS (degree))],
                 *m = minute[g_test_rand_int_range (0, G_N_ELEMENTS (minute))];
      const char *s = second[g_test_rand_int_range (0, G_N_ELEMENTS (second))],
                 *part = parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))];
      gboolean south = g_test_rand_bit (), west = g_test_rand_bit (), swap = g_test_rand_bit ();
      g_autofree char *latitude = g_strdup_printf ("%d%s%02d%s%d%s %s", d1, d, m1, m, s1, s, south ? "S" : "উ");
      g_autofree char *longitude = g_strdup_printf ("%d%s%02d%s%d%s %s", d2, d, m2, m, s2, s, west ? "প" : "E");
      g_autofree char *text = g_strconcat (swap ? longitude : latitude, part, swap ? latitude : longitude, NULL);
      g_autoptr (GError) error = NULL;
      SutraPoint point;

      if (!sutra_coordinate_parse (text, &point, NULL, &error))
        g_error ("%s: %s", text, error->message);
      g_assert_cmpfloat_with_epsilon (point.latitude, DMS (d1, m1, s1) * (south ? -1 : 1), 1e-9);
      g_assert_cmpfloat_with_epsilon (point.longitude, DMS (d2, m2, s2) * (west ? -1 : 1), 1e-9);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coordinate/accepted", test_accepted);
  g_test_add_func ("/coordinate/refused", test_refused);
  g_test_add_func ("/coordinate/round-trip", test_round_trip);
  g_test_add_func ("/coordinate/format", test_format);
  g_test_add_func ("/coordinate/variants", test_variants);
  return g_test_run ();
}
