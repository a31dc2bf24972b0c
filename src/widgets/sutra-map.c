/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-private.h"

#include <glib/gi18n.h>

/* Pixels between the map's edge and what stands on it; and below which width the notice gives way to the scale bar. */
#define EDGE 8
#define NOTICE_WIDTH 360

enum
{
  PROP_0,
  PROP_LANGUAGE,
  PROP_CLAIMS,
  PROP_PICKING,
  PROP_PIN_LABELS,
  N_PROPS,
};

enum
{
  PICKED,
  CANDIDATE_CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SutraMap, sutra_map, GTK_TYPE_WIDGET)

static void
update_notices (SutraMap *self)
{
  gtk_widget_set_visible (self->legend, self->world != NULL && self->claims);
  gtk_label_set_text (self->attribution, self->world == NULL ? "" : self->gazetteer != NULL ? "Natural Earth · GeoNames" : "Natural Earth");
  gtk_widget_set_visible (self->notice, self->world != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->note), self->has_data && self->world == NULL);
}

static void
selection_changed_cb (SutraMap *self)
{
  guint selected = sutra_map_find_entity (self, sutra_selection_get_entity (self->selection));

  if (selected == self->selected)
    return;
  self->selected = selected;
  if (self->selected != G_MAXUINT)
    sutra_map_reveal (self, self->selected);
  sutra_map_update_style (self);
  sutra_map_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
selection_hovered_cb (SutraMap *self)
{
  guint lit = sutra_map_find_entity (self, sutra_selection_get_hovered (self->selection));

  if (lit == self->lit)
    return;
  self->lit = lit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
disconnect_places (SutraMap *self)
{
  if (self->the_case != NULL)
    g_signal_handlers_disconnect_by_data (sutra_case_get_tagset (self->the_case), self);
  if (self->places != NULL)
    g_signal_handlers_disconnect_by_data (self->places, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->pins, sutra_map_pins_free);
  self->items = NULL;
  self->n_items = 0;
  g_clear_object (&self->the_case);
  g_clear_object (&self->places);
  g_clear_object (&self->selection);
}

static void
member_chosen_cb (SutraMap *self, const SutraId *entity)
{
  sutra_map_choose (self, sutra_map_find_entity (self, entity));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
sutra_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SutraMap *self = SUTRA_MAP (widget);

  sutra_map_paint_frame (self, snapshot);
  gtk_widget_snapshot_child (widget, self->notice, snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->note), snapshot);
  gtk_widget_snapshot_child (widget, self->controls, snapshot);
}

/* The map takes what room it gets; it asks for little. */
static void
sutra_map_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  SutraMap *self = SUTRA_MAP (widget);
  int child;

  gtk_widget_measure (self->controls, orientation, -1, &child, NULL, NULL, NULL);
  *minimum = child + 2 * EDGE;
  *natural = MAX (*minimum, orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 300);
}

static void
allocate_at (GtkWidget *child, int x, int y, int width, int height)
{
  const GtkAllocation allocation = { x, y, MAX (width, 0), MAX (height, 0) };

  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
sutra_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SutraMap *self = SUTRA_MAP (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkRequisition size;

  sutra_map_resize (self, width, height);
  gtk_widget_get_preferred_size (self->controls, &size, NULL);
  allocate_at (self->controls, rtl ? EDGE : width - EDGE - size.width, EDGE, size.width, size.height);
  if (gtk_widget_should_layout (self->notice))
    {
      gtk_widget_set_child_visible (self->notice, width >= NOTICE_WIDTH);
      gtk_widget_get_preferred_size (self->notice, NULL, &size);
      /* The scale bar has the left corner in both directions. */
      allocate_at (self->notice, width - size.width, height - size.height, size.width, size.height);
    }
  if (gtk_widget_should_layout (GTK_WIDGET (self->note)))
    {
      gtk_widget_get_preferred_size (GTK_WIDGET (self->note), NULL, &size);
      size.width = MIN (size.width, width - 2 * EDGE);
      gtk_widget_measure (GTK_WIDGET (self->note), GTK_ORIENTATION_VERTICAL, size.width, NULL, &size.height, NULL, NULL);
      allocate_at (GTK_WIDGET (self->note), (width - size.width) / 2, MAX (height / 3 - size.height / 2, EDGE), size.width, size.height);
    }
  gtk_popover_present (GTK_POPOVER (self->card));
  gtk_popover_present (GTK_POPOVER (self->members));
}

static void
sutra_map_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sutra_map_parent_class)->css_changed (widget, change);
  sutra_map_drop_labels (SUTRA_MAP (widget));
}

static void
sutra_map_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sutra_map_parent_class)->system_setting_changed (widget, setting);
  sutra_map_drop_labels (SUTRA_MAP (widget));
}

static void
sutra_map_unmap (GtkWidget *widget)
{
  sutra_map_stop (SUTRA_MAP (widget));
  sutra_map_hover (SUTRA_MAP (widget), NULL);
  GTK_WIDGET_CLASS (sutra_map_parent_class)->unmap (widget);
}

static void
sutra_map_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SutraMap *self = SUTRA_MAP (object);

  if (property_id == PROP_LANGUAGE)
    g_value_set_string (value, self->language);
  else if (property_id == PROP_CLAIMS)
    g_value_set_boolean (value, self->claims);
  else if (property_id == PROP_PICKING)
    g_value_set_boolean (value, self->picking);
  else if (property_id == PROP_PIN_LABELS)
    g_value_set_boolean (value, self->pin_labels);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
sutra_map_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  SutraMap *self = SUTRA_MAP (object);

  if (property_id == PROP_LANGUAGE)
    sutra_map_set_language (self, g_value_get_string (value));
  else if (property_id == PROP_CLAIMS)
    sutra_map_set_claims (self, g_value_get_boolean (value));
  else if (property_id == PROP_PICKING)
    sutra_map_set_picking (self, g_value_get_boolean (value));
  else if (property_id == PROP_PIN_LABELS)
    sutra_map_set_pin_labels (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
sutra_map_dispose (GObject *object)
{
  SutraMap *self = SUTRA_MAP (object);

  sutra_map_stop (self);
  g_clear_handle_id (&self->card_source, g_source_remove);
  disconnect_places (self);
  g_clear_pointer (&self->candidate_pins, sutra_map_pins_free);
  g_clear_pointer (&self->candidate_items, g_array_unref);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->surface, sutra_map_surface_free);
  g_clear_handle_id (&self->again, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), SUTRA_TYPE_MAP);
  self->drag = NULL;

  G_OBJECT_CLASS (sutra_map_parent_class)->dispose (object);
}

static void
sutra_map_finalize (GObject *object)
{
  SutraMap *self = SUTRA_MAP (object);

  g_clear_pointer (&self->world, sutra_world_unref);
  g_clear_pointer (&self->gazetteer, sutra_gazetteer_unref);
  g_clear_pointer (&self->taken, g_array_unref);
  g_clear_pointer (&self->frame, sutra_map_frame_free);
  g_free (self->language);

  G_OBJECT_CLASS (sutra_map_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_CLAIMS] = g_param_spec_boolean ("claims", NULL, NULL, TRUE, flags);
  properties[PROP_PICKING] = g_param_spec_boolean ("picking", NULL, NULL, FALSE, flags);
  properties[PROP_PIN_LABELS] = g_param_spec_boolean ("pin-labels", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sutra_map_class_init (SutraMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sutra_map_get_property;
  object_class->set_property = sutra_map_set_property;
  object_class->dispose = sutra_map_dispose;
  object_class->finalize = sutra_map_finalize;

  widget_class->snapshot = sutra_map_snapshot;
  widget_class->measure = sutra_map_measure;
  widget_class->size_allocate = sutra_map_size_allocate;
  widget_class->css_changed = sutra_map_css_changed;
  widget_class->system_setting_changed = sutra_map_system_setting_changed;
  widget_class->unmap = sutra_map_unmap;

  install_properties (object_class);
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[CANDIDATE_CHOSEN] =
      g_signal_new ("candidate-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (SUTRA_TYPE_MAP_CARD);
  g_type_ensure (SUTRA_TYPE_MAP_MEMBERS);
  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-map.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraMap, controls);
  gtk_widget_class_bind_template_child (widget_class, SutraMap, notice);
  gtk_widget_class_bind_template_child (widget_class, SutraMap, legend);
  gtk_widget_class_bind_template_child (widget_class, SutraMap, attribution);
  gtk_widget_class_bind_template_child (widget_class, SutraMap, note);
  gtk_widget_class_bind_template_child (widget_class, SutraMap, card);
  gtk_widget_class_bind_template_child (widget_class, SutraMap, members);
  gtk_widget_class_bind_template_callback (widget_class, member_chosen_cb);
  sutra_map_install_actions (widget_class);
}

static void
sutra_map_init (SutraMap *self)
{
  self->claims = TRUE;
  self->pin_labels = TRUE;
  self->untouched = TRUE;
  self->selected = self->lit = G_MAXUINT;
  self->hovered.index = G_MAXUINT;
  self->view = (SutraViewport){ { 0.5, 0.5 }, 1, 1, 1 };
  gtk_widget_init_template (GTK_WIDGET (self));
  sutra_map_init_look (self);
  sutra_map_init_input (self);
  sutra_map_init_keys (self);
  update_notices (self);
  sutra_map_update_actions (self);
  sutra_map_update_accessible (self);
}

void
sutra_map_emit_picked (SutraMap *self, double x, double y)
{
  SutraMapPoint at;
  SutraPoint point;

  sutra_viewport_from_pixel (&self->view, x, y, &at);
  sutra_projection_inverse (&at, &point);
  g_signal_emit (self, signals[PICKED], 0, point.latitude, point.longitude);
}

void
sutra_map_emit_candidate_chosen (SutraMap *self, guint index)
{
  g_signal_emit (self, signals[CANDIDATE_CHOSEN], 0, index);
}

GtkWidget *
sutra_map_new (void)
{
  return g_object_new (SUTRA_TYPE_MAP, NULL);
}

void
sutra_map_set_data (SutraMap *self, SutraWorld *world, SutraGazetteer *gazetteer)
{
  g_return_if_fail (SUTRA_IS_MAP (self));

  if (world != NULL)
    sutra_world_ref (world);
  if (gazetteer != NULL)
    sutra_gazetteer_ref (gazetteer);
  sutra_map_drop_labels (self);
  g_clear_pointer (&self->world, sutra_world_unref);
  g_clear_pointer (&self->gazetteer, sutra_gazetteer_unref);
  self->world = world;
  self->gazetteer = gazetteer;
  self->has_data = TRUE;
  update_notices (self);
  sutra_map_update_style (self);
  if (self->untouched)
    sutra_map_fit_quietly (self);
}

void
sutra_map_set_places (SutraMap *self, SutraCase *the_case, SutraPlaceList *places, SutraSelection *selection)
{
  g_return_if_fail (SUTRA_IS_MAP (self));
  g_return_if_fail ((places == NULL) == (the_case == NULL) && (places == NULL) == (selection == NULL));

  disconnect_places (self);
  self->untouched = TRUE;
  if (places != NULL)
    {
      self->the_case = g_object_ref (the_case);
      self->places = g_object_ref (places);
      self->selection = g_object_ref (selection);
      g_signal_connect_object (places, "changed", G_CALLBACK (sutra_map_update_pins), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (sutra_case_get_tagset (the_case), "items-changed", G_CALLBACK (sutra_map_update_pins), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (selection, "hovered", G_CALLBACK (selection_hovered_cb), self, G_CONNECT_SWAPPED);
    }
  sutra_map_update_pins (self);
}

void
sutra_map_set_language (SutraMap *self, const char *language)
{
  g_return_if_fail (SUTRA_IS_MAP (self));

  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  sutra_map_drop_labels (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LANGUAGE]);
}

void
sutra_map_set_claims (SutraMap *self, gboolean claims)
{
  g_return_if_fail (SUTRA_IS_MAP (self));

  claims = !!claims;
  if (self->claims == claims)
    return;
  self->claims = claims;
  update_notices (self);
  sutra_map_update_style (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLAIMS]);
}

void
sutra_map_set_picking (SutraMap *self, gboolean picking)
{
  g_return_if_fail (SUTRA_IS_MAP (self));

  picking = !!picking;
  if (self->picking == picking)
    return;
  self->picking = picking;
  sutra_map_hover (self, NULL);
  sutra_map_update_cursor (self);
  sutra_map_update_actions (self);
  sutra_map_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICKING]);
}

void
sutra_map_set_pin_labels (SutraMap *self, gboolean pin_labels)
{
  g_return_if_fail (SUTRA_IS_MAP (self));

  pin_labels = !!pin_labels;
  if (self->pin_labels == pin_labels)
    return;
  self->pin_labels = pin_labels;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PIN_LABELS]);
}

static gpointer
candidate_copy (gconstpointer source, gpointer data)
{
  const SutraCandidate *candidate = source;
  SutraCandidate *copy = g_memdup2 (candidate, sizeof *candidate);

  copy->matched = g_strdup (candidate->matched);
  return copy;
}

void
sutra_map_set_candidates (SutraMap *self, GPtrArray *candidates)
{
  g_return_if_fail (SUTRA_IS_MAP (self));

  sutra_map_hide_card (self);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  if (candidates != NULL)
    {
      self->candidates = g_ptr_array_copy (candidates, candidate_copy, NULL);
      g_ptr_array_set_free_func (self->candidates, (GDestroyNotify) sutra_candidate_free);
    }
  sutra_map_update_candidates (self);
}
