/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-glyph-check.h"

#include "sutra-utf8.h"

/* Code points per turn of the main loop: below a millisecond. */
#define CHUNK 20000

#define MOST_PLACES 1000

struct _SutraGlyphCheck
{
  SutraText *text;     /* (owned) */
  PangoFontset *fonts; /* (owned) */
  GHashTable *known;   /* code point to 1 (there) or 2 (missing) */
  SutraGlyphCheckFunc func;
  gpointer data;
  gsize byte;
  guint32 at; /* code point */
  GArray *places;
  guint missing;
  guint source;
};

/* The object replacement character and variation selectors have a general category that says they are drawn. */
static gboolean
is_drawn (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR ||
      type == G_UNICODE_SPACE_SEPARATOR)
    return FALSE;
  return !(c >= 0xfe00 && c <= 0xfe0f) && !(c >= 0xe0100 && c <= 0xe01ef) && c != 0x34f && c != 0xfffc;
}

static gboolean
is_missing (SutraGlyphCheck *self, gunichar c)
{
  guint state = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, GUINT_TO_POINTER (c)));

  if (state == 0)
    {
      state = 1;
      if (is_drawn (c))
        {
          g_autoptr (PangoFont) font = pango_fontset_get_font (self->fonts, c);

          if (font == NULL || !pango_font_has_char (font, c))
            state = 2;
        }
      g_hash_table_insert (self->known, GUINT_TO_POINTER (c), GUINT_TO_POINTER (state));
    }
  return state == 2;
}

static gboolean
check_chunk (gpointer data)
{
  SutraGlyphCheck *self = data;
  gsize n_bytes;
  const char *utf8 = sutra_text_get_utf8 (self->text, &n_bytes);

  for (guint i = 0; i < CHUNK && self->byte < n_bytes; i++)
    {
      guint length;
      gunichar c = sutra_utf8_decode (utf8 + self->byte, &length);

      if (c >= 0x80 && is_missing (self, c))
        {
          self->missing++;
          if (self->places->len < MOST_PLACES)
            g_array_append_val (self->places, self->at);
        }
      self->at++;
      self->byte += length;
    }
  if (self->byte < n_bytes)
    return G_SOURCE_CONTINUE;

  self->source = 0;
  self->func (self->missing, self->data);
  return G_SOURCE_REMOVE;
}

SutraGlyphCheck *
sutra_glyph_check_start (SutraText *text, PangoContext *context, SutraGlyphCheckFunc func, gpointer data)
{
  SutraGlyphCheck *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (SutraGlyphCheck, 1);
  self->text = sutra_text_ref (text);
  self->fonts = pango_font_map_load_fontset (pango_context_get_font_map (context), context, pango_context_get_font_description (context),
                                             pango_context_get_language (context));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->known = g_hash_table_new (NULL, NULL);
  self->func = func;
  self->data = data;
  self->source = g_idle_add_full (G_PRIORITY_LOW, check_chunk, self, NULL);
  return self;
}

GArray *
sutra_glyph_check_get_places (SutraGlyphCheck *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->places;
}

void
sutra_glyph_check_free (SutraGlyphCheck *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  g_hash_table_unref (self->known);
  g_array_unref (self->places);
  g_clear_object (&self->fonts);
  sutra_text_unref (self->text);
  g_free (self);
}
