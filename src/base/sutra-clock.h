/* sutra-clock.h: the time of edits, injectable for tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SutraClock:
 *
 * Returns the time as microseconds since 1970-01-01 UTC. Called from any thread.
 */
typedef gint64 (*SutraClock) (void);

/* The system's clock. */
gint64 sutra_clock_system (void);

/* RFC 3339 in UTC with milliseconds: "2024-04-08T10:30:00.123Z" (transfer full).
 * @time: microseconds since 1970-01-01 UTC, rounded down; before the year 1 or after 9999 (a damaged file) the nearest that is not. Later times sort later as text. */
char *sutra_clock_format (gint64 time);

G_END_DECLS
