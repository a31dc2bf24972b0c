/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-latin-key.h"

/* Hardware codes of a US keyboard, row by row. */
static const struct
{
  guint first;
  const char *plain;
  const char *shifted;
} rows[] = {
  { 10, "1234567890-=", "!@#$%^&*()_+" },
  { 24, "qwertyuiop[]", "QWERTYUIOP{}" },
  { 38, "asdfghjkl;'`", "ASDFGHJKL:\"~" },
  { 51, "\\zxcvbnm,./", "|ZXCVBNM<>?" },
};

static gboolean
is_latin (guint keyval)
{
  guint32 c = gdk_keyval_to_unicode (keyval);

  return c > 0x20 && c < 0x7f;
}

static guint
find_in_layouts (GdkDisplay *display, guint keycode, int level)
{
  g_autofree GdkKeymapKey *keys = NULL;
  g_autofree guint *keyvals = NULL;
  int n = 0;

  if (!gdk_display_map_keycode (display, keycode, &keys, &keyvals, &n))
    return 0;
  for (int i = 0; i < n; i++)
    if (keys[i].level == level && is_latin (keyvals[i]))
      return keyvals[i];
  return 0;
}

guint
sutra_latin_key (GdkDisplay *display, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean shifted = (state & GDK_SHIFT_MASK) != 0;
  guint latin;

  g_return_val_if_fail (display == NULL || GDK_IS_DISPLAY (display), keyval);

  if (gdk_keyval_to_unicode (keyval) < 0x80)
    return keyval;
  latin = display != NULL ? find_in_layouts (display, keycode, shifted ? 1 : 0) : 0;
  if (latin != 0)
    return latin;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (keycode >= rows[i].first && keycode - rows[i].first < strlen (rows[i].plain))
      return gdk_unicode_to_keyval ((guchar) (shifted ? rows[i].shifted : rows[i].plain)[keycode - rows[i].first]);
  return keyval;
}
