/* sutra-result-item.h: one row of the results of a search
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

#include "sutra-id.h"

G_BEGIN_DECLS

/**
 * SutraResultKind:
 * @SUTRA_RESULT_SECTION: what the rows below have in common; cannot be activated
 * @SUTRA_RESULT_TITLE: an article whose title fits
 * @SUTRA_RESULT_ARTICLE: an article; its places follow
 * @SUTRA_RESULT_PLACE: a place in a text
 * @SUTRA_RESULT_REST: an article has more places than are shown
 * @SUTRA_RESULT_MORE: there may be more articles
 */
typedef enum
{
  SUTRA_RESULT_SECTION,
  SUTRA_RESULT_TITLE,
  SUTRA_RESULT_ARTICLE,
  SUTRA_RESULT_PLACE,
  SUTRA_RESULT_REST,
  SUTRA_RESULT_MORE
} SutraResultKind;

#define SUTRA_TYPE_RESULT_ITEM (sutra_result_item_get_type ())
G_DECLARE_FINAL_TYPE (SutraResultItem, sutra_result_item, SUTRA, RESULT_ITEM, GObject)

/* @article: nullable; @markup: what the row shows, in Pango's markup; @start, @end: the place in the article's text, code points, end exclusive (both 0: none); @count: the places of an
 * article, or 0. */
SutraResultItem *
sutra_result_item_new (SutraResultKind kind, const SutraId *article, const char *markup, guint start, guint end, guint count);

SutraResultKind sutra_result_item_get_kind (SutraResultItem *self);
const SutraId *sutra_result_item_get_article (SutraResultItem *self); /* the null id: none */
const char *sutra_result_item_get_markup (SutraResultItem *self);
guint sutra_result_item_get_start (SutraResultItem *self);
guint sutra_result_item_get_end (SutraResultItem *self);
guint sutra_result_item_get_count (SutraResultItem *self);

G_END_DECLS
