/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-grammar.h"

/* প্রায়, সম্ভবত, about, "c." before a date. */
static guint
skip_approximators (const SutraDateReader *self, guint i, SutraDateParts *flags)
{
  for (guint n = 0; n < 3; n++)
    {
      const SutraSense *sense = sutra_date_sense (self, i, SUTRA_WORD_APPROXIMATE);

      if (sense == NULL)
        break;
      if ((sense->flags & SUTRA_WORD_SHORT) != 0)
        {
          /* c. 1880 */
          guint next = i + (sutra_date_is_mark (self, i + 1, '.') ? 2 : 1);

          if (sutra_date_token (self, next)->digits != 4)
            break;
          i = next - 1;
        }
      if (sense->value == 1)
        flags->approximate = 1;
      else
        flags->uncertain = 1;
      i++;
    }
  return i;
}

gboolean
sutra_date_read (const SutraDateReader *self, guint i, SutraDateReading *reading)
{
  /* Of readings of the same length the first counts. */
  static gboolean (*const productions[]) (const SutraDateReader *, guint, SutraDateReading *) = {
    sutra_date_read_range, sutra_date_read_set, sutra_date_read_period, sutra_date_read_lapse, sutra_date_read_point,
  };
  SutraDateParts flags;
  const SutraToken *token = sutra_date_token (self, i);
  gboolean found = FALSE;
  guint at;

  if (token->type == SUTRA_TOKEN_OTHER || token->type == SUTRA_TOKEN_END)
    return FALSE;
  sutra_date_parts_init (&flags);
  at = skip_approximators (self, i, &flags);
  for (gsize n = 0; n < G_N_ELEMENTS (productions); n++)
    {
      SutraDateReading attempt;

      sutra_date_reading_init (&attempt);
      if (productions[n](self, at, &attempt) && (!found || attempt.key_end > reading->key_end))
        {
          *reading = attempt;
          found = TRUE;
        }
    }
  if (!found)
    return FALSE;
  reading->key_start = token->start;
  reading->a.approximate |= flags.approximate;
  reading->a.uncertain |= flags.uncertain;
  reading->b.approximate |= flags.approximate;
  reading->b.uncertain |= flags.uncertain;
  return TRUE;
}
