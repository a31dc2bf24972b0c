/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-figure-private.h"

#include <string.h>

/* Escaped for XML 1.0, which knows no control characters, not even as references. */
static void
append_escaped (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if (c == '\t' || c == '\n' || c == '\r')
        g_string_append_c (out, ' ');
      else if (c < 0x20 || (c >= 0x7f && c <= 0x9f) || (c & 0xfffe) == 0xfffe)
        g_string_append_unichar (out, 0xfffd);
      else
        g_string_append_unichar (out, c);
    }
}

/* A hundredth of a point is more than paper shows; cairo writes a millionth. Nothing but numbers is changed. */
static void
append_path (GString *out, const char *path, gsize length)
{
  const char *end = path + length;

  for (const char *p = path; p < end;)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];
      char *after, *last;
      double value;

      if (!g_ascii_isdigit (*p) && !(*p == '-' && p + 1 < end && g_ascii_isdigit (p[1])))
        {
          g_string_append_c (out, *p++);
          continue;
        }
      value = g_ascii_strtod (p, &after);
      g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
      for (last = buffer + strlen (buffer); last[-1] == '0'; last--)
        last[-1] = '\0';
      if (last[-1] == '.')
        last[-1] = '\0';
      g_string_append (out, strcmp (buffer, "-0") == 0 ? "0" : buffer);
      p = after;
    }
}

/* cairo numbers its surfaces through the whole life of the process: number them by their order in the file. */
static void
append_numbered (GString *out, const char *body, gsize length, GHashTable *numbers)
{
  static const char word[] = "surface";
  const char *end = body + length, *p = body, *next;

  while ((next = g_strstr_len (p, end - p, word)) != NULL)
    {
      const char *digits = next + strlen (word), *rest = digits;
      g_autofree char *number = NULL;
      gpointer known;

      while (rest < end && g_ascii_isdigit (*rest))
        rest++;
      g_string_append_len (out, p, digits - p);
      p = rest;
      if (rest == digits)
        continue;
      number = g_strndup (digits, (gsize) (rest - digits));
      known = g_hash_table_lookup (numbers, number);
      if (known == NULL)
        {
          known = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
          g_hash_table_insert (numbers, g_steal_pointer (&number), known);
        }
      g_string_append_printf (out, "%u", GPOINTER_TO_UINT (known));
    }
  g_string_append_len (out, p, end - p);
}

static void
append_body (GString *out, const char *body, gsize length)
{
  static const char word[] = " d=\"";
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *end = body + length, *p = body, *next;

  while ((next = g_strstr_len (p, end - p, word)) != NULL)
    {
      const char *path = next + strlen (word);
      const char *close = memchr (path, '"', (gsize) (end - path));

      if (close == NULL)
        break;
      append_numbered (out, p, (gsize) (path - p), numbers);
      append_path (out, path, (gsize) (close - path));
      p = close;
    }
  append_numbered (out, p, (gsize) (end - p), numbers);
}

static void
append_number (GString *out, const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.1f", value);
  g_string_append_printf (out, " %s=\"%s\"", name, buffer);
}

static void
append_texts (GString *out, GPtrArray *texts)
{
  g_string_append (out, "<g fill=\"none\" stroke=\"none\" font-family=\"sans-serif\">\n");
  for (guint i = 0; i < texts->len; i++)
    {
      const SutraFigureText *text = g_ptr_array_index (texts, i);

      g_string_append (out, "<text");
      append_number (out, "x", text->x);
      append_number (out, "y", text->y);
      append_number (out, "font-size", text->size);
      g_string_append_c (out, '>');
      append_escaped (out, text->text);
      g_string_append (out, "</text>\n");
    }
  g_string_append (out, "</g>\n");
}

GBytes *
sutra_figure_svg_finish (const char *svg, gsize length, const char *title, const char *description, const char *language, GPtrArray *texts)
{
  const char *root = g_strstr_len (svg, (gssize) length, "<svg ");
  const char *open = root != NULL ? memchr (root, '>', length - (gsize) (root - svg)) : NULL;
  const char *close = g_strrstr_len (svg, (gssize) length, "</svg>");
  GString *out = g_string_sized_new (length + 1024);

  g_return_val_if_fail (open != NULL && close != NULL && close > open, g_bytes_new (svg, length));

  g_string_append_len (out, svg, root + strlen ("<svg ") - svg);
  g_string_append (out, "role=\"img\" aria-labelledby=\"title\" aria-describedby=\"description\" xml:lang=\"");
  append_escaped (out, language);
  g_string_append (out, "\" ");
  g_string_append_len (out, root + strlen ("<svg "), open + 1 - root - (gssize) strlen ("<svg "));
  g_string_append (out, "\n<title id=\"title\">");
  append_escaped (out, title);
  g_string_append (out, "</title>\n<desc id=\"description\">");
  append_escaped (out, description);
  g_string_append (out, "</desc>");
  append_body (out, open + 1, (gsize) (close - open - 1));
  append_texts (out, texts);
  g_string_append (out, "</svg>\n");
  return g_string_free_to_bytes (out);
}
