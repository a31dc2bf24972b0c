/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-geojson.h"

#include <string.h>

#include "sutra-error.h"
#include "sutra-geojson-private.h"
#include "sutra-geojson-scan.h"
#include "sutra-utf8.h"

/* What is not in the features: name, box and the like. */
#define MAX_SHELL (1 << 20)
#define MAX_BYTES ((gsize) 64 << 20)
#define ROWS_BETWEEN_LOOKS 256

/* ---- The report ---- */

static void
message_free (gpointer data)
{
  SutraGeojsonMessage *message = data;

  g_free (message->what);
  g_free (message);
}

SutraGeojsonReport *
sutra_geojson_report_new (void)
{
  SutraGeojsonReport *self = g_new0 (SutraGeojsonReport, 1);

  self->entities = g_array_new (FALSE, FALSE, sizeof (SutraId));
  self->messages = g_ptr_array_new_with_free_func (message_free);
  return self;
}

void
sutra_geojson_report_free (SutraGeojsonReport *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->entities);
  g_ptr_array_unref (self->messages);
  g_free (self);
}

static void
add_message (SutraGeojsonReport *self, guint feature, gboolean refused, const char *what)
{
  SutraGeojsonMessage *message;

  self->n_refused += refused ? 1 : 0;
  if (self->messages->len >= SUTRA_GEOJSON_MAX_MESSAGES)
    return;
  message = g_new0 (SutraGeojsonMessage, 1);
  message->feature = feature;
  message->refused = refused;
  message->what = g_strdup (what);
  g_ptr_array_add (self->messages, message);
}

/* ---- The file ---- */

static void G_GNUC_PRINTF (4, 5) refuse (GError **error, int code, const char *name, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, SUTRA_ERROR, code, "%s%s%s", name != NULL ? name : "", name != NULL ? ": " : "", what);
}

/* The member "crs" of older files: only longitude and latitude on WGS 84 is GeoJSON now. */
static gboolean
check_system (JsonObject *object, const char *name, GError **error)
{
  JsonNode *node = json_object_get_member (object, "crs");
  g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || strstr (text, "CRS84") != NULL || strstr (text, "4326") != NULL)
    return TRUE;
  refuse (error, SUTRA_ERROR_UNSUPPORTED, name,
          "its coordinates are of another system (\"crs\"): convert them to longitude and latitude on WGS 84");
  return FALSE;
}

static const char *
type_of (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "type");

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                                                          : "";
}

/* *@single: the file is one feature. */
static gboolean
check_shell (const char *shell, gsize n_bytes, gboolean has_features, gboolean *single, const char *name, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (JsonNode) root = NULL;
  const char *type;

  if (n_bytes > (has_features ? MAX_SHELL : SUTRA_GEOJSON_MAX_FEATURE_BYTES))
    {
      refuse (error, has_features ? SUTRA_ERROR_TOO_LARGE : SUTRA_ERROR_PARSE, name,
              has_features ? "what is not in its features is larger than 1 MiB" : "this is no GeoJSON: it has no list \"features\"");
      return FALSE;
    }
  root = sutra_json_parse (shell, n_bytes, SUTRA_GEOJSON_MAX_LEVELS, &reason);
  if (root == NULL)
    {
      refuse (error, reason->code, name, "%s", reason->message);
      return FALSE;
    }
  type = JSON_NODE_HOLDS_OBJECT (root) ? type_of (json_node_get_object (root)) : "";
  *single = !has_features && strcmp (type, "Feature") == 0;
  if (!*single && (!has_features || strcmp (type, "FeatureCollection") != 0))
    {
      refuse (error, SUTRA_ERROR_PARSE, name,
              "this is no GeoJSON of places: its \"type\" must be \"FeatureCollection\", with a list \"features\"");
      return FALSE;
    }
  return check_system (json_node_get_object (root), name, error);
}

/* The features' places in the text. */
static gboolean
find_features (const char *json, gsize n_bytes, const char *name, GArray *spans, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *shell = NULL;
  gboolean single = FALSE;
  guint n_lists;

  if (!sutra_json_check (json, n_bytes, SUTRA_GEOJSON_MAX_LEVELS, &reason))
    {
      refuse (error, reason->code, name, "%s", reason->message);
      return FALSE;
    }
  if (!sutra_geojson_scan (json, n_bytes, SUTRA_GEOJSON_MAX_FEATURES, spans, &shell, &n_lists) && n_lists > 0)
    {
      if (n_lists > 1)
        refuse (error, SUTRA_ERROR_PARSE, name, "it has two lists \"features\"");
      else
        refuse (error, SUTRA_ERROR_TOO_LARGE, name, "it has more than %d features: take it apart", SUTRA_GEOJSON_MAX_FEATURES);
      return FALSE;
    }
  if (!check_shell (n_lists > 0 ? shell : json, n_lists > 0 ? strlen (shell) : n_bytes, n_lists > 0, &single, name, error))
    return FALSE;
  if (single)
    {
      const SutraGeojsonSpan whole = { 0, n_bytes };

      g_array_set_size (spans, 0);
      g_array_append_val (spans, whole);
    }
  return TRUE;
}

/* NULL: refused, and said so. */
static SutraEntityDraft *
read_one (const char *json, const SutraGeojsonSpan *span, guint number, SutraGeojsonReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *note = NULL;
  SutraEntityDraft *draft = NULL;

  if (span->end - span->start > SUTRA_GEOJSON_MAX_FEATURE_BYTES)
    {
      add_message (report, number, TRUE, "it is larger than 8 MiB: give it a point");
      return NULL;
    }
  node = sutra_json_parse (json + span->start, span->end - span->start, SUTRA_GEOJSON_MAX_LEVELS, &error);
  if (node != NULL)
    draft = sutra_geojson_read_feature (node, &note, &error);
  if (draft == NULL)
    add_message (report, number, TRUE, error->message);
  else if (note != NULL)
    add_message (report, number, FALSE, note);
  return draft;
}

GPtrArray *
sutra_geojson_read (GBytes *bytes,
                    const char *name,
                    SutraGeojsonReport *report,
                    GArray **numbers,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_entity_draft_free);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (SutraGeojsonSpan));
  gsize n_bytes;
  const char *json = g_bytes_get_data (bytes, &n_bytes);

  *numbers = NULL;
  if (n_bytes == 0 || n_bytes > MAX_BYTES)
    {
      refuse (error, n_bytes == 0 ? SUTRA_ERROR_EMPTY : SUTRA_ERROR_TOO_LARGE, name,
              n_bytes == 0 ? "the file is empty" : "it is larger than 64 MiB: take it apart");
      return NULL;
    }
  /* Some programs write one. */
  if (n_bytes >= 3 && memcmp (json, "\xef\xbb\xbf", 3) == 0)
    {
      json += 3;
      n_bytes -= 3;
    }
  if (!find_features (json, n_bytes, name, spans, error))
    return NULL;
  *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < spans->len; i++)
    {
      guint number = i + 1;
      SutraEntityDraft *draft;

      if (i % ROWS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          g_clear_pointer (numbers, g_array_unref);
          return NULL;
        }
      draft = read_one (json, &g_array_index (spans, SutraGeojsonSpan, i), number, report);
      if (draft == NULL)
        continue;
      g_ptr_array_add (drafts, draft);
      g_array_append_val (*numbers, number);
    }
  return g_steal_pointer (&drafts);
}

/* ---- Storing ---- */

static void
take_result (SutraGeojsonReport *report, GHashTable *known, guint number, const SutraEntityDraft *draft, const SutraEntityResult *result)
{
  switch (result->outcome)
    {
    case SUTRA_ENTITY_ADDED:
      report->n_added++;
      break;
    case SUTRA_ENTITY_LOCATED:
      report->n_located++;
      break;
    case SUTRA_ENTITY_KEPT:
      report->n_kept++;
      if (draft->location->role == SUTRA_LOCATION_CHOSEN)
        add_message (report, number, FALSE, "its entity has another location already: this one was kept as a possible one");
      break;
    case SUTRA_ENTITY_SAME:
      report->n_same++;
      break;
    case SUTRA_ENTITY_REFUSED:
    default:
      add_message (report, number, TRUE, result->error != NULL ? result->error->message : "it cannot be taken");
      return;
    }
  if (g_hash_table_add (known, g_memdup2 (&result->entity, sizeof result->entity)))
    g_array_append_val (report->entities, result->entity);
}

static int
compare_messages (gconstpointer a, gconstpointer b)
{
  const SutraGeojsonMessage *x = *(SutraGeojsonMessage *const *) a;
  const SutraGeojsonMessage *y = *(SutraGeojsonMessage *const *) b;

  return x->feature < y->feature ? -1 : x->feature > y->feature;
}

gboolean
sutra_geojson_import (SutraStore *store,
                      GBytes *bytes,
                      const char *name,
                      gint64 *step,
                      SutraGeojsonReport *report,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, NULL);
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autofree SutraEntityResult *results = NULL;
  gboolean done;

  g_return_val_if_fail (store != NULL && report != NULL, FALSE);

  drafts = sutra_geojson_read (bytes, name, report, &numbers, cancellable, error);
  if (drafts == NULL)
    return FALSE;
  results = g_new0 (SutraEntityResult, drafts->len + 1);
  done = sutra_case_store_entities (store, (SutraEntityDraft *const *) drafts->pdata, drafts->len, name, step, results, cancellable, error);
  for (guint i = 0; i < report->entities->len; i++)
    g_hash_table_add (known, g_memdup2 (&g_array_index (report->entities, SutraId, i), sizeof (SutraId)));
  for (guint i = 0; i < drafts->len; i++)
    {
      if (done)
        take_result (report, known, g_array_index (numbers, guint, i), drafts->pdata[i], &results[i]);
      sutra_entity_result_clear (&results[i]);
    }
  g_ptr_array_sort (report->messages, compare_messages);
  return done;
}
