/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-type-name.h"

#include <glib/gi18n.h>

static const struct
{
  const char *slug;
  const char *name;
} stock_names[] = {
  { "person", N_ ("Person") },     { "organisation", N_ ("Organisation") },
  { "place", N_ ("Place") },       { "facility", N_ ("Facility") },
  { "event", N_ ("Event") },       { "date", N_ ("Date") },
  { "quantity", N_ ("Quantity") }, { "role", N_ ("Role") },
  { "document", N_ ("Document") }, { "quotation", N_ ("Quotation") },
  { "topic", N_ ("Topic") },
};

const char *
sutra_type_style_stock_name (const char *slug)
{
  for (guint i = 0; i < G_N_ELEMENTS (stock_names); i++)
    if (g_strcmp0 (stock_names[i].slug, slug) == 0)
      return _ (stock_names[i].name);
  return NULL;
}

char *
sutra_type_style_dup_name (SutraEntityType *type)
{
  const char *name;

  g_return_val_if_fail (SUTRA_IS_ENTITY_TYPE (type), NULL);

  name = sutra_entity_type_get_name (type);
  if (name == NULL)
    name = sutra_type_style_stock_name (sutra_entity_type_get_slug (type));
  return g_strdup (name != NULL ? name : sutra_entity_type_get_slug (type));
}
