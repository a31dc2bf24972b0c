/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-list-diff.h"
#include "sutra-id.h"

#define MAX_CHANGES 64

/* Marks in @kept a longest subsequence of @old_of_new, without G_MAXUINT, that increases. */
static void
mark_kept (const guint *old_of_new, guint n_new, gboolean *kept)
{
  g_autofree guint *tails = g_new (guint, n_new + 1);    /* place of the smallest last item of a subsequence of each length */
  g_autofree guint *previous = g_new (guint, n_new + 1); /* the item before it there */
  guint length = 0;
  guint at;

  for (guint i = 0; i < n_new; i++)
    {
      guint low = 0, high = length;

      if (old_of_new[i] == G_MAXUINT)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (old_of_new[tails[middle]] < old_of_new[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? tails[low - 1] : G_MAXUINT;
      tails[low] = i;
      length = MAX (length, low + 1);
    }

  at = length > 0 ? tails[length - 1] : G_MAXUINT;
  for (; at != G_MAXUINT; at = previous[at])
    kept[at] = TRUE;
}

typedef struct
{
  guint position, removed, added;
} Change;

void
sutra_list_diff (const guint *old_of_new, guint n_old, guint n_new, SutraListEditFunc func, gpointer data)
{
  g_autofree gboolean *kept = g_new0 (gboolean, n_new + 1);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  guint next_old = 0;
  guint next_new = 0;

  mark_kept (old_of_new, n_new, kept);
  for (guint i = 0; i <= n_new; i++)
    {
      guint old = i < n_new ? old_of_new[i] : n_old;
      Change change = { next_new, old - next_old, i - next_new };

      if (i < n_new && !kept[i])
        continue;
      if (change.removed > 0 || change.added > 0)
        g_array_append_val (changes, change);
      next_old = old + 1;
      next_new = i + 1;
    }

  if (changes->len > MAX_CHANGES)
    {
      const Change *first = &g_array_index (changes, Change, 0);
      const Change *last = &g_array_index (changes, Change, changes->len - 1);
      /* What stays behind the last change is the same in both. */
      guint tail = n_new - last->position - last->added;

      func (first->position, n_old - tail - first->position, n_new - tail - first->position, data);
      return;
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      func (change->position, change->removed, change->added, data);
    }
}

static void
emit (GListModel *model, guint position, guint removed, guint added)
{
  g_list_model_items_changed (model, position, removed, added);
  if (removed != added && g_object_class_find_property (G_OBJECT_GET_CLASS (model), "n-items") != NULL)
    g_object_notify (G_OBJECT (model), "n-items");
}

/* ---- Arrays of ids ---- */

typedef struct
{
  GListModel *model;
  GArray *items;
  GArray *new_items;
  guint offset; /* of the part that differs */
} IdArrays;

static const SutraId *
id_at (GArray *items, guint i)
{
  return (const SutraId *) (gconstpointer) (items->data + (gsize) i * g_array_get_element_size (items));
}

static void
replace_ids (guint position, guint removed, guint added, gpointer data)
{
  IdArrays *arrays = data;

  position += arrays->offset;
  if (removed > 0)
    g_array_remove_range (arrays->items, position, removed);
  if (added > 0)
    g_array_insert_vals (arrays->items, position, id_at (arrays->new_items, position), added);
  emit (arrays->model, position, removed, added);
}

static gboolean
same_id (GArray *items, guint i, GArray *new_items, guint j)
{
  return sutra_id_is_null (id_at (items, i)) || sutra_id_equal (id_at (items, i), id_at (new_items, j));
}

void
sutra_list_diff_ids (GListModel *model, GArray *items, GArray *new_items)
{
  const gsize size = g_array_get_element_size (items);
  const guint least = MIN (items->len, new_items->len);
  g_autoptr (GHashTable) places = NULL;
  g_autofree guint *old_of_new = NULL;
  guint head = 0, tail = 0, n_old, n_new;
  IdArrays arrays;
  gboolean unknown = FALSE;

  while (head < least && same_id (items, head, new_items, head))
    head++;
  while (head + tail < least && same_id (items, items->len - tail - 1, new_items, new_items->len - tail - 1))
    tail++;
  n_old = items->len - head - tail;
  n_new = new_items->len - head - tail;

  /* The same ids may come with other values, and unknown ones become known. */
  if (head > 0)
    memcpy (items->data, new_items->data, head * size);
  if (tail > 0)
    memcpy (items->data + (items->len - tail) * size, new_items->data + (new_items->len - tail) * size, tail * size);
  if (n_old == 0 && n_new == 0)
    return;

  places = g_hash_table_new (sutra_id_hash, sutra_id_equal);
  for (guint i = head; i < head + n_old; i++)
    {
      unknown = unknown || sutra_id_is_null (id_at (items, i));
      g_hash_table_insert (places, (gpointer) id_at (items, i), GUINT_TO_POINTER (i - head));
    }
  old_of_new = g_new (guint, n_new + 1);
  for (guint i = 0; i < n_new; i++)
    {
      gpointer place;

      old_of_new[i] = G_MAXUINT;
      if (!unknown && g_hash_table_lookup_extended (places, id_at (new_items, head + i), NULL, &place))
        {
          old_of_new[i] = GPOINTER_TO_UINT (place);
          memcpy (items->data + (head + old_of_new[i]) * size, id_at (new_items, head + i), size);
        }
    }
  /* Its keys lie in the array that now changes. */
  g_clear_pointer (&places, g_hash_table_unref);

  arrays = (IdArrays){ model, items, new_items, head };
  sutra_list_diff (old_of_new, n_old, n_new, replace_ids, &arrays);
}

/* ---- Arrays of pointers ---- */

typedef struct
{
  GListModel *model;
  GPtrArray *items;
  GPtrArray *new_items;
  gpointer (*ref) (gpointer);
  guint offset;
} PointerArrays;

static void
replace_pointers (guint position, guint removed, guint added, gpointer data)
{
  PointerArrays *arrays = data;
  guint common = MIN (removed, added);

  position += arrays->offset;
  if (removed > common)
    g_ptr_array_remove_range (arrays->items, position + common, removed - common);
  if (added > common)
    {
      guint more = added - common;
      guint old_length = arrays->items->len;

      g_ptr_array_set_size (arrays->items, (int) (old_length + more));
      memmove (arrays->items->pdata + position + common + more, arrays->items->pdata + position + common,
               (old_length - position - common) * sizeof (gpointer));
      memset (arrays->items->pdata + position + common, 0, more * sizeof (gpointer));
    }
  for (guint i = position; i < position + added; i++)
    {
      gpointer old = arrays->items->pdata[i];

      arrays->items->pdata[i] = arrays->ref (arrays->new_items->pdata[i]);
      if (i < position + common)
        {
          /* Freed the way the array does. */
          g_ptr_array_add (arrays->items, old);
          g_ptr_array_set_size (arrays->items, (int) arrays->items->len - 1);
        }
    }
  emit (arrays->model, position, removed, added);
}

void
sutra_list_diff_pointers (GListModel *model, GPtrArray *items, GPtrArray *new_items, gpointer (*ref) (gpointer))
{
  const guint least = MIN (items->len, new_items->len);
  g_autoptr (GHashTable) places = NULL;
  g_autofree guint *old_of_new = NULL;
  guint head = 0, tail = 0, n_old, n_new;
  PointerArrays arrays;

  while (head < least && items->pdata[head] == new_items->pdata[head])
    head++;
  while (head + tail < least && items->pdata[items->len - tail - 1] == new_items->pdata[new_items->len - tail - 1])
    tail++;
  n_old = items->len - head - tail;
  n_new = new_items->len - head - tail;
  if (n_old == 0 && n_new == 0)
    return;

  places = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_old; i++)
    g_hash_table_insert (places, items->pdata[head + i], GUINT_TO_POINTER (i));
  old_of_new = g_new (guint, n_new + 1);
  for (guint i = 0; i < n_new; i++)
    {
      gpointer place;

      old_of_new[i] =
          g_hash_table_lookup_extended (places, new_items->pdata[head + i], NULL, &place) ? GPOINTER_TO_UINT (place) : G_MAXUINT;
    }

  arrays = (PointerArrays){ model, items, new_items, ref, head };
  sutra_list_diff (old_of_new, n_old, n_new, replace_pointers, &arrays);
}
