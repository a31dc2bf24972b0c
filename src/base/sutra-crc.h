/* sutra-crc.h: the checksum of data files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* CRC-32 as in ISO 3309, zlib and PNG: "123456789" has 0xCBF43926. About a millisecond for a megabyte. */
guint32 sutra_crc32 (const guint8 *data, gsize size);

G_END_DECLS
