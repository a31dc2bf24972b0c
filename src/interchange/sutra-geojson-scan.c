/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-geojson-scan.h"

#include <string.h>

static const char key[] = "\"features\"";

typedef struct
{
  const char *json;
  gsize n_bytes;
  gsize at;
} Scan;

/* Behind the string that begins at @at. */
static gsize
skip_string (const Scan *self, gsize at)
{
  for (at++; at < self->n_bytes && self->json[at] != '"'; at++)
    if (self->json[at] == '\\')
      at++;
  return MIN (at + 1, self->n_bytes);
}

static gsize
skip_space (const Scan *self, gsize at)
{
  while (at < self->n_bytes && strchr (" \t\r\n", self->json[at]) != NULL && self->json[at] != '\0')
    at++;
  return at;
}

/* Whether at @at stands the key and the beginning of a list; *@list is behind the bracket. */
static gboolean
is_features (const Scan *self, gsize at, gsize *list)
{
  if (self->n_bytes - at < sizeof key - 1 || memcmp (self->json + at, key, sizeof key - 1) != 0)
    return FALSE;
  at = skip_space (self, at + sizeof key - 1);
  if (at >= self->n_bytes || self->json[at] != ':')
    return FALSE;
  at = skip_space (self, at + 1);
  *list = at + 1;
  return at < self->n_bytes && self->json[at] == '[';
}

/* Takes the elements of the list that begins at @self->at; leaves it at the closing bracket. FALSE: too many. */
static gboolean
take_elements (Scan *self, guint max, GArray *spans)
{
  gsize start = self->at;
  guint depth = 0;

  while (self->at < self->n_bytes)
    {
      char c = self->json[self->at];

      if (c == '"')
        {
          self->at = skip_string (self, self->at);
          continue;
        }
      if (depth == 0 && (c == ',' || c == ']'))
        {
          SutraGeojsonSpan span = { start, self->at };

          /* An empty list has no element. */
          if (c == ',' || spans->len > 0 || skip_space (self, start) < self->at)
            g_array_append_val (spans, span);
          if (c == ']' || spans->len > max)
            return spans->len <= max;
          start = self->at + 1;
        }
      else if (c == '[' || c == '{')
        depth++;
      else if ((c == ']' || c == '}') && depth > 0)
        depth--;
      self->at++;
    }
  return TRUE;
}

gboolean
sutra_geojson_scan (const char *json, gsize n_bytes, guint max, GArray *spans, char **shell, guint *n_found)
{
  Scan self = { json, n_bytes, 0 };
  g_autoptr (GString) rest = g_string_new (NULL);
  gsize copied = 0;
  guint depth = 0;

  *shell = NULL;
  *n_found = 0;
  while (self.at < n_bytes)
    {
      gsize list;
      char c = json[self.at];

      if (c == '"' && depth == 1 && is_features (&self, self.at, &list))
        {
          if (++*n_found > 1)
            return FALSE;
          g_string_append_len (rest, json + copied, (gssize) (list - copied));
          self.at = list;
          if (!take_elements (&self, max, spans))
            return FALSE;
          /* Its opening bracket was not counted either. */
          copied = self.at++;
          continue;
        }
      if (c == '"')
        {
          self.at = skip_string (&self, self.at);
          continue;
        }
      if (c == '[' || c == '{')
        depth++;
      else if ((c == ']' || c == '}') && depth > 0)
        depth--;
      self.at++;
    }
  if (copied < n_bytes)
    g_string_append_len (rest, json + copied, (gssize) (n_bytes - copied));
  *shell = g_string_free (g_steal_pointer (&rest), FALSE);
  return *n_found == 1;
}
