/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-empty-page.h"

struct _SutraEmptyPage
{
  AdwBin parent_instance;
};

G_DEFINE_TYPE (SutraEmptyPage, sutra_empty_page, ADW_TYPE_BIN)

static void
sutra_empty_page_class_init (SutraEmptyPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/sutradhar/Sutradhar/ui/sutra-empty-page.ui");
}

static void
sutra_empty_page_init (SutraEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_empty_page_new (void)
{
  return g_object_new (SUTRA_TYPE_EMPTY_PAGE, NULL);
}
