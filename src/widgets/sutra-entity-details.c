/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-entity-details.h"

#include "sutra-feedback.h"
#include "sutra-mention-list.h"
#include "sutra-mention-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _SutraEntityDetails
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkStack *stack;
  GtkStackPage *mentions_page;
  GtkStackPage *details_page;
  AdwEntryRow *name;
  AdwEntryRow *link; /* names the entity of unlinked mentions */
  AdwExpanderRow *aliases;
  AdwEntryRow *new_alias;
  AdwExpanderRow *attributes;
  AdwEntryRow *new_attribute;
  GtkTextView *notes;
  GtkWidget *link_box;
  GtkListView *mentions;
  GtkSingleSelection *mentions_selection;

  SutraCase *the_case;       /* (nullable) (owned) */
  SutraSelection *selection; /* (nullable) (owned) */
  SutraEntityRow *row;       /* (nullable) (owned) */
  SutraArticle *article;     /* (nullable) (owned) the scope */
  SutraEntity *entity;       /* (nullable) (owned) */
  SutraMentionList *list;    /* (nullable) (owned) */
  SutraEdtfFormat dates;
  GPtrArray *alias_rows;     /* (owned) of borrowed rows */
  GPtrArray *attribute_rows; /* (owned) of borrowed rows */
};

G_DEFINE_TYPE (SutraEntityDetails, sutra_entity_details, GTK_TYPE_WIDGET)

static void
report (SutraEntityDetails *self, gboolean done, GError *error)
{
  if (done)
    return;
  sutra_feedback_failed (GTK_WIDGET (self), error);
  g_error_free (error);
}

static void
set_field (SutraEntityDetails *self, const char *key, const char *value)
{
  const char *pairs[] = { key, value, NULL };
  GError *error = NULL;

  report (self, sutra_case_set (self->the_case, sutra_entity_get_id (self->entity), pairs, &error), error);
}

static GtkWidget *
remove_button_new (const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  return button;
}

static void
clear_rows (AdwExpanderRow *expander, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_remove (expander, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
remove_alias_cb (SutraEntityDetails *self, GtkButton *button)
{
  const SutraId *id = g_object_get_data (G_OBJECT (button), "alias");
  SutraId alias = *id;
  GError *error = NULL;

  report (self, sutra_case_delete_alias (self->the_case, &alias, &error), error);
}

static void
remove_attribute_cb (SutraEntityDetails *self, GtkButton *button)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "attribute"));
  GError *error = NULL;

  report (self, sutra_case_set_attribute (self->the_case, sutra_entity_get_id (self->entity), name, NULL, &error), error);
}

static void
attribute_apply_cb (SutraEntityDetails *self, AdwEntryRow *row)
{
  g_autofree char *name = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  g_autofree char *value = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  GError *error = NULL;

  report (self, sutra_case_set_attribute (self->the_case, sutra_entity_get_id (self->entity), name, *value != '\0' ? value : NULL, &error),
          error);
}

static void
fill_aliases (SutraEntityDetails *self)
{
  GPtrArray *aliases = self->entity != NULL ? sutra_entity_get_aliases (self->entity) : NULL;
  guint n = aliases != NULL ? aliases->len : 0;
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u name", "%u names", n), n);

  clear_rows (self->aliases, self->alias_rows);
  for (guint i = 0; i < n; i++)
    {
      const SutraAlias *alias = g_ptr_array_index (aliases, i);
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = remove_button_new (_ ("Remove This Name"));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), alias->text);
      g_object_set_data_full (G_OBJECT (button), "alias", g_memdup2 (&alias->id, sizeof alias->id), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_alias_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      adw_expander_row_add_row (self->aliases, row);
      g_ptr_array_add (self->alias_rows, row);
    }
  adw_expander_row_set_subtitle (self->aliases, subtitle);
}

static void
fill_attributes (SutraEntityDetails *self)
{
  GPtrArray *attributes = self->entity != NULL ? sutra_entity_get_attributes (self->entity) : NULL;
  guint n = attributes != NULL ? attributes->len : 0;
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u attribute", "%u attributes", n), n);

  clear_rows (self->attributes, self->attribute_rows);
  for (guint i = 0; i < n; i++)
    {
      const SutraAttribute *attribute = g_ptr_array_index (attributes, i);
      GtkWidget *row = adw_entry_row_new ();
      GtkWidget *button = remove_button_new (_ ("Remove This Attribute"));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), attribute->name);
      gtk_editable_set_text (GTK_EDITABLE (row), attribute->value);
      adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (button), "attribute", g_strdup (attribute->name), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (remove_attribute_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "apply", G_CALLBACK (attribute_apply_cb), self, G_CONNECT_SWAPPED);
      adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
      adw_expander_row_add_row (self->attributes, row);
      g_ptr_array_add (self->attribute_rows, row);
    }
  adw_expander_row_set_subtitle (self->attributes, subtitle);
}

static void
fill_fields (SutraEntityDetails *self)
{
  const char *notes = self->entity != NULL ? sutra_entity_get_notes (self->entity) : NULL;
  const char *label = self->entity != NULL ? sutra_entity_get_label (self->entity) : NULL;

  /* Without the button while it is set, or the row would offer to apply what is there already. */
  adw_entry_row_set_show_apply_button (self->name, FALSE);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->name)), label != NULL ? label : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->name), label != NULL ? label : "");
  adw_entry_row_set_show_apply_button (self->name, TRUE);
  if (!gtk_widget_has_focus (GTK_WIDGET (self->notes)))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes), notes != NULL ? notes : "", -1);
}

static void
name_apply_cb (SutraEntityDetails *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));

  if (self->entity == NULL)
    return;
  if (*g_strstrip (name) == '\0')
    fill_fields (self);
  else if (g_strcmp0 (name, sutra_entity_get_label (self->entity)) != 0)
    set_field (self, "label", name);
}

static void
new_alias_apply_cb (SutraEntityDetails *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->new_alias)));
  GError *error = NULL;

  if (self->entity == NULL || *g_strstrip (text) == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->new_alias), "");
  report (self, sutra_case_add_alias (self->the_case, sutra_entity_get_id (self->entity), text, NULL, NULL, &error), error);
}

/* "name: value" or "name = value" adds both at once; a name alone gets an empty value to fill in. */
static void
new_attribute_apply_cb (SutraEntityDetails *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->new_attribute)));
  g_auto (GStrv) parts = g_strsplit_set (text, ":=", 2);
  GError *error = NULL;

  if (self->entity == NULL || parts[0] == NULL || *g_strstrip (parts[0]) == '\0')
    return;
  if (parts[1] == NULL || *g_strstrip (parts[1]) == '\0')
    {
      sutra_feedback_note (GTK_WIDGET (self), _ ("Type a name and a value with a colon between them, such as “rank: general”."));
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->new_attribute), "");
  report (self, sutra_case_set_attribute (self->the_case, sutra_entity_get_id (self->entity), parts[0], parts[1], &error), error);
}

static void
notes_leave_cb (SutraEntityDetails *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  const char *now;

  if (self->entity == NULL || sutra_entity_get_deleted (self->entity))
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  now = sutra_entity_get_notes (self->entity);
  if (g_strcmp0 (text, now != NULL ? now : "") != 0)
    set_field (self, "notes", text);
}

/* Links every mention of an unlinked row to one entity. */
static void
link_apply_cb (SutraEntityDetails *self)
{
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->link)));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SutraId));
  GError *error = NULL;

  if (self->list == NULL || *g_strstrip (name) == '\0')
    return;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    {
      g_autoptr (SutraMention) mention = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      g_array_append_vals (ids, sutra_mention_get_id (mention), 1);
    }
  if (ids->len > 0)
    report (self, sutra_case_link_mentions_to_label (self->the_case, (const SutraId *) (gpointer) ids->data, ids->len, name, NULL, &error),
            error);
}

static void
mention_setup_cb (SutraEntityDetails *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, sutra_mention_row_new ());
}

static void
mention_bind_cb (SutraEntityDetails *self, GtkListItem *item)
{
  sutra_mention_row_set_mention (SUTRA_MENTION_ROW (gtk_list_item_get_child (item)), self->the_case, gtk_list_item_get_item (item),
                                 self->article == NULL, self->dates);
}

static void
mention_unbind_cb (SutraEntityDetails *self, GtkListItem *item)
{
  sutra_mention_row_set_mention (SUTRA_MENTION_ROW (gtk_list_item_get_child (item)), NULL, NULL, FALSE, SUTRA_EDTF_FORMAT_DEFAULT);
}

static void
mention_activate_cb (SutraEntityDetails *self, guint position)
{
  g_autoptr (SutraMention) mention = g_list_model_get_item (G_LIST_MODEL (self->mentions_selection), position);

  if (mention != NULL && self->selection != NULL)
    sutra_selection_choose_mention (self->selection, sutra_mention_get_id (mention));
}

static void
mentions_changed_cb (SutraEntityDetails *self)
{
  guint n = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
  g_autofree char *heading = g_strdup_printf (ngettext ("%u Mention", "%u Mentions", n), n);

  gtk_stack_page_set_title (self->mentions_page, heading);
}

static void
set_entity (SutraEntityDetails *self, SutraEntity *entity)
{
  if (self->entity != NULL)
    {
      notes_leave_cb (self);
      g_signal_handlers_disconnect_by_data (self->entity, self);
    }
  g_set_object (&self->entity, entity);
  if (entity != NULL)
    {
      g_signal_connect_object (entity, "notify", G_CALLBACK (fill_fields), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (entity, "aliases-changed", G_CALLBACK (fill_aliases), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (entity, "attributes-changed", G_CALLBACK (fill_attributes), self, G_CONNECT_SWAPPED);
    }
  fill_fields (self);
  fill_aliases (self);
  fill_attributes (self);
}

static void
set_list (SutraEntityDetails *self, SutraMentionList *list)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  gtk_single_selection_set_model (self->mentions_selection, NULL);
  g_set_object (&self->list, list);
  if (list != NULL)
    {
      g_signal_connect_object (list, "items-changed", G_CALLBACK (mentions_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_single_selection_set_model (self->mentions_selection, G_LIST_MODEL (list));
    }
  mentions_changed_cb (self);
}

static void
sutra_entity_details_dispose (GObject *object)
{
  SutraEntityDetails *self = SUTRA_ENTITY_DETAILS (object);

  if (self->entity != NULL)
    g_signal_handlers_disconnect_by_data (self->entity, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->entity);
  g_clear_object (&self->list);
  g_clear_object (&self->row);
  g_clear_object (&self->article);
  g_clear_object (&self->selection);
  g_clear_object (&self->the_case);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sutra_entity_details_parent_class)->dispose (object);
}

static void
sutra_entity_details_finalize (GObject *object)
{
  SutraEntityDetails *self = SUTRA_ENTITY_DETAILS (object);

  g_ptr_array_unref (self->alias_rows);
  g_ptr_array_unref (self->attribute_rows);
  G_OBJECT_CLASS (sutra_entity_details_parent_class)->finalize (object);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, name_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_alias_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_attribute_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, notes_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, mention_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, mention_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, mention_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, mention_activate_cb);
}

static void
sutra_entity_details_class_init (SutraEntityDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sutra_entity_details_dispose;
  object_class->finalize = sutra_entity_details_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-entity-details.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entitydetails");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityDetails, box);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityDetails, mentions_page);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityDetails, details_page);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityDetails, link_box);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityDetails, name);
  gtk_widget_class_bind_template_child_full (widget_class, "link_row", FALSE, G_STRUCT_OFFSET (SutraEntityDetails, link));
  gtk_widget_class_bind_template_child (widget_class, SutraEntityDetails, aliases);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityDetails, new_alias);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityDetails, attributes);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityDetails, new_attribute);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityDetails, notes);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityDetails, mentions);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityDetails, mentions_selection);
  bind_callbacks (widget_class);
}

static void
sutra_entity_details_init (SutraEntityDetails *self)
{
  self->alias_rows = g_ptr_array_new ();
  self->attribute_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_entity_details_new (void)
{
  return g_object_new (SUTRA_TYPE_ENTITY_DETAILS, NULL);
}

void
sutra_entity_details_set_case (SutraEntityDetails *self, SutraCase *the_case, SutraSelection *selection)
{
  g_return_if_fail (SUTRA_IS_ENTITY_DETAILS (self));

  if (self->the_case == the_case)
    return;
  sutra_entity_details_set_row (self, NULL, NULL);
  g_set_object (&self->the_case, the_case);
  g_set_object (&self->selection, selection);
}

void
sutra_entity_details_set_row (SutraEntityDetails *self, SutraEntityRow *row, SutraArticle *article)
{
  g_autoptr (SutraEntity) entity = NULL;
  g_autoptr (SutraMentionList) list = NULL;
  const SutraId *scope = article != NULL ? sutra_article_get_id (article) : NULL;

  g_return_if_fail (SUTRA_IS_ENTITY_DETAILS (self));
  g_return_if_fail (row == NULL || SUTRA_IS_ENTITY_ROW (row));

  if (row == self->row && article == self->article)
    return;
  g_set_object (&self->row, row);
  g_set_object (&self->article, article);
  if (row != NULL && sutra_entity_row_get_kind (row) == SUTRA_ENTITY_ROW_ENTITY)
    {
      entity = sutra_case_get_entity (self->the_case, sutra_entity_row_get_entity (row), NULL);
      list = sutra_mention_list_new (self->the_case, scope, sutra_entity_row_get_entity (row), NULL, NULL);
    }
  else if (row != NULL && sutra_entity_row_get_kind (row) == SUTRA_ENTITY_ROW_MENTIONS)
    {
      list = sutra_mention_list_new (self->the_case, scope, NULL, sutra_entity_row_get_type_id (row), sutra_entity_row_get_key (row));
      gtk_editable_set_text (GTK_EDITABLE (self->link), sutra_entity_row_get_label (row));
    }
  set_entity (self, entity);
  set_list (self, list);
  gtk_stack_page_set_visible (self->details_page, entity != NULL);
  if (entity == NULL)
    gtk_stack_set_visible_child_name (self->stack, "mentions");
  gtk_widget_set_visible (self->link_box, row != NULL && entity == NULL);
}

void
sutra_entity_details_rename (SutraEntityDetails *self)
{
  g_return_if_fail (SUTRA_IS_ENTITY_DETAILS (self));
  if (self->entity == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "details");
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  gtk_editable_select_region (GTK_EDITABLE (self->name), 0, -1);
}

void
sutra_entity_details_set_date_format (SutraEntityDetails *self, SutraEdtfFormat format)
{
  g_return_if_fail (SUTRA_IS_ENTITY_DETAILS (self));

  if (self->dates == format)
    return;
  self->dates = format;
  /* Binds its rows anew. */
  g_object_ref (self->mentions_selection);
  gtk_list_view_set_model (self->mentions, NULL);
  gtk_list_view_set_model (self->mentions, GTK_SELECTION_MODEL (self->mentions_selection));
  g_object_unref (self->mentions_selection);
}
