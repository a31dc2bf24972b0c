/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-text-content.h"

struct _SutraTextContent
{
  GdkContentProvider parent_instance;

  SutraText *text; /* (owned) */
  gsize start;
  gsize end;
};

G_DEFINE_FINAL_TYPE (SutraTextContent, sutra_text_content, GDK_TYPE_CONTENT_PROVIDER)

static GdkContentFormats *
sutra_text_content_ref_formats (GdkContentProvider *provider)
{
  return gdk_content_formats_new_for_gtype (G_TYPE_STRING);
}

static gboolean
sutra_text_content_get_value (GdkContentProvider *provider, GValue *value, GError **error)
{
  SutraTextContent *self = SUTRA_TEXT_CONTENT (provider);

  if (!G_VALUE_HOLDS (value, G_TYPE_STRING))
    return GDK_CONTENT_PROVIDER_CLASS (sutra_text_content_parent_class)->get_value (provider, value, error);
  g_value_take_string (value, sutra_text_slice (self->text, self->start, self->end));
  return TRUE;
}

static void
sutra_text_content_finalize (GObject *object)
{
  g_clear_pointer (&SUTRA_TEXT_CONTENT (object)->text, sutra_text_unref);

  G_OBJECT_CLASS (sutra_text_content_parent_class)->finalize (object);
}

static void
sutra_text_content_class_init (SutraTextContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sutra_text_content_finalize;
  provider_class->ref_formats = sutra_text_content_ref_formats;
  provider_class->get_value = sutra_text_content_get_value;
}

static void
sutra_text_content_init (SutraTextContent *self)
{
}

GdkContentProvider *
sutra_text_content_new (SutraText *text, gsize start, gsize end)
{
  SutraTextContent *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (start <= end, NULL);

  self = g_object_new (SUTRA_TYPE_TEXT_CONTENT, NULL);
  self->text = sutra_text_ref (text);
  self->start = start;
  self->end = end;
  return GDK_CONTENT_PROVIDER (self);
}
