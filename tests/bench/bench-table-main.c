/* bench-table: what the program is held to, one line each
 *
 * Usage: bench-table PROGRAM EMPTY SAMPLE [ROW…], for the first three see bench_start(); ROW is one of start, open, open-large, edit, edit-large, occurrences, suggest, scroll, memory, import, map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "bench-rows.h"
#include "bench-table.h"

#include <adwaita.h>
#include <stdio.h>

static gboolean
is_wanted (int argc, char *argv[], const char *row)
{
  for (int i = 4; i < argc; i++)
    if (g_str_equal (argv[i], row))
      return TRUE;
  return argc == 4;
}

int
main (int argc, char *argv[])
{
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  if (argc >= 2 && g_str_equal (argv[1], "--memory-child"))
    {
      bench_memory_child (argc == 3 ? argv[2] : NULL);
      return 0;
    }
  if (argc == 3 && g_str_equal (argv[1], "--map-child"))
    {
      bench_map_child (g_str_equal (argv[2], "map"));
      return 0;
    }

  if (argc < 4)
    {
      g_printerr ("Usage: bench-table PROGRAM EMPTY SAMPLE [ROW…]\n");
      return 2;
    }
  bench_table_head ();
  if (is_wanted (argc, argv, "start"))
    bench_start (argv[1], argv[2], argv[3]);
  if (is_wanted (argc, argv, "open"))
    bench_open (1);
  if (is_wanted (argc, argv, "open-large"))
    bench_open (10);
  if (is_wanted (argc, argv, "edit"))
    bench_edit (10000);
  if (is_wanted (argc, argv, "edit-large"))
    bench_edit (100000);
  if (is_wanted (argc, argv, "occurrences"))
    bench_occurrences ();
  if (is_wanted (argc, argv, "suggest"))
    bench_suggest ();
  if (is_wanted (argc, argv, "scroll"))
    bench_scroll ();
  if (is_wanted (argc, argv, "memory"))
    bench_memory (argv[0]);
  if (is_wanted (argc, argv, "import"))
    bench_import ();
  if (is_wanted (argc, argv, "map"))
    bench_map (argv[0]);
  printf ("%u over their targets\n", bench_table_get_n_over ());
  return 0;
}
