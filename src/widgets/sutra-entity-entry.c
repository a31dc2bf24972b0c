/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-entity-entry.h"

#include "sutra-type-badge.h"

#include <glib/gi18n.h>

#define MAX_OFFERS 5

struct _SutraEntityEntry
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkEntry *entry;
  GtkListBox *offers;

  SutraCase *the_case; /* (nullable) (owned) */
  SutraId type;
  gboolean only;
  SutraId entity; /* chosen, or the null id */
  SutraId entity_type;
  GPtrArray *completions; /* (owned) SutraCompletion *, one for each row of @offers */
  gboolean setting;       /* a change that is not the user's */
};

G_DEFINE_TYPE (SutraEntityEntry, sutra_entity_entry, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkWidget *
offer_new (SutraEntityEntry *self, const SutraCompletion *completion)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *badge = sutra_type_badge_new ();
  GtkWidget *label = gtk_label_new (completion->label);
  GtkWidget *extra;
  /* Translators: a number alone: “%Iu” shows it in the digits of your language. */
  g_autofree char *count = g_strdup_printf (_ ("%u"), completion->mention_count);

  sutra_type_badge_set_entity_type (SUTRA_TYPE_BADGE (badge), sutra_tagset_get (sutra_case_get_tagset (self->the_case), &completion->type));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_box_append (GTK_BOX (box), label);
  if (completion->matched != NULL)
    {
      extra = gtk_label_new (completion->matched);
      gtk_label_set_ellipsize (GTK_LABEL (extra), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (extra, "dim-label");
      gtk_box_append (GTK_BOX (box), extra);
    }
  extra = gtk_label_new (count);
  gtk_widget_add_css_class (extra, "dim-label");
  gtk_widget_add_css_class (extra, "numeric");
  gtk_box_append (GTK_BOX (box), extra);
  return box;
}

static void
clear_offers (SutraEntityEntry *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->offers))) != NULL)
    gtk_list_box_remove (self->offers, row);
  g_ptr_array_set_size (self->completions, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->offers), FALSE);
}

static void
offer (SutraEntityEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) found = NULL;

  clear_offers (self);
  if (self->the_case == NULL || *text == '\0')
    return;
  found = sutra_case_complete_entity (self->the_case, text, sutra_id_is_null (&self->type) ? NULL : &self->type, MAX_OFFERS, NULL);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      SutraCompletion *completion = g_ptr_array_index (found, i);
      SutraCompletion *copy;

      if (self->only && !sutra_id_equal (&completion->type, &self->type))
        continue;
      gtk_list_box_append (self->offers, offer_new (self, completion));
      copy = g_new0 (SutraCompletion, 1);
      copy->entity = completion->entity;
      copy->type = completion->type;
      copy->label = g_strdup (completion->label);
      g_ptr_array_add (self->completions, copy);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->offers), self->completions->len > 0);
}

static void
take_offer (SutraEntityEntry *self, GtkListBoxRow *row)
{
  const SutraCompletion *completion;
  int index = gtk_list_box_row_get_index (row);

  if (index < 0 || (guint) index >= self->completions->len)
    return;
  completion = g_ptr_array_index (self->completions, index);
  self->entity = completion->entity;
  self->entity_type = completion->type;
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), completion->label);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->setting = FALSE;
  g_signal_emit (self, signals[EDITED], 0);
}

static void
changed_cb (SutraEntityEntry *self)
{
  if (self->setting)
    return;
  self->entity = SUTRA_ID_NULL;
  self->entity_type = SUTRA_ID_NULL;
  offer (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
activate_cb (SutraEntityEntry *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->offers);

  if (row != NULL)
    take_offer (self, row);
  clear_offers (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
row_activated_cb (SutraEntityEntry *self, GtkListBoxRow *row)
{
  take_offer (self, row);
  clear_offers (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
key_pressed_cb (SutraEntityEntry *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row;
  int index;

  if (self->completions->len == 0 || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_selected_row (self->offers);
  index = row == NULL ? -1 : gtk_list_box_row_get_index (row);
  index += keyval == GDK_KEY_Down ? 1 : -1;
  row = index < 0 ? NULL : gtk_list_box_get_row_at_index (self->offers, MIN (index, (int) self->completions->len - 1));
  gtk_list_box_select_row (self->offers, row);
  return GDK_EVENT_STOP;
}

static gboolean
sutra_entity_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SUTRA_ENTITY_ENTRY (widget)->entry));
}

static void
sutra_entity_entry_dispose (GObject *object)
{
  SutraEntityEntry *self = SUTRA_ENTITY_ENTRY (object);

  g_clear_object (&self->the_case);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sutra_entity_entry_parent_class)->dispose (object);
}

static void
sutra_entity_entry_finalize (GObject *object)
{
  g_ptr_array_unref (SUTRA_ENTITY_ENTRY (object)->completions);
  G_OBJECT_CLASS (sutra_entity_entry_parent_class)->finalize (object);
}

static void
sutra_entity_entry_class_init (SutraEntityEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sutra_entity_entry_dispose;
  object_class->finalize = sutra_entity_entry_finalize;
  widget_class->grab_focus = sutra_entity_entry_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-entity-entry.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entityentry");
  gtk_widget_class_bind_template_child (widget_class, SutraEntityEntry, box);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityEntry, offers);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
sutra_entity_entry_init (SutraEntityEntry *self)
{
  self->completions = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_completion_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_entity_entry_new (void)
{
  return g_object_new (SUTRA_TYPE_ENTITY_ENTRY, NULL);
}

void
sutra_entity_entry_set_case (SutraEntityEntry *self, SutraCase *the_case)
{
  g_return_if_fail (SUTRA_IS_ENTITY_ENTRY (self));
  if (g_set_object (&self->the_case, the_case))
    clear_offers (self);
}

void
sutra_entity_entry_set_entity_type (SutraEntityEntry *self, const SutraId *type, gboolean only)
{
  g_return_if_fail (SUTRA_IS_ENTITY_ENTRY (self));
  self->type = type != NULL ? *type : SUTRA_ID_NULL;
  self->only = only && type != NULL;
}

void
sutra_entity_entry_set_name (SutraEntityEntry *self, const char *name, const SutraId *entity)
{
  g_return_if_fail (SUTRA_IS_ENTITY_ENTRY (self));

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name != NULL ? name : "");
  self->setting = FALSE;
  self->entity = entity != NULL ? *entity : SUTRA_ID_NULL;
  self->entity_type = SUTRA_ID_NULL;
  if (!sutra_id_is_null (&self->entity) && self->the_case != NULL)
    {
      g_autoptr (SutraEntity) object = sutra_case_get_entity (self->the_case, &self->entity, NULL);

      if (object != NULL)
        self->entity_type = *sutra_entity_get_type_id (object);
    }
  clear_offers (self);
}

const char *
sutra_entity_entry_get_name (SutraEntityEntry *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_ENTRY (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
sutra_entity_entry_get_entity (SutraEntityEntry *self, SutraId *entity, SutraId *type)
{
  g_return_if_fail (SUTRA_IS_ENTITY_ENTRY (self));
  *entity = self->entity;
  if (type != NULL)
    *type = self->entity_type;
}
