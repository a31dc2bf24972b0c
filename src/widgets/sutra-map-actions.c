/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-private.h"

#include "sutra-latin-key.h"

/* Pixels; and the share of the map that Shift goes. */
#define PAN_STEP 64
#define PAN_FAR 0.75

/* Every key of the map, in one table: bindings for what GTK shows of them, and the same actions by hardware key. */
static const struct
{
  guint keyval;
  GdkModifierType state;
  const char *action;
} keys[] = {
  { GDK_KEY_plus, 0, "map.zoom-in" },
  { GDK_KEY_plus, GDK_SHIFT_MASK, "map.zoom-in" },
  { GDK_KEY_equal, 0, "map.zoom-in" },
  { GDK_KEY_KP_Add, 0, "map.zoom-in" },
  { GDK_KEY_minus, 0, "map.zoom-out" },
  { GDK_KEY_KP_Subtract, 0, "map.zoom-out" },
  { GDK_KEY_0, 0, "map.fit" },
  { GDK_KEY_KP_0, 0, "map.fit" },
  { GDK_KEY_Left, 0, "map.pan-left" },
  { GDK_KEY_Right, 0, "map.pan-right" },
  { GDK_KEY_Up, 0, "map.pan-up" },
  { GDK_KEY_Down, 0, "map.pan-down" },
  { GDK_KEY_Left, GDK_SHIFT_MASK, "map.pan-left-far" },
  { GDK_KEY_Right, GDK_SHIFT_MASK, "map.pan-right-far" },
  { GDK_KEY_Up, GDK_SHIFT_MASK, "map.pan-up-far" },
  { GDK_KEY_Down, GDK_SHIFT_MASK, "map.pan-down-far" },
  { GDK_KEY_Right, GDK_CONTROL_MASK, "map.next" },
  { GDK_KEY_Down, GDK_CONTROL_MASK, "map.next" },
  { GDK_KEY_Left, GDK_CONTROL_MASK, "map.previous" },
  { GDK_KEY_Up, GDK_CONTROL_MASK, "map.previous" },
  { GDK_KEY_Return, 0, "map.activate" },
  { GDK_KEY_KP_Enter, 0, "map.activate" },
  { GDK_KEY_Escape, 0, "map.clear" },
};

static const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK | GDK_META_MASK;

static void
zoom_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraMap *self = SUTRA_MAP (widget);

  sutra_map_zoom_at (self, g_str_equal (action, "map.zoom-in") ? 1 : -1, self->view.width / 2, self->view.height / 2, TRUE);
}

static void
fit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sutra_map_fit (SUTRA_MAP (widget));
}

/* Actions are named map.pan-(left|right|up|down)[-far]. */
static void
pan_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraMap *self = SUTRA_MAP (widget);
  gboolean far = g_str_has_suffix (action, "-far");
  double step_x = far ? self->view.width * PAN_FAR : PAN_STEP, step_y = far ? self->view.height * PAN_FAR : PAN_STEP;

  if (g_str_has_prefix (action, "map.pan-left"))
    sutra_map_pan (self, -step_x, 0);
  else if (g_str_has_prefix (action, "map.pan-right"))
    sutra_map_pan (self, step_x, 0);
  else
    sutra_map_pan (self, 0, g_str_has_prefix (action, "map.pan-up") ? -step_y : step_y);
}

static void
step_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraMap *self = SUTRA_MAP (widget);

  sutra_map_step (self, g_str_equal (action, "map.next") ? 1 : -1);
  sutra_map_tell_chosen (self);
}

/* What the map's chosen pin stands for: its mention in the text; where it is one of a cluster, the cluster. */
static void
activate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraMap *self = SUTRA_MAP (widget);
  SutraMapTarget target;
  SutraId mention;

  if (self->picking)
    gtk_widget_activate_action (widget, "map.place-here", NULL);
  else if (self->selected >= self->n_items || self->selection == NULL)
    gtk_widget_error_bell (widget);
  else if (sutra_map_locate (self, self->selected, &target) && target.kind == SUTRA_MAP_CLUSTER)
    sutra_map_activate (self, &target);
  else if (!sutra_id_is_null (&self->items[self->selected].mention))
    {
      mention = self->items[self->selected].mention;
      sutra_selection_choose_mention (self->selection, &mention);
    }
  else
    sutra_map_choose (self, self->selected);
}

static void
clear_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraMap *self = SUTRA_MAP (widget);

  sutra_map_hide_card (self);
  if (self->picking)
    sutra_map_set_picking (self, FALSE);
  else if (self->selection != NULL)
    sutra_selection_clear (self->selection);
}

static void
place_here_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraMap *self = SUTRA_MAP (widget);

  sutra_map_emit_picked (self, self->view.width / 2, self->view.height / 2);
}

void
sutra_map_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "map.zoom-in", zoom_cb },      { "map.zoom-out", zoom_cb },     { "map.fit", fit_cb },          { "map.pan-left", pan_cb },
    { "map.pan-right", pan_cb },     { "map.pan-up", pan_cb },        { "map.pan-down", pan_cb },     { "map.pan-left-far", pan_cb },
    { "map.pan-right-far", pan_cb }, { "map.pan-up-far", pan_cb },    { "map.pan-down-far", pan_cb }, { "map.next", step_cb },
    { "map.previous", step_cb },     { "map.activate", activate_cb }, { "map.clear", clear_cb },      { "map.place-here", place_here_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].state, keys[i].action, NULL);
}

/* For layouts that have other digits on the keys. */
static gboolean
key_pressed_cb (SutraMap *self, guint keyval, guint keycode, GdkModifierType state, GtkEventControllerKey *controller)
{
  guint latin = sutra_latin_key (gtk_widget_get_display (GTK_WIDGET (self)), keyval, keycode, state);

  state &= modifiers;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (latin != keyval && keys[i].keyval == latin && keys[i].state == state)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
  return FALSE;
}

void
sutra_map_init_keys (SutraMap *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
sutra_map_update_actions (SutraMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "map.zoom-in", self->view.zoom < SUTRA_ZOOM_MAX);
  gtk_widget_action_set_enabled (widget, "map.zoom-out", self->view.zoom > sutra_viewport_get_min_zoom (&self->view));
  gtk_widget_action_set_enabled (widget, "map.next", self->n_items > 0);
  gtk_widget_action_set_enabled (widget, "map.previous", self->n_items > 0);
  gtk_widget_action_set_enabled (widget, "map.place-here", self->picking);
}
