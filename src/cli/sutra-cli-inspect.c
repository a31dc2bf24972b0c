/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli-json.h"
#include "sutra-cli-table.h"
#include "sutra-cli.h"

#include "sutra-char-name.h"
#include "sutra-inspection.h"
#include "sutra-text-check.h"

/* Pixels to the em: round, so that advances can be compared. */
#define SIZE 16

static void
print_json_characters (JsonBuilder *builder, SutraText *text, const SutraInspectedCluster *cluster)
{
  json_builder_set_member_name (builder, "characters");
  json_builder_begin_array (builder);
  for (guint32 at = cluster->start; at < cluster->end; at++)
    {
      gunichar c = sutra_text_char_at (text, at);
      g_autofree char *code_point = g_strdup_printf ("U+%04X", c);
      g_autofree char *name = sutra_char_name (c);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "offset");
      json_builder_add_int_value (builder, at);
      sutra_cli_json_string (builder, "code_point", code_point);
      sutra_cli_json_string (builder, "name", name);
      sutra_cli_json_string (builder, "script", sutra_char_script (c));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json_glyph (JsonBuilder *builder, const SutraInspectedGlyph *glyph)
{
  const struct
  {
    const char *key;
    double value;
  } numbers[] = { { "advance", glyph->advance }, { "x", glyph->x }, { "y", glyph->y } };

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "glyph");
  json_builder_add_int_value (builder, glyph->glyph);
  sutra_cli_json_string (builder, "name", glyph->name);
  sutra_cli_json_string (builder, "font", glyph->font);
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, glyph->start);
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, glyph->end);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      json_builder_set_member_name (builder, numbers[i].key);
      json_builder_add_double_value (builder, numbers[i].value);
    }
  json_builder_set_member_name (builder, "missing");
  json_builder_add_boolean_value (builder, glyph->missing);
  json_builder_set_member_name (builder, "dotted_circle");
  json_builder_add_boolean_value (builder, glyph->dotted_circle);
  json_builder_end_object (builder);
}

static void
print_json_finding (JsonBuilder *builder, const SutraTextFinding *finding)
{
  json_builder_begin_object (builder);
  sutra_cli_json_string (builder, "kind", sutra_text_finding_kind_to_string (finding->kind));
  json_builder_set_member_name (builder, "start");
  json_builder_add_int_value (builder, finding->start);
  json_builder_set_member_name (builder, "end");
  json_builder_add_int_value (builder, finding->end);
  sutra_cli_json_string (builder, "explanation", finding->explanation);
  sutra_cli_json_string (builder, "meant", finding->meant);
  json_builder_end_object (builder);
}

static void
print_json (SutraText *text, const SutraInspection *inspection, GArray *findings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint next = 0;

  json_builder_begin_array (builder);
  for (guint i = 0; i < inspection->clusters->len; i++)
    {
      const SutraInspectedCluster *cluster = &g_array_index (inspection->clusters, SutraInspectedCluster, i);
      g_autofree char *slice = sutra_text_slice (text, cluster->start, cluster->end);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "start");
      json_builder_add_int_value (builder, cluster->start);
      json_builder_set_member_name (builder, "end");
      json_builder_add_int_value (builder, cluster->end);
      sutra_cli_json_string (builder, "text", slice);
      print_json_characters (builder, text, cluster);
      json_builder_set_member_name (builder, "glyphs");
      json_builder_begin_array (builder);
      for (guint k = 0; k < cluster->n_glyphs; k++)
        print_json_glyph (builder, &g_array_index (inspection->glyphs, SutraInspectedGlyph, cluster->first_glyph + k));
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "findings");
      json_builder_begin_array (builder);
      for (; next < findings->len && g_array_index (findings, SutraTextFinding, next).start < cluster->end; next++)
        print_json_finding (builder, &g_array_index (findings, SutraTextFinding, next));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  sutra_cli_print_json (json_builder_get_root (builder));
}

static char *
join_glyphs (const SutraInspection *inspection, const SutraInspectedCluster *cluster)
{
  GString *joined = g_string_new (NULL);

  for (guint k = 0; k < cluster->n_glyphs; k++)
    {
      const SutraInspectedGlyph *glyph = &g_array_index (inspection->glyphs, SutraInspectedGlyph, cluster->first_glyph + k);

      g_string_append_printf (joined, "%s%s", k > 0 ? " " : "", glyph->missing ? "(missing)" : glyph->name);
      if (glyph->dotted_circle)
        g_string_append (joined, " (dotted circle)");
    }
  return g_string_free (joined, FALSE);
}

/* One row for each code point; what belongs to the akshara stands in the row of its first. */
static void
add_rows (SutraCliTable *table, SutraText *text, const SutraInspection *inspection, const SutraInspectedCluster *cluster)
{
  g_autofree char *slice = sutra_text_slice (text, cluster->start, cluster->end);
  g_autofree char *glyphs = join_glyphs (inspection, cluster);
  const char *font = cluster->n_glyphs > 0 ? g_array_index (inspection->glyphs, SutraInspectedGlyph, cluster->first_glyph).font : NULL;

  for (guint32 at = cluster->start; at < cluster->end; at++)
    {
      gboolean first = at == cluster->start;
      gunichar c = sutra_text_char_at (text, at);
      g_autofree char *offset = g_strdup_printf ("%u", at);
      g_autofree char *code_point = g_strdup_printf ("U+%04X", c);
      g_autofree char *name = sutra_char_name (c);

      sutra_cli_table_add (table, offset, first ? slice : NULL, code_point, name, first ? glyphs : NULL, first ? font : NULL);
    }
}

static void
print_findings (SutraText *text, GArray *findings, guint32 end)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SutraTextFinding *finding = &g_array_index (findings, SutraTextFinding, i);
      g_autofree char *line = NULL;

      if (finding->start >= end)
        break;
      line = g_strdup_printf ("%s%u–%u %s: %s\n", i == 0 ? "\n" : "", finding->start, finding->end,
                              sutra_text_finding_kind_to_string (finding->kind), finding->explanation);
      sutra_cli_print (line);
    }
}

static void
print_table (SutraText *text, const SutraInspection *inspection, GArray *findings)
{
  static const char *const headings[] = { "#AT", "TEXT", "CODE POINT", "NAME", "GLYPHS", "FONT", NULL };
  SutraCliTable *table = sutra_cli_table_new (headings);

  for (guint i = 0; i < inspection->clusters->len; i++)
    add_rows (table, text, inspection, &g_array_index (inspection->clusters, SutraInspectedCluster, i));
  sutra_cli_table_print (table);
  print_findings (text, findings, inspection->end);
}

static void
add_missing_glyphs (GArray *findings, SutraText *text, const SutraInspection *inspection)
{
  for (guint i = 0; i < inspection->glyphs->len; i++)
    {
      const SutraInspectedGlyph *glyph = &g_array_index (inspection->glyphs, SutraInspectedGlyph, i);

      if (glyph->missing)
        sutra_text_findings_add_missing_glyph (findings, glyph->start, sutra_text_char_at (text, glyph->start));
    }
  sutra_text_findings_sort (findings);
}

SutraCliStatus
sutra_cli_inspect (SutraCli *cli)
{
  const char *fonts = SUTRA_INSPECTION_FONTS;
  const SutraCliOption options[] = { { "--font", NULL, SUTRA_CLI_VALUE, &fonts }, { NULL } };
  g_autoptr (SutraText) text = NULL;
  g_autoptr (SutraInspection) inspection = NULL;
  g_autoptr (GArray) findings = NULL;

  if (!sutra_cli_parse (cli, options, 1, 1))
    return SUTRA_CLI_USAGE;
  text = sutra_cli_take_text (cli, sutra_cli_argument (cli, 0));
  if (text == NULL)
    return cli->status;
  if (sutra_text_get_length (text) > SUTRA_INSPECTION_MAX)
    {
      g_autoptr (GError) error =
          g_error_new (SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE,
                       "The text has %" G_GSIZE_FORMAT " code points; at most %d can be inspected at once. Give a part of it.",
                       sutra_text_get_length (text), SUTRA_INSPECTION_MAX);

      sutra_cli_fail (cli, &error);
      return cli->status;
    }
  inspection = sutra_inspection_new_for_fonts (text, 0, sutra_text_get_length (text), fonts, SIZE);
  findings = sutra_text_check (text);
  add_missing_glyphs (findings, text, inspection);
  if (cli->json)
    print_json (text, inspection, findings);
  else
    print_table (text, inspection, findings);
  return cli->status;
}
