/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-check-private.h"

/**
 * Rule:
 * @table: what the rows are of
 * @sql: the ids of the rows that break the rule
 * @what: what is wrong with them
 */
typedef struct
{
  gboolean error;
  const char *table;
  const char *sql;
  const char *what;
} Rule;

static const Rule rules[] = {
  { TRUE, "article", "SELECT id FROM article WHERE sha256 NOT IN (SELECT sha256 FROM content)", "Its original bytes are missing." },
  { TRUE, "article", "SELECT id FROM article WHERE text_sha256 NOT IN (SELECT sha256 FROM content)", "Its text is missing." },
  { TRUE, "type", "SELECT id FROM type WHERE slug IN (SELECT slug FROM type GROUP BY slug HAVING count(*) > 1)",
    "Another type has the same id for scripts." },
  { TRUE, "type", "SELECT id FROM type WHERE color NOT GLOB '#[0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F][0-9a-fA-F]'",
    "Its colour is not of the form #rrggbb." },
  { TRUE, "type",
    "WITH RECURSIVE up (id, above, depth) AS (SELECT id, parent, 0 FROM type UNION ALL SELECT up.id, t.parent, depth + 1 FROM up JOIN type AS t "
    "ON t.id = up.above WHERE depth < 1000 AND up.above <> up.id) SELECT DISTINCT id FROM up WHERE above = id",
    "It is its own ancestor." },
  { TRUE, "type", "SELECT id FROM type WHERE entities NOT IN (0, 1)", "Whether it names entities is neither yes nor no." },
  { TRUE, "entity",
    "SELECT id FROM entity WHERE (latitude IS NULL) <> (longitude IS NULL) OR abs(latitude) > 90 OR abs(longitude) > 180 OR radius_m < 0",
    "Its place is not a point on the Earth." },
  { FALSE, "entity", "SELECT id FROM entity WHERE label_key <> fold(label)", "It cannot be found by its label." },
  { FALSE, "alias", "SELECT id FROM alias WHERE text_key <> fold(text)", "It cannot be found by its text." },
  { TRUE, "mention", "SELECT id FROM mention WHERE status NOT IN (0, 1, 2)", "Its status is unknown." },
  { TRUE, "mention", "SELECT id FROM mention WHERE origin NOT IN (0, 1, 2, 3)", "Its origin is unknown." },
  { TRUE, "boundary", "SELECT id FROM boundary WHERE joined NOT IN (0, 1)", "Whether a sentence ends there is neither yes nor no." },
  { TRUE, "location", "SELECT id FROM location WHERE abs(latitude) > 90 OR abs(longitude) > 180 OR radius_m < 0",
    "It is not a point on the Earth." },
  { TRUE, "location", "SELECT id FROM location WHERE role NOT IN (0, 1, 2)", "Whether it was chosen, kept or turned down is unknown." },
  { TRUE, "location", "SELECT id FROM location WHERE source NOT IN ('gazetteer', 'map', 'typed', 'import')", "Its source is unknown." },
  { TRUE, "location",
    "SELECT id FROM location WHERE role = 0 AND entity IN (SELECT entity FROM location WHERE role = 0 GROUP BY entity HAVING count(*) > 1)",
    "Its entity has another location that was chosen." },
  { TRUE, "location",
    "SELECT location.id FROM location JOIN entity ON entity.id = location.entity WHERE role = 0 AND (entity.latitude IS NOT location.latitude "
    "OR entity.longitude IS NOT location.longitude OR entity.radius_m IS NOT location.radius_m)",
    "It was chosen, but its entity is somewhere else." },
  { TRUE, "relation", "SELECT id FROM relation WHERE (start IS NULL) <> (\"end\" IS NULL) OR (start IS NOT NULL AND article IS NULL)",
    "Its evidence is not a whole passage." },
};

static void
on_broken_rule (SutraCheck *self, SutraStatement *row, gpointer data)
{
  const Rule *rule = data;
  SutraId id = sutra_statement_get_id (row, 0);

  sutra_check_add (self, rule->error, rule->table, &id, "%s", rule->what);
}

static void
on_bad_id (SutraCheck *self, SutraStatement *row, gpointer data)
{
  sutra_check_add (self, TRUE, data, NULL, "A row has an id that is none: %s.", sutra_statement_get_text (row, 0));
}

static void
on_area (SutraCheck *self, SutraStatement *row, gpointer data)
{
  SutraId id = sutra_statement_get_id (row, 0);

  if (!sutra_check_is_area (sutra_statement_get_text (row, 1)))
    sutra_check_add (self, TRUE, "location", &id, "Its area is not a list of country codes.");
}

gboolean
sutra_check_is_area (const char *area)
{
  for (const char *p = area;; p += 3)
    {
      if (!g_ascii_isupper (p[0]) || !g_ascii_isupper (p[1]) || (p[2] != '\0' && p[2] != ' '))
        return FALSE;
      if (p[2] == '\0')
        return TRUE;
    }
}

gboolean
sutra_check_rows (SutraCheck *self, GError **error)
{
  for (int i = 0; i < SUTRA_N_TABLES; i++)
    {
      const char *table = sutra_table_get_name ((SutraTable) i);
      g_autofree char *sql = g_strdup_printf ("SELECT quote(id) FROM \"%s\" WHERE typeof(id) <> 'blob' OR length(id) <> 16", table);

      if (!sutra_check_foreach (self, sql, on_bad_id, (gpointer) table, error))
        return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!sutra_check_foreach (self, rules[i].sql, on_broken_rule, (gpointer) &rules[i], error))
      return FALSE;
  return sutra_check_foreach (self, "SELECT id, area FROM location WHERE area IS NOT NULL", on_area, NULL, error);
}
