/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Linked with the whole of a layer and of those below it: see linkage.py. */
int
main (void)
{
  return 0;
}
