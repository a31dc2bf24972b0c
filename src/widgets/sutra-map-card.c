/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-card.h"

#include "sutra-mention-list.h"
#include "sutra-mention-row.h"
#include "sutra-type-badge.h"

#include <glib/gi18n.h>
#include <math.h>

struct _SutraMapCard
{
  GtkPopover parent_instance;

  SutraTypeBadge *badge;
  GtkLabel *name;
  GtkLabel *about;
  GtkLabel *where;
  GtkBox *mentions;
};

G_DEFINE_FINAL_TYPE (SutraMapCard, sutra_map_card, GTK_TYPE_POPOVER)

static void
clear_mentions (SutraMapCard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->mentions))) != NULL)
    gtk_box_remove (self->mentions, child);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
dup_radius (double radius_m)
{
  if (radius_m < 1000)
    /* Translators: metres. */
    return g_strdup_printf (C_ ("distance", "%.0f m"), radius_m);
  if (radius_m < 10000)
    /* Translators: kilometres. */
    return g_strdup_printf (C_ ("distance", "%.1f km"), radius_m / 1000);
  /* Translators: kilometres. */
  return g_strdup_printf (C_ ("distance", "%.0f km"), radius_m / 1000);
}

static void
append_point (GString *text, const SutraPoint *point, double radius_m)
{
  g_string_append_printf (text, point->latitude < 0 ? _ ("%.4f° S") : _ ("%.4f° N"), fabs (point->latitude));
  g_string_append (text, ", ");
  g_string_append_printf (text, point->longitude < 0 ? _ ("%.4f° W") : _ ("%.4f° E"), fabs (point->longitude));
  if (radius_m > 0)
    {
      g_autofree char *radius = dup_radius (radius_m);

      g_string_append_printf (text, " ± %s", radius);
    }
}

static const char *
get_source_name (SutraLocationSource source)
{
  switch (source)
    {
    case SUTRA_LOCATION_FROM_GAZETTEER:
      return _ ("from the gazetteer");
    case SUTRA_LOCATION_FROM_MAP:
      return _ ("set on the map");
    case SUTRA_LOCATION_FROM_IMPORT:
      return _ ("imported");
    case SUTRA_LOCATION_FROM_TYPING:
    default:
      return _ ("typed in");
    }
}

static void
fill_where (SutraMapCard *self, SutraCase *the_case, const SutraPlaceItem *item)
{
  g_autoptr (GPtrArray) locations = sutra_case_list_locations (the_case, &item->entity, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  append_point (text, &item->point, item->radius_m);
  if (item->role == SUTRA_LOCATION_CANDIDATE)
    g_string_append_printf (text, " · %s", _ ("one of several it may be"));
  else if (locations != NULL && locations->len > 0)
    g_string_append_printf (text, " · %s", get_source_name (((SutraLocation *) g_ptr_array_index (locations, 0))->source));
  set_text (self->where, text->str);
}

static void
fill_mentions (SutraMapCard *self, SutraCase *the_case, const SutraId *article, const SutraPlaceItem *item)
{
  g_autoptr (SutraMentionList) list = sutra_mention_list_new (the_case, article, &item->entity, NULL, NULL);
  guint n = MIN (g_list_model_get_n_items (G_LIST_MODEL (list)), SUTRA_MAP_CARD_MENTIONS);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SutraMention) mention = g_list_model_get_item (G_LIST_MODEL (list), i);
      GtkWidget *row;

      if (mention == NULL)
        continue;
      row = sutra_mention_row_new ();
      sutra_mention_row_set_mention (SUTRA_MENTION_ROW (row), the_case, mention, article == NULL, SUTRA_EDTF_FORMAT_DEFAULT);
      gtk_box_append (self->mentions, row);
    }
}

static void
show_at (SutraMapCard *self, double x, double y)
{
  const GdkRectangle at = { (int) round (x) - 10, (int) round (y) - 10, 20, 20 };

  gtk_popover_set_pointing_to (GTK_POPOVER (self), &at);
  gtk_popover_popup (GTK_POPOVER (self));
}

static void
closed_cb (SutraMapCard *self)
{
  clear_mentions (self);
}

static void
sutra_map_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SUTRA_TYPE_MAP_CARD);
  G_OBJECT_CLASS (sutra_map_card_parent_class)->dispose (object);
}

static void
sutra_map_card_class_init (SutraMapCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_map_card_dispose;
  g_type_ensure (SUTRA_TYPE_TYPE_BADGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-map-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraMapCard, badge);
  gtk_widget_class_bind_template_child (widget_class, SutraMapCard, name);
  gtk_widget_class_bind_template_child (widget_class, SutraMapCard, about);
  gtk_widget_class_bind_template_child (widget_class, SutraMapCard, where);
  gtk_widget_class_bind_template_child (widget_class, SutraMapCard, mentions);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
sutra_map_card_init (SutraMapCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sutra_map_card_show_place (SutraMapCard *self, SutraCase *the_case, const SutraId *article, const SutraPlaceItem *item, double x, double y)
{
  GListModel *types = G_LIST_MODEL (sutra_case_get_tagset (the_case));
  g_autoptr (SutraEntityType) type = g_list_model_get_item (types, item->type);
  g_autofree char *type_name = type != NULL ? sutra_type_style_dup_name (type) : NULL;
  g_autofree char *count = g_strdup_printf (ngettext ("%u mention", "%u mentions", item->count), item->count);
  g_autofree char *about = type_name != NULL ? g_strdup_printf ("%s · %s", type_name, count) : g_strdup (count);

  g_return_if_fail (SUTRA_IS_MAP_CARD (self));

  clear_mentions (self);
  sutra_type_badge_set_entity_type (self->badge, type);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), type != NULL);
  set_text (self->name, item->label);
  set_text (self->about, about);
  fill_where (self, the_case, item);
  fill_mentions (self, the_case, article, item);
  show_at (self, x, y);
}

void
sutra_map_card_show_cluster (SutraMapCard *self, const SutraPlaceItem *items, GArray *members, double x, double y)
{
  g_autofree char *name = g_strdup_printf (ngettext ("%u place", "%u places", members->len), members->len);
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_if_fail (SUTRA_IS_MAP_CARD (self));

  clear_mentions (self);
  for (guint i = 0; i < MIN (members->len, SUTRA_MAP_CARD_NAMES); i++)
    {
      const char *label = items[g_array_index (members, guint, i)].label;

      g_string_append_printf (names, "%s%s", i > 0 ? _ (", ") : "", label != NULL ? label : "");
    }
  if (members->len > SUTRA_MAP_CARD_NAMES)
    g_string_append (names, " …");
  gtk_widget_set_visible (GTK_WIDGET (self->badge), FALSE);
  set_text (self->name, name);
  set_text (self->about, names->str);
  set_text (self->where, NULL);
  show_at (self, x, y);
}

void
sutra_map_card_show_candidate (SutraMapCard *self, const SutraCandidate *candidate, double x, double y)
{
  const SutraPlace *place = &candidate->place;
  g_autoptr (GString) about = g_string_new (NULL);
  g_autoptr (GString) where = g_string_new (NULL);

  g_return_if_fail (SUTRA_IS_MAP_CARD (self));

  clear_mentions (self);
  if (place->name != NULL && place->name_latin != NULL)
    g_string_append (about, place->name_latin);
  if (place->region != NULL)
    g_string_append_printf (about, "%s%s", about->len > 0 ? _ (", ") : "", place->region);
  append_point (where, &place->point, NAN);
  gtk_widget_set_visible (GTK_WIDGET (self->badge), FALSE);
  set_text (self->name, place->name != NULL ? place->name : place->name_latin);
  set_text (self->about, about->str);
  set_text (self->where, where->str);
  show_at (self, x, y);
}
