/* The parts of the application that need no window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-annotator.h"
#include "sutra-case-registry.h"
#include "sutra-edit-label.h"
#include "sutra-error-message.h"
#include "sutra-error.h"
#include "sutra-window-layout.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
test_layout (void)
{
  gboolean library, entities;

  for (int width = 300; width < 2000; width += 50)
    for (int bits = 0; bits < 8; bits++)
      for (double scale = 1; scale <= 2; scale += 0.5)
        {
          SutraWindowWish wish = { width, scale, bits & 1, bits >> 1 & 1, bits >> 2 & 1 };

          sutra_window_layout_decide (&wish, &library, &entities);
          /* Nothing is shown that was not asked for; one of those asked for always is. */
          g_assert_true (!library || wish.library);
          g_assert_true (!entities || wish.entities);
          g_assert_true ((library || entities) == (wish.library || wish.entities));
          if (width >= SUTRA_WINDOW_NARROW * scale)
            g_assert_true (library == wish.library && entities == wish.entities);
          else
            g_assert_false (library && entities);
          /* What was asked for last wins. */
          if (library != wish.library)
            g_assert_false (wish.prefer_library);
          if (entities != wish.entities)
            g_assert_true (wish.prefer_library);
        }
}

static void
test_edit_labels (void)
{
  for (int kind = 0; kind < SUTRA_N_EDIT_KINDS; kind++)
    for (guint count = 0; count < 4; count++)
      for (int with_subject = 0; with_subject < 2; with_subject++)
        {
          const char *subject = with_subject ? "🙂 কাজাখস্তান 100%s" : NULL;
          g_autofree char *label = sutra_edit_label_dup (kind, subject, count);
          g_autofree char *done = sutra_edit_label_dup_done (kind, subject, count);

          g_assert_true (*label != '\0' && *done != '\0');
          g_assert_cmpstr (label, !=, done);
          g_assert_true (g_utf8_validate (label, -1, NULL));
        }
}

static void
test_edit_label_subject (void)
{
  g_autofree char *long_subject = g_strnfill (500, 'x');
  g_autofree char *one = sutra_edit_label_dup (SUTRA_EDIT_ADD_MENTION, "ক্ষুদ্র", 1);
  g_autofree char *many = sutra_edit_label_dup (SUTRA_EDIT_DELETE_MENTION, NULL, 3);
  g_autofree char *all = sutra_edit_label_dup_done (SUTRA_EDIT_ADD_OCCURRENCES, "নেপাল", 4);
  g_autofree char *cut = sutra_edit_label_dup (SUTRA_EDIT_ADD_ARTICLE, long_subject, 1);

  g_assert_cmpstr (one, ==, "Mark “ক্ষুদ্র”");
  g_assert_cmpstr (many, ==, "Delete 3 mentions");
  g_assert_cmpstr (all, ==, "Marked 4 occurrences: “নেপাল”");
  g_assert_cmpuint (g_utf8_strlen (cut, -1), <, 60);
}

static void
test_error_headings (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = SUTRA_ERROR_FAILED; code <= SUTRA_ERROR_UNSUPPORTED; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (SUTRA_ERROR, code, "detail");
      char *heading = sutra_error_message_dup_heading (error);

      g_assert_nonnull (heading);
      /* Each code has a heading of its own. */
      g_assert_true (g_hash_table_add (seen, heading));
    }
}

/* Removes a flat folder of a test. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_registry (void)
{
  g_autoptr (SutraCaseRegistry) registry = sutra_case_registry_new ();
  g_autofree char *folder = g_dir_make_tmp ("sutra-registry-XXXXXX", NULL);
  g_autofree char *link = g_build_filename (folder, "link.sutra", NULL);
  g_autofree char *path = NULL;
  g_autofree char *free_path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraCase) again = NULL;
  g_autoptr (SutraCase) linked = NULL;
  SutraCase *desk = sutra_case_registry_open_desk (registry, folder, &error);

  g_assert_no_error (error);
  path = g_strdup (sutra_case_get_path (desk));
  again = sutra_case_registry_open (registry, path, &error);
  g_assert_no_error (error);
  g_assert_true (again == desk);
  g_assert_cmpint (symlink (path, link), ==, 0);
  linked = sutra_case_registry_open (registry, link, &error);
  g_assert_no_error (error);
  g_assert_true (linked == desk);
  g_clear_object (&again);
  g_clear_object (&linked);
  g_assert_finalize_object (desk);

  /* It was let go: opened anew, and it is the same desk. */
  again = sutra_case_registry_open_desk (registry, folder, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sutra_case_get_path (again), ==, path);

  free_path = sutra_case_registry_free_path (folder, "my-desk");
  g_assert_cmpstr (free_path, !=, path);
  g_assert_false (g_file_test (free_path, G_FILE_TEST_EXISTS));
  g_assert_finalize_object (g_steal_pointer (&again));
  remove_folder (folder);
}

/* What a hostile or odd name must not do: leave the folder. */
static void
test_free_path (void)
{
  static const char *const names[] = { "", ".", "..", "../../x", "a/b", "ক্ষুদ্র", "a:b", ".hidden" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = sutra_case_registry_free_path ("/nowhere", names[i]);
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *canonical = g_canonicalize_filename (path, "/");

      g_assert_cmpstr (folder, ==, "/nowhere");
      g_assert_cmpstr (canonical, ==, path);
      g_assert_true (g_str_has_suffix (path, ".sutra"));
    }
}

typedef struct
{
  char *folder;
  SutraCase *the_case;
  SutraArticle *article;
} Marking;

static void
marking_set_up (Marking *marking, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  SutraDraft draft = { 0 };

  marking->folder = g_dir_make_tmp ("sutra-marking-XXXXXX", NULL);
  path = g_build_filename (marking->folder, "case.sutra", NULL);
  marking->the_case = sutra_case_create (path, NULL, &error);
  g_assert_no_error (error);
  draft.text = sutra_text_new_from_string (
      "🙂 নেপাল ও ভুটান। নেপালের মন্ত্রী বলেন, নেপাল যাবে।");
  draft.original = sutra_text_get_bytes (draft.text);
  draft.encoding = (char *) "UTF-8";
  draft.media_type = (char *) "text/plain";
  marking->article = sutra_case_add_article (marking->the_case, &draft, NULL, &error);
  g_assert_no_error (error);
  sutra_text_unref (draft.text);
}

static void
marking_tear_down (Marking *marking, gconstpointer data)
{
  g_object_unref (marking->article);
  g_assert_finalize_object (marking->the_case);
  remove_folder (marking->folder);
  g_free (marking->folder);
}

static const SutraId *
type_id (Marking *marking, const char *slug)
{
  return sutra_entity_type_get_id (sutra_tagset_get_by_slug (sutra_case_get_tagset (marking->the_case), slug));
}

static void
test_mark_guess (Marking *marking, gconstpointer data)
{
  SutraId first, second;
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraMention) one = NULL;
  g_autoptr (SutraMention) two = NULL;
  g_autoptr (SutraEntity) entity = NULL;

  /* A new entity with the dictionary form; the inflected form then links to the same one. */
  g_assert_true (sutra_annotator_mark (marking->the_case, marking->article, 2, 7, type_id (marking, "place"), NULL, NULL, &first, &error));
  g_assert_true (
      sutra_annotator_mark (marking->the_case, marking->article, 17, 24, type_id (marking, "place"), NULL, NULL, &second, &error));
  g_assert_no_error (error);
  one = sutra_case_get_mention (marking->the_case, &first, NULL);
  two = sutra_case_get_mention (marking->the_case, &second, NULL);
  g_assert_cmpstr (sutra_mention_get_quote (one), ==, "নেপাল");
  g_assert_cmpstr (sutra_mention_get_quote (two), ==, "নেপালের");
  g_assert_true (sutra_id_equal (sutra_mention_get_entity (one), sutra_mention_get_entity (two)));
  entity = sutra_case_get_entity (marking->the_case, sutra_mention_get_entity (one), NULL);
  g_assert_cmpstr (sutra_entity_get_label (entity), ==, "নেপাল");

  /* The same again is refused. */
  g_assert_false (sutra_annotator_mark (marking->the_case, marking->article, 2, 7, type_id (marking, "place"), NULL, NULL, NULL, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_EXISTS);
}

static void
test_mark_label (Marking *marking, gconstpointer data)
{
  SutraId mention;
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraMention) labelled = NULL;
  g_autoptr (SutraMention) unlinked = NULL;
  g_autoptr (SutraMention) date = NULL;
  g_autoptr (SutraEntity) entity = NULL;

  g_assert_true (
      sutra_annotator_mark (marking->the_case, marking->article, 2, 7, type_id (marking, "place"), NULL, "Nepal", &mention, &error));
  labelled = sutra_case_get_mention (marking->the_case, &mention, NULL);
  entity = sutra_case_get_entity (marking->the_case, sutra_mention_get_entity (labelled), NULL);
  g_assert_cmpstr (sutra_entity_get_label (entity), ==, "Nepal");

  g_assert_true (
      sutra_annotator_mark (marking->the_case, marking->article, 10, 15, type_id (marking, "place"), NULL, "", &mention, &error));
  unlinked = sutra_case_get_mention (marking->the_case, &mention, NULL);
  g_assert_true (sutra_id_is_null (sutra_mention_get_entity (unlinked)));

  /* A type that names no entities makes none. */
  g_assert_true (
      sutra_annotator_mark (marking->the_case, marking->article, 10, 15, type_id (marking, "quotation"), NULL, NULL, &mention, &error));
  date = sutra_case_get_mention (marking->the_case, &mention, NULL);
  g_assert_true (sutra_id_is_null (sutra_mention_get_entity (date)));
  g_assert_no_error (error);
}

static void
test_mark_all (Marking *marking, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = sutra_annotator_dup_names (marking->the_case, marking->article, 2, 7, NULL, "নেপাল");
  g_autoptr (GArray) found =
      sutra_occurrences_find (sutra_article_get_text (marking->article, NULL), (const char *const *) names, NULL, &error);
  g_autoptr (GArray) mentions = NULL;
  g_autoptr (GArray) entities = NULL;
  guint n = 0;

  g_assert_cmpuint (g_strv_length (names), ==, 1);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_true (
      sutra_annotator_mark_all (marking->the_case, marking->article, 2, 7, type_id (marking, "place"), NULL, "নেপাল", found, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  mentions = sutra_case_list_mentions (marking->the_case, sutra_article_get_id (marking->article), NULL);
  entities = sutra_case_list_entities (marking->the_case, NULL);
  g_assert_cmpuint (mentions->len, ==, 3);
  g_assert_cmpuint (entities->len, ==, 1);
  /* One step. */
  g_assert_true (sutra_case_undo (marking->the_case, NULL, &error));
  g_clear_pointer (&mentions, g_array_unref);
  mentions = sutra_case_list_mentions (marking->the_case, sutra_article_get_id (marking->article), NULL);
  g_assert_cmpuint (mentions->len, ==, 0);

  /* What is marked with the type already, under whatever name, is passed over; another type is no hindrance. */
  g_assert_true (sutra_annotator_mark (marking->the_case, marking->article, g_array_index (found, SutraOccurrence, 1).start,
                                       g_array_index (found, SutraOccurrence, 1).end, type_id (marking, "place"), NULL, "Nepal", NULL,
                                       &error));
  g_assert_true (
      sutra_annotator_mark_all (marking->the_case, marking->article, 2, 7, type_id (marking, "place"), NULL, "নেপাল", found, &n, &error));
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (
      sutra_annotator_mark_all (marking->the_case, marking->article, 2, 7, type_id (marking, "topic"), NULL, "নেপাল", found, &n, &error));
  g_assert_cmpuint (n, ==, 3);
  g_assert_no_error (error);
}

static void
test_context (void)
{
  SutraText *text =
      sutra_text_new_from_string ("🙂 প্রথম\n\nনেপালের ক্ষুদ্র নৌযান যাবে");
  g_autofree char *before = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *after = NULL;

  /* White space is one space; what is cut is cut between aksharas and says so. */
  sutra_annotator_context (text, 9, 16, 4, &before, &quote, &after);
  g_assert_cmpstr (quote, ==, "নেপালের");
  g_assert_true (g_str_has_prefix (before, "…"));
  g_assert_null (strchr (before, '\n'));
  g_assert_true (g_str_has_suffix (after, "ক্ষু…"));

  /* With more room, between words. */
  g_clear_pointer (&after, g_free);
  sutra_annotator_context (text, 9, 16, 11, NULL, NULL, &after);
  g_assert_cmpstr (after, ==, " ক্ষুদ্র …");
  sutra_text_unref (text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/layout", test_layout);
  g_test_add_func ("/app/edit-labels/all", test_edit_labels);
  g_test_add_func ("/app/edit-labels/subject", test_edit_label_subject);
  g_test_add_func ("/app/error-headings", test_error_headings);
  g_test_add_func ("/app/registry/one-object", test_registry);
  g_test_add_func ("/app/registry/free-path", test_free_path);
  g_test_add ("/app/annotator/guess", Marking, NULL, marking_set_up, test_mark_guess, marking_tear_down);
  g_test_add ("/app/annotator/label", Marking, NULL, marking_set_up, test_mark_label, marking_tear_down);
  g_test_add ("/app/annotator/all", Marking, NULL, marking_set_up, test_mark_all, marking_tear_down);
  g_test_add_func ("/app/annotator/context", test_context);
  return g_test_run ();
}
