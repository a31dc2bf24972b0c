/* sutra-cli.h: what the commands of sutractl share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "sutra-case.h"
#include "sutra-text.h"

G_BEGIN_DECLS

typedef enum
{
  SUTRA_CLI_DONE = 0,
  SUTRA_CLI_FAILED = 1, /* wholly or in part */
  SUTRA_CLI_USAGE = 2,
} SutraCliStatus;

typedef enum
{
  SUTRA_CLI_FLAG,  /* gboolean */
  SUTRA_CLI_VALUE, /* const char * */
  SUTRA_CLI_LIST,  /* GPtrArray * of const char *, made by the caller */
} SutraCliOptionKind;

/**
 * SutraCliOption:
 * @name: "--title"; or "-o" with @long_name "--output"
 * @place: where the value goes
 */
typedef struct
{
  const char *name;
  const char *long_name;
  SutraCliOptionKind kind;
  gpointer place;
} SutraCliOption;

/**
 * SutraCli:
 *
 * One call of the program. @arguments are those of the command; sutra_cli_parse() takes the options out of them. All text is UTF-8.
 */
typedef struct
{
  const char *command;
  GPtrArray *arguments; /* const char * */
  gboolean json;
  SutraCliStatus status;
} SutraCli;

typedef SutraCliStatus (*SutraCliFunc) (SutraCli *cli);

/* Takes @options (ends with a NULL name) and --json out of the arguments and checks that from @min to @max are left. Options may stand
 * anywhere before "--"; "-" and negative numbers are arguments. FALSE with the reason on stderr: wrong usage. */
gboolean sutra_cli_parse (SutraCli *cli, const SutraCliOption *options, guint min, guint max);
const char *sutra_cli_argument (SutraCli *cli, guint i);

/* Says on stderr that the call is wrong; gives SUTRA_CLI_USAGE. */
SutraCliStatus sutra_cli_usage (SutraCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Says on stderr, in one line, what went wrong; from now on the status is SUTRA_CLI_FAILED. Takes and clears *@error. */
void sutra_cli_fail (SutraCli *cli, GError **error);

/* NULL and a line on stderr if it cannot be opened. */
SutraCase *sutra_cli_open (SutraCli *cli, const char *path, gboolean read_only);

/* @table: out, nullable. FALSE and a line on stderr. */
gboolean sutra_cli_resolve (SutraCli *cli, SutraCase *the_case, const char *text, guint tables, SutraId *id, SutraTable *table);

/* The last 8 hex digits, as lists show ids (transfer full). */
char *sutra_cli_short_id (const SutraId *id);

/* The text that a command without a case works on: @argument itself, or standard input for "-" (decoded like a file that is added). NULL and a line on stderr. */
SutraText *sutra_cli_take_text (SutraCli *cli, const char *argument);

/* Writes UTF-8 as it is, whatever the locale. */
void sutra_cli_print (const char *text);

/* Prints @node as JSON and frees it. */
void sutra_cli_print_json (JsonNode *node);

/* The commands. */
SutraCliStatus sutra_cli_new (SutraCli *cli);
SutraCliStatus sutra_cli_add (SutraCli *cli);
SutraCliStatus sutra_cli_articles (SutraCli *cli);
SutraCliStatus sutra_cli_text (SutraCli *cli);
SutraCliStatus sutra_cli_set (SutraCli *cli);
SutraCliStatus sutra_cli_delete (SutraCli *cli);
SutraCliStatus sutra_cli_annotate (SutraCli *cli);
SutraCliStatus sutra_cli_mentions (SutraCli *cli);
SutraCliStatus sutra_cli_entities (SutraCli *cli);
SutraCliStatus sutra_cli_suggest (SutraCli *cli);
SutraCliStatus sutra_cli_search (SutraCli *cli);
SutraCliStatus sutra_cli_locate (SutraCli *cli);
SutraCliStatus sutra_cli_map (SutraCli *cli);
SutraCliStatus sutra_cli_export (SutraCli *cli);
SutraCliStatus sutra_cli_import (SutraCli *cli);
SutraCliStatus sutra_cli_formats (SutraCli *cli);
SutraCliStatus sutra_cli_history (SutraCli *cli);
SutraCliStatus sutra_cli_undo (SutraCli *cli);
SutraCliStatus sutra_cli_redo (SutraCli *cli);
SutraCliStatus sutra_cli_check (SutraCli *cli);
SutraCliStatus sutra_cli_stem (SutraCli *cli);
SutraCliStatus sutra_cli_dates (SutraCli *cli);
SutraCliStatus sutra_cli_inspect (SutraCli *cli);
SutraCliStatus sutra_cli_convert (SutraCli *cli);
SutraCliStatus sutra_cli_places (SutraCli *cli);
SutraCliStatus sutra_cli_help (SutraCli *cli);

/* The usage line of a command, NULL for an unknown one. */
const char *sutra_cli_usage_line (const char *command);

G_END_DECLS
