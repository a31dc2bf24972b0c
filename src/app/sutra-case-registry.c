/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-case-registry.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#define DESK_FILE "my-desk.sutra"

struct _SutraCaseRegistry
{
  GObject parent_instance;

  GHashTable *cases; /* canonical path (owned) → SutraCase (not owned; removed when it goes) */
  char *author;
};

G_DEFINE_TYPE (SutraCaseRegistry, sutra_case_registry, G_TYPE_OBJECT)

static void
gone_cb (gpointer data, GObject *gone)
{
  SutraCaseRegistry *self = data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->cases);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == (gpointer) gone)
      g_hash_table_iter_remove (&iter);
}

/* Two names of one file (a link, "..") are one case. */
static char *
canonical (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  char *real = realpath (absolute, NULL);

  return real != NULL ? real : g_steal_pointer (&absolute);
}

static void
adopt (SutraCaseRegistry *self, SutraCase *the_case)
{
  if (self->author != NULL && *self->author != '\0')
    sutra_store_set_author (sutra_case_get_store (the_case), self->author);
  g_object_weak_ref (G_OBJECT (the_case), gone_cb, self);
  g_hash_table_insert (self->cases, canonical (sutra_case_get_path (the_case)), the_case);
  sutra_case_watch (the_case, TRUE);
}

static void
sutra_case_registry_finalize (GObject *object)
{
  SutraCaseRegistry *self = SUTRA_CASE_REGISTRY (object);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->cases);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_object_weak_unref (G_OBJECT (value), gone_cb, self);
  g_hash_table_unref (self->cases);
  g_free (self->author);
  G_OBJECT_CLASS (sutra_case_registry_parent_class)->finalize (object);
}

static void
sutra_case_registry_class_init (SutraCaseRegistryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sutra_case_registry_finalize;
}

static void
sutra_case_registry_init (SutraCaseRegistry *self)
{
  self->cases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

SutraCaseRegistry *
sutra_case_registry_new (void)
{
  return g_object_new (SUTRA_TYPE_CASE_REGISTRY, NULL);
}

SutraCase *
sutra_case_registry_open (SutraCaseRegistry *self, const char *path, GError **error)
{
  g_autofree char *key = NULL;
  SutraCase *the_case;

  g_return_val_if_fail (SUTRA_IS_CASE_REGISTRY (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  key = canonical (path);
  the_case = g_hash_table_lookup (self->cases, key);
  if (the_case != NULL)
    return g_object_ref (the_case);
  the_case = sutra_case_open (path, FALSE, error);
  if (the_case != NULL)
    adopt (self, the_case);
  return the_case;
}

SutraCase *
sutra_case_registry_create (SutraCaseRegistry *self, const char *path, const char *name, GError **error)
{
  SutraCase *the_case;

  g_return_val_if_fail (SUTRA_IS_CASE_REGISTRY (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  the_case = sutra_case_create (path, name, error);
  if (the_case != NULL)
    adopt (self, the_case);
  return the_case;
}

SutraCase *
sutra_case_registry_open_desk (SutraCaseRegistry *self, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, DESK_FILE, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int saved = errno;

      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_ACCESS,
                   "The folder “%s” for cases cannot be made (%s). Make it writable and start again.", folder, g_strerror (saved));
      return NULL;
    }
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return sutra_case_registry_open (self, path, error);
  /* Translators: the name of the case that is there at the first start */
  return sutra_case_registry_create (self, path, _ ("My Desk"), error);
}

char *
sutra_case_registry_free_path (const char *folder, const char *name)
{
  g_autofree char *base = g_strdup (name);

  g_strdelimit (base, "/\\:*?\"<>|", '-');
  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf (" %u", i) : g_strdup ("");
      g_autofree char *file = g_strconcat (*base != '\0' && *base != '.' ? base : "case", number, ".sutra", NULL);
      char *path = g_build_filename (folder, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return path;
      g_free (path);
    }
}

void
sutra_case_registry_forget (SutraCaseRegistry *self, SutraCase *the_case)
{
  g_return_if_fail (SUTRA_IS_CASE_REGISTRY (self));

  g_object_weak_unref (G_OBJECT (the_case), gone_cb, self);
  gone_cb (self, G_OBJECT (the_case));
}

void
sutra_case_registry_set_author (SutraCaseRegistry *self, const char *author)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (SUTRA_IS_CASE_REGISTRY (self));

  g_free (self->author);
  self->author = g_strdup (author);
  if (author == NULL || *author == '\0')
    return;
  g_hash_table_iter_init (&iter, self->cases);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    sutra_store_set_author (sutra_case_get_store (value), author);
}
