/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-export.h"

#include <string.h>

#include "sutra-clock.h"
#include "sutra-error.h"
#include "sutra-report-html.h"

#define MAX_NAME_LENGTH 80
/* File systems take 255 bytes; a temporary name and the ending need some. */
#define MAX_NAME_BYTES 200

const SutraFormat *const *
sutra_export_formats (void)
{
  static const SutraFormat *const formats[] = { &sutra_report_html_format, &sutra_format_w3c, &sutra_format_geojson, &sutra_format_tagset,
                                                NULL };

  return formats;
}

const SutraFormat *
sutra_export_format_by_id (const char *id)
{
  const SutraFormat *const *formats = sutra_export_formats ();

  for (guint i = 0; formats[i] != NULL; i++)
    if (g_strcmp0 (formats[i]->id, id) == 0)
      return formats[i];
  return NULL;
}

gboolean
sutra_export_run (SutraStore *store, const SutraExportRequest *request, GCancellable *cancellable, GError **error)
{
  SutraFormatContext context = { store, request->now != 0 ? request->now : sutra_clock_system (), cancellable };
  g_autoptr (SutraSnapshot) snapshot = NULL;
  g_autoptr (SutraOutput) output = NULL;

  g_return_val_if_fail (store != NULL && request != NULL && request->format != NULL, FALSE);

  if (request->format->write == NULL)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_UNSUPPORTED, "The format “%s” cannot be written: choose another", request->format->id);
      return FALSE;
    }
  if (request->path != NULL)
    output = sutra_output_new_for_path (request->path, request->overwrite, error);
  else
    output = sutra_output_new_for_fd (request->fd, "standard output");
  if (output == NULL)
    return FALSE;
  snapshot = sutra_snapshot_new (store, request->article, FALSE, cancellable, error);
  return snapshot != NULL && request->format->write (snapshot, &context, output, error) && sutra_output_commit (output, error);
}

char *
sutra_export_suggest_name (const SutraFormat *format, const char *title)
{
  GString *name = g_string_new (NULL);
  guint n = 0;

  for (const char *p = title != NULL ? title : ""; *p != '\0' && n < MAX_NAME_LENGTH; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (name->len + 6 > MAX_NAME_BYTES)
        break;
      if (c < 0x20 || c == 0x7f || (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL) || g_unichar_isspace (c))
        c = ' ';
      if (c != ' ' || (name->len > 0 && name->str[name->len - 1] != ' '))
        g_string_append_unichar (name, c);
    }
  while (name->len > 0 && strchr (" .", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  while (name->len > 0 && name->str[0] == '.')
    g_string_erase (name, 0, 1);
  if (name->len == 0)
    g_string_append (name, format->id);
  g_string_append_printf (name, ".%s", format->extension);
  return g_string_free (name, FALSE);
}
