/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-finding-label.h"

#include <glib/gi18n.h>

static const struct
{
  const char *title;
  const char *about;
} labels[SUTRA_N_TEXT_FINDING_KINDS] = {
  [SUTRA_TEXT_FINDING_DANDA] = { N_ ("Danda look-alike"),
                                 N_ ("It looks like a danda, but is another character. Sentences end here all the same.") },
  [SUTRA_TEXT_FINDING_DIGITS] = { N_ ("Mixed digits"), N_ ("Digits of another script than the rest of the article.") },
  [SUTRA_TEXT_FINDING_YA_PHALA] = { N_ ("Reph instead of ya-phala"),
                                    N_ ("The invisible joiner behind র was lost, so that the word is drawn wrongly. It is found all the same.") },
  [SUTRA_TEXT_FINDING_INVISIBLE] = { N_ ("Invisible character"), N_ ("It does nothing here. Searching passes over it.") },
  [SUTRA_TEXT_FINDING_BIDI] = { N_ ("Direction control"), N_ ("An invisible character that may change the order in which text is shown.") },
  [SUTRA_TEXT_FINDING_DOUBLED] = { N_ ("Doubled sign"), N_ ("The same sign twice, or two that do not go together.") },
  [SUTRA_TEXT_FINDING_NON_CANONICAL] = { N_ ("Unusual encoding"),
                                         N_ ("It looks right, but is written with other characters than usual. It is found all the same.") },
  [SUTRA_TEXT_FINDING_STRAY_MARK] = { N_ ("Sign without a letter"), N_ ("It is drawn with a dotted circle.") },
  [SUTRA_TEXT_FINDING_HOMOGLYPH] = { N_ ("Look-alike letters"),
                                     N_ ("A letter or sign of another alphabet, or another sign than the one meant.") },
  [SUTRA_TEXT_FINDING_SPACING] = { N_ ("Spacing"), N_ ("A space too many, or before a hyphen or a punctuation mark.") },
  [SUTRA_TEXT_FINDING_UNREADABLE] = { N_ ("Unreadable character"),
                                      N_ ("What stood here was lost before the text came, or means nothing without its font.") },
  [SUTRA_TEXT_FINDING_GLYPH] = { N_ ("Missing glyph"),
                                 N_ ("No installed font can draw this character. Choose another font, or install one.") },
  [SUTRA_TEXT_FINDING_BIJOY] = { N_ ("Likely Bijoy text"),
                                 N_ ("This seems to be Bengali for an old Bijoy font. Add the article again and convert it.") },
};

const char *
sutra_finding_label_title (SutraTextFindingKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (labels), NULL);

  return _ (labels[kind].title);
}

const char *
sutra_finding_label_about (SutraTextFindingKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (labels), NULL);

  return _ (labels[kind].about);
}
