/* sutra-cli-lists.h: printing mentions and entities
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-cli.h"
#include "sutra-snapshot.h"

G_BEGIN_DECLS

/* Prints the mentions of @article (NULL: of the case) that are in @only (a set of SutraId *; NULL: all of them), in text order. */
void sutra_cli_print_mentions (SutraCli *cli, SutraCase *the_case, const SutraId *article, GHashTable *only);

/* The same for entities. */
void sutra_cli_print_entities (SutraCli *cli, SutraCase *the_case, GHashTable *only);

G_END_DECLS
