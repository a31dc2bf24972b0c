/* sutra-format.h: the formats in which annotations leave the program
 *
 * One file for each format, behind one interface; to add one, write its file and put it into the list of sutra-format.c (or, if
 * it needs drawing, into that of src/report/sutra-export.c).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sutra-output.h"
#include "sutra-snapshot.h"

G_BEGIN_DECLS

/**
 * SutraFormatContext:
 * @store: to load texts from
 * @now: microseconds since 1970 UTC: the time that the output may state
 */
typedef struct
{
  SutraStore *store;
  gint64 now;
  GCancellable *cancellable; /* (nullable) */
} SutraFormatContext;

/**
 * SutraFormat:
 * @id: what `--format` takes
 * @name: in English
 * @extension: without the dot
 * @reads: whether the program can read it back
 * @offset_unit: "code points", or "none" where there are no offsets
 * @loses: what a case holds and this format does not, in English; "" for nothing
 * @write: (nullable): writes @snapshot to @output; the same state gives the same bytes, but for @now where the output states it. FALSE with
 *   @error for an error of its own; those of @output show at its commit.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *extension;
  gboolean reads;
  const char *offset_unit;
  const char *loses;
  gboolean (*write) (const SutraSnapshot *snapshot, const SutraFormatContext *context, SutraOutput *output, GError **error);
} SutraFormat;

/* The formats of this layer, NULL-terminated. All of them with those of the report: sutra-export.h. */
const SutraFormat *const *sutra_formats (void);

extern const SutraFormat sutra_format_w3c;
extern const SutraFormat sutra_format_geojson;
extern const SutraFormat sutra_format_tagset;

G_END_DECLS
