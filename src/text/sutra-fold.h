/* sutra-fold.h: the fold key, under which visually identical strings are equal
 *
 * For search, matching and indexes only: text is never altered. Rules: NFD per code point, removal of default
 * ignorables, nukta order, split and doubled vowel signs, ৎ/ত্, ৰ/র, digits, danda look-alikes, quotes, dashes,
 * spaces, Latin case (the table is in sutra-fold.c). ড়/ড, য়/য, ঢ়/ঢ, ি/ী, ন/ণ and ৱ/ব stay apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SutraFold:
 * @key: the folded code points (owned), @length of them, followed by a 0.
 * @source: for each key unit the offset (code points, from the start of the folded string) of the source code
 *   point it came from; @source[@length] is the number of source code points. When units were reordered the offsets
 *   are those of the whole group's start, so @source never decreases.
 * @source_end: for each key unit the end of the source code point, or of the group, that it came from; never decreases either.
 * @room: units allocated, for sutra_fold_renew().
 */
typedef struct
{
  gunichar *key;
  guint32 *source;
  guint32 *source_end;
  gsize length;
  gsize room;
} SutraFold;

/* Folds @n_bytes of valid UTF-8 (-1: up to the NUL). Linear in time and memory. */
SutraFold *sutra_fold_new (const char *text, gssize n_bytes);
void sutra_fold_free (SutraFold *self);

/* Folds another text into @self, whose memory is used again: for going through a long text piece by piece. No rule reaches across a line
 * end, so the keys of paragraphs are the pieces of the key of the whole. */
void sutra_fold_renew (SutraFold *self, const char *text, gsize n_bytes);

/* The key alone, as UTF-8 (transfer full): for columns, hash tables, completion. */
char *sutra_fold_string (const char *text, gssize n_bytes);

/* The loose key: under which spelling variants are equal too, for a search that offers them below the exact hits. On top of the fold key: ী = ি,
 * ূ = ু (and ঈ = ই, ঊ = উ), ণ = ন, শ = ষ = স, ং = ঙ্ = ঙ, য = জ (not য়, nor ya-phala), ব্যা = বে, no ো or ও at the end of a word of more than it, no
 * hyphens and spaces between letters. What is found with it in a text should be whole words: ends inside a compound's parts mean nothing. */
SutraFold *sutra_fold_new_loose (const char *text, gssize n_bytes);
char *sutra_fold_loose_string (const char *text, gssize n_bytes);

/* Maps key units [@key_start, @key_end) to source code points [@start, @end): the smallest range that
 * covers every source code point these units came from, deleted ones inside included. Of an empty range both ends
 * are where the unit @key_start comes from. */
void sutra_fold_to_source (const SutraFold *self, gsize key_start, gsize key_end, gsize *start, gsize *end);

/* The key index of the first unit that came from source code point @cp or a later one. */
gsize sutra_fold_from_source (const SutraFold *self, gsize cp);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraFold, sutra_fold_free)

G_END_DECLS
