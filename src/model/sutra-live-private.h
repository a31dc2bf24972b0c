/* sutra-live-private.h: what the case does with its live objects
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"
#include "sutra-live.h"

G_BEGIN_DECLS

/* A new object of a subclass for the row @id, not yet read, known to @the_case until it is freed. */
SutraLive *sutra_live_new (GType type, SutraCase *the_case, const SutraId *id);

/* Reads the row again. FALSE if it is gone (the object is then "deleted" and keeps its last values) or cannot be read. */
gboolean sutra_live_reload (SutraLive *self, GError **error);

/* Takes the values from @row, a row of the class's select. */
void sutra_live_load (SutraLive *self, SutraStatement *row);
void sutra_live_set_deleted (SutraLive *self, gboolean deleted);

/* The case, NULL once it is closed. */
SutraCase *sutra_live_get_case (SutraLive *self);
SutraStore *sutra_live_get_store (SutraLive *self);
/* The case is closed: the object stays as it is. */
void sutra_live_detach (SutraLive *self);

/* Sets *@field to a copy of @value, an int or an id; notifies @pspec (nullable) if that is a change. */
void sutra_live_take_string (SutraLive *self, char **field, const char *value, GParamSpec *pspec);
void sutra_live_take_int (SutraLive *self, guint *field, gint64 value, GParamSpec *pspec);
void sutra_live_take_double (SutraLive *self, double *field, double value, GParamSpec *pspec);

/* Installs read-only properties named @names (NULL-terminated) of type string from number @first on. */
void sutra_live_install_strings (GObjectClass *klass, GParamSpec **properties, guint first, const char *const *names);

/* Subclasses: what the refresh calls besides sutra_live_reload(). */
void sutra_entity_reload_aliases (SutraEntity *self, const SutraId *alias, gboolean owned);
void sutra_entity_reload_attributes (SutraEntity *self, const SutraId *attribute, gboolean owned);
void sutra_entity_emit_locations_changed (SutraEntity *self);
gboolean sutra_article_has_spans (SutraArticle *self);
gboolean sutra_article_has_text (SutraArticle *self);
/* Forgets mention @id's spans and takes those of @row (nullable: it is gone), a row of sutra_article_span_select. */
void sutra_article_update_span (SutraArticle *self, const SutraId *id, SutraStatement *row);
void sutra_article_reload_spans (SutraArticle *self);
/* Emits "spans-changed" for what the two functions above did. */
void sutra_article_flush_spans (SutraArticle *self);
extern const char sutra_article_span_select[];
/* Reads the corrections again, if they were read; emits "sentences-changed" if they differ. */
void sutra_article_reload_corrections (SutraArticle *self);

SutraTagset *sutra_tagset_new (SutraCase *the_case);
gboolean sutra_tagset_reload (SutraTagset *self, GError **error);

/* "30-41 55-60" and back; NULL for none. A malformed string gives the fragments before the fault. */
char *sutra_fragments_format (const SutraRange *fragments, gsize n);
GArray *sutra_fragments_parse (const char *string);

G_END_DECLS
