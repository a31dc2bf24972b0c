/* app-fixture.h: the program in a test, with a data folder of its own
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-window.h"

G_BEGIN_DECLS

/* An article with an emoji before everything that is marked. */
extern const char app_fixture_text[];

typedef struct
{
  SutraApplication *application;
  SutraWindow *window;
} App;

/* Call instead of gtk_test_init(). */
void app_fixture_init (int *argc, char ***argv);

/* Starts the program with an empty data folder, or (@keep) with what the one before left there. */
void app_start (App *app, gboolean keep);
/* The same, but returns before the first frame is painted. */
void app_launch (App *app, gboolean keep);
/* Closes all windows, which must then be finalized, and with them the case. */
void app_stop (App *app);

/* Writes @bytes (@n; -1: up to the NUL) to a file of that name in the test's folder (transfer full). */
GFile *app_write_file (const char *name, const char *bytes, gssize n);

/* Opens a file as the file chooser would and waits until that is done. */
void app_open (App *app, GFile *file);
/* Opens app_fixture_text and waits until it is shown. */
void app_open_sample (App *app);

/* Selects the first occurrence of @words in the text. */
void app_select (App *app, const char *words);

/* The dialog that is open above the window (NULL: none); its heading. */
AdwMessageDialog *app_get_message (void);

/* Iterates the main loop until @holds; fails after 30 s. */
void app_wait (gboolean (*holds) (gpointer data), gpointer data);
void app_settle (void);

/* The first widget of @type below @widget, in depth-first order (nullable). */
GtkWidget *app_find (GtkWidget *widget, GType type);

guint app_count_mentions (App *app);

G_END_DECLS
