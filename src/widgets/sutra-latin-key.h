/* sutra-latin-key.h: shortcuts under a keyboard layout without Latin letters
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* The key value that the key at hardware code @keycode gives in a Latin layout, so that Ctrl+Z or a type's letter work under a layout that has
 * only Bengali letters: @keyval itself if it is ASCII or no character; else what another installed layout has there; else what a US
 * keyboard has there (X11 and Wayland count evdev codes + 8). @keyval again if nothing is known. */
guint sutra_latin_key (GdkDisplay *display, guint keyval, guint keycode, GdkModifierType state);

G_END_DECLS
