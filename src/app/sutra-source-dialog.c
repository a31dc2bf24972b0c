/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-source-dialog.h"

#include "sutra-date-name.h"
#include "sutra-typed-date.h"
#include "sutra-error-message.h"

#include <glib/gi18n.h>

#define N_FIELDS 8

struct _SutraSourceDialog
{
  AdwWindow parent_instance;

  AdwEntryRow *title_row;
  AdwEntryRow *source_row;
  AdwEntryRow *author_row;
  AdwEntryRow *url_row;
  AdwEntryRow *published_row;
  GtkLabel *published_note;
  AdwEntryRow *accessed_row;
  GtkLabel *accessed_note;
  AdwEntryRow *language_row;
  AdwEntryRow *notes_row;
  GtkLabel *problem;
  AdwActionRow *file_row;
  AdwActionRow *encoding_row;
  AdwActionRow *digest_row;

  SutraCase *the_case;   /* (nullable) (owned) */
  SutraArticle *article; /* (nullable) (owned) */
  GSettings *settings;   /* (owned) */
};

G_DEFINE_TYPE (SutraSourceDialog, sutra_source_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  const char *key;
  AdwEntryRow *row;
  const char *value;
} Field;

static void
get_fields (SutraSourceDialog *self, Field fields[N_FIELDS])
{
  SutraArticle *article = self->article;
  const Field all[N_FIELDS] = {
    { "title", self->title_row, sutra_article_get_title (article) },
    { "source", self->source_row, sutra_article_get_source (article) },
    { "author", self->author_row, sutra_article_get_author (article) },
    { "url", self->url_row, sutra_article_get_url (article) },
    { "published", self->published_row, sutra_article_get_published (article) },
    { "accessed", self->accessed_row, sutra_article_get_accessed (article) },
    { "language", self->language_row, sutra_article_get_language (article) },
    { "notes", self->notes_row, sutra_article_get_notes (article) },
  };

  memcpy (fields, all, sizeof all);
}

/* Whether @row holds nothing or a date, @edtf (out, nullable); shows below what was understood, or why not. */
static gboolean
check_date (SutraSourceDialog *self, AdwEntryRow *row, GtkLabel *label, char **edtf)
{
  int calendar = g_settings_get_enum (self->settings, "bengali-calendar");
  const SutraReadingContext context = {
    .published = row != self->published_row ? sutra_article_get_published (self->article) : NULL,
    .language = sutra_article_get_language (self->article),
  };
  g_autofree char *note = NULL;
  gboolean good = sutra_typed_date_read (gtk_editable_get_text (GTK_EDITABLE (row)), &context,
                                         sutra_date_name_calendar ((SutraDateNameCalendar) calendar), edtf, &note);

  sutra_typed_date_show (GTK_WIDGET (row), label, good, note);
  return good;
}

static void
changed_cb (SutraSourceDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
  gboolean good = check_date (self, self->published_row, self->published_note, NULL);

  good = check_date (self, self->accessed_row, self->accessed_note, NULL) && good;
  gtk_label_set_text (self->problem, *title == '\0' ? _ ("An article needs a title.") : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *title == '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "source.save", good && *title != '\0');
}

/* What a row holds, as it is stored. (transfer full) */
static char *
dup_value (SutraSourceDialog *self, AdwEntryRow *row)
{
  char *edtf = NULL;

  if (row == self->published_row && check_date (self, row, self->published_note, &edtf))
    return edtf;
  if (row == self->accessed_row && check_date (self, row, self->accessed_note, &edtf))
    return edtf;
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SutraSourceDialog *self = SUTRA_SOURCE_DIALOG (widget);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) pairs = NULL;
  g_autoptr (GError) error = NULL;
  Field fields[N_FIELDS];

  get_fields (self, fields);
  for (gsize i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *text = dup_value (self, fields[i].row);

      if (g_strcmp0 (text, fields[i].value != NULL ? fields[i].value : "") == 0)
        continue;
      g_strv_builder_add (builder, fields[i].key);
      g_strv_builder_add (builder, text);
    }
  pairs = g_strv_builder_end (builder);
  if (pairs[0] != NULL && !sutra_case_set (self->the_case, sutra_article_get_id (self->article), (const char *const *) pairs, &error))
    {
      sutra_error_message_present (GTK_WINDOW (self), error);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
fill (SutraSourceDialog *self)
{
  const char *file = sutra_article_get_file_name (self->article);
  Field fields[N_FIELDS];

  get_fields (self, fields);
  for (gsize i = 0; i < N_FIELDS; i++)
    gtk_editable_set_text (GTK_EDITABLE (fields[i].row), fields[i].value != NULL ? fields[i].value : "");
  adw_action_row_set_subtitle (self->file_row, file != NULL ? file : _ ("Pasted text"));
  adw_action_row_set_subtitle (self->encoding_row, sutra_article_get_encoding (self->article));
  adw_action_row_set_subtitle (self->digest_row, sutra_article_get_sha256 (self->article));
  changed_cb (self);
}

static void
sutra_source_dialog_dispose (GObject *object)
{
  SutraSourceDialog *self = SUTRA_SOURCE_DIALOG (object);

  g_clear_object (&self->article);
  g_clear_object (&self->settings);
  g_clear_object (&self->the_case);
  G_OBJECT_CLASS (sutra_source_dialog_parent_class)->dispose (object);
}

static void
sutra_source_dialog_class_init (SutraSourceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sutra_source_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-source-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, source_row);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, url_row);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, published_row);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, published_note);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, accessed_row);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, accessed_note);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, notes_row);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceDialog, digest_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "source.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "source.save", NULL);
}

static void
sutra_source_dialog_init (SutraSourceDialog *self)
{
  self->settings = g_settings_new (SUTRA_APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_source_dialog_new (SutraCase *the_case, SutraArticle *article, GtkWindow *parent)
{
  SutraSourceDialog *self;

  g_return_val_if_fail (SUTRA_IS_CASE (the_case), NULL);
  g_return_val_if_fail (SUTRA_IS_ARTICLE (article), NULL);

  self = g_object_new (SUTRA_TYPE_SOURCE_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->the_case = g_object_ref (the_case);
  self->article = g_object_ref (article);
  fill (self);
  return GTK_WIDGET (self);
}
