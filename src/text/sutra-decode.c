/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-decode.h"

#include <string.h>
#include <unicode/ucnv.h>

#include "sutra-decode-legacy.h"
#include "sutra-error.h"
#include "sutra-utf8.h"

/* How much of the input the NUL pattern of UTF-16 is looked for in. */
#define PATTERN_BYTES 4096

/* Where decoded code points go: line ends are made LF here. */
typedef struct
{
  GByteArray *utf8;
  gunichar lead; /* a high surrogate that waits for its other half, or 0 */
  gboolean after_cr;
  gsize line;
} Sink;

typedef enum
{
  SINK_GOOD,
  SINK_NUL,
  SINK_SURROGATE,
} SinkState;

static const SutraEncoding encodings[] = {
  { "UTF-8", "Unicode (UTF-8)" },
  { "UTF-16LE", "Unicode (UTF-16, little-endian)" },
  { "UTF-16BE", "Unicode (UTF-16, big-endian)" },
  { SUTRA_ENCODING_BIJOY, "Bengali in Bijoy fonts (SutonnyMJ), new or old" },
  { SUTRA_ENCODING_BIJOY_NEW, "Bengali in Bijoy fonts, new (since about 2010)" },
  { SUTRA_ENCODING_BIJOY_OLD, "Bengali in Bijoy fonts, old" },
  { SUTRA_ENCODING_UTF8_TWICE, "Bengali shown as à¦ (UTF-8 read as Windows-1252)" },
  { "windows-1252", "Western (Windows-1252)" },
  { "x-iscii-be", "Bengali (ISCII)" },
  { "x-iscii-de", "Devanagari (ISCII)" },
  { "windows-1256", "Arabic and Urdu (Windows-1256)" },
  { "windows-1251", "Cyrillic (Windows-1251)" },
  { "KOI8-R", "Cyrillic (KOI8-R)" },
  { "windows-1250", "Central European (Windows-1250)" },
  { "windows-1254", "Turkish (Windows-1254)" },
  { "ISO-8859-1", "Western (ISO-8859-1)" },
  { "ISO-8859-15", "Western (ISO-8859-15)" },
  { "GB18030", "Chinese, simplified (GB 18030)" },
  { "Big5", "Chinese, traditional (Big5)" },
  { "Shift_JIS", "Japanese (Shift JIS)" },
  { "EUC-JP", "Japanese (EUC-JP)" },
  { "EUC-KR", "Korean (EUC-KR)" },
  { "UTF-32LE", "Unicode (UTF-32, little-endian)" },
  { "UTF-32BE", "Unicode (UTF-32, big-endian)" },
  { NULL, NULL },
};

#define SIGNATURE(offset, bytes, what)                                                                                                     \
  {                                                                                                                                        \
    offset, sizeof (bytes) - 1, bytes, what                                                                                                \
  }

static const struct
{
  gsize offset;
  gsize length;
  const char *bytes;
  const char *what;
} signatures[] = {
  SIGNATURE (0, "PK\3\4", "a ZIP archive (or a DOCX, ODT or EPUB document)"),
  SIGNATURE (0, "PK\5\6", "an empty ZIP archive"),
  SIGNATURE (0, "%PDF-", "a PDF document"),
  SIGNATURE (0, "\x89PNG\r\n\x1a\n", "a PNG image"),
  SIGNATURE (0, "\xff\xd8\xff", "a JPEG image"),
  SIGNATURE (0, "GIF87a", "a GIF image"),
  SIGNATURE (0, "GIF89a", "a GIF image"),
  SIGNATURE (8, "WEBPVP8", "a WebP image"),
  SIGNATURE (0, "II*\0", "a TIFF image"),
  SIGNATURE (0, "MM\0*", "a TIFF image"),
  SIGNATURE (0,
             "\x7f"
             "ELF",
             "a program (ELF)"),
  SIGNATURE (0, "\x1f\x8b\x08", "a gzip archive"),
  SIGNATURE (0,
             "\xfd"
             "7zXZ\0",
             "an XZ archive"),
  SIGNATURE (0, "7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
  SIGNATURE (0, "Rar!\x1a\x07", "a RAR archive"),
  SIGNATURE (0, "\x28\xb5\x2f\xfd", "a Zstandard archive"),
  SIGNATURE (0, "SQLite format 3\0", "an SQLite database (or a case of this program)"),
  SIGNATURE (0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS or PPT)"),
};

static const struct
{
  gsize length;
  const char *bytes;
  const char *name;
} boms[] = {
  { 4, "\xff\xfe\0\0", "UTF-32LE" }, { 4, "\0\0\xfe\xff", "UTF-32BE" }, { 3, "\xef\xbb\xbf", "UTF-8" },
  { 2, "\xff\xfe", "UTF-16LE" },     { 2, "\xfe\xff", "UTF-16BE" },
};

/* Finding out */

static gboolean
refuse_signatures (const char *data, gsize n_bytes, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (n_bytes >= signatures[i].offset + signatures[i].length &&
        memcmp (data + signatures[i].offset, signatures[i].bytes, signatures[i].length) == 0)
      {
        g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_BINARY, "This is %s, not plain text: save it as text first", signatures[i].what);
        return FALSE;
      }
  return TRUE;
}

static const char *
find_bom (const char *data, gsize n_bytes, gsize *length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (boms); i++)
    if (n_bytes >= boms[i].length && memcmp (data, boms[i].bytes, boms[i].length) == 0)
      {
        *length = boms[i].length;
        return boms[i].name;
      }
  *length = 0;
  return NULL;
}

/* Whether @data is UTF-8 but for a few NULs: damaged, but no UTF-16, in which other letters' bytes are no UTF-8 and Latin ones have a NUL each. */
static gboolean
is_utf8_with_nuls (const char *data, gsize n_bytes)
{
  g_autoptr (GByteArray) others = g_byte_array_new ();
  gsize n = MIN (n_bytes, PATTERN_BYTES);
  const char *end;

  for (gsize i = 0; i < n; i++)
    if (data[i] != '\0')
      g_byte_array_append (others, (const guint8 *) data + i, 1);
  /* The sample may end within a character. */
  return others->len * 5 > n * 3 && (g_utf8_validate_len ((const char *) others->data, others->len, &end) ||
                                     (n < n_bytes && (const char *) others->data + others->len - end < 4));
}

/* In UTF-16 the spaces, line ends and ASCII digits have a NUL as their high byte, so NULs (nearly) all lie at offsets of
 * one parity, and never two in one unit. */
static const char *
guess_utf16 (const char *data, gsize n_bytes)
{
  gsize n_even = 0;
  gsize n_odd = 0;

  if (n_bytes % 2 != 0 || is_utf8_with_nuls (data, n_bytes))
    return NULL;
  for (gsize i = 0; i < MIN (n_bytes, PATTERN_BYTES); i += 2)
    {
      if (data[i] == '\0' && data[i + 1] == '\0')
        return NULL;
      n_even += data[i] == '\0';
      n_odd += data[i + 1] == '\0';
    }
  if (n_odd > 8 * n_even)
    return "UTF-16LE";
  return n_even > 8 * n_odd ? "UTF-16BE" : NULL;
}

/* Controls that no text has: a guess that yields them was wrong. */
static gboolean
has_controls (const GByteArray *utf8)
{
  for (guint i = 0; i < utf8->len; i++)
    if (utf8->data[i] < 0x20 && strchr ("\t\n\v\f", utf8->data[i]) == NULL)
      return TRUE;
  return FALSE;
}

static char *
name_of (const char *encoding)
{
  UErrorCode status = U_ZERO_ERROR;
  const char *iana = ucnv_getStandardName (encoding, "IANA", &status);
  const char *mime;

  status = U_ZERO_ERROR;
  mime = ucnv_getStandardName (encoding, "MIME", &status);

  for (const SutraEncoding *known = encodings; known->name != NULL; known++)
    if (ucnv_compareNames (known->name, encoding) == 0 || (iana != NULL && ucnv_compareNames (known->name, iana) == 0) ||
        (mime != NULL && ucnv_compareNames (known->name, mime) == 0))
      return g_strdup (known->name);
  return g_strdup (mime != NULL ? mime : iana != NULL ? iana : encoding);
}

/* Decoding */

static void
sink_append (Sink *sink, gunichar c)
{
  char buffer[6];
  gboolean ends_crlf = c == '\n' && sink->after_cr;

  sink->after_cr = c == '\r';
  if (ends_crlf)
    return;
  if (c == '\r')
    c = '\n';
  if (c == '\n')
    sink->line++;
  g_byte_array_append (sink->utf8, (const guint8 *) buffer, (guint) g_unichar_to_utf8 (c, buffer));
}

static SinkState
sink_take (Sink *sink, const UChar *units, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      gunichar unit = units[i];

      if (U16_IS_TRAIL (unit) != (sink->lead != 0))
        return SINK_SURROGATE;
      if (unit == 0)
        return SINK_NUL;
      if (U16_IS_LEAD (unit))
        {
          sink->lead = unit;
          continue;
        }
      sink_append (sink, sink->lead != 0 ? (gunichar) U16_GET_SUPPLEMENTARY (sink->lead, unit) : unit);
      sink->lead = 0;
    }
  return SINK_GOOD;
}

static UConverter *
open_converter (const char *encoding)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (encoding, &status);

  if (U_FAILURE (status))
    return NULL;
  ucnv_setToUCallBack (converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  return converter;
}

static void
set_invalid (GError **error, const char *data, gsize n_bytes, gsize at, gsize length, gsize line, const char *encoding)
{
  g_autoptr (GString) bytes = g_string_new (NULL);

  for (gsize i = at; i < MIN (n_bytes, at + CLAMP (length, 1, 8)); i++)
    g_string_append_printf (bytes, "%s%02X", i > at ? " " : "", (guint8) data[i]);
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_ENCODING,
               "Line %" G_GSIZE_FORMAT ", byte %" G_GSIZE_FORMAT
               ": %s%s is not valid in %s: choose the encoding that the text was saved in",
               line, at, bytes->len > 0 ? bytes->str : "the end", bytes->len > 2 ? " (hexadecimal)" : "", encoding);
}

static void
set_nul (GError **error, gsize line, gsize at)
{
  g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_BINARY,
               "Line %" G_GSIZE_FORMAT ", byte %" G_GSIZE_FORMAT ": a NUL byte, so this is not plain text: choose its encoding if it is",
               line, at);
}

static gboolean
decode_with_icu (const char *data, gsize n_bytes, gsize skip, const char *encoding, Sink *sink, GError **error)
{
  UConverter *converter = open_converter (encoding);
  const char *source = data + skip;
  SinkState state = SINK_GOOD;
  UErrorCode status;
  UChar units[4096];
  gsize at;

  if (converter == NULL)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_UNSUPPORTED, "The encoding “%s” is not known: choose another", encoding);
      return FALSE;
    }

  do
    {
      UChar *target = units;

      status = U_ZERO_ERROR;
      ucnv_toUnicode (converter, &target, units + G_N_ELEMENTS (units), &source, data + n_bytes, NULL, TRUE, &status);
      state = sink_take (sink, units, (gsize) (target - units));
    }
  while (state == SINK_GOOD && status == U_BUFFER_OVERFLOW_ERROR);

  at = (gsize) (source - data);
  if (state == SINK_NUL)
    set_nul (error, sink->line, at);
  else if (U_FAILURE (status) || state == SINK_SURROGATE || sink->lead != 0)
    {
      char invalid[32];
      int8_t n_invalid = sizeof invalid;

      status = U_ZERO_ERROR;
      ucnv_getInvalidChars (converter, invalid, &n_invalid, &status);
      if (U_FAILURE (status) || n_invalid < 0 || (gsize) n_invalid > at)
        n_invalid = 0;
      set_invalid (error, data, n_bytes, at - (gsize) n_invalid, (gsize) n_invalid, sink->line, encoding);
      state = SINK_SURROGATE;
    }
  ucnv_close (converter);
  return state == SINK_GOOD;
}

static gsize
line_of (const char *data, gsize at)
{
  gsize line = 1;

  for (gsize i = 0; i < at; i++)
    line += data[i] == '\n' || (data[i] == '\r' && data[i + 1] != '\n');
  return line;
}

/* Most text is UTF-8 with LF: that is checked and not copied. */
static GBytes *
decode_utf8 (GBytes *bytes, gsize skip, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  const char *end = data + n_bytes;
  const char *bad;
  char *out, *to;

  if (n_bytes > skip && !g_utf8_validate_len (data + skip, n_bytes - skip, &bad))
    {
      gsize at = (gsize) (bad - data);

      if (*bad == '\0')
        set_nul (error, line_of (data, at), at);
      else
        set_invalid (error, data, n_bytes, at, 1, line_of (data, at), "UTF-8");
      return NULL;
    }
  if (memchr (data + skip, '\r', n_bytes - skip) == NULL)
    return g_bytes_new_from_bytes (bytes, skip, n_bytes - skip);

  out = to = g_malloc (n_bytes - skip);
  for (const char *from = data + skip; from < end; from++)
    if (*from != '\r')
      *to++ = *from;
    else if (from + 1 == end || from[1] != '\n')
      *to++ = '\n';
  return g_bytes_new_take (out, (gsize) (to - out));
}

static GBytes *
decode_as (GBytes *bytes, gsize skip, const char *encoding, gboolean guessed, GError **error)
{
  g_autoptr (GByteArray) utf8 = NULL;
  Sink sink = { .line = 1 };
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);

  if (ucnv_compareNames (encoding, "UTF-8") == 0)
    return decode_utf8 (bytes, skip, error);

  sink.utf8 = utf8 = g_byte_array_new ();
  if (!decode_with_icu (data, n_bytes, skip, encoding, &sink, error))
    return NULL;
  if (guessed && has_controls (utf8))
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_BINARY, "Control characters after reading as %s: this is not plain text", encoding);
      return NULL;
    }
  /* A BOM in an encoding that has one but is in no table above (GB 18030, UTF-7). */
  if (skip == 0 && utf8->len >= 3 && memcmp (utf8->data, "\xef\xbb\xbf", 3) == 0)
    g_byte_array_remove_range (utf8, 0, 3);
  return g_byte_array_free_to_bytes (g_steal_pointer (&utf8));
}

/* NUL bytes and no BOM: UTF-16, or no text. */
static GBytes *
decode_nul_pattern (GBytes *bytes, const char **encoding, GError **error)
{
  gsize n_bytes;
  const char *data = g_bytes_get_data (bytes, &n_bytes);
  const char *nul = memchr (data, '\0', n_bytes);
  GBytes *text = NULL;

  *encoding = guess_utf16 (data, n_bytes);
  if (*encoding != NULL)
    text = decode_as (bytes, 0, *encoding, TRUE, NULL);
  if (text == NULL)
    set_nul (error, line_of (data, (gsize) (nul - data)), (gsize) (nul - data));
  return text;
}

static gboolean
is_blank (GBytes *text)
{
  gsize n_bytes;
  const char *p = g_bytes_get_data (text, &n_bytes);
  const char *end = n_bytes > 0 ? p + n_bytes : p;

  while (p < end)
    {
      guint length;
      gunichar c = sutra_utf8_decode (p, &length);

      if (!g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        return FALSE;
      p += length;
    }
  return TRUE;
}

static GBytes *
decode_plain (GBytes *bytes, const char *encoding, char **used, GError **error)
{
  g_autoptr (GBytes) text = NULL;
  const char *by_bom;
  const char *data;
  gsize n_bytes, skip;

  data = g_bytes_get_data (bytes, &n_bytes);
  if (n_bytes > SUTRA_DECODE_MAX_BYTES)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_TOO_LARGE,
                   "The input has %" G_GSIZE_FORMAT " bytes, at most %" G_GSIZE_FORMAT " are taken: split it", n_bytes,
                   SUTRA_DECODE_MAX_BYTES);
      return NULL;
    }
  if (n_bytes == 0)
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_EMPTY, "The input is empty");
      return NULL;
    }
  if (!refuse_signatures (data, n_bytes, error))
    return NULL;

  by_bom = find_bom (data, n_bytes, &skip);
  if (by_bom != NULL)
    encoding = by_bom;
  else if (encoding != NULL && ucnv_compareNames (encoding, "UTF-16") == 0)
    {
      encoding = guess_utf16 (data, n_bytes);
      if (encoding == NULL)
        encoding = "UTF-16LE";
    }

  if (encoding != NULL)
    text = decode_as (bytes, skip, encoding, FALSE, error);
  else if (memchr (data, '\0', n_bytes) != NULL)
    text = decode_nul_pattern (bytes, &encoding, error);
  else
    text = decode_as (bytes, 0, encoding = "UTF-8", FALSE, error);
  if (text == NULL)
    return NULL;

  if (is_blank (text))
    {
      g_set_error (error, SUTRA_ERROR, SUTRA_ERROR_EMPTY, "The input holds nothing but white space");
      return NULL;
    }
  if (used != NULL)
    *used = name_of (encoding);
  return g_steal_pointer (&text);
}

/* What the bytes say without the font: whatever they are found to be, else Windows-1252. */
static GBytes *
decode_carrier (GBytes *bytes, GError **error)
{
  g_autoptr (GError) unknown = NULL;
  GBytes *carrier = decode_plain (bytes, NULL, NULL, &unknown);

  if (carrier != NULL)
    return carrier;
  if (g_error_matches (unknown, SUTRA_ERROR, SUTRA_ERROR_ENCODING))
    return decode_plain (bytes, "windows-1252", NULL, error);
  g_propagate_error (error, g_steal_pointer (&unknown));
  return NULL;
}

static GBytes *
decode_legacy (GBytes *bytes, const char *encoding, char **used, GError **error)
{
  g_autoptr (GBytes) carrier = decode_carrier (bytes, error);
  const char *found = NULL;
  GBytes *text = carrier != NULL ? sutra_decode_legacy (carrier, encoding, &found, error) : NULL;

  if (text != NULL && used != NULL)
    *used = g_strdup (found);
  return text;
}

/* Public API */

const SutraEncoding *
sutra_decode_encodings (void)
{
  return encodings;
}

gboolean
sutra_decode_knows (const char *name)
{
  UConverter *converter;

  g_return_val_if_fail (name != NULL, FALSE);

  if (sutra_decode_is_legacy (name))
    return TRUE;
  converter = open_converter (name);
  if (converter == NULL)
    return FALSE;
  ucnv_close (converter);
  return TRUE;
}

GBytes *
sutra_decode (GBytes *bytes, const char *encoding, char **used, GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return sutra_decode_is_legacy (encoding) ? decode_legacy (bytes, encoding, used, error) : decode_plain (bytes, encoding, used, error);
}
