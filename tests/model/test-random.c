/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-validator.h"
#include "model-fixture.h"
#include "sutra-akshara.h"
#include "sutra-article-list.h"
#include "sutra-check.h"
#include "sutra-entity-list.h"
#include "sutra-fold.h"
#include "sutra-location.h"
#include "sutra-mention-list.h"

#include <math.h>

/* Random edits, undos, redos and another program's edits on one case; after each the live objects, the span indexes and the lists must be what the file says. */

#define N_EDITS 3000
#define N_HELD 12

typedef struct
{
  ModelFixture *f;
  SutraCase *other; /* the other program */
  GPtrArray *articles;
  SutraArticleList *article_lists[3];
  SutraMentionList *linked;
  SutraMentionList *unlinked;
  SutraEntityList *entities;
  ListValidator *validators[6];
  SutraId entity;
  char *key;
  GPtrArray *held; /* live mentions */
  guint n_done;
  guint n_refused;
} World;

static const char *const words[] = { "ঢাকা", "কাজাখস্তান", "রাষ্ট্রপতি", "মন্ত্রী", "চুক্তি" };

static guint
pick (guint n)
{
  return n > 0 ? (guint) g_test_rand_int_range (0, (gint32) n) : 0;
}

static SutraId
pick_row (World *w, const char *sql)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SutraId));
  g_autoptr (SutraStatement) rows = sutra_statement_new (sutra_case_get_store (w->f->the_case), NULL, sql, "");

  while (sutra_statement_next (rows, NULL))
    {
      SutraId id = sutra_statement_get_id (rows, 0);

      g_array_append_val (ids, id);
    }
  return ids->len > 0 ? g_array_index (ids, SutraId, pick (ids->len)) : SUTRA_ID_NULL;
}

#define pick_mention(w) pick_row (w, "SELECT id FROM mention")
#define pick_entity(w) pick_row (w, "SELECT id FROM entity")
#define pick_type(w) pick_row (w, "SELECT id FROM type")
#define pick_article(w) pick_row (w, "SELECT id FROM article")

/* Any span, snapped to aksharas most of the time. */
static void
pick_span (World *w, const SutraId *article, guint *start, guint *end)
{
  g_autoptr (SutraArticle) live = sutra_case_get_article (w->f->the_case, article, NULL);
  SutraText *text = live != NULL ? sutra_article_get_text (live, NULL) : NULL;
  guint length = text != NULL ? (guint) sutra_text_get_length (text) : 10;

  *start = pick (length);
  *end = *start + 1 + pick (20);
  if (text != NULL && pick (10) != 0)
    {
      *end = (guint) sutra_akshara_ceil (text, MIN (*end, length));
      *start = (guint) sutra_akshara_floor (text, *start);
    }
}

static gboolean
add_mentions (World *w, SutraCase *the_case, GError **error)
{
  SutraMentionSpec specs[6] = { 0 };
  SutraRange fragment;
  guint n = pick (3) == 0 ? 1 + pick (6) : 1;
  SutraId type = pick_type (w);
  SutraId article = pick_article (w);

  for (guint i = 0; i < n; i++)
    {
      specs[i].article = article;
      specs[i].type = type;
      specs[i].status = pick (6) == 0 ? SUTRA_MENTION_REJECTED : SUTRA_MENTION_CONFIRMED;
      pick_span (w, &article, &specs[i].start, &specs[i].end);
      if (pick (2) == 0)
        specs[i].entity_label = words[pick (G_N_ELEMENTS (words))];
    }
  if (pick (4) == 0)
    {
      pick_span (w, &article, &fragment.start, &fragment.end);
      specs[0].fragments = &fragment;
      specs[0].n_fragments = 1;
    }
  return sutra_case_add_mentions (the_case, specs, n, NULL, error);
}

static gboolean
delete_some (World *w, SutraCase *the_case, GError **error)
{
  SutraId ids[3] = { pick_mention (w), pick_mention (w), pick (8) == 0 ? pick_entity (w) : pick_mention (w) };

  return sutra_case_delete (the_case, ids, 1 + pick (3), error);
}

static gboolean
change_mention (World *w, SutraCase *the_case, GError **error)
{
  SutraId ids[2] = { pick_mention (w), pick_mention (w) };
  SutraId type = pick_type (w);
  SutraId article;
  guint start, end;

  switch (pick (5))
    {
    case 0:
      article = pick_article (w);
      pick_span (w, &article, &start, &end);
      return sutra_case_set_mention_span (the_case, &ids[0], start, end, error);
    case 1:
      return sutra_case_set_mentions_type (the_case, ids, 2, &type, error);
    case 2:
      return sutra_case_link_mentions (the_case, ids, 2, NULL, error);
    case 3:
      return sutra_case_link_mentions_to_label (the_case, ids, 1 + pick (2), words[pick (G_N_ELEMENTS (words))], NULL, error);
    default:
      return sutra_case_set (the_case, &ids[0],
                             (const char *const[]){ "status", pick (2) == 0 ? "confirmed" : "suggested", "note", words[pick (3)], NULL },
                             error);
    }
}

static gboolean
change_location (World *w, SutraCase *the_case, GError **error)
{
  static const char *const places[] = { NULL, "gn:1", "iso:KZ" };
  SutraId entity = pick_entity (w);
  SutraLocation location = {
    .role = (SutraLocationRole) pick (3),
    .point = { pick (3), pick (200) },
    .radius_m = pick (4) == 0 ? 100 : NAN,
    .place = (char *) places[pick (3)],
    .source = (SutraLocationSource) pick (4),
  };

  switch (pick (5))
    {
    case 0:
      return sutra_case_clear_location (the_case, &entity, error);
    case 1:
      return sutra_case_set (the_case, &entity, (const char *const[]){ "latitude", "1", "longitude", pick (2) == 0 ? "2" : "3", NULL },
                             error);
    default:
      return sutra_case_set_location (the_case, &entity, &location, error);
    }
}

static gboolean
change_entity (World *w, SutraCase *the_case, GError **error)
{
  SutraId entity = pick_entity (w);
  SutraId other = pick_entity (w);
  SutraId type = pick_type (w);

  switch (pick (8))
    {
    case 5:
    case 6:
    case 7:
      return change_location (w, the_case, error);
    case 0:
      return sutra_case_merge_entities (the_case, &entity, &other, 1, error);
    case 1:
      return sutra_case_set (the_case, &entity, (const char *const[]){ "label", words[pick (G_N_ELEMENTS (words))], NULL }, error);
    case 2:
      return sutra_case_set (the_case, &entity, (const char *const[]){ "type", pick (2) == 0 ? "place" : "person", NULL }, error);
    case 3:
      return sutra_case_add_alias (the_case, &entity, words[pick (G_N_ELEMENTS (words))], NULL, NULL, error);
    default:
      return sutra_case_add_entity (the_case, &type, words[pick (G_N_ELEMENTS (words))], NULL, error);
    }
}

static gboolean
change_article (World *w, SutraCase *the_case, GError **error)
{
  SutraId id = pick_article (w);
  g_autofree char *text = NULL;
  g_autofree char *date = g_strdup_printf ("20%02u", pick (30));
  g_autoptr (SutraText) words_text = NULL;
  g_autoptr (SutraArticle) article = NULL;
  SutraDraft draft = { 0 };

  switch (pick (5))
    {
    case 0:
      if (sutra_id_equal (&id, &w->f->article_id) && pick (10) != 0)
        return TRUE;
      return sutra_case_delete (the_case, &id, 1, error);
    case 1:
      return sutra_case_set (the_case, &id, (const char *const[]){ "published", pick (4) == 0 ? NULL : date, NULL }, error);
    case 2:
      return sutra_case_set (the_case, &id, (const char *const[]){ "title", words[pick (G_N_ELEMENTS (words))], NULL }, error);
    default:
      text = g_strdup_printf ("%s %u 🛰 %s", words[pick (G_N_ELEMENTS (words))], pick (1000000), MODEL_TEXT);
      words_text = sutra_text_new_from_string (text);
      draft.text = words_text;
      article = sutra_case_add_article (the_case, &draft, NULL, error);
      return article != NULL;
    }
}

static gboolean
change_tagset (World *w, SutraCase *the_case, GError **error)
{
  SutraId type = pick_type (w);
  SutraId other = pick_type (w);
  SutraTypeSpec spec = { .slug = NULL, .name = (char *) "ধরন", .color = (char *) "#123456", .badge = (char *) "ধ" };

  switch (pick (4))
    {
    case 0:
      return sutra_case_delete_type (the_case, &type, pick (3) == 0 ? NULL : &other, error);
    case 1:
      return sutra_case_move_type (the_case, &type, pick (12), error);
    default:
      return sutra_case_add_type (the_case, &spec, NULL, error);
    }
}

static gboolean
edit (World *w, GError **error)
{
  SutraCase *the_case = w->f->the_case;
  guint what = pick (100);

  /* Some by the other program; ours sees them when it looks, or with its next edit. */
  if (pick (12) == 0)
    the_case = w->other;

  if (what < 28)
    return add_mentions (w, the_case, error);
  if (what < 34)
    return delete_some (w, the_case, error);
  if (what < 54)
    return change_mention (w, the_case, error);
  if (what < 64)
    return change_entity (w, the_case, error);
  if (what < 72)
    return change_article (w, the_case, error);
  if (what < 76)
    return change_tagset (w, the_case, error);
  if (what < 90)
    return sutra_case_undo (the_case, NULL, error);
  return sutra_case_redo (the_case, NULL, error);
}

/* ---- What must hold ---- */

static gboolean
print_span (const SutraSpan *span, gpointer data)
{
  GString *string = data;

  for (guint i = 0; i < 16; i++)
    g_string_append_printf (string, "%02X", span->id.bytes[i]);
  for (guint i = 0; i < 16; i++)
    g_string_append_printf (string, "%02X", span->type.bytes[i]);
  if (!sutra_id_is_null (&span->entity))
    for (guint i = 0; i < 16; i++)
      g_string_append_printf (string, "%02X", span->entity.bytes[i]);
  g_string_append_printf (string, " %u %u-%u %u %u\n", span->part, span->start, span->end, span->stem_end, span->status);
  return TRUE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sort_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof (char *), compare_lines);
  return g_strjoinv ("\n", lines);
}

/* The spans of an article straight from the rows. */
static char *
spans_in_file (World *w, const SutraId *article)
{
  GString *string = g_string_new (NULL);
  g_autoptr (SutraStatement) rows = sutra_statement_new (
      sutra_case_get_store (w->f->the_case), NULL,
      "SELECT hex (id) || hex (type) || hex (entity), start, \"end\", stem_end, status, fragments FROM mention WHERE article = ?", "i",
      article);
  g_autofree char *lines = NULL;

  while (sutra_statement_next (rows, NULL))
    {
      const char *ids = sutra_statement_get_text (rows, 0);
      guint status = (guint) sutra_statement_get_int (rows, 4);
      g_auto (GStrv) fragments = g_strsplit (sutra_statement_is_null (rows, 5) ? "" : sutra_statement_get_text (rows, 5), " ", -1);

      g_string_append_printf (string, "%s 0 %u-%u %u %u\n", ids, (guint) sutra_statement_get_int (rows, 1),
                              (guint) sutra_statement_get_int (rows, 2), (guint) sutra_statement_get_int (rows, 3), status);
      for (guint i = 0; fragments[i] != NULL && fragments[i][0] != '\0'; i++)
        g_string_append_printf (string, "%s %u %s %s %u\n", ids, i + 1, fragments[i], strchr (fragments[i], '-') + 1, status);
    }
  lines = sort_lines (string->str);
  g_string_free (string, TRUE);
  return g_steal_pointer (&lines);
}

static void
check_spans (World *w)
{
  for (guint i = 0; i < w->articles->len; i++)
    {
      SutraArticle *article = g_ptr_array_index (w->articles, i);
      g_autoptr (GString) live = g_string_new (NULL);
      g_autofree char *in_index = NULL;
      g_autofree char *in_file = spans_in_file (w, sutra_article_get_id (article));

      sutra_span_index_check (sutra_article_get_spans (article, NULL));
      sutra_span_index_foreach (sutra_article_get_spans (article, NULL), print_span, live);
      in_index = sort_lines (live->str);
      g_assert_cmpstr (in_index, ==, in_file);
    }
}

static void
check_held (World *w)
{
  for (guint i = 0; i < w->held->len; i++)
    {
      SutraMention *mention = g_ptr_array_index (w->held, i);
      g_autoptr (SutraStatement) row =
          sutra_statement_new (sutra_case_get_store (w->f->the_case), NULL,
                               "SELECT start, \"end\", stem_end, quote, note, status, type, entity FROM mention WHERE id = ?", "i",
                               sutra_mention_get_id (mention));
      gboolean there = sutra_statement_next (row, NULL);
      SutraId type, entity;

      g_assert_true (sutra_mention_get_deleted (mention) == !there);
      if (!there)
        continue;
      type = sutra_statement_get_id (row, 6);
      entity = sutra_statement_get_id (row, 7);
      g_assert_cmpuint (sutra_mention_get_start (mention), ==, (guint) sutra_statement_get_int (row, 0));
      g_assert_cmpuint (sutra_mention_get_end (mention), ==, (guint) sutra_statement_get_int (row, 1));
      g_assert_cmpuint (sutra_mention_get_stem_end (mention), ==, (guint) sutra_statement_get_int (row, 2));
      g_assert_cmpstr (sutra_mention_get_quote (mention), ==, sutra_statement_get_text (row, 3));
      g_assert_cmpstr (sutra_mention_get_note (mention), ==, sutra_statement_get_text (row, 4));
      g_assert_cmpint (sutra_mention_get_status (mention), ==, (int) sutra_statement_get_int (row, 5));
      g_assert_true (sutra_id_equal (sutra_mention_get_type_id (mention), &type));
      g_assert_true (sutra_id_equal (sutra_mention_get_entity (mention), &entity));
    }
}

/* Both lists give the same live objects. */
static void
check_same (GListModel *a, GListModel *b)
{
  g_assert_cmpuint (g_list_model_get_n_items (a), ==, g_list_model_get_n_items (b));
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr (GObject) x = g_list_model_get_item (a, i);
      g_autoptr (GObject) y = g_list_model_get_item (b, i);

      g_assert_true (x == y);
      g_assert_false (sutra_live_get_deleted (SUTRA_LIVE (x)));
    }
}

static void
check_lists (World *w)
{
  SutraCase *the_case = w->f->the_case;
  g_autoptr (SutraMentionList) linked = sutra_mention_list_new (the_case, NULL, &w->entity, NULL, NULL);
  g_autoptr (SutraMentionList) unlinked = sutra_mention_list_new (the_case, &w->f->article_id, NULL, &w->f->place, NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SutraArticleList) fresh = sutra_article_list_new (the_case);

      sutra_article_list_set_sort (fresh, (SutraArticleSort) i);
      check_same (G_LIST_MODEL (w->article_lists[i]), G_LIST_MODEL (fresh));
    }
  check_same (G_LIST_MODEL (w->linked), G_LIST_MODEL (linked));
  check_same (G_LIST_MODEL (w->unlinked), G_LIST_MODEL (unlinked));
  for (guint i = 0; i < 5; i++)
    list_validator_check (w->validators[i]);
}

static gboolean
entities_busy (gpointer list)
{
  return sutra_entity_list_get_loading (list);
}

static void
check_entities (World *w)
{
  g_autoptr (SutraEntityList) fresh = sutra_entity_list_new (w->f->the_case);
  guint n;

  model_wait_while (entities_busy, fresh);
  model_wait_while (entities_busy, w->entities);
  n = g_list_model_get_n_items (G_LIST_MODEL (fresh));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (w->entities)), ==, n);
  g_assert_cmpuint (sutra_entity_list_get_n_mentions (w->entities), ==, sutra_entity_list_get_n_mentions (fresh));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SutraEntityRow) x = g_list_model_get_item (G_LIST_MODEL (w->entities), i);
      g_autoptr (SutraEntityRow) y = g_list_model_get_item (G_LIST_MODEL (fresh), i);

      g_assert_cmpint (sutra_entity_row_get_kind (x), ==, sutra_entity_row_get_kind (y));
      g_assert_true (sutra_id_equal (sutra_entity_row_get_type_id (x), sutra_entity_row_get_type_id (y)));
      g_assert_true (sutra_id_equal (sutra_entity_row_get_entity (x), sutra_entity_row_get_entity (y)));
      g_assert_true (sutra_id_equal (sutra_entity_row_get_first_mention (x), sutra_entity_row_get_first_mention (y)));
      g_assert_cmpstr (sutra_entity_row_get_key (x), ==, sutra_entity_row_get_key (y));
      g_assert_cmpstr (sutra_entity_row_get_label (x), ==, sutra_entity_row_get_label (y));
      g_assert_cmpuint (sutra_entity_row_get_count (x), ==, sutra_entity_row_get_count (y));
    }
  list_validator_check (w->validators[5]);
}

/* ---- The world ---- */

static void
world_set_up (World *w, ModelFixture *f)
{
  g_autoptr (GError) error = NULL;

  w->f = f;
  w->other = sutra_case_open (f->path, FALSE, &error);
  g_assert_no_error (error);
  w->articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (w->articles, g_object_ref (f->article));
  g_ptr_array_add (w->articles, model_add_article (f->the_case, "দ্বিতীয় 🛰 " MODEL_TEXT, NULL));
  w->entity = model_add_entity (f->the_case, &f->place, words[0]);
  w->key = sutra_fold_string (words[0], -1);
  w->held = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 3; i++)
    {
      w->article_lists[i] = sutra_article_list_new (f->the_case);
      sutra_article_list_set_sort (w->article_lists[i], (SutraArticleSort) i);
      w->validators[i] = list_validator_new (G_LIST_MODEL (w->article_lists[i]));
    }
  w->linked = sutra_mention_list_new (f->the_case, NULL, &w->entity, NULL, NULL);
  w->unlinked = sutra_mention_list_new (f->the_case, &f->article_id, NULL, &f->place, NULL);
  w->entities = sutra_entity_list_new (f->the_case);
  w->validators[3] = list_validator_new (G_LIST_MODEL (w->linked));
  w->validators[4] = list_validator_new (G_LIST_MODEL (w->unlinked));
  w->validators[5] = list_validator_new (G_LIST_MODEL (w->entities));
}

static void
world_tear_down (World *w)
{
  model_wait_while (entities_busy, w->entities);
  for (guint i = 0; i < 6; i++)
    list_validator_free (w->validators[i]);
  for (guint i = 0; i < 3; i++)
    g_assert_finalize_object (w->article_lists[i]);
  g_assert_finalize_object (w->linked);
  g_assert_finalize_object (w->unlinked);
  g_assert_finalize_object (w->entities);
  g_ptr_array_unref (w->held);
  g_ptr_array_unref (w->articles);
  g_assert_finalize_object (w->other);
  g_free (w->key);
}

static void
hold_mention (World *w)
{
  SutraId id = pick_mention (w);
  SutraMention *mention = sutra_case_get_mention (w->f->the_case, &id, NULL);

  if (mention != NULL)
    g_ptr_array_add (w->held, mention);
  if (w->held->len > N_HELD)
    g_ptr_array_remove_index (w->held, pick (w->held->len));
}

/* After all that the file is whole: no dangling row, no span out of place, no contradicting history. */
static void
check_file (ModelFixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = sutra_check_run (sutra_case_get_store (f->the_case), NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const SutraFinding *finding = g_ptr_array_index (findings, i);

      g_error ("%s: %s", finding->where, finding->what);
    }
}

static void
test_random (ModelFixture *f, gconstpointer data)
{
  World w = { 0 };

  world_set_up (&w, f);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (GError) error = NULL;

      if (edit (&w, &error))
        w.n_done++;
      else
        {
          g_assert_true (error->domain == SUTRA_ERROR);
          g_assert_cmpint (error->code, !=, SUTRA_ERROR_CONFLICT);
          g_assert_cmpint (error->code, !=, SUTRA_ERROR_DAMAGED);
          g_assert_cmpint (error->code, !=, SUTRA_ERROR_FAILED);
          w.n_refused++;
        }
      g_assert_false (sutra_store_in_edit (sutra_case_get_store (f->the_case)));
      g_assert_true (sutra_case_poll (f->the_case, NULL));
      g_assert_true (sutra_case_poll (w.other, NULL));
      hold_mention (&w);
      check_spans (&w);
      check_held (&w);
      check_lists (&w);
      if (i % 10 == 0)
        check_entities (&w);
    }
  g_test_message ("%u edits done, %u refused", w.n_done, w.n_refused);
  g_assert_cmpuint (w.n_done, >, N_EDITS / 2);

  /* All the way back and forth again. */
  {
    g_autofree char *last = model_dump (f->the_case);
    g_autofree char *again = NULL;
    guint n = 0;

    while (sutra_case_undo (f->the_case, NULL, NULL))
      n++;
    check_spans (&w);
    check_lists (&w);
    check_entities (&w);
    while (n-- > 0)
      g_assert_true (sutra_case_redo (f->the_case, NULL, NULL));
    again = model_dump (f->the_case);
    g_assert_cmpstr (again, ==, last);
    check_spans (&w);
    check_held (&w);
    check_lists (&w);
    check_entities (&w);
  }
  check_file (f);
  world_tear_down (&w);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/model/random", test_random);
  return g_test_run ();
}
