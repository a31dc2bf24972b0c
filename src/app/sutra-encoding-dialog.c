/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-encoding-dialog.h"

#include <glib/gi18n.h>

#include "sutra-decode-legacy.h"
#include "sutra-decode.h"

/* The trial that finds out by itself (byte order mark, NUL bytes, UTF-8). */
#define AUTOMATIC G_MAXUINT
/* As much of the text as is shown. */
#define PREVIEW_LINES 40
#define PREVIEW_CHARS 4000

typedef struct
{
  gboolean tried;
  gboolean fits;
  char *preview; /* the text's beginning, or the error's message */
} Trial;

struct _SutraEncodingDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkListBox *list;
  GtkStack *stack;
  GtkTextView *view;
  GtkLabel *reason;

  GBytes *bytes;             /* (owned) (nullable) */
  GArray *trials;            /* Trial, as sutra_decode_encodings() */
  GCancellable *cancellable; /* (owned) cancelled when the dialog closes */
  gboolean guessed;          /* the automatic trial is done */
  gboolean touched;          /* the user has selected one */
  gboolean selecting;
  gboolean chosen;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SutraEncodingDialog, sutra_encoding_dialog, ADW_TYPE_WINDOW)

static void
trial_clear (gpointer data)
{
  g_free (((Trial *) data)->preview);
}

static int
get_selected (SutraEncodingDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static void
update (SutraEncodingDialog *self)
{
  int selected = get_selected (self);
  const Trial *trial = selected >= 0 ? &g_array_index (self->trials, Trial, selected) : NULL;

  if (trial != NULL && trial->tried && trial->fits)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), trial->preview, -1);
  else if (trial != NULL && trial->tried)
    gtk_label_set_text (self->reason, trial->preview);
  gtk_stack_set_visible_child_name (self->stack, trial == NULL || !trial->tried ? "trying" : trial->fits ? "text" : "reason");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "encoding.open", trial != NULL && trial->tried && trial->fits);
}

static void
select_row (SutraEncodingDialog *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);

  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->selecting = FALSE;
}

/* ---- Trying ---- */

typedef struct
{
  GBytes *bytes;
  guint index;
  char *used; /* (nullable) what an automatic trial found */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->bytes);
  g_free (job->used);
  g_free (job);
}

static char *
dup_beginning (GBytes *text)
{
  gsize size;
  const char *start = g_bytes_get_data (text, &size);
  const char *end = start + size;
  const char *p = start;
  guint lines = 0;

  for (guint n = 0; p < end && n < PREVIEW_CHARS && lines < PREVIEW_LINES; n++)
    {
      lines += *p == '\n';
      p = g_utf8_next_char (p);
    }
  return g_strndup (start, p - start);
}

static void
try_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  const char *encoding = job->index != AUTOMATIC ? sutra_decode_encodings ()[job->index].name : NULL;
  g_autoptr (GBytes) text = sutra_decode (job->bytes, encoding, &job->used, &error);

  if (text != NULL)
    g_task_return_pointer (task, dup_beginning (text), g_free);
  else
    g_task_return_error (task, error);
}

static void try_next (SutraEncodingDialog *self);

static guint
find_encoding (SutraEncodingDialog *self, const char *name)
{
  for (guint i = 0; i < self->trials->len; i++)
    {
      if (g_strcmp0 (sutra_decode_encodings ()[i].name, name) == 0)
        return i;
    }
  return AUTOMATIC;
}

/* Two bytes of any text make some sign of UTF-16, and any character is some code of a Bijoy font: that it fits says nothing. */
static gboolean
is_likely (guint index)
{
  return !sutra_decode_is_legacy (sutra_decode_encodings ()[index].name) &&
         !g_str_has_prefix (sutra_decode_encodings ()[index].name, "UTF-16");
}

static void
note_trial (SutraEncodingDialog *self, guint index, char *preview, const GError *error)
{
  Trial *trial = &g_array_index (self->trials, Trial, index);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);

  g_free (trial->preview);
  trial->tried = TRUE;
  trial->fits = preview != NULL;
  trial->preview = preview != NULL ? preview : g_strdup (error->message);
  if (!trial->fits)
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "dim-label");
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ ("Does not fit"), -1);
    }
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SutraEncodingDialog *self = SUTRA_ENCODING_DIALOG (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *preview = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean fits = preview != NULL;
  guint index = job->index;

  /* Closed meanwhile. */
  if (self->bytes == NULL)
    return;
  if (index == AUTOMATIC)
    {
      self->guessed = TRUE;
      index = fits ? find_encoding (self, job->used) : AUTOMATIC;
    }
  if (index != AUTOMATIC)
    {
      note_trial (self, index, g_steal_pointer (&preview), error);
      if (fits && !self->touched && get_selected (self) < 0 && (job->index == AUTOMATIC || is_likely (index)))
        select_row (self, index);
    }
  update (self);
  try_next (self);
}

/* None that is likely fits: any that does, else the first one, which says why not. */
static void
select_any (SutraEncodingDialog *self)
{
  guint index = 0;

  while (index < self->trials->len && !g_array_index (self->trials, Trial, index).fits)
    index++;
  select_row (self, index < self->trials->len ? index : 0);
  update (self);
}

/* One after the other, the one that the user waits for first. */
static void
try_next (SutraEncodingDialog *self)
{
  g_autoptr (GTask) task = NULL;
  int selected = get_selected (self);
  guint next = 0;
  Job *job = NULL;

  while (next < self->trials->len && g_array_index (self->trials, Trial, next).tried)
    next++;
  if (selected >= 0 && !g_array_index (self->trials, Trial, selected).tried)
    next = (guint) selected;
  if (!self->guessed)
    next = AUTOMATIC;
  else if (next == self->trials->len)
    {
      if (selected < 0 && next > 0)
        select_any (self);
      return;
    }
  job = g_new0 (Job, 1);
  job->bytes = g_bytes_ref (self->bytes);
  job->index = next;
  task = g_task_new (self, self->cancellable, tried_cb, NULL);
  g_task_set_source_tag (task, try_next);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, try_thread);
}

/* ---- Callbacks ---- */

static void
row_selected_cb (SutraEncodingDialog *self, GtkListBoxRow *row, GtkListBox *list)
{
  if (self->bytes == NULL)
    return;
  self->touched |= !self->selecting;
  update (self);
}

static void
row_activated_cb (SutraEncodingDialog *self, GtkListBoxRow *row, GtkListBox *list)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "encoding.open", NULL);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraEncodingDialog *self = SUTRA_ENCODING_DIALOG (widget);
  int selected = get_selected (self);

  if (selected < 0 || self->chosen)
    return;
  self->chosen = TRUE;
  g_signal_emit (self, signals[CHOSEN], 0, sutra_decode_encodings ()[selected].name);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- Object ---- */

/* A window is closed when it is unmapped: what is under way keeps a reference, so that dispose may come much later. */
static void
sutra_encoding_dialog_unmap (GtkWidget *widget)
{
  SutraEncodingDialog *self = SUTRA_ENCODING_DIALOG (widget);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  GTK_WIDGET_CLASS (sutra_encoding_dialog_parent_class)->unmap (widget);
}

static void
sutra_encoding_dialog_dispose (GObject *object)
{
  SutraEncodingDialog *self = SUTRA_ENCODING_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), SUTRA_TYPE_ENCODING_DIALOG);
  G_OBJECT_CLASS (sutra_encoding_dialog_parent_class)->dispose (object);
}

static void
sutra_encoding_dialog_finalize (GObject *object)
{
  SutraEncodingDialog *self = SUTRA_ENCODING_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->trials, g_array_unref);
  G_OBJECT_CLASS (sutra_encoding_dialog_parent_class)->finalize (object);
}

static void
sutra_encoding_dialog_class_init (SutraEncodingDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sutra_encoding_dialog_dispose;
  object_class->finalize = sutra_encoding_dialog_finalize;
  widget_class->unmap = sutra_encoding_dialog_unmap;

  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-encoding-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraEncodingDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, SutraEncodingDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SutraEncodingDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SutraEncodingDialog, view);
  gtk_widget_class_bind_template_child (widget_class, SutraEncodingDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "encoding.open", NULL, open_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sutra_encoding_dialog_init (SutraEncodingDialog *self)
{
  const SutraEncoding *encodings = sutra_decode_encodings ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->trials = g_array_new (FALSE, TRUE, sizeof (Trial));
  g_array_set_clear_func (self->trials, trial_clear);
  for (guint i = 0; encodings[i].name != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (encodings[i].label);
      const Trial trial = { 0 };

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_margin_top (label, 6);
      gtk_widget_set_margin_bottom (label, 6);
      gtk_list_box_append (self->list, label);
      g_array_append_val (self->trials, trial);
    }
  update (self);
}

GtkWidget *
sutra_encoding_dialog_new (GBytes *bytes, const char *file_name, GtkWindow *parent)
{
  SutraEncodingDialog *self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (SUTRA_TYPE_ENCODING_DIALOG, "transient-for", parent, NULL);
  self->bytes = g_bytes_ref (bytes);
  if (file_name != NULL)
    adw_window_title_set_subtitle (self->window_title, file_name);
  try_next (self);
  return GTK_WIDGET (self);
}

void
sutra_encoding_dialog_select (SutraEncodingDialog *self, const char *encoding)
{
  g_return_if_fail (SUTRA_IS_ENCODING_DIALOG (self));

  for (guint i = 0; i < self->trials->len; i++)
    {
      if (g_strcmp0 (sutra_decode_encodings ()[i].name, encoding) == 0)
        gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
    }
}

char *
sutra_encoding_dialog_dup_preview (SutraEncodingDialog *self)
{
  int selected;

  g_return_val_if_fail (SUTRA_IS_ENCODING_DIALOG (self), NULL);

  selected = get_selected (self);
  if (selected < 0 || !g_array_index (self->trials, Trial, selected).tried)
    return NULL;
  return g_strdup (g_array_index (self->trials, Trial, selected).preview);
}
