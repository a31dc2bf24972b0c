/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-inspection.h"

#include "sutra-akshara.h"

#include <hb.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#define DOTTED_CIRCLE 0x25cc

static void
clear_glyph (SutraInspectedGlyph *self)
{
  g_clear_pointer (&self->name, g_free);
}

/* A paragraph being shaped. */
typedef struct
{
  SutraInspection *inspection;
  SutraText *text;
  gsize first_byte; /* of the layout, in the text */
  gsize end_byte;
} Paragraph;

static const char *
describe_font (SutraInspection *self, PangoFont *font)
{
  g_autoptr (PangoFontDescription) description = pango_font_describe (font);
  g_autofree char *name = NULL;

  pango_font_description_unset_fields (description, PANGO_FONT_MASK_SIZE);
  name = pango_font_description_to_string (description);
  return g_string_chunk_insert_const (self->fonts, name);
}

static char *
name_glyph (hb_font_t *font, guint glyph)
{
  char name[128];

  hb_font_glyph_to_string (font, glyph, name, sizeof name);
  return g_strdup (name);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  int one = *(const int *) a, other = *(const int *) b;

  return (one > other) - (one < other);
}

/* The places of a run's glyphs, rising (transfer full): they fall in a run from right to left, and may go back and forth where marks were reordered. */
static int *
sort_places (const PangoGlyphItem *run)
{
  gsize n = (gsize) run->glyphs->num_glyphs;
  int *places = g_memdup2 (run->glyphs->log_clusters, n * sizeof (int));

  if (n > 1)
    qsort (places, n, sizeof (int), compare_places);
  return places;
}

/* Where the code points of a glyph at @place end: where those of the next place begin. */
static gsize
find_end_byte (const PangoGlyphItem *run, const int *places, int place)
{
  int low = 0, high = run->glyphs->num_glyphs;

  while (low < high)
    {
      int middle = low + (high - low) / 2;

      if (places[middle] <= place)
        low = middle + 1;
      else
        high = middle;
    }
  return (gsize) (run->item->offset + (low < run->glyphs->num_glyphs ? places[low] : run->item->length));
}

static void
add_glyph (Paragraph *paragraph, const PangoGlyphItem *run, int i, gsize end_byte)
{
  const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
  PangoFont *font = run->item->analysis.font;
  hb_font_t *hb_font = pango_font_get_hb_font (font);
  SutraInspectedGlyph glyph = { 0 };
  hb_codepoint_t circle;

  if (info->glyph == PANGO_GLYPH_EMPTY)
    return;
  glyph.start =
      (guint32) sutra_text_cp_of (paragraph->text, paragraph->first_byte + (gsize) (run->item->offset + run->glyphs->log_clusters[i]));
  glyph.end = (guint32) sutra_text_cp_of (paragraph->text, MIN (paragraph->first_byte + end_byte, paragraph->end_byte));
  glyph.missing = (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
  glyph.glyph = glyph.missing ? 0 : info->glyph;
  glyph.name = glyph.missing ? g_strdup (".notdef") : name_glyph (hb_font, info->glyph);
  glyph.font = describe_font (paragraph->inspection, font);
  glyph.advance = (double) info->geometry.width / PANGO_SCALE;
  glyph.x = (double) info->geometry.x_offset / PANGO_SCALE;
  glyph.y = (double) info->geometry.y_offset / PANGO_SCALE;
  glyph.dotted_circle = !glyph.missing && hb_font_get_nominal_glyph (hb_font, DOTTED_CIRCLE, &circle) && circle == info->glyph &&
                        sutra_text_char_at (paragraph->text, glyph.start) != DOTTED_CIRCLE;
  g_array_append_val (paragraph->inspection->glyphs, glyph);
}

static void
add_run (Paragraph *paragraph, const PangoGlyphItem *run)
{
  g_autofree int *places = NULL;

  if (run->item->analysis.font == NULL)
    return;
  places = sort_places (run);
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    add_glyph (paragraph, run, i, find_end_byte (run, places, run->glyphs->log_clusters[i]));
}

static void
shape_paragraph (SutraInspection *self, SutraText *text, PangoContext *context, gsize start, gsize end)
{
  Paragraph paragraph = { self, text, sutra_text_byte_of (text, start), sutra_text_byte_of (text, end) };
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoLayoutIter *iter;

  pango_layout_set_text (layout, sutra_text_get_utf8 (text, NULL) + paragraph.first_byte,
                         (int) (paragraph.end_byte - paragraph.first_byte));
  iter = pango_layout_get_iter (layout);
  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);

      if (run != NULL)
        add_run (&paragraph, run);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

static int
compare_glyphs (gconstpointer a, gconstpointer b)
{
  const SutraInspectedGlyph *one = a, *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

static void
add_clusters (SutraInspection *self, SutraText *text)
{
  guint glyph = 0;

  for (gsize start = self->start; start < self->end;)
    {
      SutraInspectedCluster cluster = { (guint32) start, (guint32) MIN (sutra_akshara_next (text, start), self->end), glyph, 0 };

      while (glyph < self->glyphs->len && g_array_index (self->glyphs, SutraInspectedGlyph, glyph).start < cluster.end)
        glyph++;
      cluster.n_glyphs = glyph - cluster.first_glyph;
      g_array_append_val (self->clusters, cluster);
      start = cluster.end;
    }
}

SutraInspection *
sutra_inspection_new (SutraText *text, gsize start, gsize end, PangoContext *context)
{
  SutraInspection *self = g_new0 (SutraInspection, 1);

  self->fonts = g_string_chunk_new (256);
  self->clusters = g_array_new (FALSE, FALSE, sizeof (SutraInspectedCluster));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (SutraInspectedGlyph));
  g_array_set_clear_func (self->glyphs, (GDestroyNotify) clear_glyph);
  start = sutra_akshara_floor (text, start);
  end = sutra_akshara_ceil (text, MAX (end, start));
  if (end - start > SUTRA_INSPECTION_MAX)
    end = MAX (sutra_akshara_floor (text, start + SUTRA_INSPECTION_MAX), start + 1);
  self->start = (guint32) start;
  self->end = (guint32) MIN (end, start + SUTRA_INSPECTION_MAX);
  for (gsize at = start; at < self->end;)
    {
      gsize paragraph_start, paragraph_end;

      sutra_text_paragraph_at (text, at, &paragraph_start, &paragraph_end);
      paragraph_end = MIN (paragraph_end, self->end);
      if (paragraph_end > at)
        shape_paragraph (self, text, context, at, paragraph_end);
      at = paragraph_end + 1;
    }
  /* In a line from right to left the glyphs come in the other order; the places of the text count here. */
  g_array_sort (self->glyphs, compare_glyphs);
  add_clusters (self, text);
  return self;
}

SutraInspection *
sutra_inspection_new_for_fonts (SutraText *text, gsize start, gsize end, const char *fonts, double size)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (fonts);
  SutraInspection *inspection;

  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_context_set_font_description (context, description);
  inspection = sutra_inspection_new (text, start, end, context);
  g_object_unref (context);
  return inspection;
}

void
sutra_inspection_free (SutraInspection *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->clusters);
  g_array_unref (self->glyphs);
  g_string_chunk_free (self->fonts);
  g_free (self);
}
