/* sutra-map-cluster.h: which pins are drawn as one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-projection.h"

G_BEGIN_DECLS

/* Pixels: pins farther apart than this in x or in y never become one. */
#define SUTRA_CLUSTER_CELL 40
/* Pixels: the pins of two cells become one if the means of the cells are nearer than this, and together they are not wider or higher than SUTRA_CLUSTER_CELL. */
#define SUTRA_CLUSTER_NEAR 26

/**
 * SutraCluster:
 * @at: the mean of its pins, in the unit square
 * @first, @n: its members in sutra_clusters_get_members()
 */
typedef struct
{
  SutraMapPoint at;
  double min_x, min_y, max_x, max_y;
  guint first;
  guint n;
} SutraCluster;

typedef struct _SutraClusters SutraClusters;

/* Groups @n @points by cells of SUTRA_CLUSTER_CELL pixels of the *world* at @zoom, so that panning never regroups (give a whole zoom, and parts of a step do not either); then the fullest cells (of equal ones that with the first point) take in cells next to them that are near. Points on both sides
 * of x = 0 stay apart. @weights (nullable, n) is for nothing but their order: the heaviest member comes first, of equal ones the first. @groups (nullable, n): only points of the same group join ("semantic" clusters). O(n). @points are not kept. */
SutraClusters *sutra_clusters_new (const SutraMapPoint *points, const guint32 *weights, const guint16 *groups, guint n, double zoom);
void sutra_clusters_free (SutraClusters *self);

/* Those with more members first. */
const SutraCluster *sutra_clusters_get (SutraClusters *self, guint *n);
/* Indices into @points, cluster after cluster. */
const guint *sutra_clusters_get_members (SutraClusters *self);
/* Whether zooming in up to SUTRA_ZOOM_MAX parts the members of @cluster for sure. */
gboolean sutra_cluster_can_part (const SutraCluster *cluster);
/* The indices of the clusters whose @at lies in the box of the unit square (x may reach below 0 or above 1: the world repeats), each once, in no order; appended to @found (guint). */
void sutra_clusters_query (SutraClusters *self, double min_x, double min_y, double max_x, double max_y, GArray *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraClusters, sutra_clusters_free)

G_END_DECLS
