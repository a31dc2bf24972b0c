/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-figure.h"

#include "sutra-error.h"
#include "sutra-map-figure-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>

void
sutra_map_figure_paint (const SutraMapFigure *self, cairo_t *cr, SutraWorld *world, SutraGazetteer *gazetteer)
{
  sutra_map_figure_paint_page (self, cr, world, gazetteer, NULL);
}

static cairo_status_t
collect (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static const char *
title_of (const SutraMapFigure *self)
{
  return self->title != NULL && *self->title != '\0' ? self->title : sutra_figure_word (SUTRA_WORD_MAP, self->language);
}

/* Without the time of day, so that the same map is the same file. */
static void
set_metadata (const SutraMapFigure *self, cairo_surface_t *pdf)
{
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_TITLE, title_of (self));
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATOR, "Sutradhar");
  cairo_pdf_surface_set_metadata (pdf, CAIRO_PDF_METADATA_CREATE_DATE, "");
}

static cairo_surface_t *
new_surface (const SutraMapFigure *self, SutraFigureFormat format, GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case SUTRA_FIGURE_PDF:
      surface = cairo_pdf_surface_create_for_stream (collect, bytes, self->width, self->height);
      set_metadata (self, surface);
      return surface;
    case SUTRA_FIGURE_PNG:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (self->width), (int) lround (self->height));
    case SUTRA_FIGURE_SVG:
    default:
      surface = cairo_svg_surface_create_for_stream (collect, bytes, self->width, self->height);
      cairo_svg_surface_restrict_to_version (surface, CAIRO_SVG_VERSION_1_2);
      return surface;
    }
}

/* All names once, in their order, for the description of an SVG. */
static char *
describe (const SutraMapFigure *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->n_items; i++)
    {
      const char *label = self->items[i].label;

      if (label != NULL && *label != '\0' && g_hash_table_add (seen, (gpointer) label))
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", label);
    }
  return g_string_free (out, FALSE);
}

static GBytes *
finish_svg (const SutraMapFigure *self, GByteArray *bytes, GPtrArray *texts)
{
  g_autofree char *description = describe (self);

  return sutra_figure_svg_finish ((const char *) bytes->data, bytes->len, title_of (self), description,
                                  self->language != NULL ? self->language : "en", texts);
}

GBytes *
sutra_map_figure_render (const SutraMapFigure *self, SutraWorld *world, SutraGazetteer *gazetteer, SutraFigureFormat format, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_figure_text_free);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (self != NULL, NULL);

  if (!(self->width >= SUTRA_FIGURE_MIN_SIZE && self->height >= SUTRA_FIGURE_MIN_SIZE && self->width <= SUTRA_FIGURE_MAX_SIZE &&
        self->height <= SUTRA_FIGURE_MAX_SIZE))
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID,
                   "A map of %.0f × %.0f cannot be drawn: give a width and a height from %d to %d.", self->width, self->height,
                   SUTRA_FIGURE_MIN_SIZE, SUTRA_FIGURE_MAX_SIZE);
      return NULL;
    }
  surface = new_surface (self, format, bytes);
  cr = cairo_create (surface);
  sutra_map_figure_paint_page (self, cr, world, gazetteer, format == SUTRA_FIGURE_SVG ? texts : NULL);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == SUTRA_FIGURE_PNG)
    status = cairo_surface_write_to_png_stream (surface, collect, bytes);
  cairo_surface_finish (surface);
  status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status (surface) : status;
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_SURFACE_FINISHED)
    {
      g_set_error (error, SUTRA_ERROR, status == CAIRO_STATUS_NO_MEMORY ? SUTRA_ERROR_TOO_LARGE : SUTRA_ERROR_FAILED,
                   "The map could not be drawn: %s. Try a smaller one.", cairo_status_to_string (status));
      return NULL;
    }
  if (format == SUTRA_FIGURE_SVG)
    return finish_svg (self, bytes, texts);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
