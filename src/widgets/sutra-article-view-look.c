/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-article-view-private.h"

#include <adwaita.h>
#include <math.h>

/* The reading size, in percent of the theme's text size: Bengali needs more than a user interface's labels. */
#define READING_SIZE 125

/* In units of 1/16 of the text size: the room above each display line, for badges, and below it, for underlines. */
#define ROOM_ABOVE 9
#define ROOM_BELOW 7
#define BADGE_TEXT 8

/* The least margin beside the text, in pixels. */
#define MIN_MARGIN 24

static const char *const fallback_fonts =
    "\"Noto Serif Bengali\", \"Noto Sans Bengali\", \"Lohit Bengali\", \"Kalpurush\", \"SolaimanLipi\", serif";

static void
type_look_free (gpointer data)
{
  SutraTypeLook *self = data;

  g_clear_object (&self->badge);
  g_free (self);
}

static gpointer
id_copy (const SutraId *id)
{
  return g_memdup2 (id, sizeof *id);
}

static void
style_manager_cb (SutraArticleView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean strong = adw_style_manager_get_high_contrast (manager);

  self->theme =
      strong ? (dark ? SUTRA_THEME_HIGH_CONTRAST_DARK : SUTRA_THEME_HIGH_CONTRAST) : (dark ? SUTRA_THEME_DARK : SUTRA_THEME_LIGHT);
  sutra_article_view_drop_looks (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
type_changed_cb (SutraArticleView *self)
{
  sutra_article_view_drop_looks (self);
  sutra_article_view_drop_boxes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sutra_article_view_init_look (SutraArticleView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->unit = 1;
  self->looks = g_hash_table_new_full (sutra_id_hash, sutra_id_equal, g_free, type_look_free);
  sutra_article_view_drop_boxes (self);
  self->css = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->css),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_widget_add_css_class (GTK_WIDGET (self), "article");
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_manager_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (style_manager_cb), self, G_CONNECT_SWAPPED);
  style_manager_cb (self);
  sutra_article_view_update_css (self);
}

void
sutra_article_view_dispose_look (SutraArticleView *self)
{
  if (self->css != NULL)
    gtk_style_context_remove_provider (gtk_widget_get_style_context (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->css));
  g_clear_object (&self->css);
  sutra_article_view_drop_looks (self);
}

/* A family name cannot end its CSS string: quotes, backslashes and controls are left out. */
static char *
quote_family (const char *family)
{
  GString *quoted = g_string_new ("\"");

  for (const char *p = family; *p != '\0'; p++)
    if (*p != '"' && *p != '\\' && (guchar) *p >= 0x20)
      g_string_append_c (quoted, *p);
  g_string_append (quoted, "\", ");
  return g_string_free (quoted, FALSE);
}

void
sutra_article_view_update_css (SutraArticleView *self)
{
  g_autofree char *own = self->font[0] != '\0' ? quote_family (self->font) : g_strdup ("");
  g_autofree char *css =
      g_strdup_printf ("textview.article { font-family: %s%s; font-size: %d%%; }", own, fallback_fonts, self->scale * READING_SIZE / 100);

  gtk_css_provider_load_from_data (self->css, css, -1);
}

/* Fits spacing and column to the font of now. Sets only what changed: each setter lays out anew. */
void
sutra_article_view_update_metrics (SutraArticleView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *description = pango_context_get_font_description (context);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, description, NULL);
  double size = (double) pango_font_description_get_size (description) / PANGO_SCALE;
  int above, below;

  if (!pango_font_description_get_size_is_absolute (description))
    size *= pango_cairo_context_get_resolution (context) / 72;
  self->column = pango_font_metrics_get_approximate_char_width (metrics) * self->measure / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  self->unit = CLAMP (size / 16, 0.25, 16);

  above = (int) round (self->unit * ROOM_ABOVE);
  below = (int) round (self->unit * ROOM_BELOW);
  if (gtk_text_view_get_pixels_above_lines (view) != above)
    gtk_text_view_set_pixels_above_lines (view, above);
  if (gtk_text_view_get_pixels_below_lines (view) != below)
    gtk_text_view_set_pixels_below_lines (view, below);
  if (gtk_text_view_get_pixels_inside_wrap (view) != above + below)
    gtk_text_view_set_pixels_inside_wrap (view, above + below);
  if (gtk_text_view_get_top_margin (view) != above + below)
    {
      gtk_text_view_set_top_margin (view, above + below);
      gtk_text_view_set_bottom_margin (view, 3 * (above + below));
    }
  sutra_article_view_drop_looks (self);
  sutra_article_view_drop_boxes (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sutra_article_view_update_margins (SutraArticleView *self, int width)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int margin = MAX (MIN (MIN_MARGIN, width / 8), (width - self->column) / 2);

  /* Boxes hold x, and where lines end. */
  sutra_article_view_drop_boxes (self);
  if (gtk_text_view_get_left_margin (view) == margin)
    return;
  gtk_text_view_set_left_margin (view, margin);
  gtk_text_view_set_right_margin (view, margin);
}

void
sutra_article_view_drop_looks (SutraArticleView *self)
{
  g_hash_table_remove_all (self->looks);
}

static PangoLayout *
make_badge (SutraArticleView *self, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, "sans-serif, Noto Sans Bengali, Lohit Bengali");
  pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (description, self->unit * BADGE_TEXT * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  return layout;
}

const SutraTypeLook *
sutra_article_view_get_look (SutraArticleView *self, const SutraId *type)
{
  SutraTypeLook *look = g_hash_table_lookup (self->looks, type);
  SutraEntityType *entity_type;

  if (look != NULL)
    return look;

  entity_type = self->tagset != NULL ? sutra_tagset_get (self->tagset, type) : NULL;
  look = g_new0 (SutraTypeLook, 1);
  sutra_type_style_derive (entity_type != NULL ? sutra_entity_type_get_color (entity_type) : NULL, self->theme, &look->style);
  look->badge = make_badge (self, entity_type != NULL ? sutra_entity_type_get_badge (entity_type) : "?");
  pango_layout_get_pixel_size (look->badge, &look->badge_text_width, &look->badge_text_height);
  look->badge_width = look->badge_text_width + (int) round (self->unit * 4);
  g_hash_table_insert (self->looks, id_copy (type), look);

  if (entity_type != NULL)
    {
      g_signal_handlers_disconnect_by_func (entity_type, type_changed_cb, self);
      g_signal_connect_object (entity_type, "notify", G_CALLBACK (type_changed_cb), self, G_CONNECT_SWAPPED);
    }
  return look;
}
