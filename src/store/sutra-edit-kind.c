/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-edit.h"

#define MAX_SUBJECT 60

/**
 * Words:
 * @name: in the file
 * @verb: what comes before the subject
 * @noun: what stands for the subject when there is none
 * @nouns: what is counted; NULL if it never is
 */
typedef struct
{
  const char *name;
  const char *verb;
  const char *noun;
  const char *nouns;
} Words;

static const Words words[] = {
  [SUTRA_EDIT_ADD_ARTICLE] = { "add-article", "Add", "an article", "articles" },
  [SUTRA_EDIT_DELETE_ARTICLE] = { "delete-article", "Delete", "an article", "articles" },
  [SUTRA_EDIT_SET_ARTICLE] = { "set-article", "Change", "an article", "articles" },
  [SUTRA_EDIT_ADD_MENTION] = { "add-mention", "Mark", "a mention", "mentions" },
  [SUTRA_EDIT_ADD_OCCURRENCES] = { "add-occurrences", "Mark", "occurrences", "occurrences" },
  [SUTRA_EDIT_SET_MENTION] = { "set-mention", "Change", "a mention", "mentions" },
  [SUTRA_EDIT_SET_MENTION_TYPE] = { "set-mention-type", "Change the type of", "a mention", "mentions" },
  [SUTRA_EDIT_SET_MENTION_SPAN] = { "set-mention-span", "Move the ends of", "a mention", "mentions" },
  [SUTRA_EDIT_LINK_MENTION] = { "link-mention", "Link", "a mention", "mentions" },
  [SUTRA_EDIT_UNLINK_MENTION] = { "unlink-mention", "Unlink", "a mention", "mentions" },
  [SUTRA_EDIT_DELETE_MENTION] = { "delete-mention", "Delete the mark on", "a mention", "mentions" },
  [SUTRA_EDIT_ADD_ENTITY] = { "add-entity", "Add", "an entity", "entities" },
  [SUTRA_EDIT_SET_ENTITY] = { "set-entity", "Change", "an entity", "entities" },
  [SUTRA_EDIT_DELETE_ENTITY] = { "delete-entity", "Delete", "an entity", "entities" },
  [SUTRA_EDIT_MERGE_ENTITIES] = { "merge-entities", "Merge", "entities", "entities" },
  [SUTRA_EDIT_ADD_TYPE] = { "add-type", "Add type", "", "types" },
  [SUTRA_EDIT_SET_TYPE] = { "set-type", "Change type", "", "types" },
  [SUTRA_EDIT_DELETE_TYPE] = { "delete-type", "Delete type", "", "types" },
  [SUTRA_EDIT_SET_TAGSET] = { "set-tagset", "Change the tagset", "", NULL },
  [SUTRA_EDIT_ADD_RELATION] = { "add-relation", "Add relation", "", "relations" },
  [SUTRA_EDIT_SET_RELATION] = { "set-relation", "Change relation", "", "relations" },
  [SUTRA_EDIT_DELETE_RELATION] = { "delete-relation", "Delete relation", "", "relations" },
  [SUTRA_EDIT_DELETE_SEVERAL] = { "delete-several", "Delete", "several rows", "rows" },
  [SUTRA_EDIT_ACCEPT_SUGGESTIONS] = { "accept-suggestions", "Accept", "a suggestion", "suggestions" },
  [SUTRA_EDIT_REJECT_SUGGESTIONS] = { "reject-suggestions", "Reject", "a suggestion", "suggestions" },
  [SUTRA_EDIT_SPLIT_SENTENCE] = { "split-sentence", "Begin a sentence at", "a place", NULL },
  [SUTRA_EDIT_JOIN_SENTENCES] = { "join-sentences", "Join to the sentence before:", "a sentence", NULL },
  [SUTRA_EDIT_SET_LOCATION] = { "set-location", "Locate", "an entity", "entities" },
  [SUTRA_EDIT_CLEAR_LOCATION] = { "clear-location", "Remove the location of", "an entity", NULL },
  [SUTRA_EDIT_KEEP_LOCATION] = { "keep-location", "Keep a possible location of", "an entity", NULL },
  [SUTRA_EDIT_REJECT_LOCATION] = { "reject-location", "Turn down a location of", "an entity", NULL },
  [SUTRA_EDIT_FORGET_LOCATION] = { "forget-location", "Forget a location of", "an entity", NULL },
  [SUTRA_EDIT_IMPORT] = { "import", "Import", "entities", "entities" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (words) == SUTRA_N_EDIT_KINDS);

const char *
sutra_edit_kind_to_string (SutraEditKind kind)
{
  g_return_val_if_fail ((guint) kind < SUTRA_N_EDIT_KINDS, NULL);

  return words[kind].name;
}

int
sutra_edit_kind_from_string (const char *string)
{
  for (int i = 0; i < SUTRA_N_EDIT_KINDS; i++)
    if (g_strcmp0 (words[i].name, string) == 0)
      return i;
  return -1;
}

static char *
cut_subject (const char *subject)
{
  g_autofree char *valid = g_utf8_make_valid (subject, -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= MAX_SUBJECT)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, MAX_SUBJECT - 1);
  return g_strconcat (start, "…", NULL);
}

char *
sutra_edit_label (SutraEditKind kind, const char *subject, guint count)
{
  const Words *w;
  g_autofree char *cut = subject != NULL && *subject != '\0' ? cut_subject (subject) : NULL;
  g_autofree char *verb = NULL;

  /* A kind that a newer minor version wrote. */
  if ((guint) kind >= SUTRA_N_EDIT_KINDS)
    return cut != NULL ? g_strdup_printf ("Change “%s”", cut) : g_strdup ("Change");

  w = &words[kind];
  if (count > 1 && w->nouns != NULL)
    {
      /* "Add type" counted is "Add 3 types". */
      verb = *w->noun != '\0' ? g_strdup (w->verb) : g_strndup (w->verb, strcspn (w->verb, " "));
      if (kind == SUTRA_EDIT_DELETE_MENTION)
        verb[strcspn (verb, " ")] = '\0';
      if (cut == NULL)
        return g_strdup_printf ("%s %u %s", verb, count, w->nouns);
      return g_strdup_printf (kind == SUTRA_EDIT_ADD_OCCURRENCES ? "%s %u %s of “%s”" : "%s %u %s (“%s”)", verb, count, w->nouns, cut);
    }
  if (cut != NULL)
    return g_strdup_printf ("%s “%s”", w->verb, cut);
  if (kind == SUTRA_EDIT_DELETE_MENTION)
    return g_strdup ("Delete a mention");
  return *w->noun != '\0' ? g_strdup_printf ("%s %s", w->verb, w->noun) : g_strdup (w->verb);
}
