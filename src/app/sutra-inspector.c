/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-inspector.h"

#include "sutra-finding-label.h"
#include "sutra-inspector-row.h"

#include "sutra-akshara.h"
#include "sutra-words.h"

#include <glib/gi18n.h>

/* Code points of the selection that are looked at: what can be read through. */
#define MOST 500

struct _SutraInspector
{
  AdwWindow parent_instance;

  AdwViewStack *pages;
  GtkStack *selection_stack;
  GtkStack *findings_stack;
  GtkLabel *sample;
  GtkColumnView *characters;
  GtkListView *findings;
  AdwViewStackPage *findings_page;

  SutraArticleView *view; /* (owned) (nullable) */
  GListStore *rows;       /* (owned) */
  GListStore *found;      /* (owned) */
  guint update_idle;
};

G_DEFINE_FINAL_TYPE (SutraInspector, sutra_inspector, ADW_TYPE_WINDOW)

/* ---- The selection ---- */

static void
fill_rows (SutraInspector *self, SutraText *text, gsize start, gsize end)
{
  g_autoptr (SutraInspection) inspection = sutra_inspection_new (text, start, end, gtk_widget_get_pango_context (GTK_WIDGET (self->view)));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *sample = sutra_text_slice (text, inspection->start, inspection->end);

  for (guint i = 0; i < inspection->clusters->len; i++)
    {
      const SutraInspectedCluster *cluster = &g_array_index (inspection->clusters, SutraInspectedCluster, i);

      for (guint32 at = cluster->start; at < cluster->end; at++)
        g_ptr_array_add (rows, sutra_inspector_row_new (text, inspection, cluster, at));
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  gtk_label_set_text (self->sample, sample);
}

static gboolean
update_selection (gpointer data)
{
  SutraInspector *self = data;
  SutraText *text = sutra_article_view_get_text (self->view);
  gsize start = 0, end = 0;

  self->update_idle = 0;
  if (text != NULL)
    sutra_article_view_get_selection (self->view, &start, &end);
  /* Without a selection: the word at the caret, else what stands behind it. */
  if (text != NULL && start == end && !sutra_words_at (text, start, &start, &end))
    end = sutra_akshara_next (text, start);
  if (end > start)
    fill_rows (self, text, start, MIN (end, start + MOST));
  gtk_stack_set_visible_child_name (self->selection_stack, end > start ? "rows" : "empty");
  return G_SOURCE_REMOVE;
}

static void
caret_moved_cb (SutraInspector *self)
{
  if (self->update_idle == 0)
    self->update_idle = g_idle_add (update_selection, self);
}

/* ---- Columns ---- */

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (cell, label);
}

static void
bind_cell (GtkListItem *cell, SutraInspectorColumn column)
{
  SutraInspectorRow *row = gtk_list_item_get_item (cell);
  GtkWidget *label = gtk_list_item_get_child (cell);
  const char *text = sutra_inspector_row_get (row, column);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, column == SUTRA_INSPECTOR_NAME || column == SUTRA_INSPECTOR_GLYPHS ? text : NULL);
  if (column == SUTRA_INSPECTOR_GLYPHS && sutra_inspector_row_is_wrong (row))
    gtk_widget_add_css_class (label, "error");
  else
    gtk_widget_remove_css_class (label, "error");
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  bind_cell (cell, GPOINTER_TO_INT (data));
}

/* Room for @n_characters in the font of the window, at whatever text size the desktop asks for. */
static int
column_width (SutraInspector *self, int n_characters)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0000000000");
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width * n_characters / 10 + 16;
}

static void
add_columns (SutraInspector *self)
{
  static const struct
  {
    const char *title;
    gboolean expand;
    int n_characters;
  } columns[SUTRA_N_INSPECTOR_COLUMNS] = {
    { N_ ("At"), FALSE, 6 },   { N_ ("Text"), FALSE, 6 },   { N_ ("Code Point"), FALSE, 10 },
    { N_ ("Name"), TRUE, -1 }, { N_ ("Glyphs"), TRUE, -1 }, { N_ ("Font"), FALSE, 17 },
  };

  for (int i = 0; i < SUTRA_N_INSPECTOR_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_column_set_resizable (column, TRUE);
      if (columns[i].n_characters > 0)
        gtk_column_view_column_set_fixed_width (column, column_width (self, columns[i].n_characters));
      gtk_column_view_append_column (self->characters, column);
      g_object_unref (column);
    }
}

/* ---- Findings ---- */

static void
setup_finding_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  static const char *const classes[] = { "heading", "context", "caption" };

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, classes[i]);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_list_item_set_child (item, box);
}

static void
bind_finding_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  SutraInspectorRow *row = gtk_list_item_get_item (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *context = gtk_widget_get_next_sibling (title);
  GtkWidget *about = gtk_widget_get_next_sibling (context);
  SutraTextFindingKind kind = sutra_inspector_row_get_kind (row);
  g_autofree char *heading = NULL;
  guint32 start, end;

  sutra_inspector_row_get_span (row, &start, &end);
  /* Translators: the kind of a finding, the number of the character where it is */
  heading = g_strdup_printf (_ ("%s, at %u"), sutra_finding_label_title (kind), start);
  gtk_label_set_text (GTK_LABEL (title), heading);
  gtk_label_set_markup (GTK_LABEL (context), sutra_inspector_row_get_context (row));
  {
    g_autofree char *text = g_strconcat (sutra_finding_label_about (kind), " ", sutra_inspector_row_get_change (row), NULL);

    gtk_label_set_text (GTK_LABEL (about), text);
  }
}

static void
activate_finding_cb (SutraInspector *self, guint position, GtkListView *list)
{
  g_autoptr (SutraInspectorRow) row = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  SutraText *text = sutra_article_view_get_text (self->view);
  guint32 start, end;

  if (row == NULL || text == NULL)
    return;
  sutra_inspector_row_get_span (row, &start, &end);
  if (end > sutra_text_get_length (text))
    return;
  sutra_article_view_select (self->view, sutra_akshara_floor (text, start), sutra_akshara_ceil (text, end), FALSE);
  sutra_article_view_scroll_to (self->view, start, end);
}

/* ---- Class ---- */

static void
sutra_inspector_dispose (GObject *object)
{
  SutraInspector *self = SUTRA_INSPECTOR (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  if (self->characters != NULL)
    {
      gtk_column_view_set_model (self->characters, NULL);
      gtk_list_view_set_model (self->findings, NULL);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), SUTRA_TYPE_INSPECTOR);
  g_clear_object (&self->rows);
  g_clear_object (&self->found);
  G_OBJECT_CLASS (sutra_inspector_parent_class)->dispose (object);
}

static void
sutra_inspector_class_init (SutraInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_inspector_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraInspector, pages);
  gtk_widget_class_bind_template_child (widget_class, SutraInspector, selection_stack);
  gtk_widget_class_bind_template_child (widget_class, SutraInspector, findings_stack);
  gtk_widget_class_bind_template_child (widget_class, SutraInspector, sample);
  gtk_widget_class_bind_template_child (widget_class, SutraInspector, characters);
  gtk_widget_class_bind_template_child (widget_class, SutraInspector, findings);
  gtk_widget_class_bind_template_child (widget_class, SutraInspector, findings_page);
  gtk_widget_class_bind_template_callback (widget_class, setup_finding_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_finding_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_finding_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sutra_inspector_init (SutraInspector *self)
{
  GtkNoSelection *rows, *found;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_list_store_new (SUTRA_TYPE_INSPECTOR_ROW);
  self->found = g_list_store_new (SUTRA_TYPE_INSPECTOR_ROW);
  rows = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  found = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  add_columns (self);
  gtk_column_view_set_model (self->characters, GTK_SELECTION_MODEL (rows));
  gtk_list_view_set_model (self->findings, GTK_SELECTION_MODEL (found));
  g_object_unref (rows);
  g_object_unref (found);
}

GtkWidget *
sutra_inspector_new (SutraArticleView *view, GtkWindow *parent)
{
  SutraInspector *self;

  g_return_val_if_fail (SUTRA_IS_ARTICLE_VIEW (view), NULL);

  self = g_object_new (SUTRA_TYPE_INSPECTOR, "transient-for", parent, NULL);
  self->view = g_object_ref (view);
  g_signal_connect_object (view, "caret-moved", G_CALLBACK (caret_moved_cb), self, G_CONNECT_SWAPPED);
  caret_moved_cb (self);
  return GTK_WIDGET (self);
}

void
sutra_inspector_set_findings (SutraInspector *self, GArray *findings)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  SutraText *text;
  guint n;

  g_return_if_fail (SUTRA_IS_INSPECTOR (self));

  text = sutra_article_view_get_text (self->view);
  n = findings != NULL && text != NULL ? findings->len : 0;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, sutra_inspector_row_new_finding (text, &g_array_index (findings, SutraTextFinding, i)));
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)), rows->pdata, rows->len);
  adw_view_stack_page_set_badge_number (self->findings_page, n);
  gtk_stack_set_visible_child_name (self->findings_stack, n > 0 ? "rows" : "empty");
  caret_moved_cb (self);
}

void
sutra_inspector_show_page (SutraInspector *self, const char *name)
{
  g_return_if_fail (SUTRA_IS_INSPECTOR (self));

  adw_view_stack_set_visible_child_name (self->pages, name);
}
