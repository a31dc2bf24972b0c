/* store-fixture.h: a case in a folder of its own, with the least rows that edits need
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-edit.h"
#include "sutra-history.h"
#include "sutra-statement.h"
#include "sutra-store.h"

typedef struct
{
  char *folder;
  char *path;
  SutraStore *store;
  SutraId type;
  SutraId article;
} Fixture;

/* The text of every article here: an emoji, then the same name again and again; the nth starts at WORD_START (n). */
#define N_WORDS 1000
#define WORD_LENGTH 10
#define WORD_START(n) (2 + (WORD_LENGTH + 1) * (n))

/* An empty case; one with a type and an article (one history row), in which a check finds nothing. */
void fixture_set_up_empty (Fixture *self, gconstpointer data);
void fixture_set_up (Fixture *self, gconstpointer data);
void fixture_tear_down (Fixture *self, gconstpointer data);

/* Path of @name in the fixture's folder (transfer full). */
char *fixture_path (Fixture *self, const char *name);

/* Stores the text; outside of an edit, before the first insert_article(). */
void put_text (SutraStore *store);

/* In an edit that is open. */
SutraId insert_type (SutraStore *store, const char *slug);
SutraId insert_article (SutraStore *store, const char *title);
SutraId insert_entity (SutraStore *store, const SutraId *type, const char *label);
SutraId insert_mention (SutraStore *store, const SutraId *article, const SutraId *type, const SutraId *entity, gint64 start, gint64 end);

SutraId insert_location (SutraStore *store, const SutraId *entity, gint64 role, double latitude, double longitude);
SutraId insert_boundary (SutraStore *store, const SutraId *article, gint64 position, gint64 joined);

/* One edit that adds one mention, at the @word-th word. */
SutraId add_mention (SutraStore *store, const SutraId *article, const SutraId *type, gint64 word, SutraChanges **changes);

gint64 count_rows (SutraStore *store, const char *table);

/* All rows of the recorded tables and the setting table as one text in a fixed order (transfer full): equal texts, equal contents. */
char *dump_rows (SutraStore *store);

/* Whether @changes holds exactly one row, this one. */
gboolean is_single_change (SutraChanges *changes, SutraTable table, SutraChangeOperation operation, const SutraId *id);

/* Runs @sql on the file with a plain connection of its own. */
void run_raw_sql (const char *path, const char *sql);

/* Runs @func in a child process as a user without privileges (when this one is root); fails the test if it fails. */
void run_unprivileged (void (*func) (gpointer data), gpointer data);
