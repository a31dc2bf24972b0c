/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-html-metadata.h"

#include <stdio.h>
#include <string.h>

#include "sutra-edtf.h"

typedef struct
{
  int year, month, day;
  int hour, minute, second; /* -1: none */
  int zone;                 /* minutes east of Greenwich */
  gboolean has_zone;
} Moment;

static gboolean
read_digits (const char **p, guint n, int *value)
{
  int number = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*p)[i]))
        return FALSE;
      number = number * 10 + ((*p)[i] - '0');
    }
  *p += n;
  *value = number;
  return TRUE;
}

static gboolean
skip (const char **p, char c)
{
  if (**p != c)
    return FALSE;
  (*p)++;
  return TRUE;
}

/* "Z", "GMT", "+06:00", "+0600", "+06" */
static void
read_zone (const char *p, Moment *moment)
{
  int sign, hours;
  int minutes = 0;

  while (*p == ' ')
    p++;
  if (strcmp (p, "Z") == 0 || strcmp (p, "z") == 0 || strcmp (p, "GMT") == 0 || strcmp (p, "UTC") == 0)
    {
      moment->has_zone = TRUE;
      return;
    }
  sign = *p == '-' ? -1 : 1;
  if (*p != '+' && *p != '-')
    return;
  p++;
  if (!read_digits (&p, 2, &hours))
    return;
  skip (&p, ':');
  if (*p != '\0' && (!read_digits (&p, 2, &minutes) || *p != '\0'))
    return;
  moment->zone = sign * (hours * 60 + minutes);
  moment->has_zone = hours <= 14 && minutes < 60;
}

/* "10:30", "10:30:05", "10:30:05.123", then a zone. */
static void
read_time (const char *p, Moment *moment)
{
  int hour, minute;
  int second = 0;

  if (!read_digits (&p, 2, &hour) || !skip (&p, ':') || !read_digits (&p, 2, &minute))
    return;
  if (skip (&p, ':') && !read_digits (&p, 2, &second))
    return;
  if (*p == '.' || *p == ',')
    for (p++; g_ascii_isdigit (*p); p++)
      ;
  if (hour > 23 || minute > 59 || second > 59)
    return;
  moment->hour = hour;
  moment->minute = minute;
  moment->second = second;
  read_zone (p, moment);
}

static gboolean
read_iso (const char *p, Moment *moment)
{
  if (!read_digits (&p, 4, &moment->year) || !skip (&p, '-') || !read_digits (&p, 2, &moment->month) || !skip (&p, '-') ||
      !read_digits (&p, 2, &moment->day))
    return FALSE;
  if (*p == 'T' || *p == 't' || *p == ' ')
    read_time (p + 1, moment);
  else
    return *p == '\0';
  return TRUE;
}

/* "Mon, 08 Apr 2024 10:30:00 +0600" */
static gboolean
read_rfc2822 (const char *p, Moment *moment)
{
  static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const char *comma = strchr (p, ',');
  char name[4] = "";
  const char *month;
  int n = 0;

  if (comma != NULL && comma - p <= 9)
    p = comma + 1;
  if (sscanf (p, " %2d %3[A-Za-z] %4d %n", &moment->day, name, &moment->year, &n) != 3 || strlen (name) != 3 || n == 0)
    return FALSE;
  month = strstr (months, name);
  if (month == NULL || (month - months) % 3 != 0 || moment->year < 1000)
    return FALSE;
  moment->month = (int) (month - months) / 3 + 1;
  read_time (p + n, moment);
  return TRUE;
}

char *
sutra_html_dup_edtf (const char *date)
{
  Moment moment = { .hour = -1 };
  g_autoptr (GString) edtf = NULL;

  if (date == NULL || (!read_iso (date, &moment) && !read_rfc2822 (date, &moment)))
    return NULL;
  edtf = g_string_new (NULL);
  g_string_append_printf (edtf, "%04d-%02d-%02d", moment.year, moment.month, moment.day);
  if (moment.hour >= 0 && moment.has_zone)
    {
      g_string_append_printf (edtf, "T%02d:%02d:%02d", moment.hour, moment.minute, moment.second);
      if (moment.zone == 0)
        g_string_append_c (edtf, 'Z');
      else
        g_string_append_printf (edtf, "%c%02d:%02d", moment.zone < 0 ? '-' : '+', ABS (moment.zone) / 60, ABS (moment.zone) % 60);
    }
  return sutra_edtf_validate (edtf->str, NULL) ? g_strdup (edtf->str) : NULL;
}
