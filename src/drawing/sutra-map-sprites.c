/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-pins-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* At most that many badges and names are kept: with more, all are made anew. */
#define MOST_BADGES 2048
#define MOST_LABELS 512

#define LABEL_SIZE 12.0
#define LABEL_HALO 1.75
#define LABEL_WIDTH 190

void
sutra_map_sprite_free (SutraSprite *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}

void
sutra_map_sprites_prepare (SutraMapPins *self, const SutraMapStyle *style, const SutraMapPinsLook *look)
{
  double scale = look->scale > 0 ? look->scale : 1;
  guint serial = look->context != NULL ? pango_context_get_serial (look->context) : 0;

  if (self->pins != NULL && self->scale == scale && self->style == style && self->context == look->context && self->serial == serial &&
      g_strcmp0 (self->language, look->language) == 0)
    return;
  self->scale = scale;
  self->style = style;
  g_set_object (&self->context, look->context);
  self->serial = serial;
  g_free (self->language);
  self->language = g_strdup (look->language);
  g_clear_pointer (&self->pins, g_hash_table_unref);
  g_clear_pointer (&self->plain, g_hash_table_unref);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_clear_pointer (&self->digits, g_hash_table_unref);
  self->pins = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sutra_map_sprite_free);
  self->plain = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sutra_map_sprite_free);
  self->labels = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sutra_map_sprite_free);
  self->digits = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sutra_map_sprite_free);
  for (guint i = 0; i < SUTRA_PIN_LAYOUTS; i++)
    if (self->layouts[i].badges != NULL)
      g_hash_table_remove_all (self->layouts[i].badges);
}

/* An empty picture that reaches @left, @top from its point, on whole device pixels. (transfer full) */
static SutraSprite *
sprite_new (const SutraMapPins *self, double left, double top, double width, double height)
{
  SutraSprite *sprite = g_new (SutraSprite, 1);

  sprite->x = ceil (left * self->scale) / self->scale;
  sprite->y = ceil (top * self->scale) / self->scale;
  sprite->width = ceil ((width - left + sprite->x) * self->scale) / self->scale;
  sprite->height = ceil ((height - top + sprite->y) * self->scale) / self->scale;
  sprite->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) lround (sprite->width * self->scale),
                                                (int) lround (sprite->height * self->scale));
  cairo_surface_set_device_scale (sprite->surface, self->scale, self->scale);
  return sprite;
}

void
sutra_map_sprite_put (const SutraMapPins *self, cairo_t *cr, const SutraSprite *sprite, double x, double y)
{
  double left = round (x * self->scale) / self->scale - sprite->x, top = round (y * self->scale) / self->scale - sprite->y;

  cairo_set_source_surface (cr, sprite->surface, left, top);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_rectangle (cr, left, top, sprite->width, sprite->height);
  cairo_fill (cr);
}

const SutraSprite *
sutra_map_sprites_pin (SutraMapPins *self, guint item)
{
  guint type = sutra_map_pins_type_of (self, item);
  SutraPinFlags flags = sutra_map_pins_flags_of (self, item);
  double radius = (flags & SUTRA_PIN_AREA) ? SUTRA_PIN_AREA_RADIUS + 1 : SUTRA_PIN_RADIUS + 4;
  gpointer key = GUINT_TO_POINTER (type << 2 | flags);
  SutraSprite *sprite = g_hash_table_lookup (self->pins, key);
  cairo_t *cr;

  if (sprite != NULL)
    return sprite;
  sprite = sprite_new (self, radius, radius, 2 * radius, 2 * radius);
  cr = cairo_create (sprite->surface);
  sutra_map_pin_draw (cr, &self->styles[type], type, flags, NULL, self->context, sprite->x, sprite->y);
  cairo_destroy (cr);
  g_hash_table_insert (self->pins, key, sprite);
  return sprite;
}

/* Badges */

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const SutraMapShare *x = a, *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  if (x->type != y->type)
    return x->type < y->type ? -1 : 1;
  return x->hollow - y->hollow;
}

static char *
format_count (const SutraMapPins *self, guint n)
{
  g_autofree char *latin = NULL;
  GString *bengali;

  if (self->language == NULL)
    /* Translators: a number alone: “%Iu” shows it in the digits of your language. */
    return g_strdup_printf (_ ("%u"), n);
  latin = g_strdup_printf ("%u", n);
  if (!g_str_has_prefix (self->language, "bn"))
    return g_steal_pointer (&latin);
  bengali = g_string_new (NULL);
  for (const char *p = latin; *p != '\0'; p++)
    g_string_append_unichar (bengali, 0x9e6 + (gunichar) (*p - '0'));
  return g_string_free (bengali, FALSE);
}

/* Counts are put together from pictures of digits: setting each as text would take most of a frame. */

/* Pixels, by how long the number is; the badge is wider then too. */
static double
digit_size (guint length)
{
  static const double sizes[] = { 13, 13, 13, 11.5, 10.5, 10 };

  return length < G_N_ELEMENTS (sizes) ? sizes[length] : 9;
}

static PangoLayout *
digit_layout (SutraMapPins *self, guint length, const char *text)
{
  PangoLayout *layout = pango_layout_new (self->context);
  const PangoFontDescription *base = pango_context_get_font_description (self->context);
  PangoFontDescription *font = base != NULL ? pango_font_description_copy (base) : pango_font_description_new ();

  pango_font_description_set_absolute_size (font, digit_size (length) * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static const SutraSprite *
digit_sprite (SutraMapPins *self, guint digit, guint length)
{
  gpointer key = GUINT_TO_POINTER (length * 10 + digit);
  SutraSprite *sprite = g_hash_table_lookup (self->digits, key);
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoLayout) all = NULL;
  g_autoptr (GString) every = g_string_new (NULL);
  g_autofree char *text = NULL;
  const SutraColor *color = &self->style->panel_text;
  PangoRectangle ink, logical;
  cairo_t *cr;

  if (sprite != NULL)
    return sprite;
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *one = format_count (self, i);

      g_string_append (every, one);
    }
  /* The middle of the line is that of all digits: Bengali ones are of different heights. */
  all = digit_layout (self, length, every->str);
  pango_layout_get_extents (all, &ink, NULL);
  text = format_count (self, digit);
  layout = digit_layout (self, length, text);
  pango_layout_get_extents (layout, NULL, &logical);
  sprite = sprite_new (self, 1, 10, (double) logical.width / PANGO_SCALE + 2, 20);
  cr = cairo_create (sprite->surface);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, 1);
  cairo_move_to (cr, sprite->x, sprite->y - (double) (ink.y + ink.height / 2) / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  g_hash_table_insert (self->digits, key, sprite);
  return sprite;
}

static void
put_count (SutraMapPins *self, cairo_t *cr, guint n, double x, double y)
{
  guint digits[10], length = 0;
  double width = 0;

  if (self->context == NULL)
    return;
  for (; n > 0; n /= 10)
    digits[length++] = n % 10;
  for (guint i = 0; i < length; i++)
    width += digit_sprite (self, digits[i], length)->width - 2;
  x -= width / 2;
  for (guint i = length; i > 0; i--)
    {
      const SutraSprite *sprite = digit_sprite (self, digits[i - 1], length);

      sutra_map_sprite_put (self, cr, sprite, x, y);
      x += sprite->width - 2;
    }
}

/* More shares than these cannot be told apart in a ring: the rest is one grey share. */
#define MOST_SHARES 6

static void
draw_badge (SutraMapPins *self, cairo_t *cr, SutraPinLayout *layout, guint cluster, const char *count, double x, double y)
{
  guint n, n_shares = 0, n_slots = (self->n_styles + 1) * 2;
  const SutraCluster *it = &sutra_clusters_get (layout->clusters, &n)[cluster];
  const guint *members = sutra_clusters_get_members (layout->clusters) + it->first;
  g_autofree SutraMapShare *shares = g_new0 (SutraMapShare, n_slots);

  for (guint i = 0; i < n_slots; i++)
    shares[i] = (SutraMapShare){ .type = i / 2, .hollow = i % 2 != 0 };
  for (guint k = 0; k < it->n; k++)
    shares[sutra_map_pins_type_of (self, members[k]) * 2 + ((sutra_map_pins_flags_of (self, members[k]) & SUTRA_PIN_HOLLOW) != 0)].n++;
  qsort (shares, n_slots, sizeof (SutraMapShare), compare_shares);
  while (n_shares < n_slots && shares[n_shares].n > 0)
    n_shares++;
  if (n_shares > MOST_SHARES)
    {
      shares[MOST_SHARES - 1].type = self->n_styles;
      shares[MOST_SHARES - 1].hollow = FALSE;
      for (guint i = MOST_SHARES; i < n_shares; i++)
        shares[MOST_SHARES - 1].n += shares[i].n;
      n_shares = MOST_SHARES;
    }
  sutra_map_badge_draw (cr, self->styles, shares, n_shares, it->n, count, self->style, self->context, x, y);
}

void
sutra_map_pins_draw_badge (SutraMapPins *self, cairo_t *cr, SutraPinLayout *layout, guint cluster, double x, double y)
{
  guint n;
  g_autofree char *count = format_count (self, sutra_clusters_get (layout->clusters, &n)[cluster].n);

  draw_badge (self, cr, layout, cluster, count, x, y);
}

const SutraSprite *
sutra_map_sprites_badge (SutraMapPins *self, SutraPinLayout *layout, guint cluster, guint *budget)
{
  SutraSprite *sprite = g_hash_table_lookup (layout->badges, GUINT_TO_POINTER (cluster));
  double radius;
  cairo_t *cr;
  guint n, n_clusters;

  if (sprite != NULL || *budget == 0)
    return sprite;
  (*budget)--;
  if (g_hash_table_size (layout->badges) >= MOST_BADGES)
    g_hash_table_remove_all (layout->badges);
  n = sutra_clusters_get (layout->clusters, &n_clusters)[cluster].n;
  radius = sutra_map_badge_get_radius (n) + 0.5;
  sprite = sprite_new (self, radius, radius, 2 * radius, 2 * radius);
  cr = cairo_create (sprite->surface);
  draw_badge (self, cr, layout, cluster, NULL, sprite->x, sprite->y);
  put_count (self, cr, n, sprite->x, sprite->y);
  cairo_destroy (cr);
  g_hash_table_insert (layout->badges, GUINT_TO_POINTER (cluster), sprite);
  return sprite;
}

void
sutra_map_sprites_put_plain_badge (SutraMapPins *self, cairo_t *cr, SutraPinLayout *layout, guint cluster, double x, double y)
{
  guint n;
  const SutraCluster *it = &sutra_clusters_get (layout->clusters, &n)[cluster];
  guint type = sutra_map_pins_type_of (self, sutra_clusters_get_members (layout->clusters)[it->first]);
  double radius = sutra_map_badge_get_radius (it->n) + 0.5;
  gpointer key = GUINT_TO_POINTER (type << 8 | (guint) (radius * 2));
  SutraSprite *sprite = g_hash_table_lookup (self->plain, key);

  if (sprite == NULL)
    {
      SutraMapShare share = { .type = type, .n = 1 };
      cairo_t *own;

      sprite = sprite_new (self, radius, radius, 2 * radius, 2 * radius);
      own = cairo_create (sprite->surface);
      sutra_map_badge_draw (own, self->styles, &share, 1, it->n, NULL, self->style, NULL, sprite->x, sprite->y);
      cairo_destroy (own);
      g_hash_table_insert (self->plain, key, sprite);
    }
  sutra_map_sprite_put (self, cr, sprite, x, y);
  put_count (self, cr, it->n, x, y);
}

/* Names */

/* The names in a badge: the heaviest ones, each once. */
#define NAMES_OF_BADGE 4

static char *
badge_names (SutraMapPins *self, const SutraPinLayout *layout, guint cluster)
{
  guint n, named = 0;
  const SutraCluster *it = &sutra_clusters_get (layout->clusters, &n)[cluster];
  const guint *members = sutra_clusters_get_members (layout->clusters) + it->first;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *out = g_string_new (NULL);

  for (guint k = 0; k < it->n && named < NAMES_OF_BADGE; k++)
    {
      const char *label = self->items[members[k]].label;

      if (label == NULL || !g_hash_table_add (seen, (gpointer) label))
        continue;
      g_string_append_printf (out, "%s%s", named > 0 ? ", " : "", label);
      named++;
    }
  if (named == NAMES_OF_BADGE && it->n > NAMES_OF_BADGE)
    g_string_append (out, " …");
  return g_string_free (out, FALSE);
}

static PangoLayout *
label_layout (SutraMapPins *self, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  const PangoFontDescription *base = pango_context_get_font_description (self->context);
  PangoFontDescription *font = base != NULL ? pango_font_description_copy (base) : pango_font_description_new ();
  PangoRectangle extents;

  pango_font_description_set_absolute_size (font, LABEL_SIZE * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_SEMIBOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  pango_layout_get_extents (layout, NULL, &extents);
  /* A width only where it is needed: the line would be aligned in it. */
  if (extents.width > width * PANGO_SCALE)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  return layout;
}

static void
draw_label (SutraMapPins *self, cairo_t *cr, PangoLayout *layout, double x, double y)
{
  const SutraColor *halo = &self->style->label_halo, *text = &self->style->city_label;
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  cairo_save (cr);
  cairo_translate (cr, x + LABEL_HALO - (double) extents.x / PANGO_SCALE, y + LABEL_HALO - (double) extents.y / PANGO_SCALE);
  cairo_new_path (cr);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 2 * LABEL_HALO);
  cairo_set_source_rgba (cr, halo->red, halo->green, halo->blue, halo->alpha);
  cairo_stroke (cr);
  cairo_set_source_rgba (cr, text->red, text->green, text->blue, text->alpha);
  cairo_move_to (cr, 0, 0);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

const SutraSprite *
sutra_map_sprites_label (SutraMapPins *self, guint item, guint *budget)
{
  SutraSprite *sprite = g_hash_table_lookup (self->labels, GUINT_TO_POINTER (item));
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle extents;
  cairo_t *cr;

  if (sprite != NULL || *budget == 0)
    return sprite;
  (*budget)--;
  if (g_hash_table_size (self->labels) >= MOST_LABELS)
    g_hash_table_remove_all (self->labels);
  layout = label_layout (self, self->items[item].label, LABEL_WIDTH);
  pango_layout_get_extents (layout, NULL, &extents);
  sprite = sprite_new (self, 0, 0, (double) extents.width / PANGO_SCALE + 2 * LABEL_HALO,
                       (double) extents.height / PANGO_SCALE + 2 * LABEL_HALO);
  cr = cairo_create (sprite->surface);
  draw_label (self, cr, layout, 0, 0);
  cairo_destroy (cr);
  g_hash_table_insert (self->labels, GUINT_TO_POINTER (item), sprite);
  return sprite;
}

PangoLayout *
sutra_map_pins_set_label (SutraMapPins *self, const SutraPinLayout *layout, const SutraShown *shown, double *width, double *height)
{
  g_autofree char *names = shown->item == G_MAXUINT ? badge_names (self, layout, shown->cluster) : NULL;
  PangoLayout *set =
      label_layout (self, names != NULL ? names : self->items[shown->item].label, names != NULL ? 1.5 * LABEL_WIDTH : LABEL_WIDTH);
  PangoRectangle extents;

  pango_layout_get_extents (set, NULL, &extents);
  *width = (double) extents.width / PANGO_SCALE + 2 * LABEL_HALO;
  *height = (double) extents.height / PANGO_SCALE + 2 * LABEL_HALO;
  return set;
}

void
sutra_map_pins_draw_label (SutraMapPins *self, cairo_t *cr, PangoLayout *label, double x, double y)
{
  draw_label (self, cr, label, x, y);
}
