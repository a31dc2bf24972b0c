/* sutra-report-html.h: a report as one HTML file
 *
 * Self-contained: no script, no font, image or style from elsewhere (its Content-Security-Policy forbids them). Light and dark by the reader's
 * setting, laid out for paper too. The text of an article stands in elements with the class "text" such that their text contents are exactly the article's text: badges are drawn
 * from attributes. A badge has the attributes data-start and data-end: the mention's offsets in code points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-format.h"
#include "sutra-report.h"

G_BEGIN_DECLS

/* Texts are loaded from @context's store, one at a time. */
gboolean sutra_report_html_write (const SutraReport *report,
                                  const SutraSnapshot *snapshot,
                                  const SutraFormatContext *context,
                                  SutraOutput *output,
                                  GError **error);

/* The format "html". */
extern const SutraFormat sutra_report_html_format;

G_END_DECLS
