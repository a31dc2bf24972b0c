/* sutra-language.h: which language a text is in, as far as its letters tell
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-text.h"

G_BEGIN_DECLS

/* "bn", "as" (Bengali script with the letters ৰ and ৱ), "en" (Latin script with enough of the commonest English words), or NULL: not known. Looks at the first 20,000 code points; the most
 * letters decide, and there must be at least 20. Never guesses a region. */
const char *sutra_language_guess (SutraText *text);

G_END_DECLS
