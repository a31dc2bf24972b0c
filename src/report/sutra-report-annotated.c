/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-report-private.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_fact (SutraBlock *facts, const char *label, const char *text, SutraInlineKind kind)
{
  if (text != NULL && text[0] != '\0')
    sutra_run_add (sutra_block_add_run (facts, label), kind, text, 0, kind == SUTRA_INLINE_LINK ? text : NULL);
}

static void
add_date_fact (SutraReport *report, SutraBlock *facts, const char *label, const char *edtf)
{
  if (edtf != NULL && edtf[0] != '\0')
    sutra_report_add_date (sutra_block_add_run (facts, label), report->language, edtf);
}

/* Only what opens in a browser becomes a link: an address comes from a page and may be anything. */
static SutraInlineKind
link_kind (const char *url)
{
  return url != NULL && (g_str_has_prefix (url, "https://") || g_str_has_prefix (url, "http://")) ? SUTRA_INLINE_LINK : SUTRA_INLINE_TEXT;
}

/* "2024-04-08 10:30:00 UTC" of "2024-04-08T10:30:00.123Z". */
static char *
dup_readable_time (const char *time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (time, NULL);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M:%S UTC") : g_strdup (time);
}

static void
add_source (SutraReport *report, SutraSection *section, const SutraSnapshotArticle *article)
{
  SutraBlock *facts = sutra_section_add_block (section, SUTRA_BLOCK_FACTS);
  g_autofree char *added = NULL;

  add_fact (facts, _ ("Publisher"), article->source, SUTRA_INLINE_TEXT);
  add_fact (facts, _ ("Author"), article->author, SUTRA_INLINE_TEXT);
  add_date_fact (report, facts, _ ("Published"), article->published);
  add_fact (facts, _ ("Address"), article->url, link_kind (article->url));
  add_date_fact (report, facts, _ ("Accessed"), article->accessed);
  add_fact (facts, _ ("Language"), article->language, SUTRA_INLINE_TEXT);
  add_fact (facts, _ ("File"), article->file_name, SUTRA_INLINE_TEXT);
  add_fact (facts, _ ("Notes"), article->notes, SUTRA_INLINE_TEXT);
  added = dup_readable_time (article->added);
  add_fact (facts, _ ("Added"), added, SUTRA_INLINE_TEXT);
}

static void
add_articles (SutraReport *report, const SutraSnapshot *snapshot)
{
  SutraSection *section = sutra_report_add_section (report, "articles", _ ("Articles"), 1);
  SutraBlock *table = sutra_section_add_block (section, SUTRA_BLOCK_TABLE);

  g_ptr_array_add (table->columns, g_strdup (_ ("Title")));
  g_ptr_array_add (table->columns, g_strdup (_ ("Publisher")));
  g_ptr_array_add (table->columns, g_strdup (_ ("Published")));
  g_ptr_array_add (table->columns, g_strconcat ("#", _ ("Mentions"), NULL));
  for (guint i = 0; i < snapshot->articles->len; i++)
    {
      const SutraSnapshotArticle *article = sutra_snapshot_article (snapshot, i);
      g_autofree char *count = sutra_report_format_number (report->language, article->n_mentions);
      SutraRun *title = sutra_block_add_run (table, NULL);

      sutra_run_add (title, SUTRA_INLINE_ARTICLE, article->title, i, NULL);
      sutra_run_set_language (title, article->language);
      sutra_run_add (sutra_block_add_run (table, NULL), SUTRA_INLINE_TEXT, article->source != NULL ? article->source : "", 0, NULL);
      sutra_report_add_date (sutra_block_add_run (table, NULL), report->language, article->published);
      sutra_run_add (sutra_block_add_run (table, NULL), SUTRA_INLINE_TEXT, count, 0, NULL);
    }
}

static void
add_legend (SutraReport *report, const SutraSnapshot *snapshot)
{
  g_autofree guint *counts = g_new0 (guint, snapshot->types->len + 1);
  SutraSection *section;
  SutraBlock *legend;

  if (snapshot->mentions->len == 0)
    return;
  section = sutra_report_add_section (report, "legend", _ ("Marks"), 1);
  legend = sutra_section_add_block (section, SUTRA_BLOCK_LEGEND);
  for (guint i = 0; i < snapshot->mentions->len; i++)
    counts[sutra_snapshot_mention (snapshot, i)->type]++;
  for (guint i = 0; i < snapshot->types->len; i++)
    if (counts[i] > 0)
      {
        g_autofree char *name = sutra_report_dup_type_name (sutra_snapshot_type (snapshot, i));
        g_autofree char *count = sutra_report_format_number (report->language, counts[i]);
        SutraRun *run = sutra_block_add_run (legend, NULL);

        sutra_run_add (run, SUTRA_INLINE_BADGE, NULL, i, NULL);
        sutra_run_add (run, SUTRA_INLINE_TEXT, name, 0, NULL);
        sutra_run_add (run, SUTRA_INLINE_NOTE, count, 0, NULL);
      }
  sutra_run_add (sutra_block_add_run (sutra_section_add_block (section, SUTRA_BLOCK_PARAGRAPH), NULL), SUTRA_INLINE_NOTE,
                 _ ("The label behind a mark is the letter of its type and the number of the mention; it leads to the table of entities, "
                    "and the numbers there lead back. Marks inside marks are underlined; a dashed line joins the parts of one mention."),
                 0, NULL);
}

static void
add_texts (SutraReport *report, const SutraSnapshot *snapshot)
{
  for (guint i = 0; i < snapshot->articles->len; i++)
    {
      const SutraSnapshotArticle *article = sutra_snapshot_article (snapshot, i);
      g_autofree char *id = g_strdup_printf ("a%u", i + 1);
      gboolean single = snapshot->articles->len == 1;
      SutraSection *section = sutra_report_add_section (report, id, single ? _ ("Text") : article->title, 1);

      if (!single)
        {
          section->language = g_strdup (article->language);
          add_source (report, section, article);
        }
      sutra_section_add_block (section, SUTRA_BLOCK_TEXT)->article = i;
    }
}

static void
add_digests (SutraReport *report, SutraSection *section, const SutraSnapshotArticle *article, gboolean named)
{
  SutraBlock *facts = sutra_section_add_block (section, SUTRA_BLOCK_FACTS);
  g_autofree char *length = sutra_report_format_number (report->language, article->code_points);

  if (named)
    add_fact (facts, _ ("Article"), article->title, SUTRA_INLINE_TEXT);
  add_fact (facts, _ ("Length in characters"), length, SUTRA_INLINE_TEXT);
  add_fact (facts, _ ("Encoding of the file"), article->encoding, SUTRA_INLINE_TEXT);
  add_fact (facts, _ ("SHA-256 of the file"), article->sha256, SUTRA_INLINE_CODE);
  add_fact (facts, _ ("SHA-256 of the text"), article->text_sha256, SUTRA_INLINE_CODE);
}

static void
add_generation (SutraReport *report, const SutraSnapshot *snapshot, gint64 now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_USEC_PER_SEC);
  g_autofree char *made = g_date_time_format (time, "%Y-%m-%d %H:%M:%S UTC");
  g_autofree char *program = g_strdup_printf ("Sutradhar %s", SUTRA_VERSION);
  g_autofree char *articles = sutra_report_format_number (report->language, snapshot->articles->len);
  g_autofree char *mentions = sutra_report_format_number (report->language, snapshot->mentions->len);
  g_autofree char *rows = sutra_report_format_number (report->language, report->n_rows);
  g_autofree char *head = g_strdup_printf ("%" G_GINT64_FORMAT, snapshot->head);
  SutraSection *section = sutra_report_add_section (report, "about", _ ("How this report was made"), 1);
  SutraBlock *facts = sutra_section_add_block (section, SUTRA_BLOCK_FACTS);

  add_fact (facts, _ ("Program"), program, SUTRA_INLINE_TEXT);
  add_fact (facts, _ ("Made"), made, SUTRA_INLINE_TEXT);
  add_fact (facts, _ ("Case"), snapshot->case_name, SUTRA_INLINE_TEXT);
  add_fact (facts, _ ("Case id"), snapshot->case_id, SUTRA_INLINE_CODE);
  add_fact (facts, _ ("Last edit of the case"), head, SUTRA_INLINE_TEXT);
  add_fact (facts, _ ("Articles"), articles, SUTRA_INLINE_TEXT);
  add_fact (facts, _ ("Mentions"), mentions, SUTRA_INLINE_TEXT);
  add_fact (facts, _ ("Entities"), rows, SUTRA_INLINE_TEXT);
  for (guint i = 0; i < snapshot->articles->len; i++)
    add_digests (report, section, sutra_snapshot_article (snapshot, i), snapshot->articles->len > 1);
}

SutraReport *
sutra_report_new_annotated (const SutraSnapshot *snapshot, gint64 now)
{
  SutraReport *report = sutra_report_new_empty ();
  gboolean single = snapshot->articles->len == 1;

  /* Translators: the code of the language that you translate into, as in "de" or "pt-BR": reports name it as theirs. */
  report->language = g_strdup (C_ ("language of reports", "en"));
  report->title = g_strdup (single ? sutra_snapshot_article (snapshot, 0)->title : snapshot->case_name);
  report->title_language = single ? g_strdup (sutra_snapshot_article (snapshot, 0)->language) : NULL;
  report->subtitle = g_strdup (_ ("Annotated report"));
  if (single)
    add_source (report, sutra_report_add_section (report, "source", _ ("Source"), 1), sutra_snapshot_article (snapshot, 0));
  else
    add_articles (report, snapshot);
  add_legend (report, snapshot);
  add_texts (report, snapshot);
  sutra_report_add_entities (report, snapshot);
  add_generation (report, snapshot, now);
  return report;
}
