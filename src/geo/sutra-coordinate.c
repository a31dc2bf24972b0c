/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-coordinate.h"

#include "sutra-coordinate-private.h"
#include "sutra-error.h"
#include "sutra-utf8.h"

#include <math.h>
#include <string.h>

/* A geo: URI: RFC 5870, 3.3. */

/* num = pnum / "-" pnum; pnum = 1*DIGIT [ "." 1*DIGIT ] */
static gboolean
take_number (const char **p, gboolean negative, double *value)
{
  const char *start = *p, *end = *p;

  if (negative && *end == '-')
    end++;
  if (!g_ascii_isdigit (*end))
    return FALSE;
  while (g_ascii_isdigit (*end))
    end++;
  if (end[0] == '.' && g_ascii_isdigit (end[1]))
    for (end++; g_ascii_isdigit (*end); end++)
      ;
  *value = g_ascii_strtod (start, NULL);
  *p = end;
  return TRUE;
}

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, message);
  return FALSE;
}

/* Of one parameter, without its semicolon; @i: its number, from 0. */
static gboolean
take_parameter (const char *parameter, guint i, gboolean *had_crs, double *radius_m, GError **error)
{
  const char *equals = strchr (parameter, '=');
  gsize length = equals != NULL ? (gsize) (equals - parameter) : strlen (parameter);

  if (length == 0 || strspn (parameter, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") < length)
    return fail (error, "The geo: URI has a parameter without a name: write it as in geo:51.1694,71.4491;u=500.");
  if (length == 3 && g_ascii_strncasecmp (parameter, "crs", 3) == 0)
    {
      if (i > 0)
        return fail (error, "In a geo: URI the parameter crs comes first, and once.");
      if (equals == NULL || g_ascii_strcasecmp (equals + 1, "wgs84") != 0)
        return fail (error, "The geo: URI has another coordinate system than wgs84: convert it first.");
      *had_crs = TRUE;
    }
  else if (length == 1 && (*parameter == 'u' || *parameter == 'U'))
    {
      const char *p = equals != NULL ? equals + 1 : "";

      if (i > (*had_crs ? 1u : 0u))
        return fail (error, "In a geo: URI the parameter u comes before all others but crs, and once.");
      if (!take_number (&p, FALSE, radius_m) || *p != '\0' || *radius_m > G_PI * SUTRA_EARTH_RADIUS_M)
        return fail (error, "The uncertainty u of a geo: URI is a number of metres, not larger than half the way round the earth.");
    }
  else if (equals != NULL && equals[1] == '\0')
    return fail (error, "The geo: URI has a parameter without a value.");
  return TRUE;
}

static gboolean
parse_geo (const char *text, SutraPoint *point, double *radius_m, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  const char *p = parts[0] != NULL ? parts[0] : "";
  gboolean had_crs = FALSE;
  double altitude;

  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("-_.!~*'()[]:&+$%,;=", *c) == NULL)
      return fail (error, "A geo: URI has numbers and parameters only, as in geo:51.1694,71.4491;u=500: leave the rest out.");
  if (!take_number (&p, TRUE, &point->latitude) || *p != ',')
    return fail (error, "A geo: URI begins with latitude, comma and longitude, as in geo:51.1694,71.4491.");
  p++;
  if (!take_number (&p, TRUE, &point->longitude))
    return fail (error, "The geo: URI has no longitude: write it as in geo:51.1694,71.4491.");
  if (*p == ',')
    {
      p++;
      if (!take_number (&p, TRUE, &altitude))
        return fail (error, "What follows the second comma of a geo: URI is an altitude in metres: leave it out or give a number.");
    }
  if (*p != '\0')
    return fail (error, "The coordinates of the geo: URI are no plain numbers: write them as in geo:51.1694,71.4491.");
  for (guint i = 1; parts[i] != NULL; i++)
    if (!take_parameter (parts[i], i - 1, &had_crs, radius_m, error))
      return FALSE;
  point->latitude += 0.0;
  point->longitude += 0.0;
  return sutra_coordinate_check (point, TRUE, error);
}

/* Typed coordinates */

/* White space at the ends, the full stop of a sentence, and one pair of brackets go. */
static void
trim (char *text)
{
  gsize length;

  g_strstrip (text);
  length = strlen (text);
  if (length > 1 && text[length - 1] == '.')
    text[length - 1] = '\0';
  else if (g_str_has_suffix (text, "।"))
    text[length - strlen ("।")] = '\0';
  g_strstrip (text);
  length = strlen (text);
  if (length > 1 && ((text[0] == '(' && text[length - 1] == ')') || (text[0] == '[' && text[length - 1] == ']')))
    {
      text[0] = ' ';
      text[length - 1] = '\0';
    }
  g_strstrip (text);
}

static gboolean
parse_typed (const char *text, SutraPoint *point, GError **error)
{
  g_autofree SutraTokens *tokens = g_new (SutraTokens, 1);
  g_autofree SutraTokens *settled = g_new (SutraTokens, 1);
  g_autoptr (GError) parted_error = NULL;
  g_autoptr (GError) decimal_error = NULL;
  SutraPoint parted, decimal;
  gboolean is_parted, is_decimal = FALSE, commas = FALSE;

  if (!sutra_coordinate_read_tokens (text, tokens, error))
    return FALSE;
  for (guint i = 0; i < tokens->n; i++)
    commas = commas || tokens->tokens[i].kind == SUTRA_TOKEN_COMMA;
  sutra_coordinate_settle_commas (tokens, FALSE, settled);
  is_parted = sutra_coordinate_read_point (settled, &parted, &parted_error);
  if (commas && sutra_coordinate_settle_commas (tokens, TRUE, settled))
    is_decimal = sutra_coordinate_read_point (settled, &decimal, &decimal_error);
  if (is_parted && is_decimal && (parted.latitude != decimal.latitude || parted.longitude != decimal.longitude))
    return fail (error, "A comma here may be a decimal comma or part the two coordinates: write decimals with a point.");
  if (!is_parted && !is_decimal)
    {
      /* The reading with decimal commas got further if it found two halves that are out of range. */
      gboolean better = decimal_error != NULL && strstr (decimal_error->message, "range") != NULL;

      g_propagate_error (error, better ? g_steal_pointer (&decimal_error) : g_steal_pointer (&parted_error));
      return FALSE;
    }
  *point = is_parted ? parted : decimal;
  return TRUE;
}

gboolean
sutra_coordinate_parse (const char *text, SutraPoint *point, double *radius_m, GError **error)
{
  g_autofree char *own = NULL;
  SutraPoint read = { NAN, NAN };
  double radius = NAN;
  gboolean ok;

  g_return_val_if_fail (text != NULL && point != NULL, FALSE);

  if (strlen (text) > SUTRA_COORDINATE_MAX_BYTES)
    return fail (error, "This is too long for coordinates: give a latitude and a longitude, as in 51.1694, 71.4491.");
  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, "Coordinates are text in UTF-8: type them anew.");
  own = g_strdup (text);
  trim (own);
  if (*own == '\0')
    return fail (error, "There are no coordinates: give a latitude and a longitude, as in 51.1694, 71.4491.");
  if (strstr (own, "://") != NULL)
    return fail (error, "A link is not read: copy the two coordinates out of it.");
  if (g_ascii_strncasecmp (own, "geo:", 4) == 0)
    ok = parse_geo (own + 4, &read, &radius, error);
  else
    ok = parse_typed (own, &read, error);
  if (!ok)
    return FALSE;
  *point = read;
  if (radius_m != NULL)
    *radius_m = radius;
  return TRUE;
}

/* Writing */

/* Without zeros at the end, and without the point if nothing is behind it. */
static char *
format_number (double value, guint decimals)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE], format[8];
  char *end;

  g_snprintf (format, sizeof format, "%%.%uf", decimals);
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  if (strchr (buffer, '.') != NULL)
    {
      for (end = buffer + strlen (buffer); end[-1] == '0'; end--)
        end[-1] = '\0';
      if (end[-1] == '.')
        end[-1] = '\0';
    }
  return g_strdup (strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

static char *
format_decimal (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.5f", value);
  return g_strdup (strcmp (buffer, "-0.00000") == 0 ? "0.00000" : buffer);
}

static char *
format_dms (double value, const char *letters)
{
  gint64 tenths = llround (fabs (value) * 36000);
  char letter = letters[value < 0 && tenths > 0];
  g_autofree char *seconds = format_number ((double) (tenths % 600) / 10, 1);

  return g_strdup_printf ("%d°%02d′%s%s″ %c", (int) (tenths / 36000), (int) (tenths / 600 % 60), tenths % 600 < 100 ? "0" : "", seconds,
                          letter);
}

char *
sutra_coordinate_format (const SutraPoint *point, double radius_m, SutraCoordinateFormat format)
{
  g_autofree char *latitude = NULL;
  g_autofree char *longitude = NULL;
  g_autofree char *radius = NULL;

  g_return_val_if_fail (point != NULL && sutra_point_is_valid (point), NULL);

  switch (format)
    {
    case SUTRA_COORDINATE_DMS:
      latitude = format_dms (point->latitude, "NS");
      longitude = format_dms (point->longitude, "EW");
      return g_strdup_printf ("%s %s", latitude, longitude);
    case SUTRA_COORDINATE_GEO_URI:
      latitude = format_number (point->latitude, 5);
      longitude = format_number (point->longitude, 5);
      if (!(radius_m >= 0) || isinf (radius_m))
        return g_strdup_printf ("geo:%s,%s", latitude, longitude);
      radius = format_number (radius_m, 1);
      return g_strdup_printf ("geo:%s,%s;u=%s", latitude, longitude, radius);
    case SUTRA_COORDINATE_DECIMAL:
    default:
      latitude = format_decimal (point->latitude);
      longitude = format_decimal (point->longitude);
      return g_strdup_printf ("%s, %s", latitude, longitude);
    }
}
