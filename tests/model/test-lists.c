/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-validator.h"
#include "model-fixture.h"
#include "sutra-article-list.h"
#include "sutra-entity-list.h"
#include "sutra-fold.h"
#include "sutra-list-diff.h"
#include "sutra-mention-list.h"
#include "sutra-selection.h"

/* ---- The difference of two lists ---- */

typedef struct
{
  GArray *list;
  const guint *new_items;
  guint n_changes;
} Replay;

static void
replay (guint position, guint removed, guint added, gpointer data)
{
  Replay *self = data;

  g_assert_cmpuint (position + removed, <=, self->list->len);
  if (removed > 0)
    g_array_remove_range (self->list, position, removed);
  if (added > 0)
    g_array_insert_vals (self->list, position, self->new_items + position, added);
  self->n_changes++;
}

static void
shuffle (guint *items, guint n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint) g_test_rand_int_range (0, (gint32) i);
      guint item = items[i - 1];

      items[i - 1] = items[j];
      items[j] = item;
    }
}

static void
test_diff (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      guint n_old = (guint) g_test_rand_int_range (0, 40);
      guint n_new = 0;
      guint new_items[80];
      guint old_of_new[80];
      g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint));
      Replay data = { list, new_items, 0 };

      for (guint i = 0; i < n_old; i++)
        g_array_append_val (list, i);
      /* Some stay, some go, some come; sometimes all change places. */
      for (guint i = 0; i < n_old; i++)
        {
          if (g_test_rand_int_range (0, 4) != 0)
            new_items[n_new++] = i;
          if (g_test_rand_int_range (0, 6) == 0)
            new_items[n_new++] = 1000 + i;
        }
      if (round % 3 == 0)
        shuffle (new_items, n_new);
      for (guint i = 0; i < n_new; i++)
        old_of_new[i] = new_items[i] < 1000 ? new_items[i] : G_MAXUINT;
      sutra_list_diff (old_of_new, n_old, n_new, replay, &data);
      g_assert_cmpuint (list->len, ==, n_new);
      if (n_new > 0)
        g_assert_cmpmem (list->data, n_new * sizeof (guint), new_items, n_new * sizeof (guint));
    }
}

static void
test_diff_smallest (void)
{
  guint old_of_new[100];
  guint new_items[100];
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (guint));
  Replay data = { list, new_items, 0 };

  /* One of a hundred moves: one removal, one insertion. */
  for (guint i = 0; i < 100; i++)
    {
      g_array_append_val (list, i);
      new_items[i] = old_of_new[i] = i < 90 ? i + (i >= 10) : i == 90 ? 10 : i;
    }
  sutra_list_diff (old_of_new, 100, 100, replay, &data);
  g_assert_cmpuint (data.n_changes, ==, 2);
  data.n_changes = 0;
  for (guint i = 0; i < 100; i++)
    old_of_new[i] = i;
  sutra_list_diff (old_of_new, 100, 100, replay, &data);
  g_assert_cmpuint (data.n_changes, ==, 0);
}

/* ---- Articles ---- */

static gboolean
articles_busy (gpointer list)
{
  return sutra_article_list_get_loading (list);
}

static const char *
title_at (SutraArticleList *list, guint position)
{
  g_autoptr (SutraArticle) article = g_list_model_get_item (G_LIST_MODEL (list), position);

  /* The list or the fixture keeps it. */
  return article != NULL ? g_intern_string (sutra_article_get_title (article)) : NULL;
}

static void
set_field (SutraCase *the_case, const SutraId *id, const char *key, const char *value)
{
  const char *const pairs[] = { key, value, NULL };
  g_autoptr (GError) error = NULL;

  sutra_case_set (the_case, id, pairs, &error);
  g_assert_no_error (error);
}

static void
test_articles (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraArticleList) list = sutra_article_list_new (f->the_case);
  g_autoptr (ListValidator) validator = list_validator_new (G_LIST_MODEL (list));
  g_autoptr (SutraArticle) b = model_add_article (f->the_case, "খ ক্ষ", "খবর");
  g_autoptr (SutraArticle) a = model_add_article (f->the_case, "ক ত্র", "কথা");

  g_assert_cmpuint (validator->n_added, ==, 2);
  g_assert_cmpuint (validator->n_removed, ==, 0);
  g_assert_cmpstr (title_at (list, 0), ==, "কথা");
  sutra_article_list_set_sort (list, SUTRA_ARTICLE_SORT_TITLE);
  g_assert_cmpstr (title_at (list, 0), ==, "কথা");
  g_assert_cmpstr (title_at (list, 1), ==, "খবর");
  g_assert_cmpuint (sutra_article_list_find (list, &f->article_id), ==, 2);

  /* A title moves the row, other fields do not. */
  set_field (f->the_case, sutra_article_get_id (a), "title", "গ");
  list_validator_forget_counts (validator);
  set_field (f->the_case, sutra_article_get_id (a), "notes", "টীকা");
  g_assert_cmpuint (validator->n_emissions, ==, 0);
  set_field (f->the_case, sutra_article_get_id (a), "title", "ক");
  g_assert_cmpuint (validator->n_added, ==, 1);
  g_assert_cmpuint (validator->n_removed, ==, 1);
  list_validator_check (validator);

  sutra_article_list_set_sort (list, SUTRA_ARTICLE_SORT_PUBLISHED);
  set_field (f->the_case, sutra_article_get_id (b), "published", "2023");
  set_field (f->the_case, sutra_article_get_id (a), "published", "2024-04");
  g_assert_cmpstr (title_at (list, 0), ==, "ক");
  g_assert_cmpstr (title_at (list, 1), ==, "খবর");
  g_assert_cmpuint (sutra_article_list_find (list, &f->article_id), ==, 2);

  list_validator_forget_counts (validator);
  g_assert_true (sutra_case_delete (f->the_case, sutra_article_get_id (b), 1, &error));
  g_assert_cmpuint (validator->n_removed, ==, 1);
  g_assert_cmpuint (validator->n_added, ==, 0);
  g_assert_cmpuint (sutra_article_list_find (list, sutra_article_get_id (b)), ==, G_MAXUINT);
  g_assert_true (sutra_case_undo (f->the_case, NULL, &error));
  g_assert_cmpuint (validator->n_added, ==, 1);
  g_assert_cmpuint (sutra_article_list_find (list, sutra_article_get_id (b)), ==, 1);
  list_validator_check (validator);
}

static void
test_articles_filter (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraArticle) other = model_add_article (f->the_case, "পাঠ", "বৈঠকের খবর");
  g_autoptr (SutraArticleList) list = sutra_article_list_new (f->the_case);
  g_autoptr (ListValidator) validator = list_validator_new (G_LIST_MODEL (list));

  set_field (f->the_case, &f->article_id, "source", "Prothom ALO");
  /* A filter that is replaced before its result came leaves no trace. */
  sutra_article_list_set_filter (list, "কোথাও নেই");
  sutra_article_list_set_filter (list, "prothom alo");
  model_wait_while (articles_busy, list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_cmpuint (sutra_article_list_find (list, &f->article_id), ==, 0);

  set_field (f->the_case, sutra_article_get_id (other), "title", "প্রথম\u200c আলো prothom alo");
  model_wait_while (articles_busy, list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  sutra_article_list_set_filter (list, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_false (sutra_article_list_get_loading (list));
  list_validator_check (validator);

  /* Closing the case under it: the items stay what they are. */
  sutra_article_list_set_filter (list, "x");
  sutra_case_close (f->the_case);
  model_wait_while (articles_busy, list);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (SutraArticle) article = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_true (SUTRA_IS_ARTICLE (article));
    }
}

/* ---- Mentions ---- */

static void
test_mentions (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SutraId entity = model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  g_autofree char *key = sutra_fold_string ("কাজাখস্তান", -1);
  g_autoptr (SutraMentionList) linked = sutra_mention_list_new (f->the_case, NULL, &entity, NULL, NULL);
  g_autoptr (SutraMentionList) unlinked = sutra_mention_list_new (f->the_case, &f->article_id, NULL, &f->place, key);
  g_autoptr (ListValidator) linked_validator = list_validator_new (G_LIST_MODEL (linked));
  g_autoptr (ListValidator) unlinked_validator = list_validator_new (G_LIST_MODEL (unlinked));
  g_autoptr (SutraMention) first = NULL;
  SutraId ids[2];
  guint start, end;

  for (guint i = 0; i < 2; i++)
    {
      model_find (f->article, i == 0 ? "কাজাখস্তান ও" : "কাজাখস্তানের", 0, &start, &end);
      ids[i] = model_add_mention (f->the_case, &f->article_id, start, i == 0 ? end - 2 : end, &f->place, NULL);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (unlinked)), ==, 2);
  first = g_list_model_get_item (G_LIST_MODEL (unlinked), 0);
  /* Text order, not the order in which they were added. */
  g_assert_true (sutra_id_equal (sutra_mention_get_id (first), &ids[1]));

  list_validator_forget_counts (linked_validator);
  g_assert_true (sutra_case_link_mentions (f->the_case, ids, 2, &entity, &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (unlinked)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (linked)), ==, 2);
  g_assert_cmpuint (linked_validator->n_emissions, ==, 1);

  set_field (f->the_case, &ids[0], "status", "rejected");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (linked)), ==, 1);
  g_assert_true (sutra_case_undo (f->the_case, NULL, &error));
  g_assert_true (sutra_case_undo (f->the_case, NULL, &error));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (unlinked)), ==, 2);
  /* A note changes nothing in the list. */
  list_validator_forget_counts (unlinked_validator);
  set_field (f->the_case, &ids[0], "note", "ok");
  g_assert_cmpuint (unlinked_validator->n_emissions, ==, 0);
}

/* ---- Entities ---- */

static gboolean
entities_busy (gpointer list)
{
  return sutra_entity_list_get_loading (list);
}

static char *
print_entities (SutraEntityList *list)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (SutraEntityRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);
      const char *label = sutra_entity_row_get_label (row);

      switch (sutra_entity_row_get_kind (row))
        {
        case SUTRA_ENTITY_ROW_TYPE:
          g_assert_null (label);
          g_string_append_printf (string, "[%u]", sutra_entity_row_get_count (row));
          break;
        case SUTRA_ENTITY_ROW_ENTITY:
          g_string_append_printf (string, " %s=%u", label, sutra_entity_row_get_count (row));
          break;
        case SUTRA_ENTITY_ROW_MENTIONS:
        default:
          g_assert_nonnull (sutra_entity_row_get_key (row));
          g_string_append_printf (string, " (%s)=%u", label, sutra_entity_row_get_count (row));
        }
    }
  return g_string_free (string, FALSE);
}

#define assert_entities(list, expected)                                                                                                    \
  G_STMT_START                                                                                                                             \
  {                                                                                                                                        \
    g_autofree char *printed = NULL;                                                                                                       \
    model_wait_while (entities_busy, list);                                                                                                \
    printed = print_entities (list);                                                                                                       \
    g_assert_cmpstr (printed, ==, expected);                                                                                               \
  }                                                                                                                                        \
  G_STMT_END

static void
mark (ModelFixture *f, const char *quote, guint n, const SutraId *type, const char *label)
{
  g_autoptr (GError) error = NULL;
  SutraMentionSpec spec = { .article = f->article_id, .type = *type, .entity_label = label };

  model_find (f->article, quote, n, &spec.start, &spec.end);
  sutra_case_add_mentions (f->the_case, &spec, 1, NULL, &error);
  g_assert_no_error (error);
}

static void
test_entities (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraEntityList) list = sutra_entity_list_new (f->the_case);
  g_autoptr (ListValidator) validator = list_validator_new (G_LIST_MODEL (list));
  g_autoptr (SutraEntityRow) dhaka = NULL;
  g_autoptr (SutraEntityRow) same = NULL;

  g_assert_true (sutra_entity_list_get_loading (list));
  assert_entities (list, "");
  mark (f, "বাংলাদেশ", 0, &f->place, "বাংলাদেশ");
  mark (f, "ঢাকায়", 0, &f->place, NULL);
  mark (f, "ঢাকায়", 1, &f->place, NULL);
  mark (f, "রাষ্ট্রপতি", 0, &f->person, NULL);
  assert_entities (list, "[1] (রাষ্ট্রপতি)=1[3] (ঢাকা)=2 বাংলাদেশ=1");
  g_assert_cmpuint (sutra_entity_list_get_n_mentions (list), ==, 4);

  /* A row lives on while its count changes. */
  dhaka = g_list_model_get_item (G_LIST_MODEL (list), 3);
  list_validator_forget_counts (validator);
  mark (f, "ঢাকায়", 2, &f->place, NULL);
  assert_entities (list, "[1] (রাষ্ট্রপতি)=1[4] (ঢাকা)=3 বাংলাদেশ=1");
  g_assert_cmpuint (validator->n_emissions, ==, 0);
  same = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_assert_true (same == dhaka);

  sutra_entity_list_set_sort (list, SUTRA_ENTITY_SORT_NAME);
  assert_entities (list, "[1] (রাষ্ট্রপতি)=1[4] (ঢাকা)=3 বাংলাদেশ=1");
  mark (f, "কাজাখস্তানের", 0, &f->place, "কাজাখস্তান");
  assert_entities (list, "[1] (রাষ্ট্রপতি)=1[5] কাজাখস্তান=1 (ঢাকা)=3 বাংলাদেশ=1");
  sutra_entity_list_set_sort (list, SUTRA_ENTITY_SORT_COUNT);
  assert_entities (list, "[1] (রাষ্ট্রপতি)=1[5] (ঢাকা)=3 কাজাখস্তান=1 বাংলাদেশ=1");

  /* The inflected form is in the quote only. */
  sutra_entity_list_set_filter (list, "স্তানের");
  assert_entities (list, "[1] কাজাখস্তান=1");
  sutra_entity_list_set_filter (list, NULL);
  assert_entities (list, "[1] (রাষ্ট্রপতি)=1[5] (ঢাকা)=3 কাজাখস্তান=1 বাংলাদেশ=1");

  sutra_entity_list_set_collapsed (list, &f->place, TRUE);
  assert_entities (list, "[1] (রাষ্ট্রপতি)=1[5]");
  sutra_entity_list_set_collapsed (list, &f->place, FALSE);
  assert_entities (list, "[1] (রাষ্ট্রপতি)=1[5] (ঢাকা)=3 কাজাখস্তান=1 বাংলাদেশ=1");
  list_validator_check (validator);
}

static void
test_entities_scope (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraEntityList) list = sutra_entity_list_new (f->the_case);
  g_autoptr (ListValidator) validator = list_validator_new (G_LIST_MODEL (list));
  g_autoptr (SutraArticle) other = model_add_article (f->the_case, "ঢাকা শহর", NULL);
  SutraId unused = model_add_entity (f->the_case, &f->person, "অজানা");
  SutraId dhaka = model_add_entity (f->the_case, &f->place, "ঢাকা");
  SutraId mention = model_add_mention (f->the_case, sutra_article_get_id (other), 0, 4, &f->place, &dhaka);
  SutraId loose = SUTRA_ID_NULL;
  guint start, end;

  assert_entities (list, "[0] অজানা=0[1] ঢাকা=1");
  g_assert_cmpuint (sutra_entity_list_find (list, &unused), ==, 1);
  g_assert_cmpuint (sutra_entity_list_find (list, &mention), ==, 3);
  sutra_entity_list_set_article (list, f->article);
  assert_entities (list, "");
  g_assert_cmpuint (sutra_entity_list_find (list, &dhaka), ==, G_MAXUINT);

  model_find (f->article, "ঢাকায়", 0, &start, &end);
  loose = model_add_mention (f->the_case, &f->article_id, start, end, &f->place, NULL);
  assert_entities (list, "[1] (ঢাকা)=1");
  g_assert_cmpuint (sutra_entity_list_find (list, &loose), ==, 1);
  g_assert_true (sutra_case_link_mentions (f->the_case, &loose, 1, &dhaka, &error));
  assert_entities (list, "[1] ঢাকা=1");
  set_field (f->the_case, &dhaka, "label", "ঢাকা মহানগর");
  assert_entities (list, "[1] ঢাকা মহানগর=1");
  sutra_entity_list_set_article (list, NULL);
  assert_entities (list, "[0] অজানা=0[2] ঢাকা মহানগর=2");
  set_field (f->the_case, &dhaka, "type", "person");
  assert_entities (list, "[2] ঢাকা মহানগর=2 অজানা=0");
  g_assert_true (sutra_case_delete (f->the_case, sutra_article_get_id (other), 1, &error));
  assert_entities (list, "[1] ঢাকা মহানগর=1 অজানা=0");
  list_validator_check (validator);
}

/* ---- Selection ---- */

static void
count_cb (GObject *object, guint *n)
{
  (*n)++;
}

static void
test_selection (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraSelection) selection = sutra_selection_new (f->the_case);
  SutraId entity = model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  SutraId mention = model_add_mention (f->the_case, &f->article_id, 2, 14, &f->place, &entity);
  SutraId unknown = sutra_id_new ();
  guint n = 0;

  g_signal_connect (selection, "changed", G_CALLBACK (count_cb), &n);
  sutra_selection_choose_mention (selection, &mention);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (sutra_id_equal (sutra_selection_get_entity (selection), &entity));
  sutra_selection_choose_mention (selection, &mention);
  g_assert_cmpuint (n, ==, 1);

  g_assert_true (sutra_case_link_mentions (f->the_case, &mention, 1, NULL, &error));
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (sutra_id_is_null (sutra_selection_get_entity (selection)));
  g_assert_true (sutra_case_undo (f->the_case, NULL, &error));
  g_assert_true (sutra_id_equal (sutra_selection_get_entity (selection), &entity));
  g_assert_true (sutra_case_delete (f->the_case, &mention, 1, &error));
  g_assert_true (sutra_id_is_null (sutra_selection_get_mention (selection)));
  g_assert_true (sutra_id_is_null (sutra_selection_get_entity (selection)));

  sutra_selection_choose_entity (selection, &entity);
  g_assert_true (sutra_id_equal (sutra_selection_get_entity (selection), &entity));
  g_assert_true (sutra_case_delete (f->the_case, &entity, 1, &error));
  g_assert_true (sutra_id_is_null (sutra_selection_get_entity (selection)));
  n = 0;
  sutra_selection_choose_entity (selection, &unknown);
  sutra_selection_choose_mention (selection, &unknown);
  sutra_selection_clear (selection);
  g_assert_cmpuint (n, ==, 0);
}

/* Hovering chooses nothing, is announced once, and ends with what it is on. */
static void
test_hovered (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraSelection) selection = sutra_selection_new (f->the_case);
  SutraId entity = model_add_entity (f->the_case, &f->place, "🙂 কাজাখস্তান");
  SutraId other = model_add_entity (f->the_case, &f->place, "ভারত");
  guint n = 0, n_chosen = 0;

  g_signal_connect (selection, "hovered", G_CALLBACK (count_cb), &n);
  g_signal_connect (selection, "changed", G_CALLBACK (count_cb), &n_chosen);
  g_assert_true (sutra_id_is_null (sutra_selection_get_hovered (selection)));
  sutra_selection_set_hovered (selection, NULL);
  g_assert_cmpuint (n, ==, 0);
  sutra_selection_set_hovered (selection, &entity);
  sutra_selection_set_hovered (selection, &entity);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (sutra_id_equal (sutra_selection_get_hovered (selection), &entity));

  g_assert_true (sutra_case_delete (f->the_case, &other, 1, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (sutra_case_delete (f->the_case, &entity, 1, &error));
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (sutra_id_is_null (sutra_selection_get_hovered (selection)));
  g_assert_cmpuint (n_chosen, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/lists/diff", test_diff);
  g_test_add_func ("/model/lists/diff-smallest", test_diff_smallest);
  model_test_add ("/model/lists/articles", test_articles);
  model_test_add ("/model/lists/articles-filter", test_articles_filter);
  model_test_add ("/model/lists/mentions", test_mentions);
  model_test_add ("/model/lists/entities", test_entities);
  model_test_add ("/model/lists/entities-scope", test_entities_scope);
  model_test_add ("/model/lists/selection", test_selection);
  model_test_add ("/model/lists/hovered", test_hovered);
  return g_test_run ();
}
