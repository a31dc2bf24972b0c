/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-reader.h"

#include <string.h>

#include "sutra-decode-legacy.h"
#include "sutra-decode.h"
#include "sutra-error.h"
#include "sutra-language.h"
#include "sutra-load.h"
#include "sutra-reader-html.h"

/* How much of a file without a known ending is looked at. */
#define SNIFF_BYTES 1024

static const char *const extensions[] = { "txt", "text", "html", "htm", "xhtml", NULL };

static const char *
find_extension (const char *file_name)
{
  const char *dot = file_name != NULL ? strrchr (file_name, '.') : NULL;

  for (guint i = 0; dot != NULL && extensions[i] != NULL; i++)
    if (g_ascii_strcasecmp (dot + 1, extensions[i]) == 0)
      return extensions[i];
  return NULL;
}

/* As browsers do: the first tag tells. UTF-16 is looked through by leaving out its NULs. */
static gboolean
looks_like_html (GBytes *bytes)
{
  static const char *const beginnings[] = { "<!doctype html", "<html", "<head", "<body",  "<title",
                                            "<script",        "<meta", "<h1",   "<table", "<div" };
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  char text[SNIFF_BYTES + 1];
  gsize n = 0;
  const char *p = text;

  for (gsize i = 0; i < MIN (n_bytes, SNIFF_BYTES); i++)
    if (data[i] != '\0')
      text[n++] = data[i];
  text[n] = '\0';
  while (*p != '\0' && (*p == ' ' || (*p >= '\t' && *p <= '\r') || strchr ("\xef\xbb\xbf\xff\xfe", *p) != NULL))
    p++;
  while (g_str_has_prefix (p, "<!--") || g_str_has_prefix (p, "<?xml"))
    {
      const char *end = strstr (p, p[1] == '?' ? "?>" : "-->");

      if (end == NULL)
        return g_str_has_prefix (p, "<!--");
      p = end + (p[1] == '?' ? 2 : 3);
      p += strspn (p, " \t\r\n\f");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_ascii_strncasecmp (p, beginnings[i], strlen (beginnings[i])) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_html (GBytes *bytes, const char *file_name)
{
  const char *extension = find_extension (file_name);

  if (extension == NULL)
    return looks_like_html (bytes);
  return strstr (extension, "htm") != NULL;
}

/* Bytes that are not valid UTF-8 are refused, unless they are likely Bijoy text as Windows-1252 shows it. */
static GBytes *
decode_unknown (SutraDraft *draft, GBytes *bytes, GError **error)
{
  g_autoptr (GError) failed = NULL;
  GBytes *utf8 = sutra_decode (bytes, NULL, &draft->encoding, &failed);

  if (utf8 == NULL && g_error_matches (failed, SUTRA_ERROR, SUTRA_ERROR_ENCODING))
    {
      utf8 = sutra_decode (bytes, "windows-1252", &draft->encoding, NULL);
      if (utf8 != NULL && g_strcmp0 (sutra_decode_suspect (utf8), SUTRA_ENCODING_BIJOY) != 0)
        {
          g_clear_pointer (&utf8, g_bytes_unref);
          g_clear_pointer (&draft->encoding, g_free);
        }
    }
  if (utf8 == NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else
    draft->likely_encoding = g_strdup (sutra_decode_suspect (utf8));
  return utf8;
}

static gboolean
read_text (SutraDraft *draft, GBytes *bytes, const char *encoding, GError **error)
{
  g_autoptr (GBytes) utf8 =
      encoding != NULL ? sutra_decode (bytes, encoding, &draft->encoding, error) : decode_unknown (draft, bytes, error);

  if (utf8 != NULL)
    draft->text = sutra_text_new (utf8, error);
  draft->media_type = g_strdup ("text/plain");
  return draft->text != NULL;
}

SutraDraft *
sutra_read (GBytes *bytes, const char *file_name, const SutraReadOptions *options, GError **error)
{
  g_autoptr (SutraDraft) draft = g_new0 (SutraDraft, 1);
  const char *encoding = options != NULL ? options->encoding : NULL;
  gboolean done;

  g_return_val_if_fail (bytes != NULL, NULL);

  done = is_html (bytes, file_name) ? sutra_reader_html_read (draft, bytes, encoding, error) : read_text (draft, bytes, encoding, error);
  if (!done)
    return NULL;
  draft->encoding_chosen = encoding != NULL;
  if (draft->language == NULL && sutra_decode_is_legacy (draft->encoding))
    draft->language = g_strdup ("bn");
  if (draft->language == NULL)
    draft->language = g_strdup (sutra_language_guess (draft->text));
  draft->original = g_bytes_ref (bytes);
  draft->file_name = file_name != NULL ? g_filename_display_name (file_name) : NULL;
  return g_steal_pointer (&draft);
}

static SutraDraft *
read_named (GBytes *bytes, const char *name, const SutraReadOptions *options, GError **error)
{
  g_autofree char *shown = name != NULL ? g_filename_display_name (name) : NULL;
  SutraDraft *draft = sutra_read (bytes, name, options, error);

  if (draft == NULL && shown != NULL)
    g_prefix_error (error, "“%s”: ", shown);
  return draft;
}

SutraDraft *
sutra_read_path (const char *path, const SutraReadOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = sutra_load_path (path, cancellable, error);
  g_autofree char *name = g_path_get_basename (path);

  return bytes != NULL ? read_named (bytes, name, options, error) : NULL;
}

SutraDraft *
sutra_read_file (GFile *file, const SutraReadOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = sutra_load_file (file, cancellable, error);
  g_autofree char *name = g_file_get_basename (file);

  return bytes != NULL ? read_named (bytes, name, options, error) : NULL;
}

gboolean
sutra_reader_knows (const char *file_name)
{
  return find_extension (file_name) != NULL;
}

const char *const *
sutra_reader_get_extensions (void)
{
  return extensions;
}
