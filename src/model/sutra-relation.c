/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-relation.h"
#include "sutra-live-private.h"

struct _SutraRelation
{
  SutraLive parent_instance;

  SutraId source;
  SutraId target;
  SutraId mention;
  SutraId article;
  guint start;
  guint end;
  char *kind;
  char *date;
  char *notes;
};

G_DEFINE_FINAL_TYPE (SutraRelation, sutra_relation, SUTRA_TYPE_LIVE)

enum
{
  PROP_KIND = 1,
  PROP_DATE,
  PROP_NOTES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
sutra_relation_load (SutraLive *live, SutraStatement *row)
{
  SutraRelation *self = SUTRA_RELATION (live);

  self->source = sutra_statement_get_id (row, 1);
  self->target = sutra_statement_get_id (row, 2);
  sutra_live_take_string (live, &self->kind, sutra_statement_get_text (row, 3), properties[PROP_KIND]);
  self->mention = sutra_statement_get_id (row, 4);
  self->article = sutra_statement_get_id (row, 5);
  self->start = (guint) sutra_statement_get_int (row, 6);
  self->end = (guint) sutra_statement_get_int (row, 7);
  sutra_live_take_string (live, &self->date, sutra_statement_get_text (row, 8), properties[PROP_DATE]);
  sutra_live_take_string (live, &self->notes, sutra_statement_get_text (row, 9), properties[PROP_NOTES]);
}

static void
sutra_relation_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SutraRelation *self = SUTRA_RELATION (object);

  switch (property_id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    case PROP_NOTES:
      g_value_set_string (value, self->notes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_relation_finalize (GObject *object)
{
  SutraRelation *self = SUTRA_RELATION (object);

  g_free (self->kind);
  g_free (self->date);
  g_free (self->notes);

  G_OBJECT_CLASS (sutra_relation_parent_class)->finalize (object);
}

static void
sutra_relation_class_init (SutraRelationClass *klass)
{
  static const char *const names[] = { "kind", "date", "notes", NULL };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SutraLiveClass *live_class = SUTRA_LIVE_CLASS (klass);

  object_class->get_property = sutra_relation_get_property;
  object_class->finalize = sutra_relation_finalize;
  live_class->table = SUTRA_TABLE_RELATION;
  live_class->select = "SELECT id, source, target, type, mention, article, start, \"end\", date, notes FROM relation WHERE id = ?";
  live_class->load = sutra_relation_load;

  sutra_live_install_strings (object_class, properties, PROP_KIND, names);
}

static void
sutra_relation_init (SutraRelation *self)
{
}

const SutraId *
sutra_relation_get_id (SutraRelation *self)
{
  g_return_val_if_fail (SUTRA_IS_RELATION (self), NULL);

  return sutra_live_get_id (SUTRA_LIVE (self));
}

const SutraId *
sutra_relation_get_source (SutraRelation *self)
{
  g_return_val_if_fail (SUTRA_IS_RELATION (self), NULL);

  return &self->source;
}

const SutraId *
sutra_relation_get_target (SutraRelation *self)
{
  g_return_val_if_fail (SUTRA_IS_RELATION (self), NULL);

  return &self->target;
}

const char *
sutra_relation_get_kind (SutraRelation *self)
{
  g_return_val_if_fail (SUTRA_IS_RELATION (self), NULL);

  return self->kind;
}

const SutraId *
sutra_relation_get_mention (SutraRelation *self)
{
  g_return_val_if_fail (SUTRA_IS_RELATION (self), NULL);

  return &self->mention;
}

const SutraId *
sutra_relation_get_article (SutraRelation *self)
{
  g_return_val_if_fail (SUTRA_IS_RELATION (self), NULL);

  return &self->article;
}

guint
sutra_relation_get_start (SutraRelation *self)
{
  g_return_val_if_fail (SUTRA_IS_RELATION (self), 0);

  return self->start;
}

guint
sutra_relation_get_end (SutraRelation *self)
{
  g_return_val_if_fail (SUTRA_IS_RELATION (self), 0);

  return self->end;
}

const char *
sutra_relation_get_date (SutraRelation *self)
{
  g_return_val_if_fail (SUTRA_IS_RELATION (self), NULL);

  return self->date;
}

const char *
sutra_relation_get_notes (SutraRelation *self)
{
  g_return_val_if_fail (SUTRA_IS_RELATION (self), NULL);

  return self->notes;
}

gboolean
sutra_relation_get_deleted (SutraRelation *self)
{
  g_return_val_if_fail (SUTRA_IS_RELATION (self), TRUE);

  return sutra_live_get_deleted (SUTRA_LIVE (self));
}
