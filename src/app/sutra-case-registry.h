/* sutra-case-registry.h: one SutraCase for each file in this process, however many windows show it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_CASE_REGISTRY (sutra_case_registry_get_type ())
G_DECLARE_FINAL_TYPE (SutraCaseRegistry, sutra_case_registry, SUTRA, CASE_REGISTRY, GObject)

SutraCaseRegistry *sutra_case_registry_new (void);

/* The case at @path, opened or the one that is open already (transfer full). Watches it for other programs' edits. Errors of sutra_case_open(). */
SutraCase *sutra_case_registry_open (SutraCaseRegistry *self, const char *path, GError **error);

/* Makes it (transfer full). Errors of sutra_case_create(). */
SutraCase *sutra_case_registry_create (SutraCaseRegistry *self, const char *path, const char *name, GError **error);

/* The case "My desk" in @folder, made if it is not there (transfer full). */
SutraCase *sutra_case_registry_open_desk (SutraCaseRegistry *self, const char *folder, GError **error);

/* A path in @folder for a case of that name which no file has yet (transfer full). */
char *sutra_case_registry_free_path (const char *folder, const char *name);

/* Forgets a case that was closed: the path may be used anew. */
void sutra_case_registry_forget (SutraCaseRegistry *self, SutraCase *the_case);

/* The name that the history gets for edits made here; "" or NULL: the store's own default. */
void sutra_case_registry_set_author (SutraCaseRegistry *self, const char *author);

G_END_DECLS
