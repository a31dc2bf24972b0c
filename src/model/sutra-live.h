/* sutra-live.h: a row of the case as an object
 *
 * What articles, entities, mentions, relations and entity types have in common: the row's id, whether it is still there, and that an edit, an
 * undo, a redo or another program's edit reads the row again. At most one live object exists for each row of a SutraCase.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-edit.h"
#include "sutra-statement.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define SUTRA_TYPE_LIVE (sutra_live_get_type ())
G_DECLARE_DERIVABLE_TYPE (SutraLive, sutra_live, SUTRA, LIVE, GObject)

/**
 * SutraLiveClass:
 * @table: where the row is
 * @select: SQL that reads the row by its id
 * @load: takes the values of the row; notifies for those that differ
 */
struct _SutraLiveClass
{
  GObjectClass parent_class;

  SutraTable table;
  const char *select;
  void (*load) (SutraLive *self, SutraStatement *row);
};

const SutraId *sutra_live_get_id (SutraLive *self);

/* Property "deleted", notifies: the row is gone; undo may bring it back, the object then lives on. */
gboolean sutra_live_get_deleted (SutraLive *self);

G_END_DECLS
