/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-window-layout.h"

void
sutra_window_layout_decide (const SutraWindowWish *wish, gboolean *show_library, gboolean *show_entities)
{
  gboolean narrow = wish->width < SUTRA_WINDOW_NARROW * wish->text_scale;

  *show_library = wish->library;
  *show_entities = wish->entities;
  if (narrow && wish->library && wish->entities)
    {
      *show_library = wish->prefer_library;
      *show_entities = !wish->prefer_library;
    }
}
