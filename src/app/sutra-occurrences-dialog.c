/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-occurrences-dialog.h"

#include <glib/gi18n.h>

#include "sutra-occurrence-item.h"
#include "sutra-fold.h"
#include "sutra-sentences.h"
#include "sutra-suffix-name.h"
#include "sutra-words.h"

/* Code points of context to either side of a row's match. */
#define CONTEXT 48

/* Different forms that a heading lists. */
#define MAX_FORMS 8

struct _SutraOccurrencesDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  GtkButton *accept;
  GtkListView *list;

  SutraText *text;   /* (owned) */
  GListStore *items; /* (owned) headings and occurrences */
  GArray *accepted;  /* (nullable) (owned) */
  char *name;        /* (owned) */
  guint n_ticked;
  gboolean in_group; /* a heading ticks its rows: one update at the end */
};

enum
{
  ACCEPTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SutraOccurrencesDialog, sutra_occurrences_dialog, ADW_TYPE_WINDOW)

static guint
count_ticked (SutraOccurrencesDialog *self, gboolean sure, guint *n)
{
  guint ticked = 0;

  *n = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (SutraOccurrenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (sutra_occurrence_item_get (item) == NULL || sutra_occurrence_item_is_sure (item) != sure)
        continue;
      *n += 1;
      ticked += sutra_occurrence_item_get_ticked (item);
    }
  return ticked;
}

static void
update (SutraOccurrencesDialog *self)
{
  guint ticked[2], n[2];
  g_autofree char *subtitle = NULL;
  g_autofree char *label = NULL;

  for (int sure = 0; sure < 2; sure++)
    ticked[sure] = count_ticked (self, sure, &n[sure]);
  self->n_ticked = ticked[0] + ticked[1];

  self->in_group = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (SutraOccurrenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      gboolean sure = sutra_occurrence_item_is_sure (item);

      if (sutra_occurrence_item_get (item) != NULL)
        continue;
      sutra_occurrence_item_set_ticked (item, ticked[sure] == n[sure]);
      sutra_occurrence_item_set_mixed (item, ticked[sure] > 0 && ticked[sure] < n[sure]);
    }
  self->in_group = FALSE;

  /* Translators: %u of %u occurrences are ticked. */
  subtitle = g_strdup_printf (_ ("%u of %u chosen"), self->n_ticked, n[0] + n[1]);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  label = g_strdup_printf (ngettext ("Mark %u", "Mark %u", self->n_ticked), self->n_ticked);
  gtk_button_set_label (self->accept, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "occurrences.accept", self->n_ticked > 0);
}

static void
ticked_cb (SutraOccurrencesDialog *self, GParamSpec *pspec, SutraOccurrenceItem *changed)
{
  if (self->in_group)
    return;
  if (sutra_occurrence_item_get (changed) == NULL)
    {
      gboolean sure = sutra_occurrence_item_is_sure (changed);

      self->in_group = TRUE;
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
        {
          g_autoptr (SutraOccurrenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

          if (sutra_occurrence_item_is_sure (item) == sure)
            sutra_occurrence_item_set_ticked (item, sutra_occurrence_item_get_ticked (changed));
        }
      self->in_group = FALSE;
    }
  update (self);
}

/* What stands before or after an occurrence in its paragraph, with "…" where it was cut, between words if that leaves enough. */
static char *
trim_context (SutraOccurrencesDialog *self, char *context, gsize start, gsize end, gboolean at_start)
{
  g_autofree char *owned = context;
  gsize at = at_start ? start : end, beyond = at_start ? start - 1 : end, word_start, word_end;

  if (at == (at_start ? 0 : sutra_text_get_length (self->text)) || sutra_text_char_at (self->text, beyond) == '\n')
    return g_steal_pointer (&owned);
  if (sutra_words_at (self->text, at, &word_start, &word_end) && word_start < at && word_end > at)
    {
      if (at_start && word_end + CONTEXT / 2 <= end)
        start = word_end;
      else if (!at_start && word_start >= start + CONTEXT / 2)
        end = word_start;
    }
  g_free (g_steal_pointer (&owned));
  owned = sutra_text_slice (self->text, start, end);
  return g_strconcat (at_start ? "…" : owned, at_start ? owned : "…", NULL);
}

static char *
row_markup (SutraOccurrencesDialog *self, const SutraOccurrence *occurrence)
{
  g_autofree char *stem = sutra_text_slice (self->text, occurrence->start, occurrence->stem_end);
  g_autofree char *suffix = sutra_text_slice (self->text, occurrence->stem_end, occurrence->end);
  char *before = NULL, *after = NULL;
  g_autofree char *shown_before = NULL;
  g_autofree char *shown_after = NULL;

  sutra_sentences_context (self->text, occurrence->start, occurrence->end, CONTEXT, TRUE, &before, &after);
  shown_before = trim_context (self, before, occurrence->start - (gsize) g_utf8_strlen (before, -1), occurrence->start, TRUE);
  shown_after = trim_context (self, after, occurrence->end, occurrence->end + (gsize) g_utf8_strlen (after, -1), FALSE);
  /* The whole word is bold, its dictionary form underlined: what will be marked, and why it was found. */
  return g_markup_printf_escaped ("%s<b><u>%s</u>%s</b>%s", shown_before, stem, suffix, shown_after);
}

/* Why a row is less certain, and how its word is inflected; NULL if there is nothing to say. */
static char *
row_explanation (SutraOccurrencesDialog *self, const SutraOccurrence *occurrence)
{
  g_autofree char *word = sutra_text_slice (self->text, occurrence->start, occurrence->end);
  g_autofree char *stem = sutra_text_slice (self->text, occurrence->start, occurrence->stem_end);
  g_autofree char *reading = sutra_suffix_name_explain (word, occurrence->stem_end - occurrence->start);
  g_autofree char *key = sutra_fold_string (stem, -1);
  g_autofree char *name = sutra_fold_string (self->name, -1);

  if (!occurrence->sure && strcmp (key, name) != 0)
    return g_strdup (_ ("Perhaps another name for it"));
  if (reading == NULL && !occurrence->sure)
    return g_strdup (_ ("A short name, or another word"));
  return g_steal_pointer (&reading);
}

typedef struct
{
  const char *form;
  guint n;
} Form;

static int
compare_forms (gconstpointer a, gconstpointer b)
{
  const Form *one = a, *other = b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return strcmp (one->form, other->form);
}

/* "ঢাকা 4 · ঢাকার 3 · ঢাকায়": the forms of a group, the most frequent first, as they stand in the text. */
static char *
group_forms (SutraOccurrencesDialog *self, gboolean sure)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) forms = g_array_new (FALSE, FALSE, sizeof (Form));
  GString *string = g_string_new (NULL);
  GHashTableIter iter;
  gpointer form, n;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (SutraOccurrenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const SutraOccurrence *occurrence = sutra_occurrence_item_get (item);
      char *word;

      if (occurrence == NULL || occurrence->sure != sure)
        continue;
      word = sutra_text_slice (self->text, occurrence->start, occurrence->end);
      g_hash_table_insert (counts, word, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, word)) + 1));
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &form, &n))
    {
      Form one = { form, GPOINTER_TO_UINT (n) };

      g_array_append_val (forms, one);
    }
  g_array_sort (forms, compare_forms);
  for (guint i = 0; i < MIN (forms->len, MAX_FORMS); i++)
    {
      const Form *one = &g_array_index (forms, Form, i);

      g_string_append_printf (string, i > 0 ? " · %s" : "%s", one->form);
      if (one->n > 1)
        g_string_append_printf (string, " ×%u", one->n);
    }
  if (forms->len > MAX_FORMS)
    g_string_append (string, " …");
  return g_string_free (string, FALSE);
}

static GtkWidget *
row_label_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *row)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = row_label_new ();
  GtkWidget *caption = row_label_new ();
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (labels), label);
  gtk_box_append (GTK_BOX (labels), caption);
  gtk_widget_set_hexpand (labels, TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  /* Keys go to the row: one place for the focus, not two. */
  gtk_widget_set_focusable (check, FALSE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), labels);
  gtk_list_item_set_child (row, box);
}

static void
bind_row_cb (SutraOccurrencesDialog *self, GtkListItem *row, GtkSignalListItemFactory *factory)
{
  SutraOccurrenceItem *item = gtk_list_item_get_item (row);
  const SutraOccurrence *occurrence = sutra_occurrence_item_get (item);
  GtkWidget *box = gtk_list_item_get_child (row);
  GtkWidget *check = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_first_child (gtk_widget_get_last_child (box));
  GtkWidget *caption = gtk_widget_get_next_sibling (label);
  g_autofree char *below = NULL;
  g_autofree char *spoken = NULL;

  g_object_set_data (G_OBJECT (row), "ticked",
                     g_object_bind_property (item, "ticked", check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL));
  g_object_set_data (G_OBJECT (row), "mixed", g_object_bind_property (item, "mixed", check, "inconsistent", G_BINDING_SYNC_CREATE));
  g_object_set_data_full (G_OBJECT (box), "item", g_object_ref (item), g_object_unref);
  if (occurrence != NULL)
    {
      g_autofree char *markup = row_markup (self, occurrence);

      gtk_label_set_markup (GTK_LABEL (label), markup);
      gtk_widget_remove_css_class (label, "heading");
      below = row_explanation (self, occurrence);
    }
  else
    {
      gtk_label_set_text (GTK_LABEL (label), sutra_occurrence_item_is_sure (item) ? _ ("Certain") : _ ("Less certain"));
      gtk_widget_add_css_class (label, "heading");
      below = group_forms (self, sutra_occurrence_item_is_sure (item));
    }
  gtk_label_set_text (GTK_LABEL (caption), below != NULL ? below : "");
  /* Of sure ones the word itself says enough. */
  gtk_widget_set_visible (caption, below != NULL && (occurrence == NULL || !occurrence->sure));
  gtk_widget_set_tooltip_text (box, occurrence != NULL ? below : NULL);
  spoken = g_strjoin (". ", gtk_label_get_text (GTK_LABEL (label)), below, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
unbind_row_cb (SutraOccurrencesDialog *self, GtkListItem *row, GtkSignalListItemFactory *factory)
{
  static const char *const bindings[] = { "ticked", "mixed" };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    {
      GBinding *binding = g_object_get_data (G_OBJECT (row), bindings[i]);

      g_object_set_data (G_OBJECT (row), bindings[i], NULL);
      if (binding != NULL)
        g_binding_unbind (binding);
    }
  if (gtk_list_item_get_child (row) != NULL)
    g_object_set_data (G_OBJECT (gtk_list_item_get_child (row)), "item", NULL);
}

static void
toggle (SutraOccurrenceItem *item)
{
  sutra_occurrence_item_set_ticked (item, !sutra_occurrence_item_get_ticked (item));
}

/* A click anywhere on a row does what one on its box does. */
static void
activate_row_cb (SutraOccurrencesDialog *self, guint position, GtkListView *list)
{
  g_autoptr (SutraOccurrenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  if (item != NULL)
    toggle (item);
}

/* Space: the row that has the focus. */
static void
toggle_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraOccurrencesDialog *self = SUTRA_OCCURRENCES_DIALOG (widget);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (widget));
  SutraOccurrenceItem *item = NULL;

  while (focus != NULL && gtk_widget_get_parent (focus) != GTK_WIDGET (self->list))
    focus = gtk_widget_get_parent (focus);
  if (focus != NULL && gtk_widget_get_first_child (focus) != NULL)
    item = g_object_get_data (G_OBJECT (gtk_widget_get_first_child (focus)), "item");
  if (item != NULL)
    toggle (item);
}

static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  const SutraOccurrence *one = a;
  const SutraOccurrence *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

static void
accept_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SutraOccurrencesDialog *self = SUTRA_OCCURRENCES_DIALOG (widget);

  if (self->accepted != NULL || self->n_ticked == 0)
    return;
  self->accepted = g_array_new (FALSE, FALSE, sizeof (SutraOccurrence));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (SutraOccurrenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      const SutraOccurrence *occurrence = sutra_occurrence_item_get (item);

      if (occurrence != NULL && sutra_occurrence_item_get_ticked (item))
        g_array_append_vals (self->accepted, occurrence, 1);
    }
  g_array_sort (self->accepted, compare_occurrences);
  g_signal_emit (self, signals[ACCEPTED], 0, self->accepted);
  gtk_window_close (GTK_WINDOW (self));
}

static void
sutra_occurrences_dialog_dispose (GObject *object)
{
  SutraOccurrencesDialog *self = SUTRA_OCCURRENCES_DIALOG (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SUTRA_TYPE_OCCURRENCES_DIALOG);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (sutra_occurrences_dialog_parent_class)->dispose (object);
}

static void
sutra_occurrences_dialog_finalize (GObject *object)
{
  SutraOccurrencesDialog *self = SUTRA_OCCURRENCES_DIALOG (object);

  g_clear_pointer (&self->text, sutra_text_unref);
  g_clear_pointer (&self->accepted, g_array_unref);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (sutra_occurrences_dialog_parent_class)->finalize (object);
}

static void
sutra_occurrences_dialog_class_init (SutraOccurrencesDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sutra_occurrences_dialog_dispose;
  object_class->finalize = sutra_occurrences_dialog_finalize;

  signals[ACCEPTED] =
      g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/sutradhar/Sutradhar/ui/sutra-occurrences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SutraOccurrencesDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, SutraOccurrencesDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, SutraOccurrencesDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_row_cb);
  gtk_widget_class_install_action (widget_class, "occurrences.accept", NULL, accept_cb);
  /* Return in the list, where a disabled action would let the row have the key. */
  gtk_widget_class_install_action (widget_class, "occurrences.enter", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "occurrences.toggle", NULL, toggle_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "occurrences.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sutra_occurrences_dialog_init (SutraOccurrencesDialog *self)
{
  GtkNoSelection *selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (SUTRA_TYPE_OCCURRENCE_ITEM);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

static void
add_group (SutraOccurrencesDialog *self, GArray *occurrences, gboolean sure)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < occurrences->len; i++)
    {
      const SutraOccurrence *occurrence = &g_array_index (occurrences, SutraOccurrence, i);

      if (occurrence->sure != sure)
        continue;
      if (items->len == 0)
        g_ptr_array_add (items, sutra_occurrence_item_new_heading (sure));
      g_ptr_array_add (items, sutra_occurrence_item_new (occurrence));
    }
  for (guint i = 0; i < items->len; i++)
    g_signal_connect_object (g_ptr_array_index (items, i), "notify::ticked", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
  g_list_store_splice (self->items, g_list_model_get_n_items (G_LIST_MODEL (self->items)), 0, items->pdata, items->len);
}

GtkWidget *
sutra_occurrences_dialog_new (SutraArticle *article, GArray *occurrences, const char *name, GtkWindow *parent, GError **error)
{
  SutraOccurrencesDialog *self = NULL;
  SutraText *text = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (SUTRA_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (occurrences != NULL && name != NULL, NULL);

  text = sutra_article_get_text (article, error);
  if (text == NULL)
    return NULL;

  self = g_object_new (SUTRA_TYPE_OCCURRENCES_DIALOG, "transient-for", parent, NULL);
  self->text = sutra_text_ref (text);
  self->name = g_strdup (name);
  title = g_strdup_printf (_ ("All occurrences of “%s”"), name);
  adw_window_title_set_title (self->window_title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  add_group (self, occurrences, TRUE);
  add_group (self, occurrences, FALSE);
  update (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->list));
  return GTK_WIDGET (self);
}
