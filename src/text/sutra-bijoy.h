/* sutra-bijoy.h: Bengali in Bijoy fonts (SutonnyMJ and its kind), to Unicode and back
 *
 * Such text is a string of glyph codes in the places of Windows-1252, in the order in which the glyphs are drawn. Its "carrier" is what a
 * program without the font shows: "Avgvi †mvbvi evsjv". Which code is which glyph are facts that many public converters agree on (Avro, bahar's
 * BijoyToUnicode, Mad-FOX's bijoy2unicode and others); the fonts of the 2010s ("new") differ from the older ones in a dozen codes.
 *
 * All functions are linear in their input, take any characters, and may be called from any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SUTRA_BIJOY_AUTO, /* whichever most of the codes that differ speak for, NEW if none does */
  SUTRA_BIJOY_NEW,
  SUTRA_BIJOY_OLD,
} SutraBijoyGeneration;

/* At most so many places are listed; all are counted. */
#define SUTRA_BIJOY_MAX_PLACES 1000

/**
 * SutraBijoyPlace:
 * @offset: in code points of the carrier
 * @character: what stands there
 */
typedef struct
{
  gsize offset;
  gunichar character;
} SutraBijoyPlace;

/**
 * SutraBijoyText:
 * @utf8: the text, valid UTF-8 without NUL if the carrier is, at most 16 times as long as the carrier
 * @generation: NEW or OLD: the one that was used
 * @n_unknown: codes that the fonts have no glyph for, and signs with nothing to stand on; they are kept as they are
 * @unknown: array of SutraBijoyPlace: the first of them
 */
typedef struct
{
  GString *utf8;
  SutraBijoyGeneration generation;
  gsize n_unknown;
  GArray *unknown;
} SutraBijoyText;

void sutra_bijoy_text_free (SutraBijoyText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraBijoyText, sutra_bijoy_text_free)

/**
 * sutra_bijoy_decode:
 * @carrier: valid UTF-8, @n_bytes long
 * @decomposed: ড় ঢ় য় as two code points each (as NFC has them); FALSE: as one (as keyboards have them)
 *
 * Reads the codes syllable by syllable: vowel signs that stand before a cluster move behind it, two-part vowels are joined, reph moves before
 * its cluster, র with ya-phala gets its ZWJ. ঃ after a digit is a colon. A typographic character (“ ” ‘ ’ – — … • © ™ †) that has
 * nothing to be joined to is no code but itself. Characters that Windows-1252 has not stay as they are.
 *
 * Returns: (transfer full)
 */
SutraBijoyText *sutra_bijoy_decode (const char *carrier, gsize n_bytes, SutraBijoyGeneration generation, gboolean decomposed);

/* NEW or OLD: how the codes that differ vote. */
SutraBijoyGeneration sutra_bijoy_vote (const char *carrier, gsize n_bytes);

/**
 * sutra_bijoy_encode:
 * @utf8: valid UTF-8, @n_bytes long
 * @n_lost: (out) (optional): characters and conjuncts that the fonts cannot write: the former are kept as they are, the latter are written with a
 *   visible hasanta
 *
 * Writes one spelling of each syllable, so that what sutra_bijoy_decode() makes of it is @utf8 again (ড় as one code point, ো as one) if nothing is lost.
 *
 * Returns: (transfer full): the carrier, valid UTF-8
 */
GString *sutra_bijoy_encode (const char *utf8, gsize n_bytes, SutraBijoyGeneration generation, gsize *n_lost);

/* Whether @text (valid UTF-8), as it stands, is likely the carrier of Bijoy text: no Bengali letter, and most of its letters are in lines that look like it.
 * Works from about 40 characters on. Looks at the first 256 KiB. */
gboolean sutra_bijoy_is_likely (const char *text, gsize n_bytes);

/* The measure behind it for one run of text: above 0 is likely. For the quality report. */
double sutra_bijoy_score (const char *text, gsize n_bytes);

/* Whether a font of this name (the first family of a CSS list; quotes are passed over) has Bijoy's codes: Sutonny…, …MJ, Boishakhi, AdarshaLipi Expo, Rinkiy…;
 * not …OMJ, whose fonts are Unicode's. @n_bytes: -1 to the NUL. */
gboolean sutra_bijoy_is_font (const char *family, gssize n_bytes);

G_END_DECLS
