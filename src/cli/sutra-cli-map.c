/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli.h"

#include <math.h>
#include <string.h>

#include "sutra-cli-json.h"
#include "sutra-error.h"
#include "sutra-map-figure.h"
#include "sutra-output.h"
#include "sutra-place-list.h"

typedef struct
{
  const char *path, *article, *width, *height, *language, *theme, *title; /* (nullable) */
  GPtrArray *entities;                                                    /* const char * */
  gboolean no_claims;
  gboolean force;
} Options;

static gboolean
take_format (const char *path, SutraFigureFormat *format)
{
  static const char *const endings[] = { [SUTRA_FIGURE_SVG] = ".svg", [SUTRA_FIGURE_PDF] = ".pdf", [SUTRA_FIGURE_PNG] = ".png" };
  gsize length = strlen (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (length > 4 && g_ascii_strcasecmp (path + length - 4, endings[i]) == 0)
      {
        *format = (SutraFigureFormat) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_theme (const char *name, SutraTheme *theme)
{
  static const char *const names[] = { [SUTRA_THEME_LIGHT] = "light",
                                       [SUTRA_THEME_DARK] = "dark",
                                       [SUTRA_THEME_HIGH_CONTRAST] = "high-contrast",
                                       [SUTRA_THEME_HIGH_CONTRAST_DARK] = "high-contrast-dark" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *theme = (SutraTheme) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_size (const char *text, double *size)
{
  char *end;

  if (text == NULL)
    return TRUE;
  *size = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && *size >= SUTRA_FIGURE_MIN_SIZE && *size <= SUTRA_FIGURE_MAX_SIZE;
}

/* Usage: says what is wrong. */
static SutraCliStatus
check_options (SutraCli *cli, const Options *options, SutraMapFigure *figure, SutraFigureFormat *format)
{
  if (options->path == NULL)
    return sutra_cli_usage (cli, "-o is needed: where the map goes");
  if (!take_format (options->path, format))
    return sutra_cli_usage (cli, "-o needs a name that ends in .svg, .pdf or .png");
  if (!take_size (options->width, &figure->width) || !take_size (options->height, &figure->height))
    return sutra_cli_usage (cli, "--width and --height are numbers from %d to %d", SUTRA_FIGURE_MIN_SIZE, SUTRA_FIGURE_MAX_SIZE);
  if (options->theme != NULL && !take_theme (options->theme, &figure->theme))
    return sutra_cli_usage (cli, "--theme is light, dark, high-contrast or high-contrast-dark");
  return SUTRA_CLI_DONE;
}

typedef struct
{
  SutraMapPinStyle *styles;
  char **names;
  guint n;
} Types;

static void
types_free (Types *self)
{
  g_free (self->styles);
  g_strfreev (self->names);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Types, types_free)

static Types *
types_new (SutraCase *the_case, SutraTheme theme, const char *language)
{
  GListModel *tagset = G_LIST_MODEL (sutra_case_get_tagset (the_case));
  Types *self = g_new0 (Types, 1);

  self->n = g_list_model_get_n_items (tagset);
  self->styles = g_new0 (SutraMapPinStyle, MAX (self->n, 1));
  self->names = g_new0 (char *, (gsize) self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (SutraEntityType) type = g_list_model_get_item (tagset, i);
      const char *name = sutra_entity_type_get_name (type);

      if (name == NULL)
        name = sutra_map_figure_get_type_name (sutra_entity_type_get_slug (type), language);
      self->names[i] = g_strdup (name != NULL ? name : sutra_entity_type_get_slug (type));
      sutra_type_style_derive (sutra_entity_type_get_color (type), theme, &self->styles[i].style);
      g_strlcpy (self->styles[i].badge, sutra_entity_type_get_badge (type), sizeof self->styles[i].badge);
    }
  return self;
}

/* Keeps only items of the entities that were asked for. */
static gboolean
choose_items (SutraCli *cli, SutraCase *the_case, GPtrArray *entities, GArray *items)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SutraId));
  guint kept = 0;

  for (guint i = 0; i < entities->len; i++)
    {
      SutraId id;

      if (!sutra_cli_resolve (cli, the_case, g_ptr_array_index (entities, i), 1 << SUTRA_TABLE_ENTITY, &id, NULL))
        return FALSE;
      g_array_append_val (ids, id);
    }
  for (guint i = 0; ids->len > 0 && i < items->len; i++)
    for (guint k = 0; k < ids->len; k++)
      if (sutra_id_equal (&g_array_index (items, SutraPlaceItem, i).entity, &g_array_index (ids, SutraId, k)))
        {
          g_array_index (items, SutraPlaceItem, kept++) = g_array_index (items, SutraPlaceItem, i);
          break;
        }
  if (ids->len > 0)
    g_array_set_size (items, kept);
  return TRUE;
}

/* What most names are written in. */
static const char *
guess_language (const GArray *items)
{
  guint bengali = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const char *label = g_array_index (items, SutraPlaceItem, i).label;
      gunichar c = label != NULL ? g_utf8_get_char (label) : 0;

      bengali += c >= 0x980 && c <= 0x9ff;
    }
  return bengali * 2 > items->len ? "bn" : "en";
}

static gboolean
write_file (const Options *options, GBytes *bytes, GError **error)
{
  g_autoptr (SutraOutput) output = sutra_output_new_for_path (options->path, options->force, error);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (output == NULL)
    return FALSE;
  sutra_output_write (output, data, (gssize) size);
  return sutra_output_commit (output, error);
}

static void
print_written (SutraCli *cli, const Options *options, const SutraPlaceSnapshot *places)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!cli->json)
    {
      g_autofree char *line =
          g_strdup_printf ("Wrote %s: %u located, %u without a location\n", options->path, places->items->len, places->n_unlocated);

      sutra_cli_print (line);
      return;
    }
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  sutra_cli_json_string (builder, "path", options->path);
  json_builder_set_member_name (builder, "located");
  json_builder_add_int_value (builder, places->items->len);
  json_builder_set_member_name (builder, "unlocated");
  json_builder_add_int_value (builder, places->n_unlocated);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  sutra_cli_print_json (json_builder_get_root (builder));
}

static void
run (SutraCli *cli, SutraCase *the_case, const Options *options, SutraArticle *article, SutraMapFigure *figure, SutraFigureFormat format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraPlaceSnapshot) places = NULL;
  g_autoptr (SutraWorld) world = NULL;
  g_autoptr (SutraGazetteer) gazetteer = NULL;
  g_autoptr (Types) types = NULL;
  g_autoptr (GBytes) bytes = NULL;

  places =
      sutra_place_snapshot_new (sutra_case_get_store (the_case), article != NULL ? sutra_article_get_id (article) : NULL, NULL, &error);
  if (places == NULL || !choose_items (cli, the_case, options->entities, places->items))
    {
      if (places == NULL)
        sutra_cli_fail (cli, &error);
      return;
    }
  if (places->items->len == 0)
    {
      g_set_error_literal (&error, SUTRA_ERROR, SUTRA_ERROR_EMPTY, "nothing here has a location: sutractl locate gives one to an entity");
      sutra_cli_fail (cli, &error);
      return;
    }
  /* Without its data the map is a plain one, and says so. */
  world = sutra_world_load (NULL, &error);
  if (world == NULL)
    sutra_cli_fail (cli, &error);
  gazetteer = sutra_gazetteer_load (NULL, &error);
  if (gazetteer == NULL)
    sutra_cli_fail (cli, &error);
  figure->language = options->language != NULL                                         ? options->language
                     : article != NULL && sutra_article_get_language (article) != NULL ? sutra_article_get_language (article)
                                                                                       : guess_language (places->items);
  types = types_new (the_case, figure->theme, figure->language);
  figure->items = (const SutraPlaceItem *) (gconstpointer) places->items->data;
  figure->n_items = places->items->len;
  figure->styles = types->styles;
  figure->names = (const char *const *) types->names;
  figure->n_styles = types->n;
  bytes = sutra_map_figure_render (figure, world, gazetteer, format, &error);
  if (bytes != NULL && write_file (options, bytes, &error))
    print_written (cli, options, places);
  else
    sutra_cli_fail (cli, &error);
}

SutraCliStatus
sutra_cli_map (SutraCli *cli)
{
  g_autoptr (GPtrArray) entities = g_ptr_array_new ();
  Options found = { .entities = entities };
  SutraMapFigure figure = { .width = 960, .height = 640, .theme = SUTRA_THEME_LIGHT };
  const SutraCliOption options[] = {
    { "-o", "--output", SUTRA_CLI_VALUE, &found.path },
    { "--article", NULL, SUTRA_CLI_VALUE, &found.article },
    { "--entity", NULL, SUTRA_CLI_LIST, entities },
    { "--width", NULL, SUTRA_CLI_VALUE, &found.width },
    { "--height", NULL, SUTRA_CLI_VALUE, &found.height },
    { "--language", NULL, SUTRA_CLI_VALUE, &found.language },
    { "--theme", NULL, SUTRA_CLI_VALUE, &found.theme },
    { "--title", NULL, SUTRA_CLI_VALUE, &found.title },
    { "--no-claims", NULL, SUTRA_CLI_FLAG, &found.no_claims },
    { "--force", NULL, SUTRA_CLI_FLAG, &found.force },
    { NULL },
  };
  g_autoptr (SutraCase) the_case = NULL;
  g_autoptr (SutraArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  SutraFigureFormat format = SUTRA_FIGURE_SVG;
  SutraId id;

  if (!sutra_cli_parse (cli, options, 1, 1) || check_options (cli, &found, &figure, &format) != SUTRA_CLI_DONE)
    return SUTRA_CLI_USAGE;
  the_case = sutra_cli_open (cli, sutra_cli_argument (cli, 0), TRUE);
  if (the_case == NULL || (found.article != NULL && !sutra_cli_resolve (cli, the_case, found.article, 1 << SUTRA_TABLE_ARTICLE, &id, NULL)))
    return cli->status;
  if (found.article != NULL)
    {
      article = sutra_case_get_article (the_case, &id, &error);
      if (article == NULL)
        {
          sutra_cli_fail (cli, &error);
          return cli->status;
        }
    }
  figure.title = found.title != NULL ? found.title : article != NULL ? sutra_article_get_title (article) : sutra_case_get_name (the_case);
  figure.no_claims = found.no_claims;
  run (cli, the_case, &found, article, &figure, format);
  return cli->status;
}
