/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

/* The sample that linkage.py must tell apart from a program without GTK. */
int
main (void)
{
  return gtk_init_check () ? 0 : 1;
}
