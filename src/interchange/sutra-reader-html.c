/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-reader-html.h"

#include <string.h>

#include "sutra-decode-legacy.h"
#include "sutra-decode.h"
#include "sutra-error.h"
#include "sutra-html-bijoy.h"
#include "sutra-html-body.h"
#include "sutra-html-metadata.h"
#include "sutra-html-text.h"

/* How far browsers look for a declaration; some pages have theirs behind long comments. */
#define DECLARATION_BYTES 4096

/* The charset that the page declares (transfer full), or NULL. */
static char *
dup_declared (const char *data, gsize n_bytes)
{
  g_autofree char *head = g_ascii_strdown (data, (gssize) MIN (n_bytes, DECLARATION_BYTES));
  const char *p = head;

  while ((p = strstr (p, "charset")) != NULL)
    {
      gsize length;

      p += strlen ("charset");
      p += strspn (p, " \t\r\n");
      if (*p != '=')
        continue;
      p++;
      p += strspn (p, " \t\r\n\"'");
      length = strspn (p, "abcdefghijklmnopqrstuvwxyz0123456789-_:.");
      if (length > 0 && length < 40)
        return g_strndup (p, length);
    }
  return NULL;
}

static gboolean
is_western (const char *name)
{
  return strcmp (name, "iso-8859-1") == 0 || strcmp (name, "latin1") == 0 || strcmp (name, "us-ascii") == 0 ||
         strcmp (name, "ascii") == 0 || strcmp (name, "windows-1252") == 0;
}

/* BOM, the user's choice, the page's declaration, UTF-8: the first that there is. */
static GBytes *
decode (GBytes *bytes, const char *encoding, char **used, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  gboolean bom =
      n_bytes >= 3 && (memcmp (data, "\xef\xbb\xbf", 3) == 0 || memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0);
  g_autofree char *declared = NULL;
  GBytes *text;

  if (bom || encoding != NULL || n_bytes == 0)
    return sutra_decode (bytes, bom ? NULL : encoding, used, error);

  declared = dup_declared (data, n_bytes);
  /* What could be read as ASCII to find this is not UTF-16. Bytes that happen to be valid UTF-8 are: a page in Latin-1 never is, and many
   * pages declare it without knowing. */
  if (declared == NULL || g_str_has_prefix (declared, "utf-16") || (is_western (declared) && g_utf8_validate_len (data, n_bytes, NULL)) ||
      !sutra_decode_knows (declared))
    return sutra_decode (bytes, NULL, used, error);
  text = sutra_decode (bytes, is_western (declared) ? "windows-1252" : declared, used, NULL);
  return text != NULL ? text : sutra_decode (bytes, NULL, used, error);
}

/* So many characters in a Bijoy font are no accident. */
#define MIN_BIJOY 20

/* What the page is before it is made Unicode: UTF-8, what it declares, Windows-1252. */
static GBytes *
decode_carrier (GBytes *bytes, char **used, GError **error)
{
  g_autoptr (GError) failed = NULL;
  GBytes *utf8 = decode (bytes, NULL, used, &failed);

  if (utf8 == NULL && g_error_matches (failed, SUTRA_ERROR, SUTRA_ERROR_ENCODING))
    return sutra_decode (bytes, "windows-1252", used, error);
  if (utf8 == NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  return utf8;
}

static SutraBijoyGeneration
generation_of (const char *encoding)
{
  if (g_ascii_strcasecmp (encoding, SUTRA_ENCODING_BIJOY_NEW) == 0)
    return SUTRA_BIJOY_NEW;
  return g_ascii_strcasecmp (encoding, SUTRA_ENCODING_BIJOY_OLD) == 0 ? SUTRA_BIJOY_OLD : SUTRA_BIJOY_AUTO;
}

/* Whether the bytes are undeclared and no UTF-8: then only Bijoy text makes them Windows-1252. */
static gboolean
is_undeclared (GBytes *bytes)
{
  g_autoptr (GBytes) utf8 = decode (bytes, NULL, NULL, NULL);

  return utf8 == NULL;
}

static void
convert_fonts (SutraDraft *draft, xmlDoc *doc, const char *encoding)
{
  SutraBijoyGeneration generation = sutra_html_bijoy_convert (doc, generation_of (encoding));

  g_free (draft->encoding);
  draft->encoding = g_strdup (generation == SUTRA_BIJOY_OLD ? SUTRA_ENCODING_BIJOY_OLD : SUTRA_ENCODING_BIJOY_NEW);
}

static gboolean
has_text (const GString *text)
{
  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && !g_unichar_iszerowidth (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

gboolean
sutra_reader_html_read (SutraDraft *draft, GBytes *bytes, const char *encoding, GError **error)
{
  gboolean bijoy = sutra_decode_is_bijoy (encoding);
  g_autoptr (GBytes) utf8 =
      bijoy || encoding == NULL ? decode_carrier (bytes, &draft->encoding, error) : decode (bytes, encoding, &draft->encoding, error);
  g_autoptr (xmlDoc) doc = utf8 != NULL ? sutra_html_parse (utf8, error) : NULL;
  g_auto (SutraHtmlMetadata) metadata = { 0 };
  g_auto (SutraHtmlBody) body = { 0 };
  g_autoptr (GBytes) text_bytes = NULL;
  GString *text;

  if (doc == NULL)
    return FALSE;
  if (bijoy)
    convert_fonts (draft, doc, encoding);
  else if (encoding == NULL && sutra_html_bijoy_count (doc) >= MIN_BIJOY)
    draft->likely_encoding = g_strdup (SUTRA_ENCODING_BIJOY);
  sutra_html_metadata_read (&metadata, doc);
  sutra_html_body_init (&body, doc, metadata.title);
  text = sutra_html_text (&body);
  if (!has_text (text))
    {
      g_string_free (text, TRUE);
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_EMPTY,
                   "The page holds no article, only menus, scripts or pictures: open it in a browser, copy the text and paste it");
      return FALSE;
    }
  text_bytes = g_string_free_to_bytes (text);
  if (encoding == NULL && draft->likely_encoding == NULL)
    draft->likely_encoding = g_strdup (sutra_decode_suspect (text_bytes));
  if (encoding == NULL && draft->likely_encoding == NULL && is_undeclared (bytes))
    {
      g_clear_pointer (&draft->encoding, g_free);
      decode (bytes, NULL, NULL, error);
      return FALSE;
    }
  draft->text = sutra_text_new (text_bytes, error);
  if (draft->text == NULL)
    return FALSE;
  draft->media_type = g_strdup ("text/html");
  draft->title = g_steal_pointer (&metadata.title);
  draft->source = g_steal_pointer (&metadata.publisher);
  draft->author = g_steal_pointer (&metadata.author);
  draft->published = g_steal_pointer (&metadata.published);
  draft->language = g_steal_pointer (&metadata.language);
  draft->url = g_steal_pointer (&metadata.url);
  return TRUE;
}
