/* sutra-hover.h: a row of a list that lights up with what is hovered in the other panes, and lights those up
 *
 * The widget has the style class "lit" while its entity is hovered anywhere.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sutra-selection.h"

G_BEGIN_DECLS

#define SUTRA_TYPE_HOVER (sutra_hover_get_type ())
G_DECLARE_FINAL_TYPE (SutraHover, sutra_hover, SUTRA, HOVER, GObject)

/* For @widget (not owned), which keeps it as long as it is used. */
SutraHover *sutra_hover_new (GtkWidget *widget);

/* What the row stands for now: @selection and @entity nullable (or the null id): nothing. */
void sutra_hover_set (SutraHover *self, SutraSelection *selection, const SutraId *entity);

G_END_DECLS
