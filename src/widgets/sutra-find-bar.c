/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-find-bar.h"

#include <glib/gi18n.h>

struct _SutraFindBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkSearchEntry *entry;
  GtkLabel *count;

  SutraText *text; /* (nullable) (owned) */
  gsize origin;
  GArray *found; /* (nullable) (owned) SutraRange */
  int current;
  GCancellable *cancellable; /* of the search under way */
};

G_DEFINE_TYPE (SutraFindBar, sutra_find_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS
};

enum
{
  FOUND,
  CLOSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

typedef struct
{
  SutraText *text;
  char *query;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  sutra_text_unref (search->text);
  g_free (search->query);
  g_free (search);
}

static void
show_current (SutraFindBar *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *label = NULL;

  if (*query == '\0')
    label = g_strdup ("");
  else if (self->found == NULL || self->found->len == 0)
    label = g_strdup (_ ("Not found"));
  else
    /* Translators: which result of how many: "3 of 12" */
    label = g_strdup_printf (_ ("%d of %u"), self->current + 1, self->found->len);
  gtk_label_set_text (self->count, label);
  if (*query != '\0' && self->found != NULL && self->found->len == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find-bar.next", self->found != NULL && self->found->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find-bar.previous", self->found != NULL && self->found->len > 0);
  g_signal_emit (self, signals[FOUND], 0, self->found, self->current);
}

static void
take_found (SutraFindBar *self, GArray *found)
{
  g_clear_pointer (&self->found, g_array_unref);
  self->found = found;
  self->current = -1;
  if (found != NULL && found->len > 0)
    {
      self->current = 0;
      for (guint i = 0; i < found->len; i++)
        if (g_array_index (found, SutraRange, i).end > self->origin)
          {
            self->current = i;
            break;
          }
    }
  show_current (self);
}

static void
search_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;
  GError *error = NULL;
  GArray *found = sutra_find_all (search->text, search->query, cancellable, &error);

  if (found == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, found, (GDestroyNotify) g_array_unref);
}

static void
searched_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  SutraFindBar *self = SUTRA_FIND_BAR (object);
  GArray *found = g_task_propagate_pointer (G_TASK (result), NULL);

  /* A cancelled search was replaced by a newer one. */
  if (found != NULL)
    take_found (self, found);
}

static void
start_search (SutraFindBar *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  Search *search;
  GTask *task;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->text == NULL || *query == '\0' || !gtk_revealer_get_reveal_child (self->revealer))
    {
      take_found (self, NULL);
      return;
    }
  self->cancellable = g_cancellable_new ();
  search = g_new (Search, 1);
  search->text = sutra_text_ref (self->text);
  search->query = g_strdup (query);
  task = g_task_new (self, self->cancellable, searched_cb, NULL);
  g_task_set_source_tag (task, start_search);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_thread);
  g_object_unref (task);
}

static void
step (SutraFindBar *self, int by)
{
  int n;

  if (self->found == NULL || self->found->len == 0)
    return;
  n = (int) self->found->len;
  self->current = (self->current + by + n) % n;
  show_current (self);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (SUTRA_FIND_BAR (widget), 1);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (SUTRA_FIND_BAR (widget), -1);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  sutra_find_bar_close (SUTRA_FIND_BAR (widget));
}

static void
search_changed_cb (SutraFindBar *self)
{
  start_search (self);
}

static void
activate_cb (SutraFindBar *self)
{
  step (self, 1);
}

static void
previous_cb (SutraFindBar *self)
{
  step (self, -1);
}

static void
stop_cb (SutraFindBar *self)
{
  sutra_find_bar_close (self);
}

static void
sutra_find_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, gtk_revealer_get_reveal_child (SUTRA_FIND_BAR (object)->revealer));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sutra_find_bar_dispose (GObject *object)
{
  SutraFindBar *self = SUTRA_FIND_BAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->text, sutra_text_unref);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer ((GtkWidget **) &self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (sutra_find_bar_parent_class)->dispose (object);
}

static void
sutra_find_bar_class_init (SutraFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sutra_find_bar_get_property;
  object_class->dispose = sutra_find_bar_dispose;

  properties[PROP_OPEN] =
      g_param_spec_boolean ("open", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[FOUND] =
      g_signal_new ("found", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_INT);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-find-bar.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_bind_template_child (widget_class, SutraFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SutraFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, SutraFindBar, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);

  gtk_widget_class_install_action (widget_class, "find-bar.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "find-bar.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "find-bar.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, "find-bar.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "find-bar.close", NULL);
}

static void
sutra_find_bar_init (SutraFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->current = -1;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find-bar.next", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find-bar.previous", FALSE);
}

GtkWidget *
sutra_find_bar_new (void)
{
  return g_object_new (SUTRA_TYPE_FIND_BAR, NULL);
}

void
sutra_find_bar_set_text (SutraFindBar *self, SutraText *text)
{
  g_return_if_fail (SUTRA_IS_FIND_BAR (self));

  if (self->text == text)
    return;
  g_clear_pointer (&self->text, sutra_text_unref);
  self->text = text != NULL ? sutra_text_ref (text) : NULL;
  self->origin = 0;
  start_search (self);
}

void
sutra_find_bar_set_origin (SutraFindBar *self, gsize cp)
{
  g_return_if_fail (SUTRA_IS_FIND_BAR (self));
  self->origin = cp;
}

void
sutra_find_bar_open (SutraFindBar *self, const char *query)
{
  gboolean was_open;

  g_return_if_fail (SUTRA_IS_FIND_BAR (self));

  was_open = gtk_revealer_get_reveal_child (self->revealer);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  if (query != NULL && *query != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  if (!was_open)
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
      start_search (self);
    }
}

void
sutra_find_bar_close (SutraFindBar *self)
{
  g_return_if_fail (SUTRA_IS_FIND_BAR (self));

  if (!gtk_revealer_get_reveal_child (self->revealer))
    return;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  start_search (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
  g_signal_emit (self, signals[CLOSED], 0);
}
