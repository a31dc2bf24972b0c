/* Marking and editing mentions in the article page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-page-private.h"

#include "sutra-date-name.h"

#include "sutra-annotator.h"
#include "sutra-feedback.h"
#include "sutra-occurrences-dialog.h"
#include "sutra-suffix-name.h"
#include "sutra-type-name.h"
#include "sutra-words.h"

#include <glib/gi18n.h>

static gboolean
can_mark (SutraArticlePage *self)
{
  return self->article != NULL && !sutra_case_is_read_only (self->the_case);
}

/* The selection snapped to words, the suggestion that is being reviewed, or the word at the caret. FALSE: there is neither. */
static gboolean
span_at_caret (SutraArticlePage *self, gsize *start, gsize *end)
{
  SutraText *text = sutra_article_view_get_text (self->view);

  if (text == NULL)
    return FALSE;
  sutra_article_view_get_selection (self->view, start, end);
  if (*start < *end || sutra_article_page_get_reviewed (self, start, end))
    return TRUE;
  return sutra_words_inflected_at (text, *start, start, end);
}

static void
choose_mention (SutraArticlePage *self, const SutraId *mention)
{
  self->marking = TRUE;
  sutra_selection_choose_mention (self->selection, mention);
  self->marking = FALSE;
}

static void
mark (SutraArticlePage *self, guint start, guint end, const SutraId *type, const SutraId *entity, const char *label)
{
  SutraId mention = SUTRA_ID_NULL;
  g_autoptr (GError) error = NULL;

  sutra_annotate_popover_set_last_type (sutra_article_page_ensure_annotate (self), type);
  if (sutra_annotator_mark (self->the_case, self->article, start, end, type, entity, label, &mention, &error))
    choose_mention (self, &mention);
  else
    sutra_feedback_failed (GTK_WIDGET (self), error);
}

static void
open_annotate (SutraArticlePage *self, guint start, guint end, gboolean take_focus)
{
  GdkRectangle rectangle;
  double x, y;

  if (!can_mark (self) || !sutra_article_view_get_span_rectangle (self->view, start, end, &rectangle))
    return;
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), rectangle.x, rectangle.y, &x, &y);
  rectangle.x = (int) x;
  rectangle.y = (int) y;
  sutra_annotate_popover_open (sutra_article_page_ensure_annotate (self), self->the_case, self->article, start, end, &rectangle,
                               take_focus);
}

static gboolean
annotate_is_open (SutraArticlePage *self)
{
  return self->annotate != NULL && gtk_widget_get_visible (GTK_WIDGET (self->annotate));
}

static void
selected_cb (SutraArticlePage *self, guint start, guint end, gboolean by_pointer)
{
  if (!by_pointer && annotate_is_open (self))
    sutra_annotate_popover_accept (self->annotate);
  else
    open_annotate (self, start, end, !by_pointer);
}

typedef struct
{
  SutraArticlePage *page; /* (owned) */
  SutraArticle *article;  /* (owned) */
  guint start;
  guint end;
  SutraId type;
  SutraId entity;
  char *label;
  gboolean listed;
} Review;

static void
review_free (gpointer data, GClosure *closure)
{
  Review *review = data;

  g_object_unref (review->page);
  g_object_unref (review->article);
  g_free (review->label);
  g_free (review);
}

static void
mark_all (SutraArticlePage *self,
          SutraArticle *article,
          guint start,
          guint end,
          const SutraId *type,
          const SutraId *entity,
          const char *label,
          GArray *occurrences)
{
  g_autoptr (GError) error = NULL;

  if (self->the_case != NULL &&
      !sutra_annotator_mark_all (self->the_case, article, start, end, type, entity, label, occurrences, NULL, &error))
    sutra_feedback_failed (GTK_WIDGET (self), error);
}

static gboolean
holds_span (GArray *occurrences, guint start, guint end)
{
  for (guint i = 0; i < occurrences->len; i++)
    {
      const SutraOccurrence *occurrence = &g_array_index (occurrences, SutraOccurrence, i);

      if (occurrence->start < end && start < occurrence->end)
        return TRUE;
    }
  return FALSE;
}

/* The words it began with are in the list too: unticked there, they are not marked. */
static void
reviewed_cb (GtkWidget *dialog, GArray *ticked, gpointer data)
{
  Review *review = data;
  guint start = review->start, end = review->end;

  if (review->listed && ticked->len > 0 && !holds_span (ticked, start, end))
    {
      start = g_array_index (ticked, SutraOccurrence, 0).start;
      end = g_array_index (ticked, SutraOccurrence, 0).end;
    }
  mark_all (review->page, review->article, start, end, &review->type, &review->entity, review->label, ticked);
}

static void
review_occurrences (SutraArticlePage *self, Review *review, GArray *occurrences)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = sutra_occurrences_dialog_new (self->article, occurrences, review->label, GTK_WINDOW (root), &error);

  if (dialog == NULL)
    {
      sutra_feedback_failed (GTK_WIDGET (self), error);
      review_free (review, NULL);
      return;
    }
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (reviewed_cb), review, review_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
mark_cb (SutraArticlePage *self, const SutraId *type, const SutraId *entity, const char *label, gboolean all, gboolean preview)
{
  GArray *occurrences = sutra_annotate_popover_get_occurrences (self->annotate);
  guint start, end;

  sutra_annotate_popover_get_span (self->annotate, &start, &end);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (preview && occurrences != NULL)
    {
      Review *review = g_new0 (Review, 1);

      *review = (Review){ g_object_ref (self), g_object_ref (self->article), start, end, *type, *entity, g_strdup (label), FALSE };
      review->listed = holds_span (occurrences, start, end);
      review_occurrences (self, review, occurrences);
    }
  else if (all && occurrences != NULL)
    {
      g_autoptr (GArray) sure = g_array_new (FALSE, FALSE, sizeof (SutraOccurrence));

      for (guint i = 0; i < occurrences->len; i++)
        if (g_array_index (occurrences, SutraOccurrence, i).sure)
          g_array_append_val (sure, g_array_index (occurrences, SutraOccurrence, i));
      mark_all (self, self->article, start, end, type, entity, label, sure);
    }
  else
    mark (self, start, end, type, entity, label);
}

static gboolean
type_key_cb (SutraArticlePage *self, const char *key)
{
  SutraEntityType *type;
  gsize start, end;

  if (!can_mark (self))
    return FALSE;
  type = sutra_tagset_get_by_shortcut (sutra_case_get_tagset (self->the_case), key);
  if (type == NULL)
    return FALSE;
  if (annotate_is_open (self))
    sutra_annotate_popover_accept_type (self->annotate, sutra_entity_type_get_id (type));
  else if (span_at_caret (self, &start, &end))
    mark (self, start, end, sutra_entity_type_get_id (type), NULL, NULL);
  else
    sutra_feedback_note (GTK_WIDGET (self), _ ("There is no word here to mark."));
  return TRUE;
}

static void
mention_activated_cb (SutraArticlePage *self, const SutraId *id)
{
  g_autoptr (SutraMention) mention = sutra_case_get_mention (self->the_case, id, NULL);
  GdkRectangle rectangle;
  double x, y;

  if (mention == NULL)
    return;
  choose_mention (self, id);
  if (!can_mark (self) ||
      !sutra_article_view_get_span_rectangle (self->view, sutra_mention_get_start (mention), sutra_mention_get_end (mention), &rectangle))
    return;
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), rectangle.x, rectangle.y, &x, &y);
  rectangle.x = (int) x;
  rectangle.y = (int) y;
  sutra_mention_popover_open (sutra_article_page_ensure_mention (self), self->the_case, mention, &rectangle);
}

static void
span_dragged_cb (SutraArticlePage *self, const SutraId *id, guint start, guint end)
{
  g_autoptr (GError) error = NULL;

  if (can_mark (self) && !sutra_case_set_mention_span (self->the_case, id, start, end, &error))
    sutra_feedback_failed (GTK_WIDGET (self), error);
}

static void
caret_moved_cb (SutraArticlePage *self)
{
  gsize start, end;
  guint span_start, span_end;

  sutra_article_view_get_selection (self->view, &start, &end);
  if (self->find_bar != NULL)
    sutra_find_bar_set_origin (self->find_bar, start);
  if (!annotate_is_open (self))
    return;
  sutra_annotate_popover_get_span (self->annotate, &span_start, &span_end);
  if (start != span_start || end != span_end)
    gtk_popover_popdown (GTK_POPOVER (self->annotate));
}

void
sutra_article_page_open_annotate (SutraArticlePage *self, guint start, guint end)
{
  sutra_article_view_select (self->view, start, end, TRUE);
  open_annotate (self, start, end, TRUE);
}

static void
annotate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraArticlePage *self = SUTRA_ARTICLE_PAGE (widget);
  gsize start, end;

  if (!can_mark (self))
    return;
  if (!span_at_caret (self, &start, &end))
    {
      sutra_feedback_note (widget, _ ("There is no word here to mark."));
      return;
    }
  sutra_article_page_open_annotate (self, (guint) start, (guint) end);
}

/* For scripts and tests: marks as the type key does. */
static void
mark_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  type_key_cb (SUTRA_ARTICLE_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
delete_mention_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (SUTRA_ARTICLE_PAGE (widget)->view), "article.delete-mention", NULL);
}

/* Next and previous mention, by key: as if it was clicked, but nothing opens. */
static void
mention_reached_cb (SutraArticlePage *self, const SutraId *id)
{
  SutraId mention = *id;

  choose_mention (self, &mention);
}

static void
delete_mention (SutraArticlePage *self, const SutraId *id)
{
  SutraId mention = *id;
  g_autoptr (GError) error = NULL;

  if (can_mark (self) && !sutra_case_delete (self->the_case, &mention, 1, &error))
    sutra_feedback_failed (GTK_WIDGET (self), error);
}

/* @line with how the mention's word is inflected, if it is. */
static char *
add_inflection (char *line, SutraMention *mention)
{
  g_autofree char *owned = line;
  g_autofree char *explained = NULL;
  guint start = sutra_mention_get_start (mention), stem_end = sutra_mention_get_stem_end (mention);

  if (stem_end < sutra_mention_get_end (mention))
    explained = sutra_suffix_name_explain (sutra_mention_get_quote (mention), stem_end - start);
  return explained != NULL ? g_strconcat (line, "\n", explained, NULL) : g_steal_pointer (&owned);
}

static char *
tooltip_cb (SutraArticlePage *self, const SutraId *id)
{
  g_autoptr (SutraMention) mention = self->the_case != NULL ? sutra_case_get_mention (self->the_case, id, NULL) : NULL;
  g_autoptr (SutraEntity) entity = NULL;
  g_autofree char *name = NULL;
  g_autofree char *date = NULL;
  SutraEntityType *type;
  const char *what;

  if (mention == NULL || (self->mention != NULL && gtk_widget_get_visible (GTK_WIDGET (self->mention))))
    return NULL;
  type = sutra_tagset_get (sutra_case_get_tagset (self->the_case), sutra_mention_get_type_id (mention));
  name = type != NULL ? sutra_type_style_dup_name (type) : g_strdup ("");
  if (!sutra_id_is_null (sutra_mention_get_entity (mention)))
    entity = sutra_case_get_entity (self->the_case, sutra_mention_get_entity (mention), NULL);
  if (sutra_date_name_is_date_type (sutra_case_get_tagset (self->the_case), sutra_mention_get_type_id (mention)))
    date = sutra_date_name_dup (sutra_mention_get_value (mention), sutra_article_page_get_date_format (self) | SUTRA_EDTF_FORMAT_WEEKDAY);
  what = entity != NULL ? sutra_entity_get_label (entity) : date != NULL ? date : sutra_mention_get_value (mention);
  if (what == NULL || *what == '\0')
    return add_inflection (g_steal_pointer (&name), mention);
  /* Translators: a type and an entity: "Person: Jawaharlal Nehru" */
  return add_inflection (g_strdup_printf (_ ("%s: %s"), name, what), mention);
}

/* Escape lets go of what is chosen, here and in all panes. */
static gboolean
let_go (SutraArticlePage *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || self->selection == NULL ||
      (sutra_id_is_null (sutra_selection_get_entity (self->selection)) && sutra_id_is_null (sutra_selection_get_mention (self->selection))))
    return GDK_EVENT_PROPAGATE;
  sutra_selection_clear (self->selection);
  return GDK_EVENT_STOP;
}

static gboolean
view_key_cb (SutraArticlePage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (!annotate_is_open (self))
    return sutra_article_page_review_key (self, keyval, keycode, state) || let_go (self, keyval);
  if (keyval != GDK_KEY_Escape && keyval != GDK_KEY_Tab)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Tab)
    sutra_annotate_popover_take_focus (self->annotate);
  else
    gtk_popover_popdown (GTK_POPOVER (self->annotate));
  return GDK_EVENT_STOP;
}

/* The popover leaves the focus in the text when the pointer opened it: it must not stay behind when the focus goes on. */
static void
focus_left_cb (SutraArticlePage *self)
{
  if (self->annotate != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->annotate));
}

static void
annotate_closed_cb (SutraArticlePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->annotate)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

SutraAnnotatePopover *
sutra_article_page_ensure_annotate (SutraArticlePage *self)
{
  if (self->annotate == NULL)
    {
      self->annotate = SUTRA_ANNOTATE_POPOVER (sutra_annotate_popover_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->annotate), GTK_WIDGET (self));
      g_signal_connect_object (self->annotate, "mark", G_CALLBACK (mark_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->annotate, "closed", G_CALLBACK (annotate_closed_cb), self, G_CONNECT_SWAPPED);
    }
  return self->annotate;
}

SutraMentionPopover *
sutra_article_page_ensure_mention (SutraArticlePage *self)
{
  if (self->mention == NULL)
    {
      self->mention = SUTRA_MENTION_POPOVER (sutra_mention_popover_new ());
      sutra_mention_popover_set_date_format (self->mention, sutra_article_page_get_date_format (self));
      gtk_widget_set_parent (GTK_WIDGET (self->mention), GTK_WIDGET (self));
    }
  return self->mention;
}

void
sutra_article_page_connect_annotating (SutraArticlePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (view_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_object (self->view, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "mention-activated", G_CALLBACK (mention_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "mention-reached", G_CALLBACK (mention_reached_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "mention-delete", G_CALLBACK (delete_mention), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "query-mention-tooltip", G_CALLBACK (tooltip_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "type-key", G_CALLBACK (type_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "span-dragged", G_CALLBACK (span_dragged_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "caret-moved", G_CALLBACK (caret_moved_cb), self, G_CONNECT_SWAPPED);
}

void
sutra_article_page_install_annotating (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.annotate", NULL, annotate_action);
  gtk_widget_class_install_action (widget_class, "page.mark", "s", mark_action);
  gtk_widget_class_install_action (widget_class, "page.delete-mention", NULL, delete_mention_action);
}

void
sutra_article_page_close_popovers (SutraArticlePage *self)
{
  if (self->annotate != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->annotate));
  if (self->mention != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->mention));
  if (self->suggestion_popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->suggestion_popover));
}

SutraEdtfFormat
sutra_article_page_get_date_format (SutraArticlePage *self)
{
  return sutra_date_name_calendar ((SutraDateNameCalendar) g_settings_get_enum (self->settings, "bengali-calendar"));
}
