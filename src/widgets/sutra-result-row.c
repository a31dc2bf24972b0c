/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-result-row.h"

#include <glib/gi18n.h>

#define INDENT 12

struct _SutraResultRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (SutraResultRow, sutra_result_row, GTK_TYPE_WIDGET)

static void
sutra_result_row_dispose (GObject *object)
{
  g_clear_pointer (&SUTRA_RESULT_ROW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sutra_result_row_parent_class)->dispose (object);
}

static void
sutra_result_row_class_init (SutraResultRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_result_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-result-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, SutraResultRow, box);
  gtk_widget_class_bind_template_child (widget_class, SutraResultRow, label);
  gtk_widget_class_bind_template_child (widget_class, SutraResultRow, count);
}

static void
sutra_result_row_init (SutraResultRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_result_row_new (void)
{
  return g_object_new (SUTRA_TYPE_RESULT_ROW, NULL);
}

static void
set_class (GtkLabel *label, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (GTK_WIDGET (label), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), name);
}

void
sutra_result_row_set_item (SutraResultRow *self, SutraResultItem *item)
{
  SutraResultKind kind;
  guint n;
  gboolean quiet;
  g_autofree char *count = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (SUTRA_IS_RESULT_ROW (self));
  g_return_if_fail (SUTRA_IS_RESULT_ITEM (item));

  kind = sutra_result_item_get_kind (item);
  n = sutra_result_item_get_count (item);
  quiet = kind == SUTRA_RESULT_SECTION || kind == SUTRA_RESULT_REST;
  gtk_label_set_markup (self->label, sutra_result_item_get_markup (item));
  set_class (self->label, "heading", kind == SUTRA_RESULT_ARTICLE);
  set_class (self->label, "caption-heading", kind == SUTRA_RESULT_SECTION);
  set_class (self->label, "caption", kind == SUTRA_RESULT_REST);
  set_class (self->label, "dim-label", quiet);
  gtk_label_set_lines (self->label, kind == SUTRA_RESULT_PLACE ? 4 : 2);
  gtk_widget_set_margin_start (self->box, kind == SUTRA_RESULT_PLACE || kind == SUTRA_RESULT_REST ? INDENT : 0);
  /* Translators: how many places there are in an article */
  count = g_strdup_printf (C_ ("number of places", "%u"), n);
  gtk_label_set_text (self->count, n > 0 ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
  if (n > 0)
    {
      g_autofree char *places = g_strdup_printf (ngettext ("%u place", "%u places", n), n);

      spoken = g_strdup_printf ("%s, %s", gtk_label_get_text (self->label), places);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : gtk_label_get_text (self->label), -1);
}
