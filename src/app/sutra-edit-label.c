/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-edit-label.h"

#include <glib/gi18n.h>

#define MAX_SUBJECT 40

/* With a subject, in both tenses. */
static const char *const one[SUTRA_N_EDIT_KINDS][2] = {
  [SUTRA_EDIT_ADD_ARTICLE] = { N_ ("Add “%s”"), N_ ("Added “%s”") },
  [SUTRA_EDIT_DELETE_ARTICLE] = { N_ ("Remove “%s”"), N_ ("Removed “%s”") },
  [SUTRA_EDIT_SET_ARTICLE] = { N_ ("Edit the source data of “%s”"), N_ ("Edited the source data of “%s”") },
  [SUTRA_EDIT_ADD_MENTION] = { N_ ("Mark “%s”"), N_ ("Marked “%s”") },
  [SUTRA_EDIT_SET_MENTION] = { N_ ("Edit the mention “%s”"), N_ ("Edited the mention “%s”") },
  [SUTRA_EDIT_SET_MENTION_TYPE] = { N_ ("Change the type of “%s”"), N_ ("Changed the type of “%s”") },
  [SUTRA_EDIT_SET_MENTION_SPAN] = { N_ ("Change the ends of “%s”"), N_ ("Changed the ends of “%s”") },
  [SUTRA_EDIT_LINK_MENTION] = { N_ ("Link “%s”"), N_ ("Linked “%s”") },
  [SUTRA_EDIT_UNLINK_MENTION] = { N_ ("Unlink “%s”"), N_ ("Unlinked “%s”") },
  [SUTRA_EDIT_DELETE_MENTION] = { N_ ("Delete the mention “%s”"), N_ ("Deleted the mention “%s”") },
  [SUTRA_EDIT_ADD_ENTITY] = { N_ ("Add the entity “%s”"), N_ ("Added the entity “%s”") },
  [SUTRA_EDIT_SET_ENTITY] = { N_ ("Edit the entity “%s”"), N_ ("Edited the entity “%s”") },
  [SUTRA_EDIT_DELETE_ENTITY] = { N_ ("Delete the entity “%s”"), N_ ("Deleted the entity “%s”") },
  [SUTRA_EDIT_MERGE_ENTITIES] = { N_ ("Merge into “%s”"), N_ ("Merged into “%s”") },
  [SUTRA_EDIT_ADD_TYPE] = { N_ ("Add the type “%s”"), N_ ("Added the type “%s”") },
  [SUTRA_EDIT_SET_TYPE] = { N_ ("Edit the type “%s”"), N_ ("Edited the type “%s”") },
  [SUTRA_EDIT_DELETE_TYPE] = { N_ ("Delete the type “%s”"), N_ ("Deleted the type “%s”") },
  [SUTRA_EDIT_SET_TAGSET] = { N_ ("Change the entity types"), N_ ("Changed the entity types") },
  [SUTRA_EDIT_ADD_RELATION] = { N_ ("Add the relation “%s”"), N_ ("Added the relation “%s”") },
  [SUTRA_EDIT_SET_RELATION] = { N_ ("Edit the relation “%s”"), N_ ("Edited the relation “%s”") },
  [SUTRA_EDIT_DELETE_RELATION] = { N_ ("Delete the relation “%s”"), N_ ("Deleted the relation “%s”") },
  [SUTRA_EDIT_ACCEPT_SUGGESTIONS] = { N_ ("Accept “%s”"), N_ ("Accepted “%s”") },
  [SUTRA_EDIT_REJECT_SUGGESTIONS] = { N_ ("Reject “%s”"), N_ ("Rejected “%s”") },
  [SUTRA_EDIT_SPLIT_SENTENCE] = { N_ ("Begin a sentence at “%s”"), N_ ("Began a sentence at “%s”") },
  [SUTRA_EDIT_JOIN_SENTENCES] = { N_ ("Join “%s” to the sentence before"), N_ ("Joined “%s” to the sentence before") },
  [SUTRA_EDIT_SET_LOCATION] = { N_ ("Locate “%s”"), N_ ("Located “%s”") },
  [SUTRA_EDIT_CLEAR_LOCATION] = { N_ ("Remove the location of “%s”"), N_ ("Removed the location of “%s”") },
  [SUTRA_EDIT_KEEP_LOCATION] = { N_ ("Keep a possible location of “%s”"), N_ ("Kept a possible location of “%s”") },
  [SUTRA_EDIT_REJECT_LOCATION] = { N_ ("Turn down a location of “%s”"), N_ ("Turned down a location of “%s”") },
  [SUTRA_EDIT_FORGET_LOCATION] = { N_ ("Forget a possible location of “%s”"), N_ ("Forgot a possible location of “%s”") },
};

static const char *
several_label (SutraEditKind kind, guint count)
{
  switch ((int) kind)
    {
    case SUTRA_EDIT_ADD_ARTICLE:
      return ngettext ("Add %u article", "Add %u articles", count);
    case SUTRA_EDIT_DELETE_ARTICLE:
      return ngettext ("Remove %u article", "Remove %u articles", count);
    case SUTRA_EDIT_SET_MENTION_TYPE:
      return ngettext ("Change the type of %u mention", "Change the type of %u mentions", count);
    case SUTRA_EDIT_LINK_MENTION:
      return ngettext ("Link %u mention", "Link %u mentions", count);
    case SUTRA_EDIT_UNLINK_MENTION:
      return ngettext ("Unlink %u mention", "Unlink %u mentions", count);
    case SUTRA_EDIT_DELETE_MENTION:
      return ngettext ("Delete %u mention", "Delete %u mentions", count);
    case SUTRA_EDIT_DELETE_ENTITY:
      return ngettext ("Delete %u entity", "Delete %u entities", count);
    case SUTRA_EDIT_ADD_OCCURRENCES:
      return ngettext ("Mark %u occurrence", "Mark %u occurrences", count);
    case SUTRA_EDIT_ACCEPT_SUGGESTIONS:
      return ngettext ("Accept %u suggestion", "Accept %u suggestions", count);
    case SUTRA_EDIT_REJECT_SUGGESTIONS:
      return ngettext ("Reject %u suggestion", "Reject %u suggestions", count);
    case SUTRA_EDIT_SET_LOCATION:
      return ngettext ("Locate %u entity", "Locate %u entities", count);
    case SUTRA_EDIT_IMPORT:
      return ngettext ("Import %u entity", "Import %u entities", count);
    default:
      return ngettext ("Change %u thing", "Change %u things", count);
    }
}

static const char *
several_done (SutraEditKind kind, guint count)
{
  switch ((int) kind)
    {
    case SUTRA_EDIT_ADD_ARTICLE:
      return ngettext ("Added %u article", "Added %u articles", count);
    case SUTRA_EDIT_DELETE_ARTICLE:
      return ngettext ("Removed %u article", "Removed %u articles", count);
    case SUTRA_EDIT_SET_MENTION_TYPE:
      return ngettext ("Changed the type of %u mention", "Changed the type of %u mentions", count);
    case SUTRA_EDIT_LINK_MENTION:
      return ngettext ("Linked %u mention", "Linked %u mentions", count);
    case SUTRA_EDIT_UNLINK_MENTION:
      return ngettext ("Unlinked %u mention", "Unlinked %u mentions", count);
    case SUTRA_EDIT_DELETE_MENTION:
      return ngettext ("Deleted %u mention", "Deleted %u mentions", count);
    case SUTRA_EDIT_DELETE_ENTITY:
      return ngettext ("Deleted %u entity", "Deleted %u entities", count);
    case SUTRA_EDIT_ADD_OCCURRENCES:
      return ngettext ("Marked %u occurrence", "Marked %u occurrences", count);
    case SUTRA_EDIT_ACCEPT_SUGGESTIONS:
      return ngettext ("Accepted %u suggestion", "Accepted %u suggestions", count);
    case SUTRA_EDIT_REJECT_SUGGESTIONS:
      return ngettext ("Rejected %u suggestion", "Rejected %u suggestions", count);
    case SUTRA_EDIT_SET_LOCATION:
      return ngettext ("Located %u entity", "Located %u entities", count);
    case SUTRA_EDIT_IMPORT:
      return ngettext ("Imported %u entity", "Imported %u entities", count);
    default:
      return ngettext ("Changed %u thing", "Changed %u things", count);
    }
}

/* Whether the tables above have a form for several; the others act on one thing whatever their count says. */
static gboolean
has_plural (SutraEditKind kind)
{
  static const guint kinds = 1u << SUTRA_EDIT_ADD_ARTICLE | 1u << SUTRA_EDIT_DELETE_ARTICLE | 1u << SUTRA_EDIT_SET_MENTION_TYPE |
                             1u << SUTRA_EDIT_LINK_MENTION | 1u << SUTRA_EDIT_UNLINK_MENTION | 1u << SUTRA_EDIT_DELETE_MENTION |
                             1u << SUTRA_EDIT_DELETE_ENTITY | 1u << SUTRA_EDIT_ACCEPT_SUGGESTIONS | 1u << SUTRA_EDIT_REJECT_SUGGESTIONS |
                             1u << SUTRA_EDIT_SET_LOCATION;

  return kind < 32 && (kinds >> kind & 1) != 0;
}

static char *
cut (const char *subject)
{
  g_autofree char *head = NULL;
  g_autofree char *line = g_strdup (subject);

  g_strdelimit (line, "\n\t", ' ');
  if (g_utf8_strlen (line, -1) <= MAX_SUBJECT)
    return g_steal_pointer (&line);
  head = g_utf8_substring (line, 0, MAX_SUBJECT);
  return g_strconcat (head, "…", NULL);
}

/* The formats come from the tables above, each with exactly one place to fill. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

static char *
format (SutraEditKind kind, const char *subject, guint count, gboolean done)
{
  g_autofree char *shown = subject != NULL && *subject != '\0' ? cut (subject) : g_strdup ("…");
  const char *many = done ? several_done (kind, count) : several_label (kind, count);

  if (kind == SUTRA_EDIT_SET_TAGSET)
    return g_strdup (_ (one[kind][done]));
  if (kind == SUTRA_EDIT_ADD_OCCURRENCES && subject != NULL)
    {
      g_autofree char *text = g_strdup_printf (many, count);

      /* Translators: what was done, and with which name: "Marked 8 occurrences: “Kazakhstan”" */
      return g_strdup_printf (_ ("%s: “%s”"), text, shown);
    }
  if (one[kind][0] == NULL || (count > 1 && has_plural (kind)))
    return g_strdup_printf (many, count);
  return g_strdup_printf (_ (one[kind][done]), shown);
}

#pragma GCC diagnostic pop

char *
sutra_edit_label_dup (SutraEditKind kind, const char *subject, guint count)
{
  g_return_val_if_fail ((guint) kind < SUTRA_N_EDIT_KINDS, NULL);
  return format (kind, subject, count, FALSE);
}

char *
sutra_edit_label_dup_done (SutraEditKind kind, const char *subject, guint count)
{
  g_return_val_if_fail ((guint) kind < SUTRA_N_EDIT_KINDS, NULL);
  return format (kind, subject, count, TRUE);
}
