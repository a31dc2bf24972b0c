/* sutra-place-key.h: under which names of places are the same
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The fold key of @text (UTF-8) with Latin letters brought to a to z: compatibility forms, marks off, ł ø ı đ ß æ œ ə þ ð mapped. Modifier letters (ʻ ʼ) are '. (transfer full) */
char *sutra_place_key_plain (const char *text);

/* The same without anything that is no letter, digit or Bengali sign: নিউ ইয়র্ক is নিউইয়র্ক, মাজার-ই শরিফ is মাজার-ই-শরিফ, Xi'an is Xian. (transfer full) */
char *sutra_place_key (const char *text);

G_END_DECLS
