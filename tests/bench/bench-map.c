/* The map: the work of a frame while it is panned and zoomed, how soon it is there, what it takes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-rows.h"
#include "bench-sample.h"
#include "bench-table.h"
#include "bench-window.h"

#include "sutra-map-private.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define WIDTH 1200
#define HEIGHT 760
#define N_FRAMES 300

/* ---- The floor: a widget that paints one colour, another one in each frame ---- */

#define BENCH_TYPE_PLAIN (bench_plain_get_type ())
G_DECLARE_FINAL_TYPE (BenchPlain, bench_plain, BENCH, PLAIN, GtkWidget)

struct _BenchPlain
{
  GtkWidget parent_instance;
  guint n;
};

G_DEFINE_FINAL_TYPE (BenchPlain, bench_plain, GTK_TYPE_WIDGET)

static void
bench_plain_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BenchPlain *self = BENCH_PLAIN (widget);
  const GdkRGBA color = { (float) (self->n++ % 200) / 255, 0.5F, 0.5F, 1 };

  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
}

static void
bench_plain_class_init (BenchPlainClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_plain_snapshot;
}

static void
bench_plain_init (BenchPlain *self)
{
}

/* ---- What is shown ---- */

typedef struct
{
  SutraWorld *world;
  SutraGazetteer *gazetteer;
  SutraPlaceItem *items;
  GStringChunk *labels;
  guint n_items;
} Sample;

static SutraWorld *
load_world (void)
{
  GError *error = NULL;
  SutraWorld *world = sutra_world_load (NULL, &error);

  bench_check (error);
  return world;
}

static SutraGazetteer *
load_gazetteer (void)
{
  GError *error = NULL;
  SutraGazetteer *gazetteer = sutra_gazetteer_load (NULL, &error);

  bench_check (error);
  return gazetteer;
}

/* Places over all latitudes where people live, half of them crowded into one part of the world. */
static void
make_items (Sample *self, guint n, guint n_types)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  g_clear_pointer (&self->items, g_free);
  self->items = g_new0 (SutraPlaceItem, n);
  self->n_items = n;
  for (guint i = 0; i < n; i++)
    {
      SutraPlaceItem *item = &self->items[i];
      g_autofree char *label = g_strdup_printf ("স্থান %u", i % 5000);

      if (i % 2 == 0)
        item->point = (SutraPoint){ g_rand_double_range (random, 5, 55), g_rand_double_range (random, 45, 120) };
      else
        item->point = (SutraPoint){ g_rand_double_range (random, -50, 70), g_rand_double_range (random, -180, 180) };
      sutra_projection_forward (&item->point, &item->at);
      item->entity = sutra_id_new ();
      item->radius_m = NAN;
      item->label = g_string_chunk_insert_const (self->labels, label);
      item->count = (guint32) g_rand_int_range (random, 1, 20);
      item->type = (guint16) (i % n_types);
    }
}

static void
sample_clear (Sample *self)
{
  g_clear_pointer (&self->world, sutra_world_unref);
  g_clear_pointer (&self->gazetteer, sutra_gazetteer_unref);
  g_clear_pointer (&self->items, g_free);
  g_clear_pointer (&self->labels, g_string_chunk_free);
}

/* ---- Frames ---- */

typedef struct
{
  GArray *all;
  GArray *pan;
  GArray *zoom;
  GArray *clock; /* with what else ran on the machine meanwhile */
} Frames;

static void
frames_init (Frames *self)
{
  *self = (Frames){ bench_times_new (), bench_times_new (), bench_times_new (), bench_times_new () };
}

static void
frames_clear (Frames *self)
{
  g_array_unref (self->all);
  g_array_unref (self->pan);
  g_array_unref (self->zoom);
  g_array_unref (self->clock);
}

/* What a frame takes of the processor, in the thread that paints: others run beside the benchmark. */
static void
add_frame (BenchWindow *window, Frames *frames, GArray *times, gint64 set)
{
  bench_times_add (times, set + window->cpu);
  bench_times_add (frames->clock, set + window->work);
}

static void
run_plain (Frames *frames)
{
  GtkWidget *plain = g_object_new (BENCH_TYPE_PLAIN, NULL);
  g_autoptr (BenchWindow) window = bench_window_new_for (plain, WIDTH, HEIGHT);

  bench_window_settle (window);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      guint n_frames = window->n_frames;

      gtk_widget_queue_draw (plain);
      bench_window_wait_frame (window, n_frames);
      add_frame (window, frames, frames->all, 0);
    }
}

/* To and fro over the crowded part, as a hand drags; then in and out, as a wheel turns. */
static void
run_map (SutraMap *map, BenchWindow *window, Frames *frames)
{
  for (guint i = 0; i < 2 * N_FRAMES; i++)
    {
      guint n_frames = window->n_frames;
      double angle = 2 * G_PI * i / N_FRAMES;
      gint64 start = bench_get_cpu ();
      gint64 set;

      if (i < N_FRAMES)
        sutra_map_pan (map, 14 * cos (angle), 9 * sin (angle));
      else
        sutra_map_zoom_at (map, (i / 50) % 2 == 0 ? 0.07 : -0.07, WIDTH * 0.4, HEIGHT * 0.6, FALSE);
      set = bench_get_cpu () - start;
      bench_window_wait_frame (window, n_frames);
      add_frame (window, frames, i < N_FRAMES ? frames->pan : frames->zoom, set);
    }
  g_array_append_vals (frames->all, frames->pan->data, frames->pan->len);
  g_array_append_vals (frames->all, frames->zoom->data, frames->zoom->len);
}

static void
measure_frames (Sample *sample, BenchCase *bench, const Frames *floor, guint n, double target)
{
  SutraMap *map = SUTRA_MAP (sutra_map_new ());
  g_autoptr (BenchWindow) window = bench_window_new_for (GTK_WIDGET (map), WIDTH, HEIGHT);
  g_autofree char *what = g_strdup_printf ("map with %u pins, a frame, p95", n);
  SutraBox box = { 0, 50, 50, 110 };
  Frames frames;

  frames_init (&frames);
  make_items (sample, n, g_list_model_get_n_items (G_LIST_MODEL (sutra_case_get_tagset (bench->the_case))));
  sutra_map_set_data (map, sample->world, sample->gazetteer);
  sutra_map_set_items (map, sample->items, n, bench->the_case);
  sutra_map_show_box (map, &box);
  bench_window_settle (window);
  bench_window_settle (window);
  run_map (map, window, &frames);

  bench_table_excess (what, "ms", bench_times_get (frames.all, 0.95), bench_times_get (floor->all, 0.95), target);
  bench_table_note ("panning, median", "ms", bench_times_get (frames.pan, 0.5));
  bench_table_note ("panning, p95", "ms", bench_times_get (frames.pan, 0.95));
  bench_table_note ("zooming, median", "ms", bench_times_get (frames.zoom, 0.5));
  bench_table_note ("zooming, p95", "ms", bench_times_get (frames.zoom, 0.95));
  bench_table_note ("by the clock, p95", "ms", bench_times_get (frames.clock, 0.95));
  sutra_map_set_items (map, NULL, 0, bench->the_case);
  frames_clear (&frames);
}

/* ---- The first frame ---- */

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Sample *sample = data;

  sample->world = load_world ();
  sample->gazetteer = load_gazetteer ();
  g_task_return_boolean (task, TRUE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Sample *sample = g_task_get_task_data (G_TASK (result));

  sutra_map_set_data (data, sample->world, sample->gazetteer);
}

/* From the window's first frame to the first one with a map in it; the data are loaded after the former, as in the program. */
static void
measure_first_frame (void)
{
  SutraMap *map = SUTRA_MAP (sutra_map_new ());
  g_autoptr (BenchWindow) window = bench_window_new_for (GTK_WIDGET (map), WIDTH, HEIGHT);
  gint64 shown = window->painted;
  Sample sample = { 0 };
  g_autoptr (GTask) task = g_task_new (NULL, NULL, loaded_cb, map);
  guint n_frames;

  g_task_set_task_data (task, &sample, NULL);
  g_task_run_in_thread (task, load_in_thread);
  while (!map->has_data || !sutra_map_surface_is_shown (map->surface))
    g_main_context_iteration (NULL, TRUE);
  n_frames = window->n_frames;
  gtk_widget_queue_draw (GTK_WIDGET (map));
  bench_window_wait_frame (window, n_frames);
  bench_table_value ("first frame of the map, after the window's", "ms", (double) (window->painted - shown) / 1000, 100);
  bench_window_settle (window);
  sample_clear (&sample);
}

/* ---- Memory ---- */

static gboolean
rested_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until what is not needed any more is given back. */
static void
bench_rest (BenchWindow *window)
{
  gboolean rested = FALSE;

  bench_window_settle (window);
  g_timeout_add (1500, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

/* Shows the map, all over the world and at all zooms, or in its place one colour; in a window that has text and buttons besides. */
void
bench_map_child (gboolean with_map)
{
  GtkWidget *child = with_map ? sutra_map_new () : g_object_new (BENCH_TYPE_PLAIN, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (BenchWindow) window = NULL;
  g_autoptr (BenchSample) text = bench_sample_new (1000, 0, 0);
  g_autoptr (BenchCase) bench = bench_case_new (text);
  Sample sample = { .labels = g_string_chunk_new (4096) };

  gtk_label_set_markup (GTK_LABEL (label), "<b>স্থানের মানচিত্র</b> 1234567890 Map of places");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_button_new_from_icon_name ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), child);
  gtk_widget_set_vexpand (child, TRUE);
  window = bench_window_new_for (box, WIDTH, HEIGHT);
  if (with_map)
    {
      SutraMap *map = SUTRA_MAP (child);

      sample.world = load_world ();
      sample.gazetteer = load_gazetteer ();
      make_items (&sample, 1000, 5);
      sutra_map_set_data (map, sample.world, sample.gazetteer);
      sutra_map_set_items (map, sample.items, sample.n_items, bench->the_case);
      for (guint i = 0; i < 24; i++)
        {
          sutra_map_zoom_at (map, i < 12 ? 0.7 : -0.7, WIDTH * 0.4, HEIGHT * 0.6, FALSE);
          sutra_map_pan (map, 300, 20);
          bench_window_settle (window);
        }
    }
  bench_rest (window);
  printf ("%" G_GSIZE_FORMAT "\n", bench_get_resident_bytes ());
  if (with_map)
    sutra_map_set_items (SUTRA_MAP (child), NULL, 0, bench->the_case);
  sample_clear (&sample);
}

static double
measure_memory (const char *program, const char *what)
{
  const char *arguments[] = { program, "--map-child", what, NULL };
  g_autofree char *output = NULL;
  GError *error = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  bench_check (error);
  return g_ascii_strtod (output, NULL) / 1e6;
}

void
bench_map (const char *program)
{
  g_autoptr (BenchSample) text = bench_sample_new (1000, 0, 0);
  g_autoptr (BenchCase) bench = bench_case_new (text);
  Sample sample = { .labels = g_string_chunk_new (4096) };
  Frames floor;

  measure_first_frame ();
  frames_init (&floor);
  run_plain (&floor);
  bench_table_note ("one colour instead, median", "ms", bench_times_get (floor.all, 0.5));
  bench_table_note ("one colour instead, p95", "ms", bench_times_get (floor.all, 0.95));
  bench_table_note ("by the clock, p95", "ms", bench_times_get (floor.clock, 0.95));
  sample.world = load_world ();
  sample.gazetteer = load_gazetteer ();
  measure_frames (&sample, bench, &floor, 1000, 3);
  measure_frames (&sample, bench, &floor, 10000, 5);
  measure_frames (&sample, bench, &floor, 100000, 14);
  frames_clear (&floor);
  sample_clear (&sample);
  bench_table_excess ("memory of the map", "MB", measure_memory (program, "map"), measure_memory (program, "none"), 40);
}
