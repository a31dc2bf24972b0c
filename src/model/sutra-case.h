/* sutra-case.h: one body of work
 *
 * The only way to change anything: each function that edits is one transaction, one step of the history, and refreshes the live
 * objects by the changeset's rows before it returns. Then "changed" is emitted. Functions that edit return FALSE (or NULL) with @error and
 * leave everything as it was; besides the errors named they fail with READ_ONLY, BUSY, NO_SPACE, DAMAGED and ACCESS of the store.
 *
 * Belongs to the thread that made it (the main thread); slow work runs in its workers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sutra-article.h"
#include "sutra-entity.h"
#include "sutra-history.h"
#include "sutra-mention.h"
#include "sutra-occurrences.h"
#include "sutra-relation.h"
#include "sutra-tagset.h"
#include "sutra-worker.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_CASE (sutra_case_get_type ())
G_DECLARE_FINAL_TYPE (SutraCase, sutra_case, SUTRA, CASE, GObject)

/* ---- Life ---- */

/* Makes a case file with the default tagset. @name (nullable): the file name without its ending. EXISTS, ACCESS, NO_SPACE, NOT_FOUND. */
SutraCase *sutra_case_create (const char *path, const char *name, GError **error);
SutraCase *sutra_case_open (const char *path, gboolean read_only, GError **error);

/* Stops the workers and closes the file. Live objects stay valid but no longer change; editing fails with FAILED. Called by dispose. */
void sutra_case_close (SutraCase *self);

/* Properties: "path", "name", "read-only", "can-undo", "can-redo". */
const char *sutra_case_get_path (SutraCase *self);
const SutraId *sutra_case_get_id (SutraCase *self);
const char *sutra_case_get_name (SutraCase *self);
gboolean sutra_case_set_name (SutraCase *self, const char *name, GError **error); /* a setting, not in the history */
gboolean sutra_case_is_read_only (SutraCase *self);

/* Looks for other programs' edits every half second (and at once when called); emits "changed" for them. */
void sutra_case_watch (SutraCase *self, gboolean watch);
gboolean sutra_case_poll (SutraCase *self, GError **error);

/* Signal "changed" (SutraChanges *): after the live objects and span indexes are up to date. */

/* For lists, readers and exporters: the main thread's connection, and workers with their own (created on first use; "reader" for queries that feed the
 * window, "jobs" for imports, exports and checkpoints). (transfer none) */
SutraStore *sutra_case_get_store (SutraCase *self);
SutraWorker *sutra_case_get_reader (SutraCase *self);
SutraWorker *sutra_case_get_jobs (SutraCase *self);

/* ---- Objects: at most one live object per row; (transfer full), NULL with NOT_FOUND ---- */
SutraTagset *sutra_case_get_tagset (SutraCase *self); /* (transfer none) */
SutraArticle *sutra_case_get_article (SutraCase *self, const SutraId *id, GError **error);
SutraMention *sutra_case_get_mention (SutraCase *self, const SutraId *id, GError **error);
SutraEntity *sutra_case_get_entity (SutraCase *self, const SutraId *id, GError **error);
SutraRelation *sutra_case_get_relation (SutraCase *self, const SutraId *id, GError **error);

/* The row whose id begins or ends with @text (a whole id, or at least 4 hex digits, hyphens ignored); @tables: bits 1 << SutraTable, 0 for all.
 * NOT_FOUND, AMBIGUOUS (the message lists up to 5). */
gboolean sutra_case_resolve_id (SutraCase *self, const char *text, guint tables, SutraId *id, SutraTable *table, GError **error);

/* All ids, in the order in which the lists show them (array of SutraId, transfer full): articles by when they were added; mentions in text order. */
GArray *sutra_case_list_articles (SutraCase *self, GError **error);
GArray *sutra_case_list_mentions (SutraCase *self, const SutraId *article, GError **error);
GArray *sutra_case_list_entity_mentions (SutraCase *self, const SutraId *entity, GError **error);
GArray *sutra_case_list_entities (SutraCase *self, GError **error);
guint sutra_case_count_articles (SutraCase *self);

/* ---- Articles ---- */

/* INVALID unless @tag has the shape of BCP 47: subtags of 1 to 8 letters or digits joined by hyphens, the first of 2 to 8 letters. */
gboolean sutra_case_check_language (const char *tag, GError **error);

/* Adds @draft; a title over 500 code points is shortened. INVALID for a published, accessed or language that is none. The same original bytes again (SHA-256) give the article that is there, with *@existed TRUE and no edit. */
SutraArticle *sutra_case_add_article (SutraCase *self, const SutraDraft *draft, gboolean *existed, GError **error);

/* The same from a worker's job, for imports: writes contents in short transactions, then up to @n articles in one; @step as in sutra_store_commit_step(). @ids (n
 * elements) receives the articles, @existed (n elements, nullable) which were there. The case object notices by itself. Any thread. */
gboolean sutra_case_store_articles (SutraStore *store,
                                    SutraDraft *const *drafts,
                                    gsize n,
                                    gint64 *step,
                                    SutraId *ids,
                                    gboolean *existed,
                                    GCancellable *cancellable,
                                    GError **error);

/* The original bytes, digest verified (transfer full). */
GBytes *sutra_case_dup_original (SutraCase *self, const SutraId *article, GError **error);

/* ---- Any row ---- */

/* Sets fields of one article, entity, mention, relation or type: pairs "key", "value", ending with NULL; a NULL or "" value empties a nullable field. Keys are those of
 * `sutractl set`: article title source url author published accessed language notes; entity label type value notes date latitude longitude radius_m; mention type entity value note status
 * start end stem_end; relation type date notes; type name color badge shortcut parent (a slug) names_entities. INVALID for an unknown key or a bad value (says which keys there are), NOT_FOUND. */
gboolean sutra_case_set (SutraCase *self, const SutraId *id, const char *const *pairs, GError **error);

/* Deletes articles, mentions, entities, relations (in any mix) with what hangs on them: an article's mentions; an entity's aliases, attributes and relations
 * (its mentions stay, unlinked); a relation's evidence is kept as far as it exists. One step. */
gboolean sutra_case_delete (SutraCase *self, const SutraId *ids, gsize n, GError **error);

/* ---- Mentions ---- */

/**
 * SutraMentionSpec:
 * @fragments: further fragments (@n_fragments), any order, not overlapping each other or the span
 * @stem_end: 0: guessed from the text and the entity's names
 * @entity: link to it; or the null id
 * @entity_label: (nullable) used if @entity is null: the entity of that type with exactly that label or alias, else a new one; two such: AMBIGUOUS
 */
typedef struct
{
  SutraId article;
  guint32 start;
  guint32 end;
  guint32 stem_end;
  const SutraRange *fragments;
  gsize n_fragments;
  SutraId type;
  SutraId entity;
  const char *entity_label;
  const char *value;
  const char *note;
  SutraMentionStatus status;
  SutraMentionOrigin origin;
} SutraMentionSpec;

/* Adds @n mentions as one step (kind ADD_MENTION for one, ADD_OCCURRENCES for several; ACCEPT_ or REJECT_SUGGESTIONS by the status of the first if its origin is "suggestion"). @ids (nullable, n elements) receives the ids. RANGE for an empty, reversed or outlying span,
 * INSIDE_AKSHARA (the message names the nearest boundaries), INVALID (unknown type; fragments overlap), NOT_FOUND (article). An identical mention (same article, span, fragments, type, entity) that is there already
 * is refused with EXISTS when @n is 1, skipped in a bulk (its id is given); but one that was rejected becomes what the specification says. */
gboolean sutra_case_add_mentions (SutraCase *self, const SutraMentionSpec *specs, gsize n, SutraId *ids, GError **error);

/* What "all occurrences" would mark: all places in @article where one of @names stands, and, as less certain ones, other names that the
 * article gives for it and the last word of a person's name (sutra-name-parts.h), without those that overlap a confirmed mention of the same type.
 * Array of SutraOccurrence (transfer full). */
GArray *
sutra_case_find_occurrences (SutraCase *self, const SutraId *article, const char *const *names, const SutraId *type, GError **error);

/* Takes out of @occurrences (SutraOccurrence, by start, not overlapping) those that overlap a confirmed mention of @type in @article. */
gboolean sutra_case_skip_marked (SutraCase *self, const SutraId *article, const SutraId *type, GArray *occurrences, GError **error);

/* Changes of one or more mentions, each call one step. */
gboolean sutra_case_set_mention_span (SutraCase *self, const SutraId *mention, guint start, guint end, GError **error);
/* A linked mention then points to the entity of the new type with the same label; else its entity gets the type too, if no other mention points to it; else it is unlinked. */
gboolean sutra_case_set_mentions_type (SutraCase *self, const SutraId *mentions, gsize n, const SutraId *type, GError **error);
/* @entity NULL: unlink. An entity of another type: INVALID. */
gboolean sutra_case_link_mentions (SutraCase *self, const SutraId *mentions, gsize n, const SutraId *entity, GError **error);
/* Links to the entity of the mentions' type with that label or alias, or makes it. */
gboolean
sutra_case_link_mentions_to_label (SutraCase *self, const SutraId *mentions, gsize n, const char *label, SutraId *entity, GError **error);

/* ---- Entities ---- */

/* The first guess for a span: its dictionary form, and the entity of type @type (the null id: any type) whose label or alias folds to it or to another stem of it (the null id if there is none). */
char *sutra_case_guess_entity (SutraCase *self, const SutraId *article, guint start, guint end, const SutraId *type, SutraId *entity);

/**
 * SutraCompletion:
 *
 * An entity whose label or alias fits what was typed.
 */
typedef struct
{
  SutraId entity;
  SutraId type;
  char *label;
  char *matched; /* the alias that matched, NULL if the label did */
  guint mention_count;
} SutraCompletion;
void sutra_completion_free (SutraCompletion *self);

/* Up to @limit entities for @text over the fold key: exact, then inflected (a stem of @text), then prefix, then word prefix; of @type first. (transfer full, SutraCompletion *) */
GPtrArray *sutra_case_complete_entity (SutraCase *self, const char *text, const SutraId *type, guint limit, GError **error);

gboolean sutra_case_add_entity (SutraCase *self, const SutraId *type, const char *label, SutraId *id, GError **error);
gboolean sutra_case_add_alias (SutraCase *self,
                               const SutraId *entity,
                               const char *text,
                               const char *language,
                               const SutraId *mention,
                               GError **error);
gboolean sutra_case_delete_alias (SutraCase *self, const SutraId *alias, GError **error);
gboolean sutra_case_set_attribute (SutraCase *self,
                                   const SutraId *entity,
                                   const char *name,
                                   const char *value,
                                   GError **error); /* @value NULL deletes */

/* Merges @n entities into @into: mentions, aliases, attributes (one that it has with another value goes into the notes) and relations move (a relation that would then link @into to itself is deleted), their labels become
 * aliases, missing fields are taken over, notes are joined. Types may differ: the mentions take the type of @into. */
gboolean sutra_case_merge_entities (SutraCase *self, const SutraId *into, const SutraId *others, gsize n, GError **error);

gboolean sutra_case_add_relation (SutraCase *self,
                                  const SutraId *source,
                                  const SutraId *target,
                                  const char *kind,
                                  const SutraId *mention,
                                  SutraId *id,
                                  GError **error);

/* ---- Sentences: corrections of their ends, one step each; the rules' own are not stored, so corrections survive better rules ---- */

/* A new sentence begins at @cp, or where the word at @cp does, or behind the white space there. INVALID where one begins already, and at the end of a paragraph. */
gboolean sutra_case_split_sentence (SutraCase *self, const SutraId *article, gsize cp, GError **error);
/* The sentence that holds @cp and the next one of its paragraph are one. INVALID if there is no next one. */
gboolean sutra_case_join_sentence (SutraCase *self, const SutraId *article, gsize cp, GError **error);

/* ---- Tagset ---- */
/* @spec's slug may be NULL: it is made from the name. INVALID. */
gboolean sutra_case_add_type (SutraCase *self, const SutraTypeSpec *spec, SutraId *id, GError **error);
/* Moves the type to @position (0-based). */
gboolean sutra_case_move_type (SutraCase *self, const SutraId *type, guint position, GError **error);
/* How many mentions and entities have the type. */
void sutra_case_count_type_uses (SutraCase *self, const SutraId *type, guint *mentions, guint *entities);
/* @replacement: the type that its mentions and entities get; NULL deletes its mentions and (their other mentions unlinked) its entities. INVALID for the last type. */
gboolean sutra_case_delete_type (SutraCase *self, const SutraId *type, const SutraId *replacement, GError **error);
/* Makes the tagset equal to @specs (SutraTypeSpec *): types with a known slug are changed, others added, types that are missing are deleted if unused and kept at the end otherwise. */
gboolean sutra_case_apply_tagset (SutraCase *self, GPtrArray *specs, GError **error);

/* ---- History ---- */
gboolean sutra_case_can_undo (SutraCase *self);
gboolean sutra_case_can_redo (SutraCase *self);
/* @moved (nullable): the edits' rows, SutraHistoryRow * (transfer full). NOT_FOUND, CONFLICT. */
gboolean sutra_case_undo (SutraCase *self, GPtrArray **moved, GError **error);
gboolean sutra_case_redo (SutraCase *self, GPtrArray **moved, GError **error);

/* ---- Copies ---- */
void sutra_case_copy_async (SutraCase *self,
                            const char *path,
                            gboolean overwrite,
                            GCancellable *cancellable,
                            GFileProgressCallback progress,
                            gpointer progress_data,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean sutra_case_copy_finish (SutraCase *self, GAsyncResult *result, GError **error);

G_END_DECLS
