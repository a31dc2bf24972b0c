/* Which panes the window shows and how wide they are; remembered between starts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-name.h"
#include "sutra-window-layout.h"
#include "sutra-window-private.h"

#define MIN_PANE 160
#define MIN_ENTITIES 220

static double
text_scale (SutraWindow *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (1.0, dpi / 1024.0 / 96.0) : 1.0;
}

static void
request_widths (SutraWindow *self, int library, int entities)
{
  gtk_widget_set_size_request (GTK_WIDGET (self->library_place), library, -1);
  gtk_widget_set_size_request (GTK_WIDGET (self->entities_place), entities, -1);
}

/* Keeps the end pane's width: only once the outer divider's place has been allocated, or the inner one would move with it. */
static gboolean
place_inner_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SutraWindow *self = data;
  int entities = (int) (g_settings_get_int (self->settings, "entities-width") * MIN (text_scale (self), 1.5));
  int width = gtk_widget_get_width (GTK_WIDGET (self->inner));
  int position = gtk_paned_get_position (self->inner);

  if (!self->placed)
    {
      self->placed = TRUE;
      return G_SOURCE_CONTINUE;
    }
  /* By what the pane has too much or too little: the divider has a width too. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->entities_place)))
    position += gtk_widget_get_width (GTK_WIDGET (self->entities_place)) - MAX (MIN_ENTITIES, entities);
  else
    position = width - MAX (MIN_ENTITIES, entities);
  gtk_paned_set_position (self->inner, MAX (position, width / 2));
  request_widths (self, MIN_PANE, MIN_ENTITIES);
  return G_SOURCE_REMOVE;
}

static void
place_dividers (SutraWindow *self)
{
  int library = (int) (g_settings_get_int (self->settings, "library-width") * MIN (text_scale (self), 1.5));
  int width = gtk_widget_get_width (GTK_WIDGET (self->outer));

  if (width <= 0 || self->placing)
    return;
  self->placing = TRUE;
  gtk_paned_set_position (self->outer, MIN (MAX (MIN_PANE, library), width / 3));
  gtk_widget_add_tick_callback (GTK_WIDGET (self->inner), place_inner_cb, self, NULL);
}

static gboolean
apply_cb (gpointer data)
{
  SutraWindow *self = data;
  SutraWindowWish wish = { gtk_widget_get_width (GTK_WIDGET (self)), text_scale (self), self->want_library, self->want_entities,
                           self->prefer_library };
  gboolean library, entities;

  self->layout_idle = 0;
  sutra_window_layout_decide (&wish, &library, &entities);
  gtk_widget_set_visible (GTK_WIDGET (self->library_place), library);
  gtk_widget_set_visible (GTK_WIDGET (self->entities_place), entities);
  if (!self->placed)
    place_dividers (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: a size allocation may not change what is shown. */
void
sutra_window_check_width (SutraWindow *self)
{
  if (self->layout_idle == 0)
    self->layout_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, apply_cb, self, NULL);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SutraWindow *self = SUTRA_WINDOW (object);

  if (g_str_equal (pspec->name, "show-library"))
    g_value_set_boolean (value, self->want_library);
  else
    g_value_set_boolean (value, self->want_entities);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SutraWindow *self = SUTRA_WINDOW (object);
  gboolean is_library = g_str_equal (pspec->name, "show-library");
  gboolean *want = is_library ? &self->want_library : &self->want_entities;
  GtkWidget *pane = is_library ? GTK_WIDGET (self->library_place) : GTK_WIDGET (self->entities_place);
  gboolean wish = g_value_get_boolean (value);

  /* A pane that the width hides is asked for: it takes the place of the other one. */
  if (!wish && *want && !gtk_widget_get_visible (pane))
    {
      self->prefer_library = is_library;
      sutra_window_check_width (self);
      g_object_notify_by_pspec (object, pspec);
      return;
    }
  if (*want == wish)
    return;
  *want = wish;
  if (wish)
    self->prefer_library = is_library;
  sutra_window_check_width (self);
  g_object_notify_by_pspec (object, pspec);
}

void
sutra_window_install_panes (GObjectClass *object_class, GtkWidgetClass *widget_class, guint first_property)
{
  object_class->get_property = get_property;
  object_class->set_property = set_property;
  g_object_class_install_property (
      object_class, first_property,
      g_param_spec_boolean ("show-library", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
      object_class, first_property + 1,
      g_param_spec_boolean ("show-entities", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_install_property_action (widget_class, "win.show-library", "show-library");
  gtk_widget_class_install_property_action (widget_class, "win.show-entities", "show-entities");
}

/* So that nothing moves between the first frame and the one with the panes. */
static void
reserve_places (SutraWindow *self)
{
  double scale = MIN (text_scale (self), 1.5);
  int window = g_settings_get_int (self->settings, "window-width");
  int library = MIN (MAX (MIN_PANE, (int) (g_settings_get_int (self->settings, "library-width") * scale)), window / 3);
  int entities = MIN (MAX (MIN_ENTITIES, (int) (g_settings_get_int (self->settings, "entities-width") * scale)), window / 3);
  SutraWindowWish wish = { window, text_scale (self), self->want_library, self->want_entities, self->prefer_library };
  gboolean show_library, show_entities;

  sutra_window_layout_decide (&wish, &show_library, &show_entities);
  gtk_widget_set_visible (GTK_WIDGET (self->library_place), show_library);
  gtk_widget_set_visible (GTK_WIDGET (self->entities_place), show_entities);
  request_widths (self, library, entities);
}

void
sutra_window_restore_panes (SutraWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  self->want_library = g_settings_get_boolean (self->settings, "show-library");
  self->want_entities = g_settings_get_boolean (self->settings, "show-entities");
  reserve_places (self);
}

void
sutra_window_save_panes (SutraWindow *self)
{
  gboolean maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  double scale = MIN (text_scale (self), 1.5);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", maximized);
  if (!maximized && width >= 360 && height >= 240)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  g_settings_set_boolean (self->settings, "show-library", self->want_library);
  g_settings_set_boolean (self->settings, "show-entities", self->want_entities);
  if (!self->placed)
    return;
  if (gtk_widget_get_visible (GTK_WIDGET (self->library_place)))
    g_settings_set_int (self->settings, "library-width", (int) (gtk_paned_get_position (self->outer) / scale));
  if (gtk_widget_get_visible (GTK_WIDGET (self->entities_place)))
    {
      int entities = gtk_widget_get_width (GTK_WIDGET (self->entities_place));
      int details = self->entities != NULL ? sutra_entity_pane_get_details_height (self->entities) : 0;

      if (entities > 0)
        g_settings_set_int (self->settings, "entities-width", (int) (entities / scale));
      if (details > 0)
        g_settings_set_int (self->settings, "details-height", details);
    }
}

/* ---- The panes in their places ---- */

static void
article_chosen_cb (SutraWindow *self, SutraArticle *article)
{
  sutra_window_show_article (self, article);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

/* The focus stays in the results: from there one goes to the next. */
static void
place_chosen_cb (SutraWindow *self, SutraArticle *article, const char *query, guint start, guint end)
{
  sutra_window_show_article (self, article);
  if (sutra_article_page_get_article (self->page) == article)
    sutra_article_page_show_places (self->page, query, start, end);
}

static void
search_ended_cb (SutraWindow *self)
{
  sutra_article_page_show_places (self->page, NULL, 0, 0);
}

static void
edit_source_cb (SutraWindow *self, SutraArticle *article)
{
  sutra_window_show_article (self, article);
  gtk_widget_activate_action (GTK_WIDGET (self->page), "page.edit-source", NULL);
}

SutraLibraryPane *
sutra_window_ensure_library (SutraWindow *self)
{
  if (self->library != NULL)
    return self->library;
  self->library = SUTRA_LIBRARY_PANE (sutra_library_pane_new ());
  g_signal_connect_object (self->library, "article-chosen", G_CALLBACK (article_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "place-chosen", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "search-ended", G_CALLBACK (search_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->library, "edit-source", G_CALLBACK (edit_source_cb), self, G_CONNECT_SWAPPED);
  sutra_library_pane_set_case (self->library, self->the_case);
  sutra_library_pane_set_article (self->library, sutra_article_page_get_article (self->page));
  adw_bin_set_child (self->library_place, GTK_WIDGET (self->library));
  return self->library;
}

static void
date_format_changed_cb (SutraWindow *self)
{
  int calendar = g_settings_get_enum (self->settings, "bengali-calendar");

  sutra_entity_pane_set_date_format (self->entities, sutra_date_name_calendar ((SutraDateNameCalendar) calendar));
}

SutraEntityPane *
sutra_window_ensure_entities (SutraWindow *self)
{
  if (self->entities != NULL)
    return self->entities;
  self->entities = SUTRA_ENTITY_PANE (sutra_entity_pane_new ());
  sutra_entity_pane_set_details_height (self->entities, g_settings_get_int (self->settings, "details-height"));
  date_format_changed_cb (self);
  g_signal_connect_object (self->settings, "changed::bengali-calendar", G_CALLBACK (date_format_changed_cb), self, G_CONNECT_SWAPPED);
  sutra_entity_pane_set_case (self->entities, self->the_case, self->selection);
  sutra_entity_pane_set_article (self->entities, sutra_article_page_get_article (self->page));
  adw_bin_set_child (self->entities_place, GTK_WIDGET (self->entities));
  return self->entities;
}

static gboolean
build_cb (gpointer data)
{
  SutraWindow *self = data;

  self->build_idle = 0;
  sutra_window_ensure_library (self);
  sutra_window_ensure_entities (self);
  sutra_article_page_ensure_parts (self->page);
  return G_SOURCE_REMOVE;
}

/* Not here: the frame reaches the screen first. */
static void
painted_cb (SutraWindow *self, GdkFrameClock *clock)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_signal_handler (&self->painted, clock);
  self->build_idle = g_idle_add (build_cb, self);
}

void
sutra_window_await_frame (SutraWindow *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->library == NULL || self->entities == NULL)
    self->painted = g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
}

void
sutra_window_forget_frame (SutraWindow *self)
{
  if (self->painted != 0)
    g_clear_signal_handler (&self->painted, gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  g_clear_handle_id (&self->build_idle, g_source_remove);
}
