/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-schema.h"

/* Rules, learnt by trying (tests/store keeps them):
 * - recorded tables have `id BLOB PRIMARY KEY NOT NULL`, only ever gain columns at the end, and are never renamed;
 * - foreign keys are deferred and without actions;
 * - no trigger writes a recorded table; counts are computed, not stored; nothing refers to a rowid.
 * Ids are UUIDs of 16 bytes. Offsets are code points. Times are RFC 3339 in UTC. */
static const char version_1[] =
    /* What a text or an original file holds, by digest; not recorded. */
    "CREATE TABLE content (sha256 TEXT PRIMARY KEY NOT NULL, byte_length INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE chunk (sha256 TEXT NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (sha256, seq)) STRICT;"
    "CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"

    "CREATE TABLE history ("
    " seq INTEGER PRIMARY KEY AUTOINCREMENT,"
    " at INTEGER NOT NULL," /* microseconds since 1970 UTC */
    " author TEXT NOT NULL,"
    " kind TEXT NOT NULL,"
    " subject TEXT,"
    " count INTEGER NOT NULL,"
    " event TEXT NOT NULL CHECK (event IN ('edit', 'undo', 'redo')),"
    " target INTEGER,"        /* undo, redo: the edit's seq */
    " step INTEGER NOT NULL," /* seq of the first row of the step */
    " parent INTEGER,"        /* edit: what undo would have taken before it */
    " undo_head INTEGER,"     /* after this row: what undo would take, what redo would take */
    " redo_head INTEGER,"
    " redo_next INTEGER," /* undo: what redo would have taken before it */
    " changeset BLOB"     /* edit: what it did */
    ") STRICT;"
    "CREATE INDEX history_target ON history (target, seq) WHERE target IS NOT NULL;"
    "CREATE INDEX history_step ON history (step, seq) WHERE step <> seq;"

    "CREATE TABLE article ("
    " id BLOB PRIMARY KEY NOT NULL,"
    " title TEXT NOT NULL,"
    " source TEXT, url TEXT, author TEXT,"
    " published TEXT," /* EDTF */
    " accessed TEXT,"  /* EDTF */
    " language TEXT,"  /* BCP 47 */
    " encoding TEXT NOT NULL,"
    " media_type TEXT NOT NULL,"
    " file_name TEXT,"
    " code_points INTEGER NOT NULL,"
    " sha256 TEXT NOT NULL,"      /* of the original bytes */
    " text_sha256 TEXT NOT NULL," /* of the text */
    " notes TEXT,"
    " added TEXT NOT NULL"
    ") STRICT;"
    "CREATE INDEX article_sha256 ON article (sha256);"
    "CREATE INDEX article_title ON article (title, id);"
    "CREATE INDEX article_published ON article (published, id);"

    /* The tagset: the entity types of the case. */
    "CREATE TABLE type ("
    " id BLOB PRIMARY KEY NOT NULL,"
    " slug TEXT NOT NULL,"  /* 'person': what scripts and exports call it; unique, checked by the model */
    " name TEXT,"           /* NULL: a stock type under its stock name in the reader's language */
    " color TEXT NOT NULL," /* #rrggbb, the light theme's; other themes derive theirs */
    " badge TEXT NOT NULL," /* one or two letters */
    " shortcut TEXT,"       /* one key, lower case */
    " parent BLOB REFERENCES type (id) DEFERRABLE INITIALLY DEFERRED,"
    " entities INTEGER NOT NULL," /* 1: its mentions name entities; 0: they carry a value (date, quantity, quotation) */
    " position INTEGER NOT NULL"
    ") STRICT;"

    "CREATE TABLE entity ("
    " id BLOB PRIMARY KEY NOT NULL,"
    " type BLOB NOT NULL REFERENCES type (id) DEFERRABLE INITIALLY DEFERRED,"
    " label TEXT NOT NULL,"
    " label_key TEXT NOT NULL," /* fold key of the label */
    " value TEXT, notes TEXT,"
    " latitude REAL, longitude REAL, radius_m REAL,"
    " date TEXT," /* EDTF */
    " created TEXT NOT NULL"
    ") STRICT;"
    "CREATE INDEX entity_type ON entity (type);"
    "CREATE INDEX entity_key ON entity (label_key);"

    "CREATE TABLE mention ("
    " id BLOB PRIMARY KEY NOT NULL,"
    " article BLOB NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,"
    " start INTEGER NOT NULL, \"end\" INTEGER NOT NULL, stem_end INTEGER NOT NULL,"
    " fragments TEXT," /* further fragments: '30-41 55-60' in text order, all behind the first span; NULL: none */
    " type BLOB NOT NULL REFERENCES type (id) DEFERRABLE INITIALLY DEFERRED,"
    " entity BLOB REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,"
    " value TEXT,"
    " quote TEXT NOT NULL,"     /* the text of the first span, exactly */
    " quote_key TEXT NOT NULL," /* fold key of its first 200 code points up to stem_end: groups mentions without an entity */
    " status INTEGER NOT NULL," /* SutraMentionStatus */
    " origin INTEGER NOT NULL," /* SutraMentionOrigin */
    " note TEXT,"
    " author TEXT NOT NULL,"
    " created TEXT NOT NULL"
    ") STRICT;"
    "CREATE INDEX mention_place ON mention (article, start, \"end\");"
    "CREATE INDEX mention_entity ON mention (entity, article, start) WHERE entity IS NOT NULL;"
    "CREATE INDEX mention_type ON mention (type);"

    "CREATE TABLE alias ("
    " id BLOB PRIMARY KEY NOT NULL,"
    " entity BLOB NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,"
    " text TEXT NOT NULL,"
    " text_key TEXT NOT NULL,"
    " language TEXT,"
    " mention BLOB REFERENCES mention (id) DEFERRABLE INITIALLY DEFERRED" /* the mention that shows it */
    ") STRICT;"
    "CREATE INDEX alias_entity ON alias (entity);"
    "CREATE INDEX alias_key ON alias (text_key);"
    "CREATE INDEX alias_mention ON alias (mention) WHERE mention IS NOT NULL;"

    "CREATE TABLE attribute ("
    " id BLOB PRIMARY KEY NOT NULL,"
    " entity BLOB NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,"
    " name TEXT NOT NULL, value TEXT NOT NULL,"
    " position INTEGER NOT NULL"
    ") STRICT;"
    "CREATE INDEX attribute_entity ON attribute (entity, position);"

    "CREATE TABLE relation ("
    " id BLOB PRIMARY KEY NOT NULL,"
    " source BLOB NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,"
    " target BLOB NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,"
    " type TEXT NOT NULL,"
    " mention BLOB REFERENCES mention (id) DEFERRABLE INITIALLY DEFERRED,"
    " article BLOB REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED," /* evidence: a passage */
    " start INTEGER, \"end\" INTEGER,"
    " date TEXT," /* EDTF */
    " notes TEXT,"
    " created TEXT NOT NULL"
    ") STRICT;"
    "CREATE INDEX relation_source ON relation (source);"
    "CREATE INDEX relation_target ON relation (target);"
    "CREATE INDEX relation_mention ON relation (mention) WHERE mention IS NOT NULL;"
    "CREATE INDEX relation_article ON relation (article) WHERE article IS NOT NULL;";

static const char version_2[] =
    /* What people say about where sentences begin; what the rules find is not stored. */
    "CREATE TABLE boundary ("
    " id BLOB PRIMARY KEY NOT NULL,"
    " article BLOB NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,"
    " position INTEGER NOT NULL,"
    " joined INTEGER NOT NULL," /* 0: a sentence begins at the position; 1: none does */
    " author TEXT NOT NULL,"
    " created TEXT NOT NULL"
    ") STRICT;"
    "CREATE INDEX boundary_place ON boundary (article, position);"

    /* What can be searched: texts (kind 0, by digest) and titles (kind 1), not articles, which come and go with undo; not recorded.
     * The rowids of the index are put together in sutra-search-index.c. */
    "CREATE TABLE search_document ("
    " id INTEGER PRIMARY KEY NOT NULL,"
    " kind INTEGER NOT NULL,"
    " value TEXT NOT NULL,"
    " code_points INTEGER NOT NULL,"
    " done INTEGER NOT NULL" /* code points that are in the index */
    ") STRICT;"
    "CREATE UNIQUE INDEX search_document_value ON search_document (value, kind);"
    "CREATE INDEX article_text ON article (text_sha256);" SUTRA_SCHEMA_SEARCH ";"
    /* Merged by the indexing itself, in steps that do not hold the lock for long. */
    "INSERT INTO search (search, rank) VALUES ('automerge', 0), ('crisismerge', 1999);";

static const char version_3[] =
    /* Where entities are and may be. The chosen one has the coordinates that the entity has; an entity with coordinates need not have a row. */
    "CREATE TABLE location ("
    " id BLOB PRIMARY KEY NOT NULL,"
    " entity BLOB NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,"
    " role INTEGER NOT NULL," /* SutraLocationRole */
    " latitude REAL NOT NULL, longitude REAL NOT NULL, radius_m REAL,"
    " area TEXT,"            /* ISO 3166-1 alpha-2 codes: 'AF PK' */
    " place TEXT,"           /* id in the gazetteer */
    " source TEXT NOT NULL," /* 'gazetteer', 'map', 'typed', 'import' */
    " created TEXT NOT NULL"
    ") STRICT;"
    "CREATE INDEX location_entity ON location (entity, role);"
    "CREATE INDEX location_other ON location (role, entity) WHERE role > 0;"
    "CREATE INDEX location_area ON location (entity) WHERE area IS NOT NULL;";

const char *
sutra_schema_get_step (int from)
{
  static const char *const steps[] = { version_1, version_2, version_3 };

  g_return_val_if_fail (from >= 0, NULL);

  return (gsize) from < G_N_ELEMENTS (steps) ? steps[from] : NULL;
}
