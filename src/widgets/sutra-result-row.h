/* sutra-result-row.h: shows a SutraResultItem
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-result-item.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_RESULT_ROW (sutra_result_row_get_type ())
G_DECLARE_FINAL_TYPE (SutraResultRow, sutra_result_row, SUTRA, RESULT_ROW, GtkWidget)

GtkWidget *sutra_result_row_new (void);

void sutra_result_row_set_item (SutraResultRow *self, SutraResultItem *item);

G_END_DECLS
