/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

#include <glib/gstdio.h>
#include <math.h>

#define SET(f, id, ...) sutra_case_set ((f)->the_case, id, (const char *const[]){ __VA_ARGS__, NULL }, &(f)->error)

static SutraId
mark (ModelFixture *f, const char *quote, guint n, const SutraId *type, const SutraId *entity)
{
  guint start, end;

  model_find (f->article, quote, n, &start, &end);
  return model_add_mention (f->the_case, &f->article_id, start, end, type, entity);
}

static void
count_notify_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* ---- Fields ---- */

static void
test_set_article (ModelFixture *f, gconstpointer data)
{
  guint n = 0;

  g_signal_connect (f->article, "notify", G_CALLBACK (count_notify_cb), &n);
  model_assert_edit (f, SET (f, &f->article_id, "title", " নতুন শিরোনাম ", "source", "দৈনিক", "url", "not checked: free", "author", "লেখক",
                             "published", "2024-04-08/2024-04-10", "accessed", "2024-04?", "language", "bn-IN", "notes", "এক\nদুই"));
  g_assert_cmpstr (sutra_article_get_title (f->article), ==, "নতুন শিরোনাম");
  g_assert_cmpstr (sutra_article_get_published (f->article), ==, "2024-04-08/2024-04-10");
  g_assert_cmpstr (sutra_article_get_notes (f->article), ==, "এক\nদুই");
  n = 0;
  model_assert_edit (f, SET (f, &f->article_id, "source", ""));
  g_assert_null (sutra_article_get_source (f->article));
  /* Undone and redone by the macro: three changes of one property and of nothing else. */
  g_assert_cmpuint (n, ==, 3);
  model_assert_edit (f, SET (f, &f->article_id, "url", NULL, "author", "শেষ", "author", "শেষের"));
  g_assert_cmpstr (sutra_article_get_author (f->article), ==, "শেষের");

  model_assert_refused (f, SET (f, &f->article_id, "title", "  "), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &f->article_id, "title", NULL), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &f->article_id, "published", "8 April 2024"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &f->article_id, "accessed", "2024-02-30"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &f->article_id, "language", "Bangla language"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &f->article_id, "source", "\xff"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &f->article_id, "sha256", "0"), SUTRA_ERROR_INVALID);
  /* The first is right, the second is not: nothing happens. */
  model_assert_refused (f, SET (f, &f->article_id, "source", "x", "published", "x"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &f->article_id, "source", "x", "text", "x"), SUTRA_ERROR_INVALID);
}

static void
test_set_nothing (ModelFixture *f, gconstpointer data)
{
  gint64 history = model_history_count (f->the_case);
  SutraId unknown = sutra_id_new ();

  f->n_changed = 0;
  g_assert_true (SET (f, &f->article_id, "title", sutra_article_get_title (f->article)));
  g_assert_no_error (f->error);
  g_assert_cmpint (model_history_count (f->the_case), ==, history);
  g_assert_cmpuint (f->n_changed, ==, 0);
  model_assert_refused (f, SET (f, &unknown, "title", "x"), SUTRA_ERROR_NOT_FOUND);
}

static void
test_unknown_key (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *const pairs[] = { "colour", "red", NULL };

  g_assert_false (sutra_case_set (f->the_case, &f->place, pairs, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "name, color, badge, shortcut, names_entities, parent"));
}

static void
test_set_entity (ModelFixture *f, gconstpointer data)
{
  SutraId id = model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  SutraId mention = mark (f, "কাজাখস্তানের", 0, &f->place, &id);
  g_autoptr (SutraEntity) entity = sutra_case_get_entity (f->the_case, &id, NULL);
  g_autoptr (SutraMention) live = sutra_case_get_mention (f->the_case, &mention, NULL);

  model_assert_edit (f, SET (f, &id, "label", "কাজাখ প্রজাতন্ত্র", "latitude", "48.02", "longitude", "-66.92", "radius_m", "500000", "date",
                             "1991-12-16/..", "value", "KZ", "notes", "মধ্য এশিয়া"));
  g_assert_cmpstr (sutra_entity_get_label (entity), ==, "কাজাখ প্রজাতন্ত্র");
  g_assert_cmpfloat (sutra_entity_get_latitude (entity), ==, 48.02);
  g_assert_cmpfloat (sutra_entity_get_longitude (entity), ==, -66.92);
  g_assert_cmpfloat (sutra_entity_get_radius_m (entity), ==, 500000);
  model_assert_edit (f, SET (f, &id, "latitude", "", "longitude", ""));
  g_assert_true (isnan (sutra_entity_get_latitude (entity)));

  model_assert_refused (f, SET (f, &id, "latitude", "1"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "latitude", "90.1", "longitude", "0"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "latitude", "0", "longitude", "-180.5"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "latitude", "nan", "longitude", "0"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "latitude", "1,5", "longitude", "0"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "radius_m", "-1"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "date", "yesterday"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "label", ""), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "type", "planet"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "title", "x"), SUTRA_ERROR_INVALID);

  /* Its mentions follow. */
  model_assert_edit (f, SET (f, &id, "type", "person"));
  g_assert_true (sutra_id_equal (sutra_mention_get_type_id (live), &f->person));
  g_assert_true (sutra_id_equal (sutra_entity_get_type_id (entity), &f->person));
}

static void
test_set_mention (ModelFixture *f, gconstpointer data)
{
  SutraId id = mark (f, "কাজাখ", 0, &f->place, NULL);
  g_autoptr (SutraMention) mention = sutra_case_get_mention (f->the_case, &id, NULL);

  model_assert_edit (f, SET (f, &id, "value", "KZ", "note", "টীকা", "status", "suggested"));
  g_assert_cmpint (sutra_mention_get_status (mention), ==, SUTRA_MENTION_SUGGESTED);
  model_assert_edit (f, SET (f, &id, "end", "14"));
  g_assert_cmpstr (sutra_mention_get_quote (mention), ==, "কাজাখস্তানের");
  model_assert_edit (f, SET (f, &id, "stem_end", "14"));
  g_assert_cmpuint (sutra_mention_get_stem_end (mention), ==, 14);
  model_assert_edit (f, SET (f, &id, "start", "15", "end", "25", "stem_end", NULL));
  g_assert_cmpstr (sutra_mention_get_quote (mention), ==, "রাষ্ট্রপতি");
  /* A new entity by its label, the same again by its id, none. */
  model_assert_edit (f, SET (f, &id, "entity", "রাষ্ট্রপতি"));
  g_assert_false (sutra_id_is_null (sutra_mention_get_entity (mention)));
  {
    g_autofree char *entity = sutra_id_dup_string (sutra_mention_get_entity (mention));

    model_assert_edit (f, SET (f, &id, "entity", ""));
    g_assert_true (sutra_id_is_null (sutra_mention_get_entity (mention)));
    model_assert_edit (f, SET (f, &id, "entity", entity));
    g_assert_false (sutra_id_is_null (sutra_mention_get_entity (mention)));
  }
  model_assert_edit (f, SET (f, &id, "type", "person"));
  model_check_mention (f->the_case, mention);

  model_assert_refused (f, SET (f, &id, "start", "16"), SUTRA_ERROR_INSIDE_AKSHARA);
  model_assert_refused (f, SET (f, &id, "start", "30"), SUTRA_ERROR_RANGE);
  model_assert_refused (f, SET (f, &id, "end", "99999"), SUTRA_ERROR_RANGE);
  model_assert_refused (f, SET (f, &id, "end", "-1"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "end", ""), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "end", "4294967296"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "stem_end", "26"), SUTRA_ERROR_RANGE);
  model_assert_refused (f, SET (f, &id, "stem_end", "0"), SUTRA_ERROR_RANGE);
  model_assert_refused (f, SET (f, &id, "status", "maybe"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "status", NULL), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "type", ""), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "entity", "00000000-0000-7000-8000-000000000001"), SUTRA_ERROR_NOT_FOUND);
}

static void
test_set_relation_and_type (ModelFixture *f, gconstpointer data)
{
  SutraId a = model_add_entity (f->the_case, &f->person, "ক");
  SutraId b = model_add_entity (f->the_case, &f->place, "খ");
  SutraEntityType *type = sutra_tagset_get (sutra_case_get_tagset (f->the_case), &f->place);
  g_autoptr (SutraRelation) relation = NULL;
  SutraId id = SUTRA_ID_NULL;

  model_assert_edit (f, sutra_case_add_relation (f->the_case, &a, &b, "lives-in", NULL, &id, &f->error));
  relation = sutra_case_get_relation (f->the_case, &id, NULL);
  model_assert_edit (f, SET (f, &id, "type", "works-in", "date", "2020/2024", "notes", "x"));
  g_assert_cmpstr (sutra_relation_get_kind (relation), ==, "works-in");
  model_assert_refused (f, SET (f, &id, "date", "2020-99"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &id, "type", ""), SUTRA_ERROR_INVALID);
  model_assert_refused (f, sutra_case_add_relation (f->the_case, &a, &a, "is", NULL, NULL, &f->error), SUTRA_ERROR_INVALID);
  model_assert_refused (f, sutra_case_add_relation (f->the_case, &a, &id, "is", NULL, NULL, &f->error), SUTRA_ERROR_NOT_FOUND);
  model_assert_refused (f, sutra_case_add_relation (f->the_case, &a, &b, "is", &a, NULL, &f->error), SUTRA_ERROR_NOT_FOUND);
  model_assert_refused (f, sutra_case_add_relation (f->the_case, &a, &b, "", NULL, NULL, &f->error), SUTRA_ERROR_INVALID);

  model_assert_edit (f, SET (f, &f->place, "name", "জায়গা", "color", "#00aa00", "badge", "জ", "shortcut", "j", "names_entities", "false"));
  g_assert_cmpstr (sutra_entity_type_get_english_name (type), ==, "জায়গা");
  g_assert_cmpstr (sutra_entity_type_get_color (type), ==, "#00aa00");
  g_assert_false (sutra_entity_type_get_names_entities (type));
  model_assert_edit (f, SET (f, &f->place, "name", "", "shortcut", ""));
  g_assert_cmpstr (sutra_entity_type_get_english_name (type), ==, "Place");
  model_assert_refused (f, SET (f, &f->place, "color", "green"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &f->place, "shortcut", "p"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &f->place, "badge", "ABC"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &f->place, "names_entities", "perhaps"), SUTRA_ERROR_INVALID);

  model_assert_edit (f, SET (f, &f->place, "parent", "person"));
  g_assert_true (sutra_id_equal (sutra_entity_type_get_parent (type), &f->person));
  model_assert_refused (f, SET (f, &f->place, "parent", "place"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &f->place, "parent", "gone"), SUTRA_ERROR_INVALID);
  model_assert_refused (f, SET (f, &f->person, "parent", "place"), SUTRA_ERROR_INVALID);
  model_assert_edit (f, SET (f, &f->place, "parent", ""));
  g_assert_true (sutra_id_is_null (sutra_entity_type_get_parent (type)));
}

/* ---- Mentions ---- */

static void
test_span (ModelFixture *f, gconstpointer data)
{
  SutraId id = mark (f, "কাজাখস্তানের", 0, &f->place, NULL);
  SutraId unknown = sutra_id_new ();

  sutra_article_get_spans (f->article, NULL);
  model_assert_edit (f, sutra_case_set_mention_span (f->the_case, &id, 2, 7, &f->error));
  mark (f, "কাজাখস্তানের", 0, &f->place, NULL);
  model_assert_refused (f, sutra_case_set_mention_span (f->the_case, &id, 2, 14, &f->error), SUTRA_ERROR_EXISTS);
  model_assert_refused (f, sutra_case_set_mention_span (f->the_case, &id, 2, 2, &f->error), SUTRA_ERROR_RANGE);
  model_assert_refused (f, sutra_case_set_mention_span (f->the_case, &id, 12, 2, &f->error), SUTRA_ERROR_RANGE);
  model_assert_refused (f, sutra_case_set_mention_span (f->the_case, &id, 2, 8, &f->error), SUTRA_ERROR_INSIDE_AKSHARA);
  model_assert_refused (f, sutra_case_set_mention_span (f->the_case, &unknown, 2, 12, &f->error), SUTRA_ERROR_NOT_FOUND);
}

static void
test_type (ModelFixture *f, gconstpointer data)
{
  SutraId entity = model_add_entity (f->the_case, &f->place, "ঢাকা");
  SutraId ids[3], unknown = sutra_id_new ();
  g_autoptr (SutraMention) first = NULL;
  g_autoptr (SutraMention) third = NULL;
  g_autoptr (SutraEntity) live = sutra_case_get_entity (f->the_case, &entity, NULL);
  SutraId person;

  sutra_article_get_spans (f->article, NULL);
  for (guint i = 0; i < 3; i++)
    ids[i] = mark (f, "ঢাকায়", i, &f->place, &entity);
  first = sutra_case_get_mention (f->the_case, &ids[0], NULL);
  third = sutra_case_get_mention (f->the_case, &ids[2], NULL);

  /* Some of its mentions: the entity stays, they are unlinked. */
  model_assert_edit (f, sutra_case_set_mentions_type (f->the_case, ids, 2, &f->person, &f->error));
  g_assert_true (sutra_id_is_null (sutra_mention_get_entity (first)));
  g_assert_true (sutra_id_equal (sutra_mention_get_type_id (first), &f->person));
  g_assert_true (sutra_id_equal (sutra_mention_get_entity (third), &entity));
  g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));

  /* All of them: the entity goes along. */
  model_assert_edit (f, sutra_case_set_mentions_type (f->the_case, ids, 3, &f->person, &f->error));
  g_assert_true (sutra_id_equal (sutra_mention_get_entity (first), &entity));
  g_assert_true (sutra_id_equal (sutra_entity_get_type_id (live), &f->person));
  g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));

  /* The new type has an entity of that name. */
  person = model_add_entity (f->the_case, &f->person, "ঢাকা");
  model_assert_edit (f, sutra_case_set_mentions_type (f->the_case, ids, 3, &f->person, &f->error));
  g_assert_true (sutra_id_equal (sutra_mention_get_entity (first), &person));
  g_assert_true (sutra_id_equal (sutra_entity_get_type_id (live), &f->place));

  model_assert_refused (f, sutra_case_set_mentions_type (f->the_case, ids, 3, &unknown, &f->error), SUTRA_ERROR_INVALID);
  model_assert_refused (f, sutra_case_set_mentions_type (f->the_case, &unknown, 1, &f->place, &f->error), SUTRA_ERROR_NOT_FOUND);
}

static void
test_links (ModelFixture *f, gconstpointer data)
{
  SutraId person = model_add_entity (f->the_case, &f->person, "ঢাকা");
  SutraId entity = SUTRA_ID_NULL, again;
  SutraId ids[2], unknown = sutra_id_new ();
  g_autoptr (SutraMention) first = NULL;

  sutra_article_get_spans (f->article, NULL);
  ids[0] = mark (f, "ঢাকায়", 0, &f->place, NULL);
  ids[1] = mark (f, "ঢাকায়", 1, &f->place, NULL);
  first = sutra_case_get_mention (f->the_case, &ids[0], NULL);

  model_assert_edit (f, sutra_case_link_mentions_to_label (f->the_case, ids, 2, " ঢাকা ", &entity, &f->error));
  g_assert_false (sutra_id_equal (&entity, &person));
  g_assert_true (sutra_id_equal (sutra_mention_get_entity (first), &entity));
  model_assert_edit (f, sutra_case_link_mentions (f->the_case, ids, 2, NULL, &f->error));
  g_assert_true (sutra_id_is_null (sutra_mention_get_entity (first)));
  model_assert_edit (f, sutra_case_link_mentions (f->the_case, ids, 1, &entity, &f->error));
  g_assert_true (sutra_case_link_mentions_to_label (f->the_case, ids, 2, "ঢাকা", &again, NULL));
  g_assert_true (sutra_id_equal (&again, &entity));

  model_assert_refused (f, sutra_case_link_mentions (f->the_case, ids, 2, &person, &f->error), SUTRA_ERROR_INVALID);
  model_assert_refused (f, sutra_case_link_mentions (f->the_case, ids, 2, &unknown, &f->error), SUTRA_ERROR_NOT_FOUND);
  model_assert_refused (f, sutra_case_link_mentions (f->the_case, &unknown, 1, NULL, &f->error), SUTRA_ERROR_NOT_FOUND);
  model_assert_refused (f, sutra_case_link_mentions_to_label (f->the_case, ids, 2, " \t ", NULL, &f->error), SUTRA_ERROR_INVALID);

  /* Two of that name. */
  model_add_entity (f->the_case, &f->place, "ঢাকা");
  model_assert_refused (f, sutra_case_link_mentions_to_label (f->the_case, ids, 2, "ঢাকা", NULL, &f->error), SUTRA_ERROR_AMBIGUOUS);
}

/* ---- Entities ---- */

static void
test_names (ModelFixture *f, gconstpointer data)
{
  SutraId id = SUTRA_ID_NULL, unknown = sutra_id_new ();
  g_autoptr (SutraEntity) entity = NULL;
  SutraAlias *alias;
  SutraId alias_id;
  guint n_aliases = 0, n_attributes = 0;

  model_assert_edit (f, sutra_case_add_entity (f->the_case, &f->place, " সড়ক ", &id, &f->error));
  entity = sutra_case_get_entity (f->the_case, &id, NULL);
  g_assert_cmpuint (sutra_entity_get_aliases (entity)->len, ==, 0);
  g_assert_cmpuint (sutra_entity_get_attributes (entity)->len, ==, 0);
  g_signal_connect (entity, "aliases-changed", G_CALLBACK (count_notify_cb), &n_aliases);
  g_signal_connect (entity, "attributes-changed", G_CALLBACK (count_notify_cb), &n_attributes);

  model_assert_edit (f, sutra_case_add_alias (f->the_case, &id, "রাজপথ", "bn", NULL, &f->error));
  alias = g_ptr_array_index (sutra_entity_get_aliases (entity), 0);
  g_assert_cmpstr (alias->text, ==, "রাজপথ");
  g_assert_cmpstr (alias->language, ==, "bn");
  alias_id = alias->id;
  g_assert_cmpuint (n_aliases, >, 0);
  /* The same letters in Unicode's other way of writing them: ড় as one and as two code points. */
  model_assert_refused (f, sutra_case_add_alias (f->the_case, &id, "স\u09dcক", NULL, NULL, &f->error), SUTRA_ERROR_EXISTS);
  model_assert_refused (f, sutra_case_add_alias (f->the_case, &id, "স\u09a1\u09bcক", NULL, NULL, &f->error), SUTRA_ERROR_EXISTS);
  model_assert_refused (f, sutra_case_add_alias (f->the_case, &unknown, "x", NULL, NULL, &f->error), SUTRA_ERROR_NOT_FOUND);
  model_assert_refused (f, sutra_case_add_alias (f->the_case, &id, "x", NULL, &unknown, &f->error), SUTRA_ERROR_NOT_FOUND);
  model_assert_edit (f, sutra_case_delete_alias (f->the_case, &alias_id, &f->error));
  g_assert_cmpuint (sutra_entity_get_aliases (entity)->len, ==, 0);
  model_assert_refused (f, sutra_case_delete_alias (f->the_case, &alias_id, &f->error), SUTRA_ERROR_NOT_FOUND);

  model_assert_edit (f, sutra_case_set_attribute (f->the_case, &id, "দৈর্ঘ্য", "১০ কিমি", &f->error));
  model_assert_edit (f, sutra_case_set_attribute (f->the_case, &id, "প্রস্থ", "২০ মি", &f->error));
  model_assert_edit (f, sutra_case_set_attribute (f->the_case, &id, "দৈর্ঘ্য", "১১ কিমি", &f->error));
  g_assert_cmpuint (sutra_entity_get_attributes (entity)->len, ==, 2);
  g_assert_cmpstr (((SutraAttribute *) g_ptr_array_index (sutra_entity_get_attributes (entity), 0))->value, ==, "১১ কিমি");
  model_assert_edit (f, sutra_case_set_attribute (f->the_case, &id, "দৈর্ঘ্য", NULL, &f->error));
  g_assert_cmpuint (sutra_entity_get_attributes (entity)->len, ==, 1);
  g_assert_cmpuint (n_attributes, >, 0);
  model_assert_refused (f, sutra_case_set_attribute (f->the_case, &unknown, "x", "y", &f->error), SUTRA_ERROR_NOT_FOUND);
  model_assert_refused (f, sutra_case_set_attribute (f->the_case, &id, " ", "y", &f->error), SUTRA_ERROR_INVALID);

  model_assert_refused (f, sutra_case_add_entity (f->the_case, &unknown, "x", NULL, &f->error), SUTRA_ERROR_INVALID);
  model_assert_refused (f, sutra_case_add_entity (f->the_case, &f->place, "", NULL, &f->error), SUTRA_ERROR_INVALID);
  model_assert_refused (f, sutra_case_add_entity (f->the_case, &f->place, NULL, NULL, &f->error), SUTRA_ERROR_INVALID);
}

static void
test_merge (ModelFixture *f, gconstpointer data)
{
  SutraId into = model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  SutraId other = model_add_entity (f->the_case, &f->person, "কাজাখ প্রজাতন্ত্র");
  SutraId third = model_add_entity (f->the_case, &f->person, "নাজারবায়েভ");
  SutraId mention = mark (f, "কাজাখস্তানের", 0, &f->person, &other);
  SutraId others[2];
  SutraId between, kept;
  g_autoptr (SutraEntity) live = sutra_case_get_entity (f->the_case, &into, NULL);
  g_autoptr (SutraEntity) gone = sutra_case_get_entity (f->the_case, &other, NULL);
  g_autoptr (SutraMention) live_mention = sutra_case_get_mention (f->the_case, &mention, NULL);
  g_autoptr (SutraRelation) relation = NULL;

  sutra_article_get_spans (f->article, NULL);
  g_assert_true (sutra_case_add_alias (f->the_case, &into, "KZ", NULL, NULL, NULL));
  g_assert_true (sutra_case_add_alias (f->the_case, &other, "KZ", NULL, NULL, NULL));
  g_assert_true (sutra_case_add_alias (f->the_case, &other, "কাজাখস্তান", NULL, &mention, NULL));
  g_assert_true (sutra_case_add_alias (f->the_case, &other, "Kazakhstan", "en", &mention, NULL));
  g_assert_true (sutra_case_set_attribute (f->the_case, &into, "রাজধানী", "আস্তানা", NULL));
  g_assert_true (sutra_case_set_attribute (f->the_case, &other, "রাজধানী", "আলমাটি", NULL));
  g_assert_true (sutra_case_set_attribute (f->the_case, &other, "মুদ্রা", "তেঙ্গে", NULL));
  g_assert_true (sutra_case_add_relation (f->the_case, &into, &other, "same-as", NULL, &between, NULL));
  g_assert_true (sutra_case_add_relation (f->the_case, &third, &other, "president-of", &mention, &kept, NULL));
  g_assert_true (SET (f, &into, "notes", "এক"));
  g_assert_true (SET (f, &other, "notes", "দুই", "date", "1991", "latitude", "48", "longitude", "66"));
  relation = sutra_case_get_relation (f->the_case, &kept, NULL);
  g_assert_cmpuint (sutra_entity_get_aliases (live)->len, ==, 1);
  g_assert_cmpuint (sutra_entity_get_attributes (gone)->len, ==, 2);

  model_assert_edit (f, sutra_case_merge_entities (f->the_case, &into, &other, 1, &f->error));
  g_assert_true (sutra_entity_get_deleted (gone));
  g_assert_true (sutra_id_equal (sutra_mention_get_entity (live_mention), &into));
  g_assert_true (sutra_id_equal (sutra_mention_get_type_id (live_mention), &f->place));
  g_assert_true (sutra_id_equal (sutra_relation_get_target (relation), &into));
  g_assert_null (sutra_case_get_relation (f->the_case, &between, NULL));
  g_assert_cmpuint (sutra_entity_get_aliases (live)->len, ==, 3);
  g_assert_cmpuint (sutra_entity_get_attributes (live)->len, ==, 2);
  g_assert_cmpstr (sutra_entity_get_notes (live), ==, "এক\n\nদুই\n\nরাজধানী: আলমাটি");
  g_assert_cmpstr (sutra_entity_get_date (live), ==, "1991");
  g_assert_cmpfloat (sutra_entity_get_longitude (live), ==, 66);

  g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));
  g_assert_false (sutra_entity_get_deleted (gone));
  g_assert_cmpuint (sutra_entity_get_aliases (live)->len, ==, 1);
  g_assert_cmpuint (sutra_entity_get_aliases (gone)->len, ==, 3);
  g_assert_cmpuint (sutra_entity_get_attributes (gone)->len, ==, 2);
  model_check_mention (f->the_case, live_mention);

  others[0] = other;
  others[1] = into;
  model_assert_refused (f, sutra_case_merge_entities (f->the_case, &into, others, 2, &f->error), SUTRA_ERROR_INVALID);
  others[1] = mention;
  model_assert_refused (f, sutra_case_merge_entities (f->the_case, &into, others, 2, &f->error), SUTRA_ERROR_NOT_FOUND);
  /* The same twice: the second time it is gone. */
  others[1] = other;
  model_assert_refused (f, sutra_case_merge_entities (f->the_case, &into, others, 2, &f->error), SUTRA_ERROR_NOT_FOUND);
  model_assert_refused (f, sutra_case_merge_entities (f->the_case, &mention, others, 1, &f->error), SUTRA_ERROR_NOT_FOUND);
  others[1] = third;
  model_assert_edit (f, sutra_case_merge_entities (f->the_case, &into, others, 2, &f->error));
}

/* ---- Looking up ---- */

static char *
complete (ModelFixture *f, const char *text, const SutraId *type, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = sutra_case_complete_entity (f->the_case, text, type, limit, &error);
  GString *string = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const SutraCompletion *completion = g_ptr_array_index (found, i);

      g_string_append_printf (string, "%s%s", i > 0 ? "," : "", completion->label);
      if (completion->matched != NULL)
        g_string_append_printf (string, "(%s)", completion->matched);
    }
  return g_string_free (string, FALSE);
}

#define assert_complete(f, text, type, limit, expected)                                                                                    \
  G_STMT_START                                                                                                                             \
  {                                                                                                                                        \
    g_autofree char *got = complete (f, text, type, limit);                                                                                \
    g_assert_cmpstr (got, ==, expected);                                                                                                   \
  }                                                                                                                                        \
  G_STMT_END

/* Whatever form is typed, the entity is offered under its label. */
static void
test_completion_inflected (ModelFixture *f, gconstpointer data)
{
  static const char *const forms[][2] = {
    { "কাজাখস্তান", "কাজাখস্তানের" },
    { "কাজাখস্তান", "কাজাখস্তানেরটিকে" },
    { "শিলং", "শিলঙে" },
    { "শিলং", "শিলংয়ের" },
    { "বিদ্যুৎ", "বিদ্যুতের" },
    { "আগারগাঁও", "আগারগাঁওয়ে" },
    { "অজিত ডোভাল", "অজিত ডোভালদেরকেও" },
    { "এমইএ", "এমইএ-র" },
    { "এমইএ", "এমইএ -এর" },
    { "বিজিবি", "বিজিবিকেও" },
    { "প্রথম আলো", "প্রথম আলোয়" },
    { "Airlines", "Airlines'" },
    { "Border Force", "border force’s" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *got = NULL;

      if (i == 0 || !g_str_equal (forms[i][0], forms[i - 1][0]))
        model_add_entity (f->the_case, &f->place, forms[i][0]);
      got = complete (f, forms[i][1], &f->place, 10);
      g_assert_cmpstr (got, ==, forms[i][0]);
    }
  /* A stop pair and a place's tail are other words. */
  model_add_entity (f->the_case, &f->place, "চাঁদ");
  model_add_entity (f->the_case, &f->place, "প্রভা");
  assert_complete (f, "চাঁদপুর", &f->place, 10, "");
  assert_complete (f, "প্রভাতে", &f->place, 10, "");
}

static void
test_completion (ModelFixture *f, gconstpointer data)
{
  SutraId dhaka = model_add_entity (f->the_case, &f->place, "ঢাকা");
  SutraId person = model_add_entity (f->the_case, &f->person, "ঢাকা");
  SutraId minister = model_add_entity (f->the_case, &f->person, "শেখ ঢাকাই");

  model_add_entity (f->the_case, &f->place, "ঢাকাদক্ষিণ");
  model_add_entity (f->the_case, &f->place, "Astana");
  g_assert_true (sutra_case_add_alias (f->the_case, &dhaka, "রাজধানী", NULL, NULL, NULL));
  mark (f, "ঢাকায়", 0, &f->place, &dhaka);

  assert_complete (f, "ঢাকা", &f->place, 10, "ঢাকা,ঢাকা,ঢাকাদক্ষিণ,শেখ ঢাকাই");
  assert_complete (f, "ঢাকা", &f->person, 2, "ঢাকা,ঢাকা");
  /* Inflected; by an alias; without regard to case and invisible characters; nothing. */
  assert_complete (f, "ঢাকায়", &f->place, 10, "ঢাকা,ঢাকা");
  assert_complete (f, "রাজধানীতে", NULL, 10, "ঢাকা(রাজধানী)");
  assert_complete (f, "রাজ", NULL, 10, "ঢাকা(রাজধানী)");
  assert_complete (f, "ast\u200c", NULL, 10, "Astana");
  assert_complete (f, "", NULL, 10, "");
  assert_complete (f, " \u200b ", NULL, 10, "");
  assert_complete (f, "ঢাকা", &f->place, 0, "");
  assert_complete (f, "%", NULL, 10, "");

  {
    guint start, end;
    SutraId guessed;
    g_autofree char *form = NULL;
    g_autofree char *other = NULL;

    model_find (f->article, "ঢাকায়", 1, &start, &end);
    form = sutra_case_guess_entity (f->the_case, &f->article_id, start, end, &f->place, &guessed);
    g_assert_cmpstr (form, ==, "ঢাকা");
    g_assert_true (sutra_id_equal (&guessed, &dhaka));
    g_free (sutra_case_guess_entity (f->the_case, &f->article_id, start, end, &f->person, &guessed));
    g_assert_true (sutra_id_equal (&guessed, &person));
    model_find (f->article, "কাজাখস্তানকে", 0, &start, &end);
    other = sutra_case_guess_entity (f->the_case, &f->article_id, start, end, &f->place, &guessed);
    g_assert_cmpstr (other, ==, "কাজাখস্তান");
    g_assert_true (sutra_id_is_null (&guessed));
    g_free (sutra_case_guess_entity (f->the_case, &f->article_id, 50, 20, &f->place, &guessed));
    g_assert_true (sutra_id_is_null (&guessed));
  }
  g_assert_false (sutra_id_is_null (&minister));
}

static void
test_resolve (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  char string[SUTRA_ID_STRING_SIZE];
  g_autofree char *upper = NULL;
  SutraTable table;
  SutraId id;

  sutra_id_to_string (&f->article_id, string);
  upper = g_ascii_strup (string, -1);
  g_assert_true (sutra_case_resolve_id (f->the_case, string, 0, &id, &table, &error));
  g_assert_true (sutra_id_equal (&id, &f->article_id));
  g_assert_cmpint (table, ==, SUTRA_TABLE_ARTICLE);
  g_assert_true (sutra_case_resolve_id (f->the_case, upper, 1u << SUTRA_TABLE_ARTICLE, &id, NULL, &error));
  g_assert_true (sutra_case_resolve_id (f->the_case, string + 28, 0, &id, NULL, &error));
  g_assert_true (sutra_id_equal (&id, &f->article_id));
  string[9] = '\0';
  g_assert_true (sutra_case_resolve_id (f->the_case, string, 1u << SUTRA_TABLE_ARTICLE, &id, NULL, &error));
  g_assert_no_error (error);

  /* Types were made within a moment: their ids begin alike. */
  g_assert_false (sutra_case_resolve_id (f->the_case, string, 1u << SUTRA_TABLE_TYPE, &id, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_AMBIGUOUS);
  g_assert_nonnull (strstr (error->message, "and others"));
  g_clear_error (&error);
  for (guint i = 0; i < 5; i++)
    {
      static const char *const bad[] = { "abc", "ghij", "", "00000000", "0123456789abcdef0123456789abcdef0" };

      g_assert_false (sutra_case_resolve_id (f->the_case, bad[i], 0, &id, NULL, &error));
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
}

static void
test_lists (ModelFixture *f, gconstpointer data)
{
  SutraId entity = model_add_entity (f->the_case, &f->place, "ঢাকা");
  SutraId second = mark (f, "ঢাকায়", 1, &f->place, &entity);
  SutraId first = mark (f, "ঢাকায়", 0, &f->place, &entity);
  g_autoptr (GArray) mentions = sutra_case_list_mentions (f->the_case, &f->article_id, NULL);
  g_autoptr (GArray) linked = sutra_case_list_entity_mentions (f->the_case, &entity, NULL);
  g_autoptr (GArray) entities = sutra_case_list_entities (f->the_case, NULL);
  g_autoptr (GArray) articles = sutra_case_list_articles (f->the_case, NULL);

  g_assert_cmpuint (mentions->len, ==, 2);
  g_assert_true (sutra_id_equal (&g_array_index (mentions, SutraId, 0), &first));
  g_assert_true (sutra_id_equal (&g_array_index (linked, SutraId, 1), &second));
  g_assert_cmpuint (entities->len, ==, 1);
  g_assert_cmpuint (articles->len, ==, 1);
}

/* Two objects on one file. */
static void
test_two_cases (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) other = sutra_case_open (f->path, FALSE, &error);
  g_autoptr (SutraArticle) article = sutra_case_get_article (other, &f->article_id, &error);
  g_autoptr (SutraMention) mention = NULL;
  SutraId id;

  g_assert_no_error (error);
  sutra_article_get_spans (article, NULL);
  sutra_article_get_spans (f->article, NULL);
  id = mark (f, "ঢাকায়", 0, &f->place, NULL);
  g_assert_true (SET (f, &f->article_id, "title", "প্রথম"));
  g_assert_true (sutra_case_poll (other, &error));
  g_assert_cmpstr (sutra_article_get_title (article), ==, "প্রথম");
  model_check_spans (other, article);
  mention = sutra_case_get_mention (other, &id, &error);
  g_assert_no_error (error);

  /* The other one undoes what this one did; its own edit comes with the news. */
  g_assert_true (sutra_case_undo (other, NULL, &error));
  g_assert_true (sutra_case_delete (other, &id, 1, &error));
  g_assert_true (sutra_mention_get_deleted (mention));
  g_assert_true (SET (f, &f->article_id, "source", "দ্বিতীয়"));
  g_assert_cmpstr (sutra_article_get_title (f->article), !=, "প্রথম");
  g_assert_cmpuint (sutra_span_index_size (sutra_article_get_spans (f->article, NULL)), ==, 0);
  model_check_spans (f->the_case, f->article);
  g_assert_true (sutra_case_poll (other, &error));
  g_assert_cmpstr (sutra_article_get_source (article), ==, "দ্বিতীয়");
  g_assert_true (sutra_case_can_undo (other));
}

static gboolean
is_old (gpointer data)
{
  return g_strcmp0 (sutra_article_get_source (data), "নতুন") != 0;
}

static void
test_watch (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) other = sutra_case_open (f->path, FALSE, &error);
  g_autoptr (SutraArticle) article = sutra_case_get_article (other, &f->article_id, &error);

  sutra_case_watch (other, TRUE);
  g_assert_true (SET (f, &f->article_id, "source", "নতুন"));
  g_assert_true (is_old (article));
  model_wait_while (is_old, article);
  sutra_case_watch (other, FALSE);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
test_copy (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat (f->path, "-copy.sutra", NULL);
  g_autoptr (SutraCase) copy = NULL;

  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GAsyncResult) result = NULL;

      sutra_case_copy_async (f->the_case, path, FALSE, NULL, NULL, NULL, copied_cb, &result);
      model_wait_while (is_null, &result);
      g_assert_true (sutra_case_copy_finish (f->the_case, result, &error) == (round == 0));
    }
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_EXISTS);
  g_clear_error (&error);
  copy = sutra_case_open (path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sutra_case_count_articles (copy), ==, 1);
  g_clear_object (&copy);
  g_remove (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/model/edits/set-article", test_set_article);
  model_test_add ("/model/edits/set-nothing", test_set_nothing);
  model_test_add ("/model/edits/unknown-key", test_unknown_key);
  model_test_add ("/model/edits/set-entity", test_set_entity);
  model_test_add ("/model/edits/set-mention", test_set_mention);
  model_test_add ("/model/edits/set-relation-and-type", test_set_relation_and_type);
  model_test_add ("/model/edits/span", test_span);
  model_test_add ("/model/edits/type", test_type);
  model_test_add ("/model/edits/links", test_links);
  model_test_add ("/model/edits/names", test_names);
  model_test_add ("/model/edits/merge", test_merge);
  model_test_add ("/model/edits/completion", test_completion);
  model_test_add ("/model/edits/completion-inflected", test_completion_inflected);
  model_test_add ("/model/edits/resolve", test_resolve);
  model_test_add ("/model/edits/lists", test_lists);
  model_test_add ("/model/edits/two-cases", test_two_cases);
  model_test_add ("/model/edits/watch", test_watch);
  model_test_add ("/model/edits/copy", test_copy);
  return g_test_run ();
}
