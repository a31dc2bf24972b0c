/* test-map-figure.c: the map as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-error.h"
#include "sutra-map-figure.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

static void
set_place (SutraPlaceItem *item, double latitude, double longitude, const char *label)
{
  *item = (SutraPlaceItem){ .point = { latitude, longitude }, .radius_m = NAN, .label = label, .count = 1, .role = SUTRA_LOCATION_CHOSEN };
  sutra_projection_forward (&item->point, &item->at);
}

static SutraMapFigure
make_figure (const SutraPlaceItem *items, guint n_items, SutraMapPinStyle *styles, guint n_styles)
{
  static const char *const names[] = { "ব্যক্তি", "Organisation & Co", "স্থান" };

  for (guint i = 0; i < n_styles; i++)
    {
      sutra_type_style_derive (i == 0 ? "#3584e4" : "#26a269", SUTRA_THEME_LIGHT, &styles[i].style);
      g_strlcpy (styles[i].badge, "ক্ষ্য", sizeof styles[i].badge);
    }
  return (SutraMapFigure){ .items = items,
                           .n_items = n_items,
                           .styles = styles,
                           .names = names,
                           .n_styles = n_styles,
                           .title = "শিরোনাম",
                           .language = "bn",
                           .width = 600,
                           .height = 420 };
}

static SutraWorld *
load_world (void)
{
  g_autoptr (GError) error = NULL;
  SutraWorld *world = sutra_world_load (NULL, &error);

  g_assert_no_error (error);
  return world;
}

static GBytes *
render (const SutraMapFigure *figure, SutraWorld *world, SutraFigureFormat format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sutra_map_figure_render (figure, world, NULL, format, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

typedef struct
{
  GPtrArray *texts;
  gboolean in_text;
  guint roots;
} Read;

static void
on_start (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  Read *read = data;

  read->in_text = strcmp (name, "text") == 0;
  read->roots += strcmp (name, "svg") == 0;
  g_assert_cmpstr (name, !=, "script");
  if (read->in_text)
    g_ptr_array_add (read->texts, g_strdup (""));
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Read *read = data;

  if (read->in_text && read->texts->len > 0)
    {
      char **last = (char **) &read->texts->pdata[read->texts->len - 1];
      g_autofree char *before = *last;

      *last = g_strdup_printf ("%s%.*s", before, (int) length, text);
    }
}

static void
on_end (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  ((Read *) data)->in_text = FALSE;
}

/* The texts of an SVG, which is well-formed and has no control characters. (transfer full) */
static GPtrArray *
read_svg (GBytes *bytes)
{
  const GMarkupParser parser = { on_start, on_end, on_text, NULL, NULL };
  Read read = { .texts = g_ptr_array_new_with_free_func (g_free) };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &read, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_true (g_utf8_validate (data, (gssize) size, NULL));
  for (gsize i = 0; i < size; i++)
    g_assert_true ((guint8) data[i] >= 0x20 || data[i] == '\n');
  g_assert_null (g_strstr_len (data, (gssize) size, "&#"));
  g_assert_true (g_markup_parse_context_parse (context, data, (gssize) size, &error));
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  g_assert_cmpuint (read.roots, ==, 1);
  return read.texts;
}

static gboolean
has_text (GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

static void
test_texts (void)
{
  SutraPlaceItem items[5];
  SutraMapPinStyle styles[3];
  SutraMapFigure figure = make_figure (items, G_N_ELEMENTS (items), styles, G_N_ELEMENTS (styles));
  g_autoptr (SutraWorld) world = load_world ();

  set_place (&items[0], 51.17, 71.43, "আস্তানা");
  set_place (&items[1], 22.8, 79.6, "ভারত 😀");
  items[1].area = "IN";
  items[1].type = 2;
  set_place (&items[2], 43.5346, 75.2139, "ওটার");
  items[2].role = SUTRA_LOCATION_CANDIDATE;
  set_place (&items[3], 43.5346, 75.2139, "একই স্থান");
  set_place (&items[4], 23.7, 90.4, "ঢাকা");
  items[4].radius_m = 90000;
  items[4].type = 9; /* beyond the styles */
  {
    g_autoptr (GBytes) bytes = render (&figure, world, SUTRA_FIGURE_SVG);
    g_autoptr (GPtrArray) texts = read_svg (bytes);
    static const char *const wanted[] = { "আস্তানা", "ভারত 😀", "ওটার",        "একই স্থান", "ঢাকা",           "শিরোনাম",
                                          "ব্যক্তি",  "স্থান",   "সম্ভাব্য স্থান", "অঞ্চল",     "অনিশ্চয়তার সীমা", "বিতর্কিত সীমান্ত" };

    for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
      if (!has_text (texts, wanted[i]))
        g_error ("“%s” is not in the figure", wanted[i]);
    g_assert_false (has_text (texts, "Organisation & Co"));
  }
  figure.no_claims = TRUE;
  figure.language = NULL;
  figure.title = NULL;
  {
    g_autoptr (GBytes) bytes = render (&figure, world, SUTRA_FIGURE_SVG);
    g_autoptr (GPtrArray) texts = read_svg (bytes);

    g_assert_true (has_text (texts, "possible place"));
    g_assert_false (has_text (texts, "disputed boundary"));
    g_assert_false (has_text (texts, "Boundaries shown do not imply endorsement or acceptance."));
  }
}

/* No label can become markup, and none makes the file invalid. */
static void
test_hostile (void)
{
  static const char *const labels[] = { "</text><script>alert(1)</script>",
                                        "a & b \"c\" 'd' ]]> <!--",
                                        "\x01\x02\x1b[0m\x7f",
                                        "\xef\xbf\xbe\xef\xbf\xbf",
                                        "এক\nদুই\tতিন",
                                        "",
                                        NULL,
                                        "😀👩‍👩‍👧",
                                        "surface12 surface" };
  SutraPlaceItem items[G_N_ELEMENTS (labels)];
  SutraMapPinStyle styles[1];
  SutraMapFigure figure = make_figure (items, G_N_ELEMENTS (items), styles, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) texts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    set_place (&items[i], 10 + i, 20 + 4.0 * i, labels[i]);
  figure.title = labels[0];
  figure.language = "\"><x>";
  bytes = render (&figure, NULL, SUTRA_FIGURE_SVG);
  texts = read_svg (bytes);
  g_assert_true (has_text (texts, labels[0]));
  g_assert_true (has_text (texts, labels[1]));
  g_assert_true (has_text (texts, "এক দুই তিন"));
  g_assert_true (has_text (texts, "surface12 surface"));
}

static void
test_same_bytes (void)
{
  SutraPlaceItem items[60];
  SutraMapPinStyle styles[3];
  SutraMapFigure figure = make_figure (items, G_N_ELEMENTS (items), styles, G_N_ELEMENTS (styles));
  g_autoptr (SutraWorld) world = load_world ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      set_place (&items[i], 10 + i % 7 * 3, 60 + i * 0.7, "নাম");
      items[i].type = (guint16) (i % 3);
      items[i].radius_m = i % 4 * 50000;
    }
  for (int format = SUTRA_FIGURE_SVG; format <= SUTRA_FIGURE_PNG; format++)
    {
      g_autoptr (GBytes) first = render (&figure, world, (SutraFigureFormat) format);
      g_autoptr (GBytes) other = render (&figure, NULL, SUTRA_FIGURE_SVG);
      g_autoptr (GBytes) second = render (&figure, world, (SutraFigureFormat) format);

      g_assert_true (g_bytes_equal (first, second));
      figure.theme = SUTRA_THEME_DARK;
      g_clear_pointer (&other, g_bytes_unref);
      other = render (&figure, world, (SutraFigureFormat) format);
      g_assert_false (g_bytes_equal (first, other));
      figure.theme = SUTRA_THEME_LIGHT;
    }
}

static void
test_sizes (void)
{
  static const double wrong[] = { 0, -5, 199, 14401, 1e9, NAN, INFINITY };
  SutraPlaceItem item;
  SutraMapPinStyle styles[3];
  SutraMapFigure figure = make_figure (&item, 1, styles, 3);
  g_autoptr (SutraWorld) world = load_world ();

  set_place (&item, 51.17, 71.43, "আস্তানা");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    for (guint side = 0; side < 2; side++)
      {
        g_autoptr (GError) error = NULL;

        figure.width = side ? wrong[i] : 500;
        figure.height = side ? 500 : wrong[i];
        g_assert_null (sutra_map_figure_render (&figure, world, NULL, SUTRA_FIGURE_PNG, &error));
        g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
      }
  for (figure.width = 200; figure.width <= 1000; figure.width += 400)
    for (figure.height = 200; figure.height <= 1000; figure.height += 400)
      {
        g_autoptr (GBytes) png = render (&figure, world, SUTRA_FIGURE_PNG);
        const guint8 *data = g_bytes_get_data (png, NULL);

        g_assert_cmpuint (data[18] << 8 | data[19], ==, (guint) figure.width);
        g_assert_cmpuint (data[22] << 8 | data[23], ==, (guint) figure.height);
      }
}

/* Nothing, one, many, all on one point, at the edges of the world; without styles and names. */
static void
test_items (void)
{
  const guint n = 10000;
  g_autofree SutraPlaceItem *items = g_new (SutraPlaceItem, n);
  g_autoptr (SutraWorld) world = load_world ();
  SutraMapFigure figure = { .items = items, .width = 400, .height = 300 };
  SutraBox box = { .south = -50, .west = 170, .north = -30, .east = -170 };

  for (guint i = 0; i < n; i++)
    set_place (&items[i], 51.17, 71.43, "আস্তানা");
  for (figure.n_items = 0; figure.n_items <= n; figure.n_items = MAX (figure.n_items * 100, 1))
    g_bytes_unref (render (&figure, world, SUTRA_FIGURE_SVG));
  set_place (&items[0], 90, 180, "মেরু");
  set_place (&items[1], -90, -180, "মেরু");
  items[0].area = "XX";
  items[1].area = "FJ RU AQ";
  figure.n_items = 2;
  g_bytes_unref (render (&figure, world, SUTRA_FIGURE_PDF));
  figure.box = &box;
  g_bytes_unref (render (&figure, world, SUTRA_FIGURE_PDF));
}

/* The scale of a figure is in the figure's language, at every zoom. */
static void
test_scale (void)
{
  static const char *const languages[] = { "bn", "en", "bn-IN" };
  const SutraMapStyle *style = sutra_map_style_get (SUTRA_THEME_LIGHT);

  for (double zoom = 1; zoom <= 17; zoom += 2)
    {
      SutraViewport view = { .center = { 0.7, 0.4 }, .zoom = zoom, .width = 300, .height = 100 };
      g_autoptr (GPtrArray) pictures = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        {
          cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 100);
          cairo_t *cr = cairo_create (surface);

          g_assert_cmpfloat (sutra_map_paint_scale_in (cr, &view, style, languages[i], 4, 96, 200), >, 10);
          cairo_destroy (cr);
          cairo_surface_flush (surface);
          g_ptr_array_add (pictures, g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface),
                                                                  (gsize) cairo_image_surface_get_stride (surface) * 100));
          cairo_surface_destroy (surface);
        }
      g_assert_cmpstr (pictures->pdata[0], !=, pictures->pdata[1]);
      g_assert_cmpstr (pictures->pdata[0], ==, pictures->pdata[2]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-figure/texts", test_texts);
  g_test_add_func ("/map-figure/hostile", test_hostile);
  g_test_add_func ("/map-figure/same-bytes", test_same_bytes);
  g_test_add_func ("/map-figure/sizes", test_sizes);
  g_test_add_func ("/map-figure/scale", test_scale);
  g_test_add_func ("/map-figure/items", test_items);
  return g_test_run ();
}
