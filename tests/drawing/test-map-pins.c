/* test-map-pins.c: where pins, badges and spreads are, and what is painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-map-pins.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

static const SutraMapPinsLook plain = { .selected = G_MAXUINT, .hovered = G_MAXUINT };

static void
set_place (SutraPlaceItem *item, double latitude, double longitude, const char *label)
{
  *item = (SutraPlaceItem){ .point = { latitude, longitude }, .radius_m = NAN, .label = label, .count = 1, .role = SUTRA_LOCATION_CHOSEN };
  sutra_projection_forward (&item->point, &item->at);
}

static void
make_styles (SutraMapPinStyle *styles, guint n)
{
  static const char *const colors[] = { "#3584e4", "#9141ac", "#26a269", "#e66100" };
  static const char *const badges[] = { "P", "সং", "স্থা", "ক্ষ্য" };

  for (guint i = 0; i < n; i++)
    {
      sutra_type_style_derive (colors[i % 4], SUTRA_THEME_LIGHT, &styles[i].style);
      g_strlcpy (styles[i].badge, badges[i % 4], sizeof styles[i].badge);
    }
}

static SutraViewport
view_of (double latitude, double longitude, double zoom)
{
  SutraViewport view = { .zoom = zoom, .width = 600, .height = 400 };

  sutra_projection_forward (&(SutraPoint){ latitude, longitude }, &view.center);
  return view;
}

static PangoContext *
make_context (void)
{
  return pango_font_map_create_context (pango_cairo_font_map_get_default ());
}

/* Paints until nothing is left to be done; counts how often. */
static cairo_surface_t *
paint (SutraMapPins *pins, const SutraViewport *view, const SutraMapPinsLook *look, GArray *taken, guint *times)
{
  double scale = look->scale > 0 ? look->scale : 1;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (view->width * scale), (int) (view->height * scale));
  cairo_t *cr;
  gboolean complete = FALSE;
  guint before = taken != NULL ? taken->len : 0;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  for (*times = 0; !complete; (*times)++)
    {
      g_assert_cmpuint (*times, <, 1000);
      cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
      cairo_paint (cr);
      cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
      if (taken != NULL)
        g_array_set_size (taken, before);
      complete = sutra_map_pins_paint (pins, cr, NULL, view, sutra_map_style_get (SUTRA_THEME_LIGHT), look, taken);
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, double x, double y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int column = (int) x, row = (int) y;

  g_assert_true (column >= 0 && row >= 0 && column < cairo_image_surface_get_width (surface) &&
                 row < cairo_image_surface_get_height (surface));
  return *(const guint32 *) (gconstpointer) (data + row * cairo_image_surface_get_stride (surface) + column * 4);
}

static guint
count_painted (cairo_surface_t *surface)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += pixel (surface, x, y) >> 24 > 0;
  return n;
}

/* Every pin is painted where locate() says and hit() finds it, and nowhere else. */
static void
test_single (void)
{
  for (guint round = 0; round < 60; round++)
    {
      SutraPlaceItem items[6];
      SutraMapPinStyle styles[4];
      g_autoptr (SutraMapPins) pins = NULL;
      SutraViewport view =
          view_of (g_test_rand_double_range (-60, 60), g_test_rand_double_range (-180, 180), g_test_rand_double_range (3, 12));
      cairo_surface_t *surface;
      guint times;

      make_styles (styles, 4);
      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        {
          SutraMapPoint at;
          SutraPoint point;

          sutra_viewport_from_pixel (&view, 60 + i * 90, 60 + g_test_rand_double () * 280, &at);
          sutra_projection_inverse (&at, &point);
          set_place (&items[i], point.latitude, point.longitude, "📍 ক্ষেত্র");
          items[i].type = (guint16) g_test_rand_int_range (0, 6); /* beyond the styles too */
          items[i].role = g_test_rand_bit () ? SUTRA_LOCATION_CHOSEN : SUTRA_LOCATION_CANDIDATE;
        }
      pins = sutra_map_pins_new (items, G_N_ELEMENTS (items), styles, 4);
      surface = paint (pins, &view, &plain, NULL, &times);
      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        {
          SutraMapHit hit, found;
          double x, y;

          g_assert_true (sutra_map_pins_locate (pins, &view, i, &x, &y, &hit));
          g_assert_cmpuint (hit.item, ==, i);
          g_assert_cmpfloat_with_epsilon (x, 60 + i * 90, 1e-3);
          g_assert_cmpuint (pixel (surface, x, y) >> 24, ==, 255);
          g_assert_true (sutra_map_pins_hit (pins, &view, x + 5, y - 5, 0, &found));
          g_assert_cmpuint (found.item, ==, i);
          g_assert_false (sutra_map_pins_hit (pins, &view, x + SUTRA_PIN_RADIUS + 4, y, 2, &found));
          g_assert_true (sutra_map_pins_hit (pins, &view, x + SUTRA_PIN_RADIUS + 4, y, 6, &found));
          g_assert_cmpuint (pixel (surface, x + 20, y), ==, 0);
        }
      cairo_surface_destroy (surface);
    }
}

/* Against all items looked at one by one: what is under a pixel is the nearest thing that is shown. */
static void
test_hit_naive (void)
{
  for (guint round = 0; round < 40; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 300);
      g_autofree SutraPlaceItem *items = g_new (SutraPlaceItem, n);
      g_autoptr (SutraMapPins) pins = NULL;
      SutraViewport view = view_of (20, g_test_rand_bit () ? 179.9 : 75, g_test_rand_double_range (1.6, 8));

      for (guint i = 0; i < n; i++)
        {
          set_place (&items[i], 20 + g_test_rand_int_range (-30, 30) * 0.5, remainder (g_test_rand_int_range (-60, 60) * 0.5 + 180, 360),
                     "x");
          if (g_test_rand_int_range (0, 5) == 0)
            items[i].area = "IN";
        }
      pins = sutra_map_pins_new (items, n, NULL, 0);
      for (guint q = 0; q < 60; q++)
        {
          double x = g_test_rand_double_range (0, 600), y = g_test_rand_double_range (0, 400), slop = g_test_rand_double_range (0, 20),
                 best = G_MAXDOUBLE;
          double size = sutra_viewport_get_world_size (&view);
          SutraMapHit hit = { 0, 0 };
          gboolean found = sutra_map_pins_hit (pins, &view, x, y, slop, &hit);

          for (guint i = 0; i < n; i++)
            {
              double px, py, radius = items[i].area != NULL ? SUTRA_PIN_AREA_RADIUS : SUTRA_PIN_RADIUS;
              SutraMapHit own;

              sutra_map_pins_locate (pins, &view, i, &px, &py, &own);
              if (own.item == G_MAXUINT)
                {
                  g_autoptr (GArray) members = sutra_map_pins_get_members (pins, &view, own.cluster);

                  radius = sutra_map_badge_get_radius (members->len);
                }
              for (int copy = -3; copy <= 3; copy++)
                {
                  double distance = hypot (px + copy * size - x, py - y);

                  if (distance <= radius + slop)
                    best = MIN (best, distance);
                }
            }
          g_assert_cmpint (found, ==, best < G_MAXDOUBLE);
          if (found)
            {
              g_autoptr (GArray) members = sutra_map_pins_get_members (pins, &view, hit.cluster);
              double px, py, nearest = G_MAXDOUBLE;

              sutra_map_pins_locate (pins, &view, hit.item != G_MAXUINT ? hit.item : g_array_index (members, guint, 0), &px, &py, NULL);
              for (int copy = -3; copy <= 3; copy++)
                nearest = MIN (nearest, hypot (px + copy * size - x, py - y));
              g_assert_cmpfloat_with_epsilon (nearest, best, 1e-6);
            }
        }
    }
}

static void
test_spread (void)
{
  SutraPlaceItem items[40];
  SutraViewport view = view_of (51.169, 71.449, 9);
  double last_x = 0, last_y = 0;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      set_place (&items[i], 51.169, 71.449, "আস্তানা");
      items[i].count = 100 - i;
    }
  for (guint n = 2; n <= SUTRA_MAP_SPREAD_MAX; n++)
    {
      g_autoptr (SutraMapPins) pins = sutra_map_pins_new (items, n, NULL, 0);

      for (guint i = 0; i < n; i++)
        {
          SutraMapHit hit;
          double x, y;

          g_assert_true (sutra_map_pins_locate (pins, &view, i, &x, &y, &hit));
          g_assert_cmpuint (hit.item, ==, i);
          g_assert_true (sutra_map_pins_hit (pins, &view, x, y, 0, &hit));
          g_assert_cmpuint (hit.item, ==, i);
          /* No pin covers another. */
          if (i > 0)
            g_assert_cmpfloat (hypot (x - last_x, y - last_y), >=, 2 * SUTRA_PIN_RADIUS);
          last_x = x;
          last_y = y;
        }
      /* The heaviest is at the top. */
      sutra_map_pins_locate (pins, &view, 0, &last_x, &last_y, NULL);
      g_assert_cmpfloat_with_epsilon (last_x, 300, 1e-3);
      g_assert_cmpfloat (last_y, <, 200 - 15);
    }
  {
    g_autoptr (SutraMapPins) pins = sutra_map_pins_new (items, SUTRA_MAP_SPREAD_MAX + 1, NULL, 0);
    g_autoptr (GArray) members = NULL;
    SutraMapHit hit;
    SutraBox box;
    double x, y;

    g_assert_true (sutra_map_pins_locate (pins, &view, 3, &x, &y, &hit));
    g_assert_cmpuint (hit.item, ==, G_MAXUINT);
    members = sutra_map_pins_get_members (pins, &view, hit.cluster);
    g_assert_cmpuint (members->len, ==, SUTRA_MAP_SPREAD_MAX + 1);
    for (guint i = 0; i < members->len; i++)
      g_assert_cmpuint (g_array_index (members, guint, i), ==, i);
    g_assert_false (sutra_map_pins_can_part (pins, &view, hit.cluster, &box));
    g_assert_true (sutra_box_contains (&box, &items[0].point) || fabs (box.south - 51.169) < 1e-9);
  }
}

/* Where something else is near there is no room. */
static void
test_spread_room (void)
{
  SutraPlaceItem items[4];
  SutraViewport view = view_of (51.169, 71.449, 9);
  g_autoptr (SutraMapPins) pins = NULL;
  SutraMapHit hit;
  double x, y;

  for (guint i = 0; i < 3; i++)
    set_place (&items[i], 51.169, 71.449, "আস্তানা");
  set_place (&items[3], 51.169, 71.449 + 45 * 360 / (256 * exp2 (9)), "নিকট");
  pins = sutra_map_pins_new (items, 4, NULL, 0);
  sutra_map_pins_locate (pins, &view, 0, &x, &y, &hit);
  g_assert_cmpuint (hit.item, ==, G_MAXUINT);
  view.zoom = 10;
  sutra_map_pins_locate (pins, &view, 0, &x, &y, &hit);
  g_assert_cmpuint (hit.item, ==, 0);
}

/* An area stays apart from the points in it, and its countries are lit once each. */
static void
test_areas (void)
{
  SutraPlaceItem items[4];
  SutraViewport view = view_of (22, 79, 3);
  g_autoptr (SutraMapPins) pins = NULL;
  g_autofree char *areas = NULL;
  g_autofree char *none = NULL;
  SutraMapHit hit;
  SutraBox box;
  double x, y;

  set_place (&items[0], 22, 79, "ভারত");
  items[0].area = "IN";
  set_place (&items[1], 22, 79, "নাগপুর");
  set_place (&items[2], 30, 70, "দক্ষিণ এশিয়া");
  items[2].area = "PK IN BD";
  set_place (&items[3], 40, 60, "প্রার্থী");
  items[3].area = "UZ";
  items[3].role = SUTRA_LOCATION_CANDIDATE;
  pins = sutra_map_pins_new (items, G_N_ELEMENTS (items), NULL, 0);
  areas = sutra_map_pins_dup_areas (pins);
  g_assert_cmpstr (areas, ==, "BD IN PK");
  for (guint i = 0; i < 2; i++)
    {
      sutra_map_pins_locate (pins, &view, i, &x, &y, &hit);
      g_assert_cmpuint (hit.item, ==, i);
      g_assert_true (sutra_map_pins_hit (pins, &view, x, y, 0, &hit));
      g_assert_cmpuint (hit.item, ==, i);
      /* It makes room for the point, which stays where it is. */
      if (i == 0)
        g_assert_cmpfloat (hypot (x - 300, y - 200), >=, SUTRA_PIN_AREA_RADIUS + SUTRA_PIN_RADIUS);
      else
        g_assert_cmpfloat (hypot (x - 300, y - 200), <, 1e-3);
    }
  sutra_map_pins_get_box (pins, NULL, &box);
  g_assert_cmpfloat (box.south, ==, 22);
  g_assert_cmpfloat (box.north, ==, 40);
  g_clear_pointer (&pins, sutra_map_pins_free);
  pins = sutra_map_pins_new (NULL, 0, NULL, 0);
  none = sutra_map_pins_dup_areas (pins);
  g_assert_cmpstr (none, ==, "");
  sutra_map_pins_get_box (pins, NULL, &box);
  g_assert_true (sutra_box_is_empty (&box));
  g_assert_false (sutra_map_pins_hit (pins, &view, 300, 200, 100, &hit));
}

/* Two sides of the antimeridian are near to each other for the eye; the poles are at the edge. */
static void
test_edges (void)
{
  static const double places[][2] = { { 0, 179.999 }, { 0, -179.9 }, { 90, 0 }, { -90, 10 }, { 85.2, -180 }, { 0, 180 } };
  SutraPlaceItem items[6];
  g_autoptr (SutraMapPins) pins = NULL;
  guint times;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    set_place (&items[i], places[i][0], places[i][1], "প্রান্ত");
  pins = sutra_map_pins_new (items, G_N_ELEMENTS (items), NULL, 0);
  for (double zoom = 0; zoom <= SUTRA_ZOOM_MAX; zoom += 0.5)
    for (guint k = 0; k < 2; k++)
      {
        SutraViewport view = view_of (0, k ? 179.99 : -179.99, zoom);
        cairo_surface_t *surface = paint (pins, &view, &plain, NULL, &times);

        for (guint i = 0; i < G_N_ELEMENTS (items); i++)
          {
            SutraMapHit hit, own;
            double x, y;

            if (!sutra_map_pins_locate (pins, &view, i, &x, &y, &own))
              continue;
            g_assert_true (sutra_map_pins_hit (pins, &view, x, y, 0, &hit));
            g_assert_cmpuint (hit.item, ==, own.item);
          }
        cairo_surface_destroy (surface);
      }
  {
    SutraViewport view = view_of (0, 180, 6);
    double x, y;

    g_assert_true (sutra_map_pins_locate (pins, &view, 0, &x, &y, NULL));
    g_assert_true (sutra_map_pins_locate (pins, &view, 1, &x, &y, NULL));
  }
}

/* Names lie on nothing that is taken; all that is painted is reported. */
static void
test_labels (void)
{
  SutraPlaceItem items[60];
  PangoContext *context = make_context ();
  SutraMapPinsLook look = { .selected = 7, .hovered = G_MAXUINT, .pin_labels = TRUE, .context = context, .language = "bn" };

  for (guint round = 0; round < 6; round++)
    {
      g_autoptr (SutraMapPins) pins = NULL;
      g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (SutraMapRect));
      SutraViewport view = view_of (24, 88, 5 + round * 0.4);
      SutraMapRect before = { 0, 0, 200, 400 };
      cairo_surface_t *surface;
      guint times, covered = 0;

      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        set_place (&items[i], 24 + g_test_rand_double_range (-6, 6), 88 + g_test_rand_double_range (-9, 9),
                   i % 2 ? "ব্রাহ্মণবাড়িয়া 😀" : "Dhaka");
      pins = sutra_map_pins_new (items, G_N_ELEMENTS (items), NULL, 0);
      g_array_append_val (taken, before);
      surface = paint (pins, &view, &look, taken, &times);
      /* Everything that was painted lies in a rectangle that was reported; halos reach a little further. */
      for (int y = 0; y < 400; y += 3)
        for (int x = 0; x < 600; x += 3)
          {
            gboolean inside = FALSE;

            if (pixel (surface, x, y) >> 24 < 16)
              continue;
            covered++;
            for (guint i = 1; i < taken->len; i++)
              {
                const SutraMapRect *rect = &g_array_index (taken, SutraMapRect, i);

                inside =
                    inside || (x >= rect->x - 8 && y >= rect->y - 8 && x <= rect->x + rect->width + 8 && y <= rect->y + rect->height + 8);
              }
            g_assert_true (inside);
          }
      g_assert_cmpuint (covered, >, 0);
      cairo_surface_destroy (surface);
    }
  g_object_unref (context);
}

/* Names stay off each other and off pins; that of the selected one is always there. */
static void
test_labels_apart (void)
{
  SutraPlaceItem items[30];
  PangoContext *context = make_context ();
  g_autoptr (SutraMapPins) pins = NULL;
  g_autoptr (GArray) without = g_array_new (FALSE, FALSE, sizeof (SutraMapRect));
  g_autoptr (GArray) with = g_array_new (FALSE, FALSE, sizeof (SutraMapRect));
  SutraMapPinsLook look = { .selected = G_MAXUINT, .hovered = G_MAXUINT, .context = context };
  SutraViewport view = view_of (24, 88, 7);
  guint times;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    set_place (&items[i], 24 + g_test_rand_double_range (-1, 1), 88 + g_test_rand_double_range (-2, 2), "চট্টগ্রাম");
  pins = sutra_map_pins_new (items, G_N_ELEMENTS (items), NULL, 0);
  cairo_surface_destroy (paint (pins, &view, &look, without, &times));
  look.pin_labels = TRUE;
  cairo_surface_destroy (paint (pins, &view, &look, with, &times));
  for (guint i = without->len; i < with->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const SutraMapRect *a = &g_array_index (with, SutraMapRect, i), *b = &g_array_index (with, SutraMapRect, k);

        g_assert_false (a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height);
      }
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (SutraMapRect));
      SutraMapHit hit;
      double x, y;

      /* In a badge, too. */
      if (!sutra_map_pins_locate (pins, &view, i, &x, &y, &hit))
        continue;
      look.pin_labels = FALSE;
      look.selected = i;
      cairo_surface_destroy (paint (pins, &view, &look, taken, &times));
      g_assert_cmpuint (taken->len, ==, without->len + 1);
    }
  g_object_unref (context);
}

static void
test_looks (void)
{
  static const SutraTheme themes[] = { SUTRA_THEME_LIGHT, SUTRA_THEME_DARK, SUTRA_THEME_HIGH_CONTRAST, SUTRA_THEME_HIGH_CONTRAST_DARK };
  SutraMapPinStyle style;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (sutra_map_pin_get_n_shapes (), >=, 11);
  for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
    {
      sutra_type_style_derive ("#26a269", themes[t], &style.style);
      style.badge[0] = '\0';
      /* In one colour and without letters every shape, filled or hollow, as a point or an area, is another picture. */
      for (guint type = 0; type < sutra_map_pin_get_n_shapes (); type++)
        for (guint flags = 0; flags < 4; flags++)
          {
            cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 40, 40);
            cairo_t *cr = cairo_create (surface);

            sutra_map_pin_draw (cr, &style, type, (SutraPinFlags) flags, NULL, NULL, 20, 20);
            cairo_destroy (cr);
            cairo_surface_flush (surface);
            g_assert_true (g_hash_table_add (seen, g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface),
                                                                                (gsize) cairo_image_surface_get_stride (surface) * 40)));
            /* Nothing reaches out of the radius that hit() and the pictures know. */
            for (int y = 0; y < 40; y++)
              for (int x = 0; x < 40; x++)
                if (hypot (x + 0.5 - 20, y + 0.5 - 20) > ((flags & SUTRA_PIN_AREA) ? SUTRA_PIN_AREA_RADIUS + 1 : SUTRA_PIN_RADIUS + 4))
                  g_assert_cmpuint (pixel (surface, x, y), ==, 0);
            cairo_surface_destroy (surface);
          }
    }
}

/* Badges come to rest, in full, whatever the budget of a frame; pictures at another scale have another size. */
static void
test_many (void)
{
  const guint n = 20000;
  g_autofree SutraPlaceItem *items = g_new (SutraPlaceItem, n);
  PangoContext *context = make_context ();
  g_autoptr (SutraMapPins) pins = NULL;
  SutraMapPinsLook look = { .selected = 5, .hovered = 6, .pin_labels = TRUE, .context = context, .language = "bn" };
  SutraMapPinStyle styles[4];
  SutraViewport view = view_of (20, 20, 3.3);
  cairo_surface_t *first, *again, *large;
  guint times;

  make_styles (styles, 4);
  for (guint i = 0; i < n; i++)
    {
      set_place (&items[i], g_test_rand_double_range (-80, 80), g_test_rand_double_range (-180, 180), "ঢাকা");
      items[i].type = (guint16) g_test_rand_int_range (0, 4);
      items[i].role = g_test_rand_int_range (0, 4) == 0 ? SUTRA_LOCATION_CANDIDATE : SUTRA_LOCATION_CHOSEN;
    }
  pins = sutra_map_pins_new (items, n, styles, 4);
  first = paint (pins, &view, &look, NULL, &times);
  g_assert_cmpuint (times, >, 1);
  again = paint (pins, &view, &look, NULL, &times);
  g_assert_cmpuint (times, ==, 1);
  g_assert_cmpmem (cairo_image_surface_get_data (first), 400 * (gsize) cairo_image_surface_get_stride (first),
                   cairo_image_surface_get_data (again), 400 * (gsize) cairo_image_surface_get_stride (again));
  {
    PangoFontDescription *font = pango_font_description_from_string ("Serif Bold 30");
    cairo_surface_t *other;

    pango_context_set_font_description (context, font);
    pango_font_description_free (font);
    other = paint (pins, &view, &look, NULL, &times);
    g_assert_cmpuint (times, >, 1);
    cairo_surface_destroy (other);
  }
  look.scale = 2;
  large = paint (pins, &view, &look, NULL, &times);
  g_assert_cmpfloat_with_epsilon (count_painted (large) / 4.0 / count_painted (first), 1, 0.15);
  cairo_surface_destroy (first);
  cairo_surface_destroy (again);
  cairo_surface_destroy (large);
  g_object_unref (context);
}

/* The same from outlines: nothing is kept, every badge is complete at once. */
static void
test_vector (void)
{
  SutraPlaceItem items[300];
  PangoContext *context = make_context ();
  g_autoptr (SutraMapPins) pins = NULL;
  SutraMapPinsLook look = { .selected = G_MAXUINT, .hovered = G_MAXUINT, .context = context, .language = "en" };
  SutraViewport view = view_of (20, 20, 2);
  cairo_surface_t *pictures, *outlines;
  guint times, different = 0;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    set_place (&items[i], g_test_rand_double_range (-60, 60), g_test_rand_double_range (-180, 180), "ঢাকা");
  pins = sutra_map_pins_new (items, G_N_ELEMENTS (items), NULL, 0);
  pictures = paint (pins, &view, &look, NULL, &times);
  look.vector = TRUE;
  outlines = paint (pins, &view, &look, NULL, &times);
  g_assert_cmpuint (times, ==, 1);
  for (int y = 0; y < 400; y++)
    for (int x = 0; x < 600; x++)
      different += (pixel (pictures, x, y) >> 24 > 128) != (pixel (outlines, x, y) >> 24 > 128);
  g_assert_cmpuint (different, <, count_painted (outlines) / 5);
  cairo_surface_destroy (pictures);
  cairo_surface_destroy (outlines);
  g_object_unref (context);
}

/* Within one zoom step and wherever one looks the same pins are together; in a figure the zoom itself counts. */
static void
test_steps (void)
{
  SutraPlaceItem items[150];

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    set_place (&items[i], g_test_rand_double_range (15, 30), g_test_rand_double_range (70, 90), "x");
  for (guint exact = 0; exact < 2; exact++)
    {
      g_autoptr (SutraMapPins) pins = sutra_map_pins_new (items, G_N_ELEMENTS (items), NULL, 0);
      guint singles[4] = { 0 };

      sutra_map_pins_set_exact (pins, exact);
      for (guint k = 0; k < G_N_ELEMENTS (singles); k++)
        for (guint i = 0; i < G_N_ELEMENTS (items); i++)
          {
            SutraViewport view = view_of (22 + k, 80 - k, 5 + k * 0.33);
            SutraMapHit hit;
            double x, y;

            sutra_map_pins_locate (pins, &view, i, &x, &y, &hit);
            singles[k] += hit.item != G_MAXUINT;
          }
      g_assert_cmpint (singles[0] == singles[3], ==, !exact);
      g_assert_cmpuint (singles[0], <=, singles[3]);
    }
}

static void
test_one_point (void)
{
  const guint n = 10000;
  g_autofree SutraPlaceItem *items = g_new (SutraPlaceItem, n);
  g_autoptr (SutraMapPins) pins = NULL;
  SutraViewport view = view_of (51.169, 71.449, 17);
  guint times;

  for (guint i = 0; i < n; i++)
    set_place (&items[i], 51.169, 71.449, "এক");
  pins = sutra_map_pins_new (items, n, NULL, 0);
  for (view.zoom = 0; view.zoom <= 17; view.zoom += 1)
    {
      g_autoptr (GArray) members = NULL;
      SutraMapHit hit;
      SutraBox box;

      cairo_surface_destroy (paint (pins, &view, &plain, NULL, &times));
      g_assert_true (sutra_map_pins_hit (pins, &view, 300, 200, 0, &hit));
      members = sutra_map_pins_get_members (pins, &view, hit.cluster);
      g_assert_cmpuint (members->len, ==, n);
      g_assert_false (sutra_map_pins_can_part (pins, &view, hit.cluster, &box));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-pins/single", test_single);
  g_test_add_func ("/map-pins/hit-naive", test_hit_naive);
  g_test_add_func ("/map-pins/spread", test_spread);
  g_test_add_func ("/map-pins/spread-room", test_spread_room);
  g_test_add_func ("/map-pins/areas", test_areas);
  g_test_add_func ("/map-pins/edges", test_edges);
  g_test_add_func ("/map-pins/labels", test_labels);
  g_test_add_func ("/map-pins/labels-apart", test_labels_apart);
  g_test_add_func ("/map-pins/looks", test_looks);
  g_test_add_func ("/map-pins/many", test_many);
  g_test_add_func ("/map-pins/vector", test_vector);
  g_test_add_func ("/map-pins/steps", test_steps);
  g_test_add_func ("/map-pins/one-point", test_one_point);
  return g_test_run ();
}
