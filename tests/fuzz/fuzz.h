/* fuzz.h: what every fuzz target exports
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Gives @size bytes at @data to the code under test and aborts if what comes back breaks a promise. Always 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
