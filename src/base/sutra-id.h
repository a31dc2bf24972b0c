/* sutra-id.h: row ids (UUID version 7, RFC 9562)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/**
 * SutraId:
 *
 * A UUID as 16 bytes in network order. All zeros is "no id" (SQL NULL).
 * A plain value: copy it, compare it, put it into structs.
 */
typedef struct
{
  guint8 bytes[16];
} SutraId;

#define SUTRA_ID_STRING_SIZE 37 /* 36 characters and the final NUL */
#define SUTRA_ID_NULL ((SutraId){ { 0 } })

/* Makes a new id. Ids made by one process are strictly increasing; safe in any thread. */
SutraId sutra_id_new (void);

/* Writes the 36-character lower-case form and a NUL to @buffer; returns @buffer. */
const char *sutra_id_to_string (const SutraId *id, char buffer[SUTRA_ID_STRING_SIZE]);

/* The 36-character lower-case form, newly allocated (transfer full). */
char *sutra_id_dup_string (const SutraId *id);

/* Reads the 36-character form, either case, of any UUID version. FALSE (and @id untouched) for
 * anything else, NULL included. */
gboolean sutra_id_from_string (const char *string, SutraId *id);

/* For GHashTable with SutraId * keys. */
guint sutra_id_hash (gconstpointer id);
gboolean sutra_id_equal (gconstpointer a, gconstpointer b);

static inline int
sutra_id_compare (const SutraId *a, const SutraId *b)
{
  return memcmp (a->bytes, b->bytes, sizeof a->bytes);
}

static inline gboolean
sutra_id_is_null (const SutraId *id)
{
  static const SutraId null_id = { { 0 } };

  return memcmp (id->bytes, null_id.bytes, sizeof null_id.bytes) == 0;
}

G_END_DECLS
