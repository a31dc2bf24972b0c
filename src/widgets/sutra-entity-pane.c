/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-entity-pane-private.h"

#include "sutra-entity-line.h"

#include <glib/gi18n.h>

G_DEFINE_TYPE (SutraEntityPane, sutra_entity_pane, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SORT,
  PROP_SCOPE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const sort_names[] = {
  [SUTRA_ENTITY_SORT_FIRST_MENTION] = "first",
  [SUTRA_ENTITY_SORT_NAME] = "name",
  [SUTRA_ENTITY_SORT_COUNT] = "count",
};

GPtrArray *
sutra_entity_pane_dup_selected (SutraEntityPane *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));

  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      SutraEntityRow *row = g_list_model_get_item (G_LIST_MODEL (self->rows), gtk_bitset_get_nth (selected, i));

      if (row != NULL && sutra_entity_row_get_kind (row) != SUTRA_ENTITY_ROW_TYPE)
        g_ptr_array_add (rows, row);
      else
        g_clear_object (&row);
    }
  return rows;
}

static SutraArticle *
scope_article (SutraEntityPane *self)
{
  return self->whole_case ? NULL : self->article;
}

/* The window is there sooner without what only a choice fills. */
static void
ensure_details (SutraEntityPane *self)
{
  if (self->details != NULL)
    return;
  self->details = SUTRA_ENTITY_DETAILS (sutra_entity_details_new ());
  sutra_entity_details_set_case (self->details, self->the_case, self->selection);
  sutra_entity_details_set_date_format (self->details, self->date_format);
  gtk_widget_set_size_request (GTK_WIDGET (self->details), -1, self->details_height);
  gtk_paned_set_end_child (self->paned, GTK_WIDGET (self->details));
}

static void
show_details (SutraEntityPane *self)
{
  g_autoptr (GPtrArray) rows = sutra_entity_pane_dup_selected (self);
  SutraEntityRow *row = rows->len > 0 ? g_ptr_array_index (rows, rows->len - 1) : NULL;

  if (row != NULL)
    ensure_details (self);
  if (self->details == NULL)
    return;
  sutra_entity_details_set_row (self->details, row, scope_article (self));
  gtk_widget_set_visible (GTK_WIDGET (self->details), row != NULL);
}

/* The row that is chosen here is chosen everywhere. */
static void
selected_cb (SutraEntityPane *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  sutra_entity_pane_update_actions (self);
  show_details (self);
  if (self->following || self->selection == NULL)
    return;
  rows = sutra_entity_pane_dup_selected (self);
  if (rows->len == 1)
    {
      SutraEntityRow *row = g_ptr_array_index (rows, 0);

      self->following = TRUE;
      if (sutra_entity_row_get_kind (row) == SUTRA_ENTITY_ROW_ENTITY)
        sutra_selection_choose_entity (self->selection, sutra_entity_row_get_entity (row));
      else if (!sutra_id_is_null (sutra_entity_row_get_first_mention (row)))
        sutra_selection_choose_mention (self->selection, sutra_entity_row_get_first_mention (row));
      self->following = FALSE;
    }
}

/* What was chosen elsewhere is shown here. */
static void
selection_changed_cb (SutraEntityPane *self)
{
  const SutraId *id;
  guint position;

  if (self->following || self->list == NULL)
    return;
  id = sutra_selection_get_entity (self->selection);
  if (sutra_id_is_null (id))
    id = sutra_selection_get_mention (self->selection);
  position = sutra_id_is_null (id) ? GTK_INVALID_LIST_POSITION : sutra_entity_list_find (self->list, id);
  self->following = TRUE;
  if (position == GTK_INVALID_LIST_POSITION)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->rows));
  else
    {
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->rows), position, TRUE);
      gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
    }
  self->following = FALSE;
}

static void
update_state (SutraEntityPane *self)
{
  guint n = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
  guint mentions = self->list != NULL ? sutra_entity_list_get_n_mentions (self->list) : 0;
  gboolean filtered = *gtk_editable_get_text (GTK_EDITABLE (self->filter)) != '\0';
  g_autofree char *total = g_strdup_printf (ngettext ("%u mention", "%u mentions", mentions), mentions);

  gtk_label_set_text (self->total, total);
  gtk_widget_set_visible (GTK_WIDGET (self->total), mentions > 0);
  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (self->list == NULL || !sutra_entity_list_get_loading (self->list))
    gtk_stack_set_visible_child_name (self->stack, filtered ? "not-found" : "empty");
}

/* The list is refreshed off the main thread: what was to be selected may only now be there. */
static void
items_changed_cb (SutraEntityPane *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->rows));

  update_state (self);
  if (gtk_bitset_is_empty (selected) && self->selection != NULL)
    selection_changed_cb (self);
  show_details (self);
}

static void
filter_changed_cb (SutraEntityPane *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->filter));

  if (self->list != NULL)
    sutra_entity_list_set_filter (self->list, *text != '\0' ? text : NULL);
}

/* Escape empties the filter; where it is empty it goes back to the text. */
static void
filter_stopped_cb (SutraEntityPane *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->filter)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-text", NULL);
}

static void
activate_cb (SutraEntityPane *self, guint position)
{
  g_autoptr (SutraEntityRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row == NULL || self->selection == NULL)
    return;
  if (!sutra_id_is_null (sutra_entity_row_get_first_mention (row)) && sutra_entity_row_get_kind (row) != SUTRA_ENTITY_ROW_TYPE)
    sutra_selection_choose_mention (self->selection, sutra_entity_row_get_first_mention (row));
}

static void
dropped_cb (SutraEntityPane *self, const char *id, SutraEntityLine *item)
{
  SutraEntityRow *row = sutra_entity_line_get_row (item);
  SutraId into, other;

  if (row == NULL || !sutra_id_from_string (id, &other))
    return;
  into = *sutra_entity_row_get_entity (row);
  sutra_entity_pane_merge (self, &into, &other, 1);
}

static void
setup_cb (SutraEntityPane *self, GtkListItem *item)
{
  GtkWidget *widget = sutra_entity_line_new ();

  g_signal_connect_object (widget, "entity-dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, widget);
}

static void
bind_cb (SutraEntityPane *self, GtkListItem *item)
{
  SutraEntityRow *row = gtk_list_item_get_item (item);

  /* A type can be selected, though nothing comes of it: what cannot takes no focus, and stops the arrow keys. */
  gtk_list_item_set_activatable (item, sutra_entity_row_get_kind (row) != SUTRA_ENTITY_ROW_TYPE);
  sutra_entity_line_set_row (SUTRA_ENTITY_LINE (gtk_list_item_get_child (item)), row, sutra_case_get_tagset (self->the_case),
                             self->selection);
}

static void
unbind_cb (SutraEntityPane *self, GtkListItem *item)
{
  sutra_entity_line_set_row (SUTRA_ENTITY_LINE (gtk_list_item_get_child (item)), NULL, NULL, NULL);
}

/* Shows what can be done with the row under the pointer, selecting it unless it is one of several selected. */
static void
pressed_cb (SutraEntityPane *self, int n_press, double x, double y)
{
  GtkWidget *child = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *content = child;

  while (content != NULL && !SUTRA_IS_ENTITY_LINE (content))
    content =
        gtk_widget_get_parent (content) == GTK_WIDGET (self->view) ? gtk_widget_get_first_child (content) : gtk_widget_get_parent (content);
  if (content == NULL || sutra_entity_row_get_kind (sutra_entity_line_get_row (SUTRA_ENTITY_LINE (content))) == SUTRA_ENTITY_ROW_TYPE)
    return;
  if ((gtk_widget_get_state_flags (gtk_widget_get_parent (content)) & GTK_STATE_FLAG_SELECTED) == 0)
    gtk_widget_activate_action (gtk_widget_get_parent (content), "listitem.select", "(bb)", FALSE, FALSE);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), x, y, &x, &y);
  gtk_widget_activate_action (GTK_WIDGET (self), "entities.menu-at", "(ii)", (int) x, (int) y);
}

static void
apply_scope (SutraEntityPane *self)
{
  if (self->list != NULL)
    sutra_entity_list_set_article (self->list, scope_article (self));
  update_state (self);
  show_details (self);
}

static void
sutra_entity_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SutraEntityPane *self = SUTRA_ENTITY_PANE (object);

  switch (id)
    {
    case PROP_SORT:
      g_value_set_string (value, sort_names[self->sort]);
      break;
    case PROP_SCOPE:
      g_value_set_string (value, self->whole_case ? "case" : "article");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_sort (SutraEntityPane *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sort_names); i++)
    if (g_strcmp0 (name, sort_names[i]) == 0 && self->sort != (SutraEntitySort) i)
      {
        self->sort = i;
        if (self->list != NULL)
          sutra_entity_list_set_sort (self->list, i);
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
      }
}

static void
sutra_entity_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SutraEntityPane *self = SUTRA_ENTITY_PANE (object);

  switch (id)
    {
    case PROP_SORT:
      set_sort (self, g_value_get_string (value));
      break;
    case PROP_SCOPE:
      if (self->whole_case == (g_strcmp0 (g_value_get_string (value), "case") == 0))
        break;
      self->whole_case = !self->whole_case;
      apply_scope (self);
      g_object_notify_by_pspec (object, properties[PROP_SCOPE]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
release_case (SutraEntityPane *self)
{
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_clear_object (&self->article);
  g_clear_object (&self->selection);
  g_clear_object (&self->the_case);
}

static void
sutra_entity_pane_dispose (GObject *object)
{
  SutraEntityPane *self = SUTRA_ENTITY_PANE (object);

  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  release_case (self);
  g_clear_pointer ((GtkWidget **) &self->menu, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->paned, gtk_widget_unparent);
  G_OBJECT_CLASS (sutra_entity_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-entity-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraEntityPane, paned);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityPane, filter);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityPane, view);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityPane, rows);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityPane, menu);
  gtk_widget_class_bind_template_child (widget_class, SutraEntityPane, total);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
}

static void
sutra_entity_pane_class_init (SutraEntityPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sutra_entity_pane_get_property;
  object_class->set_property = sutra_entity_pane_set_property;
  object_class->dispose = sutra_entity_pane_dispose;

  properties[PROP_SORT] =
      g_param_spec_string ("sort", NULL, NULL, sort_names[0], G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SCOPE] =
      g_param_spec_string ("scope", NULL, NULL, "article", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entitypane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
  bind_template (widget_class);
  sutra_entity_pane_install_actions (widget_class);
}

static void
sutra_entity_pane_init (SutraEntityPane *self)
{
  self->details_height = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  update_state (self);
  sutra_entity_pane_update_actions (self);
}

GtkWidget *
sutra_entity_pane_new (void)
{
  return g_object_new (SUTRA_TYPE_ENTITY_PANE, NULL);
}

void
sutra_entity_pane_set_case (SutraEntityPane *self, SutraCase *the_case, SutraSelection *selection)
{
  g_return_if_fail (SUTRA_IS_ENTITY_PANE (self));

  if (self->the_case == the_case)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  gtk_multi_selection_set_model (self->rows, NULL);
  if (self->details != NULL)
    sutra_entity_details_set_case (self->details, NULL, NULL);
  release_case (self);
  if (the_case != NULL)
    {
      self->the_case = g_object_ref (the_case);
      self->selection = g_object_ref (selection);
      g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
      self->list = sutra_entity_list_new (the_case);
      sutra_entity_list_set_sort (self->list, self->sort);
      if (self->details != NULL)
        sutra_entity_details_set_case (self->details, the_case, selection);
      gtk_multi_selection_set_model (self->rows, G_LIST_MODEL (self->list));
      /* After the selection model, which must have taken a change in before it is looked at. */
      g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->list, "notify::n-mentions", G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
    }
  update_state (self);
  show_details (self);
}

void
sutra_entity_pane_set_article (SutraEntityPane *self, SutraArticle *article)
{
  g_return_if_fail (SUTRA_IS_ENTITY_PANE (self));
  if (g_set_object (&self->article, article))
    apply_scope (self);
}

int
sutra_entity_pane_get_details_height (SutraEntityPane *self)
{
  g_return_val_if_fail (SUTRA_IS_ENTITY_PANE (self), 0);
  return gtk_widget_get_height (GTK_WIDGET (self->paned)) - gtk_paned_get_position (self->paned);
}

void
sutra_entity_pane_set_details_height (SutraEntityPane *self, int height)
{
  g_return_if_fail (SUTRA_IS_ENTITY_PANE (self));
  self->details_height = CLAMP (height, 180, 320);
  if (self->details != NULL)
    gtk_widget_set_size_request (GTK_WIDGET (self->details), -1, self->details_height);
}

void
sutra_entity_pane_set_date_format (SutraEntityPane *self, SutraEdtfFormat format)
{
  g_return_if_fail (SUTRA_IS_ENTITY_PANE (self));

  self->date_format = format;
  if (self->details != NULL)
    sutra_entity_details_set_date_format (self->details, format);
}

void
sutra_entity_pane_focus_filter (SutraEntityPane *self)
{
  g_return_if_fail (SUTRA_IS_ENTITY_PANE (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
}
