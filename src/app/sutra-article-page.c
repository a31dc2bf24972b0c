/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-page-private.h"

#include "sutra-empty-page.h"
#include "sutra-feedback.h"
#include "sutra-source-dialog.h"

#include <glib/gi18n.h>

#define MIN_SCALE 50
#define MAX_SCALE 300
#define SCALE_STEP 10

G_DEFINE_TYPE (SutraArticlePage, sutra_article_page, GTK_TYPE_WIDGET)

enum
{
  ARTICLE_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
spans_changed_cb (SutraArticlePage *self, guint start, guint end)
{
  sutra_article_view_spans_changed (self->view, start, end);
}

/* ---- The shared selection ---- */

typedef struct
{
  const SutraId *entity;
  SutraSpan span;
  gboolean found;
} FirstOf;

static gboolean
first_of_entity (const SutraSpan *span, gpointer data)
{
  FirstOf *first = data;

  if (!sutra_id_equal (&span->entity, first->entity))
    return TRUE;
  first->span = *span;
  first->found = TRUE;
  return FALSE;
}

static void
show_entity (SutraArticlePage *self, const SutraId *entity)
{
  FirstOf first = { entity, { { { 0 } } }, FALSE };
  SutraSpanIndex *spans = sutra_article_get_spans (self->article, NULL);

  if (spans == NULL || self->marking)
    return;
  sutra_span_index_foreach (spans, first_of_entity, &first);
  if (first.found)
    sutra_article_view_scroll_to (self->view, first.span.start, first.span.end);
}

static void
selection_changed_cb (SutraArticlePage *self)
{
  const SutraId *mention_id = sutra_selection_get_mention (self->selection);
  const SutraId *entity = sutra_selection_get_entity (self->selection);
  g_autoptr (SutraMention) mention = NULL;

  if (!sutra_id_is_null (mention_id))
    mention = sutra_case_get_mention (self->the_case, mention_id, NULL);
  if (mention != NULL &&
      (self->article == NULL || !sutra_id_equal (sutra_mention_get_article (mention), sutra_article_get_id (self->article))))
    {
      g_autoptr (SutraArticle) wanted = sutra_case_get_article (self->the_case, sutra_mention_get_article (mention), NULL);

      if (wanted != NULL)
        g_signal_emit (self, signals[ARTICLE_WANTED], 0, wanted);
    }
  if (self->article == NULL)
    return;
  sutra_article_view_set_current (self->view, mention != NULL ? mention_id : NULL, sutra_id_is_null (entity) ? NULL : entity);
  if (mention != NULL && !self->marking)
    sutra_article_view_select (self->view, sutra_mention_get_start (mention), sutra_mention_get_start (mention), FALSE);
  if (mention != NULL && !self->marking)
    sutra_article_view_scroll_to (self->view, sutra_mention_get_start (mention), sutra_mention_get_end (mention));
  else if (mention == NULL && !sutra_id_is_null (entity))
    show_entity (self, entity);
}

/* What is hovered here lights up in the other panes, and the other way round. */
static void
mention_hovered_cb (SutraArticlePage *self, const SutraId *mention)
{
  SutraSpanIndex *spans = self->article != NULL ? sutra_article_get_spans (self->article, NULL) : NULL;
  SutraSpan span;

  if (self->selection != NULL)
    sutra_selection_set_hovered (self->selection,
                                 mention != NULL && spans != NULL && sutra_span_index_get (spans, mention, &span) ? &span.entity : NULL);
}

static void
hovered_cb (SutraArticlePage *self)
{
  sutra_article_view_set_lit (self->view, sutra_selection_get_hovered (self->selection));
}

/* ---- Find ---- */

static void
found_cb (SutraArticlePage *self, GArray *found, int current)
{
  /* Without results of its own it leaves those of the search over the case. */
  sutra_article_view_set_found (self->view, found != NULL ? found : self->places, found != NULL ? current : self->place);
  if (found != NULL && current >= 0)
    {
      const SutraRange *range = &g_array_index (found, SutraRange, current);

      sutra_article_view_scroll_to (self->view, range->start, range->end);
    }
  if (found != self->found)
    {
      g_clear_pointer (&self->found, g_array_unref);
      self->found = found != NULL ? g_array_ref (found) : NULL;
    }
}

static void
find_closed_cb (SutraArticlePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static SutraFindBar *
ensure_find_bar (SutraArticlePage *self)
{
  if (self->find_bar != NULL)
    return self->find_bar;
  self->find_bar = SUTRA_FIND_BAR (sutra_find_bar_new ());
  g_signal_connect_object (self->find_bar, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "closed", G_CALLBACK (find_closed_cb), self, G_CONNECT_SWAPPED);
  sutra_find_bar_set_text (self->find_bar, sutra_article_view_get_text (self->view));
  gtk_box_insert_child_after (self->column, GTK_WIDGET (self->find_bar), GTK_WIDGET (self->warning));
  return self->find_bar;
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);
  SutraText *text = sutra_article_view_get_text (self->view);
  g_autofree char *query = NULL;
  gsize start, end;

  if (text == NULL)
    return;
  sutra_article_view_get_selection (self->view, &start, &end);
  if (end > start && end - start <= 100)
    query = sutra_text_slice (text, start, end);
  if (query != NULL && strchr (query, '\n') != NULL)
    g_clear_pointer (&query, g_free);
  sutra_find_bar_set_origin (ensure_find_bar (self), start);
  sutra_find_bar_open (self->find_bar, query);
}

static void
find_step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);

  if (self->found == NULL && sutra_article_page_step_places (self, g_str_has_suffix (name, "next")))
    return;
  if (self->found == NULL)
    find_action (widget, name, NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self->find_bar), g_str_has_suffix (name, "next") ? "find-bar.next" : "find-bar.previous", NULL);
}

/* ---- Text size ---- */

static void
set_scale (SutraArticlePage *self, int percent)
{
  g_settings_set_int (self->settings, "text-scale", CLAMP (percent, MIN_SCALE, MAX_SCALE));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);
  int scale = g_settings_get_int (self->settings, "text-scale");

  if (g_str_has_suffix (name, "in"))
    set_scale (self, scale + SCALE_STEP);
  else if (g_str_has_suffix (name, "out"))
    set_scale (self, scale - SCALE_STEP);
  else
    set_scale (self, 100);
}

static void
settings_changed_cb (SutraArticlePage *self)
{
  g_autofree char *font = g_settings_get_string (self->settings, "article-font");
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
  const char *family = *font != '\0' ? pango_font_description_get_family (description) : NULL;

  sutra_article_view_set_font (self->view, family != NULL ? family : "");
  sutra_article_view_set_scale (self->view, g_settings_get_int (self->settings, "text-scale"));
}

static void
date_format_changed_cb (SutraArticlePage *self)
{
  SutraEdtfFormat format = sutra_article_page_get_date_format (self);

  sutra_source_strip_set_date_format (self->strip, format);
  if (self->mention != NULL)
    sutra_mention_popover_set_date_format (self->mention, format);
}

static void
missing_cb (SutraArticlePage *self)
{
  guint missing = sutra_article_view_get_missing_glyphs (self->view);
  g_autofree char *label = NULL;

  label = g_strdup_printf (ngettext ("%u letter of this article cannot be shown with the installed fonts.",
                                     "%u letters of this article cannot be shown with the installed fonts.", missing),
                           missing);
  gtk_label_set_text (self->warning_label, label);
  gtk_revealer_set_reveal_child (self->warning, missing > 0 && self->article != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), missing > 0 && self->article != NULL);
  sutra_article_page_add_missing_glyphs (self);
}

/* Only when it is seen: most starts show an article. */
static void
empty_place_mapped_cb (AdwBin *place)
{
  if (adw_bin_get_child (place) == NULL)
    adw_bin_set_child (place, sutra_empty_page_new ());
}

static void
edit_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);

  if (self->article != NULL)
    gtk_window_present (GTK_WINDOW (sutra_source_dialog_new (self->the_case, self->article, GTK_WINDOW (gtk_widget_get_root (widget)))));
}

static void
update_actions (SutraArticlePage *self)
{
  gboolean open = self->article != NULL;
  gboolean writable = open && !sutra_case_is_read_only (self->the_case);
  static const char *const reading[] = { "page.find", "page.find-next", "page.find-previous", "page.inspect", "page.show-findings" };
  static const char *const writing[] = { "page.edit-source",    "page.annotate",       "page.mark",
                                         "page.delete-mention", "page.split-sentence", "page.join-sentence" };

  for (gsize i = 0; i < G_N_ELEMENTS (reading); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), reading[i], open);
  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), writing[i], writable);
}

static void
release_article (SutraArticlePage *self)
{
  sutra_article_page_close_popovers (self);
  sutra_article_page_stop_check (self);
  sutra_article_page_forget_places (self);
  sutra_article_page_release_suggestions (self);
  if (self->find_bar != NULL)
    sutra_find_bar_set_text (self->find_bar, NULL);
  sutra_article_view_set_found (self->view, NULL, -1);
  sutra_article_view_set_content (self->view, NULL, NULL);
  if (self->article != NULL)
    g_signal_handlers_disconnect_by_data (self->article, self);
  g_clear_object (&self->article);
}

static void
release_case (SutraArticlePage *self)
{
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  sutra_article_view_set_tagset (self->view, NULL);
  sutra_article_view_set_lit (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->the_case);
}

static gboolean
sutra_article_page_grab_focus (GtkWidget *widget)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);

  if (self->article != NULL)
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
sutra_article_page_dispose (GObject *object)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (object);

  if (self->view != NULL)
    {
      release_article (self);
      release_case (self);
      if (self->inspector != NULL)
        gtk_window_destroy (GTK_WINDOW (self->inspector));
      g_clear_weak_pointer (&self->inspector);
      self->view = NULL;
    }
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_object (&self->settings);
  g_clear_pointer ((GtkWidget **) &self->annotate, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->mention, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->suggestion_popover, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);
  G_OBJECT_CLASS (sutra_article_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SUTRA_TYPE_SOURCE_STRIP);
  g_type_ensure (SUTRA_TYPE_ARTICLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-article-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraArticlePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SutraArticlePage, strip);
  gtk_widget_class_bind_template_child (widget_class, SutraArticlePage, warning);
  gtk_widget_class_bind_template_child (widget_class, SutraArticlePage, warning_label);
  gtk_widget_class_bind_template_child (widget_class, SutraArticlePage, column);
  gtk_widget_class_bind_template_child (widget_class, SutraArticlePage, view);
  gtk_widget_class_bind_template_callback (widget_class, mention_hovered_cb);
  gtk_widget_class_bind_template_callback (widget_class, missing_cb);
  gtk_widget_class_bind_template_callback (widget_class, empty_place_mapped_cb);
}

static void
sutra_article_page_class_init (SutraArticlePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_article_page_dispose;
  widget_class->grab_focus = sutra_article_page_grab_focus;
  signals[ARTICLE_WANTED] = g_signal_new ("article-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                          1, SUTRA_TYPE_ARTICLE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "articlepage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "page.find-next", NULL, find_step_action);
  gtk_widget_class_install_action (widget_class, "page.find-previous", NULL, find_step_action);
  gtk_widget_class_install_action (widget_class, "page.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "page.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "page.zoom-reset", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "page.edit-source", NULL, edit_source_action);
  sutra_article_page_install_annotating (widget_class);
  sutra_article_page_install_inspecting (widget_class);
  sutra_article_page_install_suggestions (widget_class);
  sutra_article_page_install_sentences (widget_class);
}

static void
sutra_article_page_init (SutraArticlePage *self)
{
  self->settings = g_settings_new (SUTRA_APP_ID);
  self->place = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  sutra_article_page_connect_annotating (self);
  sutra_article_page_connect_suggestions (self);
  g_signal_connect_object (self->settings, "changed::text-scale", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::article-font", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::bengali-calendar", G_CALLBACK (date_format_changed_cb), self, G_CONNECT_SWAPPED);
  settings_changed_cb (self);
  date_format_changed_cb (self);
  update_actions (self);
}

GtkWidget *
sutra_article_page_new (void)
{
  return g_object_new (SUTRA_TYPE_ARTICLE_PAGE, NULL);
}

void
sutra_article_page_set_case (SutraArticlePage *self, SutraCase *the_case, SutraSelection *selection)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_PAGE (self));

  if (self->the_case == the_case)
    return;
  sutra_article_page_set_article (self, NULL, NULL);
  release_case (self);
  if (the_case == NULL)
    return;
  self->the_case = g_object_ref (the_case);
  self->selection = g_object_ref (selection);
  sutra_article_view_set_tagset (self->view, sutra_case_get_tagset (the_case));
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "hovered", G_CALLBACK (hovered_cb), self, G_CONNECT_SWAPPED);
}

gboolean
sutra_article_page_set_article (SutraArticlePage *self, SutraArticle *article, GError **error)
{
  SutraText *text = NULL;
  SutraSpanIndex *spans = NULL;

  g_return_val_if_fail (SUTRA_IS_ARTICLE_PAGE (self), FALSE);
  g_return_val_if_fail (article == NULL || SUTRA_IS_ARTICLE (article), FALSE);

  if (self->article == article)
    return TRUE;
  if (article != NULL)
    {
      text = sutra_article_get_text (article, error);
      spans = text != NULL ? sutra_article_get_spans (article, error) : NULL;
      if (spans == NULL)
        return FALSE;
    }
  if (self->article != NULL)
    release_article (self);
  g_set_object (&self->article, article);
  if (article != NULL)
    {
      sutra_article_view_set_content (self->view, text, spans);
      if (self->find_bar != NULL)
        sutra_find_bar_set_text (self->find_bar, text);
      g_signal_connect_object (article, "spans-changed", G_CALLBACK (spans_changed_cb), self, G_CONNECT_SWAPPED);
      sutra_article_page_connect_sentences (self);
      if (self->suggesting)
        sutra_article_page_start_check (self);
    }
  sutra_source_strip_set_article (self->strip, article);
  gtk_stack_set_visible_child_name (self->stack, article != NULL ? "article" : "empty");
  missing_cb (self);
  update_actions (self);
  sutra_article_page_show_suggestions (self);
  return TRUE;
}

void
sutra_article_page_ensure_parts (SutraArticlePage *self)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_PAGE (self));
  ensure_find_bar (self);
  sutra_article_page_ensure_annotate (self);
  sutra_article_page_ensure_mention (self);
  self->suggesting = TRUE;
  sutra_article_page_start_check (self);
  sutra_article_page_update_suggestions (self);
}

SutraArticle *
sutra_article_page_get_article (SutraArticlePage *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE_PAGE (self), NULL);
  return self->article;
}

SutraArticleView *
sutra_article_page_get_view (SutraArticlePage *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE_PAGE (self), NULL);
  return self->view;
}
