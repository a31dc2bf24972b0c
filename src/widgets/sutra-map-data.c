/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-map-data.h"

struct _SutraMapData
{
  GObject parent_instance;

  SutraWorld *world;         /* (nullable) (owned) */
  SutraGazetteer *gazetteer; /* (nullable) (owned) */
  GError *error;             /* (nullable) (owned) */
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (SutraMapData, sutra_map_data, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What the thread reads; both nullable. */
typedef struct
{
  SutraWorld *world;
  SutraGazetteer *gazetteer;
  GError *error;
} Loaded;

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_pointer (&loaded->world, sutra_world_unref);
  g_clear_pointer (&loaded->gazetteer, sutra_gazetteer_unref);
  g_clear_error (&loaded->error);
  g_free (loaded);
}

/* A level is decoded when it is first asked for: those that the first frame may want are asked for here. */
static void
decode_ahead (SutraWorld *world)
{
  guint n;

  sutra_world_get_shapes (world, SUTRA_WORLD_COARSE, SUTRA_WORLD_LAND, &n);
  sutra_world_get_shapes (world, SUTRA_WORLD_MEDIUM, SUTRA_WORLD_LAND, &n);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Loaded *loaded = g_new0 (Loaded, 1);

  loaded->world = sutra_world_load (NULL, &loaded->error);
  if (loaded->world != NULL)
    decode_ahead (loaded->world);
  loaded->gazetteer = sutra_gazetteer_load (NULL, loaded->error == NULL ? &loaded->error : NULL);
  g_task_return_pointer (task, loaded, loaded_free);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  SutraMapData *self = SUTRA_MAP_DATA (object);
  Loaded *loaded = g_task_propagate_pointer (G_TASK (result), NULL);

  self->loading = FALSE;
  if (self->world == NULL)
    self->world = g_steal_pointer (&loaded->world);
  if (self->gazetteer == NULL)
    self->gazetteer = g_steal_pointer (&loaded->gazetteer);
  if (self->world == NULL || self->gazetteer == NULL)
    self->error = g_steal_pointer (&loaded->error);
  loaded_free (loaded);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
sutra_map_data_finalize (GObject *object)
{
  SutraMapData *self = SUTRA_MAP_DATA (object);

  g_clear_pointer (&self->world, sutra_world_unref);
  g_clear_pointer (&self->gazetteer, sutra_gazetteer_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (sutra_map_data_parent_class)->finalize (object);
}

static void
sutra_map_data_class_init (SutraMapDataClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sutra_map_data_finalize;
  signals[CHANGED] = g_signal_new ("changed", SUTRA_TYPE_MAP_DATA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sutra_map_data_init (SutraMapData *self)
{
}

SutraMapData *
sutra_map_data_new (void)
{
  return g_object_new (SUTRA_TYPE_MAP_DATA, NULL);
}

void
sutra_map_data_load (SutraMapData *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SUTRA_IS_MAP_DATA (self));

  if (self->loading || (self->world != NULL && self->gazetteer != NULL))
    return;
  g_clear_error (&self->error);
  self->loading = TRUE;
  task = g_task_new (self, NULL, loaded_cb, NULL);
  g_task_set_source_tag (task, sutra_map_data_load);
  g_task_run_in_thread (task, load_in_thread);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
sutra_map_data_is_loading (SutraMapData *self)
{
  g_return_val_if_fail (SUTRA_IS_MAP_DATA (self), FALSE);
  return self->loading;
}

SutraWorld *
sutra_map_data_get_world (SutraMapData *self)
{
  g_return_val_if_fail (SUTRA_IS_MAP_DATA (self), NULL);
  return self->world;
}

SutraGazetteer *
sutra_map_data_get_gazetteer (SutraMapData *self)
{
  g_return_val_if_fail (SUTRA_IS_MAP_DATA (self), NULL);
  return self->gazetteer;
}

const GError *
sutra_map_data_get_error (SutraMapData *self)
{
  g_return_val_if_fail (SUTRA_IS_MAP_DATA (self), NULL);
  return self->error;
}
