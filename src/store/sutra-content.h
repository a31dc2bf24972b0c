/* sutra-content.h: texts and original bytes, addressed by their SHA-256
 *
 * Not recorded in changesets: article rows point here; undoing the addition of an article hides the article and leaves this.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-store.h"

G_BEGIN_DECLS

/* Stores @bytes unless they are there already. Written in chunks, each in a transaction of its own that stays under 10 ms, so that another
 * connection's edit never waits; call it outside of an edit. @sha256 (out, nullable) receives the lower-case hex digest (transfer full). */
gboolean sutra_content_put (SutraStore *store, GBytes *bytes, char **sha256, GCancellable *cancellable, GError **error);

/* The bytes with that digest (transfer full). NOT_FOUND; DAMAGED if chunks are missing or the length or (when @verify) the digest is wrong. */
GBytes *sutra_content_get (SutraStore *store, const char *sha256, gboolean verify, GError **error);

/* For long contents got without @verify: the digest is computed in a thread of its own while the caller goes on to use the bytes.
 * sutra_content_check_finish() waits for it and frees @self: DAMAGED if @bytes are not those of @sha256. The thread does not touch @store. */
typedef struct _SutraContentCheck SutraContentCheck;
SutraContentCheck *sutra_content_check_start (SutraStore *store, GBytes *bytes, const char *sha256);
gboolean sutra_content_check_finish (SutraContentCheck *self, GError **error);

G_END_DECLS
