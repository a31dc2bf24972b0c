/* model-fixture.h: a case in a folder of its own, and what tests ask about it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"
#include "sutra-edit.h"
#include "sutra-statement.h"

G_BEGIN_DECLS

/* A line of Bengali with an astral code point in front and conjuncts throughout; 60 code points to a line. */
#define MODEL_TEXT                                                                                                                                                                                                                          \
  "🛰 কাজাখস্তানের রাষ্ট্রপতি শুক্রবার ঢাকায় পৌঁছান।\n"                                                                                            \
  "তিনি বলেন, কাজাখস্তান ও বাংলাদেশ বাণিজ্য বাড়াবে। ঢাকায় দুই দেশের মন্ত্রী বৈঠক করেন।\n" \
  "কাজাখস্তানকে ধন্যবাদ জানান প্রধানমন্ত্রী। 😀 চুক্তি স্বাক্ষরিত হয় ঢাকায়।\n"

typedef struct
{
  char *folder;
  char *path;
  SutraCase *the_case;
  SutraArticle *article; /* of MODEL_TEXT */
  SutraId article_id;
  SutraId person;
  SutraId place;
  guint n_changed; /* emissions of "changed" */
  GError *error;   /* for the calls in the macros below */
} ModelFixture;

/* @data: NULL for a case in memory if there is such a folder, else one on a disk. */
void model_fixture_set_up (ModelFixture *self, gconstpointer data);
void model_fixture_tear_down (ModelFixture *self, gconstpointer data);
/* Closes the case and opens the file again. */
void model_fixture_reopen (ModelFixture *self);

/* g_test_add() with the fixture. */
void model_test_add (const char *path, void (*func) (ModelFixture *self, gconstpointer data));

/* An article with @text (and the original bytes of it). */
SutraArticle *model_add_article (SutraCase *the_case, const char *text, const char *title);
/* A mention, NULL entity for none. */
SutraId model_add_mention (SutraCase *the_case, const SutraId *article, guint start, guint end, const SutraId *type, const SutraId *entity);
SutraId model_add_entity (SutraCase *the_case, const SutraId *type, const char *label);
/* Code point offsets of the @n-th (from 0) place where @needle stands in the text. */
void model_find (SutraArticle *article, const char *needle, guint n, guint *start, guint *end);

/* All rows of the recorded tables as text, ordered: what undo must bring back exactly (transfer full). */
char *model_dump (SutraCase *the_case);
gint64 model_history_count (SutraCase *the_case);

/* An edit was refused: nothing changed, no history row, no edit left open. Call begin before and end after it. */
typedef struct
{
  char *dump;
  gint64 history;
  guint n_changed;
} ModelRefusal;
ModelRefusal *model_refusal_begin (ModelFixture *self);
void model_refusal_end (ModelRefusal *refusal, ModelFixture *self);
#define model_assert_refused(f, call, code)                                                                                                \
  G_STMT_START                                                                                                                             \
  {                                                                                                                                        \
    ModelRefusal *refusal = model_refusal_begin (f);                                                                                       \
    g_assert_false (call);                                                                                                                 \
    g_assert_error ((f)->error, SUTRA_ERROR, code);                                                                                        \
    g_clear_error (&(f)->error);                                                                                                           \
    model_refusal_end (refusal, f);                                                                                                        \
  }                                                                                                                                        \
  G_STMT_END

/* An edit works; undo gives exactly what was there before, redo exactly what the edit made, and the edit is one step. */
#define model_assert_edit(f, call)                                                                                                         \
  G_STMT_START                                                                                                                             \
  {                                                                                                                                        \
    g_autofree char *dump_before = model_dump ((f)->the_case);                                                                             \
    gint64 history_before = model_history_count ((f)->the_case);                                                                           \
    gboolean edit_done = (call);                                                                                                           \
    g_assert_no_error ((f)->error);                                                                                                        \
    g_assert_true (edit_done);                                                                                                             \
    g_assert_cmpint (model_history_count ((f)->the_case), ==, history_before + 1);                                                         \
    model_check_undo_redo (f, dump_before);                                                                                                \
  }                                                                                                                                        \
  G_STMT_END
void model_check_undo_redo (ModelFixture *self, const char *before);

/* The article's live span index equals what a new case object on the same file reads. */
void model_check_spans (SutraCase *the_case, SutraArticle *article);
/* All live objects' values equal those of a new case object on the same file. */
void model_check_mention (SutraCase *the_case, SutraMention *mention);

/* Runs the main loop until *@flag is FALSE, at most 20 seconds. */
void model_wait_while (gboolean (*busy) (gpointer data), gpointer data);

G_END_DECLS
