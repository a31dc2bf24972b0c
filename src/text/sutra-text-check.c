/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-text-check-private.h"

#include <unicode/uchar.h>

#define MAX_FINDINGS 10000

static const char *const kind_names[SUTRA_N_TEXT_FINDING_KINDS] = {
  [SUTRA_TEXT_FINDING_DANDA] = "danda",
  [SUTRA_TEXT_FINDING_DIGITS] = "digits",
  [SUTRA_TEXT_FINDING_YA_PHALA] = "ya-phala",
  [SUTRA_TEXT_FINDING_INVISIBLE] = "invisible",
  [SUTRA_TEXT_FINDING_BIDI] = "bidi",
  [SUTRA_TEXT_FINDING_DOUBLED] = "doubled",
  [SUTRA_TEXT_FINDING_NON_CANONICAL] = "non-canonical",
  [SUTRA_TEXT_FINDING_STRAY_MARK] = "stray-mark",
  [SUTRA_TEXT_FINDING_HOMOGLYPH] = "homoglyph",
  [SUTRA_TEXT_FINDING_SPACING] = "spacing",
  [SUTRA_TEXT_FINDING_UNREADABLE] = "unreadable",
  [SUTRA_TEXT_FINDING_GLYPH] = "missing-glyph",
  [SUTRA_TEXT_FINDING_BIJOY] = "bijoy",
};

const char *
sutra_text_finding_kind_to_string (SutraTextFindingKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kind_names), NULL);

  return kind_names[kind];
}

void
sutra_text_finding_clear (SutraTextFinding *self)
{
  g_clear_pointer (&self->explanation, g_free);
  g_clear_pointer (&self->meant, g_free);
}

void
sutra_text_check_add (SutraTextCheck *self, SutraTextFindingKind kind, gsize start, gsize end, const char *explanation, char *meant)
{
  SutraTextFinding finding = { kind, (guint32) (self->offset + start), (guint32) (self->offset + end), NULL, meant };

  if (self->findings->len > 2 * MAX_FINDINGS ||
      (kind != SUTRA_TEXT_FINDING_BIJOY && kind != SUTRA_TEXT_FINDING_UNREADABLE && kind != SUTRA_TEXT_FINDING_BIDI &&
       sutra_text_check_is_in_bijoy (self->bijoy, self->offset + start, self->offset + end)))
    {
      g_free (meant);
      return;
    }
  finding.explanation = g_strdup (explanation);
  g_array_append_val (self->findings, finding);
}

/* ---- Classes ---- */

gboolean
sutra_text_check_is_space (gunichar c)
{
  return u_isUWhiteSpace ((UChar32) c);
}

gboolean
sutra_text_check_is_bengali (gunichar c)
{
  return c >= 0x0980 && c <= 0x09ff;
}

gboolean
sutra_text_check_is_consonant (gunichar c)
{
  return (c >= 0x0995 && c <= 0x09b9) || c == 0x09dc || c == 0x09dd || c == 0x09df || c == 0x09f0 || c == 0x09f1;
}

gboolean
sutra_text_check_is_vowel (gunichar c)
{
  return (c >= 0x0985 && c <= 0x0994) || c == 0x09e0 || c == 0x09e1;
}

gboolean
sutra_text_check_is_vowel_sign (gunichar c)
{
  return (c >= 0x09be && c <= 0x09cc) || c == 0x09d7 || c == 0x09e2 || c == 0x09e3;
}

gboolean
sutra_text_check_is_sign (gunichar c)
{
  return sutra_text_check_is_vowel_sign (c) || c == 0x09bc || c == 0x09cd || (c >= 0x0981 && c <= 0x0983) || c == 0x09fe;
}

gboolean
sutra_text_check_is_bengali_letter (gunichar c)
{
  return sutra_text_check_is_consonant (c) || sutra_text_check_is_vowel (c) || c == 0x09ce || c == 0x09fc;
}

gboolean
sutra_text_check_is_joiner (gunichar c)
{
  return c == 0x200c || c == 0x200d;
}

/* ---- The whole text ---- */

static gboolean
is_right_to_left (const gunichar *cps, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (cps[i] >= 0x0590 &&
        (u_charDirection ((UChar32) cps[i]) == U_RIGHT_TO_LEFT || u_charDirection ((UChar32) cps[i]) == U_RIGHT_TO_LEFT_ARABIC))
      if (u_isalpha ((UChar32) cps[i]))
        return TRUE;
  return FALSE;
}

typedef void (*ParagraphFunc) (SutraTextCheck *self, gpointer data);

static void
foreach_paragraph (SutraTextCheck *self, const char *utf8, gsize n_bytes, ParagraphFunc func, gpointer data)
{
  const char *at = utf8, *end = utf8 + n_bytes;

  self->offset = 0;
  while (at < end && self->findings->len <= MAX_FINDINGS)
    {
      const char *line_end = memchr (at, '\n', (gsize) (end - at));
      gsize line_length = (gsize) ((line_end != NULL ? line_end : end) - at);
      glong length;
      g_autofree gunichar *cps = g_utf8_to_ucs4_fast (at, (glong) line_length, &length);

      self->cps = cps;
      self->length = (gsize) length;
      func (self, data);
      self->offset += (gsize) length + 1;
      at += line_length + 1;
    }
  self->cps = NULL;
}

/* What the first pass finds out about the text as a whole. */
typedef struct
{
  gsize ascii;
  gsize bengali;
  gsize wa; /* ৱ */
} Survey;

static void
survey_paragraph (SutraTextCheck *self, gpointer data)
{
  Survey *survey = data;

  sutra_text_check_count_digits (self, &survey->ascii, &survey->bengali);
  for (gsize i = 0; i < self->length; i++)
    survey->wa += self->cps[i] == 0x09f1;
}

static void
add_bijoy (SutraTextCheck *self)
{
  for (; self->next_bijoy < self->bijoy->len; self->next_bijoy++)
    {
      const SutraTextStretch *stretch = &g_array_index (self->bijoy, SutraTextStretch, self->next_bijoy);

      if (stretch->start >= self->offset + self->length)
        break;
      sutra_text_check_add (self, SUTRA_TEXT_FINDING_BIJOY, stretch->start - self->offset, stretch->end - self->offset,
                            "Likely Bengali for a Bijoy font; add the article again with the encoding bijoy to convert it.",
                            g_strdup (stretch->meant));
    }
}

static void
check_paragraph (SutraTextCheck *self, gpointer data)
{
  add_bijoy (self);
  self->right_to_left = is_right_to_left (self->cps, self->length);
  sutra_text_check_signs (self);
  sutra_text_check_canonical (self);
  sutra_text_check_invisible (self);
  sutra_text_check_punctuation (self);
  sutra_text_check_words (self);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const SutraTextFinding *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  if (one->end != other->end)
    return one->end < other->end ? -1 : 1;
  return (one->kind > other->kind) - (one->kind < other->kind);
}

void
sutra_text_findings_add_missing_glyph (GArray *findings, guint32 at, gunichar c)
{
  SutraTextFinding finding = { SUTRA_TEXT_FINDING_GLYPH, at, at + 1, NULL, NULL };

  finding.explanation = g_strdup_printf ("No installed font has a glyph for U+%04X: a box is drawn instead.", c);
  g_array_append_val (findings, finding);
}

void
sutra_text_findings_sort (GArray *findings)
{
  g_array_sort (findings, compare_findings);
}

GArray *
sutra_text_check (SutraText *text)
{
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (SutraTextFinding));
  g_autoptr (GArray) bijoy = sutra_text_check_find_bijoy (text);
  SutraTextCheck check = { .findings = findings, .bijoy = bijoy };
  Survey survey = { 0 };
  gsize n_bytes;
  const char *utf8 = sutra_text_get_utf8 (text, &n_bytes);

  g_array_set_clear_func (findings, (GDestroyNotify) sutra_text_finding_clear);
  foreach_paragraph (&check, utf8, n_bytes, survey_paragraph, &survey);
  if (survey.ascii > 0 && survey.bengali > 0)
    check.minor_digits = survey.ascii <= survey.bengali ? 'a' : 'b';
  check.assamese = survey.wa > 0;
  foreach_paragraph (&check, utf8, n_bytes, check_paragraph, NULL);
  g_array_sort (findings, compare_findings);
  if (findings->len > MAX_FINDINGS)
    g_array_set_size (findings, MAX_FINDINGS);
  return findings;
}
