/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sutra-entity-details.h"
#include "sutra-entity-list.h"
#include "sutra-entity-pane.h"

G_BEGIN_DECLS

struct _SutraEntityPane
{
  GtkWidget parent_instance;

  GtkPaned *paned;
  GtkSearchEntry *filter;
  GtkStack *stack;
  GtkListView *view;
  GtkMultiSelection *rows;
  SutraEntityDetails *details; /* (nullable): nothing was chosen yet */
  int details_height;
  SutraEdtfFormat date_format;
  GtkPopoverMenu *menu;
  GtkLabel *total;

  SutraCase *the_case;       /* (nullable) (owned) */
  SutraSelection *selection; /* (nullable) (owned) */
  SutraArticle *article;     /* (nullable) (owned) */
  SutraEntityList *list;     /* (nullable) (owned) */
  SutraEntitySort sort;
  gboolean whole_case;
  gboolean following; /* the shared selection is being shown */
};

/* The actions: called from class_init; and their enabled state after the selection changed. */
void sutra_entity_pane_install_actions (GtkWidgetClass *widget_class);
void sutra_entity_pane_update_actions (SutraEntityPane *self);

/* The selected rows without headers (transfer full, SutraEntityRow). */
GPtrArray *sutra_entity_pane_dup_selected (SutraEntityPane *self);

/* Merges @others (@n) into @into and chooses it. */
void sutra_entity_pane_merge (SutraEntityPane *self, const SutraId *into, const SutraId *others, gsize n);

G_END_DECLS
