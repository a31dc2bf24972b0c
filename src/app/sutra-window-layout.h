/* sutra-window-layout.h: which panes a window of some width shows (a pure decision, no widget)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Below this many pixels at normal text size only one side pane fits beside the article. */
#define SUTRA_WINDOW_NARROW 860

/**
 * SutraWindowWish:
 * @width: of the window in pixels
 * @text_scale: 1.0 at normal text size, 2.0 at 200 %
 * @library, @entities: whether the user wants the pane
 * @prefer_library: which of both was asked for last
 */
typedef struct
{
  int width;
  double text_scale;
  gboolean library;
  gboolean entities;
  gboolean prefer_library;
} SutraWindowWish;

void sutra_window_layout_decide (const SutraWindowWish *wish, gboolean *show_library, gboolean *show_entities);

G_END_DECLS
