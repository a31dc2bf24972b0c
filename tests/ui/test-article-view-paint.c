/* test-article-view-paint.c: what the article view draws, looked at pixel by pixel
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "article-view-fixture.h"
#include "sutra-find.h"
#include "sutra-type-style.h"

#include <adwaita.h>
#include <math.h>

typedef struct
{
  guchar *pixels;
  gsize stride;
  int width, height;
} Image;

/* What is on the screen in the view's place. */
static void
draw (Fixture *self, Image *image)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t bounds;

  fixture_settle (self);
  image->width = gtk_widget_get_width (GTK_WIDGET (self->view));
  image->height = gtk_widget_get_height (GTK_WIDGET (self->view));
  paintable = gtk_widget_paintable_new (GTK_WIDGET (self->view));
  gdk_paintable_snapshot (paintable, snapshot, image->width, image->height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_true (gsk_renderer_realize (renderer, NULL, NULL));
  bounds = GRAPHENE_RECT_INIT (0, 0, (float) image->width, (float) image->height);
  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  gsk_renderer_unrealize (renderer);
  image->stride = (gsize) image->width * 4;
  image->pixels = g_malloc (image->stride * (gsize) image->height);
  gdk_texture_download (texture, image->pixels, image->stride);
}

static void
image_clear (Image *image)
{
  g_clear_pointer (&image->pixels, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Image, image_clear)

static guint32
pixel (const Image *image, int x, int y)
{
  guint32 value;

  g_assert_true (x >= 0 && x < image->width && y >= 0 && y < image->height);
  memcpy (&value, image->pixels + (gsize) y * image->stride + (gsize) x * 4, 4);
  return value & 0xffffff;
}

static gboolean
is_color (guint32 value, const SutraColor *color)
{
  return fabs ((double) (value >> 16 & 0xff) - (double) color->red * 255) <= 2 &&
         fabs ((double) (value >> 8 & 0xff) - (double) color->green * 255) <= 2 &&
         fabs ((double) (value & 0xff) - (double) color->blue * 255) <= 2;
}

static guint
count_color (const Image *image, const GdkRectangle *area, const SutraColor *color)
{
  guint n = 0;

  for (int y = MAX (0, area->y); y < MIN (image->height, area->y + area->height); y++)
    for (int x = MAX (0, area->x); x < MIN (image->width, area->x + area->width); x++)
      n += is_color (pixel (image, x, y), color);
  return n;
}

static void
get_style (Fixture *self, guint type, SutraTypeStyle *style)
{
  g_autoptr (SutraEntityType) entity_type = g_list_model_get_item (G_LIST_MODEL (sutra_case_get_tagset (self->the_case)), type);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  sutra_type_style_derive (sutra_entity_type_get_color (entity_type),
                           adw_style_manager_get_dark (manager) ? SUTRA_THEME_DARK : SUTRA_THEME_LIGHT, style);
}

static GdkRectangle
get_area (Fixture *self, const SutraId *id)
{
  GdkRectangle area;
  SutraSpan span;

  g_assert_true (sutra_span_index_get (self->spans, id, &span));
  g_assert_true (sutra_article_view_get_span_rectangle (self->view, span.start, span.end, &area));
  return area;
}

static GdkRectangle
below (const GdkRectangle *area)
{
  return (GdkRectangle){ area->x, area->y + area->height, area->width, 14 };
}

static GdkRectangle
above (const GdkRectangle *area)
{
  return (GdkRectangle){ area->x, area->y - 11, area->width, 11 };
}

/* The fill is where the mark is, most of its area, and nowhere else; its badge stands above it. */
static void
assert_fill (Fixture *self)
{
  SutraId id = fixture_mark (self, "চট্টগ্রাম বন্দরে", 2, SUTRA_MENTION_CONFIRMED);
  GdkRectangle area, all, badge;
  g_auto (Image) image = { 0 };
  SutraTypeStyle style;
  guint inside;

  get_style (self, 2, &style);
  draw (self, &image);
  area = get_area (self, &id);
  all = (GdkRectangle){ 0, 0, image.width, image.height };
  inside = count_color (&image, &area, &style.fill);
  g_assert_cmpuint (inside, >, (guint) (area.width * area.height) / 2);
  g_assert_cmpuint (count_color (&image, &all, &style.fill), ==, inside);
  badge = above (&area);
  g_assert_cmpuint (count_color (&image, &badge, &style.badge_fill), >, 20);
  g_assert_cmpuint (count_color (&image, &badge, &style.badge_text), >, 0);
  /* Above the first line's top there is only the page. */
  badge.y -= 14;
  g_assert_cmpuint (count_color (&image, &badge, &style.badge_fill), ==, 0);
}

static void
test_fill (Fixture *self, gconstpointer data)
{
  assert_fill (self);
}

static void
test_dark (Fixture *self, gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (adw_style_manager_get_dark (manager));
  assert_fill (self);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
}

/* A suggestion has no fill; its line is broken, its badge hollow. A rejected mention is not drawn at all. */
static void
test_suggestion (Fixture *self, gconstpointer data)
{
  SutraId id = fixture_mark (self, "চট্টগ্রাম বন্দরে", 2, SUTRA_MENTION_SUGGESTED);
  GdkRectangle area, all;
  g_auto (Image) image = { 0 };
  g_auto (Image) without = { 0 };
  SutraTypeStyle style;
  SutraSpan span;
  guint runs = 0;
  guint most = 0;

  get_style (self, 2, &style);
  draw (self, &image);
  area = get_area (self, &id);
  all = (GdkRectangle){ 0, 0, image.width, image.height };
  g_assert_cmpuint (count_color (&image, &all, &style.fill), ==, 0);
  for (int y = area.y + area.height - 4; y < area.y + area.height + 4; y++)
    {
      runs = 0;
      for (int x = area.x + 1; x < area.x + area.width; x++)
        runs += is_color (pixel (&image, x, y), &style.line) && !is_color (pixel (&image, x - 1, y), &style.line);
      most = MAX (most, runs);
    }
  g_assert_cmpuint (most, >, 5);

  g_assert_true (sutra_span_index_get (self->spans, &id, &span));
  span.status = SUTRA_MENTION_REJECTED;
  sutra_span_index_insert (self->spans, &span);
  sutra_article_view_spans_changed (self->view, span.start, span.end);
  draw (self, &without);
  g_assert_cmpuint (count_color (&without, &all, &style.line), ==, 0);
}

/* Six marks, one in the other: at a place inside all of them the outermost's fill, and under it the lines of the others, each apart. */
static void
test_nested (Fixture *self, gconstpointer data)
{
  const char *const words[] = { "পররাষ্ট্র মন্ত্রণালয়ের (এমওএফএ) মহাপরিচালক ড. সুলতানা রহমান",
                                "পররাষ্ট্র মন্ত্রণালয়ের (এমওএফএ) মহাপরিচালক ড. সুলতানা",
                                "পররাষ্ট্র মন্ত্রণালয়ের (এমওএফএ) মহাপরিচালক",
                                "পররাষ্ট্র মন্ত্রণালয়ের (এমওএফএ)",
                                "পররাষ্ট্র মন্ত্রণালয়ের",
                                "পররাষ্ট্র" };
  g_auto (Image) image = { 0 };
  GdkRectangle area;
  SutraId inner = SUTRA_ID_NULL;
  int last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    inner = fixture_mark (self, words[i], i, SUTRA_MENTION_CONFIRMED);
  draw (self, &image);
  area = get_area (self, &inner);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      SutraTypeStyle style;
      GdkRectangle column = { area.x + area.width / 2, area.y, 1, area.height };
      int y = area.y + area.height - 3;

      get_style (self, i, &style);
      if (i == 0)
        g_assert_cmpuint (count_color (&image, &column, &style.fill), >, 5);
      while (y < area.y + area.height + 20 && !is_color (pixel (&image, column.x, y), &style.line))
        y++;
      g_assert_cmpint (y, <, area.y + area.height + 20);
      /* Between it and the one above there is something else. */
      if (i > 0)
        g_assert_cmpint (y, >, last + 1);
      last = y;
    }
  /* Badges stand side by side. */
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GdkRectangle row = above (&area);
      SutraTypeStyle style;

      row.width = 120;
      get_style (self, i, &style);
      g_assert_cmpuint (count_color (&image, &row, &style.badge_fill), >, 15);
    }
}

/* A mark over several display lines: filled on each from its first to its last character, not over the margins. */
static void
test_wrapped (Fixture *self, gconstpointer data)
{
  SutraId id = fixture_mark (self,
                             "ভুটানের প্রতিনিধিদের সঙ্গে আলোচনা করেছেন। ঢাকা বিশ্ববিদ্যালয়ের আন্তর্জাতিক সম্পর্ক বিভাগের অধ্যাপক কামরুল "
                             "হাসান বলেন, \"এই উদ্যোগ দক্ষিণ এশিয়ার বাণিজ্যকে",
                             4, SUTRA_MENTION_CONFIRMED);
  int margin = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self->view));
  g_auto (Image) image = { 0 };
  GdkRectangle area, side;
  SutraTypeStyle style;
  guint n_lines = 0;
  gboolean was = FALSE;

  get_style (self, 4, &style);
  draw (self, &image);
  area = get_area (self, &id);
  for (int y = area.y; y < image.height; y++)
    {
      GdkRectangle row = { 0, y, image.width, 1 };
      gboolean is = count_color (&image, &row, &style.fill) > 40;

      n_lines += is && !was;
      was = is;
    }
  g_assert_cmpuint (n_lines, >=, 3);
  side = (GdkRectangle){ 0, 0, margin - 1, image.height };
  g_assert_cmpuint (count_color (&image, &side, &style.fill), ==, 0);
  side = (GdkRectangle){ image.width - margin + 2, 0, margin - 2, image.height };
  g_assert_cmpuint (count_color (&image, &side, &style.fill), ==, 0);
}

/* A mark reaches to where the next character begins, also after a vowel sign that is drawn apart from its conjunct. */
static void
test_whole_akshara (Fixture *self, gconstpointer data)
{
  const char *const words[] = { "উপদেষ্টা", "নিরাপত্তা", "মুখপাত্র", "অ্যাম্বাসেডর", "ঢাকা" };

  sutra_article_view_set_scale (self->view, 200);
  fixture_settle (self);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GdkRectangle word, next;
      gsize start, end;

      fixture_get_words (self, words[i], &start, &end);
      sutra_article_view_scroll_to (self->view, start, end + 1);
      fixture_settle (self);
      g_assert_true (sutra_article_view_get_span_rectangle (self->view, start, end, &word));
      g_assert_true (sutra_article_view_get_span_rectangle (self->view, end, end + 1, &next));
      if (word.y == next.y)
        g_assert_cmpint (ABS (next.x - word.x - word.width), <=, 1);
    }
}

/* The current mention has an outline, and a line joins its fragments, below what lies between them. */
static void
test_fragments (Fixture *self, gconstpointer data)
{
  SutraId id = fixture_mark (self, "জাতীয় নিরাপত্তা", 7, SUTRA_MENTION_CONFIRMED);
  g_auto (Image) before = { 0 };
  g_auto (Image) after = { 0 };
  GdkRectangle first, between, gap, side;
  SutraTypeStyle style;
  gsize start, end;

  fixture_mark_part (self, &id, 1, "উপদেষ্টা");
  get_style (self, 7, &style);
  draw (self, &before);
  first = get_area (self, &id);
  fixture_get_words (self, " (এনএসএ) ", &start, &end);
  g_assert_true (sutra_article_view_get_span_rectangle (self->view, start, end, &between));
  gap = below (&between);
  gap.x += 6;
  gap.width -= 12;
  g_assert_cmpint (gap.width, >, 20);
  g_assert_cmpuint (count_color (&before, &gap, &style.line), ==, 0);

  sutra_article_view_set_current (self->view, &id, NULL);
  draw (self, &after);
  if (between.y == first.y)
    g_assert_cmpuint (count_color (&after, &gap, &style.line), >=, (guint) gap.width);
  side = (GdkRectangle){ first.x - 4, first.y, 4, first.height };
  g_assert_cmpuint (count_color (&before, &side, &style.line), ==, 0);
  g_assert_cmpuint (count_color (&after, &side, &style.line), >=, (guint) first.height - 8);
}

/* Find results are seen inside a mark too. */
static void
test_found (Fixture *self, gconstpointer data)
{
  const SutraColor yellow = { 1.0f, 0.90f, 0.45f, 1 };
  SutraId id = fixture_mark (self, "জাতীয় নিরাপত্তা", 7, SUTRA_MENTION_CONFIRMED);
  g_autoptr (GArray) found = sutra_find_all (self->text, "নিরাপত্তা", NULL, NULL);
  g_auto (Image) image = { 0 };
  GdkRectangle area, all;

  g_assert_cmpuint (found->len, ==, 1);
  sutra_article_view_set_found (self->view, found, 0);
  draw (self, &image);
  area = get_area (self, &id);
  all = (GdkRectangle){ 0, 0, image.width, image.height };
  g_assert_cmpuint (count_color (&image, &area, &yellow), >, (guint) (area.width * area.height) / 5);
  sutra_article_view_set_found (self->view, NULL, -1);
  image_clear (&image);
  draw (self, &image);
  g_assert_cmpuint (count_color (&image, &all, &yellow), ==, 0);
}

/* A type's new colour shows at once. */
static void
test_recolour (Fixture *self, gconstpointer data)
{
  SutraId id = fixture_mark (self, "চট্টগ্রাম বন্দরে", 2, SUTRA_MENTION_CONFIRMED);
  SutraId type = fixture_type (self, 2);
  const char *pairs[] = { "color", "#c01c28", NULL };
  g_auto (Image) image = { 0 };
  SutraTypeStyle old_style, style;
  GdkRectangle area;

  get_style (self, 2, &old_style);
  fixture_settle (self);
  g_assert_true (sutra_case_set (self->the_case, &type, pairs, NULL));
  get_style (self, 2, &style);
  draw (self, &image);
  area = get_area (self, &id);
  g_assert_cmpuint (count_color (&image, &area, &style.fill), >, 100);
  g_assert_cmpuint (count_color (&image, &area, &old_style.fill), ==, 0);
}

/* Across a break of the display a mark goes on. */
static void
test_across_break (Fixture *self, gconstpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  SutraSpan span = { .id = sutra_id_new () };
  g_auto (Image) image = { 0 };
  SutraTypeStyle style;
  GtkTextIter line;
  GdkRectangle all;
  guint cp;

  fixture_set_long_line (self, 30000);
  gtk_text_buffer_get_iter_at_line (buffer, &line, 1);
  cp = (guint) gtk_text_iter_get_offset (&line) - 1;
  span.type = fixture_type (self, 3);
  span.start = cp - 30;
  span.end = span.stem_end = cp + 30;
  sutra_span_index_insert (self->spans, &span);
  sutra_article_view_spans_changed (self->view, span.start, span.end);
  sutra_article_view_scroll_to (self->view, cp, cp + 1);
  draw (self, &image);
  get_style (self, 3, &style);
  all = (GdkRectangle){ 0, 0, image.width, image.height };
  g_assert_true (sutra_article_view_get_span_rectangle (self->view, cp - 10, cp, &all));
  g_assert_cmpuint (count_color (&image, &all, &style.fill), >, 50);
  g_assert_true (sutra_article_view_get_span_rectangle (self->view, cp, cp + 10, &all));
  g_assert_cmpuint (count_color (&image, &all, &style.fill), >, 50);
}

int
main (int argc, char *argv[])
{
  fixture_init (&argc, &argv);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_LIGHT);
  fixture_add ("/article-view-paint/fill", test_fill);
  fixture_add ("/article-view-paint/dark", test_dark);
  fixture_add ("/article-view-paint/suggestion", test_suggestion);
  fixture_add ("/article-view-paint/nested", test_nested);
  fixture_add ("/article-view-paint/wrapped", test_wrapped);
  fixture_add ("/article-view-paint/whole-akshara", test_whole_akshara);
  fixture_add ("/article-view-paint/fragments", test_fragments);
  fixture_add ("/article-view-paint/found", test_found);
  fixture_add ("/article-view-paint/recolour", test_recolour);
  fixture_add ("/article-view-paint/across-break", test_across_break);
  return g_test_run ();
}
