/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sutra-entity-pane.h"
#include "sutra-library-pane.h"
#include "sutra-operation-bar.h"
#include "sutra-window.h"

G_BEGIN_DECLS

struct _SutraWindow
{
  AdwApplicationWindow parent_instance;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  GtkPaned *outer; /* library | inner */
  GtkPaned *inner; /* article | entities */
  AdwBin *library_place;
  SutraLibraryPane *library; /* (nullable) in its place once it was needed or the first frame is painted */
  SutraArticlePage *page;
  AdwBin *entities_place;
  SutraEntityPane *entities; /* (nullable) likewise */
  SutraOperationBar *operation;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *menu_button;
  GtkRevealer *notice;
  GtkLabel *notice_label;
  GMenuModel *main_menu;
  GMenu *recent_menu;
  GtkLabel *announcement; /* what toasts say, for assistive technology */

  GSettings *settings;
  SutraCase *the_case;       /* (nullable) (owned) */
  SutraSelection *selection; /* (nullable) (owned) */
  AdwToast *toast;           /* (nullable) (not owned, weak) the one that is shown */
  gint64 last_step;          /* of the newest edit that was announced */
  gboolean importing;
  gboolean want_library;
  gboolean want_entities;
  gboolean prefer_library;
  gboolean placing;
  gboolean placed; /* the dividers were put where they were */
  guint layout_idle;
  gulong painted; /* the handler that waits for the first frame */
  guint build_idle;
};

/* sutra-window-actions.c */
void sutra_window_install_actions (GtkWidgetClass *widget_class);
void sutra_window_update_actions (SutraWindow *self);

/* sutra-window-case.c */
void sutra_window_install_case_actions (GtkWidgetClass *widget_class);

/* sutra-window-open.c */
void sutra_window_install_open_actions (GtkWidgetClass *widget_class);
void sutra_window_accept_drops (SutraWindow *self);
void sutra_window_import (SutraWindow *self, GFile *const *files, const char *encoding, gboolean show);

/* sutra-window-dialogs.c */
void sutra_window_install_dialog_actions (GtkWidgetClass *widget_class);
/* Asks what to do with @likely (SutraLikely; taken), one after the other or all at once, and adds them. */
void sutra_window_ask_likely (SutraWindow *self, GPtrArray *likely, gboolean show);

/* The same of pasted text (taken): @answer is called with SUTRA_IMPORT_AS_IS or an encoding, or not at all. */
typedef void (*SutraWindowAnswer) (SutraWindow *self, const char *pasted, const char *encoding);
void sutra_window_ask_pasted (SutraWindow *self, char *pasted, const char *as_is, const char *likely, SutraWindowAnswer answer);

/* sutra_window_import(), which then asks for @pending (nullable; taken) too. */
void sutra_window_import_and_ask (SutraWindow *self, GFile *const *files, const char *encoding, gboolean show, GPtrArray *pending);
void sutra_window_ask_encoding (SutraWindow *self, GFile *file);

/* sutra-window-keys.c */
void sutra_window_init_keys (SutraWindow *self);

/* sutra-window-feedback.c */
void sutra_window_feedback_init (gpointer iface, gpointer data);
void sutra_window_case_changed (SutraWindow *self);
void sutra_window_forget_history (SutraWindow *self);

/* sutra-window-panes.c */
void sutra_window_install_panes (GObjectClass *object_class, GtkWidgetClass *widget_class, guint first_property);
void sutra_window_restore_panes (SutraWindow *self);
void sutra_window_save_panes (SutraWindow *self);
void sutra_window_check_width (SutraWindow *self);
/* The first frame shows the article and leaves the panes their places; they are built after it, or when one is needed before. */
void sutra_window_await_frame (SutraWindow *self);
void sutra_window_forget_frame (SutraWindow *self);
SutraLibraryPane *sutra_window_ensure_library (SutraWindow *self);
SutraEntityPane *sutra_window_ensure_entities (SutraWindow *self);

G_END_DECLS
