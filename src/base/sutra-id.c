/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-id.h"

#include <errno.h>
#include <sys/random.h>

static void
fill_random (guint8 *bytes, gsize n)
{
  gsize done = 0;

  while (done < n)
    {
      gssize got = getrandom (bytes + done, n - done, 0);

      if (got > 0)
        done += (gsize) got;
      else if (errno != EINTR)
        break;
    }

  /* Without the system call (an old kernel, a strict sandbox) GLib's generator must do. */
  for (; done < n; done++)
    bytes[done] = (guint8) g_random_int_range (0, 256);
}

/* RFC 9562, 5.7 and 6.2 method 2: 48 bits of Unix milliseconds, then 74 bits that are random for
 * the first id of a millisecond and counted up by a random step for each further one. The low 64
 * bits of the counter are enough to stay in order: they start with their two top bits clear. */
SutraId
sutra_id_new (void)
{
  static GMutex mutex;
  static guint64 last_ms;
  static guint64 counter;
  static guint8 rand_a[2];
  guint64 ms = (guint64) g_get_real_time () / 1000;
  guint8 random[12];
  SutraId id;

  fill_random (random, sizeof random);

  g_mutex_lock (&mutex);
  if (ms > last_ms)
    {
      last_ms = ms;
      memcpy (rand_a, random, 2);
      memcpy (&counter, random + 4, 8);
      counter &= G_GUINT64_CONSTANT (0x1fffffffffffffff);
    }
  else
    {
      guint32 step;

      memcpy (&step, random + 4, 4);
      counter += 1 + step;
    }
  ms = last_ms;

  for (int i = 0; i < 6; i++)
    id.bytes[i] = (guint8) (ms >> (40 - 8 * i));
  id.bytes[6] = 0x70 | (rand_a[0] & 0x0f);
  id.bytes[7] = rand_a[1];
  for (int i = 0; i < 8; i++)
    id.bytes[8 + i] = (guint8) (counter >> (56 - 8 * i));
  id.bytes[8] = 0x80 | (id.bytes[8] & 0x3f);
  g_mutex_unlock (&mutex);

  return id;
}

const char *
sutra_id_to_string (const SutraId *id, char buffer[SUTRA_ID_STRING_SIZE])
{
  static const char digits[] = "0123456789abcdef";
  char *p = buffer;

  for (int i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *p++ = '-';
      *p++ = digits[id->bytes[i] >> 4];
      *p++ = digits[id->bytes[i] & 15];
    }
  *p = '\0';
  return buffer;
}

char *
sutra_id_dup_string (const SutraId *id)
{
  char buffer[SUTRA_ID_STRING_SIZE];

  return g_strdup (sutra_id_to_string (id, buffer));
}

gboolean
sutra_id_from_string (const char *string, SutraId *id)
{
  SutraId read;
  const char *p = string;

  g_return_val_if_fail (id != NULL, FALSE);

  if (string == NULL || strlen (string) != SUTRA_ID_STRING_SIZE - 1)
    return FALSE;

  for (int i = 0; i < 16; i++)
    {
      int high, low;

      if ((i == 4 || i == 6 || i == 8 || i == 10) && *p++ != '-')
        return FALSE;
      high = g_ascii_xdigit_value (p[0]);
      low = g_ascii_xdigit_value (p[1]);
      if (high < 0 || low < 0)
        return FALSE;
      read.bytes[i] = (guint8) (high << 4 | low);
      p += 2;
    }

  *id = read;
  return TRUE;
}

guint
sutra_id_hash (gconstpointer id)
{
  guint32 tail;

  /* The last bytes differ most between ids of one process. */
  memcpy (&tail, ((const SutraId *) id)->bytes + 12, 4);
  return tail;
}

gboolean
sutra_id_equal (gconstpointer a, gconstpointer b)
{
  return sutra_id_compare (a, b) == 0;
}
