/* dialogs-fixture.h: a case with one marked article, for the tests of the dialogs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "sutra-case.h"

typedef struct
{
  char *folder;
  SutraCase *the_case;
  SutraArticle *article;
  GtkWidget *parent; /* a window, shown */
} Dialogs;

/* Starts GTK and libadwaita with fixed settings. */
void dialogs_init (int *argc, char ***argv);

/* Adds a test that gets a new case in a folder of its own. */
void dialogs_add (const char *path, void (*test) (Dialogs *self, gconstpointer data));

/* The type of that slug. */
SutraEntityType *dialogs_type (Dialogs *self, const char *slug);

/* Marks the first place of @words, as an entity of that name if @entity. */
void dialogs_mark (Dialogs *self, const char *words, const char *slug, gboolean entity);

guint dialogs_count_mentions (Dialogs *self, const char *slug);

/* A path in the test's folder (transfer full); dialogs_write() makes a file there. */
char *dialogs_path (Dialogs *self, const char *name);
GFile *dialogs_write (Dialogs *self, const char *name, const char *text);

/* Iterates the main loop until @holds or a deadline, which fails the test. */
void dialogs_wait (gboolean (*holds) (gpointer data), gpointer data);
/* ... until nothing is waiting. */
void dialogs_settle (void);

/* The open window of that type, NULL if there is none; more than one fails the test. */
GtkWidget *dialogs_find_window (GType type);

/* A child of the template of @widget, by its name in the .ui file. */
gpointer dialogs_child (GtkWidget *widget, const char *name);

/* Clicks the button of @window that has @label (mnemonic underlines aside). */
void dialogs_click (GtkWidget *window, const char *label);

/* Whether @widget has @action and it is enabled. */
gboolean dialogs_can (gpointer widget, const char *action);

/* Closes @window and checks that nothing keeps it. */
void dialogs_close (GtkWidget *window);
