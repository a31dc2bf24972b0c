/* The slow part of indexing, finding words and their stems, is done before a transaction begins (sutra-search-terms.h): what FTS5 gets
 * to tokenize are those terms already. A blank begins the next word, a tab another term for the same word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-store-private.h"

#define BLANK ' '
#define TAB '\t'

static int
create (void *data, const char **args, int n_args, Fts5Tokenizer **tokenizer)
{
  /* There is nothing to keep; FTS5 wants something that is not NULL. */
  *tokenizer = (Fts5Tokenizer *) data;
  return SQLITE_OK;
}

static void
destroy (Fts5Tokenizer *tokenizer)
{
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void *context,
          int flags,
          const char *terms,
          int n_bytes,
          int (*take) (void *context, int flags, const char *token, int n_bytes, int start, int end))
{
  int code = SQLITE_OK;
  int at = 0;
  gboolean any = FALSE;

  while (at < n_bytes && code == SQLITE_OK)
    {
      gboolean same_word = at > 0 && terms[at - 1] == TAB;
      int end = at;

      while (end < n_bytes && terms[end] != BLANK && terms[end] != TAB)
        end++;
      if (end > at)
        {
          code = take (context, same_word && any ? FTS5_TOKEN_COLOCATED : 0, terms + at, end - at, at, end);
          any = TRUE;
        }
      at = end + 1;
    }
  return code;
}

static fts5_api *
get_api (sqlite3 *db)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT fts5 (?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  return api;
}

int
sutra_tokenizer_register (sqlite3 *db)
{
  static fts5_tokenizer tokenizer = { create, destroy, tokenize };
  fts5_api *api = get_api (db);

  if (api == NULL)
    return SQLITE_ERROR;
  sutra_search_register_count (api);
  return api->xCreateTokenizer (api, "sutra", api, &tokenizer, NULL);
}
