/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-private.h"

#include <glib/gi18n.h>

/* "12 places, 3 not located, Astana chosen" */
void
sutra_map_update_accessible (SutraMap *self)
{
  guint n_unlocated = self->places != NULL ? g_list_model_get_n_items (sutra_place_list_get_unlocated (self->places)) : 0;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u place", "%u places", self->n_items), self->n_items);
  if (n_unlocated > 0)
    {
      g_string_append (text, _ (", "));
      g_string_append_printf (text, ngettext ("%u not located", "%u not located", n_unlocated), n_unlocated);
    }
  if (self->selected < self->n_items)
    {
      g_string_append (text, _ (", "));
      /* Translators: %s is the name of a place. */
      g_string_append_printf (text, _ ("%s chosen"), self->items[self->selected].label);
    }
  if (self->picking)
    {
      g_string_append (text, _ (", "));
      g_string_append (text, _ ("waiting for a point"));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}
