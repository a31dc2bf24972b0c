/* sutra-font-list.h: the installed font families that can show Bengali
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* A GListModel of GtkStringObject: first "" (choose automatically), then family names in alphabetical order. Fonts are looked at a few at a
 * time when idle, for there may be a thousand; property "complete" tells when all are. */
#define SUTRA_TYPE_FONT_LIST (sutra_font_list_get_type ())
G_DECLARE_FINAL_TYPE (SutraFontList, sutra_font_list, SUTRA, FONT_LIST, GObject)

/* @context: of the widget that shows them. */
SutraFontList *sutra_font_list_new (PangoContext *context);

/* Lists @family as well, installed or not: the one that is set. Returns its position. */
guint sutra_font_list_ensure (SutraFontList *self, const char *family);

gboolean sutra_font_list_is_complete (SutraFontList *self);

/* Whether @family has the letters, signs and digits that every Bengali text needs. */
gboolean sutra_font_list_covers_bengali (PangoContext *context, PangoFontFamily *family);

G_END_DECLS
