/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-lists.h"

#include <math.h>
#include <string.h>

#include "sutra-coordinate.h"
#include "sutra-error.h"
#include "sutra-gazetteer.h"
#include "sutra-location.h"
#include "sutra-utf8.h"

typedef struct
{
  const char *radius; /* (nullable) */
  const char *area;   /* (nullable) */
  gboolean keep;
  gboolean reject;
  gboolean clear;
} Options;

/* Whether @text is the id of a place, as "gn:1526273", and not a geo: URI. */
static gboolean
is_candidate (const char *text)
{
  gsize n = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789");

  return n > 0 && text[n] == ':' && g_ascii_islower (text[0]) && g_ascii_strncasecmp (text, "geo:", 4) != 0;
}

static gboolean
take_candidate (const char *id, SutraLocation *location, GError **error)
{
  g_autoptr (SutraGazetteer) gazetteer = sutra_gazetteer_load (NULL, error);
  SutraPlace place;

  if (gazetteer == NULL)
    return FALSE;
  if (!sutra_gazetteer_find_id (gazetteer, id, &place))
    {
      g_autofree char *shown = sutra_utf8_shorten (id, 60);

      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND,
                   "The gazetteer has no place “%s”: sutractl places NAME lists them with their ids", shown);
      return FALSE;
    }
  location->point = place.point;
  location->place = g_strdup (place.id);
  location->area = sutra_place_kind_is_area (place.kind) && place.members != NULL ? g_strdup (place.members) : NULL;
  location->source = SUTRA_LOCATION_FROM_GAZETTEER;
  return TRUE;
}

static gboolean
take_coordinates (SutraCli *cli, SutraLocation *location, GError **error)
{
  const char *first = sutra_cli_argument (cli, 2);
  const char *second = sutra_cli_argument (cli, 3);
  /* A comma in one of two arguments is a decimal comma. */
  g_autofree char *text = second != NULL ? g_strconcat (first, "; ", second, NULL) : g_strdup (first);

  location->source = SUTRA_LOCATION_FROM_TYPING;
  return sutra_coordinate_parse (text, &location->point, &location->radius_m, error);
}

/* NULL and @error: the options say something wrong. (transfer full) */
static SutraLocation *
make_location (SutraCli *cli, const Options *options, GError **error)
{
  g_autoptr (SutraLocation) location = g_new0 (SutraLocation, 1);
  const char *what = sutra_cli_argument (cli, 2);

  location->role = options->keep ? SUTRA_LOCATION_CANDIDATE : options->reject ? SUTRA_LOCATION_REJECTED : SUTRA_LOCATION_CHOSEN;
  location->radius_m = NAN;
  if (cli->arguments->len == 3 && is_candidate (what) ? !take_candidate (what, location, error) : !take_coordinates (cli, location, error))
    return NULL;
  if (options->radius != NULL)
    {
      char *end;

      location->radius_m = g_ascii_strtod (options->radius, &end);
      if (end == options->radius || *end != '\0' || !isfinite (location->radius_m))
        {
          g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "--radius “%s” is no number of metres", options->radius);
          return NULL;
        }
    }
  if (options->area != NULL)
    {
      g_free (location->area);
      location->area = g_ascii_strup (options->area, -1);
    }
  return g_steal_pointer (&location);
}

static gboolean
run (SutraCli *cli, SutraCase *the_case, const SutraId *entity, const Options *options, GError **error)
{
  g_autoptr (SutraLocation) location = NULL;

  if (options->clear)
    return sutra_case_clear_location (the_case, entity, error);
  location = make_location (cli, options, error);
  return location != NULL && sutra_case_set_location (the_case, entity, location, error);
}

SutraCliStatus
sutra_cli_locate (SutraCli *cli)
{
  Options found = { 0 };
  const SutraCliOption options[] = {
    { "--radius", NULL, SUTRA_CLI_VALUE, &found.radius }, { "--area", NULL, SUTRA_CLI_VALUE, &found.area },
    { "--keep", NULL, SUTRA_CLI_FLAG, &found.keep },      { "--reject", NULL, SUTRA_CLI_FLAG, &found.reject },
    { "--clear", NULL, SUTRA_CLI_FLAG, &found.clear },    { NULL },
  };
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GHashTable) only = g_hash_table_new (sutra_id_hash, sutra_id_equal);
  g_autoptr (GError) error = NULL;
  SutraId id;

  if (!sutra_cli_parse (cli, options, 2, 4))
    return SUTRA_CLI_USAGE;
  if (found.clear && (cli->arguments->len > 2 || found.keep || found.reject || found.radius != NULL || found.area != NULL))
    return sutra_cli_usage (cli, "--clear takes neither a place nor another option");
  if (!found.clear && cli->arguments->len == 2)
    return sutra_cli_usage (cli, "a place is needed: LAT LON, coordinates or the id of a candidate; or --clear");
  if (found.keep && found.reject)
    return sutra_cli_usage (cli, "--keep and --reject exclude each other");
  for (guint i = 2; i < cli->arguments->len; i++)
    {
      if (!g_utf8_validate (sutra_cli_argument (cli, i), -1, NULL))
        return sutra_cli_usage (cli, "the place is not UTF-8");
    }

  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), FALSE);
  if (the_case == NULL || !sutra_cli_resolve (cli, the_case, sutra_cli_argument (cli, 1), 1 << SUTRA_TABLE_ENTITY, &id, NULL))
    return cli->status;
  g_hash_table_add (only, &id);
  if (run (cli, the_case, &id, &found, &error))
    sutra_cli_print_entities (cli, the_case, only);
  else
    sutra_cli_fail (cli, &error);
  return cli->status;
}
