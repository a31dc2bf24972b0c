/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sutra-application.h"
#include "sutra-case-registry.h"

G_BEGIN_DECLS

struct _SutraApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  SutraCaseRegistry *registry;
  GMenu *recent; /* shown in the window's menu */
};

/* sutra-application-actions.c */
void sutra_application_add_actions (SutraApplication *self);

/* sutra-application-recent.c */
void sutra_application_remember_case (SutraApplication *self, const char *path);
void sutra_application_forget_case (SutraApplication *self, const char *path);
void sutra_application_update_recent (SutraApplication *self);

G_END_DECLS
