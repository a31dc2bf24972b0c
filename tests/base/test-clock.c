/* test-clock.c: how times are written
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-clock.h"
#include "sutra-error.h"

#include <string.h>

static void
assert_written (gint64 time, const char *expected)
{
  g_autofree char *written = sutra_clock_format (time);

  g_assert_cmpstr (written, ==, expected);
}

static void
test_format (void)
{
  assert_written (0, "1970-01-01T00:00:00.000Z");
  assert_written (999, "1970-01-01T00:00:00.000Z");
  assert_written (1000, "1970-01-01T00:00:00.001Z");
  assert_written (999999, "1970-01-01T00:00:00.999Z");
  assert_written (1000000, "1970-01-01T00:00:01.000Z");
  assert_written (G_GINT64_CONSTANT (1712572200123456), "2024-04-08T10:30:00.123Z");
  assert_written (G_GINT64_CONSTANT (1709164800000000), "2024-02-29T00:00:00.000Z");
  /* Before 1970 a time is still rounded to the millisecond before it, not towards 1970. */
  assert_written (-1, "1969-12-31T23:59:59.999Z");
  assert_written (-1000, "1969-12-31T23:59:59.999Z");
  assert_written (-1001, "1969-12-31T23:59:59.998Z");
  assert_written (-1000000, "1969-12-31T23:59:59.000Z");
  /* The first and the last year that can be written. */
  assert_written (G_GINT64_CONSTANT (-62135596800000000), "0001-01-01T00:00:00.000Z");
  assert_written (G_GINT64_CONSTANT (253402300799999999), "9999-12-31T23:59:59.999Z");
  /* What a damaged file may hold. */
  assert_written (G_MININT64, "0001-01-01T00:00:00.000Z");
  assert_written (G_MAXINT64, "9999-12-31T23:59:59.999Z");
}

/* Written times sort as the times do, and read back as the same millisecond. */
static void
test_order (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      gint64 a = (gint64) g_test_rand_double_range (-6e16, 2.5e17);
      gint64 b = i % 2 == 0 ? a + g_test_rand_int_range (-5000, 5000) : (gint64) g_test_rand_double_range (-6e16, 2.5e17);
      g_autofree char *text_a = sutra_clock_format (a);
      g_autofree char *text_b = sutra_clock_format (b);
      g_autoptr (GDateTime) read = g_date_time_new_from_iso8601 (text_a, NULL);
      gint64 floor_a = a >= 0 ? a / 1000 : -((-a + 999) / 1000);
      gint64 floor_b = b >= 0 ? b / 1000 : -((-b + 999) / 1000);
      int order = strcmp (text_a, text_b);

      g_assert_cmpint ((order > 0) - (order < 0), ==, (floor_a > floor_b) - (floor_a < floor_b));
      g_assert_nonnull (read);
      g_assert_cmpint (g_date_time_to_unix (read) * 1000 + g_date_time_get_microsecond (read) / 1000, ==, floor_a);
    }
}

static void
test_system (void)
{
  gint64 before = g_get_real_time ();
  gint64 time = sutra_clock_system ();
  gint64 after = g_get_real_time ();

  g_assert_cmpint (before, <=, time);
  g_assert_cmpint (time, <=, after);
}

static void
test_error_domain (void)
{
  g_autoptr (GError) error = g_error_new (SUTRA_ERROR, SUTRA_ERROR_BUSY, "busy");

  g_assert_cmpuint (SUTRA_ERROR, !=, 0);
  g_assert_cmpstr (g_quark_to_string (SUTRA_ERROR), ==, "sutra-error-quark");
  g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_BUSY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/format", test_format);
  g_test_add_func ("/clock/order", test_order);
  g_test_add_func ("/clock/system", test_system);
  g_test_add_func ("/error/domain", test_error_domain);
  return g_test_run ();
}
