/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-name.h"

#include <glib/gi18n.h>

#define MAX_DEPTH 16

SutraEdtfFormat
sutra_date_name_calendar (SutraDateNameCalendar calendar)
{
  if (calendar == SUTRA_DATE_NAME_BANGLADESH)
    return SUTRA_EDTF_FORMAT_BENGALI;
  if (calendar == SUTRA_DATE_NAME_INDIA)
    return SUTRA_EDTF_FORMAT_BENGALI | SUTRA_EDTF_FORMAT_INDIA;
  return SUTRA_EDTF_FORMAT_DEFAULT;
}

char *
sutra_date_name_dup (const char *edtf, SutraEdtfFormat flags)
{
  SutraEdtf value;

  if (edtf == NULL || !sutra_edtf_parse (edtf, &value, NULL))
    return g_strdup (edtf);
  return sutra_edtf_format (&value, C_ ("language of reports", "en"), flags);
}

gboolean
sutra_date_name_is_date_type (SutraTagset *tagset, const SutraId *type)
{
  SutraEntityType *found;

  g_return_val_if_fail (SUTRA_IS_TAGSET (tagset), FALSE);

  /* The depth is bounded although a tagset has no cycles: this one may come from a damaged file. */
  found = sutra_tagset_get (tagset, type);
  for (guint depth = 0; found != NULL && depth < MAX_DEPTH; depth++)
    {
      if (g_strcmp0 (sutra_entity_type_get_slug (found), "date") == 0)
        return TRUE;
      found = sutra_tagset_get (tagset, sutra_entity_type_get_parent (found));
    }
  return FALSE;
}
