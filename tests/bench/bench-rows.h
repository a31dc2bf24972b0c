/* bench-rows.h: the rows of the table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @program: the real one, with the hook of bench-start-hook.c; @empty: a program with an empty window; @sample: the sample article. */
void bench_start (const char *program, const char *empty, const char *sample);
void bench_open (guint megabytes);
void bench_edit (guint n_mentions);
void bench_occurrences (void);
void bench_suggest (void);
void bench_scroll (void);
/* @program: this one, which is started again for each figure as a child. */
void bench_memory (const char *program);
void bench_memory_child (const char *path); /* NULL: the plain view */
void bench_import (void);
/* @program: this one, which is started again for the memory. */
void bench_map (const char *program);
void bench_map_child (gboolean with_map);

G_END_DECLS
