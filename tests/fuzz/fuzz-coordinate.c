/* fuzz-coordinate.c: typed coordinates: read, written and read again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"
#include "sutra-coordinate.h"
#include "sutra-error.h"

#include <math.h>
#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  SutraPoint point = { NAN, NAN };
  double radius = NAN;

  if (!sutra_coordinate_parse (text, &point, &radius, &error))
    {
      g_assert_error (error, SUTRA_ERROR, SUTRA_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (strlen (error->message), <, 400);
      g_assert_true (isnan (point.latitude) && isnan (point.longitude) && isnan (radius));
      return 0;
    }
  g_assert_no_error (error);
  g_assert_true (sutra_point_is_valid (&point));
  g_assert_true (isnan (radius) || radius >= 0);
  g_assert_cmpuint (strlen (text), <=, 200);
  for (int format = SUTRA_COORDINATE_DECIMAL; format <= SUTRA_COORDINATE_GEO_URI; format++)
    {
      g_autofree char *written = sutra_coordinate_format (&point, radius, (SutraCoordinateFormat) format);
      SutraPoint back;

      g_assert_true (sutra_coordinate_parse (written, &back, NULL, NULL));
      g_assert_cmpfloat (fabs (back.latitude - point.latitude), <, 2e-5);
      g_assert_cmpfloat (fabs (back.longitude - point.longitude), <, 2e-5);
    }
  return 0;
}
