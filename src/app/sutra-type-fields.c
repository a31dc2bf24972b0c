/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-type-fields.h"

#include <glib/gi18n.h>

#include "sutra-type-name.h"

/* Taken by the article view itself. */
#define RESERVED "n[]"

char *
sutra_type_fields_find_problem (SutraTagset *tagset, SutraEntityType *type, const SutraTypeSpec *spec)
{
  gboolean stock = type != NULL && sutra_type_style_stock_name (sutra_entity_type_get_slug (type)) != NULL;
  g_autoptr (GError) error = NULL;
  SutraTypeSpec copy = *spec;
  SutraEntityType *other = NULL;

  if ((spec->name == NULL || spec->name[0] == '\0') && !stock)
    return g_strdup (_ ("Give the type a name."));
  if (spec->name != NULL && g_utf8_strlen (spec->name, -1) > 60)
    return g_strdup (_ ("The name is longer than 60 characters."));
  if (!sutra_type_badge_is_valid (spec->badge))
    return g_strdup (_ ("The badge is one or two letters."));
  if (spec->shortcut != NULL && g_utf8_strlen (spec->shortcut, -1) > 1)
    return g_strdup (_ ("The key is one letter or sign."));
  if (spec->shortcut != NULL && g_utf8_strchr (RESERVED, -1, g_utf8_get_char (spec->shortcut)) != NULL)
    return g_strdup_printf (_ ("The key “%s” moves from mention to mention or moves their ends. Choose another one."), spec->shortcut);
  other = spec->shortcut != NULL ? sutra_tagset_get_by_shortcut (tagset, spec->shortcut) : NULL;
  if (other != NULL && other != type)
    {
      g_autofree char *name = sutra_type_style_dup_name (other);

      return g_strdup_printf (_ ("“%s” is the key of “%s” already."), spec->shortcut, name);
    }

  /* The rest is rare (control characters, a shortcut that is no visible sign): the core's own words. */
  if (copy.slug == NULL)
    copy.slug = (char *) "new";
  if (copy.name != NULL && copy.name[0] == '\0')
    copy.name = NULL;
  return sutra_type_spec_validate (&copy, &error) ? NULL : g_strdup (error->message);
}

char *
sutra_type_fields_suggest_badge (const char *name)
{
  gunichar first = g_utf8_get_char (name);
  char badge[8] = "";

  if (first != 0 && g_unichar_isgraph (first))
    badge[g_unichar_to_utf8 (g_unichar_toupper (first), badge)] = '\0';
  return g_strdup (badge);
}

char *
sutra_type_fields_suggest_shortcut (SutraTagset *tagset, const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));
      char key[8] = "";

      /* A vowel sign or virama has no place of its own on a key cap. */
      if (!g_unichar_isalnum (c) || g_utf8_strchr (RESERVED, -1, c) != NULL)
        continue;
      key[g_unichar_to_utf8 (c, key)] = '\0';
      if (sutra_tagset_get_by_shortcut (tagset, key) == NULL)
        return g_strdup (key);
    }
  return g_strdup ("");
}

const char *
sutra_type_fields_suggest_color (SutraTagset *tagset)
{
  static const char *const colors[] = { "#1c71d8", "#613583", "#2ec27e", "#a51d2d", "#c64600", "#00787e", "#986a44", "#5e5c64", "#b83280" };

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      gboolean taken = FALSE;

      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (tagset)) && !taken; k++)
        {
          g_autoptr (SutraEntityType) type = g_list_model_get_item (G_LIST_MODEL (tagset), k);

          taken = g_ascii_strcasecmp (sutra_entity_type_get_color (type), colors[i]) == 0;
        }
      if (!taken)
        return colors[i];
    }
  return colors[0];
}

static gboolean
is_below (SutraTagset *tagset, SutraEntityType *candidate, SutraEntityType *type)
{
  guint limit = g_list_model_get_n_items (G_LIST_MODEL (tagset));

  for (guint depth = 0; candidate != NULL && depth <= limit; depth++)
    {
      if (candidate == type)
        return TRUE;
      candidate = sutra_tagset_get (tagset, sutra_entity_type_get_parent (candidate));
    }
  return FALSE;
}

GPtrArray *
sutra_type_fields_list_parents (SutraTagset *tagset, SutraEntityType *type)
{
  GPtrArray *parents = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tagset)); i++)
    {
      g_autoptr (SutraEntityType) candidate = g_list_model_get_item (G_LIST_MODEL (tagset), i);

      if (type == NULL || !is_below (tagset, candidate, type))
        g_ptr_array_add (parents, g_steal_pointer (&candidate));
    }
  return parents;
}
