/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-report-private.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "sutra-edtf.h"
#include "sutra-utf8.h"

/* A row of the tables: an entity, or the mentions without one that share type, dictionary form and value. */
typedef struct
{
  guint type;
  guint entity;        /* or SUTRA_SNAPSHOT_NONE */
  guint first_mention; /* or SUTRA_SNAPSHOT_NONE: an entity that is nowhere mentioned */
  char *label;
  const char *value;
  GArray *mentions; /* guint */
} Row;

typedef struct
{
  SutraReport *report;
  const SutraSnapshot *snapshot;
  GPtrArray *rows;
  GHashTable *unlinked; /* key → Row */
} Tables;

static void
row_free (Row *self)
{
  g_free (self->label);
  g_array_unref (self->mentions);
  g_free (self);
}

static Row *
add_row (Tables *tables, guint type, guint entity, char *label)
{
  Row *row = g_new0 (Row, 1);

  row->type = type;
  row->entity = entity;
  row->label = label;
  row->first_mention = SUTRA_SNAPSHOT_NONE;
  row->mentions = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (tables->rows, row);
  return row;
}

static char *
dictionary_form (const SutraSnapshotMention *mention)
{
  gsize n_bytes = strlen (mention->quote);
  gsize n = mention->stem_end > mention->start ? mention->stem_end - mention->start : G_MAXSIZE;

  if (mention->n_fragments > 0)
    return g_strconcat (mention->quote, " …", NULL);
  return g_strndup (mention->quote, sutra_utf8_byte_of (mention->quote, n_bytes, n));
}

static Row *
unlinked_row (Tables *tables, const SutraSnapshotMention *mention)
{
  g_autofree char *form = dictionary_form (mention);
  g_autofree char *key = g_strdup_printf ("%u\n%s\n%s", mention->type, mention->value != NULL ? mention->value : "", form);
  Row *row = g_hash_table_lookup (tables->unlinked, key);

  if (row != NULL)
    return row;
  row = add_row (tables, mention->type, SUTRA_SNAPSHOT_NONE, g_steal_pointer (&form));
  row->value = mention->value;
  g_hash_table_insert (tables->unlinked, g_steal_pointer (&key), row);
  return row;
}

static void
gather_rows (Tables *tables)
{
  const SutraSnapshot *snapshot = tables->snapshot;
  g_autoptr (GPtrArray) by_entity = g_ptr_array_new ();

  for (guint i = 0; i < snapshot->entities->len; i++)
    {
      const SutraSnapshotEntity *entity = sutra_snapshot_entity (snapshot, i);

      g_ptr_array_add (by_entity, add_row (tables, entity->type, i, g_strdup (entity->label)));
    }
  for (guint i = 0; i < snapshot->mentions->len; i++)
    {
      const SutraSnapshotMention *mention = sutra_snapshot_mention (snapshot, i);
      Row *row = mention->entity != SUTRA_SNAPSHOT_NONE ? by_entity->pdata[mention->entity] : unlinked_row (tables, mention);

      if (row->mentions->len == 0)
        row->first_mention = i;
      g_array_append_val (row->mentions, i);
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *x = *(const Row *const *) a;
  const Row *y = *(const Row *const *) b;

  if (x->type != y->type)
    return x->type < y->type ? -1 : 1;
  if (x->first_mention != y->first_mention)
    return x->first_mention < y->first_mention ? -1 : 1;
  return x->entity < y->entity ? -1 : x->entity > y->entity;
}

/* Bengali letters tell; for others nothing is said. */
static const char *
guess_language (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_get_char (p) >= 0x0980 && g_utf8_get_char (p) <= 0x09ff)
      return "bn";
  return NULL;
}

static void
add_text (SutraRun *run, SutraInlineKind kind, const char *text)
{
  sutra_run_add (run, kind, text, 0, NULL);
  sutra_run_set_language (run, guess_language (text));
}

static void
add_note (SutraRun *run, const char *label, const char *text)
{
  g_autofree char *note = NULL;

  if (text == NULL || text[0] == '\0')
    return;
  note = label != NULL ? g_strdup_printf ("%s: %s", label, text) : g_strdup (text);
  sutra_run_add (run, SUTRA_INLINE_BREAK, NULL, 0, NULL);
  add_text (run, SUTRA_INLINE_NOTE, note);
}

static void
add_date_note (const Tables *tables, SutraRun *run, const char *label, const char *edtf)
{
  g_autofree char *named = NULL;

  if (edtf == NULL || edtf[0] == '\0')
    return;
  named = g_strdup_printf ("%s: ", label);
  sutra_run_add (run, SUTRA_INLINE_BREAK, NULL, 0, NULL);
  sutra_run_add (run, SUTRA_INLINE_NOTE, named, 0, NULL);
  sutra_report_add_date (run, tables->report->language, edtf);
}

/* A type below "date" is another one in a snapshot, and its values are shown as they are stored. */
static void
add_value_note (const Tables *tables, SutraRun *run, guint type, const char *value)
{
  if (strcmp (sutra_snapshot_type (tables->snapshot, type)->slug, "date") == 0 && sutra_edtf_validate (value, NULL))
    add_date_note (tables, run, _ ("Value"), value);
  else
    add_note (run, _ ("Value"), value);
}

static void
add_entity_notes (const Tables *tables, SutraRun *run, const SutraSnapshotEntity *entity)
{
  g_autoptr (GString) aliases = g_string_new (NULL);

  for (guint i = 0; i < entity->n_aliases; i++)
    g_string_append_printf (aliases, "%s%s", i > 0 ? ", " : "", entity->aliases[i].text);
  add_note (run, _ ("Also"), aliases->str);
  add_value_note (tables, run, entity->type, entity->value);
  add_date_note (tables, run, _ ("Date"), entity->date);
  if (entity->latitude == entity->latitude && entity->longitude == entity->longitude)
    {
      g_autofree char *place = g_strdup_printf ("%.5f, %.5f", entity->latitude, entity->longitude);

      add_note (run, _ ("Position"), place);
    }
  for (guint i = 0; i < entity->n_attributes; i++)
    add_note (run, entity->attributes[i].name, entity->attributes[i].value);
  add_note (run, NULL, entity->notes);
}

/* Each form as it stands in the text, and behind it the numbers of its mentions. */
static void
add_mentions (Tables *tables, SutraRun *run, const Row *row)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();

  for (guint i = 0; i < row->mentions->len; i++)
    {
      guint index = g_array_index (row->mentions, guint, i);
      const SutraSnapshotMention *mention = sutra_snapshot_mention (tables->snapshot, index);
      GArray *numbers = g_hash_table_lookup (seen, mention->quote);

      if (numbers == NULL)
        {
          numbers = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (seen, (gpointer) mention->quote, numbers);
          g_ptr_array_add (forms, (gpointer) mention->quote);
        }
      g_array_append_val (numbers, index);
    }
  for (guint i = 0; i < forms->len; i++)
    {
      const GArray *numbers = g_hash_table_lookup (seen, forms->pdata[i]);

      if (i > 0)
        sutra_run_add (run, SUTRA_INLINE_BREAK, NULL, 0, NULL);
      add_text (run, SUTRA_INLINE_TEXT, forms->pdata[i]);
      for (guint k = 0; k < numbers->len; k++)
        sutra_run_add (run, SUTRA_INLINE_MENTION, NULL, g_array_index (numbers, guint, k), NULL);
    }
}

static SutraBlock *
add_table (Tables *tables, SutraSection *section, guint type, guint n_mentions)
{
  SutraBlock *table = sutra_section_add_block (section, SUTRA_BLOCK_TABLE);
  g_autofree char *name = sutra_report_dup_type_name (sutra_snapshot_type (tables->snapshot, type));
  g_autofree char *number = sutra_report_format_number (tables->report->language, n_mentions);

  /* Translators: a heading: the name of an entity type and how often it is mentioned. */
  table->caption = g_strdup_printf (_ ("%s (%s)"), name, number);
  table->type = type;
  g_ptr_array_add (table->columns, g_strdup (_ ("Name")));
  g_ptr_array_add (table->columns, g_strconcat ("#", _ ("Mentions"), NULL));
  g_ptr_array_add (table->columns, g_strdup (_ ("In the text")));
  return table;
}

static void
write_row (Tables *tables, SutraBlock *table, const Row *row, guint number)
{
  g_autofree char *count = sutra_report_format_number (tables->report->language, row->mentions->len);
  SutraRun *name = sutra_block_add_run (table, NULL);

  name->anchor = number + 1;
  add_text (name, SUTRA_INLINE_TEXT, row->label);
  if (row->entity != SUTRA_SNAPSHOT_NONE)
    add_entity_notes (tables, name, sutra_snapshot_entity (tables->snapshot, row->entity));
  else
    add_value_note (tables, name, row->type, row->value);
  sutra_run_add (sutra_block_add_run (table, NULL), SUTRA_INLINE_TEXT, count, 0, NULL);
  add_mentions (tables, sutra_block_add_run (table, NULL), row);
  for (guint i = 0; i < row->mentions->len; i++)
    tables->report->entity_rows[g_array_index (row->mentions, guint, i)] = number;
}

void
sutra_report_add_entities (SutraReport *report, const SutraSnapshot *snapshot)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autoptr (GHashTable) unlinked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Tables tables = { report, snapshot, rows, unlinked };
  SutraSection *section = sutra_report_add_section (report, "entities", _ ("Entities"), 1);
  SutraBlock *table = NULL;

  report->entity_rows = g_new0 (guint, snapshot->mentions->len + 1);
  gather_rows (&tables);
  g_ptr_array_sort (rows, compare_rows);
  report->n_rows = rows->len;
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = rows->pdata[i];

      if (i == 0 || ((const Row *) rows->pdata[i - 1])->type != row->type)
        {
          guint n = 0;

          for (guint k = i; k < rows->len && ((const Row *) rows->pdata[k])->type == row->type; k++)
            n += ((const Row *) rows->pdata[k])->mentions->len;
          table = add_table (&tables, section, row->type, n);
        }
      write_row (&tables, table, row, i);
    }
  if (rows->len == 0)
    sutra_run_add (sutra_block_add_run (sutra_section_add_block (section, SUTRA_BLOCK_PARAGRAPH), NULL), SUTRA_INLINE_NOTE,
                   _ ("Nothing is marked yet."), 0, NULL);
}
