/* sutra-article-view.h: the article with its marks and a caret
 *
 * A GtkTextView subclass that shows an immutable SutraText and paints the spans of a SutraSpanIndex for the visible lines only. All offsets of its interface are
 * code points of the article; that long paragraphs are broken for display is known here and nowhere else.
 *
 * CSS node: textview.article. Actions, each with a key, are listed in sutra-article-view-actions.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-span-index.h"
#include "sutra-tagset.h"
#include "sutra-text.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_ARTICLE_VIEW (sutra_article_view_get_type ())
G_DECLARE_FINAL_TYPE (SutraArticleView, sutra_article_view, SUTRA, ARTICLE_VIEW, GtkTextView)

GtkWidget *sutra_article_view_new (void);

/* Shows @text with the marks of @spans (both nullable: an empty view). Keeps a reference to @text; @spans is borrowed and must outlive the view's use of it (set NULL first). The
 * caret goes to the start. */
void sutra_article_view_set_content (SutraArticleView *self, SutraText *text, SutraSpanIndex *spans);
SutraText *sutra_article_view_get_text (SutraArticleView *self); /* (transfer none) (nullable) */

/* What people said about the ends of its sentences: SutraArticle's corrections (nullable; a reference is kept). New content forgets them. */
void sutra_article_view_set_corrections (SutraArticleView *self, GArray *corrections);

/* Where types get their colours and badges; follows its changes. (nullable) */
void sutra_article_view_set_tagset (SutraArticleView *self, SutraTagset *tagset);

/* Redraws [@start, @end): connect SutraArticle::spans-changed to it. */
void sutra_article_view_spans_changed (SutraArticleView *self, guint start, guint end);

/* The caret and the selection bound; equal without a selection. Never inside an akshara. Setting scrolls the caret into view when @scroll. */
void sutra_article_view_get_selection (SutraArticleView *self, gsize *start, gsize *end);
gsize sutra_article_view_get_caret (SutraArticleView *self);
void sutra_article_view_select (SutraArticleView *self, gsize start, gsize end, gboolean scroll);

/* Scrolls [@start, @end) into the middle third of the view if it is not visible. */
void sutra_article_view_scroll_to (SutraArticleView *self, gsize start, gsize end);

/* The rectangle of [@start, @end)'s first line in widget coordinates, for a popover. FALSE if it is scrolled out. */
gboolean sutra_article_view_get_span_rectangle (SutraArticleView *self, gsize start, gsize end, GdkRectangle *rectangle);

/* The current mention (drawn with an outline, all its fragments joined), and the entity whose mentions are all emphasised; NULL or the null id: none. */
void sutra_article_view_set_current (SutraArticleView *self, const SutraId *mention, const SutraId *entity);

/* The entity that is hovered in another pane: its marks are emphasised too. NULL or the null id: none. */
void sutra_article_view_set_lit (SutraArticleView *self, const SutraId *entity);

/* What rules propose to mark (nullable): drawn as dotted underlines with hollow badges, below the marks they lie across. @suggestions is borrowed like the spans of the content, with which it goes; call it again whenever the index
 * has changed. */
void sutra_article_view_set_suggestions (SutraArticleView *self, SutraSpanIndex *suggestions);

/* The suggestion that is being looked at: outlined. NULL or the null id: none. */
void sutra_article_view_set_current_suggestion (SutraArticleView *self, const SutraId *suggestion);

/* Find results, drawn behind the marks: array of SutraRange, sorted (copied; nullable); @current: index of the current one or -1. */
void sutra_article_view_set_found (SutraArticleView *self, GArray *ranges, int current);

/* Text size in percent of the reading size, which is a little above the theme's (50 to 300), and the font family by preference ("": the fallback chain for Bengali). */
void sutra_article_view_set_scale (SutraArticleView *self, int percent);
int sutra_article_view_get_scale (SutraArticleView *self);
void sutra_article_view_set_font (SutraArticleView *self, const char *family);

/* Width of the reading column in average characters (default 72); the rest is margin. */
void sutra_article_view_set_measure (SutraArticleView *self, int characters);

/* How many characters of the text no installed font can draw (looked up chunk by chunk when idle; "missing-glyphs" notifies). */
guint sutra_article_view_get_missing_glyphs (SutraArticleView *self);
/* Where the first 1,000 of them are: array of guint32, code points (transfer none) (nullable). */
GArray *sutra_article_view_get_missing_places (SutraArticleView *self);

/* Signals:
 * - "selected" (guint start, guint end, gboolean by_pointer): a selection was finished (button released, or Return pressed on one); already snapped.
 * - "mention-activated" (gpointer SutraId): a mark was clicked, or Return pressed on it; the innermost one at that place.
 * - "mention-hovered" (gpointer SutraId or NULL)
 * - "mention-reached" (gpointer SutraId): N or Shift+N went to this mention; it is the current one already.
 * - "mention-delete" (gpointer SutraId): Delete or Backspace was pressed on it.
 * - "query-mention-tooltip" (gpointer SutraId) -> char * (transfer full) (nullable): what the tooltip of the mark under the pointer says.
 * - "suggestion-activated" (gpointer SutraId), "query-suggestion-tooltip" (gpointer SutraId) -> char *: the same for suggestions.
 * - "type-key" (const char *key) -> gboolean: a key without modifiers that may be a type's shortcut; return TRUE if it was one.
 * - "span-dragged" (gpointer SutraId, guint start, guint end): an end of the current mention was dragged or moved by key; not yet applied.
 * - "caret-moved": the caret or the selection changed.
 * Properties: "scale", "missing-glyphs".
 */

G_END_DECLS
