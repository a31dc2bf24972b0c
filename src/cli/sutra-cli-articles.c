/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "sutra-cli-json.h"
#include "sutra-cli-table.h"
#include "sutra-decode-legacy.h"
#include "sutra-edtf.h"
#include "sutra-error.h"
#include "sutra-load.h"
#include "sutra-reader.h"

/* Articles that are written in one transaction. */
#define BATCH 8
#define MAX_FOLDER_DEPTH 32

/* What `add` was told of all its articles. */
typedef struct
{
  const char *title, *source, *url, *author, *published, *encoding, *language;
} Told;

static void
print_articles (SutraCli *cli, SutraCase *the_case, const SutraId *ids, guint n)
{
  static const char *const headings[] = { "ID", "PUBLISHED", "#CODE POINTS", "#MENTIONS", "TITLE", NULL };
  SutraCliTable *table = sutra_cli_table_new (headings);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SutraArticle) article = sutra_case_get_article (the_case, &ids[i], &error);

      if (article == NULL)
        sutra_cli_fail (cli, &error);
      else if (cli->json)
        sutra_cli_json_article (builder, article);
      else
        {
          g_autofree char *id = sutra_cli_short_id (&ids[i]);
          g_autofree char *length = g_strdup_printf ("%u", sutra_article_get_code_points (article));
          g_autofree char *mentions = g_strdup_printf ("%u", sutra_article_count_mentions (article));

          sutra_cli_table_add (table, id, sutra_article_get_published (article), length, mentions, sutra_article_get_title (article));
        }
    }
  json_builder_end_array (builder);
  sutra_cli_table_print (table);
  if (cli->json)
    sutra_cli_print_json (json_builder_get_root (builder));
}

SutraCliStatus
sutra_cli_articles (SutraCli *cli)
{
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  if (!sutra_cli_parse (cli, NULL, 1, 1))
    return SUTRA_CLI_USAGE;
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), TRUE);
  if (the_case == NULL)
    return cli->status;
  ids = sutra_case_list_articles (the_case, &error);
  if (ids != NULL)
    print_articles (cli, the_case, (const SutraId *) (gpointer) ids->data, ids->len);
  else
    sutra_cli_fail (cli, &error);
  return cli->status;
}

/* Adding */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Files with a known ending, by name; hidden ones and links to folders are left out. */
static void
walk (SutraCli *cli, const char *folder, guint depth, GPtrArray *paths)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    {
      sutra_cli_fail (cli, &error);
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.')
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          if (sutra_reader_knows (names->pdata[i]))
            g_ptr_array_add (paths, g_steal_pointer (&path));
        }
      else if (depth < MAX_FOLDER_DEPTH && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        walk (cli, path, depth + 1, paths);
    }
}

/* The files of a folder, of which there should be some. */
static void
walk_folder (SutraCli *cli, const char *folder, GPtrArray *paths)
{
  guint before = paths->len;
  g_autofree char *shown = g_filename_display_name (folder);
  g_autoptr (GError) error = NULL;

  walk (cli, folder, 0, paths);
  if (paths->len > before || cli->status != SUTRA_CLI_DONE)
    return;
  g_set_error (&error, SUTRA_ERROR, SUTRA_ERROR_EMPTY,
               "“%s” holds no text or HTML file that can be told by its name's ending: name the files themselves", shown);
  sutra_cli_fail (cli, &error);
}

static void
tell (char **field, const char *value)
{
  if (value == NULL)
    return;
  g_free (*field);
  *field = g_strdup (value);
}

/* An article of codes that nobody can read helps nobody: ask before. */
static gboolean
check_likely (const SutraDraft *draft, const char *path, GError **error)
{
  g_autofree char *shown = strcmp (path, "-") != 0 ? g_path_get_basename (path) : NULL;
  g_autofree char *name = shown != NULL ? g_filename_display_name (shown) : g_strdup ("standard input");
  gboolean bijoy = sutra_decode_is_bijoy (draft->likely_encoding);

  if (draft->likely_encoding == NULL)
    return TRUE;
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_ENCODING,
               "“%s”: this is likely Bengali %s: give --encoding %s to convert it, or --encoding %s to take it as it stands", name,
               bijoy ? "in a Bijoy font" : "that was read in the wrong encoding", draft->likely_encoding, draft->encoding);
  return FALSE;
}

static SutraDraft *
read_draft (SutraCli *cli, const char *path, const Told *told)
{
  SutraReadOptions options = { .encoding = told->encoding };
  g_autoptr (GError) error = NULL;
  SutraDraft *draft = NULL;

  if (strcmp (path, "-") == 0)
    {
      g_autoptr (GBytes) bytes = sutra_load_fd (STDIN_FILENO, "standard input", NULL, &error);

      draft = bytes != NULL ? sutra_read (bytes, NULL, &options, &error) : NULL;
      if (bytes != NULL && draft == NULL)
        g_prefix_error (&error, "standard input: ");
    }
  else
    draft = sutra_read_path (path, &options, NULL, &error);
  if (draft != NULL && !check_likely (draft, path, &error))
    g_clear_pointer (&draft, sutra_draft_free);
  if (draft == NULL)
    {
      sutra_cli_fail (cli, &error);
      return NULL;
    }
  tell (&draft->title, told->title);
  tell (&draft->source, told->source);
  tell (&draft->url, told->url);
  tell (&draft->author, told->author);
  tell (&draft->published, told->published);
  tell (&draft->language, told->language);
  return draft;
}

/* Stores them, if need be one by one, so that one that is refused does not keep the others out. */
static void
store_batch (SutraCli *cli, SutraStore *store, GPtrArray *drafts, gint64 *step, GArray *ids)
{
  SutraId batch[BATCH];
  g_autoptr (GError) error = NULL;

  if (sutra_case_store_articles (store, (SutraDraft *const *) drafts->pdata, drafts->len, step, batch, NULL, NULL, &error))
    {
      g_array_append_vals (ids, batch, drafts->len);
      return;
    }
  for (guint i = 0; drafts->len > 1 && i < drafts->len; i++)
    {
      g_clear_error (&error);
      if (sutra_case_store_articles (store, (SutraDraft *const *) &drafts->pdata[i], 1, step, batch, NULL, NULL, &error))
        g_array_append_val (ids, batch[0]);
      else
        sutra_cli_fail (cli, &error);
    }
  if (drafts->len == 1)
    sutra_cli_fail (cli, &error);
}

/* Reads and stores a few at a time; all of them are one step of the history. */
static GArray *
add_all (SutraCli *cli, SutraStore *store, GPtrArray *paths, const Told *told)
{
  GArray *ids = g_array_new (FALSE, TRUE, sizeof (SutraId));
  gint64 step = 0;

  for (guint i = 0; i < paths->len;)
    {
      g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_draft_free);

      for (; i < paths->len && drafts->len < BATCH; i++)
        {
          SutraDraft *draft = read_draft (cli, paths->pdata[i], told);

          if (draft != NULL)
            g_ptr_array_add (drafts, draft);
        }
      if (drafts->len > 0)
        store_batch (cli, store, drafts, &step, ids);
    }
  return ids;
}

static gboolean
check_told (SutraCli *cli, const Told *told)
{
  g_autoptr (GError) error = NULL;

  if (told->published != NULL && !sutra_edtf_validate (told->published, &error))
    g_prefix_error (&error, "--published %s: ", told->published);
  else if (told->language == NULL || told->language[0] == '\0' || sutra_case_check_language (told->language, &error))
    return TRUE;
  sutra_cli_fail (cli, &error);
  return FALSE;
}

SutraCliStatus
sutra_cli_add (SutraCli *cli)
{
  Told told = { NULL };
  const SutraCliOption options[] = {
    { "--title", NULL, SUTRA_CLI_VALUE, &told.title },
    { "--source", NULL, SUTRA_CLI_VALUE, &told.source },
    { "--url", NULL, SUTRA_CLI_VALUE, &told.url },
    { "--author", NULL, SUTRA_CLI_VALUE, &told.author },
    { "--published", NULL, SUTRA_CLI_VALUE, &told.published },
    { "--encoding", NULL, SUTRA_CLI_VALUE, &told.encoding },
    { "--language", NULL, SUTRA_CLI_VALUE, &told.language },
    { NULL },
  };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SutraStore) store = NULL;
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  if (!sutra_cli_parse (cli, options, 2, G_MAXUINT))
    return SUTRA_CLI_USAGE;
  if (!check_told (cli, &told))
    return cli->status;
  store = sutra_store_open (sutra_cli_argument (cli, 0), SUTRA_STORE_DEFAULT, &error);
  if (store == NULL)
    {
      sutra_cli_fail (cli, &error);
      return cli->status;
    }
  for (guint i = 1; i < cli->arguments->len; i++)
    {
      const char *path = sutra_cli_argument (cli, i);

      if (strcmp (path, "-") != 0 && g_file_test (path, G_FILE_TEST_IS_DIR))
        walk_folder (cli, path, paths);
      else
        g_ptr_array_add (paths, g_strdup (path));
    }
  if (told.title != NULL && paths->len > 1)
    return sutra_cli_usage (cli, "--title is for one file, and these are %u", paths->len);
  ids = add_all (cli, store, paths, &told);
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), TRUE);
  if (the_case != NULL)
    print_articles (cli, the_case, (const SutraId *) (gpointer) ids->data, ids->len);
  return cli->status;
}

/* Text */

static void
write_bytes (SutraCli *cli, const void *data, gsize n_bytes)
{
  g_autoptr (GError) error = NULL;

  if (fwrite (data, 1, n_bytes, stdout) == n_bytes)
    return;
  g_set_error (&error, SUTRA_ERROR, SUTRA_ERROR_FAILED, "Cannot write to standard output");
  sutra_cli_fail (cli, &error);
}

static void
print_text (SutraCli *cli, SutraCase *the_case, const SutraId *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraArticle) article = sutra_case_get_article (the_case, id, &error);
  SutraText *text = article != NULL ? sutra_article_get_text (article, &error) : NULL;

  if (text == NULL)
    {
      sutra_cli_fail (cli, &error);
      return;
    }
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_array (builder);
      json_builder_begin_object (builder);
      sutra_cli_json_id (builder, "id", id);
      sutra_cli_json_string (builder, "text", sutra_text_get_utf8 (text, NULL));
      json_builder_end_object (builder);
      json_builder_end_array (builder);
      sutra_cli_print_json (json_builder_get_root (builder));
    }
  else
    write_bytes (cli, g_bytes_get_data (sutra_text_get_bytes (text), NULL), g_bytes_get_size (sutra_text_get_bytes (text)));
}

SutraCliStatus
sutra_cli_text (SutraCli *cli)
{
  gboolean original = FALSE;
  const SutraCliOption options[] = { { "--original", NULL, SUTRA_CLI_FLAG, &original }, { NULL } };
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  SutraId id;

  if (!sutra_cli_parse (cli, options, 2, 2))
    return SUTRA_CLI_USAGE;
  if (original && cli->json)
    return sutra_cli_usage (cli, "the original bytes cannot be printed as JSON: leave out --json or --original");
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), TRUE);
  if (the_case == NULL || !sutra_cli_resolve (cli, the_case, sutra_cli_argument (cli, 1), 1 << SUTRA_TABLE_ARTICLE, &id, NULL))
    return cli->status;
  if (!original)
    {
      print_text (cli, the_case, &id);
      return cli->status;
    }
  bytes = sutra_case_dup_original (the_case, &id, &error);
  if (bytes != NULL)
    write_bytes (cli, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  else
    sutra_cli_fail (cli, &error);
  return cli->status;
}
