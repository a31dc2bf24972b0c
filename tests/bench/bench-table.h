/* bench-table.h: the lines that the benchmarks print
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Microseconds of many runs of one thing. */
GArray *bench_times_new (void);
void bench_times_add (GArray *times, gint64 microseconds);
/* In milliseconds; @share 0.5: the median, 0.95: what 19 of 20 stay below. */
double bench_times_get (GArray *times, double share);

void bench_table_head (void);
/* A value that has a target by itself; or as a ratio to a baseline; or as a difference from it. */
void bench_table_value (const char *what, const char *unit, double value, double target);
void bench_table_ratio (const char *what, const char *unit, double value, double baseline, double target);
void bench_table_excess (const char *what, const char *unit, double value, double baseline, double target);
/* What a row is made of, indented, without a target. */
void bench_table_note (const char *what, const char *unit, double value);
/* How many rows missed their target. */
guint bench_table_get_n_over (void);

G_END_DECLS
