/* bench-sample.h: articles and cases of any size, the same on every run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-case.h"

G_BEGIN_DECLS

/* The name that stands in a sample as often as asked for, also inflected. */
#define BENCH_NAME "কাজাখস্তান"

/* The place in the tagset of a type that no mention of a sample has. */
#define BENCH_FREE_TYPE 10

/**
 * BenchSample:
 * @ranges: array of SutraRange: whole words to be marked, in text order
 */
typedef struct
{
  char *utf8;
  gsize n_bytes;
  GArray *ranges;
} BenchSample;

/* About @n_bytes of Bengali in paragraphs of about 900 bytes, with exactly @n_mentions ranges (never the name) spread evenly and BENCH_NAME exactly @n_names times. */
BenchSample *bench_sample_new (gsize n_bytes, guint n_mentions, guint n_names);
void bench_sample_free (BenchSample *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchSample, bench_sample_free)

SutraDraft *bench_sample_dup_draft (BenchSample *self, const char *title);

/**
 * BenchCase:
 * @id: the article
 */
typedef struct
{
  char *folder;
  char *path;
  SutraCase *the_case;
  SutraId id;
} BenchCase;

/* A case file on the disk with @sample as its article and its ranges as mentions of all types, every other one with one of 500 entities. */
BenchCase *bench_case_new (BenchSample *sample);
/* Closes the case and opens it anew. */
void bench_case_reopen (BenchCase *self);
void bench_case_free (BenchCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchCase, bench_case_free)

/* Ends the program with @error's message if there is one. */
void bench_check (GError *error);

/* The id of the type at @place of the tagset. */
SutraId bench_case_type (BenchCase *self, guint place);

G_END_DECLS
