/* test-map-labels.c: names do not run over one another, over pins or over the edge, and none is given to what has no code
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-map-labels.h"

#include <cairo-svg.h>
#include <pango/pangocairo.h>
#include <string.h>

typedef struct
{
  SutraWorld *world;
  SutraGazetteer *gazetteer;
  SutraMapLabels *labels;
  cairo_surface_t *surface;
  cairo_t *cr;
} Fixture;

static PangoContext *
new_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

static void
set_up (Fixture *self, gconstpointer language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) context = G_OBJECT (new_context ());

  self->world = sutra_world_load (NULL, &error);
  g_assert_no_error (error);
  self->gazetteer = sutra_gazetteer_load (NULL, &error);
  g_assert_no_error (error);
  self->labels = sutra_map_labels_new (PANGO_CONTEXT (context), self->world, self->gazetteer, language);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 900, 600);
  self->cr = cairo_create (self->surface);
}

static void
tear_down (Fixture *self, gconstpointer language)
{
  g_assert_cmpint (cairo_status (self->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  sutra_map_labels_free (self->labels);
  sutra_gazetteer_unref (self->gazetteer);
  sutra_world_unref (self->world);
}

static const SutraMapLabel *
paint (Fixture *self, double latitude, double longitude, double zoom, GArray *taken, guint *n)
{
  SutraViewport viewport = { .zoom = zoom, .width = 900, .height = 600 };
  SutraPoint center = { latitude, longitude };

  sutra_projection_forward (&center, &viewport.center);
  g_assert_true (sutra_map_labels_paint (self->labels, self->cr, &viewport, sutra_map_style_get (SUTRA_THEME_LIGHT), taken));
  return sutra_map_labels_get_shown (self->labels, n);
}

static gboolean
overlaps (const SutraMapRect *a, const SutraMapRect *b)
{
  return a->width > 0 && b->width > 0 && a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

static gboolean
is_inside (const SutraMapRect *rect)
{
  return rect->x >= 0 && rect->y >= 0 && rect->x + rect->width <= 900 && rect->y + rect->height <= 600;
}

/* At random places: most of the world is sea, so a part of them near to people. */
static void
test_room (Fixture *self, gconstpointer language)
{
  guint seen = 0;

  for (guint round = 0; round < 40; round++)
    {
      gboolean near = round % 2 == 0;
      double latitude = near ? g_test_rand_double_range (10, 55) : g_test_rand_double_range (-85, 85);
      double longitude = near ? g_test_rand_double_range (60, 120) : g_test_rand_double_range (-180, 180);
      g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (SutraMapRect));
      const SutraMapLabel *shown;
      guint n;

      for (guint i = 0; i < 30; i++)
        {
          SutraMapRect rect = { g_test_rand_double_range (-50, 900), g_test_rand_double_range (-50, 600), g_test_rand_double_range (5, 90),
                                g_test_rand_double_range (5, 60) };

          g_array_append_val (taken, rect);
        }
      shown = paint (self, latitude, longitude, g_test_rand_double_range (0, 11), taken, &n);
      for (guint i = 0; i < n; i++)
        {
          g_assert_true (is_inside (&shown[i].rect) && is_inside (&shown[i].dot));
          g_assert_false (overlaps (&shown[i].rect, &shown[i].dot));
          for (guint j = 0; j < taken->len; j++)
            {
              g_assert_false (overlaps (&shown[i].rect, &g_array_index (taken, SutraMapRect, j)));
              g_assert_false (overlaps (&shown[i].dot, &g_array_index (taken, SutraMapRect, j)));
            }
          for (guint j = 0; j < i; j++)
            {
              g_assert_false (overlaps (&shown[i].rect, &shown[j].rect));
              g_assert_false (overlaps (&shown[i].rect, &shown[j].dot));
              g_assert_false (overlaps (&shown[i].dot, &shown[j].rect));
              g_assert_false (overlaps (&shown[i].dot, &shown[j].dot));
            }
        }
      seen += n;
    }
  g_assert_cmpuint (seen, >, 100);
}

static gboolean
shows (const SutraMapLabel *shown, guint n, const char *text)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (shown[i].text, text))
      return TRUE;
  return FALSE;
}

static void
test_bengali (Fixture *self, gconstpointer language)
{
  guint n;
  const SutraMapLabel *shown = paint (self, 47, 68, 4.8, NULL, &n);

  g_assert_true (shows (shown, n, "কাজাখস্তান"));
  g_assert_true (shows (shown, n, "আস্তানা"));
  g_assert_false (shows (shown, n, "Kazakhstan"));
  /* The name of Bishkek leaves room for its neighbour. */
  g_assert_true (shows (shown, n, "আলমাটি") || shows (shown, n, "আলমাতি"));
  shown = paint (self, 23.7, 90.4, 6.5, NULL, &n);
  g_assert_true (shows (shown, n, "ঢাকা"));
  g_assert_true (shows (shown, n, "বাংলাদেশ"));
}

static void
test_latin (Fixture *self, gconstpointer language)
{
  guint n;
  const SutraMapLabel *shown = paint (self, 47, 68, 4.5, NULL, &n);

  g_assert_true (shows (shown, n, "Kazakhstan"));
  g_assert_true (shows (shown, n, "Astana"));
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (g_utf8_get_char (shown[i].text), <, 0x900);
}

/* What is under a pin has no name, and its neighbours keep theirs. */
static void
test_taken (Fixture *self, gconstpointer language)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (SutraMapRect));
  const SutraMapLabel *shown;
  SutraMapRect dot = { 0 };
  guint n;

  shown = paint (self, 47, 68, 4.5, NULL, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (shown[i].text, "আস্তানা"))
      dot = shown[i].dot;
  g_assert_cmpfloat (dot.width, >, 0);
  g_array_append_val (taken, dot);
  shown = paint (self, 47, 68, 4.5, taken, &n);
  g_assert_false (shows (shown, n, "আস্তানা"));
  g_assert_true (shows (shown, n, "কাজাখস্তান"));
}

/* A name is at most 1.4 times as wide as its country, so that small ones have none when seen from afar; a code that no polygon has never has one. */
static void
test_fit (Fixture *self, gconstpointer language)
{
  guint n;
  const SutraMapLabel *shown = paint (self, 24, 90, 2.4, NULL, &n);

  g_assert_false (shows (shown, n, "ভুটান"));
  g_assert_false (shows (shown, n, "বাংলাদেশ"));
  for (double zoom = 1; zoom < 8; zoom += 0.5)
    {
      shown = paint (self, 42.6, 20.9, zoom, NULL, &n);
      g_assert_false (shows (shown, n, "কসোভো"));
      g_assert_false (shows (shown, n, "Kosovo"));
    }
}

/* Whether a place lies on a polygon of land without a code, found without the labels' own geometry. */
static gboolean
lies_on_nameless (SutraWorld *world, const SutraPoint *point)
{
  guint n;
  const SutraWorldShape *shapes = sutra_world_get_shapes (world, SUTRA_WORLD_MEDIUM, SUTRA_WORLD_LAND, &n);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  gboolean inside = FALSE;
  SutraMapPoint at;

  sutra_projection_forward (point, &at);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < n && !inside; i++)
    {
      if (shapes[i].country[0] != '\0')
        continue;
      cairo_new_path (cr);
      for (guint ring = 0, j = 0; ring < shapes[i].n_rings; ring++)
        {
          cairo_new_sub_path (cr);
          for (; j < shapes[i].ring_ends[ring]; j++)
            cairo_line_to (cr, ((double) shapes[i].points[j].x - at.x) * 1e5, ((double) shapes[i].points[j].y - at.y) * 1e5);
        }
      inside = cairo_in_fill (cr, 0, 0);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return inside;
}

static void
test_nameless (Fixture *self, gconstpointer language)
{
  guint size = sutra_gazetteer_get_size (self->gazetteer), seen = 0;

  for (guint i = 0; i < size; i++)
    {
      SutraPlace place;
      const SutraMapLabel *shown;
      guint n;

      sutra_gazetteer_get_place (self->gazetteer, i, &place);
      if (place.kind != SUTRA_PLACE_REGION || !lies_on_nameless (self->world, &place.point))
        continue;
      seen++;
      shown = paint (self, place.point.latitude, place.point.longitude, 8, NULL, &n);
      /* A city of the same name keeps it. */
      for (guint j = 0; j < n; j++)
        if (shown[j].dot.width == 0)
          g_assert_cmpstr (shown[j].text, !=, place.name);
    }
  g_assert_cmpuint (seen, >, 0);
}

/* The budget only spreads the work: after some paints all is as without one. */
static void
test_budget (Fixture *self, gconstpointer language)
{
  SutraViewport viewport = { { 0.75, 0.43 }, 5, 900, 600 };
  g_autoptr (GObject) context = G_OBJECT (new_context ());
  g_autoptr (SutraMapLabels) slow = sutra_map_labels_new (PANGO_CONTEXT (context), self->world, self->gazetteer, language);
  const SutraMapStyle *style = sutra_map_style_get (SUTRA_THEME_DARK);
  const SutraMapLabel *one, *other;
  guint n, m, paints = 0;

  sutra_map_labels_set_budget (slow, 5);
  g_assert_false (sutra_map_labels_paint (slow, self->cr, &viewport, style, NULL));
  sutra_map_labels_get_shown (slow, &m);
  g_assert_cmpuint (m, <=, 5);
  while (!sutra_map_labels_paint (slow, self->cr, &viewport, style, NULL))
    g_assert_cmpuint (paints++, <, 1000);
  g_assert_true (sutra_map_labels_paint (self->labels, self->cr, &viewport, style, NULL));
  one = sutra_map_labels_get_shown (self->labels, &n);
  other = sutra_map_labels_get_shown (slow, &m);
  g_assert_cmpuint (n, ==, m);
  g_assert_cmpuint (n, >, 20);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (one[i].text, ==, other[i].text);
      g_assert_cmpfloat (one[i].rect.x, ==, other[i].rect.x);
      g_assert_cmpfloat (one[i].rect.y, ==, other[i].rect.y);
    }
}

static cairo_status_t
count_cb (void *closure, const unsigned char *data, unsigned int length)
{
  gsize *bytes = closure;

  *bytes += length;
  return CAIRO_STATUS_SUCCESS;
}

/* On paper names are letters, not pictures; both ways show the same names. */
static void
test_vector (Fixture *self, gconstpointer language)
{
  SutraViewport viewport = { { 0.7, 0.4 }, 4, 900, 600 };
  gsize bytes = 0;
  guint n, m;
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (count_cb, &bytes, 900, 600);
  cairo_t *cr = cairo_create (surface);

  sutra_map_labels_paint (self->labels, self->cr, &viewport, sutra_map_style_get (SUTRA_THEME_LIGHT), NULL);
  sutra_map_labels_get_shown (self->labels, &n);
  sutra_map_labels_paint (self->labels, cr, &viewport, sutra_map_style_get (SUTRA_THEME_LIGHT), NULL);
  sutra_map_labels_get_shown (self->labels, &m);
  g_assert_cmpuint (n, ==, m);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_assert_cmpuint (bytes, >, 10000);
}

/* Without data there are no names, and without a map those of the gazetteer. */
static void
test_missing (Fixture *self, gconstpointer language)
{
  SutraViewport viewport = { { 0.7, 0.4 }, 4, 900, 600 };
  g_autoptr (GObject) context = G_OBJECT (new_context ());
  g_autoptr (SutraMapLabels) nothing = sutra_map_labels_new (PANGO_CONTEXT (context), self->world, NULL, language);
  g_autoptr (SutraMapLabels) no_world = sutra_map_labels_new (PANGO_CONTEXT (context), NULL, self->gazetteer, language);
  guint n;

  g_assert_true (sutra_map_labels_paint (nothing, self->cr, &viewport, sutra_map_style_get (SUTRA_THEME_LIGHT), NULL));
  sutra_map_labels_get_shown (nothing, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (sutra_map_labels_paint (no_world, self->cr, &viewport, sutra_map_style_get (SUTRA_THEME_LIGHT), NULL));
  sutra_map_labels_get_shown (no_world, &n);
  g_assert_cmpuint (n, >, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/map-labels/room/bn", Fixture, "bn", set_up, test_room, tear_down);
  g_test_add ("/map-labels/room/en", Fixture, "en", set_up, test_room, tear_down);
  g_test_add ("/map-labels/bengali", Fixture, "bn", set_up, test_bengali, tear_down);
  g_test_add ("/map-labels/latin", Fixture, "en", set_up, test_latin, tear_down);
  g_test_add ("/map-labels/taken", Fixture, "bn", set_up, test_taken, tear_down);
  g_test_add ("/map-labels/fit", Fixture, "bn", set_up, test_fit, tear_down);
  g_test_add ("/map-labels/nameless", Fixture, "bn", set_up, test_nameless, tear_down);
  g_test_add ("/map-labels/budget", Fixture, "bn", set_up, test_budget, tear_down);
  g_test_add ("/map-labels/vector", Fixture, "bn", set_up, test_vector, tear_down);
  g_test_add ("/map-labels/missing", Fixture, "bn", set_up, test_missing, tear_down);
  return g_test_run ();
}
