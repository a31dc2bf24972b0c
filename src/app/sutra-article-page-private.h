/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sutra-annotate-popover.h"
#include "sutra-article-page.h"
#include "sutra-edtf-value.h"
#include "sutra-find-bar.h"
#include "sutra-inspector.h"
#include "sutra-mention-popover.h"
#include "sutra-source-strip.h"
#include "sutra-suggestion-bar.h"
#include "sutra-suggestion-popover.h"
#include "sutra-suggestions.h"

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
  SutraAnnotatePopover *annotate;             /* (nullable) */
  SutraMentionPopover *mention;               /* (nullable) */
  SutraSuggestionBar *suggestion_bar;         /* (nullable) built for the first suggestion */
  SutraSuggestionPopover *suggestion_popover; /* (nullable) likewise, for the first that is clicked */

  GSettings *settings;
  SutraCase *the_case;       /* (nullable) (owned) */
  SutraSelection *selection; /* (nullable) (owned) */
  SutraArticle *article;     /* (nullable) (owned) */
  GArray *found;             /* (nullable) (owned) SutraRange, of the find bar */
  GArray *places;            /* (nullable) (owned) SutraRange, of a search over the case */
  int place;                 /* the current one of them, or -1 */
  guint place_at;
  gboolean place_wanted;
  GCancellable *locating;        /* (nullable) (owned) while the places are looked for */
  GArray *findings;              /* (nullable) (owned) SutraTextFinding; NULL while they are looked for */
  GCancellable *checking;        /* (nullable) (owned) */
  SutraInspector *inspector;     /* (nullable) (weak) */
  SutraSuggestions *suggestions; /* (nullable) (owned) */
  SutraId suggestion;            /* the current one, or the null id */
  guint suggestion_start;        /* where it begins, or began */
  gboolean suggesting;           /* the first frame is painted: there is time for suggestions and the text check */
  gboolean reviewing;
  gboolean bar_hidden; /* for this article */
  guint n_accepted;    /* in this review */
  guint n_rejected;
  gint64 shown_at;  /* when the article was */
  gboolean marking; /* the selection changes because something was marked or clicked here: do not scroll */
};

/* Marking and editing mentions: sutra-article-page-annotate.c. */
void sutra_article_page_connect_annotating (SutraArticlePage *self);
void sutra_article_page_install_annotating (GtkWidgetClass *widget_class);
SutraAnnotatePopover *sutra_article_page_ensure_annotate (SutraArticlePage *self);
SutraMentionPopover *sutra_article_page_ensure_mention (SutraArticlePage *self);
void sutra_article_page_close_popovers (SutraArticlePage *self);
void sutra_article_page_open_annotate (SutraArticlePage *self, guint start, guint end);

/* Suggestions: sutra-article-page-suggestions.c. */
void sutra_article_page_connect_suggestions (SutraArticlePage *self);
void sutra_article_page_install_suggestions (GtkWidgetClass *widget_class);
void sutra_article_page_show_suggestions (SutraArticlePage *self);   /* of another article */
void sutra_article_page_update_suggestions (SutraArticlePage *self); /* begins, ends or goes on as the settings say */
void sutra_article_page_release_suggestions (SutraArticlePage *self);
/* The place of the suggestion that is being reviewed. FALSE: there is none. */
gboolean sutra_article_page_get_reviewed (SutraArticlePage *self, gsize *start, gsize *end);
gboolean sutra_article_page_review_key (SutraArticlePage *self, guint keyval, guint keycode, GdkModifierType state);

/* The text check and the inspector: sutra-article-page-inspect.c. Stopping forgets the findings. */
void sutra_article_page_start_check (SutraArticlePage *self);
void sutra_article_page_stop_check (SutraArticlePage *self);
void sutra_article_page_add_missing_glyphs (SutraArticlePage *self);
void sutra_article_page_install_inspecting (GtkWidgetClass *widget_class);

/* The places of a search over the case: sutra-article-page-search.c. FALSE: there are none. */
void sutra_article_page_forget_places (SutraArticlePage *self);
gboolean sutra_article_page_step_places (SutraArticlePage *self, gboolean forward);

/* Correcting where sentences end: sutra-article-page-sentences.c. Connecting takes the article that is shown. */
void sutra_article_page_connect_sentences (SutraArticlePage *self);
void sutra_article_page_install_sentences (GtkWidgetClass *widget_class);

/* How dates are written, by the settings. */
SutraEdtfFormat sutra_article_page_get_date_format (SutraArticlePage *self);

G_END_DECLS
