/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-annotate-popover.h"

#include "sutra-annotator.h"
#include "sutra-entity-entry.h"
#include "sutra-name-parts.h"
#include "sutra-type-badge.h"
#include "sutra-type-name.h"

#include <glib/gi18n.h>

struct _SutraAnnotatePopover
{
  GtkPopover parent_instance;

  SutraEntityEntry *entity;
  GtkLabel *quote;
  GtkFlowBox *types;
  GtkCheckButton *all;
  GtkWidget *preview;

  SutraCase *the_case;   /* (nullable) (owned) while open */
  SutraArticle *article; /* (nullable) (owned) */
  guint start;
  guint end;
  SutraId guess_type; /* what Return takes */
  SutraId last_type;
  GArray *occurrences; /* (nullable) (owned) */
  GCancellable *cancellable;
};

G_DEFINE_TYPE (SutraAnnotatePopover, sutra_annotate_popover, GTK_TYPE_POPOVER)

enum
{
  MARK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  SutraText *text;
  char **names;
  gboolean person;
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  sutra_text_unref (count->text);
  g_strfreev (count->names);
  g_free (count);
}

static void
show_count (SutraAnnotatePopover *self)
{
  guint others = 0;
  g_autofree char *label = NULL;

  for (guint i = 0; self->occurrences != NULL && i < self->occurrences->len; i++)
    {
      const SutraOccurrence *occurrence = &g_array_index (self->occurrences, SutraOccurrence, i);

      if (occurrence->sure && (occurrence->start >= self->end || occurrence->end <= self->start))
        others++;
    }
  label = g_strdup_printf (ngettext ("All %u Occurrence", "All %u Occurrences", others + 1), others + 1);
  gtk_check_button_set_label (self->all, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->all), others > 0);
  gtk_widget_set_sensitive (self->preview, self->occurrences != NULL && self->occurrences->len > 1);
  if (others == 0)
    gtk_check_button_set_active (self->all, FALSE);
}

static void
count_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Count *count = data;
  GError *error = NULL;
  GArray *found = sutra_name_parts_find (count->text, (const char *const *) count->names, count->person, cancellable, &error);

  if (found == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, found, (GDestroyNotify) g_array_unref);
}

static void
counted_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  SutraAnnotatePopover *self = SUTRA_ANNOTATE_POPOVER (object);
  GArray *found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (found == NULL)
    return;
  g_clear_pointer (&self->occurrences, g_array_unref);
  self->occurrences = found;
  show_count (self);
}

static gboolean
is_person (SutraAnnotatePopover *self, const SutraId *type)
{
  SutraEntityType *object = sutra_tagset_get (sutra_case_get_tagset (self->the_case), type);

  return object != NULL && g_strcmp0 (sutra_entity_type_get_slug (object), "person") == 0;
}

/* Counts off the main thread: an article may be long. */
static void
count_occurrences (SutraAnnotatePopover *self)
{
  SutraText *text = self->article != NULL ? sutra_article_get_text (self->article, NULL) : NULL;
  SutraId entity, type;
  Count *count;
  GTask *task;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->occurrences, g_array_unref);
  show_count (self);
  if (text == NULL)
    return;
  sutra_entity_entry_get_entity (self->entity, &entity, &type);
  self->cancellable = g_cancellable_new ();
  count = g_new (Count, 1);
  count->text = sutra_text_ref (text);
  count->names = sutra_annotator_dup_names (self->the_case, self->article, self->start, self->end, &entity,
                                            sutra_entity_entry_get_name (self->entity));
  count->person = is_person (self, sutra_id_is_null (&type) ? &self->guess_type : &type);
  task = g_task_new (self, self->cancellable, counted_cb, NULL);
  g_task_set_source_tag (task, count_occurrences);
  g_task_set_task_data (task, count, count_free);
  g_task_run_in_thread (task, count_thread);
  g_object_unref (task);
}

static void
choose (SutraAnnotatePopover *self, const SutraId *type, gboolean preview)
{
  g_autofree char *label = g_strdup (sutra_entity_entry_get_name (self->entity));
  gboolean all = gtk_check_button_get_active (self->all);
  SutraId entity, chosen_type = *type;

  if (self->the_case == NULL)
    return;
  sutra_entity_entry_get_entity (self->entity, &entity, NULL);
  self->last_type = chosen_type;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[MARK], 0, &chosen_type, &entity, label, all, preview);
}

static void
type_activated_cb (SutraAnnotatePopover *self, GtkFlowBoxChild *child)
{
  SutraEntityType *type = g_object_get_data (G_OBJECT (child), "entity-type");

  choose (self, sutra_entity_type_get_id (type), FALSE);
}

static GtkWidget *
type_child_new (SutraEntityType *type)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *badge = sutra_type_badge_new ();
  g_autofree char *name = sutra_type_style_dup_name (type);
  GtkWidget *label = gtk_label_new (name);
  const char *shortcut = sutra_entity_type_get_shortcut (type);

  sutra_type_badge_set_entity_type (SUTRA_TYPE_BADGE (badge), type);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), label);
  if (shortcut != NULL)
    {
      g_autofree char *upper = g_utf8_strup (shortcut, -1);
      GtkWidget *key = gtk_label_new (upper);

      gtk_widget_add_css_class (key, "keycap");
      gtk_widget_add_css_class (key, "caption");
      gtk_box_append (GTK_BOX (box), key);
    }
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  g_object_set_data_full (G_OBJECT (child), "entity-type", g_object_ref (type), g_object_unref);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                  shortcut != NULL ? shortcut : "", -1);
  return child;
}

static void
fill_types (SutraAnnotatePopover *self)
{
  GListModel *tagset = G_LIST_MODEL (sutra_case_get_tagset (self->the_case));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->types))) != NULL)
    gtk_flow_box_remove (self->types, child);
  for (guint i = 0; i < g_list_model_get_n_items (tagset); i++)
    {
      g_autoptr (SutraEntityType) type = g_list_model_get_item (tagset, i);

      gtk_flow_box_append (self->types, type_child_new (type));
    }
}

static GtkWidget *
mark_guess (SutraAnnotatePopover *self)
{
  GtkWidget *guessed = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->types)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      SutraEntityType *type = g_object_get_data (G_OBJECT (child), "entity-type");

      if (sutra_id_equal (sutra_entity_type_get_id (type), &self->guess_type))
        {
          gtk_widget_add_css_class (child, "guess");
          guessed = child;
        }
      else
        gtk_widget_remove_css_class (child, "guess");
    }
  if (guessed != NULL)
    gtk_flow_box_select_child (self->types, GTK_FLOW_BOX_CHILD (guessed));
  return guessed;
}

/* An existing entity decides; else the type that was used last, else the first. */
static void
guess (SutraAnnotatePopover *self)
{
  SutraTagset *tagset = sutra_case_get_tagset (self->the_case);
  SutraId any = SUTRA_ID_NULL;
  SutraId entity = SUTRA_ID_NULL;
  g_autofree char *form =
      sutra_case_guess_entity (self->the_case, sutra_article_get_id (self->article), self->start, self->end, &any, &entity);
  SutraId chosen, type;

  sutra_entity_entry_set_case (self->entity, self->the_case);
  sutra_entity_entry_set_name (self->entity, form, &entity);
  sutra_entity_entry_get_entity (self->entity, &chosen, &type);
  if (sutra_id_is_null (&chosen))
    {
      type = self->last_type;
      if (sutra_tagset_get (tagset, &type) == NULL)
        {
          g_autoptr (SutraEntityType) first = g_list_model_get_item (G_LIST_MODEL (tagset), 0);

          type = first != NULL ? *sutra_entity_type_get_id (first) : any;
        }
    }
  else
    {
      g_autoptr (SutraEntity) object = sutra_case_get_entity (self->the_case, &entity, NULL);

      if (object != NULL)
        sutra_entity_entry_set_name (self->entity, sutra_entity_get_label (object), &entity);
    }
  self->guess_type = type;
  sutra_entity_entry_set_entity_type (self->entity, &type, FALSE);
}

static void
entity_edited_cb (SutraAnnotatePopover *self)
{
  SutraId entity, type;

  sutra_entity_entry_get_entity (self->entity, &entity, &type);
  if (!sutra_id_is_null (&entity))
    {
      self->guess_type = type;
      mark_guess (self);
    }
  count_occurrences (self);
}

/* What the arrows come to is what Enter, "all occurrences" and the preview mark. */
static void
type_selected_cb (SutraAnnotatePopover *self)
{
  GList *selected = gtk_flow_box_get_selected_children (self->types);
  SutraEntityType *type = selected != NULL ? g_object_get_data (selected->data, "entity-type") : NULL;

  g_list_free (selected);
  if (type == NULL || sutra_id_equal (sutra_entity_type_get_id (type), &self->guess_type))
    return;
  self->guess_type = *sutra_entity_type_get_id (type);
  mark_guess (self);
  count_occurrences (self);
}

static void
entity_chosen_cb (SutraAnnotatePopover *self)
{
  sutra_annotate_popover_accept (self);
}

/* Tab passes by the types as one: among them the arrows move. */
static gboolean
leave_types (SutraAnnotatePopover *self, gboolean forward)
{
  return gtk_widget_grab_focus (!forward && gtk_widget_get_sensitive (self->preview) ? self->preview : GTK_WIDGET (self->entity));
}

static gboolean
types_key_cb (SutraAnnotatePopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));
  char key[8] = { 0 };
  SutraEntityType *type;

  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    return leave_types (self, keyval == GDK_KEY_Tab);
  if (c == 0 || c == ' ' || !g_unichar_isprint (c) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  g_unichar_to_utf8 (c, key);
  type = self->the_case != NULL ? sutra_tagset_get_by_shortcut (sutra_case_get_tagset (self->the_case), key) : NULL;
  if (type == NULL)
    return GDK_EVENT_PROPAGATE;
  choose (self, sutra_entity_type_get_id (type), FALSE);
  return GDK_EVENT_STOP;
}

/* Space ticks "all occurrences"; Enter and a type's key mark, as they do everywhere in here. */
static gboolean
all_key_cb (SutraAnnotatePopover *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return types_key_cb (self, keyval, keycode, state);
  sutra_annotate_popover_accept (self);
  return GDK_EVENT_STOP;
}

static void
preview_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraAnnotatePopover *self = SUTRA_ANNOTATE_POPOVER (widget);

  choose (self, &self->guess_type, TRUE);
}

static void
sutra_annotate_popover_closed (GtkPopover *popover)
{
  SutraAnnotatePopover *self = SUTRA_ANNOTATE_POPOVER (popover);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
sutra_annotate_popover_dispose (GObject *object)
{
  SutraAnnotatePopover *self = SUTRA_ANNOTATE_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->occurrences, g_array_unref);
  g_clear_object (&self->article);
  g_clear_object (&self->the_case);
  G_OBJECT_CLASS (sutra_annotate_popover_parent_class)->dispose (object);
}

static void
sutra_annotate_popover_class_init (SutraAnnotatePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_annotate_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = sutra_annotate_popover_closed;

  signals[MARK] = g_signal_new ("mark", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 5, G_TYPE_POINTER,
                                G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_BOOLEAN, G_TYPE_BOOLEAN);

  g_type_ensure (SUTRA_TYPE_ENTITY_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-annotate-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraAnnotatePopover, entity);
  gtk_widget_class_bind_template_child (widget_class, SutraAnnotatePopover, quote);
  gtk_widget_class_bind_template_child (widget_class, SutraAnnotatePopover, types);
  gtk_widget_class_bind_template_child (widget_class, SutraAnnotatePopover, all);
  gtk_widget_class_bind_template_child (widget_class, SutraAnnotatePopover, preview);
  gtk_widget_class_bind_template_callback (widget_class, entity_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, entity_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, type_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, types_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_key_cb);
  gtk_widget_class_install_action (widget_class, "annotate.preview", NULL, preview_action);
}

static void
sutra_annotate_popover_init (SutraAnnotatePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_annotate_popover_new (void)
{
  return g_object_new (SUTRA_TYPE_ANNOTATE_POPOVER, NULL);
}

void
sutra_annotate_popover_open (SutraAnnotatePopover *self,
                             SutraCase *the_case,
                             SutraArticle *article,
                             guint start,
                             guint end,
                             const GdkRectangle *rectangle,
                             gboolean take_focus)
{
  SutraText *text;
  g_autofree char *quote = NULL;

  g_return_if_fail (SUTRA_IS_ANNOTATE_POPOVER (self));
  g_return_if_fail (SUTRA_IS_CASE (the_case));
  g_return_if_fail (SUTRA_IS_ARTICLE (article));

  text = sutra_article_get_text (article, NULL);
  if (text == NULL)
    return;
  /* The change takes the surface away, and GTK does not make another for a popover that is open. */
  if (gtk_popover_get_autohide (GTK_POPOVER (self)) != take_focus)
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_set_object (&self->the_case, the_case);
  g_set_object (&self->article, article);
  self->start = start;
  self->end = end;
  sutra_annotator_context (text, start, end, 0, NULL, &quote, NULL);
  gtk_label_set_text (self->quote, quote);
  gtk_check_button_set_active (self->all, FALSE);
  fill_types (self);
  guess (self);
  mark_guess (self);
  count_occurrences (self);
  gtk_popover_set_autohide (GTK_POPOVER (self), take_focus);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), rectangle);
  gtk_popover_popup (GTK_POPOVER (self));
  if (take_focus)
    sutra_annotate_popover_take_focus (self);
}

void
sutra_annotate_popover_take_focus (SutraAnnotatePopover *self)
{
  GtkWidget *guessed;

  g_return_if_fail (SUTRA_IS_ANNOTATE_POPOVER (self));
  guessed = mark_guess (self);
  gtk_widget_grab_focus (guessed != NULL ? guessed : GTK_WIDGET (self->entity));
}

void
sutra_annotate_popover_accept (SutraAnnotatePopover *self)
{
  g_return_if_fail (SUTRA_IS_ANNOTATE_POPOVER (self));
  choose (self, &self->guess_type, FALSE);
}

void
sutra_annotate_popover_accept_type (SutraAnnotatePopover *self, const SutraId *type)
{
  g_return_if_fail (SUTRA_IS_ANNOTATE_POPOVER (self));
  choose (self, type, FALSE);
}

void
sutra_annotate_popover_set_last_type (SutraAnnotatePopover *self, const SutraId *type)
{
  g_return_if_fail (SUTRA_IS_ANNOTATE_POPOVER (self));
  self->last_type = *type;
}

void
sutra_annotate_popover_get_span (SutraAnnotatePopover *self, guint *start, guint *end)
{
  g_return_if_fail (SUTRA_IS_ANNOTATE_POPOVER (self));
  *start = self->start;
  *end = self->end;
}

GArray *
sutra_annotate_popover_get_occurrences (SutraAnnotatePopover *self)
{
  g_return_val_if_fail (SUTRA_IS_ANNOTATE_POPOVER (self), NULL);
  return self->occurrences;
}
