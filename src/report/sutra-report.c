/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-report.h"
#include "sutra-report-private.h"

#include <string.h>

#include "sutra-edtf-value.h"
#include "sutra-type-name.h"

static void
clear_inline (gpointer data)
{
  SutraInline *self = data;

  g_free (self->text);
  g_free (self->target);
  g_free (self->language);
}

static void
run_free (SutraRun *self)
{
  g_array_unref (self->inlines);
  g_free (self->label);
  g_free (self);
}

static void
block_free (SutraBlock *self)
{
  g_ptr_array_unref (self->runs);
  g_ptr_array_unref (self->columns);
  g_free (self->caption);
  g_free (self);
}

static void
section_free (SutraSection *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->language);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

SutraSection *
sutra_report_add_section (SutraReport *self, const char *id, const char *title, guint level)
{
  SutraSection *section = g_new0 (SutraSection, 1);

  section->id = g_strdup (id);
  section->title = g_strdup (title);
  section->level = level;
  section->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  g_ptr_array_add (self->sections, section);
  return section;
}

SutraBlock *
sutra_section_add_block (SutraSection *self, SutraBlockKind kind)
{
  SutraBlock *block = g_new0 (SutraBlock, 1);

  block->kind = kind;
  block->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) run_free);
  block->columns = g_ptr_array_new_with_free_func (g_free);
  block->type = SUTRA_SNAPSHOT_NONE;
  g_ptr_array_add (self->blocks, block);
  return block;
}

SutraRun *
sutra_block_add_run (SutraBlock *self, const char *label)
{
  SutraRun *run = g_new0 (SutraRun, 1);

  run->label = g_strdup (label);
  run->inlines = g_array_new (FALSE, FALSE, sizeof (SutraInline));
  g_array_set_clear_func (run->inlines, clear_inline);
  g_ptr_array_add (self->runs, run);
  return run;
}

void
sutra_run_add (SutraRun *self, SutraInlineKind kind, const char *text, guint index, const char *target)
{
  SutraInline item = { .kind = kind, .index = index, .text = g_strdup (text), .target = g_strdup (target) };

  g_array_append_val (self->inlines, item);
}

void
sutra_report_add_date (SutraRun *run, const char *language, const char *edtf)
{
  g_autofree char *words = NULL;
  SutraEdtf value;

  if (edtf == NULL || !sutra_edtf_parse (edtf, &value, NULL))
    {
      sutra_run_add (run, SUTRA_INLINE_TEXT, edtf != NULL ? edtf : "", 0, NULL);
      return;
    }
  words = sutra_edtf_format (&value, language, SUTRA_EDTF_FORMAT_DEFAULT);
  sutra_run_add (run, SUTRA_INLINE_DATE, words, 0, edtf);
}

void
sutra_run_set_language (SutraRun *self, const char *language)
{
  if (self->inlines->len > 0)
    g_array_index (self->inlines, SutraInline, self->inlines->len - 1).language = g_strdup (language);
}

void
sutra_report_free (SutraReport *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_free (self->entity_rows);
  g_free (self->title);
  g_free (self->title_language);
  g_free (self->subtitle);
  g_free (self->language);
  g_free (self);
}

SutraReport *
sutra_report_new_empty (void)
{
  SutraReport *self = g_new0 (SutraReport, 1);

  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  return self;
}

char *
sutra_report_dup_type_name (const SutraSnapshotType *type)
{
  const char *stock;

  if (type->name != NULL)
    return g_strdup (type->name);
  stock = sutra_type_style_stock_name (type->slug);
  return g_strdup (stock != NULL ? stock : type->slug);
}

char *
sutra_report_format_number (const char *language, guint64 number)
{
  char latin[32];
  GString *out;

  g_snprintf (latin, sizeof latin, "%" G_GUINT64_FORMAT, number);
  if (language == NULL || !g_str_has_prefix (language, "bn"))
    return g_strdup (latin);
  out = g_string_new (NULL);
  for (const char *p = latin; *p != '\0'; p++)
    g_string_append_unichar (out, 0x09e6 + (gunichar) (*p - '0'));
  return g_string_free (out, FALSE);
}
