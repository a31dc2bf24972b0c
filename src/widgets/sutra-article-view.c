/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-view-private.h"

#include "sutra-akshara.h"
#include "sutra-find.h"

#include <glib/gi18n.h>

enum
{
  PROP_0,
  PROP_SCALE,
  PROP_MISSING_GLYPHS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[SUTRA_ARTICLE_VIEW_N_SIGNALS];

G_DEFINE_FINAL_TYPE (SutraArticleView, sutra_article_view, GTK_TYPE_TEXT_VIEW)

static void
tell_caret (SutraArticleView *self)
{
  gsize caret = sutra_article_view_get_caret (self);
  GtkTextIter iter;
  gsize bound;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_selection_bound (self->buffer));
  bound = sutra_article_view_get_cp (self, &iter);
  if (caret == self->caret && bound == self->bound)
    return;
  self->caret = caret;
  self->bound = bound;
  if (caret != bound)
    sutra_article_view_claim_primary (self);
  g_signal_emit (self, signals[SUTRA_ARTICLE_VIEW_CARET_MOVED], 0);
}

/* The net below everything that moves the caret by its own idea of characters: neither end stays inside an akshara. */
static void
mark_set_cb (SutraArticleView *self, const GtkTextIter *where, GtkTextMark *mark)
{
  GtkTextIter iter;
  gsize cp;

  if (self->text == NULL ||
      (mark != gtk_text_buffer_get_insert (self->buffer) && mark != gtk_text_buffer_get_selection_bound (self->buffer)))
    return;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, mark);
  cp = sutra_article_view_get_cp (self, &iter);
  if (!sutra_akshara_is_boundary (self->text, cp))
    {
      sutra_article_view_get_iter (self, &iter, sutra_akshara_floor (self->text, cp));
      gtk_text_buffer_move_mark (self->buffer, mark, &iter);
      return;
    }
  if (self->selecting == 0)
    tell_caret (self);
}

static void
missing_glyphs_cb (guint missing, gpointer data)
{
  SutraArticleView *self = data;

  if (self->missing_glyphs == missing)
    return;
  self->missing_glyphs = missing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MISSING_GLYPHS]);
}

static void
check_glyphs (SutraArticleView *self)
{
  g_clear_pointer (&self->check, sutra_glyph_check_free);
  if (self->text == NULL)
    missing_glyphs_cb (0, self);
  else
    self->check = sutra_glyph_check_start (self->text, gtk_widget_get_pango_context (GTK_WIDGET (self)), missing_glyphs_cb, self);
}

static void
tagset_changed_cb (SutraArticleView *self)
{
  sutra_article_view_drop_looks (self);
  sutra_article_view_drop_boxes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
sutra_article_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    sutra_article_view_paint (SUTRA_ARTICLE_VIEW (view), snapshot);
}

static void
sutra_article_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  sutra_article_view_update_margins (SUTRA_ARTICLE_VIEW (widget), width);
  GTK_WIDGET_CLASS (sutra_article_view_parent_class)->size_allocate (widget, width, height, baseline);
  sutra_article_view_follow_up (SUTRA_ARTICLE_VIEW (widget));
}

static void
sutra_article_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sutra_article_view_parent_class)->css_changed (widget, change);
  sutra_article_view_update_metrics (SUTRA_ARTICLE_VIEW (widget));
}

static void
sutra_article_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (sutra_article_view_parent_class)->direction_changed (widget, previous);
  sutra_article_view_drop_boxes (SUTRA_ARTICLE_VIEW (widget));
}

/* The buffer would offer the selection with the display's breaks in it; the view does it itself. The parent's unrealize takes back what its
 * realize gave. */
static void
sutra_article_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sutra_article_view_parent_class)->realize (widget);
  gtk_text_buffer_remove_selection_clipboard (SUTRA_ARTICLE_VIEW (widget)->buffer, gtk_widget_get_primary_clipboard (widget));
}

static void
sutra_article_view_unrealize (GtkWidget *widget)
{
  gtk_text_buffer_add_selection_clipboard (SUTRA_ARTICLE_VIEW (widget)->buffer, gtk_widget_get_primary_clipboard (widget));
  GTK_WIDGET_CLASS (sutra_article_view_parent_class)->unrealize (widget);
}

static gboolean
sutra_article_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SutraArticleView *self = SUTRA_ARTICLE_VIEW (widget);
  g_autofree char *text = NULL;
  SutraMarkBox box;
  SutraSpan span;

  if (keyboard && sutra_article_view_mention_at (self, sutra_article_view_get_caret (self), &span))
    text = sutra_article_view_emit_query_tooltip (self, &span.id, FALSE);
  else if (keyboard && sutra_article_view_suggestion_at (self, sutra_article_view_get_caret (self), &span))
    text = sutra_article_view_emit_query_tooltip (self, &span.id, TRUE);
  else if (!keyboard && sutra_article_view_find_mark (self, x, y, &box))
    text = sutra_article_view_emit_query_tooltip (self, &box.id, box.suggestion);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
sutra_article_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SutraArticleView *self = SUTRA_ARTICLE_VIEW (object);

  if (property_id == PROP_SCALE)
    g_value_set_int (value, self->scale);
  else if (property_id == PROP_MISSING_GLYPHS)
    g_value_set_uint (value, self->missing_glyphs);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
sutra_article_view_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_SCALE)
    sutra_article_view_set_scale (SUTRA_ARTICLE_VIEW (object), g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
sutra_article_view_dispose (GObject *object)
{
  SutraArticleView *self = SUTRA_ARTICLE_VIEW (object);

  g_clear_pointer (&self->check, sutra_glyph_check_free);
  g_clear_pointer (&self->blank_lines, sutra_blank_lines_free);
  self->spans = self->suggestions = NULL;
  sutra_article_view_set_tagset (self, NULL);
  sutra_article_view_dispose_pointer (self);
  sutra_article_view_dispose_look (self);

  G_OBJECT_CLASS (sutra_article_view_parent_class)->dispose (object);
}

static void
sutra_article_view_finalize (GObject *object)
{
  SutraArticleView *self = SUTRA_ARTICLE_VIEW (object);

  g_clear_pointer (&self->text, sutra_text_unref);
  g_clear_pointer (&self->corrections, g_array_unref);
  g_clear_pointer (&self->map, sutra_display_map_free);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->boxes, g_hash_table_unref);
  g_clear_pointer (&self->looks, g_hash_table_unref);
  g_clear_object (&self->buffer);
  g_free (self->font);

  G_OBJECT_CLASS (sutra_article_view_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  const GSignalFlags flags = G_SIGNAL_RUN_LAST;

  signals[SUTRA_ARTICLE_VIEW_SELECTED] =
      g_signal_new ("selected", type, flags, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_BOOLEAN);
  signals[SUTRA_ARTICLE_VIEW_MENTION_ACTIVATED] =
      g_signal_new ("mention-activated", type, flags, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SUTRA_ARTICLE_VIEW_MENTION_HOVERED] =
      g_signal_new ("mention-hovered", type, flags, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SUTRA_ARTICLE_VIEW_MENTION_REACHED] =
      g_signal_new ("mention-reached", type, flags, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SUTRA_ARTICLE_VIEW_MENTION_DELETE] =
      g_signal_new ("mention-delete", type, flags, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SUTRA_ARTICLE_VIEW_QUERY_MENTION_TOOLTIP] =
      g_signal_new ("query-mention-tooltip", type, flags, 0, NULL, NULL, NULL, G_TYPE_STRING, 1, G_TYPE_POINTER);
  signals[SUTRA_ARTICLE_VIEW_SUGGESTION_ACTIVATED] =
      g_signal_new ("suggestion-activated", type, flags, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SUTRA_ARTICLE_VIEW_QUERY_SUGGESTION_TOOLTIP] =
      g_signal_new ("query-suggestion-tooltip", type, flags, 0, NULL, NULL, NULL, G_TYPE_STRING, 1, G_TYPE_POINTER);
  signals[SUTRA_ARTICLE_VIEW_TYPE_KEY] =
      g_signal_new ("type-key", type, flags, 0, g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[SUTRA_ARTICLE_VIEW_SPAN_DRAGGED] =
      g_signal_new ("span-dragged", type, flags, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_POINTER, G_TYPE_UINT, G_TYPE_UINT);
  signals[SUTRA_ARTICLE_VIEW_CARET_MOVED] = g_signal_new ("caret-moved", type, flags, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sutra_article_view_class_init (SutraArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->get_property = sutra_article_view_get_property;
  object_class->set_property = sutra_article_view_set_property;
  object_class->dispose = sutra_article_view_dispose;
  object_class->finalize = sutra_article_view_finalize;

  widget_class->size_allocate = sutra_article_view_size_allocate;
  widget_class->css_changed = sutra_article_view_css_changed;
  widget_class->direction_changed = sutra_article_view_direction_changed;
  widget_class->realize = sutra_article_view_realize;
  widget_class->unrealize = sutra_article_view_unrealize;
  widget_class->query_tooltip = sutra_article_view_query_tooltip;

  view_class->snapshot_layer = sutra_article_view_snapshot_layer;
  view_class->move_cursor = sutra_article_view_move_cursor;
  view_class->extend_selection = sutra_article_view_extend_selection;
  view_class->copy_clipboard = sutra_article_view_copy_clipboard;

  properties[PROP_SCALE] =
      g_param_spec_int ("scale", NULL, NULL, 50, 300, 100, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_MISSING_GLYPHS] = g_param_spec_uint ("missing-glyphs", NULL, NULL, 0, G_MAXUINT, 0,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_signals (G_TYPE_FROM_CLASS (klass));
  sutra_article_view_install_actions (widget_class);
}

static void
sutra_article_view_init (SutraArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter start;

  self->scale = 100;
  self->measure = 72;
  self->font = g_strdup ("");
  self->found_current = -1;
  self->buffer = gtk_text_buffer_new (NULL);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_buffer (view, self->buffer);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  self->blank = gtk_text_buffer_create_tag (self->buffer, NULL, "pixels-above-lines", 0, "pixels-below-lines", 0, NULL);
  self->target = gtk_text_buffer_create_mark (self->buffer, NULL, &start, TRUE);

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Article"), -1);

  sutra_article_view_init_look (self);
  sutra_article_view_init_keys (self);
  sutra_article_view_init_pointer (self);
  g_signal_connect_object (self->buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
}

void
sutra_article_view_emit_mention (SutraArticleView *self, guint signal, const SutraId *id)
{
  SutraId copy = id != NULL ? *id : SUTRA_ID_NULL;

  g_signal_emit (self, signals[signal], 0, id != NULL ? &copy : NULL);
}

void
sutra_article_view_emit_range (SutraArticleView *self, guint signal, const SutraId *id, gsize start, gsize end, gboolean by_pointer)
{
  if (id != NULL)
    {
      SutraId copy = *id;

      g_signal_emit (self, signals[signal], 0, &copy, (guint) start, (guint) end);
    }
  else
    g_signal_emit (self, signals[signal], 0, (guint) start, (guint) end, by_pointer);
}

char *
sutra_article_view_emit_query_tooltip (SutraArticleView *self, const SutraId *id, gboolean suggestion)
{
  char *text = NULL;

  g_signal_emit (self, signals[suggestion ? SUTRA_ARTICLE_VIEW_QUERY_SUGGESTION_TOOLTIP : SUTRA_ARTICLE_VIEW_QUERY_MENTION_TOOLTIP], 0, id,
                 &text);
  return text;
}

gboolean
sutra_article_view_emit_type_key (SutraArticleView *self, const char *key)
{
  gboolean handled = FALSE;

  g_signal_emit (self, signals[SUTRA_ARTICLE_VIEW_TYPE_KEY], 0, key, &handled);
  return handled;
}

gsize
sutra_article_view_get_length (SutraArticleView *self)
{
  return self->text != NULL ? sutra_text_get_length (self->text) : 0;
}

void
sutra_article_view_get_iter (SutraArticleView *self, GtkTextIter *iter, gsize cp)
{
  cp = MIN (cp, sutra_article_view_get_length (self));
  gtk_text_buffer_get_iter_at_offset (self->buffer, iter, self->map != NULL ? (int) sutra_display_map_to_display (self->map, cp) : 0);
}

void
sutra_article_view_get_end_iter (SutraArticleView *self, GtkTextIter *iter, gsize cp)
{
  cp = MIN (cp, sutra_article_view_get_length (self));
  gtk_text_buffer_get_iter_at_offset (self->buffer, iter, self->map != NULL ? (int) sutra_display_map_to_display_end (self->map, cp) : 0);
}

gsize
sutra_article_view_get_cp (SutraArticleView *self, const GtkTextIter *iter)
{
  return self->map != NULL ? sutra_display_map_to_article (self->map, (gsize) gtk_text_iter_get_offset (iter)) : 0;
}

/* Moves both ends in one step; nobody sees the state between. */
void
sutra_article_view_move (SutraArticleView *self, gsize caret, gsize bound, gboolean scroll)
{
  GtkTextIter insert_iter, bound_iter;

  sutra_article_view_get_iter (self, &insert_iter, caret);
  if (caret > bound)
    sutra_article_view_get_end_iter (self, &insert_iter, caret);
  sutra_article_view_get_iter (self, &bound_iter, bound);
  if (bound > caret)
    sutra_article_view_get_end_iter (self, &bound_iter, bound);

  self->selecting++;
  gtk_text_buffer_select_range (self->buffer, &insert_iter, &bound_iter);
  self->selecting--;
  if (self->text != NULL)
    tell_caret (self);
  gtk_text_view_reset_cursor_blink (GTK_TEXT_VIEW (self));
  if (scroll)
    sutra_article_view_reveal_caret (self);
}

GtkWidget *
sutra_article_view_new (void)
{
  return g_object_new (SUTRA_TYPE_ARTICLE_VIEW, NULL);
}

void
sutra_article_view_set_corrections (SutraArticleView *self, GArray *corrections)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));

  if (corrections != NULL)
    g_array_ref (corrections);
  g_clear_pointer (&self->corrections, g_array_unref);
  self->corrections = corrections;
}

void
sutra_article_view_set_content (SutraArticleView *self, SutraText *text, SutraSpanIndex *spans)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));

  self->spans = spans;
  self->suggestions = NULL;
  self->current = self->current_suggestion = self->entity = self->hovered = SUTRA_ID_NULL;
  g_clear_pointer (&self->corrections, g_array_unref);
  self->edge = SUTRA_EDGE_NONE;
  sutra_article_view_set_found (self, NULL, -1);
  sutra_article_view_drop_boxes (self);
  if (self->text != text)
    {
      g_autofree char *display = NULL;
      gsize n_bytes = 0;

      g_clear_pointer (&self->blank_lines, sutra_blank_lines_free);
      g_clear_pointer (&self->text, sutra_text_unref);
      g_clear_pointer (&self->map, sutra_display_map_free);
      self->selecting++;
      if (text != NULL)
        {
          g_autoptr (SutraDisplayMap) map = sutra_display_map_new (text);

          display = sutra_display_map_dup_display (map, &n_bytes);
          gtk_text_buffer_set_text (self->buffer, display, (int) n_bytes);
          self->blank_lines = sutra_blank_lines_start (text, map, self->buffer, self->blank);
          self->map = g_steal_pointer (&map);
          self->text = sutra_text_ref (text);
        }
      else
        gtk_text_buffer_set_text (self->buffer, "", 0);
      self->selecting--;
      check_glyphs (self);
    }
  sutra_article_view_move (self, 0, 0, TRUE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

SutraText *
sutra_article_view_get_text (SutraArticleView *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE_VIEW (self), NULL);

  return self->text;
}

void
sutra_article_view_set_tagset (SutraArticleView *self, SutraTagset *tagset)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));

  if (self->tagset == tagset)
    return;
  if (self->tagset != NULL)
    g_signal_handlers_disconnect_by_func (self->tagset, tagset_changed_cb, self);
  g_set_object (&self->tagset, tagset);
  if (tagset != NULL)
    g_signal_connect_object (tagset, "items-changed", G_CALLBACK (tagset_changed_cb), self, G_CONNECT_SWAPPED);
  tagset_changed_cb (self);
}

void
sutra_article_view_spans_changed (SutraArticleView *self, guint start, guint end)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));

  /* Levels may change beyond the range, so all boxes are looked up anew; only those on the screen are. */
  sutra_article_view_drop_boxes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sutra_article_view_get_selection (SutraArticleView *self, gsize *start, gsize *end)
{
  GtkTextIter a, b;

  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));
  g_return_if_fail (start != NULL && end != NULL);

  gtk_text_buffer_get_selection_bounds (self->buffer, &a, &b);
  *start = sutra_article_view_get_cp (self, &a);
  *end = sutra_article_view_get_cp (self, &b);
}

gsize
sutra_article_view_get_caret (SutraArticleView *self)
{
  GtkTextIter iter;

  g_return_val_if_fail (SUTRA_IS_ARTICLE_VIEW (self), 0);

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  return sutra_article_view_get_cp (self, &iter);
}

void
sutra_article_view_select (SutraArticleView *self, gsize start, gsize end, gboolean scroll)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));

  if (self->text == NULL)
    return;
  start = sutra_akshara_floor (self->text, MIN (start, sutra_article_view_get_length (self)));
  end = sutra_akshara_ceil (self->text, MIN (end, sutra_article_view_get_length (self)));
  sutra_article_view_move (self, MAX (start, end), start, scroll);
}

void
sutra_article_view_set_current (SutraArticleView *self, const SutraId *mention, const SutraId *entity)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));

  self->current = mention != NULL ? *mention : SUTRA_ID_NULL;
  self->entity = entity != NULL ? *entity : SUTRA_ID_NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sutra_article_view_set_lit (SutraArticleView *self, const SutraId *entity)
{
  SutraId lit = entity != NULL ? *entity : SUTRA_ID_NULL;

  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));

  if (sutra_id_equal (&self->lit, &lit))
    return;
  self->lit = lit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sutra_article_view_set_suggestions (SutraArticleView *self, SutraSpanIndex *suggestions)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));

  self->suggestions = suggestions;
  sutra_article_view_drop_boxes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sutra_article_view_set_current_suggestion (SutraArticleView *self, const SutraId *suggestion)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));

  self->current_suggestion = suggestion != NULL ? *suggestion : SUTRA_ID_NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sutra_article_view_set_found (SutraArticleView *self, GArray *ranges, int current)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));
  g_return_if_fail (ranges == NULL || g_array_get_element_size (ranges) == sizeof (SutraRange));

  if (self->found == NULL && ranges == NULL)
    return;
  g_clear_pointer (&self->found, g_array_unref);
  self->found = ranges != NULL ? g_array_copy (ranges) : NULL;
  self->found_current = current;
  sutra_article_view_drop_boxes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sutra_article_view_set_scale (SutraArticleView *self, int percent)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));

  percent = CLAMP (percent, 50, 300);
  if (self->scale == percent)
    return;
  self->scale = percent;
  sutra_article_view_update_css (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
}

int
sutra_article_view_get_scale (SutraArticleView *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE_VIEW (self), 100);

  return self->scale;
}

void
sutra_article_view_set_font (SutraArticleView *self, const char *family)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));

  if (g_strcmp0 (self->font, family != NULL ? family : "") == 0)
    return;
  g_free (self->font);
  self->font = g_strdup (family != NULL ? family : "");
  sutra_article_view_update_css (self);
  check_glyphs (self);
}

void
sutra_article_view_set_measure (SutraArticleView *self, int characters)
{
  g_return_if_fail (SUTRA_IS_ARTICLE_VIEW (self));

  characters = CLAMP (characters, 20, 1000);
  if (self->measure == characters)
    return;
  self->measure = characters;
  sutra_article_view_update_metrics (self);
}

GArray *
sutra_article_view_get_missing_places (SutraArticleView *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE_VIEW (self), NULL);

  return self->check != NULL ? sutra_glyph_check_get_places (self->check) : NULL;
}

guint
sutra_article_view_get_missing_glyphs (SutraArticleView *self)
{
  g_return_val_if_fail (SUTRA_IS_ARTICLE_VIEW (self), 0);

  return self->missing_glyphs;
}
