/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-mention-popover.h"

#include "sutra-akshara.h"
#include "sutra-date-name.h"
#include "sutra-typed-date.h"
#include "sutra-entity-entry.h"
#include "sutra-feedback.h"
#include "sutra-type-choice.h"

#include <glib/gi18n.h>

struct _SutraMentionPopover
{
  GtkPopover parent_instance;

  GtkLabel *quote;
  GtkDropDown *type;
  SutraEntityEntry *entity;
  GtkWidget *entity_label;
  GtkWidget *unlink;
  GtkEntry *value;
  GtkLabel *value_note; /* below the value of a date */
  GtkEntry *note;

  SutraCase *the_case;   /* (nullable) (owned) while open */
  SutraMention *mention; /* (nullable) (owned) while open */
  SutraEdtfFormat date_format;
  gboolean showing; /* the widgets are being filled */
};

G_DEFINE_TYPE (SutraMentionPopover, sutra_mention_popover, GTK_TYPE_POPOVER)

/* The value entry, read as a date: sutra_typed_date_read (). */
static gboolean
read_date (SutraMentionPopover *self, char **edtf, char **note)
{
  g_autoptr (SutraArticle) article = sutra_case_get_article (self->the_case, sutra_mention_get_article (self->mention), NULL);
  const SutraReadingContext context = {
    .published = article != NULL ? sutra_article_get_published (article) : NULL,
    .language = article != NULL ? sutra_article_get_language (article) : NULL,
  };

  return sutra_typed_date_read (gtk_editable_get_text (GTK_EDITABLE (self->value)), &context, self->date_format, edtf, note);
}

static gboolean
is_date (SutraMentionPopover *self)
{
  return sutra_date_name_is_date_type (sutra_case_get_tagset (self->the_case), sutra_mention_get_type_id (self->mention));
}

static void
value_changed_cb (SutraMentionPopover *self)
{
  g_autofree char *note = NULL;
  gboolean good = TRUE;

  if (self->mention == NULL || sutra_mention_get_deleted (self->mention))
    return;
  if (is_date (self))
    good = read_date (self, NULL, &note);
  sutra_typed_date_show (GTK_WIDGET (self->value), self->value_note, good, note != NULL ? note : "");
}

static void
show (SutraMentionPopover *self)
{
  const SutraId *entity = sutra_mention_get_entity (self->mention);
  const SutraId *type = sutra_mention_get_type_id (self->mention);
  SutraEntityType *entity_type = sutra_tagset_get (sutra_case_get_tagset (self->the_case), type);
  gboolean names = entity_type != NULL && sutra_entity_type_get_names_entities (entity_type);
  g_autoptr (SutraEntity) object = NULL;
  const char *value = sutra_mention_get_value (self->mention);
  const char *note = sutra_mention_get_note (self->mention);

  self->showing = TRUE;
  if (!sutra_id_is_null (entity))
    object = sutra_case_get_entity (self->the_case, entity, NULL);
  gtk_label_set_text (self->quote, sutra_mention_get_quote (self->mention));
  sutra_type_choice_set_up (self->type, sutra_case_get_tagset (self->the_case));
  sutra_type_choice_set (self->type, type);
  sutra_entity_entry_set_case (self->entity, self->the_case);
  sutra_entity_entry_set_entity_type (self->entity, type, TRUE);
  sutra_entity_entry_set_name (self->entity, object != NULL ? sutra_entity_get_label (object) : "", entity);
  gtk_widget_set_visible (GTK_WIDGET (self->entity), names || object != NULL);
  gtk_widget_set_visible (self->entity_label, names || object != NULL);
  gtk_widget_set_visible (self->unlink, object != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->value), value != NULL ? value : "");
  gtk_editable_set_text (GTK_EDITABLE (self->note), note != NULL ? note : "");
  value_changed_cb (self);
  self->showing = FALSE;
}

static void
mention_changed_cb (SutraMentionPopover *self)
{
  if (self->mention == NULL)
    return;
  if (sutra_mention_get_deleted (self->mention))
    gtk_popover_popdown (GTK_POPOVER (self));
  else if (!self->showing)
    show (self);
}

static void
report (SutraMentionPopover *self, gboolean done, GError *error)
{
  if (!done)
    {
      sutra_feedback_failed (GTK_WIDGET (self), error);
      g_error_free (error);
    }
  if (self->mention != NULL && !sutra_mention_get_deleted (self->mention))
    show (self);
}

static void
type_selected_cb (SutraMentionPopover *self)
{
  SutraId type;
  GError *error = NULL;

  if (self->showing || self->mention == NULL || !sutra_type_choice_get (self->type, &type) ||
      sutra_id_equal (&type, sutra_mention_get_type_id (self->mention)))
    return;
  report (self, sutra_case_set_mentions_type (self->the_case, sutra_mention_get_id (self->mention), 1, &type, &error), error);
}

static void
entity_chosen_cb (SutraMentionPopover *self)
{
  const char *name = sutra_entity_entry_get_name (self->entity);
  const SutraId *id = sutra_mention_get_id (self->mention);
  SutraId entity;
  GError *error = NULL;
  gboolean done;

  sutra_entity_entry_get_entity (self->entity, &entity, NULL);
  if (sutra_id_is_null (&entity) && *name == '\0')
    done = sutra_case_link_mentions (self->the_case, id, 1, NULL, &error);
  else if (sutra_id_is_null (&entity))
    done = sutra_case_link_mentions_to_label (self->the_case, id, 1, name, NULL, &error);
  else
    done = sutra_case_link_mentions (self->the_case, id, 1, &entity, &error);
  report (self, done, error);
}

static void
set_field (SutraMentionPopover *self, const char *key, const char *text, const char *now)
{
  const char *pairs[] = { key, text, NULL };
  GError *error = NULL;

  if (self->showing || self->mention == NULL || sutra_mention_get_deleted (self->mention) || g_strcmp0 (now != NULL ? now : "", text) == 0)
    return;
  report (self, sutra_case_set (self->the_case, sutra_mention_get_id (self->mention), pairs, &error), error);
}

static void
value_done_cb (SutraMentionPopover *self)
{
  g_autofree char *edtf = NULL;

  if (self->mention == NULL || sutra_mention_get_deleted (self->mention))
    return;
  /* What is no date is kept as it was typed: the note says what is wrong with it. */
  if (is_date (self))
    read_date (self, &edtf, NULL);
  set_field (self, "value", edtf != NULL ? edtf : gtk_editable_get_text (GTK_EDITABLE (self->value)),
             sutra_mention_get_value (self->mention));
}

static void
note_done_cb (SutraMentionPopover *self)
{
  if (self->mention != NULL)
    set_field (self, "note", gtk_editable_get_text (GTK_EDITABLE (self->note)), sutra_mention_get_note (self->mention));
}

/* Moves one end by one akshara. */
static void
move_end (SutraMentionPopover *self, gboolean the_start, gboolean forward)
{
  g_autoptr (SutraArticle) article = sutra_case_get_article (self->the_case, sutra_mention_get_article (self->mention), NULL);
  SutraText *text = article != NULL ? sutra_article_get_text (article, NULL) : NULL;
  gsize start = sutra_mention_get_start (self->mention);
  gsize end = sutra_mention_get_end (self->mention);
  gsize *moved = the_start ? &start : &end;
  GError *error = NULL;

  if (text == NULL)
    return;
  *moved = forward ? sutra_akshara_next (text, *moved) : sutra_akshara_previous (text, *moved);
  if (start >= end || (start == sutra_mention_get_start (self->mention) && end == sutra_mention_get_end (self->mention)))
    return;
  report (self, sutra_case_set_mention_span (self->the_case, sutra_mention_get_id (self->mention), start, end, &error), error);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraMentionPopover *self = SUTRA_MENTION_POPOVER (widget);

  if (self->mention != NULL)
    move_end (self, strstr (name, "start") != NULL, strstr (name, "forward") != NULL);
}

static void
unlink_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraMentionPopover *self = SUTRA_MENTION_POPOVER (widget);
  GError *error = NULL;

  if (self->mention != NULL)
    report (self, sutra_case_link_mentions (self->the_case, sutra_mention_get_id (self->mention), 1, NULL, &error), error);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraMentionPopover *self = SUTRA_MENTION_POPOVER (widget);
  GError *error = NULL;

  if (self->mention == NULL)
    return;
  if (sutra_case_delete (self->the_case, sutra_mention_get_id (self->mention), 1, &error))
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    report (self, FALSE, error);
}

static void
set_mention (SutraMentionPopover *self, SutraMention *mention)
{
  if (self->mention != NULL)
    g_signal_handlers_disconnect_by_data (self->mention, self);
  g_set_object (&self->mention, mention);
  if (mention != NULL)
    g_signal_connect_object (mention, "notify", G_CALLBACK (mention_changed_cb), self, G_CONNECT_SWAPPED);
}

/* What was typed and not confirmed with Return is kept, not lost. */
static void
sutra_mention_popover_closed (GtkPopover *popover)
{
  SutraMentionPopover *self = SUTRA_MENTION_POPOVER (popover);

  value_done_cb (self);
  note_done_cb (self);
}

static void
sutra_mention_popover_dispose (GObject *object)
{
  SutraMentionPopover *self = SUTRA_MENTION_POPOVER (object);

  set_mention (self, NULL);
  g_clear_object (&self->the_case);
  G_OBJECT_CLASS (sutra_mention_popover_parent_class)->dispose (object);
}

static void
sutra_mention_popover_class_init (SutraMentionPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_mention_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = sutra_mention_popover_closed;

  g_type_ensure (SUTRA_TYPE_ENTITY_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-mention-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraMentionPopover, quote);
  gtk_widget_class_bind_template_child (widget_class, SutraMentionPopover, type);
  gtk_widget_class_bind_template_child (widget_class, SutraMentionPopover, entity);
  gtk_widget_class_bind_template_child (widget_class, SutraMentionPopover, entity_label);
  gtk_widget_class_bind_template_child_full (widget_class, "unlink_button", FALSE, G_STRUCT_OFFSET (SutraMentionPopover, unlink));
  gtk_widget_class_bind_template_child (widget_class, SutraMentionPopover, value);
  gtk_widget_class_bind_template_child (widget_class, SutraMentionPopover, value_note);
  gtk_widget_class_bind_template_child (widget_class, SutraMentionPopover, note);
  gtk_widget_class_bind_template_callback (widget_class, type_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, entity_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_done_cb);

  gtk_widget_class_install_action (widget_class, "mention.start-back", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "mention.start-forward", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "mention.end-back", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "mention.end-forward", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "mention.unlink", NULL, unlink_action);
  gtk_widget_class_install_action (widget_class, "mention.delete", NULL, delete_action);
}

static void
sutra_mention_popover_init (SutraMentionPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_mention_popover_new (void)
{
  return g_object_new (SUTRA_TYPE_MENTION_POPOVER, NULL);
}

void
sutra_mention_popover_open (SutraMentionPopover *self, SutraCase *the_case, SutraMention *mention, const GdkRectangle *rectangle)
{
  g_return_if_fail (SUTRA_IS_MENTION_POPOVER (self));
  g_return_if_fail (SUTRA_IS_CASE (the_case));
  g_return_if_fail (SUTRA_IS_MENTION (mention));

  g_set_object (&self->the_case, the_case);
  set_mention (self, mention);
  show (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), rectangle);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->type));
}

void
sutra_mention_popover_set_date_format (SutraMentionPopover *self, SutraEdtfFormat format)
{
  g_return_if_fail (SUTRA_IS_MENTION_POPOVER (self));

  self->date_format = format;
  value_changed_cb (self);
}
