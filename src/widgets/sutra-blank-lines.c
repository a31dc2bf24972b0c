/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-blank-lines.h"

#include "sutra-utf8.h"

#include <string.h>

/* More empty lines than this keep the room of others: each takes memory and time. */
#define MAX_BLANK_LINES 20000

/* Of one turn; either is about a millisecond. */
#define MAX_LINES 500
#define MAX_BYTES (512 << 10)

struct _SutraBlankLines
{
  SutraText *text;       /* (owned) */
  SutraDisplayMap *map;  /* (unowned) */
  GtkTextBuffer *buffer; /* (owned) */
  GtkTextTag *tag;       /* (unowned) the buffer's */
  gsize byte;            /* where the next line starts */
  gsize cp;
  guint n_tagged;
  guint source;
};

/* Tags the line of @length code points of white space that starts at self->cp. */
static void
tag_line (SutraBlankLines *self, gsize length)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, (int) sutra_display_map_to_display (self->map, self->cp));
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, (int) sutra_display_map_to_display (self->map, self->cp + length) + 1);
  gtk_text_buffer_apply_tag (self->buffer, self->tag, &from, &to);
  self->n_tagged++;
}

/* FALSE when the text is at its end. */
static gboolean
tag_lines (SutraBlankLines *self)
{
  gsize n_bytes;
  const char *utf8 = sutra_text_get_utf8 (self->text, &n_bytes);
  gsize stop_byte = self->byte + MAX_BYTES;
  guint stop_lines = self->n_tagged + MAX_LINES;

  while (self->byte < stop_byte && self->n_tagged < stop_lines)
    {
      const char *line = utf8 + self->byte;
      const char *end = line;
      gsize length = 0;

      for (; *end != '\n' && *end != '\0' && g_unichar_isspace (g_utf8_get_char (end)); end = g_utf8_next_char (end))
        length++;
      if (*end == '\n')
        tag_line (self, length);

      end = memchr (end, '\n', n_bytes - (gsize) (end - utf8));
      if (end == NULL || self->n_tagged >= MAX_BLANK_LINES)
        return FALSE;
      self->cp += sutra_utf8_count (line, (gsize) (end + 1 - line));
      self->byte = (gsize) (end + 1 - utf8);
    }
  return TRUE;
}

static gboolean
tag_lines_cb (gpointer data)
{
  SutraBlankLines *self = data;

  if (tag_lines (self))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

SutraBlankLines *
sutra_blank_lines_start (SutraText *text, SutraDisplayMap *map, GtkTextBuffer *buffer, GtkTextTag *tag)
{
  SutraBlankLines *self;

  g_return_val_if_fail (text != NULL && map != NULL, NULL);
  g_return_val_if_fail (GTK_IS_TEXT_BUFFER (buffer), NULL);
  g_return_val_if_fail (GTK_IS_TEXT_TAG (tag), NULL);

  self = g_new0 (SutraBlankLines, 1);
  self->text = sutra_text_ref (text);
  self->map = map;
  self->buffer = g_object_ref (buffer);
  self->tag = tag;
  /* After painting, before GtkTextView lays out lines that are not seen yet. */
  if (tag_lines (self))
    self->source = g_idle_add_full (GDK_PRIORITY_REDRAW + 4, tag_lines_cb, self, NULL);
  return self;
}

void
sutra_blank_lines_free (SutraBlankLines *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  g_object_unref (self->buffer);
  sutra_text_unref (self->text);
  g_free (self);
}
