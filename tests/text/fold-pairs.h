/* fold-pairs.h: strings whose fold keys are equal, and such whose keys are not
 *
 * The first FOLD_N_REFERENCE of each list are those that the reference names; the others go through the rows of its table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#define FOLD_N_REFERENCE_EQUAL 14
#define FOLD_N_REFERENCE_DIFFERENT 6

static const char *const fold_equal[][2] = {
  { "\u09dc", "\u09a1\u09bc" },
  { "ক\u09cb", "ক\u09c7\u09be" },
  { "ক\u09cc", "ক\u09c7\u09d7" },
  { "ক\u09cb", "ক\u09be\u09c7" },
  { "র\u200d\u09cd\u09af\u09beব", "র\u09cd\u09af\u09beব" },
  { "র\u200c\u09cd\u09af\u09beব", "র\u200d\u09cd\u09af\u09beব" },
  { "র\u09dfেছে", "রয\u09c7\u09bcছে" },
  { "\u0986", "\u0985\u09be" },
  { "ফেব্রু\u09dfারি", "ফেব্রু\u09dfা\u200cরি" },
  { "বলেছে\u09f7", "বলেছে\u0964" },
  { "২০২৪", "2024" },
  { "হঠা\u09ce", "হঠা\u09a4\u09cd\u200c" },
  { "হঠা\u09ce", "হঠা\u09a4\u09cd" },
  { "য\u09bc\u09cdা", "য\u09cd\u09bcা" },
  /* canonical */
  { "\u09dd", "\u09a2\u09bc" },
  { "\u09df", "\u09af\u09bc" },
  { "\u09df\u09cdা", "য\u09cd\u09bcা" },
  { "ড\u09fe\u09cd\u09bc", "ড\u09bc\u09cd\u09fe" },
  { "\u00c9t\u00e9", "e\u0301te\u0301" },
  { "\u1ead", "a\u0302\u0323" },
  { "\u212b", "\u00e5" },
  /* the order of signs */
  { "ক\u09cc", "ক\u09d7\u09c7" },
  { "ড\u09bf\u09bc", "\u09dcি" },
  { "য\u09cd\u09bf\u09bc", "য\u09bc\u09cd\u09bf" },
  { "য\u09cb\u09bc", "য\u09bc\u09cb" },
  /* what does not show */
  { "ক\u09cd\u200cষ", "ক\u09cdষ" },
  { "ক\u09cd\u200dষ", "ক\u09cdষ" },
  { "কার্য", "কা\u09b0\u200d\u09cdয" },
  { "ক\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeffখ", "কখ" },
  { "ক\u202aখ\u202c\u2066গ\u2069", "কখগ" },
  { "\u0985\u200c\u09be", "\u0986" },
  /* look-alikes */
  { "সংস্ক\u09c4তি", "সংস্ক\u09c3তি" },
  { "যু\u09c1দ্ধ", "যুদ্ধ" },
  { "কো\u09cb", "কো" },
  { "ক\u09bf\u09bf\u09bf", "কি" },
  { "\u09f0াম", "\u09b0াম" },
  { "যাব |", "যাব \u0964" },
  { "যাব|", "যাব\u0964" },
  { "যাব\u00a0|", "যাব \u0964" },
  { "০১২৩৪৫৬৭৮৯", "0123456789" },
  { "\u2018ক\u2019 \u02bc", "'ক' '" },
  { "\u201cক\u201d", "\"ক\"" },
  { "ক\u2010খ\u2011গ\u2013ঘ\u2014ঙ\u2212চ", "ক-খ-গ-ঘ-ঙ-চ" },
  { "ক\u00a0খ\u2003গ\u202fঘ\u3000ঙ\u1680চ", "ক খ গ ঘ ঙ চ" },
  { "ক\uf000খ\uf06cগ\uf0ffঘ", "ক খ গ ঘ" },
  { "KAZAKHSTAN", "kazakhstan" },
  { "ΑΣ", "ας" },
  { "😀 \u09dc ক্ষ", "😀 \u09a1\u09bc ক্ষ" },
};

static const char *const fold_different[][2] = {
  { "\u09dc", "ড" },     { "\u09df", "য" },      { "\u09dd", "ঢ" },      { "কি", "কী" },         { "ন", "ণ" },
  { "\u09f1", "ব" },     { "কু", "কূ" },           { "শ", "ষ" },           { "ষ", "স" },           { "কে", "কৈ" },
  { "কো", "কে" },        { "কো", "কৌ" },         { "কো", "কা" },         { "\u0965", "\u0964" }, { "\u0965", "\u0964\u0964" },
  { "5|6", "5\u09646" }, { "(|", "(\u0964" },    { "\n|", "\n\u0964" },  { "জন", "জনক" },        { "চাঁদ", "চাদ" },
  { "ত", "\u09ce" },     { "ক\u09cdষ", "কষ" },   { "রং", "রঙ" },         { "ক খ", "কখ" },        { "ক\nখ", "ক খ" },
  { "১", "১০" },         { "\u09f1", "\u09df" }, { "\u09f0", "\u09ac" }, { "র", "ৱ" },           { "দুঃখ", "দু:খ" },
  { "অ", "আ" },          { "ঋ", "রি" },          { "কং", "কঁ" },          { "ক\uefffখ", "ক খ" },  { "ক\uf100খ", "ক খ" },
  { "é", "e" },          { "৳", "৲" },
};
