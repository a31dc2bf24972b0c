/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

#include "sutra-known-names.h"
#include "sutra-suggestion.h"

#define NAMES (1 << SUTRA_SUGGESTION_NAME)

static GPtrArray *
suggest (ModelFixture *f, guint kinds)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *found = sutra_suggest (f->the_case, &f->article_id, kinds, NULL, &error);

  g_assert_no_error (error);
  return found;
}

/* "text text" of what is proposed. */
static char *
texts (ModelFixture *f, guint kinds)
{
  g_autoptr (GPtrArray) found = suggest (f, kinds);
  GString *all = g_string_new (NULL);
  guint32 last = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const SutraSuggestion *one = found->pdata[i];

      g_assert_cmpuint (one->start, >=, last);
      last = one->start;
      g_string_append_printf (all, "%s%s", i > 0 ? " " : "", one->text);
    }
  return g_string_free (all, FALSE);
}

#define assert_texts(f, kinds, expected)                                                                                                   \
  G_STMT_START                                                                                                                             \
  {                                                                                                                                        \
    g_autofree char *found_texts = texts (f, kinds);                                                                                       \
    g_assert_cmpstr (found_texts, ==, expected);                                                                                           \
  }                                                                                                                                        \
  G_STMT_END

static void
test_names (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  SutraText *text = sutra_article_get_text (f->article, NULL);
  SutraId entity;

  assert_texts (f, NAMES, "");
  entity = model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  found = suggest (f, NAMES);
  g_assert_cmpuint (found->len, ==, 3);
  for (guint i = 0; i < found->len; i++)
    {
      const SutraSuggestion *one = found->pdata[i];
      g_autofree char *stem = sutra_text_slice (text, one->start, one->stem_end);
      g_autofree char *whole = sutra_text_slice (text, one->start, one->end);

      g_assert_cmpstr (stem, ==, "কাজাখস্তান");
      g_assert_cmpstr (whole, ==, one->text);
      g_assert_cmpint (one->kind, ==, SUTRA_SUGGESTION_NAME);
      g_assert_true (sutra_id_equal (&one->entity, &entity));
      g_assert_true (sutra_id_equal (&one->type, &f->place));
      g_assert_true (sutra_id_equal (&one->article, &f->article_id));
      g_assert_null (one->value);
      g_assert_true (one->sure);
      g_assert_cmpstr (one->explanation, ==, "“কাজাখস্তান” is a known place.");
    }
  assert_texts (f, NAMES, "কাজাখস্তানের কাজাখস্তান কাজাখস্তানকে");
  /* The other kinds have no part in it. */
  assert_texts (f, 1 << SUTRA_SUGGESTION_PLACE, "");
}

/* The kept names follow entities, aliases, types, undo and redo. */
static void
test_names_follow_the_case (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraKnownNames) first = NULL;
  g_autoptr (SutraKnownNames) again = NULL;
  g_autoptr (SutraKnownNames) known = NULL;
  g_autoptr (SutraEntity) live = NULL;
  const char *const label[] = { "label", "মন্ত্রী", NULL };
  SutraId entity = model_add_entity (f->the_case, &f->place, "বাংলাদেশ");
  SutraAlias *alias;
  guint64 state;

  assert_texts (f, NAMES, "বাংলাদেশ");
  first = sutra_known_names_for_case (f->the_case, NULL, &error);
  model_add_mention (f->the_case, &f->article_id, 0, 1, &f->person, NULL);
  again = sutra_known_names_for_case (f->the_case, NULL, &error);
  /* An edit of mentions costs nothing. */
  g_assert_true (first == again);

  sutra_case_add_alias (f->the_case, &entity, "চুক্তি", NULL, NULL, &error);
  g_assert_no_error (error);
  assert_texts (f, NAMES, "বাংলাদেশ চুক্তি");
  live = sutra_case_get_entity (f->the_case, &entity, &error);
  alias = g_ptr_array_index (sutra_entity_get_aliases (live), 0);
  sutra_case_delete_alias (f->the_case, &alias->id, &error);
  g_assert_no_error (error);
  assert_texts (f, NAMES, "বাংলাদেশ");
  sutra_case_undo (f->the_case, NULL, &error);
  g_assert_no_error (error);
  assert_texts (f, NAMES, "বাংলাদেশ চুক্তি");
  sutra_case_set (f->the_case, &entity, label, &error);
  g_assert_no_error (error);
  assert_texts (f, NAMES, "মন্ত্রী চুক্তি");
  sutra_case_delete (f->the_case, &entity, 1, &error);
  g_assert_no_error (error);
  assert_texts (f, NAMES, "");

  /* A worker's late answer is not kept. */
  known = sutra_known_names_peek (f->the_case, &state);
  g_assert_nonnull (known);
  sutra_case_add_entity (f->the_case, &f->place, "অন্য", NULL, &error);
  g_assert_no_error (error);
  sutra_known_names_keep (f->the_case, first, state);
  g_assert_null (sutra_known_names_peek (f->the_case, &state));
  assert_texts (f, NAMES, "");
}

/* A type that carries values names nothing. */
static void
test_only_naming_types (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *const off[] = { "names_entities", "false", NULL };

  model_add_entity (f->the_case, &f->place, "বাংলাদেশ");
  assert_texts (f, NAMES, "বাংলাদেশ");
  sutra_case_set (f->the_case, &f->place, off, &error);
  g_assert_no_error (error);
  assert_texts (f, NAMES, "");
}

/* Longest name first; a short one is unsure; what is prefix of others does not hide them. */
static void
test_longest (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  const SutraSuggestion *one;

  model_add_entity (f->the_case, &f->person, "কাজাখস্তানের রাষ্ট্রপতি");
  model_add_entity (f->the_case, &f->place, "ঢাকা");
  found = suggest (f, NAMES);
  g_assert_cmpuint (found->len, ==, 4);
  one = found->pdata[0];
  g_assert_cmpstr (one->text, ==, "কাজাখস্তানের রাষ্ট্রপতি");
  g_assert_true (one->sure);
  one = found->pdata[1];
  g_assert_cmpstr (one->text, ==, "ঢাকায়");
  if (!one->sure)
    g_assert_cmpint (one->reason, ==, SUTRA_REASON_DOUBTFUL);
}

static void
test_same_name_twice (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  const SutraSuggestion *one;
  SutraId first = model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  SutraId second = model_add_entity (f->the_case, &f->person, "প্রেসিডেন্ট");
  /* The same fold key, other code points: a digit apart would not be. */
  sutra_case_add_alias (f->the_case, &second, "কাজাখস্তান ", NULL, NULL, &error);
  g_assert_no_error (error);

  found = suggest (f, NAMES);
  g_assert_cmpuint (found->len, ==, 3);
  one = found->pdata[0];
  g_assert_true (sutra_id_is_null (&one->entity));
  g_assert_false (one->sure);
  g_assert_cmpint (one->reason, ==, SUTRA_REASON_SEVERAL);
  g_assert_nonnull (strstr (one->explanation, "2 entities"));
  g_assert_nonnull (strstr (one->explanation, "প্রেসিডেন্ট"));

  /* An alias that is its own label is no second entity. */
  sutra_case_delete (f->the_case, &second, 1, &error);
  g_assert_no_error (error);
  sutra_case_add_alias (f->the_case, &first, "কাজাখস্তান", NULL, NULL, NULL);
  after = suggest (f, NAMES);
  g_assert_cmpuint (after->len, ==, 3);
  one = after->pdata[0];
  g_assert_true (sutra_id_equal (&one->entity, &first));
}

/* What was marked by hand without an entity is looked for in the rest of the article. */
static void
test_repeated (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  guint start, end;
  SutraId mention;

  model_find (f->article, "কাজাখস্তানকে", 0, &start, &end);
  mention = model_add_mention (f->the_case, &f->article_id, start, end, &f->place, NULL);
  assert_texts (f, NAMES, "কাজাখস্তানের কাজাখস্তান");
  found = suggest (f, NAMES);
  g_assert_cmpint (((SutraSuggestion *) found->pdata[0])->reason, ==, SUTRA_REASON_REPEATED);
  g_assert_true (sutra_id_is_null (&((SutraSuggestion *) found->pdata[0])->entity));

  /* Not what was not marked by hand, nor values. */
  sutra_case_delete (f->the_case, &mention, 1, NULL);
  assert_texts (f, NAMES, "");
  g_assert_true (sutra_suggestions_accept (f->the_case, (SutraSuggestion *const *) found->pdata, 1, NULL, NULL));
  assert_texts (f, NAMES, "");
}

static void
test_ids (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (sutra_id_hash, sutra_id_equal);

  model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  model_add_entity (f->the_case, &f->place, "ঢাকা");
  first = suggest (f, SUTRA_SUGGEST_ALL);
  model_fixture_reopen (f);
  second = suggest (f, SUTRA_SUGGEST_ALL);
  g_assert_cmpuint (first->len, ==, second->len);
  g_assert_cmpuint (first->len, >=, 6);
  for (guint i = 0; i < first->len; i++)
    {
      const SutraSuggestion *a = first->pdata[i];
      const SutraSuggestion *b = second->pdata[i];

      g_assert_true (sutra_id_equal (&a->id, &b->id));
      g_assert_true (g_hash_table_add (known, (gpointer) &a->id));
    }
}

static void
test_accept (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (SutraMention) mention = NULL;
  g_autofree char *label = NULL;
  g_autoptr (SutraHistoryRow) row = NULL;
  SutraId ids[3];
  SutraId entity = model_add_entity (f->the_case, &f->place, "কাজাখস্তান");

  found = suggest (f, NAMES);
  model_assert_edit (f, sutra_suggestions_accept (f->the_case, (SutraSuggestion *const *) found->pdata, 3, ids, &f->error));
  row = sutra_history_peek_undo (sutra_case_get_store (f->the_case));
  label = sutra_edit_label (row->kind, row->subject, row->count);
  g_assert_cmpstr (label, ==, "Accept 3 suggestions (“কাজাখস্তানের”)");

  mention = sutra_case_get_mention (f->the_case, &ids[0], NULL);
  g_assert_cmpint (sutra_mention_get_status (mention), ==, SUTRA_MENTION_CONFIRMED);
  g_assert_cmpint (sutra_mention_get_origin (mention), ==, SUTRA_ORIGIN_SUGGESTION);
  g_assert_true (sutra_id_equal (sutra_mention_get_entity (mention), &entity));
  g_assert_cmpuint (sutra_mention_get_stem_end (mention), ==, ((SutraSuggestion *) found->pdata[0])->stem_end);
  assert_texts (f, NAMES, "");
  sutra_case_undo (f->the_case, NULL, NULL);
  assert_texts (f, NAMES, "কাজাখস্তানের কাজাখস্তান কাজাখস্তানকে");
}

static guint
count_everywhere (ModelFixture *f, const SutraId *entity)
{
  g_autoptr (SutraEntity) live = sutra_case_get_entity (f->the_case, entity, NULL);
  guint uses;

  sutra_case_count_type_uses (f->the_case, &f->place, &uses, NULL);
  return sutra_article_count_mentions (f->article) + sutra_entity_count_mentions (live) + uses;
}

/* It is remembered, shown nowhere, and undone like any edit. */
static void
test_reject (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *label = NULL;
  g_autoptr (SutraHistoryRow) row = NULL;
  g_autoptr (GError) error = NULL;
  SutraId entity = model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  SutraId other, mention;
  const SutraSuggestion *one;

  found = suggest (f, NAMES);
  model_assert_edit (f, sutra_suggestions_reject (f->the_case, (SutraSuggestion *const *) found->pdata, 1, &f->error));
  row = sutra_history_peek_undo (sutra_case_get_store (f->the_case));
  label = sutra_edit_label (row->kind, row->subject, row->count);
  g_assert_cmpstr (label, ==, "Reject “কাজাখস্তানের”");
  assert_texts (f, NAMES, "কাজাখস্তান কাজাখস্তানকে");
  g_assert_cmpuint (count_everywhere (f, &entity), ==, 0);
  model_fixture_reopen (f);
  assert_texts (f, NAMES, "কাজাখস্তান কাজাখস্তানকে");

  /* What names another entity was not rejected. */
  sutra_case_delete (f->the_case, &entity, 1, &error);
  g_assert_no_error (error);
  other = model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  again = suggest (f, NAMES);
  g_assert_cmpuint (again->len, ==, 3);
  one = again->pdata[0];

  /* The analyst may mark by hand what was rejected. */
  g_assert_true (sutra_suggestions_reject (f->the_case, (SutraSuggestion *const *) again->pdata, 1, &error));
  mention = model_add_mention (f->the_case, &f->article_id, one->start, one->end, &f->place, &other);
  g_assert_false (sutra_id_is_null (&mention));
  g_assert_cmpuint (count_everywhere (f, &other), ==, 3);
  assert_texts (f, NAMES, "কাজাখস্তান কাজাখস্তানকে");
}

static void
test_marked (ModelFixture *f, gconstpointer data)
{
  guint start, end;

  SutraId entity;

  model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  entity = model_add_entity (f->the_case, &f->person, "উপগ্রহ");
  model_find (f->article, "কাজাখস্তানের", 0, &start, &end);
  /* Another type over more than it: still offered. */
  model_add_mention (f->the_case, &f->article_id, start - 2, end, &f->person, &entity);
  assert_texts (f, NAMES, "কাজাখস্তানের কাজাখস্তান কাজাখস্তানকে");
  /* Another type just there: the analyst has decided. */
  model_add_mention (f->the_case, &f->article_id, start, end, &f->person, NULL);
  assert_texts (f, NAMES, "কাজাখস্তান কাজাখস্তানকে");
  /* The same type over more than it. */
  model_find (f->article, "কাজাখস্তানকে ধন্যবাদ", 0, &start, &end);
  model_add_mention (f->the_case, &f->article_id, start, end, &f->place, NULL);
  assert_texts (f, NAMES, "কাজাখস্তান");
}

/* Dates: with their values, resolved against the published date; without it accepted as a mention without a value. */
static void
test_dates (ModelFixture *f, gconstpointer data)
{
  const guint dates = 1 << SUTRA_SUGGESTION_DATE;
  g_autoptr (SutraArticle) article = model_add_article (f->the_case, "😀 ক্ষমতা বদল হয় গত বছর, চুক্তি ৮ এপ্রিল ২০২৪-এ।\n", NULL);
  const char *const published[] = { "published", "2024-04-09", NULL };
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (SutraMention) mention = NULL;
  g_autoptr (GError) error = NULL;
  SutraTagset *tagset = sutra_case_get_tagset (f->the_case);
  SutraId type = *sutra_entity_type_get_id (sutra_tagset_get_by_slug (tagset, "date"));
  const SutraSuggestion *one;
  SutraId id;

  g_set_object (&f->article, article);
  f->article_id = *sutra_article_get_id (article);
  before = suggest (f, dates);
  g_assert_cmpuint (before->len, ==, 2);
  one = before->pdata[0];
  g_assert_cmpstr (one->text, ==, "গত বছর");
  g_assert_null (one->value);
  g_assert_false (one->sure);
  g_assert_cmpint (one->reason, ==, SUTRA_REASON_NEEDS_PUBLISHED);
  g_assert_nonnull (one->explanation);
  one = before->pdata[1];
  g_assert_cmpstr (one->value, ==, "2024-04-08");
  g_assert_true (sutra_id_equal (&one->type, &type));
  g_assert_true (one->sure);

  g_assert_true (sutra_suggestions_accept (f->the_case, (SutraSuggestion *const *) before->pdata, 1, &id, &error));
  mention = sutra_case_get_mention (f->the_case, &id, NULL);
  g_assert_null (sutra_mention_get_value (mention));
  sutra_case_undo (f->the_case, NULL, NULL);

  sutra_case_set (f->the_case, &f->article_id, published, &error);
  g_assert_no_error (error);
  after = suggest (f, dates);
  one = after->pdata[0];
  g_assert_cmpstr (one->value, ==, "2023");
  g_assert_true (one->sure);
  /* The value is a part of the id; what did not change keeps its own. */
  g_assert_false (sutra_id_equal (&one->id, &((SutraSuggestion *) before->pdata[0])->id));
  g_assert_true (sutra_id_equal (&((SutraSuggestion *) after->pdata[1])->id, &((SutraSuggestion *) before->pdata[1])->id));
  /* A rejected one stays rejected when its value changes. */
  g_assert_true (sutra_suggestions_reject (f->the_case, (SutraSuggestion *const *) before->pdata, 1, &error));
  assert_texts (f, dates, "৮ এপ্রিল ২০২৪-এ");

  /* Without the type there is nothing to mark them with. */
  g_assert_true (sutra_case_delete_type (f->the_case, &type, NULL, &error));
  assert_texts (f, dates, "");
}

/* Numbers with their units; one within a name is a part of it. */
static void
test_numbers (ModelFixture *f, gconstpointer data)
{
  const guint numbers = 1 << SUTRA_SUGGESTION_NUMBER;
  g_autoptr (SutraArticle) article = model_add_article (f->the_case, "😀 ক্ষতি ৫ লাখ টাকা, আহত ১২০ জন, জি-২০ সম্মেলনে।\n", NULL);
  g_autoptr (GPtrArray) found = NULL;
  SutraId type = *sutra_entity_type_get_id (sutra_tagset_get_by_slug (sutra_case_get_tagset (f->the_case), "quantity"));

  g_set_object (&f->article, article);
  f->article_id = *sutra_article_get_id (article);
  model_add_entity (f->the_case, &f->place, "জি-২০ সম্মেলন");
  found = suggest (f, numbers);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (((SutraSuggestion *) found->pdata[0])->value, ==, "500000 টাকা");
  g_assert_cmpstr (((SutraSuggestion *) found->pdata[1])->value, ==, "120 জন");
  g_assert_true (sutra_id_equal (&((SutraSuggestion *) found->pdata[0])->type, &type));
  assert_texts (f, numbers | NAMES, "৫ লাখ টাকা ১২০ জন জি-২০ সম্মেলনে");
}

static void
test_checks (ModelFixture *f, gconstpointer data)
{
  g_autoptr (SutraArticle) article = model_add_article (f->the_case, "😀 ক্ষমতার কথা৷ শেষ।\n", NULL);
  g_autoptr (GPtrArray) found = NULL;

  g_set_object (&f->article, article);
  f->article_id = *sutra_article_get_id (article);
  found = suggest (f, 1 << SUTRA_SUGGESTION_CHECK);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_nonnull (((SutraSuggestion *) found->pdata[0])->explanation);
  model_assert_refused (f, sutra_suggestions_accept (f->the_case, (SutraSuggestion *const *) found->pdata, 1, NULL, &f->error),
                        SUTRA_ERROR_INVALID);
  model_assert_refused (f, sutra_suggestions_reject (f->the_case, (SutraSuggestion *const *) found->pdata, 1, &f->error),
                        SUTRA_ERROR_INVALID);
}

/* A name that begins 10,000 words: none of them is it. */
static void
test_prefix (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("😀 ");
  g_autoptr (SutraArticle) article = NULL;

  for (guint i = 0; i < 10000; i++)
    {
      g_string_append (text, "কাজাখক্ষ");
      g_string_append_unichar (text, 0x0995 + i % 20);
      g_string_append_unichar (text, 0x0995 + i / 20 % 20);
      g_string_append_c (text, ' ');
    }
  g_string_append (text, "কাজাখে।");
  article = model_add_article (f->the_case, text->str, "x");
  g_set_object (&f->article, article);
  f->article_id = *sutra_article_get_id (article);
  model_add_entity (f->the_case, &f->place, "কাজাখ");
  assert_texts (f, NAMES, "কাজাখে");
}

static void
test_nothing (ModelFixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraArticle) empty = model_add_article (f->the_case, "\n", "empty");
  g_autoptr (GPtrArray) found = sutra_suggest (f->the_case, sutra_article_get_id (empty), SUTRA_SUGGEST_ALL, NULL, &error);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  SutraId none = sutra_id_new ();

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_true (sutra_suggestions_accept (f->the_case, (SutraSuggestion *const *) found->pdata, 0, NULL, &error));
  g_assert_true (sutra_suggestions_reject (f->the_case, NULL, 0, &error));
  g_assert_null (sutra_suggest (f->the_case, &none, SUTRA_SUGGEST_ALL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (sutra_suggest (f->the_case, &f->article_id, SUTRA_SUGGEST_ALL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  model_test_add ("/assist/suggest/names", test_names);
  model_test_add ("/assist/suggest/names-follow-the-case", test_names_follow_the_case);
  model_test_add ("/assist/suggest/only-naming-types", test_only_naming_types);
  model_test_add ("/assist/suggest/longest", test_longest);
  model_test_add ("/assist/suggest/same-name-twice", test_same_name_twice);
  model_test_add ("/assist/suggest/repeated", test_repeated);
  model_test_add ("/assist/suggest/ids", test_ids);
  model_test_add ("/assist/suggest/accept", test_accept);
  model_test_add ("/assist/suggest/reject", test_reject);
  model_test_add ("/assist/suggest/marked", test_marked);
  model_test_add ("/assist/suggest/dates", test_dates);
  model_test_add ("/assist/suggest/numbers", test_numbers);
  model_test_add ("/assist/suggest/checks", test_checks);
  model_test_add ("/assist/suggest/prefix", test_prefix);
  model_test_add ("/assist/suggest/nothing", test_nothing);
  return g_test_run ();
}
