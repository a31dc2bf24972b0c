/* sutra-article-view-private.h: what the files of the article view share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-article-view.h"
#include "sutra-blank-lines.h"
#include "sutra-display-map.h"
#include "sutra-glyph-check.h"
#include "sutra-type-style.h"

G_BEGIN_DECLS

/* Where a piece of a mark is drawn: what of it lies on one display line. */
typedef struct
{
  SutraId id;
  SutraId type;
  SutraId entity;
  graphene_rect_t bounds; /* buffer coordinates, y from the top of its paragraph */
  float badge_x;          /* where its badge is drawn, if @first */
  guint level;
  guint8 status;
  gboolean suggestion; /* of the suggestions, not of the spans */
  guint32 length;      /* of the whole mark in code points */
  gboolean first;      /* the mark starts here */
  gboolean last;       /* the mark ends here */
} SutraMarkBox;

/* The marks and find results of one line of the buffer. */
typedef struct
{
  GArray *marks; /* SutraMarkBox, by level */
  GArray *found; /* SutraMarkBox with only bounds; level 1: the current one */
} SutraParagraphBoxes;

/* How a type is drawn, in the theme and size of now. */
typedef struct
{
  SutraTypeStyle style;
  PangoLayout *badge;
  int badge_width; /* of the whole tab */
  int badge_text_width;
  int badge_text_height;
} SutraTypeLook;

typedef enum
{
  SUTRA_EDGE_NONE,
  SUTRA_EDGE_START,
  SUTRA_EDGE_END,
} SutraEdge;

struct _SutraArticleView
{
  GtkTextView parent_instance;

  GtkTextBuffer *buffer;        /* (owned) */
  SutraText *text;              /* (owned) (nullable) */
  SutraDisplayMap *map;         /* (owned) (nullable) */
  SutraSpanIndex *spans;        /* (unowned) (nullable) */
  SutraSpanIndex *suggestions;  /* (unowned) (nullable) */
  GArray *corrections;          /* (owned) (nullable) SutraSentenceCorrection */
  SutraTagset *tagset;          /* (owned) (nullable) */
  GtkTextTag *blank;            /* (unowned) on empty lines, which need no room for marks */
  GtkTextMark *target;          /* (unowned) what is scrolled to */
  SutraBlankLines *blank_lines; /* (owned) (nullable) */
  SutraGlyphCheck *check;       /* (owned) (nullable) */
  guint missing_glyphs;
  GtkTextMark *following; /* (unowned) (nullable) what stays in view while lines are still being laid out */
  gint64 follow_until;
  double follow_upper; /* the height of all lines when it was last looked at, pixels */

  int scale;
  int measure;
  char *font; /* (owned) */
  GtkCssProvider *css;
  SutraTheme theme;
  double unit; /* 1/16 of the text size in pixels: all of the drawing is in it */
  int column;  /* width of the reading column in pixels */
  int side_margin;
  GHashTable *looks; /* SutraId * to SutraTypeLook * */
  GHashTable *boxes; /* line of the buffer to SutraParagraphBoxes * */

  SutraId current;
  SutraId current_suggestion;
  SutraId entity;
  SutraId lit; /* the entity that is hovered elsewhere */
  SutraId hovered;
  GArray *found; /* (nullable) SutraRange */
  int found_current;

  gsize caret; /* as last told with "caret-moved" */
  gsize bound;
  guint selecting; /* own changes of the selection under way */

  double press_x; /* widget coordinates */
  double press_y;
  guint32 press_time;
  gboolean pressed;
  guint press_count;
  GdkModifierType release_state;
  guint release_source;
  SutraEdge edge; /* being dragged */
  gsize edge_start;
  gsize edge_end;
  gboolean lifting; /* the pressed selection may be dragged out */
};

/* Signals, see sutra-article-view.h. */
enum
{
  SUTRA_ARTICLE_VIEW_SELECTED,
  SUTRA_ARTICLE_VIEW_MENTION_ACTIVATED,
  SUTRA_ARTICLE_VIEW_MENTION_HOVERED,
  SUTRA_ARTICLE_VIEW_MENTION_REACHED,
  SUTRA_ARTICLE_VIEW_MENTION_DELETE,
  SUTRA_ARTICLE_VIEW_QUERY_MENTION_TOOLTIP,
  SUTRA_ARTICLE_VIEW_SUGGESTION_ACTIVATED,
  SUTRA_ARTICLE_VIEW_QUERY_SUGGESTION_TOOLTIP,
  SUTRA_ARTICLE_VIEW_TYPE_KEY,
  SUTRA_ARTICLE_VIEW_SPAN_DRAGGED,
  SUTRA_ARTICLE_VIEW_CARET_MOVED,
  SUTRA_ARTICLE_VIEW_N_SIGNALS,
};
void sutra_article_view_emit_mention (SutraArticleView *self, guint signal, const SutraId *id);
void sutra_article_view_emit_range (SutraArticleView *self, guint signal, const SutraId *id, gsize start, gsize end, gboolean by_pointer);
char *sutra_article_view_emit_query_tooltip (SutraArticleView *self, const SutraId *id, gboolean suggestion);
gboolean sutra_article_view_emit_type_key (SutraArticleView *self, const char *key);

/* Content: offsets of the article and places in the buffer. */
void sutra_article_view_get_iter (SutraArticleView *self, GtkTextIter *iter, gsize cp);
void sutra_article_view_get_end_iter (SutraArticleView *self, GtkTextIter *iter, gsize cp);
gsize sutra_article_view_get_cp (SutraArticleView *self, const GtkTextIter *iter);
gsize sutra_article_view_get_length (SutraArticleView *self);
void sutra_article_view_move (SutraArticleView *self, gsize caret, gsize bound, gboolean scroll);

/* Geometry: where marks are. */
SutraParagraphBoxes *sutra_article_view_get_boxes (SutraArticleView *self, const GtkTextIter *line);
void sutra_article_view_drop_boxes (SutraArticleView *self);
void sutra_article_view_append_boxes (SutraArticleView *self, gsize start, gsize end, GArray *boxes);
gboolean sutra_article_view_find_mark (SutraArticleView *self, double x, double y, SutraMarkBox *found);
gboolean sutra_article_view_mention_at (SutraArticleView *self, gsize cp, SutraSpan *span);
gboolean sutra_article_view_suggestion_at (SutraArticleView *self, gsize cp, SutraSpan *span);
SutraEdge sutra_article_view_find_edge (SutraArticleView *self, double x, double y);

/* Scrolling. */
void sutra_article_view_follow_up (SutraArticleView *self);
void sutra_article_view_reveal_caret (SutraArticleView *self);
void sutra_article_view_unfollow (SutraArticleView *self);

/* Look: fonts, colours, spacing, column. */
void sutra_article_view_init_look (SutraArticleView *self);
void sutra_article_view_dispose_look (SutraArticleView *self);
void sutra_article_view_update_css (SutraArticleView *self);
void sutra_article_view_update_metrics (SutraArticleView *self);
void sutra_article_view_update_margins (SutraArticleView *self, int width);
void sutra_article_view_drop_looks (SutraArticleView *self);
const SutraTypeLook *sutra_article_view_get_look (SutraArticleView *self, const SutraId *type);

void sutra_article_view_paint (SutraArticleView *self, GtkSnapshot *snapshot);

/* Actions, keys, caret. */
void sutra_article_view_install_actions (GtkWidgetClass *widget_class);
void sutra_article_view_init_keys (SutraArticleView *self);
void sutra_article_view_move_cursor (GtkTextView *view, GtkMovementStep step, int count, gboolean extend);
void sutra_article_view_finish_selection (SutraArticleView *self, gboolean by_pointer, gboolean whole_words);

/* Pointer. */
void sutra_article_view_init_pointer (SutraArticleView *self);
void sutra_article_view_dispose_pointer (SutraArticleView *self);
gboolean sutra_article_view_extend_selection (GtkTextView *view,
                                              GtkTextExtendSelection granularity,
                                              const GtkTextIter *location,
                                              GtkTextIter *start,
                                              GtkTextIter *end);

/* Copying: the article's text, without the breaks of the display. */
void sutra_article_view_copy_clipboard (GtkTextView *view);
GdkContentProvider *sutra_article_view_get_content (SutraArticleView *self);
void sutra_article_view_claim_primary (SutraArticleView *self);

G_END_DECLS
