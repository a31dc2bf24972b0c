/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-markup.h"

#include <string.h>

struct _SutraMarkup
{
  SutraOutput *output;
  GPtrArray *open; /* names, literals */
};

SutraMarkup *
sutra_markup_new (SutraOutput *output)
{
  SutraMarkup *self = g_new0 (SutraMarkup, 1);

  self->output = output;
  self->open = g_ptr_array_new ();
  return self;
}

void
sutra_markup_free (SutraMarkup *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->open);
  g_free (self);
}

void
sutra_markup_text (SutraMarkup *self, const char *text, gssize length)
{
  const char *end = text + (length < 0 ? strlen (text) : (gsize) length);
  const char *from = text;

  for (const char *p = text; p < end; p++)
    {
      const char *entity = *p == '&' ? "&amp;" : *p == '<' ? "&lt;" : *p == '>' ? "&gt;" : *p == '"' ? "&quot;" : NULL;

      if (entity == NULL)
        continue;
      sutra_output_write (self->output, from, p - from);
      sutra_output_write (self->output, entity, -1);
      from = p + 1;
    }
  sutra_output_write (self->output, from, end - from);
}

static void
write_tag (SutraMarkup *self, const char *name, va_list attributes)
{
  const char *attribute;

  sutra_output_write (self->output, "<", 1);
  sutra_output_write (self->output, name, -1);
  while ((attribute = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);

      if (value == NULL)
        continue;
      sutra_output_write (self->output, " ", 1);
      sutra_output_write (self->output, attribute, -1);
      sutra_output_write (self->output, "=\"", 2);
      sutra_markup_text (self, value, -1);
      sutra_output_write (self->output, "\"", 1);
    }
  sutra_output_write (self->output, ">", 1);
}

void
sutra_markup_open (SutraMarkup *self, const char *name, ...)
{
  va_list attributes;

  va_start (attributes, name);
  write_tag (self, name, attributes);
  va_end (attributes);
  g_ptr_array_add (self->open, (gpointer) name);
}

void
sutra_markup_close (SutraMarkup *self)
{
  const char *name;

  g_return_if_fail (self->open->len > 0);

  name = g_ptr_array_remove_index (self->open, self->open->len - 1);
  sutra_output_write (self->output, "</", 2);
  sutra_output_write (self->output, name, -1);
  sutra_output_write (self->output, ">", 1);
}

void
sutra_markup_element (SutraMarkup *self, const char *name, const char *text, ...)
{
  va_list attributes;

  va_start (attributes, text);
  write_tag (self, name, attributes);
  va_end (attributes);
  if (text == NULL)
    return;
  sutra_markup_text (self, text, -1);
  sutra_output_write (self->output, "</", 2);
  sutra_output_write (self->output, name, -1);
  sutra_output_write (self->output, ">", 1);
}

void
sutra_markup_line (SutraMarkup *self)
{
  sutra_output_write (self->output, "\n", 1);
}

void
sutra_markup_style (SutraMarkup *self, const char *css)
{
  g_return_if_fail (strstr (css, "</") == NULL);

  sutra_output_write (self->output, "<style>", -1);
  sutra_output_write (self->output, css, -1);
  sutra_output_write (self->output, "</style>\n", -1);
}
