/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-span-index.h"

#include <stdlib.h>

/* Nodes live in one array and point to each other by index, so that the index costs one allocation. Node 0 is the
 * empty tree: height 0, largest end 0. */
#define NIL 0

/* The height of an AVL tree of 2^32 nodes is at most 46. */
#define MAX_HEIGHT 48

typedef struct
{
  SutraSpan span;
  guint32 left; /* in the list of free nodes: the next one */
  guint32 right;
  guint32 max_end;
  guint32 next_part; /* the mention's next fragment, by part ascending */
  guint8 height;
} Node;

struct _SutraSpanIndex
{
  Node *nodes;
  guint32 n_nodes; /* slots in use or free, node 0 included */
  guint32 capacity;
  guint32 free_node;
  guint32 root;
  guint32 *buckets; /* open addressing: the first fragment of each mention */
  guint32 n_buckets;
  guint32 n_mentions;
  gsize size;
  gsize visited;
};

static int
span_compare (const SutraSpan *a, const SutraSpan *b)
{
  int order;

  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end > b->end ? -1 : 1;
  order = sutra_id_compare (&a->id, &b->id);
  return order != 0 ? order : (int) a->part - (int) b->part;
}

/* Mentions by id */

static guint32
home_bucket (SutraSpanIndex *self, const SutraId *id)
{
  guint64 high, low;

  memcpy (&high, id->bytes, 8);
  memcpy (&low, id->bytes + 8, 8);
  low = (low ^ (high * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15))) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return (guint32) (low >> 32) & (self->n_buckets - 1);
}

/* The bucket that holds @id, or the empty one where it belongs. */
static guint32
find_bucket (SutraSpanIndex *self, const SutraId *id)
{
  guint32 bucket = home_bucket (self, id);

  while (self->buckets[bucket] != NIL && !sutra_id_equal (&self->nodes[self->buckets[bucket]].span.id, id))
    bucket = (bucket + 1) & (self->n_buckets - 1);
  return bucket;
}

static void
resize_buckets (SutraSpanIndex *self, guint32 n_buckets)
{
  g_autofree guint32 *old = self->buckets;
  guint32 n_old = self->n_buckets;

  self->buckets = g_new0 (guint32, n_buckets);
  self->n_buckets = n_buckets;
  for (guint32 i = 0; i < n_old; i++)
    if (old[i] != NIL)
      self->buckets[find_bucket (self, &self->nodes[old[i]].span.id)] = old[i];
}

static void
empty_bucket (SutraSpanIndex *self, guint32 hole)
{
  guint32 mask = self->n_buckets - 1;

  /* What was pushed past the hole moves back into it, so that no look-up stops too early. */
  for (guint32 i = (hole + 1) & mask; self->buckets[i] != NIL; i = (i + 1) & mask)
    {
      guint32 home = home_bucket (self, &self->nodes[self->buckets[i]].span.id);

      if (((i - home) & mask) >= ((i - hole) & mask))
        {
          self->buckets[hole] = self->buckets[i];
          hole = i;
        }
    }
  self->buckets[hole] = NIL;
  self->n_mentions--;
}

/* Puts node @added into its mention's list; returns the node that has the same part already, or NIL. */
static guint32
link_part (SutraSpanIndex *self, guint32 added)
{
  SutraSpan *span = &self->nodes[added].span;
  guint32 bucket;
  guint32 *link;

  if ((guint64) self->n_mentions * 4 >= (guint64) self->n_buckets * 3)
    resize_buckets (self, self->n_buckets * 2);

  bucket = find_bucket (self, &span->id);
  link = &self->buckets[bucket];
  if (*link == NIL)
    self->n_mentions++;
  while (*link != NIL && self->nodes[*link].span.part < span->part)
    link = &self->nodes[*link].next_part;
  if (*link != NIL && self->nodes[*link].span.part == span->part)
    return *link;

  self->nodes[added].next_part = *link;
  *link = added;
  return NIL;
}

/* Nodes */

static guint32
take_node (SutraSpanIndex *self, const SutraSpan *span)
{
  guint32 n = self->free_node;

  if (n != NIL)
    self->free_node = self->nodes[n].left;
  else
    {
      if (self->n_nodes == self->capacity)
        {
          self->capacity += self->capacity / 4 + 16;
          self->nodes = g_renew (Node, self->nodes, self->capacity);
        }
      n = self->n_nodes++;
    }
  self->nodes[n] = (Node){ .span = *span, .max_end = span->end, .height = 1 };
  return n;
}

static void
give_node (SutraSpanIndex *self, guint32 n)
{
  self->nodes[n] = (Node){ .left = self->free_node };
  self->free_node = n;
}

static void
update (SutraSpanIndex *self, guint32 n)
{
  Node *node = &self->nodes[n];
  const Node *left = &self->nodes[node->left];
  const Node *right = &self->nodes[node->right];

  node->height = (guint8) (MAX (left->height, right->height) + 1);
  node->max_end = MAX (node->span.end, MAX (left->max_end, right->max_end));
}

static guint32
rotate_right (SutraSpanIndex *self, guint32 n)
{
  guint32 top = self->nodes[n].left;

  self->nodes[n].left = self->nodes[top].right;
  self->nodes[top].right = n;
  update (self, n);
  update (self, top);
  return top;
}

static guint32
rotate_left (SutraSpanIndex *self, guint32 n)
{
  guint32 top = self->nodes[n].right;

  self->nodes[n].right = self->nodes[top].left;
  self->nodes[top].left = n;
  update (self, n);
  update (self, top);
  return top;
}

static int
balance_of (SutraSpanIndex *self, guint32 n)
{
  return (int) self->nodes[self->nodes[n].left].height - (int) self->nodes[self->nodes[n].right].height;
}

static guint32
rebalance (SutraSpanIndex *self, guint32 n)
{
  int balance = balance_of (self, n);

  if (balance > 1)
    {
      if (balance_of (self, self->nodes[n].left) < 0)
        self->nodes[n].left = rotate_left (self, self->nodes[n].left);
      return rotate_right (self, n);
    }
  if (balance < -1)
    {
      if (balance_of (self, self->nodes[n].right) > 0)
        self->nodes[n].right = rotate_right (self, self->nodes[n].right);
      return rotate_left (self, n);
    }
  update (self, n);
  return n;
}

static guint32
add_to_tree (SutraSpanIndex *self, guint32 n, guint32 added)
{
  if (n == NIL)
    return added;
  if (span_compare (&self->nodes[added].span, &self->nodes[n].span) < 0)
    self->nodes[n].left = add_to_tree (self, self->nodes[n].left, added);
  else
    self->nodes[n].right = add_to_tree (self, self->nodes[n].right, added);
  return rebalance (self, n);
}

static guint32
take_first (SutraSpanIndex *self, guint32 n, guint32 *first)
{
  if (self->nodes[n].left == NIL)
    {
      *first = n;
      return self->nodes[n].right;
    }
  self->nodes[n].left = take_first (self, self->nodes[n].left, first);
  return rebalance (self, n);
}

static guint32
remove_from_tree (SutraSpanIndex *self, guint32 n, guint32 removed)
{
  guint32 left = self->nodes[n].left;
  guint32 right = self->nodes[n].right;

  g_assert (n != NIL);

  if (n == removed)
    {
      guint32 successor;

      if (left == NIL)
        return right;
      if (right == NIL)
        return left;
      right = take_first (self, right, &successor);
      self->nodes[successor].left = left;
      self->nodes[successor].right = right;
      return rebalance (self, successor);
    }
  if (span_compare (&self->nodes[removed].span, &self->nodes[n].span) < 0)
    self->nodes[n].left = remove_from_tree (self, left, removed);
  else
    self->nodes[n].right = remove_from_tree (self, right, removed);
  return rebalance (self, n);
}

/* Links the nodes of @sorted into a tree as flat as can be; returns its root. */
static guint32
build_tree (SutraSpanIndex *self, const guint32 *sorted, gsize n)
{
  gsize middle = n / 2;
  guint32 top;

  if (n == 0)
    return NIL;
  top = sorted[middle];
  self->nodes[top].left = build_tree (self, sorted, middle);
  self->nodes[top].right = build_tree (self, sorted + middle + 1, n - middle - 1);
  update (self, top);
  return top;
}

static int
compare_nodes (gconstpointer a, gconstpointer b, gpointer data)
{
  const Node *nodes = data;

  return span_compare (&nodes[*(const guint32 *) a].span, &nodes[*(const guint32 *) b].span);
}

static void
reset (SutraSpanIndex *self, gsize n_spans)
{
  guint32 n_buckets = 16;

  g_assert (n_spans < G_MAXUINT32 / 4);
  while ((guint64) n_buckets * 3 <= (guint64) n_spans * 4)
    n_buckets *= 2;

  g_free (self->nodes);
  g_free (self->buckets);
  *self = (SutraSpanIndex){ .capacity = (guint32) n_spans + 16, .n_nodes = 1, .n_buckets = n_buckets };
  self->nodes = g_new (Node, self->capacity);
  self->nodes[NIL] = (Node){ 0 };
  self->buckets = g_new0 (guint32, n_buckets);
}

static void
query_tree (SutraSpanIndex *self, guint32 n, guint32 start, guint64 limit, GArray *spans)
{
  while (n != NIL)
    {
      const Node *node = &self->nodes[n];

      self->visited++;
      if (node->max_end <= start)
        return;
      query_tree (self, node->left, start, limit, spans);
      if (node->span.start >= limit)
        return;
      if (node->span.end > start)
        g_array_append_val (spans, node->span);
      n = node->right;
    }
}

/* Public API */

SutraSpanIndex *
sutra_span_index_new (void)
{
  SutraSpanIndex *self = g_new0 (SutraSpanIndex, 1);

  reset (self, 0);
  return self;
}

void
sutra_span_index_free (SutraSpanIndex *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->nodes);
  g_free (self->buckets);
  g_free (self);
}

void
sutra_span_index_load (SutraSpanIndex *self, const SutraSpan *spans, gsize n)
{
  g_autofree guint32 *sorted = NULL;
  gsize n_sorted = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (spans != NULL || n == 0);
  for (gsize i = 0; i < n; i++)
    g_return_if_fail (spans[i].start < spans[i].end);

  sorted = g_new (guint32, n + 1);
  reset (self, n);
  for (gsize i = 0; i < n; i++)
    {
      guint32 added = take_node (self, &spans[i]);
      guint32 same = link_part (self, added);

      if (same == NIL)
        sorted[n_sorted++] = added;
      else
        {
          self->nodes[same].span = spans[i];
          give_node (self, added);
        }
    }
  g_qsort_with_data (sorted, (int) n_sorted, sizeof *sorted, compare_nodes, self->nodes);
  self->root = build_tree (self, sorted, n_sorted);
  self->size = n_sorted;
}

void
sutra_span_index_insert (SutraSpanIndex *self, const SutraSpan *span)
{
  guint32 added, same;

  g_return_if_fail (self != NULL);
  g_return_if_fail (span != NULL && span->start < span->end);

  added = take_node (self, span);
  same = link_part (self, added);
  if (same != NIL)
    {
      guint32 next_part = self->nodes[same].next_part;

      give_node (self, added);
      self->root = remove_from_tree (self, self->root, same);
      self->nodes[same] = (Node){ .span = *span, .max_end = span->end, .height = 1, .next_part = next_part };
      added = same;
    }
  else
    self->size++;
  self->root = add_to_tree (self, self->root, added);
}

guint
sutra_span_index_remove (SutraSpanIndex *self, const SutraId *id)
{
  guint32 bucket, n;
  guint removed = 0;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (id != NULL, 0);

  bucket = find_bucket (self, id);
  n = self->buckets[bucket];
  if (n == NIL)
    return 0;

  empty_bucket (self, bucket);
  while (n != NIL)
    {
      guint32 next = self->nodes[n].next_part;

      self->root = remove_from_tree (self, self->root, n);
      give_node (self, n);
      n = next;
      removed++;
    }
  self->size -= removed;
  return removed;
}

gsize
sutra_span_index_size (SutraSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

gboolean
sutra_span_index_get (SutraSpanIndex *self, const SutraId *id, SutraSpan *span)
{
  guint32 n;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  n = self->buckets[find_bucket (self, id)];
  if (n == NIL)
    return FALSE;
  *span = self->nodes[n].span;
  return TRUE;
}

void
sutra_span_index_get_parts (SutraSpanIndex *self, const SutraId *id, GArray *spans)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL);
  g_return_if_fail (spans != NULL && g_array_get_element_size (spans) == sizeof (SutraSpan));

  for (guint32 n = self->buckets[find_bucket (self, id)]; n != NIL; n = self->nodes[n].next_part)
    g_array_append_val (spans, self->nodes[n].span);
}

void
sutra_span_index_query (SutraSpanIndex *self, guint32 start, guint32 end, GArray *spans)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (spans != NULL && g_array_get_element_size (spans) == sizeof (SutraSpan));

  self->visited = 0;
  if (start <= end)
    query_tree (self, self->root, start, start == end ? (guint64) start + 1 : end, spans);
}

/* The last span that starts before @cp and the first that does not, NIL if there is none. */
static void
find_neighbours (SutraSpanIndex *self, guint32 cp, guint32 *previous, guint32 *next)
{
  guint32 n = self->root;

  *previous = *next = NIL;
  while (n != NIL)
    if (self->nodes[n].span.start >= cp)
      {
        *next = n;
        n = self->nodes[n].left;
      }
    else
      {
        *previous = n;
        n = self->nodes[n].right;
      }
}

gboolean
sutra_span_index_next (SutraSpanIndex *self, guint32 cp, SutraSpan *span)
{
  guint32 previous, next;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  find_neighbours (self, cp, &previous, &next);
  if (next == NIL)
    return FALSE;
  *span = self->nodes[next].span;
  return TRUE;
}

gboolean
sutra_span_index_previous (SutraSpanIndex *self, guint32 cp, SutraSpan *span)
{
  guint32 previous, next;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (span != NULL, FALSE);

  find_neighbours (self, cp, &previous, &next);
  if (previous == NIL)
    return FALSE;
  *span = self->nodes[previous].span;
  return TRUE;
}

void
sutra_span_index_foreach (SutraSpanIndex *self, SutraSpanFunc func, gpointer data)
{
  guint32 path[MAX_HEIGHT];
  guint depth = 0;
  guint32 n;

  g_return_if_fail (self != NULL);
  g_return_if_fail (func != NULL);

  n = self->root;
  while (n != NIL || depth > 0)
    {
      for (; n != NIL; n = self->nodes[n].left)
        path[depth++] = n;
      n = path[--depth];
      if (!func (&self->nodes[n].span, data))
        return;
      n = self->nodes[n].right;
    }
}

/* Aborts in every build: G_DISABLE_ASSERT and NDEBUG must not silence a check that a test asks for. */
static void
require (gboolean holds, const char *what)
{
  if (holds)
    return;
  g_printerr ("SutraSpanIndex: %s\n", what);
  abort ();
}

static gsize
check_tree (SutraSpanIndex *self, guint32 n, const SutraSpan **last)
{
  const Node *node = &self->nodes[n];
  Node fresh = *node;
  gsize count;
  int balance;

  if (n == NIL)
    return 0;
  require (n < self->n_nodes, "a child is no node");
  count = check_tree (self, node->left, last);
  require (*last == NULL || span_compare (*last, &node->span) < 0, "spans are out of order");
  *last = &node->span;
  count += check_tree (self, node->right, last) + 1;

  balance = balance_of (self, n);
  require (balance >= -1 && balance <= 1, "the tree is out of balance");
  update (self, n);
  require (fresh.height == node->height, "a height is wrong");
  require (fresh.max_end == node->max_end, "a largest end is wrong");
  return count;
}

void
sutra_span_index_check (SutraSpanIndex *self)
{
  const SutraSpan *last = NULL;
  gsize n_free = 0;
  gsize n_parts = 0;
  gsize n_mentions = 0;

  g_return_if_fail (self != NULL);

  require (self->nodes[NIL].height == 0 && self->nodes[NIL].max_end == 0, "the empty node was written to");
  require (check_tree (self, self->root, &last) == self->size, "the size is wrong");
  for (guint32 n = self->free_node; n != NIL; n = self->nodes[n].left)
    n_free++;
  require (self->size + n_free + 1 == self->n_nodes, "nodes were lost");

  for (guint32 i = 0; i < self->n_buckets; i++)
    {
      guint32 n = self->buckets[i];

      if (n == NIL)
        continue;
      n_mentions++;
      require (find_bucket (self, &self->nodes[n].span.id) == i, "a mention cannot be found by its id");
      for (; n != NIL; n = self->nodes[n].next_part)
        {
          guint32 next = self->nodes[n].next_part;

          n_parts++;
          require (next == NIL || self->nodes[next].span.part > self->nodes[n].span.part, "fragments are out of order");
          require (next == NIL || sutra_id_equal (&self->nodes[next].span.id, &self->nodes[n].span.id), "fragments of two mentions");
        }
    }
  require (n_mentions == self->n_mentions, "the number of mentions is wrong");
  require (n_parts == self->size, "a span is not reachable by its id");
}

gsize
sutra_span_index_last_visited (SutraSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->visited;
}
