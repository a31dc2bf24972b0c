/* sutra-report.h: what a report says, before it is laid out in a format
 *
 * A tree of sections and blocks, made from a snapshot; a renderer (sutra-report-html.h) walks it. Plain data, immutable once built.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-snapshot.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_INLINE_TEXT,
  SUTRA_INLINE_NOTE,    /* small, less important */
  SUTRA_INLINE_CODE,    /* digests and ids, may be broken anywhere */
  SUTRA_INLINE_LINK,    /* @text links to the address @target */
  SUTRA_INLINE_ARTICLE, /* @text links to the text of article @index */
  SUTRA_INLINE_MENTION, /* the number of mention @index, links to it */
  SUTRA_INLINE_BADGE,   /* the badge of type @index */
  SUTRA_INLINE_DATE,    /* @text, the words for the EDTF value @target */
  SUTRA_INLINE_BREAK,
} SutraInlineKind;

typedef struct
{
  SutraInlineKind kind;
  guint index;
  char *text;
  char *target;
  char *language; /* (nullable) BCP 47 */
} SutraInline;

/* A run of inlines: a cell, a paragraph, the value of a fact. */
typedef struct
{
  GArray *inlines; /* SutraInline */
  char *label;     /* of a fact: its name; else NULL */
  guint anchor;    /* of a row's first cell: entity row number + 1, else 0 */
} SutraRun;

typedef enum
{
  SUTRA_BLOCK_PARAGRAPH, /* runs[0] */
  SUTRA_BLOCK_FACTS,     /* each run with its label */
  SUTRA_BLOCK_LEGEND,    /* each run a type's badge, name and count */
  SUTRA_BLOCK_TABLE,     /* @columns; runs by row */
  SUTRA_BLOCK_TEXT,      /* the text of @article with its marks, loaded when it is rendered */
} SutraBlockKind;

typedef struct
{
  SutraBlockKind kind;
  GPtrArray *runs;    /* SutraRun */
  GPtrArray *columns; /* char *: headings; a heading that begins with "#" is of a column of numbers (without the "#") */
  char *caption;      /* of a table: its heading */
  guint type;         /* of a table of entities: its type, else SUTRA_SNAPSHOT_NONE */
  guint article;
} SutraBlock;

typedef struct
{
  char *id;
  char *title;
  char *language; /* (nullable) of the title */
  guint level;    /* 1, or 2 for one inside the section before */
  GPtrArray *blocks;
} SutraSection;

/**
 * SutraReport:
 * @language: BCP 47 of the report's own words
 * @entity_rows: for each mention of the snapshot the number of its row in the entity tables (guint)
 * @n_rows: the number of these rows
 */
typedef struct
{
  char *title;
  char *title_language; /* (nullable) */
  char *subtitle;
  char *language;
  GPtrArray *sections;
  guint *entity_rows;
  guint n_rows;
} SutraReport;

/* The annotated report: source, legend, texts, entities, how it was made. @now: microseconds since 1970 UTC. (transfer full) */
SutraReport *sutra_report_new_annotated (const SutraSnapshot *snapshot, gint64 now);

void sutra_report_free (SutraReport *self);

/* A type's name in the language of the report (transfer full). */
char *sutra_report_dup_type_name (const SutraSnapshotType *type);

/* A number with the report's digits: Bengali ones in Bengali (transfer full). */
char *sutra_report_format_number (const char *language, guint64 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraReport, sutra_report_free)

G_END_DECLS
