/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-collate.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

static gpointer
open_collator (gpointer data)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open ("bn", &status);

  if (U_FAILURE (status))
    return NULL;
  ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  ucol_setAttribute (collator, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
  return collator;
}

/* A collator that nobody changes may be used by all threads at once; it lives as long as the process. NULL if ICU has no data. */
static const UCollator *
get_collator (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, open_collator, NULL);
}

static gboolean
has_other_digits (const char *string)
{
  for (const char *p = string; *p != '\0';)
    {
      gunichar c;

      if ((guint8) *p < 0xc0)
        {
          p++;
          continue;
        }
      c = g_utf8_get_char_validated (p, -1);
      if ((gint32) c < 0)
        p++;
      else if (g_unichar_isdigit (c))
        return TRUE;
      else
        p = g_utf8_next_char (p);
    }
  return FALSE;
}

/* ucol_strcoll() and its kin skip an equal prefix and then step back to where a number may have begun, but ICU 72 looks for
 * digits other than ASCII in the locale's own table, which has none: ১ষ comes out behind ১২. Keys do not have that fault. */
int
sutra_collate (const char *a, const char *b)
{
  const UCollator *collator = get_collator ();
  UErrorCode status = U_ZERO_ERROR;
  UCollationResult order = UCOL_EQUAL;

  a = a != NULL ? a : "";
  b = b != NULL ? b : "";

  if (has_other_digits (a) || has_other_digits (b))
    {
      g_autoptr (GBytes) key_a = sutra_collate_key (a);
      g_autoptr (GBytes) key_b = sutra_collate_key (b);

      return g_bytes_compare (key_a, key_b);
    }
  if (collator != NULL)
    order = ucol_strcollUTF8 (collator, a, -1, b, -1, &status);
  if (U_FAILURE (status) || order == UCOL_EQUAL)
    return strcmp (a, b);
  return order == UCOL_LESS ? -1 : 1;
}

/* ICU's key ends with a 0 and has none before, so the string behind it only decides between equal keys. */
GBytes *
sutra_collate_key (const char *string)
{
  const UCollator *collator = get_collator ();
  guint8 short_key[512];
  g_autofree UChar *long_units = NULL;
  UChar short_units[128];
  UChar *units = short_units;
  guint8 *key;
  gsize n_bytes;
  int32_t n_units = 0;
  int32_t n_key = 0;

  string = string != NULL ? string : "";
  n_bytes = strlen (string);

  if (collator != NULL)
    {
      UErrorCode status = U_ZERO_ERROR;

      /* A code point takes at most as many UTF-16 units as UTF-8 bytes, and so does each faulty byte. */
      if (n_bytes >= G_N_ELEMENTS (short_units))
        units = long_units = g_new (UChar, n_bytes + 1);
      u_strFromUTF8WithSub (units, (int32_t) n_bytes + 1, &n_units, string, (int32_t) n_bytes, 0xfffd, NULL, &status);
      n_key = ucol_getSortKey (collator, units, n_units, short_key, sizeof short_key);
    }
  key = g_malloc ((gsize) n_key + n_bytes + 1);
  if (n_key <= (int32_t) sizeof short_key)
    memcpy (key, short_key, (gsize) n_key);
  else
    ucol_getSortKey (collator, units, n_units, key, n_key);
  memcpy (key + n_key, string, n_bytes);
  return g_bytes_new_take (key, (gsize) n_key + n_bytes);
}
