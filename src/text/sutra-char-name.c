/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-char-name.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

char *
sutra_char_name (gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;
  char name[128];

  u_charName ((UChar32) c, U_EXTENDED_CHAR_NAME, name, sizeof name, &status);
  return U_SUCCESS (status) && name[0] != '\0' ? g_strdup (name) : g_strdup_printf ("<U+%04X>", c);
}

const char *
sutra_char_script (gunichar c)
{
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript ((UChar32) c, &status);
  const char *name = U_SUCCESS (status) ? uscript_getName (script) : NULL;

  return name != NULL ? name : "Unknown";
}
