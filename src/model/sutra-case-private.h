/* sutra-case-private.h: what the files of SutraCase share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"
#include "sutra-edit.h"
#include "sutra-live-private.h"
#include "sutra-statement.h"

G_BEGIN_DECLS

struct _SutraCase
{
  GObject parent_instance;

  SutraStore *store; /* NULL once closed */
  SutraWorker *reader;
  SutraWorker *jobs;
  char *path;
  char *name;
  SutraId id;
  gboolean read_only;
  gboolean can_undo;
  gboolean can_redo;

  GHashTable *live[SUTRA_N_TABLES]; /* SutraId in the object → SutraLive (unowned) */
  SutraTagset *tagset;

  /* The text used last of an article that is not live: sutractl annotates many spans of one. */
  SutraId text_article;
  SutraText *text;

  guint watch_source;
  guint checkpoint_source;
  guint index_source;
};

/* ---- Live objects (sutra-case-lookup.c) ---- */
void sutra_case_remember_live (SutraCase *self, SutraTable table, SutraLive *live);
void sutra_case_forget_live (SutraCase *self, SutraTable table, SutraLive *live);
/* (transfer none) (nullable) */
gpointer sutra_case_peek_live (SutraCase *self, SutraTable table, const SutraId *id);

/* For list models: the live object, or one that is "deleted" if the row is gone; never NULL (transfer full). */
gpointer sutra_case_get_item (SutraCase *self, SutraTable table, const SutraId *id);

/* ---- Signals and properties (sutra-case.c) ---- */
void sutra_case_emit_changed (SutraCase *self, SutraChanges *changes);
void sutra_case_set_can (SutraCase *self, gboolean undo, gboolean redo);
void sutra_case_schedule_checkpoint (SutraCase *self);

/* ---- Errors: return FALSE ---- */
gboolean sutra_case_fail_closed (GError **error);
gboolean sutra_case_fail_not_found (SutraTable table, const SutraId *id, GError **error);
gboolean sutra_case_fail (GError **error, SutraError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* ---- Edits (sutra-case-edit.c) ---- */
gboolean sutra_case_begin (SutraCase *self, GError **error);
/* Commits, refreshes, emits. */
gboolean sutra_case_commit (SutraCase *self, SutraEditKind kind, const char *subject, guint count, GError **error);
/* Rolls back; returns FALSE. */
gboolean sutra_case_give_up (SutraCase *self);
/* sutra_case_commit() if @ok, else sutra_case_give_up(). */
gboolean sutra_case_end (SutraCase *self, gboolean ok, SutraEditKind kind, const char *subject, guint count, GError **error);

/* Brings live objects, span indexes, the tagset and can-undo up to date, then emits "changed". (sutra-case-refresh.c) */
void sutra_case_refresh (SutraCase *self, SutraChanges *changes);

/* ---- Rows (sutra-case-lookup.c) ---- */
gboolean sutra_case_row_exists (SutraStore *store, SutraTable table, const SutraId *id);
/* Fails with NOT_FOUND unless the row is there. */
gboolean sutra_case_require (SutraCase *self, SutraTable table, const SutraId *id, GError **error);
/* The table that holds @id; FALSE if none of @tables (bits) does. */
gboolean sutra_case_table_of (SutraStore *store, const SutraId *id, guint tables, SutraTable *table);
/* The first column of the first row (transfer full) (nullable). */
char *sutra_case_dup_column (SutraCase *self, const char *sql, const SutraId *id);
SutraId sutra_case_id_column (SutraCase *self, const char *sql, const SutraId *id);
/* All ids that @sql gives, for one id or (NULL) none to bind. */
GArray *sutra_case_ids (SutraStore *store, GError **error, const char *sql, const SutraId *id);
const char *sutra_table_name (SutraTable table);

/* ---- Texts (sutra-case-articles.c): the text of an article that need not be live (transfer full) ---- */
SutraText *sutra_case_dup_text (SutraCase *self, const SutraId *article, GError **error);
/* Deletes an article and what hangs on it, within an edit. */
gboolean sutra_case_delete_article_rows (SutraCase *self, const SutraId *article, GError **error);

/* ---- Mentions (sutra-case-mentions.c) ---- */

/* A mention's span as it is stored. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 stem_end;
  char *fragments; /* (nullable) */
  char *quote;
  char *quote_key;
} SutraSpanRow;

void sutra_span_row_clear (SutraSpanRow *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SutraSpanRow, sutra_span_row_clear)

/* Checks and normalises a span: RANGE, INSIDE_AKSHARA, INVALID. @stem_end 0: guessed, with @known (nullable) names. */
gboolean sutra_span_row_init (SutraSpanRow *self,
                              SutraText *text,
                              guint32 start,
                              guint32 end,
                              guint32 stem_end,
                              const SutraRange *fragments,
                              gsize n_fragments,
                              const char *const *known,
                              GError **error);
/* A mention with that place, type and entity other than @except (nullable): its id, else the null id. */
SutraId sutra_case_find_identical (SutraCase *self,
                                   const SutraId *article,
                                   const SutraSpanRow *span,
                                   const SutraId *type,
                                   const SutraId *entity,
                                   const SutraId *except);
/* Gives mentions another type and what they point to with it (sutra-case.h), within an edit. */
gboolean sutra_case_retype_mentions (SutraCase *self, const SutraId *mentions, gsize n, const SutraId *type, GError **error);
/* Gives a mention another place, within an edit. @stem_end 0: guessed. */
gboolean sutra_case_update_span (SutraCase *self, const SutraId *mention, guint32 start, guint32 end, guint32 stem_end, GError **error);
gboolean sutra_case_delete_mention_row (SutraCase *self, const SutraId *mention, GError **error);

/* ---- Entities (sutra-case-entities.c), all within an edit ---- */

/* The label and aliases of @entity, NULL-terminated (transfer full). */
GStrv sutra_case_dup_names (SutraCase *self, const SutraId *entity);
gboolean sutra_case_insert_entity (SutraCase *self, const SutraId *type, const char *label, SutraId *id, GError **error);
/* The entity of @type that has exactly that label or alias, else a new one. AMBIGUOUS, INVALID. */
gboolean sutra_case_entity_for_label (SutraCase *self, const SutraId *type, const char *label, SutraId *entity, GError **error);
/* The same without making one: the null id if there is none. */
gboolean sutra_case_find_label (SutraCase *self, const SutraId *type, const char *label, SutraId *entity, GError **error);
/* The two for a store of any thread. */
gboolean sutra_store_find_label (SutraStore *store, const SutraId *type, const char *label, SutraId *entity, GError **error);
gboolean sutra_store_insert_entity (SutraStore *store, const SutraId *id, const SutraId *type, const char *label, GError **error);
gboolean sutra_case_delete_entity_row (SutraCase *self, const SutraId *entity, GError **error);
/* NOT_FOUND, INVALID. */
gboolean sutra_case_require_entity_of_type (SutraCase *self, const SutraId *entity, const SutraId *type, GError **error);
/* Gives an entity another type; its mentions follow. */
gboolean sutra_case_retype_entity (SutraCase *self, const SutraId *entity, const SutraId *type, GError **error);
#define SUTRA_MAX_LABEL 500
/* Trimmed and on one line; INVALID if nothing is left or it is longer than SUTRA_MAX_LABEL code points. (transfer full) */
char *sutra_case_clean_label (const char *label, GError **error);

/* ---- Tagset (sutra-case-tagset.c) ---- */
gboolean sutra_case_insert_type (SutraStore *store, const SutraTypeSpec *spec, gint64 position, SutraId *id, GError **error);
/* @position < 0: stays. */
gboolean sutra_case_update_type (SutraStore *store, const SutraId *id, const SutraTypeSpec *spec, gint64 position, GError **error);
/* A type as it is (transfer full) (nullable); whether it may become @spec. */
SutraTypeSpec *sutra_case_dup_type_spec (SutraCase *self, const SutraId *id);
gboolean sutra_case_check_type (SutraCase *self, const SutraId *id, const SutraTypeSpec *spec, GError **error);
gboolean sutra_case_ensure_tagset (SutraStore *store, GError **error);
/* A type by its slug or the text of its id; INVALID naming the slugs there are. */
gboolean sutra_case_type_by_name (SutraCase *self, const char *name, SutraId *type, GError **error);
/* INVALID unless @type is in the tagset. */
gboolean sutra_case_require_type (SutraCase *self, const SutraId *type, GError **error);

G_END_DECLS
