/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-report-html.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sutra-edtf-value.h"
#include "sutra-markup.h"
#include "sutra-report-segments.h"
#include "sutra-report-style.h"

/* Nested deeper marks look like these. */
#define DEEPEST_LEVEL 5
#define SEGMENTS_BETWEEN_LOOKS 1024

typedef struct
{
  const SutraReport *report;
  const SutraSnapshot *snapshot;
  const SutraFormatContext *context;
  SutraMarkup *markup;
} Renderer;

/* Text with marks */

static char *
badge_of (const Renderer *self, guint mention, gboolean further)
{
  g_autofree char *number = sutra_report_format_number (self->report->language, mention + 1);

  return g_strdup_printf ("%s%s %s", further ? "…" : "",
                          sutra_snapshot_type (self->snapshot, sutra_snapshot_mention (self->snapshot, mention)->type)->badge, number);
}

/* "Person: আস্তানা, mention 12" */
static char *
describe (const Renderer *self, guint index)
{
  const SutraSnapshotMention *mention = sutra_snapshot_mention (self->snapshot, index);
  g_autofree char *type = sutra_report_dup_type_name (sutra_snapshot_type (self->snapshot, mention->type));
  g_autofree char *number = sutra_report_format_number (self->report->language, index + 1);
  const char *name =
      mention->entity != SUTRA_SNAPSHOT_NONE ? sutra_snapshot_entity (self->snapshot, mention->entity)->label : mention->quote;

  /* Translators: a type, a name, a number: "Person: Rahim, mention 12". */
  return g_strdup_printf (_ ("%s: %s, mention %s"), type, name, number);
}

static void
render_badge (Renderer *self, const SutraReportMark *mark)
{
  const SutraSnapshotMention *mention = sutra_snapshot_mention (self->snapshot, mark->mention);
  g_autofree char *classes = g_strdup_printf ("b t%u", mention->type);
  g_autofree char *id = mark->part == 0 ? g_strdup_printf ("m%u", mark->mention + 1) : NULL;
  g_autofree char *href = g_strdup_printf ("#e%u", self->report->entity_rows[mark->mention] + 1);
  g_autofree char *badge = badge_of (self, mark->mention, mark->part > 0);
  g_autofree char *description = describe (self, mark->mention);
  g_autofree char *start = g_strdup_printf ("%u", mark->start);
  g_autofree char *end = g_strdup_printf ("%u", mark->end);

  sutra_markup_element (self->markup, "a", "", "class", classes, "id", id, "href", href, "data-badge", badge, "data-start", start,
                        "data-end", end, "title", description, "aria-label", description, NULL);
}

static void
open_mark (Renderer *self, const SutraReportMark *mark)
{
  const SutraSnapshotMention *mention = sutra_snapshot_mention (self->snapshot, mark->mention);
  g_autofree char *classes = g_strdup_printf ("t%u l%u%s m%u", mention->type, MIN (mark->level, DEEPEST_LEVEL),
                                              mention->n_fragments > 0 ? " part" : "", mark->mention + 1);

  sutra_markup_open (self->markup, "mark", "class", classes, NULL);
}

/* The badges of the marks that end here, within those that go on, so that these are not torn. */
static void
render_badges (Renderer *self, const SutraReportSegments *cut, const SutraReportSegment *segment)
{
  guint n_open = 0;

  for (guint i = 0; i < segment->n_marks; i++)
    {
      const SutraReportMark *mark =
          &g_array_index (cut->marks, SutraReportMark, g_array_index (cut->cover, guint, segment->first_mark + i));

      if (mark->end == segment->end)
        continue;
      open_mark (self, mark);
      n_open++;
    }
  for (guint i = 0; i < segment->n_ends; i++)
    render_badge (self, &g_array_index (cut->marks, SutraReportMark, g_array_index (cut->ends, guint, segment->first_end + i)));
  for (; n_open > 0; n_open--)
    sutra_markup_close (self->markup);
}

static void
render_segment (Renderer *self, const SutraReportSegments *cut, const SutraReportSegment *segment, SutraText *text)
{
  const char *utf8 = sutra_text_get_utf8 (text, NULL);
  gsize from = sutra_text_byte_of (text, segment->start);
  gsize to = sutra_text_byte_of (text, segment->end);

  for (guint i = 0; i < segment->n_marks; i++)
    open_mark (self, &g_array_index (cut->marks, SutraReportMark, g_array_index (cut->cover, guint, segment->first_mark + i)));
  sutra_markup_text (self->markup, utf8 + from, (gssize) (to - from));
  for (guint i = 0; i < segment->n_marks; i++)
    sutra_markup_close (self->markup);
  if (segment->n_ends > 0)
    render_badges (self, cut, segment);
}

static gboolean
render_text (Renderer *self, guint article, GError **error)
{
  g_autoptr (SutraText) text = sutra_snapshot_load_text (self->snapshot, self->context->store, article, error);
  g_autoptr (SutraReportSegments) cut = NULL;

  if (text == NULL)
    return FALSE;
  cut = sutra_report_segments_new (self->snapshot, article, text);
  sutra_markup_open (self->markup, "div", "class", "text", "lang", sutra_snapshot_article (self->snapshot, article)->language, "dir",
                     "auto", NULL);
  for (guint i = 0; i < cut->segments->len; i++)
    {
      const SutraReportSegment *segment = &g_array_index (cut->segments, SutraReportSegment, i);

      if (i == 0 || sutra_text_char_at (text, segment->start - 1) == '\n')
        {
          if (i > 0)
            sutra_markup_close (self->markup);
          sutra_markup_open (self->markup, "p", NULL);
        }
      render_segment (self, cut, segment, text);
      if (i % SEGMENTS_BETWEEN_LOOKS == 0 && g_cancellable_set_error_if_cancelled (self->context->cancellable, error))
        return FALSE;
    }
  if (cut->segments->len > 0)
    sutra_markup_close (self->markup);
  sutra_markup_close (self->markup);
  sutra_markup_line (self->markup);
  return TRUE;
}

/* Blocks */

static void
render_reference (Renderer *self, guint mention)
{
  g_autofree char *href = g_strdup_printf ("#m%u", mention + 1);
  g_autofree char *number = sutra_report_format_number (self->report->language, mention + 1);

  sutra_markup_text (self->markup, " ", 1);
  sutra_markup_element (self->markup, "a", number, "class", "r", "href", href, NULL);
}

/* What HTML takes for a date gets it as its datetime; the rest of EDTF is data. Either keeps the value as it is stored. */
static void
render_date (Renderer *self, const SutraInline *item)
{
  SutraEdtf value;
  gboolean is_time = sutra_edtf_parse (item->target, &value, NULL) && !value.interval && value.start.year > 0 && value.start.year <= 9999 &&
                     value.start.month <= 12 && strpbrk (item->target, "X?~%") == NULL;

  sutra_markup_element (self->markup, is_time ? "time" : "data", item->text, is_time ? "datetime" : "value", item->target, "title",
                        item->target, NULL);
}

static void
render_inline (Renderer *self, const SutraInline *item)
{
  g_autofree char *value = NULL;

  switch (item->kind)
    {
    case SUTRA_INLINE_TEXT:
      sutra_markup_element (self->markup, "span", item->text, "lang", item->language, NULL);
      break;
    case SUTRA_INLINE_NOTE:
      sutra_markup_element (self->markup, "span", item->text, "class", "note", "lang", item->language, NULL);
      break;
    case SUTRA_INLINE_CODE:
      sutra_markup_element (self->markup, "code", item->text, NULL);
      break;
    case SUTRA_INLINE_LINK:
      sutra_markup_element (self->markup, "a", item->text, "href", item->target, "rel", "noreferrer", NULL);
      break;
    case SUTRA_INLINE_ARTICLE:
      value = g_strdup_printf ("#a%u", item->index + 1);
      sutra_markup_element (self->markup, "a", item->text, "href", value, "lang", item->language, NULL);
      break;
    case SUTRA_INLINE_MENTION:
      render_reference (self, item->index);
      break;
    case SUTRA_INLINE_BADGE:
      value = g_strdup_printf ("k t%u", item->index);
      sutra_markup_element (self->markup, "span", sutra_snapshot_type (self->snapshot, item->index)->badge, "class", value, NULL);
      break;
    case SUTRA_INLINE_DATE:
      render_date (self, item);
      break;
    case SUTRA_INLINE_BREAK:
      sutra_markup_element (self->markup, "br", NULL, NULL);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
render_run (Renderer *self, const SutraRun *run)
{
  for (guint i = 0; i < run->inlines->len; i++)
    render_inline (self, &g_array_index (run->inlines, SutraInline, i));
}

static void
render_facts (Renderer *self, const SutraBlock *block)
{
  if (block->runs->len == 0)
    return;
  sutra_markup_open (self->markup, "dl", NULL);
  for (guint i = 0; i < block->runs->len; i++)
    {
      const SutraRun *run = block->runs->pdata[i];

      sutra_markup_element (self->markup, "dt", run->label, NULL);
      sutra_markup_open (self->markup, "dd", "dir", "auto", NULL);
      render_run (self, run);
      sutra_markup_close (self->markup);
      sutra_markup_line (self->markup);
    }
  sutra_markup_close (self->markup);
  sutra_markup_line (self->markup);
}

static void
render_table_head (Renderer *self, const SutraBlock *block)
{
  if (block->caption != NULL)
    {
      sutra_markup_open (self->markup, "caption", NULL);
      if (block->type != SUTRA_SNAPSHOT_NONE)
        render_inline (self, &(SutraInline){ .kind = SUTRA_INLINE_BADGE, .index = block->type });
      sutra_markup_text (self->markup, block->caption, -1);
      sutra_markup_close (self->markup);
    }
  sutra_markup_open (self->markup, "thead", NULL);
  sutra_markup_open (self->markup, "tr", NULL);
  for (guint i = 0; i < block->columns->len; i++)
    {
      const char *column = block->columns->pdata[i];
      gboolean number = column[0] == '#';

      sutra_markup_element (self->markup, "th", column + number, "scope", "col", "class", number ? "n" : NULL, NULL);
    }
  sutra_markup_close (self->markup);
  sutra_markup_close (self->markup);
}

static void
render_table (Renderer *self, const SutraBlock *block)
{
  guint n_columns = block->columns->len;

  sutra_markup_open (self->markup, "table", "class", block->type != SUTRA_SNAPSHOT_NONE ? "entities" : NULL, NULL);
  render_table_head (self, block);
  sutra_markup_open (self->markup, "tbody", NULL);
  for (guint i = 0; i < block->runs->len; i++)
    {
      const SutraRun *run = block->runs->pdata[i];
      const char *column = block->columns->pdata[i % n_columns];

      if (i % n_columns == 0)
        {
          g_autofree char *id = run->anchor > 0 ? g_strdup_printf ("e%u", run->anchor) : NULL;

          sutra_markup_line (self->markup);
          sutra_markup_open (self->markup, "tr", "id", id, NULL);
        }
      sutra_markup_open (self->markup, "td", "class", column[0] == '#' ? "n" : NULL, NULL);
      render_run (self, run);
      sutra_markup_close (self->markup);
      if (i % n_columns == n_columns - 1)
        sutra_markup_close (self->markup);
    }
  sutra_markup_close (self->markup);
  sutra_markup_close (self->markup);
  sutra_markup_line (self->markup);
}

static void
render_list (Renderer *self, const SutraBlock *block)
{
  sutra_markup_open (self->markup, "ul", "class", "legend", NULL);
  for (guint i = 0; i < block->runs->len; i++)
    {
      sutra_markup_open (self->markup, "li", NULL);
      render_run (self, block->runs->pdata[i]);
      sutra_markup_close (self->markup);
    }
  sutra_markup_close (self->markup);
  sutra_markup_line (self->markup);
}

static gboolean
render_block (Renderer *self, const SutraBlock *block, GError **error)
{
  switch (block->kind)
    {
    case SUTRA_BLOCK_PARAGRAPH:
      sutra_markup_open (self->markup, "p", NULL);
      render_run (self, block->runs->pdata[0]);
      sutra_markup_close (self->markup);
      sutra_markup_line (self->markup);
      return TRUE;
    case SUTRA_BLOCK_FACTS:
      render_facts (self, block);
      return TRUE;
    case SUTRA_BLOCK_LEGEND:
      render_list (self, block);
      return TRUE;
    case SUTRA_BLOCK_TABLE:
      render_table (self, block);
      return TRUE;
    case SUTRA_BLOCK_TEXT:
      return render_text (self, block->article, error);
    default:
      g_assert_not_reached ();
    }
}

/* The page */

static void
render_head (Renderer *self)
{
  g_autofree char *style = sutra_report_style (self->snapshot);

  sutra_markup_open (self->markup, "head", NULL);
  sutra_markup_line (self->markup);
  sutra_markup_element (self->markup, "meta", NULL, "charset", "utf-8", NULL);
  sutra_markup_element (self->markup, "meta", NULL, "http-equiv", "Content-Security-Policy", "content",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'", NULL);
  sutra_markup_element (self->markup, "meta", NULL, "name", "viewport", "content", "width=device-width, initial-scale=1", NULL);
  sutra_markup_element (self->markup, "meta", NULL, "name", "color-scheme", "content", "light dark", NULL);
  sutra_markup_element (self->markup, "meta", NULL, "name", "generator", "content", "Sutradhar " SUTRA_VERSION, NULL);
  sutra_markup_line (self->markup);
  sutra_markup_element (self->markup, "title", self->report->title, NULL);
  sutra_markup_line (self->markup);
  sutra_markup_style (self->markup, style);
  sutra_markup_close (self->markup);
  sutra_markup_line (self->markup);
}

static gboolean
render_section (Renderer *self, const SutraSection *section, GError **error)
{
  gboolean done = TRUE;

  sutra_markup_open (self->markup, "section", "id", section->id, NULL);
  sutra_markup_line (self->markup);
  sutra_markup_element (self->markup, section->level == 1 ? "h2" : "h3", section->title, "lang", section->language, "dir", "auto", NULL);
  sutra_markup_line (self->markup);
  for (guint i = 0; done && i < section->blocks->len; i++)
    done = render_block (self, section->blocks->pdata[i], error);
  if (!done)
    return FALSE;
  sutra_markup_close (self->markup);
  sutra_markup_line (self->markup);
  return TRUE;
}

gboolean
sutra_report_html_write (const SutraReport *report,
                         const SutraSnapshot *snapshot,
                         const SutraFormatContext *context,
                         SutraOutput *output,
                         GError **error)
{
  g_autoptr (SutraMarkup) markup = sutra_markup_new (output);
  Renderer self = { report, snapshot, context, markup };

  sutra_output_write (output, "<!DOCTYPE html>\n", -1);
  sutra_markup_open (markup, "html", "lang", report->language, NULL);
  sutra_markup_line (markup);
  render_head (&self);
  sutra_markup_open (markup, "body", NULL);
  sutra_markup_line (markup);
  sutra_markup_open (markup, "header", NULL);
  sutra_markup_element (markup, "p", report->subtitle, "class", "kind", NULL);
  sutra_markup_element (markup, "h1", report->title, "lang", report->title_language, "dir", "auto", NULL);
  sutra_markup_close (markup);
  sutra_markup_line (markup);
  sutra_markup_open (markup, "main", NULL);
  sutra_markup_line (markup);
  for (guint i = 0; i < report->sections->len; i++)
    if (!render_section (&self, report->sections->pdata[i], error))
      return FALSE;
  sutra_markup_close (markup);
  sutra_markup_close (markup);
  sutra_markup_close (markup);
  sutra_markup_line (markup);
  return TRUE;
}

static gboolean
write_report (const SutraSnapshot *snapshot, const SutraFormatContext *context, SutraOutput *output, GError **error)
{
  g_autoptr (SutraReport) report = sutra_report_new_annotated (snapshot, context->now);

  return sutra_report_html_write (report, snapshot, context, output, error);
}

const SutraFormat sutra_report_html_format = {
  .id = "html",
  .name = "Annotated report (HTML)",
  .extension = "html",
  .reads = FALSE,
  .offset_unit = "code points",
  .loses = "relations, notes of mentions, what is known of locations but their coordinates, history; types are drawn",
  .write = write_report,
};
