/* sutra-empty-page.h: what stands in place of an article as long as none is open
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SUTRA_TYPE_EMPTY_PAGE (sutra_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (SutraEmptyPage, sutra_empty_page, SUTRA, EMPTY_PAGE, AdwBin)

/* Its buttons activate actions of the window. */
GtkWidget *sutra_empty_page_new (void);

G_END_DECLS
