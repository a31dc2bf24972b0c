/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-font-list.h"

#include <gtk/gtk.h>

/* Microseconds of one idle step: well below a frame. */
#define STEP 4000

struct _SutraFontList
{
  GObject parent_instance;

  PangoContext *context; /* (owned) */
  GPtrArray *names;      /* GtkStringObject (owned) */
  GPtrArray *left;       /* PangoFontFamily (owned), not yet looked at, last first */
  guint idle;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SutraFontList, sutra_font_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_0,
  PROP_COMPLETE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GType
sutra_font_list_get_item_type (GListModel *model)
{
  return GTK_TYPE_STRING_OBJECT;
}

static guint
sutra_font_list_get_n_items (GListModel *model)
{
  return SUTRA_FONT_LIST (model)->names->len;
}

static gpointer
sutra_font_list_get_item (GListModel *model, guint position)
{
  SutraFontList *self = SUTRA_FONT_LIST (model);

  return position < self->names->len ? g_object_ref (g_ptr_array_index (self->names, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = sutra_font_list_get_item_type;
  iface->get_n_items = sutra_font_list_get_n_items;
  iface->get_item = sutra_font_list_get_item;
}

static const char *
get_name (SutraFontList *self, guint position)
{
  return gtk_string_object_get_string (g_ptr_array_index (self->names, position));
}

guint
sutra_font_list_ensure (SutraFontList *self, const char *family)
{
  guint position = 0;
  int order = 1;

  g_return_val_if_fail (SUTRA_IS_FONT_LIST (self), 0);
  g_return_val_if_fail (family != NULL, 0);

  for (; position < self->names->len; position++)
    {
      order = g_utf8_collate (get_name (self, position), family);
      if (order == 0 && strcmp (get_name (self, position), family) == 0)
        return position;
      if (order > 0)
        break;
    }
  g_ptr_array_insert (self->names, (int) position, gtk_string_object_new (family));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
  return position;
}

gboolean
sutra_font_list_covers_bengali (PangoContext *context, PangoFontFamily *family)
{
  /* ক, স, হ, ড়'s nukta, ্, া, ে, ৎ, ং, ০ */
  static const gunichar needed[] = { 0x995, 0x9b8, 0x9b9, 0x9bc, 0x9cd, 0x9be, 0x9c7, 0x9ce, 0x982, 0x9e6 };
  g_autoptr (PangoFontDescription) description = NULL;
  g_autoptr (PangoFont) font = NULL;
  PangoFontFace *face = pango_font_family_get_face (family, NULL);

  if (face == NULL)
    return FALSE;
  description = pango_font_face_describe (face);
  if (pango_font_description_get_size (description) == 0)
    pango_font_description_set_size (description, 12 * PANGO_SCALE);
  font = pango_context_load_font (context, description);
  for (guint i = 0; font != NULL && i < G_N_ELEMENTS (needed); i++)
    {
      if (!pango_font_has_char (font, needed[i]))
        return FALSE;
    }
  return font != NULL;
}

static gboolean
idle_cb (gpointer data)
{
  SutraFontList *self = data;
  gint64 until = g_get_monotonic_time () + STEP;

  while (self->left->len > 0 && g_get_monotonic_time () < until)
    {
      g_autoptr (PangoFontFamily) family = g_ptr_array_steal_index (self->left, self->left->len - 1);

      if (sutra_font_list_covers_bengali (self->context, family))
        sutra_font_list_ensure (self, pango_font_family_get_name (family));
    }
  if (self->left->len > 0)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
  return G_SOURCE_REMOVE;
}

static void
sutra_font_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COMPLETE)
    g_value_set_boolean (value, sutra_font_list_is_complete (SUTRA_FONT_LIST (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sutra_font_list_dispose (GObject *object)
{
  SutraFontList *self = SUTRA_FONT_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (sutra_font_list_parent_class)->dispose (object);
}

static void
sutra_font_list_finalize (GObject *object)
{
  SutraFontList *self = SUTRA_FONT_LIST (object);

  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->left);
  G_OBJECT_CLASS (sutra_font_list_parent_class)->finalize (object);
}

static void
sutra_font_list_class_init (SutraFontListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sutra_font_list_get_property;
  object_class->dispose = sutra_font_list_dispose;
  object_class->finalize = sutra_font_list_finalize;

  properties[PROP_COMPLETE] =
      g_param_spec_boolean ("complete", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sutra_font_list_init (SutraFontList *self)
{
  self->names = g_ptr_array_new_with_free_func (g_object_unref);
  self->left = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->names, gtk_string_object_new (""));
}

SutraFontList *
sutra_font_list_new (PangoContext *context)
{
  SutraFontList *self = g_object_new (SUTRA_TYPE_FONT_LIST, NULL);
  g_autofree PangoFontFamily **families = NULL;
  int n = 0;

  self->context = g_object_ref (context);
  pango_context_list_families (context, &families, &n);
  for (int i = n - 1; i >= 0; i--)
    g_ptr_array_add (self->left, g_object_ref (families[i]));
  self->idle = g_idle_add (idle_cb, self);
  return self;
}

gboolean
sutra_font_list_is_complete (SutraFontList *self)
{
  g_return_val_if_fail (SUTRA_IS_FONT_LIST (self), FALSE);

  return self->left->len == 0;
}
