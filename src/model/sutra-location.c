/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-location.h"
#include "sutra-case-private.h"
#include "sutra-check.h"
#include "sutra-location-private.h"

#include <math.h>

/* As the entity's own field. */
#define MAX_RADIUS_M 20037509.0
#define MAX_AREA 1000
#define MAX_PLACE 200
/* A tagset made by hand may go round in a circle. */
#define MAX_DEPTH 32

/* Another row of the entity is of the same place: it has the same id in the gazetteer or, if there is none, lies at the same point. For ?1 entity, ?2 place, ?3 latitude, ?4 longitude. */
#define SAME_PLACE                                                                                                                         \
  "entity = ?1 AND ((?2 IS NOT NULL AND place = ?2) OR (?2 IS NULL AND place IS NULL AND latitude = ?3 AND longitude = ?4))"

static const char *const source_names[] = {
  [SUTRA_LOCATION_FROM_GAZETTEER] = "gazetteer",
  [SUTRA_LOCATION_FROM_MAP] = "map",
  [SUTRA_LOCATION_FROM_TYPING] = "typed",
  [SUTRA_LOCATION_FROM_IMPORT] = "import",
};

const char *
sutra_location_source_to_string (SutraLocationSource source)
{
  g_return_val_if_fail ((guint) source < G_N_ELEMENTS (source_names), NULL);

  return source_names[source];
}

int
sutra_location_source_from_string (const char *string)
{
  for (guint i = 0; i < G_N_ELEMENTS (source_names); i++)
    {
      if (g_strcmp0 (source_names[i], string) == 0)
        return (int) i;
    }
  return -1;
}

void
sutra_location_free (SutraLocation *self)
{
  if (self == NULL)
    return;

  g_free (self->area);
  g_free (self->place);
  g_free (self);
}

/* ---- Checks ---- */

static gboolean
is_plain (const char *text, gsize max)
{
  return *text != '\0' && strlen (text) <= max && g_utf8_validate (text, -1, NULL);
}

gboolean
sutra_location_check (const SutraLocation *self, GError **error)
{
  const SutraPoint *p = &self->point;

  if ((guint) self->role > SUTRA_LOCATION_REJECTED || (guint) self->source >= G_N_ELEMENTS (source_names))
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "The role or the source of the location is unknown.");
  if (!sutra_point_is_valid (p))
    {
      gboolean swapped = isfinite (p->latitude) && fabs (p->latitude) <= 180 && fabs (p->longitude) <= 90;

      return sutra_case_fail (error, SUTRA_ERROR_INVALID,
                              "%g, %g is not on the Earth: the latitude goes from -90 to 90, the longitude from -180 to 180.%s",
                              p->latitude, p->longitude, swapped ? " They may be swapped." : "");
    }
  if (!isnan (self->radius_m) && (self->radius_m < 0 || self->radius_m > MAX_RADIUS_M))
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "The radius %g is not allowed: give 0 to %.0f metres.", self->radius_m,
                            MAX_RADIUS_M);
  if (self->area != NULL && (!is_plain (self->area, MAX_AREA) || !sutra_check_is_area (self->area)))
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "The area “%s” is no list of country codes: give for example “AF PK”.", self->area);
  if (self->place != NULL && !is_plain (self->place, MAX_PLACE))
    return sutra_case_fail (error, SUTRA_ERROR_INVALID, "The id of the place in the gazetteer is empty, too long or not valid UTF-8.");
  return TRUE;
}

/* ---- Rows ---- */

static SutraLocation *
read_row (SutraStatement *row)
{
  SutraLocation *self = g_new0 (SutraLocation, 1);
  gint64 role = sutra_statement_get_int (row, 1);
  int source = sutra_location_source_from_string (sutra_statement_get_text (row, 7));

  self->id = sutra_statement_get_id (row, 0);
  self->role = role >= 0 && role <= SUTRA_LOCATION_REJECTED ? (SutraLocationRole) role : SUTRA_LOCATION_REJECTED;
  self->point.latitude = sutra_statement_get_double (row, 2);
  self->point.longitude = sutra_statement_get_double (row, 3);
  self->radius_m = sutra_statement_get_double (row, 4);
  self->area = sutra_statement_dup_text (row, 5);
  self->place = sutra_statement_dup_text (row, 6);
  self->source = source >= 0 ? (SutraLocationSource) source : SUTRA_LOCATION_FROM_TYPING;
  return self;
}

/* The entity's own coordinates, as a chosen location of its own if @chosen (transfer full) (nullable) is none. */
static SutraLocation *
take_fields (SutraStatement *entity, SutraLocation *chosen)
{
  const SutraPoint point = { sutra_statement_get_double (entity, 0), sutra_statement_get_double (entity, 1) };

  if (!sutra_point_is_valid (&point))
    {
      sutra_location_free (chosen);
      return NULL;
    }
  if (chosen == NULL)
    {
      chosen = g_new0 (SutraLocation, 1);
      chosen->source = SUTRA_LOCATION_FROM_TYPING;
    }
  chosen->point = point;
  chosen->radius_m = sutra_statement_get_double (entity, 2);
  return chosen;
}

GPtrArray *
sutra_location_list (SutraStore *store, const SutraId *entity, GError **error)
{
  g_autoptr (GPtrArray) locations = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_location_free);
  g_autoptr (GError) failed = NULL;
  g_autoptr (SutraStatement) fields =
      sutra_statement_new (store, error, "SELECT latitude, longitude, radius_m FROM entity WHERE id = ?", "i", entity);
  g_autoptr (SutraStatement) rows = NULL;
  SutraLocation *chosen = NULL;

  if (fields == NULL)
    return NULL;
  if (!sutra_statement_next (fields, &failed))
    {
      if (failed == NULL)
        sutra_case_fail_not_found (SUTRA_TABLE_ENTITY, entity, &failed);
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  rows = sutra_statement_new (store, error,
                              "SELECT id, role, latitude, longitude, radius_m, area, place, source FROM location WHERE entity = ?"
                              " ORDER BY role, id",
                              "i", entity);
  while (rows != NULL && sutra_statement_next (rows, &failed))
    {
      g_autoptr (SutraLocation) location = read_row (rows);

      /* A damaged file: sutra_check_run() says so. */
      if (location->role == SUTRA_LOCATION_CHOSEN && chosen == NULL)
        chosen = g_steal_pointer (&location);
      else if (location->role != SUTRA_LOCATION_CHOSEN && sutra_point_is_valid (&location->point))
        g_ptr_array_add (locations, g_steal_pointer (&location));
    }
  chosen = take_fields (fields, chosen);
  if (chosen != NULL)
    g_ptr_array_insert (locations, 0, chosen);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (rows != NULL)
    return g_steal_pointer (&locations);
  return NULL;
}

static gboolean
insert_row (SutraStore *store, const SutraId *entity, const SutraLocation *location, GError **error)
{
  g_autofree char *created = sutra_clock_format (sutra_store_now (store));
  SutraId id = sutra_id_new ();

  return sutra_store_run (store, error,
                          "INSERT INTO location (id, entity, role, latitude, longitude, radius_m, area, place, source, created)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          "iildddssss", &id, entity, (gint64) location->role, location->point.latitude, location->point.longitude,
                          location->radius_m, location->area, location->place, source_names[location->source], created);
}

/* The row of that place and role, or the one that was chosen, gets the other values of @location; TRUE with *@found FALSE if there is none. */
static gboolean
update_row (SutraStore *store, const SutraId *entity, const SutraLocation *location, gboolean *found, GError **error)
{
  static const char chosen[] = "UPDATE location SET place = ?2, latitude = ?3, longitude = ?4, radius_m = ?5, area = ?6, source = ?7"
                               " WHERE entity = ?1 AND role = ?8";
  static const char other[] = "UPDATE location SET latitude = ?3, longitude = ?4, radius_m = ?5, area = ?6, source = ?7"
                              " WHERE " SAME_PLACE " AND role = ?8";

  if (!sutra_store_run (store, error, location->role == SUTRA_LOCATION_CHOSEN ? chosen : other, "isdddssl", entity, location->place,
                        location->point.latitude, location->point.longitude, location->radius_m, location->area,
                        source_names[location->source], (gint64) location->role))
    return FALSE;
  *found = sutra_store_get_changed (store) > 0;
  return TRUE;
}

gboolean
sutra_location_clear (SutraStore *store, const SutraId *entity, GError **error)
{
  return sutra_store_run (store, error, "DELETE FROM location WHERE entity = ? AND role = 0", "i", entity) &&
         sutra_store_run (store, error,
                          "UPDATE entity SET latitude = NULL, longitude = NULL, radius_m = NULL WHERE id = ?1 AND latitude IS NOT NULL",
                          "i", entity);
}

/* Whether @location is of the place that was chosen for @entity. */
static gboolean
is_chosen (SutraStore *store, const SutraId *entity, const SutraLocation *location)
{
  return sutra_store_get_int (store, 0, "SELECT 1 FROM location WHERE role = 0 AND " SAME_PLACE, "isdd", entity, location->place,
                              location->point.latitude, location->point.longitude) == 1 ||
         (location->place == NULL && sutra_store_get_int (store, 0,
                                                          "SELECT 1 FROM entity WHERE id = ?1 AND latitude = ?2 AND longitude = ?3"
                                                          " AND NOT EXISTS (SELECT 1 FROM location WHERE entity = ?1 AND role = 0)",
                                                          "idd", entity, location->point.latitude, location->point.longitude) == 1);
}

gboolean
sutra_location_write (SutraStore *store, const SutraId *entity, const SutraLocation *location, GError **error)
{
  gboolean found = FALSE;

  if (location->role != SUTRA_LOCATION_CHOSEN && is_chosen (store, entity, location) && !sutra_location_clear (store, entity, error))
    return FALSE;
  /* A row that changes its role becomes another one: rows are listed in the order in which they came. */
  if (!sutra_store_run (store, error, "DELETE FROM location WHERE " SAME_PLACE " AND role > 0 AND role <> ?5", "isddl", entity,
                        location->place, location->point.latitude, location->point.longitude, (gint64) location->role) ||
      !update_row (store, entity, location, &found, error) || (!found && !insert_row (store, entity, location, error)))
    return FALSE;
  return location->role != SUTRA_LOCATION_CHOSEN ||
         sutra_store_run (store, error, "UPDATE entity SET latitude = ?, longitude = ?, radius_m = ? WHERE id = ?", "dddi",
                          location->point.latitude, location->point.longitude, location->radius_m, entity);
}

gboolean
sutra_location_follow_fields (SutraStore *store, const SutraId *entity, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM location WHERE entity = ?1 AND role = 0 AND (SELECT latitude FROM entity WHERE id = ?1) IS NULL",
    "UPDATE location SET source = 'typed', place = NULL, area = NULL WHERE entity = ?1 AND role = 0"
    " AND (latitude, longitude) IS NOT (SELECT latitude, longitude FROM entity WHERE id = ?1)",
    "UPDATE location SET (latitude, longitude, radius_m) = (SELECT latitude, longitude, radius_m FROM entity WHERE id = ?1)"
    " WHERE entity = ?1 AND role = 0",
    "DELETE FROM location WHERE entity = ?1 AND role > 0 AND place IS NULL"
    " AND (latitude, longitude) = (SELECT latitude, longitude FROM entity WHERE id = ?1)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      if (!sutra_store_run (store, error, statements[i], "i", entity))
        return FALSE;
    }
  return TRUE;
}

gboolean
sutra_location_merge (SutraStore *store, const SutraId *into, const SutraId *other, GError **error)
{
  g_autoptr (GPtrArray) moving = sutra_location_list (store, other, error);
  gboolean located = sutra_store_get_int (store, 0, "SELECT 1 FROM entity WHERE id = ? AND latitude IS NOT NULL AND longitude IS NOT NULL",
                                          "i", into) == 1;

  if (moving == NULL || !sutra_store_run (store, error, "DELETE FROM location WHERE entity = ?", "i", other))
    return FALSE;
  for (guint i = 0; i < moving->len; i++)
    {
      SutraLocation *location = g_ptr_array_index (moving, i);
      gboolean known = is_chosen (store, into, location) ||
                       sutra_store_get_int (store, 0, "SELECT 1 FROM location WHERE " SAME_PLACE, "isdd", into, location->place,
                                            location->point.latitude, location->point.longitude) == 1;

      if (location->role == SUTRA_LOCATION_CHOSEN && located)
        location->role = SUTRA_LOCATION_CANDIDATE;
      /* What @into has itself is what counts. */
      if ((location->role == SUTRA_LOCATION_CHOSEN || !known) && !sutra_location_write (store, into, location, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- Edits ---- */

GPtrArray *
sutra_case_list_locations (SutraCase *self, const SutraId *entity, GError **error)
{
  SutraStore *store;

  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);
  g_return_val_if_fail (entity != NULL, NULL);

  store = sutra_case_get_store (self);
  if (store == NULL)
    {
      sutra_case_fail_closed (error);
      return NULL;
    }
  return sutra_location_list (store, entity, error);
}

static SutraEditKind
kind_for_role (SutraLocationRole role)
{
  switch (role)
    {
    case SUTRA_LOCATION_CANDIDATE:
      return SUTRA_EDIT_KEEP_LOCATION;
    case SUTRA_LOCATION_REJECTED:
      return SUTRA_EDIT_REJECT_LOCATION;
    case SUTRA_LOCATION_CHOSEN:
    default:
      return SUTRA_EDIT_SET_LOCATION;
    }
}

gboolean
sutra_case_set_locations (SutraCase *self, const SutraId *entities, const SutraLocation *const *locations, gsize n, GError **error)
{
  g_autofree char *label = NULL;
  gboolean ok = TRUE;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail ((entities != NULL && locations != NULL) || n == 0, FALSE);

  for (gsize i = 0; i < n; i++)
    {
      if (!sutra_location_check (locations[i], error))
        return FALSE;
    }
  if (n == 0)
    return TRUE;
  if (!sutra_case_begin (self, error))
    return FALSE;

  label = sutra_case_dup_column (self, "SELECT label FROM entity WHERE id = ?", &entities[0]);
  for (gsize i = 0; i < n && ok; i++)
    ok = sutra_case_require (self, SUTRA_TABLE_ENTITY, &entities[i], error) &&
         sutra_location_write (self->store, &entities[i], locations[i], error);
  return sutra_case_end (self, ok, kind_for_role (locations[0]->role), label, (guint) n, error);
}

gboolean
sutra_case_set_location (SutraCase *self, const SutraId *entity, const SutraLocation *location, GError **error)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (entity != NULL, FALSE);
  g_return_val_if_fail (location != NULL, FALSE);

  return sutra_case_set_locations (self, entity, &location, 1, error);
}

gboolean
sutra_case_clear_location (SutraCase *self, const SutraId *entity, GError **error)
{
  g_autofree char *label = NULL;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (entity != NULL, FALSE);

  if (!sutra_case_begin (self, error))
    return FALSE;
  label = sutra_case_dup_column (self, "SELECT label FROM entity WHERE id = ?", entity);
  ok =
      (label != NULL || sutra_case_fail_not_found (SUTRA_TABLE_ENTITY, entity, error)) && sutra_location_clear (self->store, entity, error);
  return sutra_case_end (self, ok, SUTRA_EDIT_CLEAR_LOCATION, label, 1, error);
}

gboolean
sutra_case_forget_location (SutraCase *self, const SutraId *location, GError **error)
{
  g_autofree char *label = NULL;
  gint64 role;
  gboolean ok;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (location != NULL, FALSE);

  if (!sutra_case_begin (self, error))
    return FALSE;
  label =
      sutra_case_dup_column (self, "SELECT label FROM entity JOIN location ON location.entity = entity.id WHERE location.id = ?", location);
  role = sutra_store_get_int (self->store, -1, "SELECT role FROM location WHERE id = ?", "i", location);
  ok = role >= 0 || sutra_case_fail_not_found (SUTRA_TABLE_LOCATION, location, error);
  if (ok && role == SUTRA_LOCATION_CHOSEN)
    {
      SutraId entity = sutra_case_id_column (self, "SELECT entity FROM location WHERE id = ?", location);

      ok = sutra_location_clear (self->store, &entity, error);
    }
  else if (ok)
    ok = sutra_store_run (self->store, error, "DELETE FROM location WHERE id = ?", "i", location);
  return sutra_case_end (self, ok, SUTRA_EDIT_FORGET_LOCATION, label, 1, error);
}

/* ---- Types ---- */

gboolean
sutra_location_is_place_slug (const char *slug)
{
  return g_strcmp0 (slug, "place") == 0 || g_strcmp0 (slug, "facility") == 0;
}

gboolean
sutra_case_is_place_type (SutraCase *self, const SutraId *type)
{
  SutraTagset *tagset;
  SutraEntityType *at;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);
  g_return_val_if_fail (type != NULL, FALSE);

  tagset = sutra_case_get_tagset (self);
  at = sutra_tagset_get (tagset, type);
  for (guint depth = 0; at != NULL && depth < MAX_DEPTH; depth++)
    {
      if (sutra_location_is_place_slug (sutra_entity_type_get_slug (at)))
        return TRUE;
      at = sutra_tagset_get (tagset, sutra_entity_type_get_parent (at));
    }
  return FALSE;
}
