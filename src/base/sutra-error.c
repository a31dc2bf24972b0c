/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-error.h"

GQuark
sutra_error_quark (void)
{
  return g_quark_from_static_string ("sutra-error-quark");
}
