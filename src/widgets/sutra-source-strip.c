/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-source-strip.h"

#include "sutra-date-name.h"

#include <glib/gi18n.h>

struct _SutraSourceStrip
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *origin;
  GtkLabel *address;
  GtkButton *findings;

  SutraArticle *article; /* (nullable) (owned) */
  SutraEdtfFormat date_format;
  guint n_findings;
};

G_DEFINE_TYPE (SutraSourceStrip, sutra_source_strip, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ARTICLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
add_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

/* Only what a browser may be asked to open becomes a link. */
static gboolean
is_web_address (const char *url)
{
  g_autofree char *scheme = g_uri_parse_scheme (url);

  return scheme != NULL && (g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0);
}

static void
article_changed_cb (SutraSourceStrip *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *published = NULL;
  const char *url = NULL;

  if (self->article != NULL)
    {
      add_part (line, sutra_article_get_source (self->article));
      add_part (line, sutra_article_get_author (self->article));
      published = sutra_date_name_dup (sutra_article_get_published (self->article), self->date_format);
      add_part (line, published);
      url = sutra_article_get_url (self->article);
    }
  if (line->len == 0)
    g_string_append (line, _ ("No source recorded"));
  gtk_label_set_text (self->origin, line->str);
  gtk_widget_set_visible (GTK_WIDGET (self->address), url != NULL && *url != '\0');
  if (url == NULL)
    gtk_label_set_text (self->address, "");
  else if (is_web_address (url))
    {
      g_autofree char *markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", url, url);

      gtk_label_set_markup (self->address, markup);
    }
  else
    gtk_label_set_text (self->address, url);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->origin), line->str);
}

static void
sutra_source_strip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ARTICLE)
    g_value_set_object (value, SUTRA_SOURCE_STRIP (object)->article);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sutra_source_strip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ARTICLE)
    sutra_source_strip_set_article (SUTRA_SOURCE_STRIP (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sutra_source_strip_dispose (GObject *object)
{
  SutraSourceStrip *self = SUTRA_SOURCE_STRIP (object);

  if (self->article != NULL)
    g_signal_handlers_disconnect_by_data (self->article, self);
  g_clear_object (&self->article);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sutra_source_strip_parent_class)->dispose (object);
}

static void
sutra_source_strip_class_init (SutraSourceStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sutra_source_strip_get_property;
  object_class->set_property = sutra_source_strip_set_property;
  object_class->dispose = sutra_source_strip_dispose;

  properties[PROP_ARTICLE] =
      g_param_spec_object ("article", NULL, NULL, SUTRA_TYPE_ARTICLE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-source-strip.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sourcestrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceStrip, box);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceStrip, origin);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceStrip, address);
  gtk_widget_class_bind_template_child (widget_class, SutraSourceStrip, findings);
}

static void
sutra_source_strip_init (SutraSourceStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  article_changed_cb (self);
}

GtkWidget *
sutra_source_strip_new (void)
{
  return g_object_new (SUTRA_TYPE_SOURCE_STRIP, NULL);
}

void
sutra_source_strip_set_article (SutraSourceStrip *self, SutraArticle *article)
{
  g_return_if_fail (SUTRA_IS_SOURCE_STRIP (self));
  g_return_if_fail (article == NULL || SUTRA_IS_ARTICLE (article));

  if (self->article == article)
    return;
  if (self->article != NULL)
    g_signal_handlers_disconnect_by_data (self->article, self);
  g_set_object (&self->article, article);
  if (article != NULL)
    g_signal_connect_object (article, "notify", G_CALLBACK (article_changed_cb), self, G_CONNECT_SWAPPED);
  article_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

void
sutra_source_strip_set_findings (SutraSourceStrip *self, guint n_findings)
{
  g_autofree char *label = NULL;

  g_return_if_fail (SUTRA_IS_SOURCE_STRIP (self));

  if (self->n_findings == n_findings)
    return;
  self->n_findings = n_findings;
  /* Translators: things in the article's text that look wrong */
  label = g_strdup_printf (ngettext ("%u finding", "%u findings", n_findings), n_findings);
  gtk_button_set_label (self->findings, label);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), n_findings > 0);
}

void
sutra_source_strip_set_date_format (SutraSourceStrip *self, SutraEdtfFormat format)
{
  g_return_if_fail (SUTRA_IS_SOURCE_STRIP (self));

  if (self->date_format == format)
    return;
  self->date_format = format;
  article_changed_cb (self);
}
