/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "list-validator.h"
#include "model-fixture.h"
#include "sutra-tagset.h"

#include <math.h>

static SutraTypeSpec *
make_spec (const char *slug, const char *shortcut)
{
  SutraTypeSpec *spec = g_new0 (SutraTypeSpec, 1);

  spec->slug = g_strdup (slug);
  spec->name = g_strdup ("জাহাজ 🚢");
  spec->color = g_strdup ("#12abEF");
  spec->badge = g_strdup ("জ");
  spec->shortcut = g_strdup (shortcut);
  spec->names_entities = TRUE;
  return spec;
}

static void
assert_invalid (SutraTypeSpec *spec, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sutra_type_spec_validate (spec, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, field));
}

static void
check_field (gsize offset, const char *name, const char *const *good, const char *const *bad)
{
  for (guint i = 0; good[i] != NULL || bad[i] != NULL;)
    {
      g_autoptr (SutraTypeSpec) spec = make_spec ("ship", "x");
      char **field = (char **) (gpointer) ((char *) spec + offset);
      g_autoptr (GError) error = NULL;

      g_free (*field);
      *field = g_strdup (good[i] != NULL ? good[i] : bad[i]);
      if (good[i] != NULL)
        {
          g_assert_true (sutra_type_spec_validate (spec, &error));
          g_assert_no_error (error);
          good++;
        }
      else
        {
          assert_invalid (spec, name);
          bad++;
        }
    }
}

static void
test_validate (void)
{
  const char *const good_slugs[] = { "a", "ship", "air-ship-2", "a234567890123456789012345678901234567890", NULL };
  const char *const bad_slugs[] = { "", "Ship", "2ship", "-a", "a b", "জাহাজ", "a2345678901234567890123456789012345678901", "a_b", NULL };
  const char *const good_names[] = { "ক", "a b", "🚢", NULL };
  const char *const bad_names[] = { "", "a\nb", " a", "\xff", "1234567890123456789012345678901234567890123456789012345678901", NULL };
  const char *const good_colors[] = { "#000000", "#FFFFFF", "#1c71d8", NULL };
  const char *const bad_colors[] = { "", "red", "#fff", "#12345g", "1c71d8", "#1c71d800", NULL };
  const char *const good_badges[] = { "A", "ক", "🚢", "12", "ক্ষ", "জ্ঞে", "স্ত্রীকা", NULL };
  const char *const bad_badges[] = { "", "ABC", " ", "A ", "\t", "কখগ", "ক্ষ ক", "A\u00a0", NULL };
  const char *const good_keys[] = { "x", "ক", "7", ";", NULL };
  const char *const bad_keys[] = { "", "xy", "X", " ", "n", "[", "]", "\x1b", NULL };
  g_autoptr (SutraTypeSpec) missing = make_spec (NULL, NULL);
  g_autoptr (SutraTypeSpec) own_parent = make_spec ("ship", NULL);

  check_field (G_STRUCT_OFFSET (SutraTypeSpec, slug), "slug", good_slugs, bad_slugs);
  check_field (G_STRUCT_OFFSET (SutraTypeSpec, name), "name", good_names, bad_names);
  check_field (G_STRUCT_OFFSET (SutraTypeSpec, color), "color", good_colors, bad_colors);
  check_field (G_STRUCT_OFFSET (SutraTypeSpec, badge), "badge", good_badges, bad_badges);
  check_field (G_STRUCT_OFFSET (SutraTypeSpec, shortcut), "shortcut", good_keys, bad_keys);
  assert_invalid (missing, "slug");
  own_parent->parent = g_strdup ("ship");
  assert_invalid (own_parent, "parent");
}

/* ---- The default tagset ---- */

static double
linear (int channel)
{
  double c = channel / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
lab_f (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

/* sRGB to CIE L*a*b*, D65. */
static void
to_lab (const char *color, double lab[3])
{
  guint rgb = (guint) g_ascii_strtoull (color + 1, NULL, 16);
  double r = linear ((int) (rgb >> 16)), g = linear ((int) (rgb >> 8 & 255)), b = linear ((int) (rgb & 255));
  double x = lab_f ((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  double y = lab_f (0.2126 * r + 0.7152 * g + 0.0722 * b);
  double z = lab_f ((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);

  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static void
test_defaults (void)
{
  static const char *const slugs[] = { "person",   "organisation", "place",    "facility",  "event", "date",
                                       "quantity", "role",         "document", "quotation", "topic" };
  g_autoptr (GPtrArray) specs = sutra_tagset_default_specs ();
  g_autoptr (GHashTable) badges = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (specs->len, ==, G_N_ELEMENTS (slugs));
  for (guint i = 0; i < specs->len; i++)
    {
      const SutraTypeSpec *spec = g_ptr_array_index (specs, i);
      gboolean value = g_strv_contains ((const char *const[]){ "date", "quantity", "quotation", NULL }, spec->slug);

      g_assert_true (sutra_type_spec_validate (spec, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (spec->slug, ==, slugs[i]);
      g_assert_null (spec->name);
      g_assert_true (g_hash_table_add (badges, spec->badge));
      g_assert_true (g_hash_table_add (keys, spec->shortcut));
      g_assert_true (spec->names_entities == !value);
      for (guint j = 0; j < i; j++)
        {
          double a[3], b[3], distance;

          to_lab (spec->color, a);
          to_lab (((SutraTypeSpec *) g_ptr_array_index (specs, j))->color, b);
          distance = sqrt ((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]));
          if (distance < 25)
            g_error ("%s and %s look alike: %.1f", spec->slug, slugs[j], distance);
          g_assert_cmpfloat (a[0], >, 35);
          g_assert_cmpfloat (a[0], <, 75);
        }
    }
}

/* ---- Edits ---- */

static void
test_add (ModelFixture *f, gconstpointer data)
{
  SutraTagset *tagset = sutra_case_get_tagset (f->the_case);
  g_autoptr (ListValidator) validator = list_validator_new (G_LIST_MODEL (tagset));
  g_autoptr (SutraTypeSpec) spec = make_spec ("ship", "s");
  g_autoptr (SutraTypeSpec) second = make_spec (NULL, NULL);
  g_autoptr (SutraTypeSpec) latin = make_spec ("", NULL);
  g_autoptr (SutraEntityType) live = NULL;
  SutraId id = SUTRA_ID_NULL;

  spec->parent = g_strdup ("place");
  model_assert_edit (f, sutra_case_add_type (f->the_case, spec, &id, &f->error));
  live = g_object_ref (sutra_tagset_get (tagset, &id));
  g_assert_true (sutra_tagset_get_by_slug (tagset, "ship") == live);
  g_assert_true (sutra_tagset_get_by_shortcut (tagset, "s") == live);
  g_assert_true (sutra_id_equal (sutra_entity_type_get_parent (live), &f->place));
  g_assert_cmpint (sutra_entity_type_get_position (live), ==, 11);
  g_assert_cmpstr (sutra_entity_type_get_english_name (live), ==, "জাহাজ 🚢");

  model_assert_refused (f, sutra_case_add_type (f->the_case, spec, NULL, &f->error), SUTRA_ERROR_INVALID);
  g_free (spec->slug);
  spec->slug = g_strdup ("boat");
  model_assert_refused (f, sutra_case_add_type (f->the_case, spec, NULL, &f->error), SUTRA_ERROR_INVALID);
  g_clear_pointer (&spec->shortcut, g_free);
  g_free (spec->parent);
  spec->parent = g_strdup ("harbour");
  model_assert_refused (f, sutra_case_add_type (f->the_case, spec, NULL, &f->error), SUTRA_ERROR_INVALID);

  /* Without a slug. */
  model_assert_edit (f, sutra_case_add_type (f->the_case, second, &id, &f->error));
  g_assert_cmpstr (sutra_entity_type_get_slug (sutra_tagset_get (tagset, &id)), ==, "type");
  g_free (latin->name);
  latin->name = g_strdup ("Ship (old)");
  model_assert_edit (f, sutra_case_add_type (f->the_case, latin, &id, &f->error));
  g_assert_cmpstr (sutra_entity_type_get_slug (sutra_tagset_get (tagset, &id)), ==, "ship-old");

  /* Undone: gone from the list, the object lives on; redone: the same object. */
  for (guint i = 0; i < 3; i++)
    g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));
  g_assert_null (sutra_tagset_get_by_slug (tagset, "ship"));
  g_assert_true (sutra_live_get_deleted (SUTRA_LIVE (live)));
  g_assert_true (sutra_case_redo (f->the_case, NULL, NULL));
  g_assert_true (sutra_tagset_get_by_slug (tagset, "ship") == live);
  g_assert_false (sutra_live_get_deleted (SUTRA_LIVE (live)));
  list_validator_check (validator);
}

static void
test_move (ModelFixture *f, gconstpointer data)
{
  SutraTagset *tagset = sutra_case_get_tagset (f->the_case);
  g_autoptr (ListValidator) validator = list_validator_new (G_LIST_MODEL (tagset));
  SutraId unknown = sutra_id_new ();

  model_assert_edit (f, sutra_case_move_type (f->the_case, &f->place, 0, &f->error));
  g_assert_true (sutra_id_equal (sutra_entity_type_get_id (g_ptr_array_index (validator->items, 0)), &f->place));
  model_assert_edit (f, sutra_case_move_type (f->the_case, &f->place, 999, &f->error));
  g_assert_true (sutra_id_equal (sutra_entity_type_get_id (g_ptr_array_index (validator->items, 10)), &f->place));
  model_assert_refused (f, sutra_case_move_type (f->the_case, &unknown, 0, &f->error), SUTRA_ERROR_NOT_FOUND);
  list_validator_check (validator);
}

static void
test_delete (ModelFixture *f, gconstpointer data)
{
  SutraTagset *tagset = sutra_case_get_tagset (f->the_case);
  g_autoptr (ListValidator) validator = list_validator_new (G_LIST_MODEL (tagset));
  SutraId entity = model_add_entity (f->the_case, &f->place, "কাজাখস্তান");
  SutraId other = model_add_entity (f->the_case, &f->person, "রাষ্ট্রপতি");
  SutraId mention = model_add_mention (f->the_case, &f->article_id, 2, 14, &f->place, &entity);
  g_autoptr (SutraMention) live = sutra_case_get_mention (f->the_case, &mention, NULL);
  g_autoptr (SutraEntity) live_entity = sutra_case_get_entity (f->the_case, &entity, NULL);
  SutraId unknown = sutra_id_new ();
  guint mentions, entities;

  sutra_article_get_spans (f->article, NULL);
  g_assert_true (sutra_case_add_alias (f->the_case, &other, "নেতা", NULL, &mention, NULL));
  g_assert_true (sutra_case_add_relation (f->the_case, &other, &entity, "of", &mention, NULL, NULL));
  sutra_case_count_type_uses (f->the_case, &f->place, &mentions, &entities);
  g_assert_cmpuint (mentions, ==, 1);
  g_assert_cmpuint (entities, ==, 1);

  model_assert_refused (f, sutra_case_delete_type (f->the_case, &unknown, NULL, &f->error), SUTRA_ERROR_NOT_FOUND);
  model_assert_refused (f, sutra_case_delete_type (f->the_case, &f->place, &unknown, &f->error), SUTRA_ERROR_INVALID);
  model_assert_refused (f, sutra_case_delete_type (f->the_case, &f->place, &f->place, &f->error), SUTRA_ERROR_INVALID);

  model_assert_edit (f, sutra_case_delete_type (f->the_case, &f->place, &f->person, &f->error));
  g_assert_true (sutra_id_equal (sutra_mention_get_type_id (live), &f->person));
  g_assert_true (sutra_id_equal (sutra_entity_get_type_id (live_entity), &f->person));
  g_assert_null (sutra_tagset_get (tagset, &f->place));
  g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));
  g_assert_nonnull (sutra_tagset_get (tagset, &f->place));

  model_assert_edit (f, sutra_case_delete_type (f->the_case, &f->place, NULL, &f->error));
  g_assert_true (sutra_mention_get_deleted (live));
  g_assert_true (sutra_entity_get_deleted (live_entity));
  g_assert_cmpuint (sutra_span_index_size (sutra_article_get_spans (f->article, NULL)), ==, 0);
  g_assert_true (sutra_case_undo (f->the_case, NULL, NULL));
  g_assert_false (sutra_mention_get_deleted (live));
  g_assert_true (sutra_id_equal (sutra_mention_get_type_id (live), &f->place));
  list_validator_check (validator);

  /* All but the last. */
  while (g_list_model_get_n_items (G_LIST_MODEL (tagset)) > 1)
    {
      g_autoptr (SutraEntityType) type = g_list_model_get_item (G_LIST_MODEL (tagset), 1);
      SutraId id = *sutra_entity_type_get_id (type);

      g_assert_true (sutra_case_delete_type (f->the_case, &id, NULL, NULL));
    }
  model_assert_refused (f, sutra_case_delete_type (f->the_case, &f->person, NULL, &f->error), SUTRA_ERROR_INVALID);
}

static void
test_apply (ModelFixture *f, gconstpointer data)
{
  SutraTagset *tagset = sutra_case_get_tagset (f->the_case);
  g_autoptr (ListValidator) validator = list_validator_new (G_LIST_MODEL (tagset));
  g_autoptr (GPtrArray) specs = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_type_spec_free);
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GPtrArray) empty = g_ptr_array_new ();
  SutraTypeSpec *spec;

  model_add_mention (f->the_case, &f->article_id, 2, 14, &f->place, NULL);
  spec = make_spec ("boat", "l");
  spec->parent = g_strdup ("ship");
  g_ptr_array_add (specs, spec);
  g_ptr_array_add (specs, make_spec ("ship", "s"));
  g_ptr_array_add (specs, make_spec ("person", "x"));

  model_assert_edit (f, sutra_case_apply_tagset (f->the_case, specs, &f->error));
  back = sutra_tagset_dup_specs (tagset);
  g_assert_cmpuint (back->len, ==, 4);
  for (guint i = 0; i < 3; i++)
    {
      const SutraTypeSpec *want = g_ptr_array_index (specs, i);
      const SutraTypeSpec *got = g_ptr_array_index (back, i);

      g_assert_cmpstr (got->slug, ==, want->slug);
      g_assert_cmpstr (got->name, ==, want->name);
      g_assert_cmpstr (got->color, ==, want->color);
      g_assert_cmpstr (got->badge, ==, want->badge);
      g_assert_cmpstr (got->shortcut, ==, want->shortcut);
      g_assert_cmpstr (got->parent, ==, want->parent);
    }
  /* Used: kept at the end, its shortcut is taken now. */
  spec = g_ptr_array_index (back, 3);
  g_assert_cmpstr (spec->slug, ==, "place");
  g_assert_null (spec->shortcut);
  list_validator_check (validator);

  /* What it gave is what it takes: nothing changes. */
  {
    gint64 history = model_history_count (f->the_case);

    g_assert_true (sutra_case_apply_tagset (f->the_case, back, &f->error));
    g_assert_cmpint (model_history_count (f->the_case), ==, history);
  }

  model_assert_refused (f, sutra_case_apply_tagset (f->the_case, empty, &f->error), SUTRA_ERROR_INVALID);
  g_ptr_array_add (specs, make_spec ("ship", NULL));
  model_assert_refused (f, sutra_case_apply_tagset (f->the_case, specs, &f->error), SUTRA_ERROR_INVALID);
  g_ptr_array_set_size (specs, 3);
  g_ptr_array_add (specs, make_spec ("other", "s"));
  model_assert_refused (f, sutra_case_apply_tagset (f->the_case, specs, &f->error), SUTRA_ERROR_INVALID);
  g_ptr_array_set_size (specs, 3);
  spec = g_ptr_array_index (specs, 1);
  spec->parent = g_strdup ("boat");
  model_assert_refused (f, sutra_case_apply_tagset (f->the_case, specs, &f->error), SUTRA_ERROR_INVALID);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/tagset/validate", test_validate);
  g_test_add_func ("/model/tagset/defaults", test_defaults);
  model_test_add ("/model/tagset/add", test_add);
  model_test_add ("/model/tagset/move", test_move);
  model_test_add ("/model/tagset/delete", test_delete);
  model_test_add ("/model/tagset/apply", test_apply);
  return g_test_run ();
}
