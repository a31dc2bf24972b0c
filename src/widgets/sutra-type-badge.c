/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-type-badge.h"

#include "sutra-type-name.h"

#include <adwaita.h>

struct _SutraTypeBadge
{
  GtkWidget parent_instance;

  SutraEntityType *type; /* (nullable) (owned) */
  char *letters;
  char *color;
  PangoLayout *layout; /* (nullable) dropped when the style changes */
};

G_DEFINE_TYPE (SutraTypeBadge, sutra_type_badge, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ENTITY_TYPE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

SutraTheme
sutra_theme_current (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? SUTRA_THEME_HIGH_CONTRAST_DARK : SUTRA_THEME_HIGH_CONTRAST;
  return dark ? SUTRA_THEME_DARK : SUTRA_THEME_LIGHT;
}

static PangoLayout *
get_layout (SutraTypeBadge *self)
{
  if (self->layout == NULL)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->letters != NULL ? self->letters : "");
      pango_layout_set_attributes (self->layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return self->layout;
}

static void
set_look (SutraTypeBadge *self, const char *letters, const char *color)
{
  g_free (self->letters);
  self->letters = g_strdup (letters);
  g_free (self->color);
  self->color = g_strdup (color);
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
type_changed_cb (SutraTypeBadge *self)
{
  g_autofree char *name = self->type != NULL ? sutra_type_style_dup_name (self->type) : NULL;

  set_look (self, self->type != NULL ? sutra_entity_type_get_badge (self->type) : NULL,
            self->type != NULL ? sutra_entity_type_get_color (self->type) : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "", -1);
}

static void
theme_changed_cb (SutraTypeBadge *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sutra_type_badge_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  SutraTypeBadge *self = SUTRA_TYPE_BADGE (widget);
  int width, height, side;

  pango_layout_get_pixel_size (get_layout (self), &width, &height);
  side = MAX (height + 2, 20);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (side, width + 8);
  else
    *minimum = *natural = side;
}

static void
sutra_type_badge_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SutraTypeBadge *self = SUTRA_TYPE_BADGE (widget);
  PangoLayout *layout = get_layout (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  SutraTypeStyle style;
  GskRoundedRect outline;
  int text_width, text_height;
  GdkRGBA fill, text;

  if (self->color == NULL)
    return;
  sutra_type_style_derive (self->color, sutra_theme_current (), &style);
  fill = (GdkRGBA){ style.badge_fill.red, style.badge_fill.green, style.badge_fill.blue, style.badge_fill.alpha };
  text = (GdkRGBA){ style.badge_text.red, style.badge_text.green, style.badge_text.blue, style.badge_text.alpha };
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), 5);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - text_width) / 2, (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &text);
  gtk_snapshot_restore (snapshot);
}

static void
sutra_type_badge_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SutraTypeBadge *self = SUTRA_TYPE_BADGE (widget);

  GTK_WIDGET_CLASS (sutra_type_badge_parent_class)->css_changed (widget, change);
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (widget);
}

static void
sutra_type_badge_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ENTITY_TYPE)
    g_value_set_object (value, SUTRA_TYPE_BADGE (object)->type);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sutra_type_badge_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ENTITY_TYPE)
    sutra_type_badge_set_entity_type (SUTRA_TYPE_BADGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sutra_type_badge_dispose (GObject *object)
{
  SutraTypeBadge *self = SUTRA_TYPE_BADGE (object);

  if (self->type != NULL)
    g_signal_handlers_disconnect_by_data (self->type, self);
  g_clear_object (&self->type);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (sutra_type_badge_parent_class)->dispose (object);
}

static void
sutra_type_badge_finalize (GObject *object)
{
  SutraTypeBadge *self = SUTRA_TYPE_BADGE (object);

  g_free (self->letters);
  g_free (self->color);
  G_OBJECT_CLASS (sutra_type_badge_parent_class)->finalize (object);
}

static void
sutra_type_badge_class_init (SutraTypeBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sutra_type_badge_get_property;
  object_class->set_property = sutra_type_badge_set_property;
  object_class->dispose = sutra_type_badge_dispose;
  object_class->finalize = sutra_type_badge_finalize;
  widget_class->measure = sutra_type_badge_measure;
  widget_class->snapshot = sutra_type_badge_snapshot;
  widget_class->css_changed = sutra_type_badge_css_changed;

  properties[PROP_ENTITY_TYPE] = g_param_spec_object ("entity-type", NULL, NULL, SUTRA_TYPE_ENTITY_TYPE,
                                                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "badge");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sutra_type_badge_init (SutraTypeBadge *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (theme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (theme_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sutra_type_badge_new (void)
{
  return g_object_new (SUTRA_TYPE_TYPE_BADGE, NULL);
}

void
sutra_type_badge_set_entity_type (SutraTypeBadge *self, SutraEntityType *type)
{
  g_return_if_fail (SUTRA_IS_TYPE_BADGE (self));
  g_return_if_fail (type == NULL || SUTRA_IS_ENTITY_TYPE (type));

  if (self->type == type)
    return;
  if (self->type != NULL)
    g_signal_handlers_disconnect_by_data (self->type, self);
  g_set_object (&self->type, type);
  if (type != NULL)
    {
      g_signal_connect_object (type, "notify", G_CALLBACK (type_changed_cb), self, G_CONNECT_SWAPPED);
    }
  type_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTITY_TYPE]);
}

SutraEntityType *
sutra_type_badge_get_entity_type (SutraTypeBadge *self)
{
  g_return_val_if_fail (SUTRA_IS_TYPE_BADGE (self), NULL);
  return self->type;
}

void
sutra_type_badge_set_sample (SutraTypeBadge *self, const char *letters, const char *color)
{
  g_return_if_fail (SUTRA_IS_TYPE_BADGE (self));
  sutra_type_badge_set_entity_type (self, NULL);
  set_look (self, letters, color);
}
