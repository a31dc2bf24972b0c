/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-live-private.h"
#include "sutra-case-private.h"

#include <math.h>

typedef struct
{
  SutraCase *the_case; /* (unowned) (nullable): cleared when the case is closed */
  SutraId id;
  gboolean deleted;
} SutraLivePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SutraLive, sutra_live, G_TYPE_OBJECT)

enum
{
  PROP_DELETED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
sutra_live_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_DELETED:
      g_value_set_boolean (value, sutra_live_get_deleted (SUTRA_LIVE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_live_dispose (GObject *object)
{
  SutraLive *self = SUTRA_LIVE (object);
  SutraLivePrivate *priv = sutra_live_get_instance_private (self);

  if (priv->the_case != NULL)
    sutra_case_forget_live (priv->the_case, SUTRA_LIVE_GET_CLASS (self)->table, self);
  priv->the_case = NULL;

  G_OBJECT_CLASS (sutra_live_parent_class)->dispose (object);
}

static void
sutra_live_class_init (SutraLiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sutra_live_get_property;
  object_class->dispose = sutra_live_dispose;

  properties[PROP_DELETED] =
      g_param_spec_boolean ("deleted", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sutra_live_init (SutraLive *self)
{
}

SutraLive *
sutra_live_new (GType type, SutraCase *the_case, const SutraId *id)
{
  SutraLive *self = g_object_new (type, NULL);
  SutraLivePrivate *priv = sutra_live_get_instance_private (self);

  priv->the_case = the_case;
  priv->id = *id;
  sutra_case_remember_live (the_case, SUTRA_LIVE_GET_CLASS (self)->table, self);

  return self;
}

const SutraId *
sutra_live_get_id (SutraLive *self)
{
  SutraLivePrivate *priv = sutra_live_get_instance_private (self);

  return &priv->id;
}

gboolean
sutra_live_get_deleted (SutraLive *self)
{
  SutraLivePrivate *priv = sutra_live_get_instance_private (self);

  return priv->deleted;
}

SutraCase *
sutra_live_get_case (SutraLive *self)
{
  SutraLivePrivate *priv = sutra_live_get_instance_private (self);

  return priv->the_case;
}

SutraStore *
sutra_live_get_store (SutraLive *self)
{
  SutraLivePrivate *priv = sutra_live_get_instance_private (self);

  return priv->the_case != NULL ? sutra_case_get_store (priv->the_case) : NULL;
}

void
sutra_live_detach (SutraLive *self)
{
  SutraLivePrivate *priv = sutra_live_get_instance_private (self);

  priv->the_case = NULL;
}

void
sutra_live_set_deleted (SutraLive *self, gboolean deleted)
{
  SutraLivePrivate *priv = sutra_live_get_instance_private (self);

  if (priv->deleted == deleted)
    return;
  priv->deleted = deleted;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DELETED]);
}

void
sutra_live_load (SutraLive *self, SutraStatement *row)
{
  g_object_freeze_notify (G_OBJECT (self));
  SUTRA_LIVE_GET_CLASS (self)->load (self, row);
  sutra_live_set_deleted (self, FALSE);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
sutra_live_reload (SutraLive *self, GError **error)
{
  SutraLivePrivate *priv = sutra_live_get_instance_private (self);
  SutraLiveClass *klass = SUTRA_LIVE_GET_CLASS (self);
  SutraStore *store = sutra_live_get_store (self);
  g_autoptr (SutraStatement) row = NULL;
  g_autoptr (GError) local_error = NULL;

  if (store == NULL)
    return sutra_case_fail_closed (error);

  row = sutra_statement_new (store, error, klass->select, "i", &priv->id);
  if (row == NULL)
    return FALSE;
  if (sutra_statement_next (row, &local_error))
    {
      sutra_live_load (self, row);
      return TRUE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  sutra_live_set_deleted (self, TRUE);
  return sutra_case_fail_not_found (klass->table, &priv->id, error);
}

void
sutra_live_take_string (SutraLive *self, char **field, const char *value, GParamSpec *pspec)
{
  if (g_strcmp0 (*field, value) == 0)
    return;
  g_free (*field);
  *field = g_strdup (value);
  if (pspec != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

void
sutra_live_take_int (SutraLive *self, guint *field, gint64 value, GParamSpec *pspec)
{
  if (*field == (guint) value)
    return;
  *field = (guint) value;
  if (pspec != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

void
sutra_live_take_double (SutraLive *self, double *field, double value, GParamSpec *pspec)
{
  if (*field == value || (isnan (*field) && isnan (value)))
    return;
  *field = value;
  if (pspec != NULL)
    g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

void
sutra_live_install_strings (GObjectClass *klass, GParamSpec **pspecs, guint first, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      pspecs[first + i] =
          g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
      g_object_class_install_property (klass, first + i, pspecs[first + i]);
    }
}
