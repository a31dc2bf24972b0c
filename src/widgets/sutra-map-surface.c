/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-surface.h"

#include "sutra-map-image.h"

#include <math.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Of the picture of the whole world. */
#define BACKDROP_ZOOM 1.0
#define BACKDROP_SIZE 512

/* Milliseconds of rest. */
#define TRIM_AFTER 500

/* One painted picture; immutable once it is painted. */
typedef struct
{
  cairo_surface_t *image; /* (owned) */
  SutraViewport viewport;
  int scale;
  guint source; /* number of the source it was painted from */
} Layer;

struct _SutraMapSurface
{
  grefcount refs;    /* of the owner and of the job under way */
  GtkWidget *widget; /* (unowned) NULL once the owner has let go */

  SutraWorld *world; /* (owned) (nullable) */
  const SutraMapStyle *style;
  SutraMapPaintFlags flags;
  char *areas;    /* (owned) codes */
  char *selected; /* (owned) codes */
  guint source;   /* counts the sources */

  Layer *current;  /* (nullable) the newest */
  Layer *previous; /* (nullable) shown where the newest does not reach */
  Layer *backdrop; /* (nullable) */

  GCancellable *cancellable; /* (nullable) of the job under way */
  SutraViewport wanted;
  int wanted_scale;
  guint n_painted;
  guint trim;
};

typedef struct
{
  SutraMapSurface *owner; /* (owned) touched in the main thread only */
  SutraWorld *world;      /* (owned) (nullable) */
  const SutraMapStyle *style;
  SutraMapPaintFlags flags;
  char *areas;    /* (owned) */
  char *selected; /* (owned) */
  Layer *layer;   /* (owned) (nullable) */
  gboolean is_backdrop;
} Job;

static void
layer_free (Layer *self)
{
  g_clear_pointer (&self->image, cairo_surface_destroy);
  g_free (self);
}

static void
surface_unref (SutraMapSurface *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->world, sutra_world_unref);
  g_clear_pointer (&self->current, layer_free);
  g_clear_pointer (&self->previous, layer_free);
  g_clear_pointer (&self->backdrop, layer_free);
  g_clear_object (&self->cancellable);
  g_free (self->areas);
  g_free (self->selected);
  g_free (self);
}

static void
job_free (Job *self)
{
  surface_unref (self->owner);
  g_clear_pointer (&self->world, sutra_world_unref);
  g_clear_pointer (&self->layer, layer_free);
  g_free (self->areas);
  g_free (self->selected);
  g_free (self);
}

/* Where @layer lies in @viewport: the copy that is nearest to its centre. */
static void
layer_get_bounds (const Layer *self, const SutraViewport *viewport, graphene_rect_t *bounds)
{
  double size = sutra_viewport_get_world_size (viewport);
  double factor = exp2 (viewport->zoom - self->viewport.zoom);
  double width = self->viewport.width * factor, height = self->viewport.height * factor;
  double dx = self->viewport.center.x - viewport->center.x;

  dx -= round (dx);
  graphene_rect_init (bounds, (float) (viewport->width / 2 + dx * size - width / 2),
                      (float) (viewport->height / 2 + (self->viewport.center.y - viewport->center.y) * size - height / 2), (float) width,
                      (float) height);
}

static gboolean
layer_is_scaled (const Layer *self, const SutraViewport *viewport, int scale)
{
  return self->viewport.zoom != viewport->zoom || self->scale != scale;
}

/* How many pixels of it lie beyond the nearest side of @viewport; negative where it does not reach. */
static double
layer_get_margin (const Layer *self, const SutraViewport *viewport)
{
  graphene_rect_t bounds;

  layer_get_bounds (self, viewport, &bounds);
  return MIN (MIN (-bounds.origin.x, -bounds.origin.y),
              MIN (bounds.origin.x + bounds.size.width - viewport->width, bounds.origin.y + bounds.size.height - viewport->height));
}

static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  Layer *layer = job->layer;
  int width = (int) ceil (layer->viewport.width * layer->scale), height = (int) ceil (layer->viewport.height * layer->scale);
  cairo_t *cr;
  gboolean done;

  layer->image = sutra_map_image_new (MAX (width, 1), MAX (height, 1));
  if (layer->image == NULL)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  cr = cairo_create (layer->image);
  cairo_scale (cr, layer->scale, layer->scale);
  done = sutra_map_paint (cr, job->world, &layer->viewport, job->style, job->flags, cancellable);
  if (done && job->world != NULL && *job->areas != '\0')
    sutra_map_paint_area (cr, job->world, &layer->viewport, job->style, job->areas, FALSE);
  if (done && job->world != NULL && *job->selected != '\0')
    sutra_map_paint_area (cr, job->world, &layer->viewport, job->style, job->selected, TRUE);
  done = done && cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_flush (layer->image);
  g_task_return_boolean (task, done);
}

static void start (SutraMapSurface *self);

/* What the paths took would stay with the worker; but while one is moving the map it would be needed again at once. */
static gboolean
trim_cb (gpointer data)
{
  SutraMapSurface *self = data;

  self->trim = 0;
#ifdef __GLIBC__
  if (self->cancellable == NULL)
    malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  SutraMapSurface *self = job->owner;
  gboolean done = g_task_propagate_boolean (G_TASK (result), NULL);
  gboolean mine = g_task_get_cancellable (G_TASK (result)) == self->cancellable;

  if (mine)
    g_clear_object (&self->cancellable);
  if (self->widget == NULL || !mine)
    return;
  if (done && job->is_backdrop)
    {
      g_clear_pointer (&self->backdrop, layer_free);
      self->backdrop = g_steal_pointer (&job->layer);
    }
  else if (done)
    {
      g_clear_pointer (&self->previous, layer_free);
      self->previous = g_steal_pointer (&self->current);
      self->current = g_steal_pointer (&job->layer);
      if (self->previous != NULL && self->previous->source != self->current->source)
        g_clear_pointer (&self->previous, layer_free);
    }
  if (!done)
    return;
  self->n_painted++;
  gtk_widget_queue_draw (self->widget);
  start (self);
  g_clear_handle_id (&self->trim, g_source_remove);
  if (self->cancellable == NULL)
    self->trim = g_timeout_add (TRIM_AFTER, trim_cb, self);
}

static void
run (SutraMapSurface *self, const SutraViewport *viewport, int scale, gboolean is_backdrop)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GTask) task = NULL;

  job->owner = self;
  g_ref_count_inc (&self->refs);
  job->world = self->world != NULL ? sutra_world_ref (self->world) : NULL;
  job->style = self->style;
  job->flags = self->flags;
  job->areas = g_strdup (self->areas);
  job->selected = g_strdup (self->selected);
  job->is_backdrop = is_backdrop;
  job->layer = g_new0 (Layer, 1);
  job->layer->viewport = *viewport;
  job->layer->scale = scale;
  job->layer->source = self->source;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, painted_cb, NULL);
  g_task_set_name (task, "map");
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, paint_in_thread);
}

/* Asks for what is missing most: something at all, then with margins, then the backdrop. */
static void
start (SutraMapSurface *self)
{
  const Layer *current = self->current;
  SutraViewport viewport = self->wanted;
  gboolean usable = current != NULL && current->source == self->source && !layer_is_scaled (current, &viewport, self->wanted_scale);

  if (self->cancellable != NULL || self->style == NULL || self->wanted_scale == 0)
    return;
  if (!usable || layer_get_margin (current, &viewport) < SUTRA_MAP_MARGIN_LEAST)
    {
      /* The first one comes sooner without what is not seen yet. */
      if (current != NULL)
        {
          viewport.width += 2 * SUTRA_MAP_MARGIN;
          viewport.height += 2 * SUTRA_MAP_MARGIN;
        }
      run (self, &viewport, self->wanted_scale, FALSE);
    }
  else if (self->backdrop == NULL || self->backdrop->source != self->source)
    {
      viewport = (SutraViewport){ { 0.5, 0.5 }, BACKDROP_ZOOM, BACKDROP_SIZE, BACKDROP_SIZE };
      run (self, &viewport, 1, TRUE);
    }
}

SutraMapSurface *
sutra_map_surface_new (GtkWidget *widget)
{
  SutraMapSurface *self = g_new0 (SutraMapSurface, 1);

  g_ref_count_init (&self->refs);
  self->widget = widget;
  self->areas = g_strdup ("");
  self->selected = g_strdup ("");
  return self;
}

void
sutra_map_surface_free (SutraMapSurface *self)
{
  self->widget = NULL;
  g_clear_handle_id (&self->trim, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  surface_unref (self);
}

static gboolean
is_same (const char *a, const char *b)
{
  return g_strcmp0 (a, b != NULL ? b : "") == 0;
}

void
sutra_map_surface_set_source (SutraMapSurface *self,
                              SutraWorld *world,
                              const SutraMapStyle *style,
                              SutraMapPaintFlags flags,
                              const char *areas,
                              const char *selected)
{
  if (self->world == world && self->style == style && self->flags == flags && is_same (self->areas, areas) &&
      is_same (self->selected, selected))
    return;
  g_free (self->areas);
  self->areas = g_strdup (areas != NULL ? areas : "");
  g_free (self->selected);
  self->selected = g_strdup (selected != NULL ? selected : "");
  if (world != NULL)
    sutra_world_ref (world);
  g_clear_pointer (&self->world, sutra_world_unref);
  self->world = world;
  self->style = style;
  self->flags = flags;
  self->source++;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_queue_draw (self->widget);
}

void
sutra_map_surface_request (SutraMapSurface *self, const SutraViewport *viewport, int scale)
{
  self->wanted = *viewport;
  self->wanted_scale = scale;
  start (self);
}

static void
layer_paint (Layer *self, cairo_t *cr, const graphene_rect_t *bounds, gboolean scaled, int scale)
{
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (self->image);
  cairo_matrix_t matrix;

  cairo_matrix_init_identity (&matrix);
  if (scaled)
    {
      cairo_matrix_scale (&matrix, cairo_image_surface_get_width (self->image) / bounds->size.width,
                          cairo_image_surface_get_height (self->image) / bounds->size.height);
      cairo_matrix_translate (&matrix, -bounds->origin.x, -bounds->origin.y);
    }
  else
    {
      cairo_matrix_scale (&matrix, scale, scale);
      cairo_matrix_translate (&matrix, -bounds->origin.x, -bounds->origin.y);
    }
  cairo_pattern_set_matrix (pattern, &matrix);
  cairo_pattern_set_filter (pattern, scaled ? CAIRO_FILTER_FAST : CAIRO_FILTER_NEAREST);
  cairo_set_source (cr, pattern);
  /* Edges between pixels would be blended. */
  cairo_rectangle (cr, floor (bounds->origin.x), floor (bounds->origin.y), ceil (bounds->size.width), ceil (bounds->size.height));
  cairo_fill (cr);
  cairo_pattern_destroy (pattern);
}

static void
backdrop_paint (Layer *self, cairo_t *cr, const SutraViewport *viewport, int scale)
{
  double size = sutra_viewport_get_world_size (viewport);
  int n = (int) ceil (viewport->width / 2 / size + 0.5);
  graphene_rect_t bounds;

  layer_get_bounds (self, viewport, &bounds);
  for (int i = -n; i <= n; i++)
    {
      graphene_rect_t copy = bounds;

      graphene_rect_offset (&copy, (float) (i * size), 0);
      if (copy.origin.x < viewport->width && copy.origin.x + copy.size.width > 0)
        layer_paint (self, cr, &copy, TRUE, scale);
    }
}

static gboolean
covers (const Layer *self, const SutraViewport *viewport)
{
  return self != NULL && layer_get_margin (self, viewport) >= 0;
}

static void
paint_layer (Layer *self, cairo_t *cr, const SutraViewport *viewport, int scale)
{
  gboolean scaled = layer_is_scaled (self, viewport, scale);
  graphene_rect_t bounds;

  layer_get_bounds (self, viewport, &bounds);
  /* On whole device pixels it is copied, not resampled. */
  if (!scaled)
    graphene_point_init (&bounds.origin, roundf (bounds.origin.x * (float) scale) / (float) scale,
                         roundf (bounds.origin.y * (float) scale) / (float) scale);
  layer_paint (self, cr, &bounds, scaled, scale);
}

void
sutra_map_surface_paint (SutraMapSurface *self, cairo_t *cr, const SutraViewport *viewport, int scale)
{
  gboolean covered = covers (self->current, viewport);

  if (covered && !layer_is_scaled (self->current, viewport, scale))
    g_clear_pointer (&self->previous, layer_free);
  if (!covered && !covers (self->previous, viewport))
    {
      const SutraColor *sea = &self->style->sea;

      cairo_set_source_rgb (cr, sea->red, sea->green, sea->blue);
      cairo_paint (cr);
      if (self->backdrop != NULL)
        backdrop_paint (self->backdrop, cr, viewport, scale);
    }
  if (!covered && self->previous != NULL)
    paint_layer (self->previous, cr, viewport, scale);
  if (self->current != NULL)
    paint_layer (self->current, cr, viewport, scale);
}

gboolean
sutra_map_surface_is_shown (SutraMapSurface *self)
{
  return self->current != NULL && self->current->source == self->source;
}

gboolean
sutra_map_surface_is_settled (SutraMapSurface *self, const SutraViewport *viewport)
{
  return self->cancellable == NULL && self->current != NULL && self->current->source == self->source &&
         !layer_is_scaled (self->current, viewport, self->wanted_scale) && layer_get_margin (self->current, viewport) >= 0;
}

guint
sutra_map_surface_get_n_painted (SutraMapSurface *self)
{
  return self->n_painted;
}
