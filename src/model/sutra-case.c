/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-case.h"
#include "sutra-case-private.h"
#include "sutra-search.h"

#define WATCH_MS 500
#define CHECKPOINT_MS 1000

G_DEFINE_FINAL_TYPE (SutraCase, sutra_case, G_TYPE_OBJECT)

enum
{
  PROP_PATH = 1,
  PROP_NAME,
  PROP_READ_ONLY,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
sutra_case_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  SutraCase *self = SUTRA_CASE (object);

  switch (property_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sutra_case_dispose (GObject *object)
{
  SutraCase *self = SUTRA_CASE (object);

  sutra_case_close (self);
  g_clear_object (&self->tagset);

  G_OBJECT_CLASS (sutra_case_parent_class)->dispose (object);
}

static void
sutra_case_finalize (GObject *object)
{
  SutraCase *self = SUTRA_CASE (object);

  for (guint i = 0; i < SUTRA_N_TABLES; i++)
    g_hash_table_unref (self->live[i]);
  g_free (self->path);
  g_free (self->name);

  G_OBJECT_CLASS (sutra_case_parent_class)->finalize (object);
}

static void
sutra_case_class_init (SutraCaseClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sutra_case_get_property;
  object_class->dispose = sutra_case_dispose;
  object_class->finalize = sutra_case_finalize;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", SUTRA_TYPE_CASE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
sutra_case_init (SutraCase *self)
{
  for (guint i = 0; i < SUTRA_N_TABLES; i++)
    self->live[i] = g_hash_table_new (sutra_id_hash, sutra_id_equal);
}

void
sutra_case_emit_changed (SutraCase *self, SutraChanges *changes)
{
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

void
sutra_case_set_can (SutraCase *self, gboolean undo, gboolean redo)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->can_undo != undo)
    {
      self->can_undo = undo;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
    }
  if (self->can_redo != redo)
    {
      self->can_redo = redo;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/* ---- Life ---- */

static char *
name_of_path (const char *path)
{
  char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, ".sutra") && strlen (name) > strlen (".sutra"))
    name[strlen (name) - strlen (".sutra")] = '\0';
  return name;
}

/* A file whose making was interrupted gets what it lacks; a new one everything. */
static gboolean
complete_file (SutraStore *store, const char *name, GError **error)
{
  g_autofree char *id = sutra_store_get_setting (store, "case_id");
  SutraId parsed;

  if (!sutra_case_ensure_tagset (store, error))
    return FALSE;
  if (!sutra_id_from_string (id, &parsed))
    {
      g_autofree char *string = NULL;

      parsed = sutra_id_new ();
      string = sutra_id_dup_string (&parsed);
      if (!sutra_store_set_setting (store, "case_id", string, error))
        return FALSE;
    }
  return name == NULL || sutra_store_set_setting (store, "name", name, error);
}

static SutraCase *
take_store (SutraStore *store, GError **error)
{
  g_autoptr (SutraCase) self = g_object_new (SUTRA_TYPE_CASE, NULL);
  g_autofree char *id = NULL;
  g_autoptr (SutraHistoryRow) undo = NULL;
  g_autoptr (SutraHistoryRow) redo = NULL;

  self->store = store;
  self->path = g_strdup (sutra_store_get_path (store));
  self->read_only = sutra_store_is_read_only (store);
  sutra_store_set_automatic_checkpoint (store, FALSE);

  self->name = sutra_store_get_setting (store, "name");
  if (self->name == NULL || self->name[0] == '\0')
    {
      g_free (self->name);
      self->name = name_of_path (self->path);
    }

  id = sutra_store_get_setting (store, "case_id");
  if (!sutra_id_from_string (id, &self->id))
    self->id = sutra_id_new ();

  self->tagset = sutra_tagset_new (self);
  if (!sutra_tagset_reload (self->tagset, error))
    return NULL;

  undo = sutra_history_peek_undo (store);
  redo = sutra_history_peek_redo (store);
  self->can_undo = undo != NULL && !self->read_only;
  self->can_redo = redo != NULL && !self->read_only;

  return g_steal_pointer (&self);
}

SutraCase *
sutra_case_create (const char *path, const char *name, GError **error)
{
  g_autoptr (SutraStore) store = NULL;
  g_autofree char *own_name = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  store = sutra_store_create (path, error);
  if (store == NULL)
    return NULL;

  own_name = name != NULL && name[0] != '\0' ? g_strdup (name) : name_of_path (path);
  if (!complete_file (store, own_name, error))
    return NULL;

  return take_store (g_steal_pointer (&store), error);
}

SutraCase *
sutra_case_open (const char *path, gboolean read_only, GError **error)
{
  g_autoptr (SutraStore) store = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  store = sutra_store_open (path, read_only ? SUTRA_STORE_READ_ONLY : SUTRA_STORE_DEFAULT, error);
  if (store == NULL)
    return NULL;
  if (!sutra_store_is_read_only (store) && !complete_file (store, NULL, error))
    return NULL;

  return take_store (g_steal_pointer (&store), error);
}

void
sutra_case_close (SutraCase *self)
{
  g_return_if_fail (SUTRA_IS_CASE (self));

  g_clear_handle_id (&self->watch_source, g_source_remove);
  g_clear_handle_id (&self->checkpoint_source, g_source_remove);
  g_clear_handle_id (&self->index_source, g_source_remove);

  for (guint i = 0; i < SUTRA_N_TABLES; i++)
    {
      GHashTableIter iter;
      gpointer live;

      g_hash_table_iter_init (&iter, self->live[i]);
      while (g_hash_table_iter_next (&iter, NULL, &live))
        sutra_live_detach (live);
      g_hash_table_remove_all (self->live[i]);
    }
  g_clear_pointer (&self->text, sutra_text_unref);

  if (self->reader != NULL)
    sutra_worker_shutdown (self->reader);
  if (self->jobs != NULL)
    sutra_worker_shutdown (self->jobs);
  g_clear_object (&self->reader);
  g_clear_object (&self->jobs);
  g_clear_pointer (&self->store, sutra_store_close);
}

const char *
sutra_case_get_path (SutraCase *self)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);

  return self->path;
}

const SutraId *
sutra_case_get_id (SutraCase *self)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);

  return &self->id;
}

const char *
sutra_case_get_name (SutraCase *self)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);

  return self->name;
}

gboolean
sutra_case_set_name (SutraCase *self, const char *name, GError **error)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);

  if (self->store == NULL)
    return sutra_case_fail_closed (error);
  clean = sutra_case_clean_label (name, error);
  if (clean == NULL)
    return FALSE;
  if (strcmp (clean, self->name) == 0)
    return TRUE;
  if (!sutra_store_set_setting (self->store, "name", clean, error))
    return FALSE;

  g_free (self->name);
  self->name = g_steal_pointer (&clean);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  return TRUE;
}

gboolean
sutra_case_is_read_only (SutraCase *self)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), TRUE);

  return self->read_only;
}

static gboolean
watch_cb (gpointer data)
{
  /* A poll that fails (the file is busy or gone) is tried again half a second later. */
  sutra_case_poll (data, NULL);
  return G_SOURCE_CONTINUE;
}

void
sutra_case_watch (SutraCase *self, gboolean watch)
{
  g_return_if_fail (SUTRA_IS_CASE (self));

  if (!watch)
    {
      g_clear_handle_id (&self->watch_source, g_source_remove);
      return;
    }
  if (self->store == NULL)
    return;
  if (self->watch_source == 0)
    self->watch_source = g_timeout_add (WATCH_MS, watch_cb, self);
  sutra_case_index (self);
  sutra_case_poll (self, NULL);
}

gboolean
sutra_case_poll (SutraCase *self, GError **error)
{
  g_autoptr (SutraChanges) changes = NULL;

  g_return_val_if_fail (SUTRA_IS_CASE (self), FALSE);

  if (self->store == NULL)
    return sutra_case_fail_closed (error);
  if (!sutra_store_poll (self->store, &changes, error))
    return FALSE;
  if (changes != NULL && changes->rows->len > 0)
    sutra_case_refresh (self, changes);
  return TRUE;
}

SutraStore *
sutra_case_get_store (SutraCase *self)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);

  return self->store;
}

SutraWorker *
sutra_case_get_reader (SutraCase *self)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);

  if (self->reader == NULL && self->store != NULL)
    self->reader = sutra_worker_new (self->path, SUTRA_STORE_READ_ONLY);
  return self->reader;
}

SutraWorker *
sutra_case_get_jobs (SutraCase *self)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);

  if (self->jobs == NULL && self->store != NULL)
    self->jobs = sutra_worker_new (self->path, self->read_only ? SUTRA_STORE_READ_ONLY : SUTRA_STORE_DEFAULT);
  return self->jobs;
}

SutraTagset *
sutra_case_get_tagset (SutraCase *self)
{
  g_return_val_if_fail (SUTRA_IS_CASE (self), NULL);

  return self->tagset;
}

/* ---- Checkpoints: a second after the last commit, by the jobs worker ---- */

static void
checkpoint_run (GTask *task, SutraStore *store, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  /* One that found the file busy is made up by the next commit's or by closing. */
  sutra_store_checkpoint (store, &error);
  g_task_return_pointer (task, NULL, NULL);
}

static gboolean
checkpoint_cb (gpointer data)
{
  SutraCase *self = data;

  self->checkpoint_source = 0;
  sutra_worker_run_async (sutra_case_get_jobs (self), G_PRIORITY_LOW, checkpoint_run, NULL, NULL, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

void
sutra_case_schedule_checkpoint (SutraCase *self)
{
  g_clear_handle_id (&self->checkpoint_source, g_source_remove);
  self->checkpoint_source = g_timeout_add (CHECKPOINT_MS, checkpoint_cb, self);
}
