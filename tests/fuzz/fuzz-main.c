/* fuzz-main.c: runs a fuzz target without libFuzzer
 *
 *   fuzz-NAME [--seconds N | --runs N] [--seed S] [--keep FILE] FILE|FOLDER…
 *
 * Replays every file once; with --seconds or --runs it then goes on with random changes of them. When the target
 * crashes, the input that did it is written to FILE ("fuzz-input" if none is given) and can be replayed.
 *
 * A target is one fuzz-NAME.c that exports LLVMFuzzerTestOneInput(), so the same file can also be built with
 * clang -fsanitize=fuzzer in place of this one. Its seeds lie in corpus/NAME/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "fuzz.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define LARGEST_INPUT 65536

/* Of the address sanitizer, when it is linked in: it ends the process without a signal. */
void __sanitizer_set_death_callback (void (*callback) (void)) __attribute__ ((weak));

/* What the signal handler may reach. */
static const guint8 *current_data;
static gsize current_size;
static const char *keep_path = "fuzz-input";

static void
keep_input (void)
{
  static const char kept[] = "the input that crashed was kept\n";
  static const char lost[] = "the input that crashed could not be kept\n";
  int file = open (keep_path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  gssize written = file < 0 ? -1 : write (file, current_data, current_size);

  written = written >= 0 ? write (STDERR_FILENO, kept, sizeof kept - 1) : write (STDERR_FILENO, lost, sizeof lost - 1);
  if (written < 0)
    _exit (3);
}

static void
on_signal (int number)
{
  keep_input ();
  signal (number, SIG_DFL);
  raise (number);
}

/* A sanitizer reports bad memory accesses itself; assertions and fatal warnings it leaves to us. */
static void
watch_for_crashes (void)
{
  static const int memory[] = { SIGBUS, SIGFPE, SIGILL, SIGSEGV };

  signal (SIGABRT, on_signal);
  signal (SIGTRAP, on_signal);
  if (__sanitizer_set_death_callback != NULL)
    __sanitizer_set_death_callback (keep_input);
  else
    for (gsize i = 0; i < G_N_ELEMENTS (memory); i++)
      signal (memory[i], on_signal);
}

static void
run_one (const guint8 *data, gsize size)
{
  /* A copy of the exact size, so that a sanitizer sees a read past its end. */
  g_autofree guint8 *copy = g_malloc (size + (size == 0));

  memcpy (copy, data, size);
  current_data = copy;
  current_size = size;
  LLVMFuzzerTestOneInput (copy, size);
  current_data = NULL;
  current_size = 0;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_seeds (GPtrArray *seeds, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      const char *name;

      g_assert_no_error (error);
      while ((name = g_dir_read_name (folder)) != NULL)
        g_ptr_array_add (names, g_build_filename (path, name, NULL));
      /* In the same order everywhere, so that a run can be repeated. */
      g_ptr_array_sort (names, compare_names);
      for (guint i = 0; i < names->len; i++)
        add_seeds (seeds, g_ptr_array_index (names, i));
      return;
    }
  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  g_ptr_array_add (seeds, g_bytes_new (contents, size));
}

static void
mutate_once (GRand *rand, GByteArray *input, GPtrArray *seeds)
{
  static const guint8 telling[] = { 0,   1,    '\t', '\n', '\r', ' ',  '"',  '&',  '-',  '/', '<',
                                    '>', '\\', 0x7f, 0x80, 0xbf, 0xc0, 0xe0, 0xed, 0xf4, 0xff };
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) input->len + 1);
  guint rest = input->len - at;
  guint8 byte =
      g_rand_boolean (rand) ? (guint8) g_rand_int_range (rand, 0, 256) : telling[g_rand_int_range (rand, 0, G_N_ELEMENTS (telling))];

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0: /* another byte */
      if (rest > 0)
        input->data[at] = byte;
      break;
    case 1: /* another bit */
      if (rest > 0)
        input->data[at] ^= (guint8) (1 << g_rand_int_range (rand, 0, 8));
      break;
    case 2: /* a byte more */
      g_byte_array_append (input, &byte, 1);
      memmove (input->data + at + 1, input->data + at, rest);
      input->data[at] = byte;
      break;
    case 3: /* some bytes fewer */
      if (rest > 0)
        g_byte_array_remove_range (input, at, (guint) g_rand_int_range (rand, 1, (gint32) MIN (rest, 16) + 1));
      break;
    case 4: /* cut */
      if (g_rand_int_range (rand, 0, 8) == 0)
        g_byte_array_set_size (input, at);
      break;
    default: /* a piece of a seed */
      {
        GBytes *seed = g_ptr_array_index (seeds, g_rand_int_range (rand, 0, (gint32) seeds->len));
        gsize size;
        const guint8 *data = g_bytes_get_data (seed, &size);
        guint from = (guint) g_rand_int_range (rand, 0, (gint32) size + 1);
        guint length = (guint) g_rand_int_range (rand, 0, (gint32) MIN (size - from, 64) + 1);

        if (length == 0)
          break;
        g_byte_array_set_size (input, input->len + length);
        memmove (input->data + at + length, input->data + at, rest);
        memcpy (input->data + at, data + from, length);
      }
      break;
    }
  if (input->len > LARGEST_INPUT)
    g_byte_array_set_size (input, LARGEST_INPUT);
}

static guint64
mutate (GPtrArray *seeds, guint32 seed, guint64 runs, gint64 until)
{
  GRand *rand = g_rand_new_with_seed (seed);
  g_autoptr (GByteArray) input = g_byte_array_new ();
  guint64 done = 0;

  while (done < runs || g_get_monotonic_time () < until)
    {
      GBytes *start = g_ptr_array_index (seeds, g_rand_int_range (rand, 0, (gint32) seeds->len));
      int changes = 1 << g_rand_int_range (rand, 0, 6);

      g_byte_array_set_size (input, 0);
      g_byte_array_append (input, g_bytes_get_data (start, NULL), (guint) MIN (g_bytes_get_size (start), LARGEST_INPUT));
      while (changes-- > 0)
        mutate_once (rand, input, seeds);
      run_one (input->data, input->len);
      done++;
    }
  g_rand_free (rand);
  return done;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gint64 seconds = 0;
  gint64 runs = 0;
  gint64 seed = g_get_real_time ();
  g_auto (GStrv) paths = NULL;
  GOptionEntry options[] = {
    { "seconds", 0, 0, G_OPTION_ARG_INT64, &seconds, "Change the inputs at random for N seconds", "N" },
    { "runs", 0, 0, G_OPTION_ARG_INT64, &runs, "Change the inputs at random N times", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Start the random numbers at S", "S" },
    { "keep", 0, 0, G_OPTION_ARG_FILENAME, &keep_path, "Where an input that crashes goes", "FILE" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, NULL, "FILE|FOLDER…" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  guint64 done;

  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || paths == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Give files or folders of inputs");
      return 2;
    }
  watch_for_crashes ();

  for (char **path = paths; *path != NULL; path++)
    add_seeds (seeds, *path);
  if (seeds->len == 0)
    {
      g_printerr ("There are no inputs\n");
      return 2;
    }
  for (guint i = 0; i < seeds->len; i++)
    {
      GBytes *bytes = g_ptr_array_index (seeds, i);
      gsize size;
      const guint8 *data = g_bytes_get_data (bytes, &size);

      run_one (data, size);
    }
  done = mutate (seeds, (guint32) seed, (guint64) MAX (runs, 0), seconds > 0 ? g_get_monotonic_time () + seconds * G_USEC_PER_SEC : 0);
  g_print ("%u inputs replayed, %" G_GUINT64_FORMAT " changed ones run, seed %u\n", seeds->len, done, (guint32) seed);
  return 0;
}
