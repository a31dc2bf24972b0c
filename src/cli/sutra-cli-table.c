/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-table.h"

#include "sutra-cli.h"

struct _SutraCliTable
{
  guint n_columns;
  GPtrArray *cells; /* char *, the headings first */
};

static char *
dup_cell (const char *text)
{
  char *cell = g_strdup (text != NULL ? text : "");

  return g_strdelimit (cell, "\n\t\r", ' ');
}

SutraCliTable *
sutra_cli_table_new (const char *const *headings)
{
  SutraCliTable *self = g_new0 (SutraCliTable, 1);

  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (; headings[self->n_columns] != NULL; self->n_columns++)
    g_ptr_array_add (self->cells, dup_cell (headings[self->n_columns]));
  return self;
}

void
sutra_cli_table_add (SutraCliTable *self, const char *first, ...)
{
  va_list args;

  g_ptr_array_add (self->cells, dup_cell (first));
  va_start (args, first);
  for (guint i = 1; i < self->n_columns; i++)
    g_ptr_array_add (self->cells, dup_cell (va_arg (args, const char *)));
  va_end (args);
}

guint
sutra_cli_text_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
print_cell (const char *text, guint width, gboolean right, gboolean last)
{
  guint own = sutra_cli_text_width (text);
  g_autofree char *pad = g_strnfill (width > own ? width - own : 0, ' ');

  if (right)
    sutra_cli_print (pad);
  sutra_cli_print (text);
  if (!right && !last)
    sutra_cli_print (pad);
  sutra_cli_print (last ? "\n" : "  ");
}

void
sutra_cli_table_print (SutraCliTable *self)
{
  guint n = self->n_columns;
  g_autofree guint *widths = g_new0 (guint, n);
  g_autofree gboolean *right = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    {
      char *heading = self->cells->pdata[i];

      right[i] = heading[0] == '#';
      if (right[i])
        self->cells->pdata[i] = g_strdup (heading + 1);
      if (right[i])
        g_free (heading);
    }
  for (guint i = 0; i < self->cells->len; i++)
    widths[i % n] = MAX (widths[i % n], sutra_cli_text_width (self->cells->pdata[i]));
  for (guint i = 0; self->cells->len > n && i < self->cells->len; i++)
    print_cell (self->cells->pdata[i], widths[i % n], right[i % n], i % n == n - 1);
  g_ptr_array_unref (self->cells);
  g_free (self);
}
