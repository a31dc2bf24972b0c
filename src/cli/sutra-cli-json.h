/* sutra-cli-json.h: the elements that --json prints; `sutractl help` documents them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"
#include "sutra-check.h"
#include "sutra-format.h"
#include "sutra-snapshot.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Each adds one object to the array or document that @builder is in. Absent values are null. */
void sutra_cli_json_article (JsonBuilder *builder, SutraArticle *article);
void sutra_cli_json_mention (JsonBuilder *builder, const SutraSnapshot *snapshot, const SutraSnapshotMention *mention);
void sutra_cli_json_entity (JsonBuilder *builder, const SutraSnapshot *snapshot, const SutraSnapshotEntity *entity);
void sutra_cli_json_history (JsonBuilder *builder, const SutraHistoryRow *row);
void sutra_cli_json_format (JsonBuilder *builder, const SutraFormat *format);
void sutra_cli_json_findings (JsonBuilder *builder, GPtrArray *findings);

void sutra_cli_json_string (JsonBuilder *builder, const char *key, const char *value);
void sutra_cli_json_int (JsonBuilder *builder, const char *key, gint64 value);
void sutra_cli_json_id (JsonBuilder *builder, const char *key, const SutraId *id);

const char *sutra_cli_event_name (SutraEvent event);

G_END_DECLS
