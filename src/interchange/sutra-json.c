/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-json.h"

#include <string.h>

#include "sutra-error.h"

/* How deep arrays and objects nest. json-glib also takes comments and quotes of other kinds, in which a bracket would be counted wrongly, and
 * octal escapes, which can make any byte: they are no JSON, and *@strange says that one was seen. */
static guint
depth_of (const char *p, const char *end, gboolean *strange)
{
  guint depth = 0;
  guint deepest = 0;
  gboolean in_string = FALSE;

  *strange = FALSE;
  for (; p < end; p++)
    if (in_string)
      {
        if (*p == '\\' && p + 1 < end)
          *strange |= strchr ("\"\\/bfnrtu", *++p) == NULL;
        else if (*p == '"')
          in_string = FALSE;
      }
    else if (*p == '"')
      in_string = TRUE;
    else if (*p == '[' || *p == '{')
      {
        depth++;
        deepest = MAX (deepest, depth);
      }
    else if ((*p == ']' || *p == '}') && depth > 0)
      depth--;
    else if (*p == '/' || *p == '\'' || *p == '#')
      *strange = TRUE;
  return deepest;
}

gboolean
sutra_json_check (const char *json, gsize n_bytes, guint max_levels, GError **error)
{
  gboolean strange;
  guint depth;

  if (!g_utf8_validate_len (json, n_bytes, NULL))
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_ENCODING, "JSON must be UTF-8, and this is not");
      return FALSE;
    }
  depth = depth_of (json, json + n_bytes, &strange);
  if (strange)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_PARSE, "This is no JSON: a comment, a single quote or an unknown escape");
      return FALSE;
    }
  if (depth > max_levels)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE, "The JSON is nested deeper than %u levels", max_levels);
      return FALSE;
    }
  return TRUE;
}

JsonNode *
sutra_json_parse (const char *json, gsize n_bytes, guint max_levels, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) cause = NULL;
  JsonNode *root;

  if (!sutra_json_check (json, n_bytes, max_levels, error))
    return NULL;
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, json, (gssize) n_bytes, &cause))
    {
      /* json-glib quotes what it found, and may cut a letter. */
      g_autofree char *why = g_utf8_make_valid (cause->message, -1);

      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_PARSE, "This is no JSON: %s", why);
      return NULL;
    }
  root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_PARSE, "This is no JSON: it holds nothing");
  return root;
}
