/* sutra-changeset-compare.h: do two changesets hold the same changes, in whatever order?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @expected and @found (nullable: no changes) are valid changesets. @found may have columns behind those of @expected, which are not compared: tables gain
 * columns at their end. */
gboolean sutra_changeset_same (GBytes *expected, GBytes *found);

G_END_DECLS
