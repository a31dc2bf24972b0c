/* sutra-markup.h: HTML that cannot be malformed or injected into
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sutra-output.h"

G_BEGIN_DECLS

/**
 * SutraMarkup:
 *
 * Writes HTML elements to an output. Names are literals of the caller; everything else is escaped, so no text can become a tag. Elements are closed in the
 * order in which they were opened.
 */
typedef struct _SutraMarkup SutraMarkup;

SutraMarkup *sutra_markup_new (SutraOutput *output);

/* Frees @self; an element that is still open is a programming error. */
void sutra_markup_free (SutraMarkup *self);

/* Opens element @name; then pairs of attribute name and value, ending with NULL. A pair with a NULL value is left out. @name and attribute names must be literals. */
void sutra_markup_open (SutraMarkup *self, const char *name, ...) G_GNUC_NULL_TERMINATED;
void sutra_markup_close (SutraMarkup *self);

/* An element with nothing but text in it, or (@text NULL) a void one like br. */
void sutra_markup_element (SutraMarkup *self, const char *name, const char *text, ...) G_GNUC_NULL_TERMINATED;

/* @length -1: ends with NUL. */
void sutra_markup_text (SutraMarkup *self, const char *text, gssize length);

/* A line feed between elements where it does not show. */
void sutra_markup_line (SutraMarkup *self);

/* The contents of a style element: written as it is. "</" in it is a programming error. */
void sutra_markup_style (SutraMarkup *self, const char *css);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SutraMarkup, sutra_markup_free)

G_END_DECLS
