/* sutra-tagset.h: the entity types of a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sutra-entity-type.h"

G_BEGIN_DECLS

/**
 * SutraTypeSpec:
 *
 * A type as it is made, changed, imported or exported. @name NULL: the stock name. @parent: slug or NULL.
 */
typedef struct
{
  char *slug;
  char *name;
  char *color;
  char *badge;
  char *shortcut;
  char *parent;
  gboolean names_entities;
} SutraTypeSpec;

void sutra_type_spec_free (SutraTypeSpec *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraTypeSpec, sutra_type_spec_free)

/* The default tagset: person, organisation, place, facility, event, date, quantity, role, document, quotation, topic (transfer full, SutraTypeSpec *). */
GPtrArray *sutra_tagset_default_specs (void);

/* Checks one specification by itself: slug [a-z][a-z0-9-]{0,39}, name at most 60 code points, colour #rrggbb, badge as below, shortcut one
 * printable key; INVALID with the field and the reason. */
gboolean sutra_type_spec_validate (const SutraTypeSpec *self, GError **error);

/* Whether @badge (nullable) is one or two aksharas of at most 16 code points without spaces: "ক্ষ" is one letter of three code points. */
gboolean sutra_type_badge_is_valid (const char *badge);

/* A GListModel of SutraEntityType, ordered by position. */
#define SUTRA_TYPE_TAGSET (sutra_tagset_get_type ())
G_DECLARE_FINAL_TYPE (SutraTagset, sutra_tagset, SUTRA, TAGSET, GObject)

/* (transfer none) (nullable) */
SutraEntityType *sutra_tagset_get (SutraTagset *self, const SutraId *id);
SutraEntityType *sutra_tagset_get_by_slug (SutraTagset *self, const char *slug);
SutraEntityType *sutra_tagset_get_by_shortcut (SutraTagset *self, const char *key);

/* What is there, as specifications in order (transfer full, SutraTypeSpec *). */
GPtrArray *sutra_tagset_dup_specs (SutraTagset *self);

G_END_DECLS
