/* article-view-fixture.h: an article view in a window, with a text and marks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-article-view.h"
#include "sutra-case.h"

typedef struct
{
  GtkWidget *window;
  SutraArticleView *view;
  SutraText *text;
  SutraSpanIndex *spans;
  char *folder;
  SutraCase *the_case; /* for its tagset */
} Fixture;

/* Starts GTK and libadwaita with fixed settings. */
void fixture_init (int *argc, char ***argv);

/* Adds a test that gets a window of 900 × 700 with the sample text, drawn. */
void fixture_add (const char *path, void (*test) (Fixture *self, gconstpointer data));

/* Iterates the main loop until @holds or a deadline, which fails the test; and until a frame was drawn and nothing waits any more. */
void fixture_wait (gboolean (*holds) (gpointer data), gpointer data);
void fixture_settle (Fixture *self);

/* The id of the type at @place of the default tagset. */
SutraId fixture_type (Fixture *self, guint place);

/* Replaces the text by one paragraph of about @n_bytes; the marks go. */
void fixture_set_long_line (Fixture *self, gsize n_bytes);

/* Where @words occur first. */
void fixture_get_words (Fixture *self, const char *words, gsize *start, gsize *end);

/* Marks the first occurrence of @words with the type at place @type of the tagset; adds a fragment to a mention. */
SutraId fixture_mark (Fixture *self, const char *words, guint8 type, SutraMentionStatus status);
void fixture_mark_part (Fixture *self, const SutraId *id, guint16 part, const char *words);
