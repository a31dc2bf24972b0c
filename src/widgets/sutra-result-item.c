/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-result-item.h"

struct _SutraResultItem
{
  GObject parent_instance;

  SutraResultKind kind;
  SutraId article;
  char *markup;
  guint start;
  guint end;
  guint count;
};

G_DEFINE_FINAL_TYPE (SutraResultItem, sutra_result_item, G_TYPE_OBJECT)

static void
sutra_result_item_finalize (GObject *object)
{
  g_free (SUTRA_RESULT_ITEM (object)->markup);
  G_OBJECT_CLASS (sutra_result_item_parent_class)->finalize (object);
}

static void
sutra_result_item_class_init (SutraResultItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sutra_result_item_finalize;
}

static void
sutra_result_item_init (SutraResultItem *self)
{
}

SutraResultItem *
sutra_result_item_new (SutraResultKind kind, const SutraId *article, const char *markup, guint start, guint end, guint count)
{
  SutraResultItem *self = g_object_new (SUTRA_TYPE_RESULT_ITEM, NULL);

  self->kind = kind;
  if (article != NULL)
    self->article = *article;
  self->markup = g_strdup (markup);
  self->start = start;
  self->end = end;
  self->count = count;
  return self;
}

SutraResultKind
sutra_result_item_get_kind (SutraResultItem *self)
{
  g_return_val_if_fail (SUTRA_IS_RESULT_ITEM (self), SUTRA_RESULT_SECTION);
  return self->kind;
}

const SutraId *
sutra_result_item_get_article (SutraResultItem *self)
{
  g_return_val_if_fail (SUTRA_IS_RESULT_ITEM (self), NULL);
  return &self->article;
}

const char *
sutra_result_item_get_markup (SutraResultItem *self)
{
  g_return_val_if_fail (SUTRA_IS_RESULT_ITEM (self), NULL);
  return self->markup;
}

guint
sutra_result_item_get_start (SutraResultItem *self)
{
  g_return_val_if_fail (SUTRA_IS_RESULT_ITEM (self), 0);
  return self->start;
}

guint
sutra_result_item_get_end (SutraResultItem *self)
{
  g_return_val_if_fail (SUTRA_IS_RESULT_ITEM (self), 0);
  return self->end;
}

guint
sutra_result_item_get_count (SutraResultItem *self)
{
  g_return_val_if_fail (SUTRA_IS_RESULT_ITEM (self), 0);
  return self->count;
}
