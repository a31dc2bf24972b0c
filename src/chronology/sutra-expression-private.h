/* sutra-expression-private.h: what the readers of dates and of numbers share
 *
 * For this layer's own files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-date-reading.h"

G_BEGIN_DECLS

/* Reads the tokens of @reader and adds what it finds. */
typedef void (*SutraReadTokens) (SutraDateReader *reader, GArray *expressions);

GArray *sutra_expressions_new (void);
void sutra_date_reader_init (SutraDateReader *self, SutraText *text, const SutraReadingContext *context);

/* Goes through the text, stretch by stretch. */
void sutra_expressions_read (SutraDateReader *reader, SutraReadTokens read, GArray *expressions);

/* Key units to code points of the text, outward to aksharas. */
void sutra_expression_set_span (const SutraDateReader *reader, SutraExpression *expression, guint32 start, guint32 stem_end, guint32 end);

G_END_DECLS
