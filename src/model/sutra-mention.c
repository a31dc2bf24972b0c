/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-mention.h"
#include "sutra-live-private.h"

struct _SutraMention
{
  SutraLive parent_instance;

  SutraId article;
  SutraId type;
  SutraId entity;
  guint start;
  guint end;
  guint stem_end;
  guint status;
  guint origin;
  char *quote;
  char *value;
  char *note;
  char *author;
  char *created;
  char *fragments_text;
  GArray *fragments; /* SutraRange; (nullable): none */
};

G_DEFINE_FINAL_TYPE (SutraMention, sutra_mention, SUTRA_TYPE_LIVE)

enum
{
  PROP_QUOTE = 1,
  PROP_VALUE,
  PROP_NOTE,
  PROP_START,
  PROP_END,
  PROP_STEM_END,
  PROP_STATUS,
  PROP_ORIGIN,
  PROP_LINK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const char *const status_names[] = { "confirmed", "suggested", "rejected" };
static const char *const origin_names[] = { "hand", "occurrence", "suggestion", "import" };

static int
name_index (const char *const *names, guint n, const char *string)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (names[i], string) == 0)
        return (int) i;
    }
  return -1;
}

static void
sutra_mention_load (SutraLive *live, SutraStatement *row)
{
  SutraMention *self = SUTRA_MENTION (live);
  const char *fragments = sutra_statement_get_text (row, 14);
  SutraId type = sutra_statement_get_id (row, 2);
  SutraId entity = sutra_statement_get_id (row, 3);

  self->article = sutra_statement_get_id (row, 1);
  if (!sutra_id_equal (&type, &self->type) || !sutra_id_equal (&entity, &self->entity))
    {
      self->type = type;
      self->entity = entity;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINK]);
    }
  sutra_live_take_int (live, &self->start, sutra_statement_get_int (row, 4), properties[PROP_START]);
  sutra_live_take_int (live, &self->end, sutra_statement_get_int (row, 5), properties[PROP_END]);
  sutra_live_take_int (live, &self->stem_end, sutra_statement_get_int (row, 6), properties[PROP_STEM_END]);
  sutra_live_take_int (live, &self->status, sutra_mention_status_from_int (sutra_statement_get_int (row, 7)), properties[PROP_STATUS]);
  sutra_live_take_int (live, &self->origin, sutra_mention_origin_from_int (sutra_statement_get_int (row, 8)), properties[PROP_ORIGIN]);
  sutra_live_take_string (live, &self->quote, sutra_statement_get_text (row, 9), properties[PROP_QUOTE]);
  sutra_live_take_string (live, &self->value, sutra_statement_get_text (row, 10), properties[PROP_VALUE]);
  sutra_live_take_string (live, &self->note, sutra_statement_get_text (row, 11), properties[PROP_NOTE]);
  sutra_live_take_string (live, &self->author, sutra_statement_get_text (row, 12), NULL);
  sutra_live_take_string (live, &self->created, sutra_statement_get_text (row, 13), NULL);
  if (g_strcmp0 (fragments, self->fragments_text) != 0)
    {
      sutra_live_take_string (live, &self->fragments_text, fragments, NULL);
      g_clear_pointer (&self->fragments, g_array_unref);
      if (fragments != NULL)
        self->fragments = sutra_fragments_parse (fragments);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END]);
    }
}

static void
sutra_mention_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SutraMention *self = SUTRA_MENTION (object);

  switch (property_id)
    {
    case PROP_QUOTE:
      g_value_set_string (value, self->quote);
      break;
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_START:
      g_value_set_uint (value, self->start);
      break;
    case PROP_END:
      g_value_set_uint (value, self->end);
      break;
    case PROP_STEM_END:
      g_value_set_uint (value, self->stem_end);
      break;
    case PROP_STATUS:
      g_value_set_uint (value, self->status);
      break;
    case PROP_ORIGIN:
      g_value_set_uint (value, self->origin);
      break;
    case PROP_LINK:
      g_value_set_boolean (value, !sutra_id_is_null (&self->entity));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_mention_finalize (GObject *object)
{
  SutraMention *self = SUTRA_MENTION (object);

  g_free (self->quote);
  g_free (self->value);
  g_free (self->note);
  g_free (self->author);
  g_free (self->created);
  g_free (self->fragments_text);
  g_clear_pointer (&self->fragments, g_array_unref);

  G_OBJECT_CLASS (sutra_mention_parent_class)->finalize (object);
}

static void
sutra_mention_class_init (SutraMentionClass *klass)
{
  static const char *const strings[] = { "quote", "value", "note", NULL };
  static const char *const numbers[] = { "start", "end", "stem-end", "status", "origin" };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SutraLiveClass *live_class = SUTRA_LIVE_CLASS (klass);

  object_class->get_property = sutra_mention_get_property;
  object_class->finalize = sutra_mention_finalize;
  live_class->table = SUTRA_TABLE_MENTION;
  live_class->select = "SELECT id, article, type, entity, start, \"end\", stem_end, status, origin, quote, value, note, author, created,"
                       " fragments FROM mention WHERE id = ?";
  live_class->load = sutra_mention_load;

  sutra_live_install_strings (object_class, properties, PROP_QUOTE, strings);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      properties[PROP_START + i] = g_param_spec_uint (numbers[i], NULL, NULL, 0, G_MAXUINT, 0, flags);
      g_object_class_install_property (object_class, PROP_START + i, properties[PROP_START + i]);
    }
  properties[PROP_LINK] = g_param_spec_boolean ("linked", NULL, NULL, FALSE, flags);
  g_object_class_install_property (object_class, PROP_LINK, properties[PROP_LINK]);
}

static void
sutra_mention_init (SutraMention *self)
{
}

const char *
sutra_mention_status_to_string (SutraMentionStatus status)
{
  g_return_val_if_fail ((guint) status < G_N_ELEMENTS (status_names), NULL);

  return status_names[status];
}

int
sutra_mention_status_from_string (const char *string)
{
  return name_index (status_names, G_N_ELEMENTS (status_names), string);
}

const char *
sutra_mention_origin_to_string (SutraMentionOrigin origin)
{
  g_return_val_if_fail ((guint) origin < G_N_ELEMENTS (origin_names), NULL);

  return origin_names[origin];
}

int
sutra_mention_origin_from_string (const char *string)
{
  return name_index (origin_names, G_N_ELEMENTS (origin_names), string);
}

SutraMentionStatus
sutra_mention_status_from_int (gint64 number)
{
  return number >= 0 && number < (gint64) G_N_ELEMENTS (status_names) ? (SutraMentionStatus) number : SUTRA_MENTION_REJECTED;
}

SutraMentionOrigin
sutra_mention_origin_from_int (gint64 number)
{
  return number >= 0 && number < (gint64) G_N_ELEMENTS (origin_names) ? (SutraMentionOrigin) number : SUTRA_ORIGIN_IMPORT;
}

char *
sutra_fragments_format (const SutraRange *fragments, gsize n)
{
  GString *string;

  if (n == 0)
    return NULL;

  string = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (string, "%s%u-%u", i > 0 ? " " : "", fragments[i].start, fragments[i].end);
  return g_string_free (string, FALSE);
}

GArray *
sutra_fragments_parse (const char *string)
{
  GArray *fragments = g_array_new (FALSE, FALSE, sizeof (SutraRange));
  const char *p = string;

  while (p != NULL && g_ascii_isdigit (*p))
    {
      SutraRange range;
      char *end;

      range.start = (guint32) g_ascii_strtoull (p, &end, 10);
      if (*end != '-' || !g_ascii_isdigit (end[1]))
        break;
      range.end = (guint32) g_ascii_strtoull (end + 1, &end, 10);
      if (range.end <= range.start || fragments->len >= G_MAXUINT16)
        break;
      g_array_append_val (fragments, range);
      p = *end == ' ' ? end + 1 : end;
    }

  return fragments;
}

const SutraId *
sutra_mention_get_id (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), NULL);

  return sutra_live_get_id (SUTRA_LIVE (self));
}

gboolean
sutra_mention_get_deleted (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), TRUE);

  return sutra_live_get_deleted (SUTRA_LIVE (self));
}

const SutraId *
sutra_mention_get_article (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), NULL);

  return &self->article;
}

const SutraId *
sutra_mention_get_type_id (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), NULL);

  return &self->type;
}

const SutraId *
sutra_mention_get_entity (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), NULL);

  return &self->entity;
}

guint
sutra_mention_get_start (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), 0);

  return self->start;
}

guint
sutra_mention_get_end (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), 0);

  return self->end;
}

guint
sutra_mention_get_stem_end (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), 0);

  return self->stem_end;
}

const SutraRange *
sutra_mention_get_fragments (SutraMention *self, gsize *n)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), NULL);

  if (n != NULL)
    *n = self->fragments != NULL ? self->fragments->len : 0;
  return self->fragments != NULL ? (const SutraRange *) (gpointer) self->fragments->data : NULL;
}

const char *
sutra_mention_get_quote (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), NULL);

  return self->quote;
}

const char *
sutra_mention_get_value (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), NULL);

  return self->value;
}

const char *
sutra_mention_get_note (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), NULL);

  return self->note;
}

const char *
sutra_mention_get_author (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), NULL);

  return self->author;
}

const char *
sutra_mention_get_created (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), NULL);

  return self->created;
}

SutraMentionStatus
sutra_mention_get_status (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), SUTRA_MENTION_REJECTED);

  return (SutraMentionStatus) self->status;
}

SutraMentionOrigin
sutra_mention_get_origin (SutraMention *self)
{
  g_return_val_if_fail (SUTRA_IS_MENTION (self), SUTRA_ORIGIN_HAND);

  return (SutraMentionOrigin) self->origin;
}
