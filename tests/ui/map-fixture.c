/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map-fixture.h"

static void
picked_cb (Map *self, double latitude, double longitude)
{
  self->n_picked++;
  self->latitude = latitude;
  self->longitude = longitude;
}

static void
candidate_cb (Map *self, guint index)
{
  self->n_candidates++;
  self->candidate = index;
}

static gboolean
is_loaded (gpointer data)
{
  return !sutra_place_list_get_loading (data);
}

gboolean
map_is_settled (gpointer data)
{
  SutraMap *map = data;

  return sutra_map_surface_is_settled (map->surface, &map->view);
}

SutraId
map_add_place (Dialogs *dialogs, const char *label, double latitude, double longitude)
{
  char latitude_text[G_ASCII_DTOSTR_BUF_SIZE], longitude_text[G_ASCII_DTOSTR_BUF_SIZE];
  const char *pairs[] = { "latitude", g_ascii_dtostr (latitude_text, sizeof latitude_text, latitude), "longitude",
                          g_ascii_dtostr (longitude_text, sizeof longitude_text, longitude), NULL };
  g_autoptr (GError) error = NULL;
  SutraId id;

  sutra_case_add_entity (dialogs->the_case, sutra_entity_type_get_id (dialogs_type (dialogs, "place")), label, &id, &error);
  g_assert_no_error (error);
  sutra_case_set (dialogs->the_case, &id, pairs, &error);
  g_assert_no_error (error);
  return id;
}

void
map_settle (Map *self)
{
  dialogs_wait (is_loaded, self->places);
  dialogs_settle ();
  gtk_widget_queue_draw (GTK_WIDGET (self->map));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->map));
}

void
map_open (Map *self, Dialogs *dialogs)
{
  *self = (Map){ .dialogs = dialogs };
  self->selection = sutra_selection_new (dialogs->the_case);
  self->places = sutra_place_list_new (dialogs->the_case, self->selection);
  sutra_place_list_set_scope (self->places, SUTRA_PLACE_SCOPE_CASE);
  self->map = SUTRA_MAP (sutra_map_new ());
  g_signal_connect_swapped (self->map, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect_swapped (self->map, "candidate-chosen", G_CALLBACK (candidate_cb), self);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 500);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->map));
  gtk_window_present (GTK_WINDOW (self->window));
  sutra_map_set_places (self->map, dialogs->the_case, self->places, self->selection);
  map_settle (self);
}

void
map_open_with_world (Map *self, Dialogs *dialogs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraWorld) world = sutra_world_load (NULL, &error);

  g_assert_no_error (error);
  map_open (self, dialogs);
  sutra_map_set_data (self->map, world, NULL);
  map_settle (self);
}

void
map_close (Map *self)
{
  SutraMap *map = g_object_ref (self->map);

  gtk_window_destroy (GTK_WINDOW (self->window));
  dialogs_settle ();
  g_assert_finalize_object (map);
  dialogs_wait (is_loaded, self->places);
  dialogs_settle ();
  g_assert_finalize_object (self->places);
  g_assert_finalize_object (self->selection);
}

void
map_act (Map *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->map), action, NULL));
}

gpointer
map_find_controller (Map *self, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

void
map_point_at (Map *self, double x, double y)
{
  g_signal_emit_by_name (map_find_controller (self, GTK_TYPE_EVENT_CONTROLLER_MOTION), "motion", x, y);
}

void
map_click (Map *self, int n_press, double x, double y)
{
  gpointer gesture = map_find_controller (self, GTK_TYPE_GESTURE_CLICK);

  g_signal_emit_by_name (gesture, "pressed", n_press, x, y);
  g_signal_emit_by_name (gesture, "released", n_press, x, y);
}

void
map_scroll (Map *self, double dx, double dy)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (map_find_controller (self, GTK_TYPE_EVENT_CONTROLLER_SCROLL), "scroll", dx, dy, &handled);
  g_assert_true (handled);
}

void
map_get_pixel (Map *self, double latitude, double longitude, double *x, double *y)
{
  const SutraPoint point = { latitude, longitude };
  SutraMapPoint at;

  sutra_projection_forward (&point, &at);
  sutra_viewport_to_pixel (&self->map->view, &at, x, y);
}

void
map_get_point (Map *self, double x, double y, SutraPoint *point)
{
  SutraMapPoint at;

  sutra_viewport_from_pixel (&self->map->view, x, y, &at);
  sutra_projection_inverse (&at, point);
}
