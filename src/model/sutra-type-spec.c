/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-tagset.h"
#include "sutra-akshara.h"
#include "sutra-error.h"
#include "sutra-tagset-private.h"

typedef struct
{
  const char *slug;
  const char *name;
  const char *color;
  const char *badge;
  const char *shortcut;
  gboolean names_entities;
} Stock;

/* The colours lie at least 25 apart (CIE 1976 ΔE) and in the middle of the lightness range, so that a light and a dark theme can both derive theirs. No shortcut is one of the article view's own keys (N,
 * brackets). Dates, quantities and quotations carry a value; the others name an entity. */
static const Stock stock[] = {
  { "person", "Person", "#3584e4", "P", "p", TRUE },      { "organisation", "Organisation", "#9141ac", "O", "o", TRUE },
  { "place", "Place", "#26a269", "L", "l", TRUE },        { "facility", "Facility", "#8d8a12", "F", "f", TRUE },
  { "event", "Event", "#e66100", "E", "e", TRUE },        { "date", "Date", "#e5a50a", "D", "d", FALSE },
  { "quantity", "Quantity", "#0b9fb0", "#", "q", FALSE }, { "role", "Role", "#e0559b", "R", "r", TRUE },
  { "document", "Document", "#865e3c", "M", "m", TRUE },  { "quotation", "Quotation", "#77808c", "“", "u", FALSE },
  { "topic", "Topic", "#c01c28", "T", "t", TRUE },
};

void
sutra_type_spec_free (SutraTypeSpec *self)
{
  if (self == NULL)
    return;

  g_free (self->slug);
  g_free (self->name);
  g_free (self->color);
  g_free (self->badge);
  g_free (self->shortcut);
  g_free (self->parent);
  g_free (self);
}

SutraTypeSpec *
sutra_type_spec_copy (const SutraTypeSpec *self)
{
  SutraTypeSpec *copy = g_new0 (SutraTypeSpec, 1);

  copy->slug = g_strdup (self->slug);
  copy->name = g_strdup (self->name);
  copy->color = g_strdup (self->color);
  copy->badge = g_strdup (self->badge);
  copy->shortcut = g_strdup (self->shortcut);
  copy->parent = g_strdup (self->parent);
  copy->names_entities = self->names_entities;

  return copy;
}

GPtrArray *
sutra_tagset_default_specs (void)
{
  GPtrArray *specs = g_ptr_array_new_with_free_func ((GDestroyNotify) sutra_type_spec_free);

  for (guint i = 0; i < G_N_ELEMENTS (stock); i++)
    {
      SutraTypeSpec *spec = g_new0 (SutraTypeSpec, 1);

      spec->slug = g_strdup (stock[i].slug);
      spec->color = g_strdup (stock[i].color);
      spec->badge = g_strdup (stock[i].badge);
      spec->shortcut = g_strdup (stock[i].shortcut);
      spec->names_entities = stock[i].names_entities;
      g_ptr_array_add (specs, spec);
    }

  return specs;
}

const char *
sutra_tagset_stock_name (const char *slug)
{
  for (guint i = 0; i < G_N_ELEMENTS (stock); i++)
    {
      if (g_strcmp0 (stock[i].slug, slug) == 0)
        return stock[i].name;
    }

  return NULL;
}

static gboolean
is_slug (const char *slug)
{
  gsize length;

  if (slug == NULL || !g_ascii_islower (slug[0]))
    return FALSE;
  length = strspn (slug, "abcdefghijklmnopqrstuvwxyz0123456789-");
  return slug[length] == '\0' && length <= 40;
}

static gboolean
is_color (const char *color)
{
  if (color == NULL || strlen (color) != 7 || color[0] != '#')
    return FALSE;
  return strspn (color + 1, "0123456789abcdefABCDEF") == 6;
}

/* Valid UTF-8 of @min to @max visible code points, with or without @spaces. */
static gboolean
is_visible (const char *string, glong min, glong max, gboolean spaces)
{
  glong n = 0;

  if (string == NULL || !g_utf8_validate (string, -1, NULL))
    return FALSE;
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (n == max || g_unichar_iscntrl (c) || (!spaces && !g_unichar_isgraph (c)))
        return FALSE;
    }
  return n >= min;
}

gboolean
sutra_type_badge_is_valid (const char *badge)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SutraText) text = NULL;
  gsize length;

  if (!is_visible (badge, 1, 16, FALSE))
    return FALSE;
  bytes = g_bytes_new (badge, strlen (badge));
  text = sutra_text_new (bytes, NULL);
  if (text == NULL)
    return FALSE;
  length = sutra_text_get_length (text);
  return sutra_akshara_next (text, 0) == length || sutra_akshara_next (text, sutra_akshara_next (text, 0)) == length;
}

static gboolean
fail (GError **error, const SutraTypeSpec *self, const char *field, const char *value, const char *rule)
{
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID, "Type “%s”: %s “%s” is not allowed: %s.", self->slug != NULL ? self->slug : "",
               field, value != NULL ? value : "", rule);
  return FALSE;
}

gboolean
sutra_type_spec_validate (const SutraTypeSpec *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!is_slug (self->slug))
    return fail (error, self, "slug", self->slug, "give 1 to 40 of a-z, 0-9 and hyphen, starting with a letter");
  if (self->name != NULL && !is_visible (self->name, 1, 60, TRUE))
    return fail (error, self, "name", self->name, "give 1 to 60 characters without line breaks");
  if (self->name != NULL && g_utf8_strchr (" \t", -1, g_utf8_get_char (self->name)) != NULL)
    return fail (error, self, "name", self->name, "it may not start with a space");
  if (!is_color (self->color))
    return fail (error, self, "color", self->color, "give # and six hexadecimal digits, as in #3584e4");
  if (!sutra_type_badge_is_valid (self->badge))
    return fail (error, self, "badge", self->badge, "give one or two letters or signs");
  if (self->shortcut != NULL && !is_visible (self->shortcut, 1, 1, FALSE))
    return fail (error, self, "shortcut", self->shortcut, "give one key");
  if (self->shortcut != NULL && g_unichar_isupper (g_utf8_get_char (self->shortcut)))
    return fail (error, self, "shortcut", self->shortcut, "give the key in lower case");
  if (self->shortcut != NULL && g_utf8_strchr ("n[]", -1, g_utf8_get_char (self->shortcut)) != NULL)
    return fail (error, self, "shortcut", self->shortcut, "the article uses this key itself");
  if (self->parent != NULL && !is_slug (self->parent))
    return fail (error, self, "parent", self->parent, "give the slug of another type");
  if (g_strcmp0 (self->parent, self->slug) == 0)
    return fail (error, self, "parent", self->parent, "a type cannot be its own parent");

  return TRUE;
}

static const SutraTypeSpec *
find_slug (GPtrArray *specs, const char *slug)
{
  for (guint i = 0; i < specs->len; i++)
    {
      const SutraTypeSpec *spec = g_ptr_array_index (specs, i);

      if (strcmp (spec->slug, slug) == 0)
        return spec;
    }
  return NULL;
}

gboolean
sutra_type_specs_validate (GPtrArray *specs, GError **error)
{
  g_autoptr (GHashTable) slugs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) shortcuts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < specs->len; i++)
    {
      const SutraTypeSpec *spec = g_ptr_array_index (specs, i);

      if (!sutra_type_spec_validate (spec, error))
        return FALSE;
      if (!g_hash_table_add (slugs, spec->slug))
        return fail (error, spec, "slug", spec->slug, "another type has it already");
      if (spec->shortcut != NULL && !g_hash_table_add (shortcuts, spec->shortcut))
        return fail (error, spec, "shortcut", spec->shortcut, "another type has it already");
    }

  for (guint i = 0; i < specs->len; i++)
    {
      const SutraTypeSpec *spec = g_ptr_array_index (specs, i);
      const SutraTypeSpec *up = spec;

      for (guint depth = 0; up->parent != NULL; depth++)
        {
          const SutraTypeSpec *next = find_slug (specs, up->parent);

          if (next == NULL)
            return fail (error, up, "parent", up->parent, "there is no such type");
          if (depth == specs->len)
            return fail (error, spec, "parent", spec->parent, "the types would be each other's parents");
          up = next;
        }
    }

  return TRUE;
}
