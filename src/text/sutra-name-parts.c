/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-name-parts.h"

#include "sutra-fold.h"
#include "sutra-suffix.h"

#include <string.h>

/* How many occurrences of a name are looked at for a bracket. */
#define LOOKED_AT 64

/* The longest that stands in a bracket as another name, in code points and in words. */
#define LONGEST 80
#define MOST_WORDS 10

/* The fewest letters of a last word. */
#define LEAST_LETTERS 3

static void
alias_clear (gpointer data)
{
  g_free (((SutraNameAlias *) data)->text);
}

/* Words at spaces and hyphens. */
static GStrv
split_words (const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, " -\t", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (gsize i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

/* Two to eight capital letters; their number, or 0. */
static guint
count_capitals (const char *string)
{
  guint n = 0;

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)))
      n++;
    else
      return 0;
  return n >= 2 && n <= 8 ? n : 0;
}

static gboolean
is_acronym (const char *string)
{
  g_autoptr (SutraFold) fold = NULL;

  if (count_capitals (string) > 0)
    return TRUE;
  fold = sutra_fold_new (string, -1);
  return fold->length > 1 && sutra_suffix_is_acronym (fold->key, 0, fold->length);
}

/* Whether the capital letters of @acronym begin the words from @first on, all of them. */
static gboolean
initials_match (const char *acronym, GStrv words, gsize first)
{
  const char *p = acronym;
  gsize i = first;

  if (count_capitals (acronym) == 0)
    return FALSE;
  for (; *p != '\0' && words[i] != NULL; p = g_utf8_next_char (p))
    if (g_unichar_toupper (g_utf8_get_char (words[i++])) != g_utf8_get_char (p))
      return FALSE;
  return *p == '\0' && words[i] == NULL;
}

/* Whether @string can be a name: words of letters, no sentence. */
static gboolean
is_name (const char *string)
{
  g_auto (GStrv) words = split_words (string);
  guint n = g_strv_length (words);

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) && c != ' ' && c != '-' && c != '.' && c != '&' && c != 0x200c && c != 0x200d)
        return FALSE;
    }
  return n >= 2 && n <= MOST_WORDS;
}

static void
add_alias (GArray *aliases, const char *name, const char *string, gboolean sure)
{
  SutraNameAlias alias = { NULL, sure };
  g_autofree char *key = sutra_fold_string (string, -1);
  g_autofree char *name_key = sutra_fold_string (name, -1);

  if (g_str_equal (key, name_key))
    return;
  for (guint i = 0; i < aliases->len; i++)
    {
      g_autofree char *other = sutra_fold_string (g_array_index (aliases, SutraNameAlias, i).text, -1);

      if (g_str_equal (other, key))
        return;
    }
  alias.text = g_strdup (string);
  g_array_append_val (aliases, alias);
}

/* The content of the bracket that opens at or, after spaces, behind @at; NULL if there is none. */
static char *
bracket_after (SutraText *text, gsize at)
{
  gsize length = sutra_text_get_length (text), end;

  while (at < length && (sutra_text_char_at (text, at) == ' ' || sutra_text_char_at (text, at) == 0xa0))
    at++;
  if (at == length || sutra_text_char_at (text, at) != '(')
    return NULL;
  for (end = ++at; end < length && end - at <= LONGEST; end++)
    {
      gunichar c = sutra_text_char_at (text, end);

      if (c == ')')
        return g_strstrip (sutra_text_slice (text, at, end));
      if (c == '(' || c == '\n')
        return NULL;
    }
  return NULL;
}

/* (acronym) behind its expansion: the words before it that the acronym's letters begin. */
static void
look_before (SutraText *text, const char *name, const SutraOccurrence *found, GArray *aliases)
{
  guint n = count_capitals (name);
  gsize open = found->start, from = open > LONGEST ? open - LONGEST : 0;
  g_autofree char *before = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *expansion = NULL;
  guint n_words;
  const char *line;

  if (n == 0 || open < 2 || sutra_text_char_at (text, open - 1) != '(')
    return;
  before = sutra_text_slice (text, from, open - 1);
  line = strrchr (before, '\n');
  words = split_words (line != NULL ? line : before);
  n_words = g_strv_length (words);
  if (n_words < n || !initials_match (name, words, n_words - n))
    return;
  expansion = g_strjoinv (" ", words + n_words - n);
  if (is_name (expansion))
    add_alias (aliases, name, expansion, TRUE);
}

/* What the text gives beside this occurrence of @name. */
static void
look_beside (SutraText *text, const char *name, const SutraOccurrence *occurrence, GArray *aliases)
{
  g_autofree char *inside = bracket_after (text, occurrence->end);
  gboolean acronym;

  look_before (text, name, occurrence, aliases);
  if (inside == NULL)
    return;
  acronym = is_acronym (name);
  if (acronym ? is_name (inside) : is_acronym (inside))
    {
      g_auto (GStrv) words = split_words (acronym ? inside : name);

      add_alias (aliases, name, inside, initials_match (acronym ? name : inside, words, 0));
    }
}

static GArray *
aliases_new (void)
{
  GArray *aliases = g_array_new (FALSE, FALSE, sizeof (SutraNameAlias));

  g_array_set_clear_func (aliases, alias_clear);
  return aliases;
}

GArray *
sutra_name_parts_aliases (SutraText *text, const char *name)
{
  const char *names[] = { name, NULL };
  GArray *aliases;
  g_autoptr (GArray) found = NULL;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  aliases = aliases_new ();
  found = sutra_occurrences_find (text, names, NULL, NULL);
  for (guint i = 0; i < MIN (found->len, LOOKED_AT); i++)
    look_beside (text, name, &g_array_index (found, SutraOccurrence, i), aliases);
  return aliases;
}

char *
sutra_name_parts_last_word (const char *name)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (SutraFold) fold = NULL;
  guint n;

  g_return_val_if_fail (name != NULL, NULL);

  words = split_words (name);
  n = g_strv_length (words);
  if (n < 2)
    return NULL;
  fold = sutra_fold_new (words[n - 1], -1);
  if (sutra_suffix_count_letters (fold->key, 0, fold->length) < LEAST_LETTERS || !sutra_suffix_is_word_unit (fold->key[fold->length - 1]))
    return NULL;
  return g_strdup (words[n - 1]);
}

/* The names with what else the text or the person may be called, and which of these are sure. */
static GPtrArray *
more_names (SutraText *text, const char *const *names, gboolean person, GArray *found, GArray *sure)
{
  g_autoptr (GArray) aliases = aliases_new ();
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  gboolean no = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (all, g_strdup (names[i]));
  for (guint i = 0; i < MIN (found->len, LOOKED_AT); i++)
    {
      const SutraOccurrence *occurrence = &g_array_index (found, SutraOccurrence, i);

      look_beside (text, names[occurrence->name], occurrence, aliases);
    }
  for (guint i = 0; i < aliases->len; i++)
    {
      const SutraNameAlias *alias = &g_array_index (aliases, SutraNameAlias, i);

      g_ptr_array_add (all, g_strdup (alias->text));
      g_array_append_val (sure, alias->sure);
    }
  for (guint i = 0; person && names[i] != NULL; i++)
    {
      char *last = sutra_name_parts_last_word (names[i]);

      if (last == NULL)
        continue;
      g_ptr_array_add (all, last);
      g_array_append_val (sure, no);
    }
  g_ptr_array_add (all, NULL);
  return all;
}

GArray *
sutra_name_parts_find (SutraText *text, const char *const *names, gboolean person, GCancellable *cancellable, GError **error)
{
  GArray *found;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GArray) sure = NULL;
  guint n;

  g_return_val_if_fail (text != NULL && names != NULL, NULL);

  found = sutra_occurrences_find (text, names, cancellable, error);
  if (found == NULL)
    return NULL;
  n = g_strv_length ((GStrv) names);
  sure = g_array_new (FALSE, FALSE, sizeof (gboolean));
  all = more_names (text, names, person, found, sure);
  if (sure->len == 0)
    return found;
  g_array_unref (found);

  found = sutra_occurrences_find (text, (const char *const *) all->pdata, cancellable, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      SutraOccurrence *occurrence = &g_array_index (found, SutraOccurrence, i);

      if (occurrence->name >= n && !g_array_index (sure, gboolean, occurrence->name - n))
        occurrence->sure = FALSE;
    }
  return found;
}
