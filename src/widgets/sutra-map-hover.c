/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-private.h"

/* Milliseconds that one points at a pin before it says more. */
#define DELAY 200

void
sutra_map_show_card (SutraMap *self, const SutraMapTarget *target)
{
  gboolean candidate = target->kind == SUTRA_MAP_CANDIDATE || target->kind == SUTRA_MAP_CANDIDATE_CLUSTER;

  g_clear_handle_id (&self->card_source, g_source_remove);
  if (target->kind == SUTRA_MAP_CANDIDATE)
    sutra_map_card_show_candidate (self->card, g_ptr_array_index (self->candidates, target->index), target->x, target->y);
  else if (target->kind == SUTRA_MAP_PIN && self->the_case != NULL)
    {
      g_autoptr (SutraArticle) article = NULL;

      if (sutra_place_list_get_scope (self->places) == SUTRA_PLACE_SCOPE_ARTICLE)
        g_object_get (self->places, "article", &article, NULL);
      sutra_map_card_show_place (self->card, self->the_case, article != NULL ? sutra_article_get_id (article) : NULL,
                                 &self->items[target->index], target->x, target->y);
    }
  else if (target->kind == SUTRA_MAP_CLUSTER || target->kind == SUTRA_MAP_CANDIDATE_CLUSTER)
    {
      g_autoptr (GArray) members = sutra_map_pins_get_members (candidate ? self->candidate_pins : self->pins, &self->view, target->index);

      sutra_map_card_show_cluster (self->card, candidate ? (SutraPlaceItem *) (gpointer) self->candidate_items->data : self->items, members,
                                   target->x, target->y);
    }
}

void
sutra_map_hide_card (SutraMap *self)
{
  g_clear_handle_id (&self->card_source, g_source_remove);
  if (self->card != NULL && gtk_widget_get_visible (GTK_WIDGET (self->card)))
    gtk_popover_popdown (GTK_POPOVER (self->card));
}

void
sutra_map_tell_chosen (SutraMap *self)
{
  SutraMapTarget target;

  self->card_after_flight = self->flight != NULL;
  if (!self->card_after_flight && sutra_map_locate (self, self->selected, &target))
    sutra_map_show_card (self, &target);
}

static gboolean
card_cb (gpointer data)
{
  SutraMap *self = data;
  SutraMapTarget target = self->hovered;

  self->card_source = 0;
  sutra_map_show_card (self, &target);
  return G_SOURCE_REMOVE;
}

/* @target NULL: nothing. */
void
sutra_map_hover (SutraMap *self, const SutraMapTarget *target)
{
  SutraMapTarget hovered = { SUTRA_MAP_NOTHING, G_MAXUINT, 0, 0 };

  if (target != NULL)
    hovered = *target;
  if (hovered.kind == self->hovered.kind && hovered.index == self->hovered.index)
    return;
  self->hovered = hovered;
  if (self->selection != NULL)
    sutra_selection_set_hovered (self->selection, hovered.kind == SUTRA_MAP_PIN ? &self->items[hovered.index].entity : NULL);
  sutra_map_hide_card (self);
  if (target != NULL)
    self->card_source = g_timeout_add (DELAY, card_cb, self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
