/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article.h"

void
sutra_draft_free (SutraDraft *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->text, sutra_text_unref);
  g_clear_pointer (&self->original, g_bytes_unref);
  g_free (self->title);
  g_free (self->source);
  g_free (self->url);
  g_free (self->author);
  g_free (self->published);
  g_free (self->accessed);
  g_free (self->language);
  g_free (self->encoding);
  g_free (self->media_type);
  g_free (self->file_name);
  g_free (self->likely_encoding);
  g_free (self);
}
