/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench-sample.h"

#include <glib/gstdio.h>

#define N_ENTITIES 500
#define PARAGRAPH 900

static const char *const words[] = {
  "প্রতিনিধিদলের", "সম্মেলনে", "নিরাপত্তা",  "পররাষ্ট্রমন্ত্রী", "আলোচনা",  "করেছেন",     "এবং",     "র‍্যাবের",
  "কর্মকর্তারা",    "২০২৪-এ",  "ক্ষেত্রে",    "বৈঠকে",        "ঢাকায়",   "সীমান্তবর্তী", "অঞ্চলের",  "সমুদ্রসীমা",
  "চুক্তি",         "স্বাক্ষর",  "জানিয়েছেন", "বাণিজ্য",       "উপদেষ্টা", "দ্বিপক্ষীয়",   "ও",       "সহযোগিতা",
  "বৃদ্ধির",        "লক্ষ্যে",   "গতকাল",     "রাষ্ট্রদূত",      "🙂",    "যুক্তরাষ্ট্রের", "তথ্য",     "বিশ্লেষকেরা",
  "মনে",          "করেন",    "পরিস্থিতি",  "উন্নয়নশীল",     "দেশগুলোর", "জন্য",        "জ্বালানি", "গুরুত্বপূর্ণ",
  "নৌবাহিনীর",    "মহড়া",    "শুক্রবার",    "চট্টগ্রামে",     "অনুষ্ঠিত",  "হবে",        "বলে",     "কূটনৈতিক",
  "সূত্রে",         "জানা",    "গেছে",      "মন্ত্রণালয়ের",   "বিবৃতিতে", "উল্লেখ",      "করা",     "হয়েছে",
};

static const char *const names[] = { BENCH_NAME, BENCH_NAME "ের", BENCH_NAME "ে", BENCH_NAME "কে" };

static guint
roll (guint *state, guint n)
{
  *state = *state * 1103515245 + 12345;
  return (*state >> 16) % n;
}

BenchSample *
bench_sample_new (gsize n_bytes, guint n_mentions, guint n_names)
{
  BenchSample *self = g_new0 (BenchSample, 1);
  g_autoptr (GString) text = g_string_sized_new (n_bytes + 1000);
  gsize cp = 0;
  gsize paragraph = 0;
  guint name = 0;
  guint state = 7;

  self->ranges = g_array_new (FALSE, FALSE, sizeof (SutraRange));
  for (guint i = 0; text->len < n_bytes; i++)
    {
      gboolean named = name < n_names && text->len * n_names >= n_bytes * (gsize) name;
      gboolean marked = !named && self->ranges->len < n_mentions && text->len * n_mentions >= n_bytes * (gsize) self->ranges->len;
      const char *word = named ? names[name++ % G_N_ELEMENTS (names)] : words[roll (&state, G_N_ELEMENTS (words))];
      SutraRange range = { (guint32) cp, (guint32) (cp + (gsize) g_utf8_strlen (word, -1)) };
      const char *after = text->len - paragraph > PARAGRAPH ? "।\n\n" : i % 12 == 11 ? "। " : " ";

      if (marked)
        g_array_append_val (self->ranges, range);
      g_string_append (text, word);
      g_string_append (text, after);
      cp = range.end + (gsize) g_utf8_strlen (after, -1);
      if (after[strlen (after) - 1] == '\n')
        paragraph = text->len;
    }
  self->n_bytes = text->len;
  self->utf8 = g_strndup (text->str, text->len);
  return self;
}

void
bench_sample_free (BenchSample *self)
{
  g_free (self->utf8);
  g_array_unref (self->ranges);
  g_free (self);
}

SutraDraft *
bench_sample_dup_draft (BenchSample *self, const char *title)
{
  SutraDraft *draft = g_new0 (SutraDraft, 1);

  draft->text = sutra_text_new_from_string (self->utf8);
  draft->original = g_bytes_new (self->utf8, self->n_bytes);
  draft->title = g_strdup (title);
  draft->encoding = g_strdup ("UTF-8");
  draft->media_type = g_strdup ("text/plain");
  return draft;
}

void
bench_check (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

SutraId
bench_case_type (BenchCase *self, guint place)
{
  SutraTagset *tagset = sutra_case_get_tagset (self->the_case);
  g_autoptr (SutraEntityType) type =
      g_list_model_get_item (G_LIST_MODEL (tagset), place % g_list_model_get_n_items (G_LIST_MODEL (tagset)));

  return *sutra_entity_type_get_id (type);
}

static void
add_mentions (BenchCase *self, BenchSample *sample)
{
  g_autofree SutraMentionSpec *specs = g_new0 (SutraMentionSpec, sample->ranges->len);
  g_autofree SutraId *entities = g_new0 (SutraId, N_ENTITIES);
  GError *error = NULL;

  if (sample->ranges->len == 0)
    return;
  for (guint i = 0; i < N_ENTITIES; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s %u", words[i % G_N_ELEMENTS (words)], i);
      SutraId type = bench_case_type (self, i % 4);

      sutra_case_add_entity (self->the_case, &type, label, &entities[i], &error);
      bench_check (error);
    }
  for (guint i = 0; i < sample->ranges->len; i++)
    {
      const SutraRange *range = &g_array_index (sample->ranges, SutraRange, i);

      specs[i].article = self->id;
      specs[i].start = range->start;
      specs[i].end = specs[i].stem_end = range->end;
      specs[i].type = bench_case_type (self, i % 2 == 0 ? i / 2 % N_ENTITIES % 4 : i % BENCH_FREE_TYPE);
      if (i % 2 == 0)
        specs[i].entity = entities[i / 2 % N_ENTITIES];
    }
  sutra_case_add_mentions (self->the_case, specs, sample->ranges->len, NULL, &error);
  bench_check (error);
}

BenchCase *
bench_case_new (BenchSample *sample)
{
  BenchCase *self = g_new0 (BenchCase, 1);
  g_autoptr (SutraDraft) draft = bench_sample_dup_draft (sample, "Bench");
  g_autoptr (SutraArticle) article = NULL;
  gboolean existed;
  GError *error = NULL;

  self->folder = g_dir_make_tmp ("sutra-bench-XXXXXX", &error);
  bench_check (error);
  self->path = g_build_filename (self->folder, "bench.sutra", NULL);
  self->the_case = sutra_case_create (self->path, NULL, &error);
  bench_check (error);
  article = sutra_case_add_article (self->the_case, draft, &existed, &error);
  bench_check (error);
  self->id = *sutra_article_get_id (article);
  add_mentions (self, sample);
  return self;
}

void
bench_case_reopen (BenchCase *self)
{
  GError *error = NULL;

  sutra_case_close (self->the_case);
  g_object_unref (self->the_case);
  self->the_case = sutra_case_open (self->path, FALSE, &error);
  bench_check (error);
}

void
bench_case_free (BenchCase *self)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  sutra_case_close (self->the_case);
  g_object_unref (self->the_case);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (self->path, endings[i], NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}
