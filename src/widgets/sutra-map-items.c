/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* What stands for item @i now may be a cluster; a click on it shows its members apart, if any zoom does. */

static void
restyle_cb (SutraMap *self)
{
  sutra_map_update_pins (self);
}

static GArray *
dup_styles (SutraMap *self, SutraCase *the_case)
{
  GListModel *types = G_LIST_MODEL (sutra_case_get_tagset (the_case));
  guint n = g_list_model_get_n_items (types);
  GArray *styles = g_array_sized_new (FALSE, TRUE, sizeof (SutraMapPinStyle), n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SutraEntityType) type = g_list_model_get_item (types, i);
      SutraMapPinStyle style = { 0 };

      g_signal_handlers_disconnect_by_func (type, restyle_cb, self);
      g_signal_connect_object (type, "notify", G_CALLBACK (restyle_cb), self, G_CONNECT_SWAPPED);
      sutra_type_style_derive (sutra_entity_type_get_color (type), self->theme, &style.style);
      g_strlcpy (style.badge, sutra_entity_type_get_badge (type), sizeof style.badge);
      g_array_append_val (styles, style);
    }
  return styles;
}

static void
make_pins (SutraMap *self, SutraCase *the_case)
{
  g_autoptr (GArray) styles = dup_styles (self, the_case);

  self->pins = sutra_map_pins_new (self->items, self->n_items, (const SutraMapPinStyle *) (gpointer) styles->data, styles->len);
}

/* The list may have changed already while its "changed" is still to come. */
static gboolean
is_stale (SutraMap *self)
{
  guint n;

  return self->places != NULL && (sutra_place_list_get_items (self->places, &n) != self->items || n != self->n_items);
}

guint
sutra_map_find_entity (SutraMap *self, const SutraId *entity)
{
  guint i = G_MAXUINT;

  if (is_stale (self))
    sutra_map_update_pins (self);
  if (entity != NULL && !sutra_id_is_null (entity) && self->places != NULL)
    i = sutra_place_list_find (self->places, entity);
  return i < self->n_items ? i : G_MAXUINT;
}

void
sutra_map_update_pins (SutraMap *self)
{
  sutra_map_hover (self, NULL);
  sutra_map_members_popdown (self->members);
  g_clear_pointer (&self->pins, sutra_map_pins_free);
  self->items = NULL;
  self->n_items = 0;
  if (self->places != NULL)
    self->items = sutra_place_list_get_items (self->places, &self->n_items);
  if (self->places != NULL && self->n_items > 0)
    make_pins (self, self->the_case);
  self->selected = sutra_map_find_entity (self, self->selection != NULL ? sutra_selection_get_entity (self->selection) : NULL);
  self->lit = G_MAXUINT;
  if (self->untouched || (self->fit_pending && !sutra_place_list_get_loading (self->places)))
    {
      self->fit_pending = FALSE;
      sutra_map_fit_quietly (self);
    }
  sutra_map_update_style (self);
  sutra_map_update_actions (self);
  sutra_map_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sutra_map_set_items (SutraMap *self, const SutraPlaceItem *items, guint n_items, SutraCase *styles_of)
{
  g_clear_pointer (&self->pins, sutra_map_pins_free);
  self->items = items;
  self->n_items = n_items;
  if (n_items > 0)
    make_pins (self, styles_of);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A colour of its own for candidates, which are of no type yet. */
static void
get_candidate_style (SutraMap *self, guint i, SutraMapPinStyle *style)
{
  const SutraMapStyle *map = sutra_map_style_get (self->theme);
  g_autofree char *number = g_strdup_printf (C_ ("number of a candidate on the map", "%u"), i + 1);

  style->style.fill = style->style.badge_fill = map->panel;
  style->style.line = style->style.badge_text = map->panel_text;
  g_strlcpy (style->badge, number, sizeof style->badge);
}

void
sutra_map_update_candidates (SutraMap *self)
{
  guint n = self->candidates != NULL ? self->candidates->len : 0;
  g_autofree SutraMapPinStyle *styles = g_new0 (SutraMapPinStyle, MAX (n, 1));

  sutra_map_hover (self, NULL);
  g_clear_pointer (&self->candidate_pins, sutra_map_pins_free);
  g_clear_pointer (&self->candidate_items, g_array_unref);
  if (n > 0)
    {
      self->candidate_items = g_array_sized_new (FALSE, TRUE, sizeof (SutraPlaceItem), n);
      for (guint i = 0; i < n; i++)
        {
          const SutraCandidate *candidate = g_ptr_array_index (self->candidates, i);
          SutraPlaceItem item = { .point = candidate->place.point, .radius_m = NAN, .label = candidate->matched };

          item.type = (guint16) i;
          item.role = SUTRA_LOCATION_CANDIDATE;
          sutra_projection_forward (&item.point, &item.at);
          g_array_append_val (self->candidate_items, item);
          get_candidate_style (self, i, &styles[i]);
        }
      self->candidate_pins = sutra_map_pins_new ((const SutraPlaceItem *) (gpointer) self->candidate_items->data, n, styles, n);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
find_in (SutraMapPins *pins, const SutraViewport *view, double x, double y, double slop, SutraMapTargetKind kind, SutraMapTarget *target)
{
  SutraMapHit hit;

  if (pins == NULL || !sutra_map_pins_hit (pins, view, x, y, slop, &hit))
    return FALSE;
  target->kind = hit.item != G_MAXUINT ? kind : kind + 1;
  target->index = hit.item != G_MAXUINT ? hit.item : hit.cluster;
  target->x = x;
  target->y = y;
  if (hit.item != G_MAXUINT)
    sutra_map_pins_locate (pins, view, hit.item, &target->x, &target->y, NULL);
  return TRUE;
}

gboolean
sutra_map_find (SutraMap *self, double x, double y, double slop, SutraMapTarget *target)
{
  return find_in (self->candidate_pins, &self->view, x, y, slop, SUTRA_MAP_CANDIDATE, target) ||
         find_in (self->pins, &self->view, x, y, slop, SUTRA_MAP_PIN, target);
}

/* What is shown for item @i. */
gboolean
sutra_map_locate (SutraMap *self, guint i, SutraMapTarget *target)
{
  SutraMapHit hit = { i, G_MAXUINT };

  if (self->pins == NULL || i >= self->n_items || !sutra_map_pins_locate (self->pins, &self->view, i, &target->x, &target->y, &hit))
    return FALSE;
  target->kind = hit.item != G_MAXUINT ? SUTRA_MAP_PIN : SUTRA_MAP_CLUSTER;
  target->index = hit.item != G_MAXUINT ? hit.item : hit.cluster;
  return TRUE;
}

void
sutra_map_choose (SutraMap *self, guint i)
{
  SutraId entity;

  if (i >= self->n_items || self->selection == NULL)
    return;
  entity = self->items[i].entity;
  sutra_selection_choose_entity (self->selection, &entity);
}

/* The box of the members, at least one step of the zoom nearer. FALSE: no zoom parts them. */
static gboolean
get_parting_view (SutraMap *self, SutraMapPins *pins, guint cluster, SutraViewport *to)
{
  SutraBox box;
  double x, y;

  if (!sutra_map_pins_can_part (pins, &self->view, cluster, &box))
    return FALSE;
  *to = self->view;
  sutra_viewport_fit (to, &box, MIN (self->view.width, self->view.height) / 5, SUTRA_ZOOM_MAX);
  if (to->zoom < self->view.zoom + 1)
    {
      sutra_viewport_to_pixel (to, &to->center, &x, &y);
      sutra_viewport_zoom_at (to, self->view.zoom + 1, x, y);
    }
  return TRUE;
}

static void
open_cluster (SutraMap *self, const SutraMapTarget *target)
{
  SutraMapPins *pins = target->kind == SUTRA_MAP_CLUSTER ? self->pins : self->candidate_pins;
  g_autoptr (GArray) members = sutra_map_pins_get_members (pins, &self->view, target->index);
  SutraViewport to;

  if (members->len == 0)
    return;
  sutra_map_hide_card (self);
  if (get_parting_view (self, pins, target->index, &to))
    {
      self->untouched = FALSE;
      sutra_map_fly_to (self, &to);
    }
  else if (target->kind == SUTRA_MAP_CLUSTER && self->places != NULL)
    sutra_map_members_popup (self->members, self->the_case, self->places, members, target->x, target->y);
  else if (target->kind == SUTRA_MAP_CANDIDATE_CLUSTER)
    sutra_map_emit_candidate_chosen (self, g_array_index (members, guint, 0));
}

void
sutra_map_activate (SutraMap *self, const SutraMapTarget *target)
{
  switch (target->kind)
    {
    case SUTRA_MAP_PIN:
      sutra_map_choose (self, target->index);
      break;
    case SUTRA_MAP_CANDIDATE:
      sutra_map_emit_candidate_chosen (self, target->index);
      break;
    case SUTRA_MAP_CLUSTER:
    case SUTRA_MAP_CANDIDATE_CLUSTER:
      open_cluster (self, target);
      break;
    case SUTRA_MAP_NOTHING:
    default:
      break;
    }
}

/* To the next or the one before in the order of the list, which is that of the labels; round at the ends. */
void
sutra_map_step (SutraMap *self, int direction)
{
  guint n = self->n_items, i = self->selected;

  if (n == 0 || self->selection == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (i >= n)
    i = direction > 0 ? 0 : n - 1;
  else
    i = direction > 0 ? (i + 1) % n : (i + n - 1) % n;
  sutra_map_choose (self, i);
}
