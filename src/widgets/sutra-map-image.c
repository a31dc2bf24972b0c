/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-image.h"

#include <sys/mman.h>

/* Rows of a strip. */
#define STRIP 32

struct _SutraMapFrame
{
  cairo_surface_t *image; /* (owned) (nullable) painted on */
  cairo_surface_t *shown; /* (owned) (nullable) the same pixels */
  int width;
  int height;
  int scale;
};

typedef struct
{
  gpointer data;
  gsize size;
} Pixels;

static void
pixels_free (gpointer data)
{
  Pixels *self = data;

  munmap (self->data, self->size);
  g_free (self);
}

cairo_surface_t *
sutra_map_image_new (int width, int height)
{
  static const cairo_user_data_key_t key;
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_RGB24, width);
  Pixels *pixels = g_new0 (Pixels, 1);
  cairo_surface_t *image;

  pixels->size = (gsize) stride * (gsize) height;
  pixels->data = mmap (NULL, pixels->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (pixels->data == MAP_FAILED)
    {
      g_free (pixels);
      return NULL;
    }
  image = cairo_image_surface_create_for_data (pixels->data, CAIRO_FORMAT_RGB24, width, height, stride);
  if (cairo_surface_set_user_data (image, &key, pixels, pixels_free) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (image);
      pixels_free (pixels);
      return NULL;
    }
  return image;
}

static void
drop (SutraMapFrame *self)
{
  g_clear_pointer (&self->shown, cairo_surface_destroy);
  g_clear_pointer (&self->image, cairo_surface_destroy);
}

SutraMapFrame *
sutra_map_frame_new (void)
{
  return g_new0 (SutraMapFrame, 1);
}

void
sutra_map_frame_free (SutraMapFrame *self)
{
  drop (self);
  g_free (self);
}

cairo_t *
sutra_map_frame_begin (SutraMapFrame *self, int width, int height, int scale)
{
  static const cairo_user_data_key_t key;
  cairo_t *cr;

  if (self->width != width || self->height != height || self->scale != scale)
    drop (self);
  if (self->image == NULL)
    {
      self->image = sutra_map_image_new (MAX (width * scale, 1), MAX (height * scale, 1));
      if (self->image == NULL)
        return NULL;
      self->width = width;
      self->height = height;
      self->scale = scale;
      self->shown =
          cairo_image_surface_create_for_data (cairo_image_surface_get_data (self->image), CAIRO_FORMAT_RGB24, MAX (width * scale, 1),
                                               MAX (height * scale, 1), cairo_image_surface_get_stride (self->image));
      /* The pixels are the first one's. */
      cairo_surface_set_user_data (self->shown, &key, cairo_surface_reference (self->image), (cairo_destroy_func_t) cairo_surface_destroy);
      cairo_surface_set_device_scale (self->shown, scale, scale);
    }
  cr = cairo_create (self->image);
  cairo_scale (cr, scale, scale);
  return cr;
}

/* In strips: GTK's renderer makes an image of each before it puts it down, and a small one stays in the processor's cache, and in the heap. */
void
sutra_map_frame_snapshot (SutraMapFrame *self, GtkSnapshot *snapshot)
{
  if (self->shown == NULL)
    return;
  cairo_surface_flush (self->image);
  for (int y = 0; y < self->height; y += STRIP)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT (0, (float) y, (float) self->width, (float) MIN (STRIP, self->height - y)));

      cairo_set_source_surface (cr, self->shown, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
}
