/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <string.h>

#include "sutra-content.h"

static GBytes *
make_bytes (gsize size)
{
  guint8 *data = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) g_test_rand_int_range (0, 256);
  return g_bytes_new_take (data, size);
}

static void
test_round_trip (Fixture *f, gconstpointer data)
{
  static const gsize sizes[] = { 0, 1, 100, 131071, 131072, 131073, 262144, 700000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = make_bytes (sizes[i]);
      g_autoptr (GBytes) back = NULL;
      g_autofree char *sha256 = NULL;
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      for (int again = 0; again < 2; again++)
        {
          g_clear_pointer (&sha256, g_free);
          g_assert_true (sutra_content_put (f->store, bytes, &sha256, NULL, &error));
          g_assert_no_error (error);
          g_assert_cmpstr (sha256, ==, digest);
        }
      back = sutra_content_get (f->store, sha256, TRUE, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (bytes, back));
      g_assert_true (sutra_content_check_finish (sutra_content_check_start (f->store, back, sha256), &error));
      g_assert_no_error (error);
      g_assert_cmpint (count_rows (f->store, "content"), ==, (gint64) i + 2);
    }
  /* Contents are no edits. */
  g_assert_cmpint (count_rows (f->store, "history"), ==, 1);
}

static void
test_not_found (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sutra_content_get (f->store, "abc", TRUE, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_NOT_FOUND);
}

static void
assert_damaged (Fixture *f, const char *sha256, const char *sql, gboolean only_verified)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  run_raw_sql (f->path, sql);
  g_assert_null (sutra_content_get (f->store, sha256, TRUE, &error));
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED);
  g_clear_error (&error);
  bytes = sutra_content_get (f->store, sha256, FALSE, &error);
  if (only_verified)
    {
      g_assert_no_error (error);
      g_assert_false (sutra_content_check_finish (sutra_content_check_start (f->store, bytes, sha256), &error));
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED);
    }
  else
    g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_DAMAGED);
}

static void
test_damaged (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) bytes = make_bytes (300000);
  g_autofree char *sha256 = NULL;

  sutra_content_put (f->store, bytes, &sha256, NULL, NULL);
  assert_damaged (f, sha256, "UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE seq = 1", TRUE);
  assert_damaged (f, sha256, "UPDATE content SET byte_length = 299999", FALSE);
  assert_damaged (f, sha256, "UPDATE content SET byte_length = 9000000000000000000", FALSE);
  assert_damaged (f, sha256, "UPDATE content SET byte_length = 2000000000", FALSE);
  assert_damaged (f, sha256, "UPDATE content SET byte_length = 300000; UPDATE chunk SET seq = 7 WHERE seq = 2", FALSE);
  assert_damaged (f, sha256, "DELETE FROM chunk WHERE seq = 0", FALSE);
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = make_bytes (700000);
  g_autoptr (GBytes) back = NULL;
  g_autofree char *sha256 = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (sutra_content_put (f->store, bytes, &sha256, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (sha256);
  g_assert_cmpint (count_rows (f->store, "content"), ==, 1);

  /* What a put that was killed leaves does not disturb the next. */
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  for (int i = 0; i < 12; i += 2)
    sutra_store_run (f->store, NULL, "INSERT INTO chunk (sha256, seq, bytes) VALUES (?, ?, x'00')", "sl", sha256, (gint64) i);
  g_assert_true (sutra_content_put (f->store, bytes, NULL, NULL, &error));
  back = sutra_content_get (f->store, sha256, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, back));
}

typedef struct
{
  const char *path;
  gint done;
} Putter;

static gpointer
put_much (gpointer data)
{
  Putter *putter = data;
  g_autoptr (SutraStore) store = sutra_store_open (putter->path, SUTRA_STORE_DEFAULT, NULL);
  g_autoptr (GBytes) bytes = make_bytes (20 << 20);
  g_autoptr (GError) error = NULL;

  sutra_content_put (store, bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  g_atomic_int_set (&putter->done, 1);
  return NULL;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : *(const gint64 *) a > *(const gint64 *) b;
}

static void
test_edit_does_not_wait (Fixture *f, gconstpointer data)
{
  Putter putter = { f->path, 0 };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  GThread *thread;
  gint64 start;

  sutra_store_set_automatic_checkpoint (f->store, FALSE);
  thread = g_thread_new ("putter", put_much, &putter);
  start = g_get_monotonic_time ();
  while (!g_atomic_int_get (&putter.done))
    {
      gint64 before = g_get_monotonic_time ();

      add_mention (f->store, &f->article, &f->type, times->len % N_WORDS, NULL);
      before = g_get_monotonic_time () - before;
      g_array_append_val (times, before);
      g_usleep (10000);
    }
  g_thread_join (thread);
  g_array_sort (times, compare_times);
  g_test_message (
      "20 MB put in %.2f s; %u edits meanwhile: median %.1f ms, 95 %% %.1f ms, longest %.1f ms",
      (double) (g_get_monotonic_time () - start) / 1e6, times->len, (double) g_array_index (times, gint64, times->len / 2) / 1000,
      (double) g_array_index (times, gint64, times->len * 95 / 100) / 1000, (double) g_array_index (times, gint64, times->len - 1) / 1000);
  /* A machine that does other things besides must pass too. */
  g_assert_cmpint (g_array_index (times, gint64, times->len * 95 / 100), <, G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/content/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("not-found", test_not_found);
  ADD ("damaged", test_damaged);
  ADD ("cancelled", test_cancelled);
  ADD ("edit-does-not-wait", test_edit_does_not_wait);
  return g_test_run ();
}
