/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-format-label.h"

#include <glib/gi18n.h>

static const struct
{
  const char *id;
  const char *name;
  const char *use;
  const char *loses;
} labels[] = {
  { "html", N_ ("Annotated Report (HTML)"), N_ ("To read, print and pass on."),
    N_ ("relations, notes of mentions, possible locations and the history") },
  { "w3c", N_ ("W3C Web Annotation (JSON-LD)"), N_ ("For other annotation programs."),
    N_ ("relations, the texts, possible locations, the history, and what has no mention") },
  { "geojson", N_ ("Places (GeoJSON)"), N_ ("For maps and other programs that know places."),
    N_ ("what is nowhere on the map, turned down locations, relations, the texts and the history") },
  { "tagset", N_ ("Tagset (JSON)"), N_ ("To use the same entity types in another case."), N_ ("everything but the entity types") },
};

static int
find (const SutraFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (strcmp (labels[i].id, format->id) == 0)
        return (int) i;
    }
  return -1;
}

const char *
sutra_format_label_name (const SutraFormat *format)
{
  int i;

  g_return_val_if_fail (format != NULL, NULL);

  i = find (format);
  return i >= 0 ? _ (labels[i].name) : format->name;
}

char *
sutra_format_label_dup_loses (const SutraFormat *format)
{
  g_autofree char *loses = NULL;
  int i;

  g_return_val_if_fail (format != NULL, NULL);

  i = find (format);
  if (format->loses[0] != '\0')
    /* Translators: %s is a list such as "relations, notes of mentions, possible locations and the history" */
    loses = g_strdup_printf (_ ("Leaves out %s."), i >= 0 ? _ (labels[i].loses) : format->loses);
  if (i < 0)
    return g_strdup (loses != NULL ? loses : "");
  return loses != NULL ? g_strdup_printf ("%s %s", _ (labels[i].use), loses) : g_strdup (_ (labels[i].use));
}
