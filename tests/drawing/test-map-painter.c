/* test-map-painter.c: what is painted is what the data say, at every zoom and wherever the world begins again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-map-painter.h"

#include <math.h>

/* Colours that no mixture gives. */
#define SEA 0x0000ff
#define LAND 0x00ff00
#define CLAIM 0xff00ff

static const SutraMapStyle plain = {
  .sea = { 0, 0, 1, 1 },
  .land = { 0, 1, 0, 1 },
  .lake = { 0, 1, 0, 1 },
  .coast = { 0, 0, 0, 1 },
  .border = { 0, 0, 0, 1 },
  .disputed = { 1, 0, 1, 1 },
  .region = { 0, 1, 0, 1 },
  .river = { 0, 1, 0, 1 },
  .area_fill = { 1, 0, 0, 1 },
  .area_line = { 1, 0, 0, 1 },
  .selection = { 1, 0, 0, 1 },
  .panel = { 1, 1, 1, 1 },
  .panel_text = { 0, 0, 0, 1 },
};

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  SutraViewport viewport;
} Picture;

static void
picture_init (Picture *self, double latitude, double longitude, double zoom, int width, int height)
{
  SutraPoint center = { latitude, longitude };

  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  self->cr = cairo_create (self->surface);
  self->viewport = (SutraViewport){ .zoom = zoom, .width = width, .height = height };
  sutra_projection_forward (&center, &self->viewport.center);
}

static void
picture_clear (Picture *self)
{
  g_assert_cmpint (cairo_status (self->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static guint32
picture_get (const Picture *self, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (self->surface) + y * cairo_image_surface_get_stride (self->surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static GBytes *
picture_dup_bytes (Picture *self)
{
  cairo_surface_flush (self->surface);
  return g_bytes_new (cairo_image_surface_get_data (self->surface),
                      (gsize) cairo_image_surface_get_stride (self->surface) * (gsize) cairo_image_surface_get_height (self->surface));
}

static SutraWorld *
load_world (void)
{
  g_autoptr (GError) error = NULL;
  SutraWorld *world = sutra_world_load (NULL, &error);

  g_assert_no_error (error);
  return world;
}

/* Whether all pixels up to 3 from it have its colour: it is not near a line. */
static gboolean
is_plain (const Picture *self, int x, int y)
{
  guint32 color = picture_get (self, x, y);

  for (int dy = -3; dy <= 3; dy++)
    for (int dx = -3; dx <= 3; dx++)
      if (picture_get (self, x + dx, y + dy) != color)
        return FALSE;
  return TRUE;
}

/* Compares pixels with the polygon that their place lies in, found without any drawing. */
static void
assert_land_and_sea (double latitude, double longitude, double zoom)
{
  g_auto (Picture) picture = { 0 };
  g_autoptr (SutraWorld) world = load_world ();
  guint seen = 0, land = 0;

  picture_init (&picture, latitude, longitude, zoom, 420, 320);
  g_assert_true (sutra_map_paint (picture.cr, world, &picture.viewport, &plain, 0, NULL));
  cairo_surface_flush (picture.surface);
  for (int y = 4; y < 316; y += 7)
    for (int x = 4; x < 416; x += 7)
      {
        SutraMapPoint at;
        SutraPoint point;

        if (!is_plain (&picture, x, y))
          continue;
        sutra_viewport_from_pixel (&picture.viewport, x + 0.5, y + 0.5, &at);
        sutra_projection_inverse (&at, &point);
        g_assert_cmphex (picture_get (&picture, x, y), ==, *sutra_world_find_country (world, &point) != '\0' ? LAND : SEA);
        seen++;
        land += picture_get (&picture, x, y) == LAND;
      }
  /* Both are there, and lines have not taken the most of it. */
  g_assert_cmpuint (seen, >, 800);
  g_assert_cmpuint (land, >, 20);
  g_assert_cmpuint (land, <, seen - 20);
}

/* The point of a coast of the fine level that is nearest. */
static void
find_coast (double latitude, double longitude, SutraPoint *coast)
{
  g_autoptr (SutraWorld) world = load_world ();
  SutraPoint from = { latitude, longitude };
  double nearest = G_MAXDOUBLE;
  guint n;
  const SutraWorldShape *shapes = sutra_world_get_shapes (world, SUTRA_WORLD_FINE, SUTRA_WORLD_COAST, &n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < shapes[i].n_points; j++)
      {
        SutraMapPoint at = { (double) shapes[i].points[j].x, (double) shapes[i].points[j].y };
        SutraPoint point;

        sutra_projection_inverse (&at, &point);
        if (sutra_point_distance_m (&point, &from) >= nearest)
          continue;
        nearest = sutra_point_distance_m (&point, &from);
        *coast = point;
      }
  g_assert_cmpfloat (nearest, <, 200000);
}

/* Where coordinates that are not cut overflow those of cairo: 24 bits before the point. */
static void
test_deep_zoom (void)
{
  static const SutraPoint places[] = { { 22.2, 91.8 }, { 62, 6 }, { -17.8, 178 }, { 66, 179 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (double zoom = 9; zoom <= 17; zoom += 4)
      {
        SutraPoint coast = { 0, 0 };

        find_coast (places[i].latitude, places[i].longitude, &coast);
        assert_land_and_sea (coast.latitude, coast.longitude, zoom);
      }
}

static void
test_antimeridian (void)
{
  assert_land_and_sea (66, 180, 5);
  assert_land_and_sea (66, -179.9, 6.3);
  assert_land_and_sea (-17.5, 180, 7);
  assert_land_and_sea (71, 180, 6);
}

static void
test_poles (void)
{
  assert_land_and_sea (-77.5, 166, 5);
  assert_land_and_sea (-77, -40, 5);
  assert_land_and_sea (82, -40, 5);
}

/* All places at once: no band from one edge of the world to the other at any level. */
static void
test_levels (void)
{
  g_autoptr (SutraWorld) world = load_world ();

  for (double zoom = 0; zoom < 5; zoom += 1)
    {
      g_auto (Picture) picture = { 0 };
      guint wrong = 0, seen = 0;

      picture_init (&picture, 0, 0, zoom, 256, 256);
      g_assert_true (sutra_map_paint (picture.cr, world, &picture.viewport, &plain, SUTRA_MAP_PAINT_NO_CLAIMS, NULL));
      cairo_surface_flush (picture.surface);
      for (int y = 4; y < 252; y += 5)
        for (int x = 4; x < 252; x += 5)
          {
            SutraMapPoint at;
            SutraPoint point;

            if (!is_plain (&picture, x, y))
              continue;
            sutra_viewport_from_pixel (&picture.viewport, x + 0.5, y + 0.5, &at);
            sutra_projection_inverse (&at, &point);
            seen++;
            wrong += (picture_get (&picture, x, y) == LAND) != (*sutra_world_find_country (world, &point) != '\0');
          }
      /* The coarser levels leave small islands out. */
      g_assert_cmpuint (seen, >, 500);
      g_assert_cmpuint (wrong * 50, <, seen);
    }
}

static void
test_repeats (void)
{
  g_autoptr (SutraWorld) world = load_world ();
  g_auto (Picture) picture = { 0 };

  picture_init (&picture, 10, 37, 0, 1000, 256);
  g_assert_true (sutra_map_paint (picture.cr, world, &picture.viewport, &plain, 0, NULL));
  cairo_surface_flush (picture.surface);
  /* Antialiased lines may differ by the last bits of a coordinate; what is plain may not. */
  for (int y = 4; y < 250; y += 3)
    for (int x = 4; x + 256 < 996; x += 3)
      if (is_plain (&picture, x, y) && is_plain (&picture, x + 256, y))
        g_assert_cmphex (picture_get (&picture, x, y), ==, picture_get (&picture, x + 256, y));
}

static void
test_same_bytes (void)
{
  static const double zooms[] = { 0, 2.5, 4.99, 5, 8.3, 14 };
  g_autoptr (SutraWorld) world = load_world ();

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_auto (Picture) one = { 0 };
      g_auto (Picture) other = { 0 };
      g_autoptr (GBytes) first = NULL;
      g_autoptr (GBytes) second = NULL;

      picture_init (&one, 23.7, 90.4, zooms[i], 300, 200);
      picture_init (&other, 23.7, 90.4, zooms[i], 300, 200);
      g_assert_true (sutra_map_paint (one.cr, world, &one.viewport, sutra_map_style_get (SUTRA_THEME_LIGHT), 0, NULL));
      g_assert_true (sutra_map_paint (other.cr, world, &other.viewport, sutra_map_style_get (SUTRA_THEME_LIGHT), 0, NULL));
      first = picture_dup_bytes (&one);
      second = picture_dup_bytes (&other);
      g_assert_true (g_bytes_equal (first, second));
    }
}

static gboolean
has_color (const Picture *self, guint32 color)
{
  for (int y = 0; y < self->viewport.height; y++)
    for (int x = 0; x < self->viewport.width; x++)
      if (picture_get (self, x, y) == color)
        return TRUE;
  return FALSE;
}

/* Purple is where red and blue are much and green is little. */
static gboolean
has_claim (const Picture *self)
{
  for (int y = 0; y < self->viewport.height; y++)
    for (int x = 0; x < self->viewport.width; x++)
      {
        guint32 color = picture_get (self, x, y);

        if ((color >> 16 & 0xff) > 0x60 && (color & 0xff) > 0x60)
          return TRUE;
      }
  return FALSE;
}

static void
test_claims (void)
{
  g_autoptr (SutraWorld) world = load_world ();
  g_auto (Picture) with = { 0 };
  g_auto (Picture) without = { 0 };

  picture_init (&with, 34.5, 77, 6, 500, 400);
  picture_init (&without, 34.5, 77, 6, 500, 400);
  sutra_map_paint (with.cr, world, &with.viewport, &plain, 0, NULL);
  sutra_map_paint (without.cr, world, &without.viewport, &plain, SUTRA_MAP_PAINT_NO_CLAIMS, NULL);
  cairo_surface_flush (with.surface);
  cairo_surface_flush (without.surface);
  g_assert_true (has_claim (&with));
  g_assert_false (has_claim (&without));
}

/* Nothing reaches out of the viewport's rectangle, which may be a part of a page. */
static void
test_stays_inside (void)
{
  g_autoptr (SutraWorld) world = load_world ();
  g_auto (Picture) picture = { 0 };

  picture_init (&picture, 23.7, 90.4, 5, 400, 300);
  cairo_set_source_rgb (picture.cr, 1, 1, 1);
  cairo_paint (picture.cr);
  picture.viewport.width = 200;
  picture.viewport.height = 150;
  cairo_translate (picture.cr, 100, 75);
  sutra_map_paint (picture.cr, world, &picture.viewport, &plain, 0, NULL);
  sutra_map_paint_area (picture.cr, world, &picture.viewport, &plain, "BD IN MM", TRUE);
  sutra_map_paint_radius (picture.cr, &picture.viewport, &(SutraPoint){ 23.7, 90.4 }, 2000000, &plain.selection);
  cairo_surface_flush (picture.surface);
  for (int y = 0; y < 300; y++)
    for (int x = 0; x < 400; x++)
      if (x < 100 || x >= 300 || y < 75 || y >= 225)
        g_assert_cmphex (picture_get (&picture, x, y), ==, 0xffffff);
}

static void
test_no_world (void)
{
  static const double zooms[] = { 0, 3, 8, 17 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_auto (Picture) picture = { 0 };

      picture_init (&picture, 84, 179.9, zooms[i], 400, 300);
      g_assert_true (sutra_map_paint (picture.cr, NULL, &picture.viewport, &plain, 0, NULL));
      sutra_map_paint_area (picture.cr, NULL, &picture.viewport, &plain, "BD", FALSE);
      cairo_surface_flush (picture.surface);
      g_assert_true (has_color (&picture, SEA));
      g_assert_false (has_color (&picture, LAND));
    }
}

static void
count_and_cancel (cairo_surface_t *observer, cairo_surface_t *target, void *data)
{
  gpointer *state = data;

  g_cancellable_cancel (state[0]);
  state[1] = GUINT_TO_POINTER (GPOINTER_TO_UINT (state[1]) + 1);
}

static void
test_cancelled (void)
{
  g_autoptr (SutraWorld) world = load_world ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Picture) picture = { 0 };
  cairo_surface_t *observer;
  cairo_t *cr;
  gpointer state[2] = { cancellable, NULL };

  picture_init (&picture, 23.7, 90.4, 5, 400, 300);
  observer = cairo_surface_create_observer (picture.surface, CAIRO_SURFACE_OBSERVER_NORMAL);
  cairo_surface_observer_add_stroke_callback (observer, count_and_cancel, state);
  cr = cairo_create (observer);
  /* While it paints: what follows the first stroke is left out. */
  g_assert_false (sutra_map_paint (cr, world, &picture.viewport, &plain, 0, cancellable));
  g_assert_cmpuint (GPOINTER_TO_UINT (state[1]), ==, 1);
  /* Before it paints: nothing is touched. */
  cairo_destroy (cr);
  cairo_surface_destroy (observer);
  cairo_set_source_rgb (picture.cr, 1, 1, 1);
  cairo_paint (picture.cr);
  g_assert_false (sutra_map_paint (picture.cr, world, &picture.viewport, &plain, 0, cancellable));
  g_assert_false (sutra_map_paint (picture.cr, NULL, &picture.viewport, &plain, 0, cancellable));
  cairo_surface_flush (picture.surface);
  g_assert_false (has_color (&picture, SEA));
}

static void
test_area (void)
{
  g_autoptr (SutraWorld) world = load_world ();
  g_auto (Picture) picture = { 0 };
  guint lit = 0;

  picture_init (&picture, 24, 90, 5.5, 400, 300);
  cairo_set_source_rgb (picture.cr, 1, 1, 1);
  cairo_paint (picture.cr);
  sutra_map_paint_area (picture.cr, world, &picture.viewport, &plain, "XX BD NPX BT", FALSE);
  cairo_surface_flush (picture.surface);
  for (int y = 4; y < 296; y += 3)
    for (int x = 4; x < 396; x += 3)
      {
        SutraMapPoint at;
        SutraPoint point;
        const char *country;

        if (!is_plain (&picture, x, y))
          continue;
        sutra_viewport_from_pixel (&picture.viewport, x + 0.5, y + 0.5, &at);
        sutra_projection_inverse (&at, &point);
        country = sutra_world_find_country (world, &point);
        g_assert_cmphex (picture_get (&picture, x, y), ==,
                         g_str_equal (country, "BD") || g_str_equal (country, "BT") ? 0xff0000 : 0xffffff);
        lit += picture_get (&picture, x, y) == 0xff0000;
      }
  g_assert_cmpuint (lit, >, 50);
}

/* An area that the antimeridian cuts has no line there. */
static void
test_area_outline (void)
{
  g_autoptr (SutraWorld) world = load_world ();
  g_auto (Picture) picture = { 0 };
  SutraMapStyle style = plain;

  style.area_fill.alpha = 0;
  picture_init (&picture, 67.5, 180, 6, 200, 60);
  cairo_set_source_rgb (picture.cr, 1, 1, 1);
  cairo_paint (picture.cr);
  sutra_map_paint_area (picture.cr, world, &picture.viewport, &style, "RU", FALSE);
  cairo_surface_flush (picture.surface);
  g_assert_cmphex (picture_get (&picture, 100, 30), ==, 0xffffff);
  g_assert_cmphex (picture_get (&picture, 99, 30), ==, 0xffffff);
}

/* Compares the tint of pixels with the distance of their place on the ground. */
static void
assert_circle (double latitude, double longitude, double radius_m, double zoom)
{
  SutraPoint center = { latitude, longitude };
  const SutraColor red = { 1, 0, 0, 1 };
  const SutraMapStyle blank = { .sea = { 1, 1, 1, 1 }, .coast = { 1, 1, 1, 1 } };
  g_auto (Picture) picture = { 0 };
  guint inside = 0, outside = 0;

  picture_init (&picture, CLAMP (latitude, -70, 70), longitude + 20, zoom, 512, 512);
  sutra_map_paint (picture.cr, NULL, &picture.viewport, &blank, 0, NULL);
  sutra_map_paint_radius (picture.cr, &picture.viewport, &center, radius_m, &red);
  cairo_surface_flush (picture.surface);
  for (int y = 4; y < 508; y += 5)
    for (int x = 4; x < 508; x += 5)
      {
        SutraMapPoint at;
        SutraPoint point;
        double top = picture.viewport.center.y + (y - 256) / sutra_viewport_get_world_size (&picture.viewport), distance;

        /* Beyond the map's edge there is no place. */
        if (top < 0.01 || top > 0.99 || !is_plain (&picture, x, y))
          continue;
        sutra_viewport_from_pixel (&picture.viewport, x + 0.5, y + 0.5, &at);
        sutra_projection_inverse (&at, &point);
        distance = sutra_point_distance_m (&point, &center);
        if (distance < radius_m * 0.97)
          {
            g_assert_cmphex (picture_get (&picture, x, y), !=, 0xffffff);
            inside++;
          }
        else if (distance > radius_m * 1.03)
          {
            g_assert_cmphex (picture_get (&picture, x, y), ==, 0xffffff);
            outside++;
          }
      }
  g_assert_cmpuint (inside, >, 10);
  if (radius_m < 1.9e7)
    g_assert_cmpuint (outside, >, 10);
}

static void
test_radius (void)
{
  assert_circle (0, 0, 2e6, 1);
  assert_circle (51.17, 71.45, 1e6, 3);
  assert_circle (-17, 179.5, 3e6, 1.3);
  assert_circle (66, -179.9, 8e5, 3);
  /* Over a pole, on it, over both, and nearly all there is. */
  assert_circle (80, 20, 2.5e6, 1);
  assert_circle (-75, 170, 4e6, 1);
  assert_circle (90, 0, 3e6, 1);
  assert_circle (-90, 120, 3e6, 1);
  assert_circle (20, 30, 1.3e7, 1);
  assert_circle (-60, 100, 1.2e7, 1);
  assert_circle (10, 10, 1.95e7, 1);
}

/* At the end of the zoom a large circle is still one. */
static void
test_radius_deep (void)
{
  SutraPoint center = { 23.7, 90.4 }, edge;
  const SutraColor red = { 1, 0, 0, 1 };
  const SutraMapStyle blank = { .sea = { 1, 1, 1, 1 }, .coast = { 1, 1, 1, 1 } };

  for (double bearing = 0; bearing < 360; bearing += 45)
    {
      g_auto (Picture) picture = { 0 };
      guint inside = 0, outside = 0;

      sutra_point_travel (&center, bearing, 300000, &edge);
      picture_init (&picture, edge.latitude, edge.longitude, 15, 200, 200);
      sutra_map_paint (picture.cr, NULL, &picture.viewport, &blank, 0, NULL);
      sutra_map_paint_radius (picture.cr, &picture.viewport, &center, 300000, &red);
      cairo_surface_flush (picture.surface);
      for (int y = 4; y < 196; y += 3)
        for (int x = 4; x < 196; x += 3)
          if (is_plain (&picture, x, y))
            {
              if (picture_get (&picture, x, y) == 0xffffff)
                outside++;
              else
                inside++;
            }
      /* Half of it each: the edge runs through the middle, to within some pixels. */
      g_assert_cmpuint (inside * 10, >, outside * 8);
      g_assert_cmpuint (outside * 10, >, inside * 8);
    }
}

static void
test_radius_nothing (void)
{
  const SutraColor red = { 1, 0, 0, 1 };
  g_auto (Picture) picture = { 0 };

  picture_init (&picture, 0, 0, 2, 100, 100);
  sutra_map_paint_radius (picture.cr, &picture.viewport, &(SutraPoint){ NAN, NAN }, 1000, &red);
  sutra_map_paint_radius (picture.cr, &picture.viewport, &(SutraPoint){ 0, 0 }, NAN, &red);
  sutra_map_paint_radius (picture.cr, &picture.viewport, &(SutraPoint){ 0, 0 }, 0, &red);
  sutra_map_paint_radius (picture.cr, &picture.viewport, &(SutraPoint){ 0, 0 }, -5, &red);
  cairo_surface_flush (picture.surface);
  for (int i = 0; i < 100; i++)
    g_assert_cmphex (picture_get (&picture, i, i), ==, 0);
  sutra_map_paint_radius (picture.cr, &picture.viewport, &(SutraPoint){ 0, 0 }, INFINITY, &red);
  cairo_surface_flush (picture.surface);
  g_assert_cmphex (picture_get (&picture, 20, 20), !=, 0);
}

/* The bar's length on the ground is 1, 2 or 5 and zeros, as it says. */
static void
test_scale (void)
{
  for (double latitude = -60; latitude <= 60; latitude += 30)
    for (double zoom = 0; zoom <= 17; zoom += 0.7)
      {
        g_auto (Picture) picture = { 0 };
        double height, metres, power;
        int longest = 0;

        picture_init (&picture, latitude, 0, zoom, 300, 200);
        cairo_set_source_rgb (picture.cr, 1, 1, 1);
        cairo_paint (picture.cr);
        height = sutra_map_paint_scale (picture.cr, &picture.viewport, &plain, 10, 190, 200);
        g_assert_cmpfloat (height, >, 20);
        g_assert_cmpfloat (height, <, 60);
        cairo_surface_flush (picture.surface);
        for (int y = 0; y < 200; y++)
          for (int x = 0, run = 0; x < 300; x++)
            {
              run = picture_get (&picture, x, y) < 0x808080 ? run + 1 : 0;
              longest = MAX (longest, run);
              if (run > 0)
                g_assert_true (x >= 10 && x < 210 && y >= 190 - height && y < 190);
            }
        metres = longest * sutra_viewport_get_metres_per_pixel (&picture.viewport);
        power = pow (10, floor (log10 (metres * 1.03)));
        g_assert_true (fabs (metres / power - 1) < 0.06 || fabs (metres / power - 2) < 0.12 || fabs (metres / power - 5) < 0.3);
      }
}

static void
test_scale_narrow (void)
{
  g_auto (Picture) picture = { 0 };

  picture_init (&picture, 0, 0, 5, 100, 100);
  g_assert_cmpfloat (sutra_map_paint_scale (picture.cr, &picture.viewport, &plain, 0, 100, 20), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-painter/deep-zoom", test_deep_zoom);
  g_test_add_func ("/map-painter/antimeridian", test_antimeridian);
  g_test_add_func ("/map-painter/poles", test_poles);
  g_test_add_func ("/map-painter/levels", test_levels);
  g_test_add_func ("/map-painter/repeats", test_repeats);
  g_test_add_func ("/map-painter/same-bytes", test_same_bytes);
  g_test_add_func ("/map-painter/claims", test_claims);
  g_test_add_func ("/map-painter/stays-inside", test_stays_inside);
  g_test_add_func ("/map-painter/no-world", test_no_world);
  g_test_add_func ("/map-painter/cancelled", test_cancelled);
  g_test_add_func ("/map-painter/area", test_area);
  g_test_add_func ("/map-painter/area/outline", test_area_outline);
  g_test_add_func ("/map-painter/radius", test_radius);
  g_test_add_func ("/map-painter/radius/deep", test_radius_deep);
  g_test_add_func ("/map-painter/radius/nothing", test_radius_nothing);
  g_test_add_func ("/map-painter/scale", test_scale);
  g_test_add_func ("/map-painter/scale/narrow", test_scale_narrow);
  return g_test_run ();
}
