/* test-snapshot.c: what a snapshot holds is what the case held, and stays so
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "model-fixture.h"
#include "sutra-error.h"
#include "sutra-location.h"
#include "sutra-snapshot.h"

#include <math.h>
#include <string.h>

static SutraSnapshot *
take (ModelFixture *f, const SutraId *article, gboolean all_statuses)
{
  g_autoptr (GError) error = NULL;
  SutraSnapshot *snapshot = sutra_snapshot_new (sutra_case_get_store (f->the_case), article, all_statuses, NULL, &error);

  g_assert_no_error (error);
  return snapshot;
}

static void
assert_id (const SutraId *a, const SutraId *b)
{
  g_assert_true (sutra_id_equal (a, b));
}

/* Every mention's texts, types and entities agree with the rows and with the text. */
static void
assert_whole (ModelFixture *f, const SutraSnapshot *snapshot)
{
  for (guint a = 0; a < snapshot->articles->len; a++)
    {
      const SutraSnapshotArticle *article = sutra_snapshot_article (snapshot, a);
      g_autoptr (SutraText) text = sutra_snapshot_load_text (snapshot, sutra_case_get_store (f->the_case), a, NULL);

      g_assert_cmpuint (sutra_text_get_length (text), ==, article->code_points);
      g_assert_cmpstr (sutra_text_get_sha256 (text), ==, article->text_sha256);
      for (guint i = article->first_mention; i < article->first_mention + article->n_mentions; i++)
        {
          const SutraSnapshotMention *mention = sutra_snapshot_mention (snapshot, i);
          g_autofree char *quote = sutra_text_slice (text, mention->start, mention->end);
          g_autoptr (SutraMention) live = sutra_case_get_mention (f->the_case, &mention->id, NULL);

          g_assert_cmpuint (mention->article, ==, a);
          g_assert_cmpstr (mention->quote, ==, quote);
          g_assert_cmpuint (mention->stem_end, ==, sutra_mention_get_stem_end (live));
          g_assert_cmpstr (mention->note, ==, sutra_mention_get_note (live));
          g_assert_cmpstr (mention->author, ==, sutra_mention_get_author (live));
          g_assert_cmpstr (mention->created, ==, sutra_mention_get_created (live));
          assert_id (&sutra_snapshot_type (snapshot, mention->type)->id, sutra_mention_get_type_id (live));
          if (mention->entity != SUTRA_SNAPSHOT_NONE)
            assert_id (&sutra_snapshot_entity (snapshot, mention->entity)->id, sutra_mention_get_entity (live));
          else
            g_assert_true (sutra_id_is_null (sutra_mention_get_entity (live)));
          if (i > article->first_mention)
            g_assert_cmpuint (mention[-1].start, <=, mention->start);
        }
    }
}

static void
test_case (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraArticle) second = model_add_article (f->the_case, "😀 ঢাকা ক্ষমতা", "দ্বিতীয়");
  SutraId dhaka = model_add_entity (f->the_case, &f->place, "ঢাকা");
  SutraId nowhere = model_add_entity (f->the_case, &f->place, "আগরতলা");
  SutraId elsewhere = model_add_entity (f->the_case, &f->place, "ইম্ফল");
  SutraId late, early;
  g_autoptr (SutraSnapshot) snapshot = NULL;
  const SutraSnapshotEntity *entity;

  late = model_add_mention (f->the_case, sutra_article_get_id (second), 2, 6, &f->place, &dhaka);
  early = model_add_mention (f->the_case, &f->article_id, 2, 14, &f->place, NULL);
  g_assert_true (sutra_case_add_alias (f->the_case, &dhaka, "ঢাকায়", "bn", &late, NULL));
  g_assert_true (sutra_case_add_alias (f->the_case, &dhaka, "Dacca", "en", NULL, NULL));
  g_assert_true (sutra_case_set_attribute (f->the_case, &dhaka, "দেশ", "বাংলাদেশ", NULL));

  snapshot = take (f, NULL, FALSE);
  g_assert_cmpuint (snapshot->articles->len, ==, 2);
  g_assert_cmpuint (snapshot->mentions->len, ==, 2);
  g_assert_cmpuint (snapshot->types->len, ==, g_list_model_get_n_items (G_LIST_MODEL (sutra_case_get_tagset (f->the_case))));
  assert_id (&sutra_snapshot_mention (snapshot, 0)->id, &early);
  assert_whole (f, snapshot);

  /* The entity that is named comes first, the others by label. */
  g_assert_cmpuint (snapshot->entities->len, ==, 3);
  entity = sutra_snapshot_entity (snapshot, 0);
  assert_id (&entity->id, &dhaka);
  g_assert_cmpuint (entity->n_mentions, ==, 1);
  g_assert_cmpuint (entity->first_mention, ==, 1);
  g_assert_cmpuint (entity->n_aliases, ==, 2);
  g_assert_cmpstr (entity->aliases[0].text, ==, "ঢাকায়");
  assert_id (&entity->aliases[0].mention, &late);
  g_assert_cmpstr (entity->aliases[1].language, ==, "en");
  g_assert_cmpuint (entity->n_attributes, ==, 1);
  g_assert_cmpstr (entity->attributes[0].value, ==, "বাংলাদেশ");
  assert_id (&sutra_snapshot_entity (snapshot, 1)->id, &nowhere);
  assert_id (&sutra_snapshot_entity (snapshot, 2)->id, &elsewhere);
  g_assert_cmpuint (sutra_snapshot_entity (snapshot, 2)->first_mention, ==, SUTRA_SNAPSHOT_NONE);

  /* It does not follow what comes after. */
  g_assert_true (sutra_case_delete (f->the_case, &early, 1, NULL));
  g_assert_cmpuint (snapshot->mentions->len, ==, 2);
}

static void
test_article (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraArticle) second = model_add_article (f->the_case, "😀 ঢাকা ক্ষমতা", "দ্বিতীয়");
  SutraId dhaka = model_add_entity (f->the_case, &f->place, "ঢাকা");
  g_autoptr (SutraSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  SutraId unknown = sutra_id_new ();

  model_add_entity (f->the_case, &f->place, "অন্য");
  model_add_mention (f->the_case, sutra_article_get_id (second), 2, 6, &f->place, &dhaka);
  model_add_mention (f->the_case, &f->article_id, 2, 14, &f->place, NULL);
  snapshot = take (f, sutra_article_get_id (second), FALSE);
  g_assert_cmpuint (snapshot->articles->len, ==, 1);
  g_assert_cmpuint (snapshot->mentions->len, ==, 1);
  g_assert_cmpuint (snapshot->entities->len, ==, 1);
  assert_whole (f, snapshot);

  g_assert_null (sutra_snapshot_new (sutra_case_get_store (f->the_case), &unknown, FALSE, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
  /* The transaction is over. */
  g_assert_true (sutra_case_set (f->the_case, &dhaka, (const char *const[]){ "notes", "x", NULL }, NULL));
}

static void
test_status_and_fragments (ModelFixture *f, gconstpointer data)
{
  SutraRange fragments[] = { { 28, 31 }, { 15, 25 } };
  SutraMentionSpec spec = {
    .article = f->article_id, .start = 2, .end = 14, .fragments = fragments, .n_fragments = 2, .type = f->person, .value = "v", .note = "n"
  };
  g_autoptr (SutraSnapshot) confirmed = NULL;
  g_autoptr (SutraSnapshot) all = NULL;
  g_autoptr (GError) error = NULL;
  SutraId ids[2];
  const SutraSnapshotMention *mention;

  sutra_case_add_mentions (f->the_case, &spec, 1, &ids[0], &error);
  g_assert_no_error (error);
  ids[1] = model_add_mention (f->the_case, &f->article_id, 2, 14, &f->place, NULL);
  g_assert_true (sutra_case_set (f->the_case, &ids[1], (const char *const[]){ "status", "rejected", NULL }, NULL));
  confirmed = take (f, NULL, FALSE);
  all = take (f, NULL, TRUE);
  g_assert_cmpuint (confirmed->mentions->len, ==, 1);
  g_assert_cmpuint (all->mentions->len, ==, 2);
  mention = sutra_snapshot_mention (confirmed, 0);
  g_assert_cmpuint (mention->n_fragments, ==, 2);
  g_assert_cmpuint (mention->fragments[0].start, ==, 15);
  g_assert_cmpuint (mention->fragments[1].end, ==, 31);
  g_assert_cmpstr (mention->value, ==, "v");
  g_assert_cmpint (mention->status, ==, SUTRA_MENTION_CONFIRMED);
  assert_whole (f, all);
}

static void
test_locations (ModelFixture *f, gconstpointer data)
{
  SutraId dhaka = model_add_entity (f->the_case, &f->place, "ঢাকা");
  SutraId typed = model_add_entity (f->the_case, &f->place, "ক্ষেত্র 🛰");
  SutraId nowhere = model_add_entity (f->the_case, &f->place, "হাওয়া");
  SutraLocation location = { .point = { 24, 90 }, .radius_m = 5, .area = (char *) "BD", .place = (char *) "iso:BD" };
  g_autoptr (SutraSnapshot) snapshot = NULL;

  g_assert_true (sutra_case_set_location (f->the_case, &dhaka, &location, NULL));
  location = (SutraLocation){ .role = SUTRA_LOCATION_REJECTED, .point = { 1, 2 }, .radius_m = NAN, .source = SUTRA_LOCATION_FROM_MAP };
  g_assert_true (sutra_case_set_location (f->the_case, &dhaka, &location, NULL));
  location.role = SUTRA_LOCATION_CANDIDATE;
  location.point.latitude = 3;
  g_assert_true (sutra_case_set_location (f->the_case, &dhaka, &location, NULL));
  g_assert_true (sutra_case_set_location (f->the_case, &nowhere, &location, NULL));
  g_assert_true (sutra_case_set (f->the_case, &typed, (const char *const[]){ "latitude", "7", "longitude", "8", NULL }, NULL));

  snapshot = take (f, NULL, FALSE);
  g_assert_cmpuint (snapshot->entities->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const SutraSnapshotEntity *entity = sutra_snapshot_entity (snapshot, i);

      if (sutra_id_equal (&entity->id, &dhaka))
        {
          g_assert_cmpstr (entity->area, ==, "BD");
          g_assert_cmpstr (entity->place, ==, "iso:BD");
          g_assert_cmpstr (entity->location_source, ==, "gazetteer");
          g_assert_cmpuint (entity->n_locations, ==, 2);
          g_assert_false (entity->locations[0].rejected);
          g_assert_cmpfloat (entity->locations[0].latitude, ==, 3);
          g_assert_true (entity->locations[1].rejected);
          g_assert_cmpstr (entity->locations[1].source, ==, "map");
        }
      else if (sutra_id_equal (&entity->id, &typed))
        {
          g_assert_cmpstr (entity->location_source, ==, "typed");
          g_assert_null (entity->place);
          g_assert_cmpuint (entity->n_locations, ==, 0);
        }
      else
        {
          g_assert_null (entity->location_source);
          g_assert_cmpuint (entity->n_locations, ==, 1);
        }
    }
}

/* In a worker's connection, while the main one edits: each snapshot is of one moment. */
static void
test_other_connection (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SutraStore *store = sutra_store_open (f->path, SUTRA_STORE_READ_ONLY, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (SutraSnapshot) snapshot = NULL;

      model_add_mention (f->the_case, &f->article_id, 2, 14, &f->place, NULL);
      g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));
      snapshot = sutra_snapshot_new (store, NULL, TRUE, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (snapshot->mentions->len, ==, 0);
      g_assert_cmpint (snapshot->head, ==, model_history_count (f->the_case));
    }
  g_cancellable_cancel (cancellable);
  g_assert_null (sutra_snapshot_new (store, NULL, TRUE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  sutra_store_close (store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/snapshot/case", test_case);
  model_test_add ("/snapshot/article", test_article);
  model_test_add ("/snapshot/status-and-fragments", test_status_and_fragments);
  model_test_add ("/snapshot/locations", test_locations);
  model_test_add ("/snapshot/other-connection", test_other_connection);
  return g_test_run ();
}
