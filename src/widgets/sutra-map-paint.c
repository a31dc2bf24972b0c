/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-private.h"

#include "sutra-type-badge.h"

#include <math.h>

/* Pixels. */
#define EDGE 10
#define SCALE_WIDTH 110
#define CROSSHAIR 14

static const SutraMapStyle *
get_style (SutraMap *self)
{
  return sutra_map_style_get (self->theme);
}

static void
style_manager_cb (SutraMap *self)
{
  SutraTheme theme = sutra_theme_current ();

  if (self->theme == theme)
    return;
  self->theme = theme;
  sutra_map_update_style (self);
  sutra_map_update_pins (self);
  sutra_map_update_candidates (self);
}

void
sutra_map_init_look (SutraMap *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->theme = sutra_theme_current ();
  self->taken = g_array_new (FALSE, FALSE, sizeof (SutraMapRect));
  self->surface = sutra_map_surface_new (GTK_WIDGET (self));
  self->frame = sutra_map_frame_new ();
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_manager_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_manager_cb), self, G_CONNECT_SWAPPED);
  sutra_map_update_style (self);
}

void
sutra_map_update_style (SutraMap *self)
{
  g_autofree char *areas = self->pins != NULL ? sutra_map_pins_dup_areas (self->pins) : NULL;
  const char *selected = self->selected < self->n_items ? self->items[self->selected].area : NULL;

  sutra_map_surface_set_source (self->surface, self->world, get_style (self), self->claims ? 0 : SUTRA_MAP_PAINT_NO_CLAIMS, areas,
                                selected);
}

void
sutra_map_drop_labels (SutraMap *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_color (cairo_t *cr, const SutraColor *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

static gboolean
again_cb (gpointer data)
{
  SutraMap *self = data;

  self->again = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* The areas are in the surface already. */
static void
paint_pins (SutraMap *self, cairo_t *cr, SutraMapPins *pins, guint selected, SutraMapTargetKind kind, gboolean labels)
{
  SutraMapPinsLook look = { selected, kind == SUTRA_MAP_PIN ? self->lit : G_MAXUINT, labels };

  if (self->hovered.kind == kind)
    look.hovered = self->hovered.index;
  look.context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  look.scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  if (pins != NULL && !sutra_map_pins_paint (pins, cr, NULL, &self->view, get_style (self), &look, self->taken) && self->again == 0)
    self->again = g_idle_add (again_cb, self);
}

static void
paint_crosshair (SutraMap *self, cairo_t *cr)
{
  const SutraMapStyle *style = get_style (self);
  double x = round (self->view.width / 2) + 0.5, y = round (self->view.height / 2) + 0.5;

  for (int pass = 0; pass < 2; pass++)
    {
      cairo_move_to (cr, x - CROSSHAIR, y);
      cairo_line_to (cr, x - 3, y);
      cairo_move_to (cr, x + 3, y);
      cairo_line_to (cr, x + CROSSHAIR, y);
      cairo_move_to (cr, x, y - CROSSHAIR);
      cairo_line_to (cr, x, y - 3);
      cairo_move_to (cr, x, y + 3);
      cairo_line_to (cr, x, y + CROSSHAIR);
      set_color (cr, pass == 0 ? &style->panel : &style->panel_text, 1);
      cairo_set_line_width (cr, pass == 0 ? 4 : 1.5);
      cairo_stroke (cr);
    }
}

static void
paint_overlay (SutraMap *self, cairo_t *cr)
{
  const SutraMapStyle *style = get_style (self);
  gboolean picking_by_key = self->picking && gtk_widget_has_focus (GTK_WIDGET (self));

  g_array_set_size (self->taken, 0);
  paint_pins (self, cr, self->pins, self->selected, SUTRA_MAP_PIN, self->pin_labels);
  paint_pins (self, cr, self->candidate_pins, G_MAXUINT, SUTRA_MAP_CANDIDATE, FALSE);
  sutra_map_paint_scale (cr, &self->view, style, EDGE, self->view.height - EDGE, SCALE_WIDTH);
  if (picking_by_key)
    paint_crosshair (self, cr);
}

void
sutra_map_paint_frame (SutraMap *self, GtkSnapshot *snapshot)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_t *cr = sutra_map_frame_begin (self->frame, (int) self->view.width, (int) self->view.height, scale);

  if (cr == NULL)
    return;
  /* What a flight leads to, rather than what it passes. */
  sutra_map_surface_request (self->surface, self->flight != NULL ? &self->flight_to : &self->view, scale);
  sutra_map_surface_paint (self->surface, cr, &self->view, scale);
  paint_overlay (self, cr);
  cairo_destroy (cr);
  sutra_map_frame_snapshot (self->frame, snapshot);
}
