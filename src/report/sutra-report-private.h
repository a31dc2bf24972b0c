/* sutra-report-private.h: building a report's tree
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-report.h"

G_BEGIN_DECLS

SutraReport *sutra_report_new_empty (void);
SutraSection *sutra_report_add_section (SutraReport *self, const char *id, const char *title, guint level);
SutraBlock *sutra_section_add_block (SutraSection *self, SutraBlockKind kind);
SutraRun *sutra_block_add_run (SutraBlock *self, const char *label);
void sutra_run_add (SutraRun *self, SutraInlineKind kind, const char *text, guint index, const char *target);
/* The date @edtf (nullable: nothing to say) in the words of @language. */
void sutra_report_add_date (SutraRun *run, const char *language, const char *edtf);
/* Of what was added last. */
void sutra_run_set_language (SutraRun *self, const char *language);

/* The tables of entities, one for each type that occurs; fills @entity_rows of @report. */
void sutra_report_add_entities (SutraReport *report, const SutraSnapshot *snapshot);

G_END_DECLS
