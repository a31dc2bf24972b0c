/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-preferences.h"

#include <glib/gi18n.h>

#include "sutra-font-list.h"

struct _SutraPreferences
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *font;
  GtkSpinButton *scale;
  AdwComboRow *scheme;
  AdwComboRow *calendar;
  AdwEntryRow *author;

  GSettings *settings;  /* (owned) (nullable) */
  SutraFontList *fonts; /* (owned) */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (SutraPreferences, sutra_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* ---- Font ---- */

static char *
dup_family (GSettings *settings)
{
  g_autofree char *text = g_settings_get_string (settings, "article-font");
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (text);
  const char *family = pango_font_description_get_family (description);

  return g_strdup (family != NULL ? family : "");
}

/* The family that is taken where none is set: the first one of the article view's chain that is installed. */
static const char *
get_automatic (SutraPreferences *self)
{
  static const char *const chain[] = { "Noto Serif Bengali", "Noto Sans Bengali", "Lohit Bengali", "Kalpurush", "SolaimanLipi" };
  PangoFontMap *map = pango_context_get_font_map (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  for (guint i = 0; i < G_N_ELEMENTS (chain); i++)
    {
      if (pango_font_map_get_family (map, chain[i]) != NULL)
        return chain[i];
    }
  return NULL;
}

static void
setup_font_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *sample = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "caption");
  gtk_label_set_xalign (GTK_LABEL (sample), 0);
  gtk_label_set_ellipsize (GTK_LABEL (sample), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), sample);
  gtk_box_append (GTK_BOX (box), name);
  gtk_list_item_set_child (item, box);
}

static void
bind_font_cb (SutraPreferences *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkLabel *sample = GTK_LABEL (gtk_widget_get_first_child (box));
  GtkLabel *name = GTK_LABEL (gtk_widget_get_last_child (box));
  const char *family = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *automatic = family[0] == '\0' ? get_automatic (self) : NULL;

  if (automatic != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Automatic (%s)"), automatic);

      gtk_label_set_text (name, text);
    }
  else
    gtk_label_set_text (name, family[0] == '\0' ? _ ("Automatic") : family);
  /* Conjuncts, vowel signs on all four sides and digits: where Bengali fonts differ. Not to be translated: it shows the font. */
  gtk_label_set_text (sample, "বাংলাদেশ ও রাষ্ট্রদূত, ২৬ মার্চ");
  pango_attr_list_insert (attributes, pango_attr_family_new (automatic != NULL ? automatic : family));
  pango_attr_list_insert (attributes, pango_attr_scale_new (1.15));
  gtk_label_set_attributes (sample, attributes);
}

static void
show_font (SutraPreferences *self)
{
  g_autofree char *family = dup_family (self->settings);

  self->updating = TRUE;
  adw_combo_row_set_selected (self->font, sutra_font_list_ensure (self->fonts, family));
  self->updating = FALSE;
}

static void
font_selected_cb (SutraPreferences *self)
{
  GtkStringObject *item = NULL;
  g_autofree char *family = NULL;

  if (self->settings == NULL || self->updating)
    return;
  item = adw_combo_row_get_selected_item (self->font);
  family = dup_family (self->settings);
  /* A row that came in above moves the selection without changing it. */
  if (item == NULL || strcmp (gtk_string_object_get_string (item), family) == 0)
    return;
  if (gtk_string_object_get_string (item)[0] == '\0')
    g_settings_set_string (self->settings, "article-font", "");
  else
    {
      g_autoptr (PangoFontDescription) description = pango_font_description_new ();
      g_autofree char *text = NULL;

      pango_font_description_set_family (description, gtk_string_object_get_string (item));
      text = pango_font_description_to_string (description);
      g_settings_set_string (self->settings, "article-font", text);
    }
}

/* ---- Light or dark ---- */

static void
show_scheme (SutraPreferences *self)
{
  adw_combo_row_set_selected (self->scheme, (guint) g_settings_get_enum (self->settings, "color-scheme"));
}

static void
scheme_selected_cb (SutraPreferences *self)
{
  int selected = (int) adw_combo_row_get_selected (self->scheme);

  if (self->settings != NULL && selected != g_settings_get_enum (self->settings, "color-scheme"))
    g_settings_set_enum (self->settings, "color-scheme", selected);
}

/* ---- Dates ---- */

static void
show_calendar (SutraPreferences *self)
{
  adw_combo_row_set_selected (self->calendar, (guint) g_settings_get_enum (self->settings, "bengali-calendar"));
}

static void
calendar_selected_cb (SutraPreferences *self)
{
  int selected = (int) adw_combo_row_get_selected (self->calendar);

  if (self->settings != NULL && selected != g_settings_get_enum (self->settings, "bengali-calendar"))
    g_settings_set_enum (self->settings, "bengali-calendar", selected);
}

static void
setting_changed_cb (SutraPreferences *self, const char *key, GSettings *settings)
{
  if (strcmp (key, "color-scheme") == 0)
    show_scheme (self);
  else if (strcmp (key, "article-font") == 0)
    show_font (self);
  else if (strcmp (key, "bengali-calendar") == 0)
    show_calendar (self);
}

/* ---- Object ---- */

static void
sutra_preferences_dispose (GObject *object)
{
  SutraPreferences *self = SUTRA_PREFERENCES (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), SUTRA_TYPE_PREFERENCES);
  g_clear_object (&self->fonts);
  G_OBJECT_CLASS (sutra_preferences_parent_class)->dispose (object);
}

static void
sutra_preferences_class_init (SutraPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sutra_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraPreferences, font);
  gtk_widget_class_bind_template_child (widget_class, SutraPreferences, scale);
  gtk_widget_class_bind_template_child (widget_class, SutraPreferences, scheme);
  gtk_widget_class_bind_template_child (widget_class, SutraPreferences, calendar);
  gtk_widget_class_bind_template_child (widget_class, SutraPreferences, author);
  gtk_widget_class_bind_template_callback (widget_class, setup_font_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_font_cb);
  gtk_widget_class_bind_template_callback (widget_class, font_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, scheme_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_selected_cb);
}

static void
sutra_preferences_init (SutraPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sutra_preferences_new (GSettings *settings, GtkWindow *parent)
{
  SutraPreferences *self = NULL;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (SUTRA_TYPE_PREFERENCES, "transient-for", parent, NULL);
  self->fonts = sutra_font_list_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  adw_combo_row_set_model (self->font, G_LIST_MODEL (self->fonts));
  self->settings = g_object_ref (settings);
  show_font (self);
  show_scheme (self);
  show_calendar (self);
  g_settings_bind (settings, "text-scale", gtk_spin_button_get_adjustment (self->scale), "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "annotator-name", self->author, "text", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed", G_CALLBACK (setting_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
