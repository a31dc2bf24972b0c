/* test-id.c: ids are UUIDs of version 7 and come out in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-id.h"

#include <stdlib.h>

#define N_THREADS 8
#define N_EACH 20000

static void
assert_version_7 (const SutraId *id)
{
  g_assert_cmphex (id->bytes[6] >> 4, ==, 7);
  g_assert_cmphex (id->bytes[8] >> 6, ==, 2);
}

static guint64
milliseconds_of (const SutraId *id)
{
  guint64 ms = 0;

  for (guint i = 0; i < 6; i++)
    ms = ms << 8 | id->bytes[i];
  return ms;
}

static void
test_increasing (void)
{
  guint64 before = (guint64) g_get_real_time () / 1000;
  SutraId last = sutra_id_new ();
  guint64 after;

  g_assert_cmpuint (milliseconds_of (&last), >=, before);
  for (guint i = 0; i < 100000; i++)
    {
      SutraId id = sutra_id_new ();

      g_assert_cmpint (sutra_id_compare (&last, &id), <, 0);
      assert_version_7 (&id);
      last = id;
    }
  after = (guint64) g_get_real_time () / 1000;
  g_assert_cmpuint (milliseconds_of (&last), <=, after);
}

static gpointer
make_ids (gpointer data)
{
  SutraId *ids = data;

  for (guint i = 0; i < N_EACH; i++)
    ids[i] = sutra_id_new ();
  return NULL;
}

static int
compare_ids (const void *a, const void *b)
{
  return sutra_id_compare (a, b);
}

static void
test_threads (void)
{
  g_autofree SutraId *ids = g_new (SutraId, N_THREADS * N_EACH);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("ids", make_ids, ids + i * N_EACH);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);

  for (guint i = 0; i < N_THREADS; i++)
    for (guint j = 1; j < N_EACH; j++)
      g_assert_cmpint (sutra_id_compare (&ids[i * N_EACH + j - 1], &ids[i * N_EACH + j]), <, 0);
  qsort (ids, N_THREADS * N_EACH, sizeof *ids, compare_ids);
  for (guint i = 1; i < N_THREADS * N_EACH; i++)
    g_assert_cmpint (sutra_id_compare (&ids[i - 1], &ids[i]), !=, 0);
}

typedef struct
{
  GMutex mutex;
  SutraId last;
  guint n;
} Baton;

/* Whoever makes an id after another thread has shown its own gets a greater one. */
static gpointer
pass_baton (gpointer data)
{
  Baton *baton = data;

  for (guint i = 0; i < 5000; i++)
    {
      SutraId id;

      g_mutex_lock (&baton->mutex);
      id = sutra_id_new ();
      g_assert_cmpint (sutra_id_compare (&baton->last, &id), <, 0);
      baton->last = id;
      baton->n++;
      g_mutex_unlock (&baton->mutex);
    }
  return NULL;
}

static void
test_order_across_threads (void)
{
  Baton baton = { .last = SUTRA_ID_NULL };
  GThread *threads[4];

  g_mutex_init (&baton.mutex);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("baton", pass_baton, &baton);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_mutex_clear (&baton.mutex);
  g_assert_cmpuint (baton.n, ==, 5000 * G_N_ELEMENTS (threads));
}

/* Two processes of one millisecond differ in 74 random bits: here at least not in none. */
static void
test_random_bits (void)
{
  guint8 all_or[16] = { 0 };
  guint8 all_and[16];

  memset (all_and, 0xff, sizeof all_and);
  for (guint i = 0; i < 200; i++)
    {
      SutraId id;

      g_usleep (1100);
      id = sutra_id_new ();
      for (guint j = 0; j < 16; j++)
        {
          all_or[j] |= id.bytes[j];
          all_and[j] &= id.bytes[j];
        }
    }
  g_assert_cmphex (all_or[6], ==, 0x7f);
  g_assert_cmphex (all_and[6], ==, 0x70);
  for (guint j = 7; j < 16; j++)
    {
      g_assert_cmphex (all_or[j], ==, j == 8 ? 0x9f : 0xff);
      g_assert_cmphex (all_and[j], ==, j == 8 ? 0x80 : 0);
    }
}

static void
test_strings (void)
{
  SutraId known;

  g_assert_true (sutra_id_from_string ("01890a5d-ac96-774b-bcce-b302099a8057", &known));
  g_assert_cmphex (known.bytes[0], ==, 0x01);
  g_assert_cmphex (known.bytes[15], ==, 0x57);
  g_assert_cmphex (known.bytes[6], ==, 0x77);

  for (guint i = 0; i < 2000; i++)
    {
      char buffer[SUTRA_ID_STRING_SIZE];
      g_autofree char *dup = NULL;
      g_autofree char *upper = NULL;
      SutraId id, read;

      for (guint j = 0; j < 16; j++)
        id.bytes[j] = (guint8) g_test_rand_int_range (0, 256);
      g_assert_true (sutra_id_to_string (&id, buffer) == buffer);
      g_assert_true (g_uuid_string_is_valid (buffer));
      dup = sutra_id_dup_string (&id);
      g_assert_cmpstr (dup, ==, buffer);
      g_assert_true (sutra_id_from_string (buffer, &read));
      g_assert_cmpmem (&read, sizeof read, &id, sizeof id);
      upper = g_ascii_strup (buffer, -1);
      g_assert_true (sutra_id_from_string (upper, &read));
      g_assert_cmpmem (&read, sizeof read, &id, sizeof id);
      g_assert_true (sutra_id_equal (&read, &id));
      g_assert_cmpuint (sutra_id_hash (&read), ==, sutra_id_hash (&id));
    }
}

static void
test_junk (void)
{
  static const char *const junk[] = {
    NULL,
    "",
    "0",
    "01890a5d-ac96-774b-bcce-b302099a805",
    "01890a5d-ac96-774b-bcce-b302099a80570",
    "01890a5dac96774bbcceb302099a8057",
    "01890a5d-ac96-774b-bcceb-302099a8057",
    "01890a5d_ac96_774b_bcce_b302099a8057",
    "{1890a5d-ac96-774b-bcce-b302099a805}",
    "01890a5d-ac96-774b-bcce-b302099a805g",
    " 1890a5d-ac96-774b-bcce-b302099a8057",
    "01890a5d-ac96-774b-bcce-b302099a805\n",
    "0x890a5d-ac96-774b-bcce-b302099a8057",
    "+1890a5d-ac96-774b-bcce-b302099a8057",
    "01890a5d-ac96-774b-bcce-b302099a8০",
    "------------------------------------",
  };
  SutraId id;

  memset (&id, 0x5a, sizeof id);
  for (guint i = 0; i < G_N_ELEMENTS (junk); i++)
    {
      SutraId untouched;

      memset (&untouched, 0x5a, sizeof untouched);
      g_assert_false (sutra_id_from_string (junk[i], &id));
      g_assert_cmpmem (&id, sizeof id, &untouched, sizeof untouched);
    }

  /* Each character of the form matters. */
  for (guint i = 0; i < 36; i++)
    {
      char string[] = "01890a5d-ac96-774b-bcce-b302099a8057";

      string[i] = string[i] == '-' ? '0' : '-';
      g_assert_false (sutra_id_from_string (string, &id));
    }
}

static void
test_null (void)
{
  SutraId null_id = SUTRA_ID_NULL;
  SutraId id = sutra_id_new ();

  g_assert_true (sutra_id_is_null (&null_id));
  g_assert_false (sutra_id_is_null (&id));
  for (guint i = 0; i < 128; i++)
    {
      SutraId one = SUTRA_ID_NULL;

      one.bytes[i / 8] = (guint8) (1 << i % 8);
      g_assert_false (sutra_id_is_null (&one));
      g_assert_false (sutra_id_equal (&one, &null_id));
      g_assert_cmpint (sutra_id_compare (&null_id, &one), <, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/increasing", test_increasing);
  g_test_add_func ("/id/threads", test_threads);
  g_test_add_func ("/id/order-across-threads", test_order_across_threads);
  g_test_add_func ("/id/random-bits", test_random_bits);
  g_test_add_func ("/id/strings", test_strings);
  g_test_add_func ("/id/junk", test_junk);
  g_test_add_func ("/id/null", test_null);
  return g_test_run ();
}
