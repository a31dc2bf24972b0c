/* sutra-error.h: the one error domain of the core
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SUTRA_ERROR (sutra_error_quark ())

/**
 * SutraError:
 * @SUTRA_ERROR_FAILED: an operation failed for a reason that has no code of its own; the message says which.
 * @SUTRA_ERROR_NOT_FOUND: a file, row or id does not exist (or no longer).
 * @SUTRA_ERROR_AMBIGUOUS: a short id or a label fits more than one row: give more of it.
 * @SUTRA_ERROR_EXISTS: the output is there already: replace it only on the user's word.
 * @SUTRA_ERROR_ACCESS: reading or writing is not permitted: change the permissions or the place.
 * @SUTRA_ERROR_READ_ONLY: the case can be read but not changed.
 * @SUTRA_ERROR_NO_SPACE: the disk is full: free space and try again; nothing was lost.
 * @SUTRA_ERROR_BUSY: another program holds the case for longer than we wait: try again.
 * @SUTRA_ERROR_NOT_A_CASE: the file is no SQLite file, or a SQLite file of another program.
 * @SUTRA_ERROR_DAMAGED: the case file is truncated or its contents contradict themselves.
 * @SUTRA_ERROR_NEWER: the case was made by a newer version of the program.
 * @SUTRA_ERROR_CONFLICT: an undo or redo did not find the rows as the edit had left them.
 * @SUTRA_ERROR_TOO_LARGE: the input is beyond a documented bound.
 * @SUTRA_ERROR_EMPTY: the input holds no text.
 * @SUTRA_ERROR_BINARY: the input is not text (NUL bytes or a binary signature).
 * @SUTRA_ERROR_ENCODING: the bytes are not valid in the encoding that was tried: offer others.
 * @SUTRA_ERROR_IS_DIRECTORY: a file was expected and a folder was given.
 * @SUTRA_ERROR_PARSE: structured input (HTML, JSON) has the wrong shape; the message says where.
 * @SUTRA_ERROR_RANGE: an offset lies outside of the text, or a span is reversed or empty.
 * @SUTRA_ERROR_INSIDE_AKSHARA: an offset lies inside an akshara.
 * @SUTRA_ERROR_INVALID: a value is not allowed for its field (unknown type, bad date, bad colour).
 * @SUTRA_ERROR_IN_USE: the row cannot be deleted while others refer to it.
 * @SUTRA_ERROR_UNSUPPORTED: the format or feature is unknown to this version.
 *
 * Cancellation is reported as %G_IO_ERROR_CANCELLED, as everywhere in GIO.
 * Messages are in English and say what, where and what to do; the window shows a translated
 * heading for the code and the message as detail.
 */
typedef enum
{
  SUTRA_ERROR_FAILED,
  SUTRA_ERROR_NOT_FOUND,
  SUTRA_ERROR_AMBIGUOUS,
  SUTRA_ERROR_EXISTS,
  SUTRA_ERROR_ACCESS,
  SUTRA_ERROR_READ_ONLY,
  SUTRA_ERROR_NO_SPACE,
  SUTRA_ERROR_BUSY,
  SUTRA_ERROR_NOT_A_CASE,
  SUTRA_ERROR_DAMAGED,
  SUTRA_ERROR_NEWER,
  SUTRA_ERROR_CONFLICT,
  SUTRA_ERROR_TOO_LARGE,
  SUTRA_ERROR_EMPTY,
  SUTRA_ERROR_BINARY,
  SUTRA_ERROR_ENCODING,
  SUTRA_ERROR_IS_DIRECTORY,
  SUTRA_ERROR_PARSE,
  SUTRA_ERROR_RANGE,
  SUTRA_ERROR_INSIDE_AKSHARA,
  SUTRA_ERROR_INVALID,
  SUTRA_ERROR_IN_USE,
  SUTRA_ERROR_UNSUPPORTED,
} SutraError;

GQuark sutra_error_quark (void);

G_END_DECLS
