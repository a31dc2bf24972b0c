/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-display-map.h"

#include "sutra-akshara.h"

#include <string.h>

struct _SutraDisplayMap
{
  SutraText *text; /* (owned) */
  GArray *breaks;  /* gsize: the article offsets before which there is a break, ascending */
};

static gsize
get_break (SutraDisplayMap *self, gsize i)
{
  return g_array_index (self->breaks, gsize, i);
}

/* White space that allows a line break. */
static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) && c != 0xa0 && c != 0x202f;
}

/* The byte after the last character of [@from, @to) that @fits, or 0. */
static gsize
find_last (const char *utf8, gsize from, gsize to, gboolean (*fits) (gunichar c))
{
  const char *p = utf8 + to;

  while (p > utf8 + from)
    {
      const char *end = p;

      p = g_utf8_prev_char (p);
      if (fits (g_utf8_get_char (p)))
        return (gsize) (end - utf8);
    }
  return 0;
}

/* Where to break the rest of a paragraph, which starts at byte @from and is too long. */
static gsize
find_break (SutraText *text, gsize from)
{
  const char *utf8 = sutra_text_get_utf8 (text, NULL);
  gsize limit_cp = sutra_text_cp_of (text, from + SUTRA_DISPLAY_MAP_MAX_BYTES);
  gsize limit = sutra_text_byte_of (text, limit_cp);
  gsize half = sutra_text_byte_of (text, sutra_text_cp_of (text, from + SUTRA_DISPLAY_MAP_MAX_BYTES / 2));
  gsize byte = find_last (utf8, half, limit, is_space);

  if (byte == 0 || !sutra_akshara_is_boundary (text, sutra_text_cp_of (text, byte)))
    byte = find_last (utf8, half, limit, g_unichar_ispunct);
  if (byte == 0 || !sutra_akshara_is_boundary (text, sutra_text_cp_of (text, byte)))
    return sutra_akshara_floor (text, limit_cp);
  return sutra_text_cp_of (text, byte);
}

static void
break_paragraph (SutraDisplayMap *self, gsize from, gsize to)
{
  while (to - from > SUTRA_DISPLAY_MAP_MAX_BYTES)
    {
      gsize cp = find_break (self->text, from);

      g_array_append_val (self->breaks, cp);
      from = sutra_text_byte_of (self->text, cp);
    }
}

SutraDisplayMap *
sutra_display_map_new (SutraText *text)
{
  SutraDisplayMap *self;
  const char *utf8;
  gsize n_bytes;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (SutraDisplayMap, 1);
  self->text = sutra_text_ref (text);
  self->breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
  utf8 = sutra_text_get_utf8 (text, &n_bytes);
  for (gsize from = 0; from < n_bytes;)
    {
      const char *feed = memchr (utf8 + from, '\n', n_bytes - from);
      gsize to = feed != NULL ? (gsize) (feed - utf8) : n_bytes;

      break_paragraph (self, from, to);
      from = to + 1;
    }
  return self;
}

void
sutra_display_map_free (SutraDisplayMap *self)
{
  g_return_if_fail (self != NULL);

  sutra_text_unref (self->text);
  g_array_unref (self->breaks);
  g_free (self);
}

gsize
sutra_display_map_get_n_breaks (SutraDisplayMap *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->breaks->len;
}

char *
sutra_display_map_dup_display (SutraDisplayMap *self, gsize *n_bytes)
{
  const char *utf8;
  char *display;
  gsize length;
  gsize from = 0;

  g_return_val_if_fail (self != NULL, NULL);

  utf8 = sutra_text_get_utf8 (self->text, &length);
  display = g_malloc (length + self->breaks->len + 1);
  for (gsize i = 0; i < self->breaks->len; i++)
    {
      gsize to = sutra_text_byte_of (self->text, get_break (self, i));

      memcpy (display + from + i, utf8 + from, to - from);
      display[to + i] = '\n';
      from = to;
    }
  memcpy (display + from + self->breaks->len, utf8 + from, length - from);
  display[length + self->breaks->len] = '\0';
  if (n_bytes != NULL)
    *n_bytes = length + self->breaks->len;
  return display;
}

/* How many breaks lie before @at, where break i lies at its article offset, or with @in_display at its display offset. */
static gsize
count_before (SutraDisplayMap *self, gsize at, gboolean in_display)
{
  gsize low = 0;
  gsize high = self->breaks->len;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (get_break (self, middle) + (in_display ? middle : 0) < at)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gsize
sutra_display_map_to_display (SutraDisplayMap *self, gsize cp)
{
  g_return_val_if_fail (self != NULL, 0);

  return cp + count_before (self, cp + 1, FALSE);
}

gsize
sutra_display_map_to_display_end (SutraDisplayMap *self, gsize cp)
{
  g_return_val_if_fail (self != NULL, 0);

  return cp + count_before (self, cp, FALSE);
}

gsize
sutra_display_map_to_article (SutraDisplayMap *self, gsize display)
{
  g_return_val_if_fail (self != NULL, 0);

  return display - count_before (self, display, TRUE);
}
