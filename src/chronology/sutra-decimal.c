/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-decimal.h"

#define LARGEST 999999999999999999

static gboolean
shift (gint64 *digits, guint power)
{
  gint64 result = *digits;

  for (guint i = 0; i < power; i++)
    {
      if (result > LARGEST / 10)
        return FALSE;
      result *= 10;
    }
  *digits = result;
  return TRUE;
}

gboolean
sutra_decimal_append (SutraDecimal *self, gint64 digits, guint n_digits)
{
  gint64 whole = self->digits;

  if (n_digits > 18 || !shift (&whole, n_digits) || whole > LARGEST - digits)
    return FALSE;
  self->digits = whole + digits;
  self->scale += n_digits;
  return TRUE;
}

gboolean
sutra_decimal_multiply (SutraDecimal *self, guint power_of_ten)
{
  if (power_of_ten < self->scale)
    {
      self->scale -= power_of_ten;
      /* The zeros behind the point of "2.50" are said, those of "2.50 thousand" are not. */
      while (self->scale > 0 && self->digits % 10 == 0)
        {
          self->digits /= 10;
          self->scale--;
        }
      return TRUE;
    }
  if (!shift (&self->digits, power_of_ten - self->scale))
    return FALSE;
  self->scale = 0;
  return TRUE;
}

gboolean
sutra_decimal_add (SutraDecimal *self, SutraDecimal other)
{
  SutraDecimal sum = *self;

  if (sum.scale < other.scale && shift (&sum.digits, other.scale - sum.scale))
    sum.scale = other.scale;
  else if (other.scale < sum.scale && shift (&other.digits, sum.scale - other.scale))
    other.scale = sum.scale;
  if (sum.scale != other.scale || sum.digits > LARGEST - other.digits)
    return FALSE;
  sum.digits += other.digits;
  *self = sum;
  return TRUE;
}

gboolean
sutra_decimal_is_below (SutraDecimal self, guint power_of_ten)
{
  gint64 limit = 1;

  return !shift (&limit, power_of_ten + self.scale) || self.digits < limit;
}

char *
sutra_decimal_to_string (SutraDecimal self, gboolean negative)
{
  GString *string = g_string_new (NULL);

  g_string_printf (string, "%0*" G_GINT64_FORMAT, (int) self.scale + 1, self.digits);
  if (self.scale > 0)
    g_string_insert_c (string, (gssize) (string->len - self.scale), '.');
  if (negative)
    g_string_prepend_c (string, '-');
  return g_string_free (string, FALSE);
}
