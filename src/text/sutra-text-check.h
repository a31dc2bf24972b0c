/* sutra-text-check.h: what is suspicious about a text
 *
 * Findings with place and explanation; nothing is ever changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-text.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_TEXT_FINDING_DANDA,     /* ৷ or | where a danda is meant */
  SUTRA_TEXT_FINDING_DIGITS,    /* the few digits of another script than the rest, or two scripts in one number */
  SUTRA_TEXT_FINDING_YA_PHALA,  /* র্য that should be র‍্য */
  SUTRA_TEXT_FINDING_INVISIBLE, /* zero-width and control characters that do nothing here */
  SUTRA_TEXT_FINDING_BIDI,      /* direction controls */
  SUTRA_TEXT_FINDING_DOUBLED,   /* the same sign twice */
  SUTRA_TEXT_FINDING_NON_CANONICAL, /* a sequence that is not NFC and not a mere nukta letter: misplaced nukta, split vowels in the wrong order, অা */
  SUTRA_TEXT_FINDING_STRAY_MARK, /* a dependent sign without a letter: drawn with a dotted circle */
  SUTRA_TEXT_FINDING_HOMOGLYPH,  /* letters of two scripts in one word that look alike */
  SUTRA_TEXT_FINDING_SPACING,    /* a space before a hyphen that has none behind it, before a danda or comma; several in a row */
  SUTRA_TEXT_FINDING_UNREADABLE, /* replacement, private-use and unassigned characters: something was lost before */
  SUTRA_TEXT_FINDING_GLYPH,      /* no installed font can draw it: not looked for here, but by those who have fonts */
  SUTRA_TEXT_FINDING_BIJOY, /* a paragraph, or a part of one between Bengali letters, that is likely Bijoy text; little else is said about it */
} SutraTextFindingKind;
#define SUTRA_N_TEXT_FINDING_KINDS 13

/**
 * SutraTextFinding:
 * @explanation: one English sentence: what it is, what was likely meant
 * @meant: (nullable): the text that was likely meant for [@start, @end)
 */
typedef struct
{
  SutraTextFindingKind kind;
  guint32 start;
  guint32 end;
  char *explanation;
  char *meant;
} SutraTextFinding;

void sutra_text_finding_clear (SutraTextFinding *self);

/* "danda", "digits", "ya-phala" …: stable names. */
const char *sutra_text_finding_kind_to_string (SutraTextFindingKind kind);

/* Appends a finding for one character that no font can draw; and brings findings into text order again. */
void sutra_text_findings_add_missing_glyph (GArray *findings, guint32 at, gunichar c);
void sutra_text_findings_sort (GArray *findings);

/* All findings in text order (array of SutraTextFinding, transfer full). Linear. At most 10,000; a longer list ends there. Any thread. */
GArray *sutra_text_check (SutraText *text);

G_END_DECLS
