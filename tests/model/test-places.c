/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-validator.h"
#include "model-fixture.h"
#include "sutra-collate.h"
#include "sutra-place-list.h"

#include <math.h>
#include <time.h>

static const char *const labels[] = { "ঢাকা", "কাজাখস্তান", "আস্তানা 🛰", "ক্ষেত্রপুর", "ষোলঘর", "Otar", "১২ নং", "১০০ নং" };

static guint
pick (guint n)
{
  return n > 0 ? (guint) g_test_rand_int_range (0, (gint32) n) : 0;
}

static gboolean
busy (gpointer list)
{
  return sutra_place_list_get_loading (list);
}

static SutraLocation
at (SutraLocationRole role, double latitude, double longitude)
{
  return (SutraLocation){ .role = role, .point = { latitude, longitude }, .radius_m = NAN, .source = SUTRA_LOCATION_FROM_MAP };
}

static void
set (ModelFixture *f, const SutraId *entity, SutraLocationRole role, double latitude, double longitude)
{
  SutraLocation location = at (role, latitude, longitude);

  sutra_case_set_location (f->the_case, entity, &location, &f->error);
  g_assert_no_error (f->error);
}

/* A mention of the n-th @needle. */
static SutraId
mark (ModelFixture *f, const char *needle, guint n, const SutraId *type, const SutraId *entity)
{
  guint start, end;

  model_find (f->article, needle, n, &start, &end);
  return model_add_mention (f->the_case, &f->article_id, start, end, type, entity);
}

static void
print_item (GString *text, const SutraPlaceItem *item)
{
  g_string_append_printf (text, "%s", item->label);
  if (item->role == SUTRA_LOCATION_CANDIDATE)
    g_string_append (text, "?");
  if (!isnan (item->point.latitude))
    g_string_append_printf (text, " %g,%g", item->point.latitude, item->point.longitude);
  if (!isnan (item->radius_m))
    g_string_append_printf (text, " r%g", item->radius_m);
  if (item->area != NULL)
    g_string_append_printf (text, " [%s]", item->area);
  g_string_append_printf (text, " x%u t%u", item->count, item->type);
  for (guint i = 12; i < 16; i++)
    g_string_append_printf (text, "%s%02X", i == 12 ? " " : "", item->entity.bytes[i]);
  for (guint i = 12; i < 16; i++)
    g_string_append_printf (text, "%s%02X", i == 12 ? " " : "", item->mention.bytes[i]);
  g_string_append_c (text, '\n');
}

static char *
print_located (SutraPlaceList *list)
{
  GString *text = g_string_new (NULL);
  guint n;
  const SutraPlaceItem *items = sutra_place_list_get_items (list, &n);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SutraPlaceRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);
      SutraMapPoint expected;

      sutra_projection_forward (&items[i].point, &expected);
      g_assert_cmpfloat (items[i].at.x, ==, expected.x);
      g_assert_cmpfloat (items[i].at.y, ==, expected.y);
      g_assert_cmpstr (sutra_place_row_get_item (row)->label, ==, items[i].label);
      if (items[i].role == SUTRA_LOCATION_CHOSEN)
        g_assert_cmpuint (sutra_place_list_find (list, &items[i].entity), ==, i);
      print_item (text, &items[i]);
    }
  return g_string_free (text, FALSE);
}

static char *
print_unlocated (SutraPlaceList *list)
{
  GListModel *model = sutra_place_list_get_unlocated (list);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SutraPlaceRow) row = g_list_model_get_item (model, i);

      g_assert_false (sutra_point_is_valid (&sutra_place_row_get_item (row)->point));
      print_item (text, sutra_place_row_get_item (row));
    }
  return g_string_free (text, FALSE);
}

/* ---- The naive list: one row of SQL for each line ---- */

#define FIRST(condition)                                                                                                                   \
  "(SELECT id FROM mention WHERE status = 0 AND " condition " AND %1$s ORDER BY article, start, \"end\" DESC, id LIMIT 1)"

static const char naive_located[] =
    "SELECT e.label, l.lat, l.lon, l.radius, l.area, (SELECT count(*) FROM mention WHERE status = 0 AND entity = e.id AND %1$s),"
    " (SELECT count(*) FROM type AS b, type AS c WHERE c.id = e.type AND (b.position, b.id) < (c.position, c.id)),"
    " e.id, " FIRST (
        "entity = e.id") ", l.role, l.id FROM"
                         " (SELECT 0 AS role, id AS entity, latitude AS lat, longitude AS lon, radius_m AS radius,"
                         "  (SELECT area FROM location WHERE role = 0 AND entity = entity.id) AS area, id FROM entity WHERE latitude IS NOT NULL"
                         "  UNION ALL SELECT 1, entity, latitude, longitude, radius_m, area, id FROM location WHERE role = 1) AS l"
                         " JOIN entity AS e ON e.id = l.entity WHERE %2$s ORDER BY l.role, collate_key (e.label), l.id";

static const char naive_unlocated[] =
    "WITH RECURSIVE places (id) AS (SELECT id FROM type WHERE slug IN ('place', 'facility') UNION SELECT type.id FROM type JOIN places ON"
    " type.parent = places.id) SELECT label, NULL, NULL, NULL, NULL, count, (SELECT count(*) FROM type AS b, type AS c WHERE c.id = "
    "kind AND (b.position, b.id) < (c.position, c.id)), entity, first, 0 FROM (SELECT label, (SELECT count(*) FROM mention"
    " WHERE status = 0 AND entity = e.id AND %1$s) AS count, e.type AS kind, e.id AS entity, " FIRST (
        "entity = e.id") " AS first, e.id AS key FROM entity AS e WHERE latitude IS NULL AND type IN places AND %2$s"
                         " UNION ALL SELECT (SELECT substr (quote, 1, stem_end - start) FROM mention WHERE id = f.first), count, kind, NULL, first, first FROM"
                         " (SELECT count(*) AS count, type AS kind, (SELECT id FROM mention AS o WHERE status = 0 AND entity IS NULL AND o.type = m.type AND"
                         " o.quote_key = m.quote_key AND %1$s ORDER BY article, start, \"end\" DESC, id LIMIT 1) AS first FROM mention AS m WHERE status = 0"
                         " AND entity IS NULL AND type IN places AND %1$s AND %3$s GROUP BY type, quote_key) AS f)"
                         " ORDER BY count DESC, collate_key (label), key";

static char *
run_naive (SutraStore *store, const char *format, const char *scope, const char *entities, const char *forms)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-extra-args"
  g_autofree char *sql = g_strdup_printf (format, scope, entities, forms);
#pragma GCC diagnostic pop
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraStatement) rows = sutra_statement_new (store, &error, sql, "");
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  while (sutra_statement_next (rows, &error))
    {
      g_autofree char *label = sutra_statement_dup_text (rows, 0);
      g_autofree char *area = sutra_statement_dup_text (rows, 4);
      SutraPlaceItem item = {
        .label = label,
        .point = { sutra_statement_get_double (rows, 1), sutra_statement_get_double (rows, 2) },
        .radius_m = sutra_statement_get_double (rows, 3),
        .area = area,
        .count = (guint32) sutra_statement_get_int (rows, 5),
        .type = (guint16) sutra_statement_get_int (rows, 6),
        .entity = sutra_statement_get_id (rows, 7),
        .mention = sutra_statement_get_id (rows, 8),
        .role = (guint8) sutra_statement_get_int (rows, 9),
      };

      print_item (text, &item);
    }
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static char *
hex (const SutraId *id)
{
  GString *text = g_string_new ("x'");

  for (guint i = 0; i < 16; i++)
    g_string_append_printf (text, "%02x", id->bytes[i]);
  g_string_append_c (text, '\'');
  return g_string_free (text, FALSE);
}

static void
assert_naive (SutraPlaceList *list, SutraCase *the_case, SutraArticle *article, const SutraId *selected)
{
  SutraStore *store = sutra_case_get_store (the_case);
  g_autofree char *scope = NULL;
  g_autofree char *entities = NULL;
  g_autofree char *id = NULL;
  g_autofree char *located = NULL;
  g_autofree char *unlocated = NULL;
  g_autofree char *naive = NULL;
  g_autofree char *naive_tray = NULL;
  const char *forms = "1";

  model_wait_while (busy, list);
  switch (sutra_place_list_get_scope (list))
    {
    case SUTRA_PLACE_SCOPE_ARTICLE:
      id = hex (sutra_article_get_id (article));
      scope = g_strdup_printf ("article = %s", id);
      entities = g_strdup_printf ("EXISTS (SELECT 1 FROM mention WHERE status = 0 AND entity = e.id AND article = %s)", id);
      break;
    case SUTRA_PLACE_SCOPE_SELECTION:
      id = hex (selected);
      scope = g_strdup ("1");
      entities = g_strdup_printf ("e.id = %s", id);
      forms = "0";
      break;
    case SUTRA_PLACE_SCOPE_CASE:
    default:
      scope = g_strdup ("1");
      entities = g_strdup ("1");
    }
  located = print_located (list);
  unlocated = print_unlocated (list);
  naive = run_naive (store, naive_located, scope, entities, forms);
  naive_tray = run_naive (store, naive_unlocated, scope, entities, forms);
  g_assert_cmpstr (located, ==, naive);
  g_assert_cmpstr (unlocated, ==, naive_tray);
}

/* ---- By hand ---- */

static void
test_scopes (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraSelection) selection = sutra_selection_new (f->the_case);
  g_autoptr (SutraPlaceList) list = sutra_place_list_new (f->the_case, selection);
  SutraId dhaka = model_add_entity (f->the_case, &f->place, "ঢাকা");
  SutraId kazakhstan = model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  SutraId minister = model_add_entity (f->the_case, &f->person, "মন্ত্রী");
  SutraId elsewhere = model_add_entity (f->the_case, &f->place, "ক্ষেত্রপুর");
  const SutraId none = SUTRA_ID_NULL;
  guint n;

  mark (f, "ঢাকায়", 0, &f->place, &dhaka);
  mark (f, "ঢাকায়", 1, &f->place, &dhaka);
  mark (f, "কাজাখস্তান", 1, &f->place, &kazakhstan);
  mark (f, "মন্ত্রী", 0, &f->person, &minister);
  mark (f, "বাংলাদেশ", 0, &f->place, NULL);
  mark (f, "কাজাখস্তানকে", 0, &f->place, NULL);
  set (f, &dhaka, SUTRA_LOCATION_CHOSEN, 23.7, 90.4);
  set (f, &minister, SUTRA_LOCATION_CHOSEN, 1, 2);
  set (f, &elsewhere, SUTRA_LOCATION_CHOSEN, 3, 4);
  set (f, &kazakhstan, SUTRA_LOCATION_CANDIDATE, 48, 68);
  set (f, &kazakhstan, SUTRA_LOCATION_CANDIDATE, 49, 69);

  g_assert_cmpint (sutra_place_list_get_scope (list), ==, SUTRA_PLACE_SCOPE_ARTICLE);
  model_wait_while (busy, list);
  sutra_place_list_get_items (list, &n);
  g_assert_cmpuint (n, ==, 0);

  sutra_place_list_set_article (list, f->article);
  assert_naive (list, f->the_case, f->article, NULL);
  sutra_place_list_get_items (list, &n);
  g_assert_cmpuint (n, ==, 4);
  /* কাজাখস্তান, বাংলাদেশ and the other কাজাখস্তান that nobody has linked. */
  g_assert_cmpuint (g_list_model_get_n_items (sutra_place_list_get_unlocated (list)), ==, 3);
  g_assert_cmpuint (sutra_place_list_find (list, &elsewhere), ==, G_MAXUINT);
  g_assert_cmpuint (sutra_place_list_find (list, &kazakhstan), ==, G_MAXUINT);
  g_assert_cmpuint (sutra_place_list_find (list, &dhaka), <, 2);

  sutra_place_list_set_scope (list, SUTRA_PLACE_SCOPE_CASE);
  assert_naive (list, f->the_case, f->article, NULL);
  g_assert_cmpuint (sutra_place_list_find (list, &elsewhere), !=, G_MAXUINT);

  sutra_place_list_set_scope (list, SUTRA_PLACE_SCOPE_SELECTION);
  assert_naive (list, f->the_case, f->article, &none);
  sutra_selection_choose_entity (selection, &dhaka);
  assert_naive (list, f->the_case, f->article, &dhaka);
  sutra_place_list_get_items (list, &n);
  g_assert_cmpuint (n, ==, 1);
  sutra_selection_choose_entity (selection, &kazakhstan);
  assert_naive (list, f->the_case, f->article, &kazakhstan);
  sutra_place_list_get_items (list, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (sutra_case_delete (f->the_case, &kazakhstan, 1, NULL));
  assert_naive (list, f->the_case, f->article, &none);
}

static void
count_cb (gpointer object, guint *n)
{
  (*n)++;
}

static void
notify_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

#define SET(f, id, ...) g_assert_true (sutra_case_set (f->the_case, id, (const char *const[]){ __VA_ARGS__, NULL }, &f->error))

/* Edits that have nothing to do with the scope ask for no query; one that changes nothing emits nothing. */
static void
test_unrelated (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraPlaceList) list = sutra_place_list_new (f->the_case, NULL);
  g_autoptr (SutraArticle) second = model_add_article (f->the_case, "দ্বিতীয় 🛰 ঢাকা", NULL);
  SutraId dhaka = model_add_entity (f->the_case, &f->place, "ঢাকা");
  SutraId other = model_add_entity (f->the_case, &f->place, "আস্তানা");
  SutraId mention = mark (f, "ঢাকায়", 0, &f->place, &dhaka);
  SutraId far = model_add_mention (f->the_case, sutra_article_get_id (second), 11, 15, &f->place, &other);
  guint n_loading = 0, n_changed = 0, n;
  const SutraPlaceItem *items;

  sutra_place_list_set_article (list, f->article);
  model_wait_while (busy, list);
  g_signal_connect (list, "notify::loading", G_CALLBACK (notify_cb), &n_loading);
  g_signal_connect (list, "changed", G_CALLBACK (count_cb), &n_changed);

  SET (f, &f->article_id, "notes", "x");
  set (f, &other, SUTRA_LOCATION_CHOSEN, 1, 2);
  SET (f, &other, "label", "নুর-সুলতান");
  SET (f, &far, "status", "rejected");
  g_assert_true (sutra_case_add_alias (f->the_case, &dhaka, "Dhaka", NULL, NULL, NULL));
  g_assert_true (sutra_case_set_attribute (f->the_case, &dhaka, "a", "b", NULL));
  g_assert_true (sutra_case_split_sentence (f->the_case, &f->article_id, 20, NULL));
  g_assert_cmpuint (n_loading, ==, 0);
  g_assert_false (sutra_place_list_get_loading (list));

  set (f, &dhaka, SUTRA_LOCATION_CHOSEN, 23, 90);
  model_wait_while (busy, list);
  g_assert_cmpuint (n_changed, ==, 1);

  /* Asked, but the same: who holds the items may go on. */
  items = sutra_place_list_get_items (list, &n);
  SET (f, &dhaka, "notes", "রাজধানী");
  g_assert_true (sutra_place_list_get_loading (list));
  model_wait_while (busy, list);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_true (items == sutra_place_list_get_items (list, &n));
  g_assert_cmpstr (items[0].label, ==, "ঢাকা");
  SET (f, &mention, "status", "rejected");
  model_wait_while (busy, list);
  g_assert_cmpuint (n_changed, ==, 2);
  assert_naive (list, f->the_case, f->article, NULL);
}

/* One entity that changes is one row that goes and one that comes; rows that somebody holds tell what they told. */
static void
test_smallest (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraPlaceList) list = sutra_place_list_new (f->the_case, NULL);
  g_autoptr (ListValidator) validator = list_validator_new (G_LIST_MODEL (list));
  g_autoptr (SutraPlaceRow) row = NULL;
  SutraId ids[50];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *label = g_strdup_printf ("স্থান %02u", i);

      ids[i] = model_add_entity (f->the_case, &f->place, label);
      set (f, &ids[i], SUTRA_LOCATION_CHOSEN, i, i);
    }
  sutra_place_list_set_scope (list, SUTRA_PLACE_SCOPE_CASE);
  model_wait_while (busy, list);
  list_validator_check (validator);
  list_validator_forget_counts (validator);
  row = g_list_model_get_item (G_LIST_MODEL (list), 20);

  set (f, &ids[20], SUTRA_LOCATION_CHOSEN, -5, 5);
  model_wait_while (busy, list);
  g_assert_cmpuint (validator->n_emissions, ==, 1);
  g_assert_cmpuint (validator->n_removed, ==, 1);
  g_assert_cmpuint (validator->n_added, ==, 1);
  g_assert_cmpfloat (sutra_place_row_get_item (row)->point.latitude, ==, 20);
  list_validator_check (validator);

  g_assert_true (sutra_case_clear_location (f->the_case, &ids[0], NULL));
  g_assert_true (sutra_case_clear_location (f->the_case, &ids[49], NULL));
  model_wait_while (busy, list);
  g_assert_cmpuint (validator->n_emissions, ==, 3);
  g_assert_cmpuint (validator->n_removed, ==, 3);
  list_validator_check (validator);
  g_assert_cmpuint (g_list_model_get_n_items (sutra_place_list_get_unlocated (list)), ==, 2);
}

/* The exporter's view is the list's. */
static void
test_snapshot (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraPlaceList) list = sutra_place_list_new (f->the_case, NULL);
  SutraId dhaka = model_add_entity (f->the_case, &f->place, "ঢাকা");
  SutraId other = model_add_entity (f->the_case, &f->place, "আস্তানা");
  const SutraId gone = sutra_id_new ();
  SutraStore *store = sutra_case_get_store (f->the_case);
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  mark (f, "ঢাকায়", 0, &f->place, &dhaka);
  set (f, &dhaka, SUTRA_LOCATION_CHOSEN, 23, 90);
  set (f, &other, SUTRA_LOCATION_CHOSEN, 51, 71);
  model_add_entity (f->the_case, &f->place, "কোথাও না");
  sutra_place_list_set_article (list, f->article);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SutraPlaceSnapshot) snapshot = sutra_place_snapshot_new (store, i == 0 ? &f->article_id : NULL, NULL, &error);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *expected = NULL;

      g_assert_no_error (error);
      sutra_place_list_set_scope (list, i == 0 ? SUTRA_PLACE_SCOPE_ARTICLE : SUTRA_PLACE_SCOPE_CASE);
      model_wait_while (busy, list);
      expected = print_located (list);
      for (guint j = 0; j < snapshot->items->len; j++)
        print_item (text, &g_array_index (snapshot->items, SutraPlaceItem, j));
      g_assert_cmpstr (text->str, ==, expected);
      g_assert_cmpuint (snapshot->items->len, ==, i + 1);
      g_assert_cmpuint (snapshot->n_unlocated, ==, i);
    }
  g_assert_null (sutra_place_snapshot_new (store, &gone, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (sutra_place_snapshot_new (store, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A file that somebody wrote: coordinates that are none are no location, a circle of types ends. */
static void
test_hostile (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraPlaceList) list = NULL;
  SutraId dhaka = model_add_entity (f->the_case, &f->place, "ঢাকা");
  SutraId other = model_add_entity (f->the_case, &f->person, "আস্তানা");
  SutraStore *store = sutra_case_get_store (f->the_case);

  g_assert_true (sutra_store_begin (store, NULL));
  g_assert_true (sutra_store_run (store, NULL, "UPDATE entity SET latitude = 9e99, longitude = 0 WHERE id = ?", "i", &dhaka));
  g_assert_true (sutra_store_run (store, NULL, "UPDATE entity SET latitude = 5 WHERE id = ?", "i", &other));
  g_assert_true (sutra_store_run (store, NULL, "UPDATE type SET parent = id WHERE slug = 'person'", ""));
  g_assert_true (sutra_store_run (store, NULL,
                                  "INSERT INTO location (id, entity, role, latitude, longitude, source, created)"
                                  " VALUES (randomblob (16), ?, 1, 200, 0, 'x', '')",
                                  "i", &dhaka));
  g_assert_true (sutra_store_commit (store, SUTRA_EDIT_SET_ENTITY, NULL, 1, NULL, NULL));
  list = sutra_place_list_new (f->the_case, NULL);
  sutra_place_list_set_scope (list, SUTRA_PLACE_SCOPE_CASE);
  model_wait_while (busy, list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (sutra_place_list_get_unlocated (list)), ==, 1);
}

/* ---- At random ---- */

static SutraId
pick_row (SutraCase *the_case, const char *sql)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SutraId));
  g_autoptr (SutraStatement) rows = sutra_statement_new (sutra_case_get_store (the_case), NULL, sql, "");

  while (sutra_statement_next (rows, NULL))
    {
      SutraId id = sutra_statement_get_id (rows, 0);

      g_array_append_val (ids, id);
    }
  return ids->len > 0 ? g_array_index (ids, SutraId, pick (ids->len)) : SUTRA_ID_NULL;
}

static void
locate (SutraCase *the_case, const SutraId *entity)
{
  static const char *const places[] = { NULL, NULL, "gn:1", "gn:2", "iso:KZ" };
  guint which = pick (5);
  SutraLocation location = at ((SutraLocationRole) pick (3), pick (4), 10 * pick (3));

  location.place = (char *) places[which];
  location.area = which == 4 ? (char *) "KZ" : NULL;
  location.radius_m = pick (2) == 0 ? NAN : 100;
  sutra_case_set_location (the_case, entity, &location, NULL);
}

static void
edit (ModelFixture *f, SutraCase *the_case)
{
  SutraId entity = pick_row (the_case, "SELECT id FROM entity");
  SutraId mention = pick_row (the_case, "SELECT id FROM mention");
  SutraId article = pick_row (the_case, "SELECT id FROM article");
  SutraId other;
  guint start;

  switch (pick (14))
    {
    case 0:
      sutra_case_add_entity (the_case, pick (3) == 0 ? &f->person : &f->place, labels[pick (G_N_ELEMENTS (labels))], NULL, NULL);
      break;
    case 1:
    case 2:
      start = pick (5);
      {
        SutraMentionSpec spec = { .article = article, .start = start, .end = start + 5, .type = pick (4) == 0 ? f->person : f->place };

        spec.entity = pick (3) == 0 ? SUTRA_ID_NULL : entity;
        spec.status = pick (5) == 0 ? SUTRA_MENTION_REJECTED : SUTRA_MENTION_CONFIRMED;
        sutra_case_add_mentions (the_case, &spec, 1, NULL, NULL);
      }
      break;
    case 3:
      sutra_case_delete (the_case, pick (3) == 0 ? &entity : &mention, 1, NULL);
      break;
    case 4:
      other = pick_row (the_case, "SELECT id FROM entity");
      sutra_case_merge_entities (the_case, &entity, &other, 1, NULL);
      break;
    case 5:
      sutra_case_clear_location (the_case, &entity, NULL);
      break;
    case 6:
      sutra_case_set (the_case, &entity, (const char *const[]){ "latitude", "7", "longitude", pick (2) == 0 ? "70" : "71", NULL }, NULL);
      break;
    case 7:
      sutra_case_set (the_case, &entity, (const char *const[]){ "label", labels[pick (G_N_ELEMENTS (labels))], NULL }, NULL);
      break;
    case 8:
      sutra_case_set (the_case, &entity, (const char *const[]){ "type", pick (2) == 0 ? "facility" : "person", NULL }, NULL);
      break;
    case 9:
      sutra_case_move_type (the_case, &f->place, pick (10), NULL);
      break;
    case 10:
      sutra_case_undo (the_case, NULL, NULL);
      break;
    case 11:
      sutra_case_redo (the_case, NULL, NULL);
      break;
    default:
      locate (the_case, &entity);
    }
}

#ifdef __SANITIZE_ADDRESS__
#define N_EDITS 150
#else
#define N_EDITS 400
#endif

static void
test_random (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraSelection) selection = sutra_selection_new (f->the_case);
  g_autoptr (SutraCase) other = sutra_case_open (f->path, FALSE, NULL);
  g_autoptr (SutraArticle) second = model_add_article (f->the_case, "দ্বিতীয় 🛰 ঢাকা", NULL);
  SutraPlaceList *lists[3];
  ListValidator *validators[6];

  for (guint i = 0; i < 3; i++)
    {
      lists[i] = sutra_place_list_new (f->the_case, selection);
      sutra_place_list_set_scope (lists[i], (SutraPlaceScope) i);
      sutra_place_list_set_article (lists[i], f->article);
      validators[i] = list_validator_new (G_LIST_MODEL (lists[i]));
      validators[i + 3] = list_validator_new (sutra_place_list_get_unlocated (lists[i]));
    }
  for (guint i = 0; i < N_EDITS; i++)
    {
      edit (f, pick (6) == 0 ? other : f->the_case);
      g_assert_true (sutra_case_poll (f->the_case, NULL));
      g_assert_true (sutra_case_poll (other, NULL));
      if (pick (6) == 0)
        {
          SutraId id = pick_row (f->the_case, "SELECT id FROM entity");

          sutra_selection_choose_entity (selection, &id);
        }
      /* Several edits may come before the list has looked. */
      if (pick (3) != 0)
        continue;
      for (guint j = 0; j < 3; j++)
        assert_naive (lists[j], f->the_case, f->article, sutra_selection_get_entity (selection));
      for (guint j = 0; j < 6; j++)
        list_validator_check (validators[j]);
    }
  for (guint i = 0; i < 6; i++)
    list_validator_free (validators[i]);
  for (guint i = 0; i < 3; i++)
    {
      model_wait_while (busy, lists[i]);
      g_assert_finalize_object (lists[i]);
    }
}

/* ---- Many ---- */

#ifdef __SANITIZE_ADDRESS__
#define N_MANY 5000
#else
#define N_MANY 100000
#endif

static void
fill (ModelFixture *f)
{
  SutraStore *store = sutra_case_get_store (f->the_case);
  g_autoptr (GError) error = NULL;

  g_assert_true (sutra_store_begin (store, NULL));
  g_assert_true (
      sutra_store_run (store, &error,
                       "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1)"
                       " INSERT INTO entity (id, type, label, label_key, latitude, longitude, created)"
                       " SELECT randomblob (16), ?2, 'স্থান ' || (i * 7919 % 1000003), 'x', i % 120 - 60.0, i % 359 - 179.5, '' FROM n",
                       "li", (gint64) N_MANY, &f->place));
  g_assert_no_error (error);
  g_assert_true (sutra_store_run (
      store, &error,
      "INSERT INTO mention (id, article, start, \"end\", stem_end, type, entity, quote, quote_key, status, origin, "
      "author, created) SELECT randomblob (16), ?1, 2, 14, 12, type, id, 'কাজাখস্তানের', 'কাজাখস্তান', 0, 0, '', '' FROM entity",
      "i", &f->article_id));
  g_assert_no_error (error);
  g_assert_true (sutra_store_commit (store, SUTRA_EDIT_SET_ENTITY, NULL, 1, NULL, NULL));
}

static double
work_ms (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now), ==, 0);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static void
test_many (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraPlaceList) list = NULL;
  double work;
  gint64 start;
  guint n;

  fill (f);
  list = sutra_place_list_new (f->the_case, NULL);
  sutra_place_list_set_scope (list, SUTRA_PLACE_SCOPE_CASE);
  for (guint i = 0; i < 4; i++)
    {
      SutraId id;

      start = g_get_monotonic_time ();
      work = work_ms ();
      while (busy (list))
        g_main_context_iteration (NULL, TRUE);
      work = work_ms () - work;
      g_test_message ("%u places, %s: %.0f ms in all, of which %.1f ms in the main thread", N_MANY,
                      i == 0   ? "first"
                      : i == 1 ? "one moved"
                      : i == 2 ? "one renamed"
                               : "one gone",
                      (double) (g_get_monotonic_time () - start) / 1e3, work);
      sutra_place_list_get_items (list, &n);
      g_assert_cmpuint (n, ==, i < 3 ? N_MANY : N_MANY - 1);
#ifndef __SANITIZE_ADDRESS__
      g_assert_cmpfloat (work, <, 40);
#endif
      id = sutra_place_list_get_items (list, &n)[n / 2].entity;
      if (i == 0)
        set (f, &id, SUTRA_LOCATION_CHOSEN, 1, 2);
      else if (i == 1)
        SET (f, &id, "label", "ক্ষেত্রপুর 🛰");
      else if (i == 2)
        g_assert_true (sutra_case_clear_location (f->the_case, &id, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/model/places/scopes", test_scopes);
  model_test_add ("/model/places/unrelated", test_unrelated);
  model_test_add ("/model/places/smallest", test_smallest);
  model_test_add ("/model/places/snapshot", test_snapshot);
  model_test_add ("/model/places/hostile", test_hostile);
  model_test_add ("/model/places/random", test_random);
  model_test_add ("/model/places/many", test_many);
  return g_test_run ();
}
