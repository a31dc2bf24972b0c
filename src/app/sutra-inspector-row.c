/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-inspector-row.h"

#include "sutra-akshara.h"
#include "sutra-char-name.h"
#include "sutra-sentences.h"

#include <glib/gi18n.h>

/* Code points of context to either side of a finding. */
#define CONTEXT 32

/* Code points of a finding that are shown. */
#define MOST 100

struct _SutraInspectorRow
{
  GObject parent_instance;

  char *columns[SUTRA_N_INSPECTOR_COLUMNS];
  char *context;
  char *change;
  SutraTextFindingKind kind;
  guint32 start;
  guint32 end;
  gboolean wrong;
};

G_DEFINE_FINAL_TYPE (SutraInspectorRow, sutra_inspector_row, G_TYPE_OBJECT)

static void
sutra_inspector_row_finalize (GObject *object)
{
  SutraInspectorRow *self = SUTRA_INSPECTOR_ROW (object);

  for (guint i = 0; i < SUTRA_N_INSPECTOR_COLUMNS; i++)
    g_free (self->columns[i]);
  g_free (self->context);
  g_free (self->change);
  G_OBJECT_CLASS (sutra_inspector_row_parent_class)->finalize (object);
}

static void
sutra_inspector_row_class_init (SutraInspectorRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sutra_inspector_row_finalize;
}

static void
sutra_inspector_row_init (SutraInspectorRow *self)
{
}

static void
set_glyphs (SutraInspectorRow *self, const SutraInspection *inspection, const SutraInspectedCluster *cluster)
{
  GString *glyphs = g_string_new (NULL);

  for (guint i = 0; i < cluster->n_glyphs; i++)
    {
      const SutraInspectedGlyph *glyph = &g_array_index (inspection->glyphs, SutraInspectedGlyph, cluster->first_glyph + i);

      if (i > 0)
        g_string_append (glyphs, " · ");
      if (glyph->missing)
        g_string_append (glyphs, _ ("missing"));
      else if (glyph->dotted_circle)
        g_string_append (glyphs, _ ("dotted circle"));
      else
        g_string_append (glyphs, glyph->name);
      self->wrong |= glyph->missing || glyph->dotted_circle;
      if (i == 0)
        self->columns[SUTRA_INSPECTOR_FONT] = g_strdup (glyph->font);
    }
  self->columns[SUTRA_INSPECTOR_GLYPHS] = g_string_free (glyphs, FALSE);
}

SutraInspectorRow *
sutra_inspector_row_new (SutraText *text, const SutraInspection *inspection, const SutraInspectedCluster *cluster, guint32 at)
{
  SutraInspectorRow *self = g_object_new (SUTRA_TYPE_INSPECTOR_ROW, NULL);
  gunichar c = sutra_text_char_at (text, at);

  self->start = at;
  self->end = at + 1;
  self->columns[SUTRA_INSPECTOR_AT] = g_strdup_printf ("%Iu", at);
  self->columns[SUTRA_INSPECTOR_CODE_POINT] = g_strdup_printf ("U+%04X", c);
  self->columns[SUTRA_INSPECTOR_NAME] = sutra_char_name (c);
  if (at == cluster->start)
    {
      self->columns[SUTRA_INSPECTOR_TEXT] = sutra_text_slice (text, cluster->start, cluster->end);
      set_glyphs (self, inspection, cluster);
    }
  return self;
}

static void
append_code_points (GString *string, const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (n++ < 4)
      g_string_append_printf (string, "%sU+%04X", n > 1 ? " " : "", g_utf8_get_char (p));
  if (n > 4)
    g_string_append (string, " …");
}

SutraInspectorRow *
sutra_inspector_row_new_finding (SutraText *text, const SutraTextFinding *finding)
{
  SutraInspectorRow *self = g_object_new (SUTRA_TYPE_INSPECTOR_ROW, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *slice = sutra_text_slice (text, finding->start, MIN (finding->end, finding->start + MOST));
  gsize start = sutra_akshara_floor (text, finding->start), end = sutra_akshara_ceil (text, MIN (finding->end, start + MOST));
  g_autofree char *place = sutra_text_slice (text, start, end);
  GString *change = g_string_new (NULL);

  self->kind = finding->kind;
  self->start = finding->start;
  self->end = finding->end;
  /* Whole aksharas: a change of style within one breaks its shape. */
  sutra_sentences_context (text, start, end, CONTEXT, TRUE, &before, &after);
  self->context = g_markup_printf_escaped ("%s<b><u>%s</u></b>%s", before, place, after);
  append_code_points (change, slice);
  if (finding->meant != NULL && *finding->meant != '\0')
    {
      g_string_append (change, " → ");
      append_code_points (change, finding->meant);
    }
  self->change = g_string_free (change, FALSE);
  return self;
}

const char *
sutra_inspector_row_get (SutraInspectorRow *self, SutraInspectorColumn column)
{
  g_return_val_if_fail (SUTRA_IS_INSPECTOR_ROW (self), NULL);
  g_return_val_if_fail ((gsize) column < G_N_ELEMENTS (self->columns), NULL);

  return self->columns[column] != NULL ? self->columns[column] : "";
}

gboolean
sutra_inspector_row_is_wrong (SutraInspectorRow *self)
{
  g_return_val_if_fail (SUTRA_IS_INSPECTOR_ROW (self), FALSE);

  return self->wrong;
}

SutraTextFindingKind
sutra_inspector_row_get_kind (SutraInspectorRow *self)
{
  g_return_val_if_fail (SUTRA_IS_INSPECTOR_ROW (self), 0);

  return self->kind;
}

void
sutra_inspector_row_get_span (SutraInspectorRow *self, guint32 *start, guint32 *end)
{
  g_return_if_fail (SUTRA_IS_INSPECTOR_ROW (self));

  *start = self->start;
  *end = self->end;
}

const char *
sutra_inspector_row_get_context (SutraInspectorRow *self)
{
  g_return_val_if_fail (SUTRA_IS_INSPECTOR_ROW (self), NULL);

  return self->context;
}

const char *
sutra_inspector_row_get_change (SutraInspectorRow *self)
{
  g_return_val_if_fail (SUTRA_IS_INSPECTOR_ROW (self), NULL);

  return self->change;
}
