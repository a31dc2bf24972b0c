/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sutra-annotate-popover.h"
#include "sutra-article-page.h"
#include "sutra-find-bar.h"
#include "sutra-inspector.h"
#include "sutra-mention-popover.h"
#include "sutra-source-strip.h"

G_BEGIN_DECLS

struct _SutraArticlePage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkBox *column;
  SutraSourceStrip *strip;
  GtkRevealer *warning;
  GtkLabel *warning_label;
  SutraArticleView *view;
  SutraFindBar *find_bar; /* (nullable) each of these three: built when it is needed or sutra_article_page_ensure_parts() is called */
  SutraAnnotatePopover *annotate; /* (nullable) */
  SutraMentionPopover *mention;   /* (nullable) */

  GSettings *settings;
  SutraCase *the_case;       /* (nullable) (owned) */
  SutraSelection *selection; /* (nullable) (owned) */
  SutraArticle *article;     /* (nullable) (owned) */
  GArray *found;             /* (nullable) (owned) SutraRange, of the find bar */
  GArray *findings;          /* (nullable) (owned) SutraTextFinding; NULL while they are looked for */
  GCancellable *checking;    /* (nullable) (owned) */
  SutraInspector *inspector; /* (nullable) (weak) */
  gboolean marking;          /* the selection changes because something was marked or clicked here: do not scroll */
};

/* Marking and editing mentions: sutra-article-page-annotate.c. */
void sutra_article_page_connect_annotating (SutraArticlePage *self);
void sutra_article_page_install_annotating (GtkWidgetClass *widget_class);
SutraAnnotatePopover *sutra_article_page_ensure_annotate (SutraArticlePage *self);
SutraMentionPopover *sutra_article_page_ensure_mention (SutraArticlePage *self);
void sutra_article_page_close_popovers (SutraArticlePage *self);

/* The text check and the inspector: sutra-article-page-inspect.c. Stopping forgets the findings. */
void sutra_article_page_start_check (SutraArticlePage *self);
void sutra_article_page_stop_check (SutraArticlePage *self);
void sutra_article_page_install_inspecting (GtkWidgetClass *widget_class);

G_END_DECLS
