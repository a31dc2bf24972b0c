/* make-sample.c: writes tests/store/data/version-3.sutra; run once for each version of the schema, and the file is then kept
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "store-fixture.h"

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SutraStore) store = NULL;
  SutraId type, article, entity, mentions[4];

  if (argc != 2 || (store = sutra_store_create (argv[1], &error)) == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "usage: make-sample FILE");
      return 1;
    }
  sutra_store_set_author (store, "নমুনা");
  sutra_store_set_setting (store, "name", "নমুনা 🧵", NULL);
  put_text (store);

  sutra_store_begin (store, NULL);
  type = insert_type (store, "place");
  article = insert_article (store, "🧵 কাজাখস্তান");
  sutra_store_commit (store, SUTRA_EDIT_ADD_ARTICLE, "🧵 কাজাখস্তান", 1, NULL, &error);
  for (int i = 0; i < 4; i++)
    mentions[i] = add_mention (store, &article, &type, 20 * i, NULL);
  sutra_store_begin (store, NULL);
  entity = insert_entity (store, &type, "কাজাখস্তান");
  sutra_store_run (store, NULL, "UPDATE mention SET entity = ?, note = 'ক্ষ' WHERE id = ?", "ii", &entity, &mentions[1]);
  sutra_store_run (store, NULL, "UPDATE entity SET latitude = 51.16, longitude = 71.47 WHERE id = ?", "i", &entity);
  sutra_store_commit (store, SUTRA_EDIT_LINK_MENTION, "কাজাখস্তান", 1, NULL, &error);
  sutra_store_begin (store, NULL);
  sutra_store_run (store, NULL, "DELETE FROM mention WHERE id = ?", "i", &mentions[0]);
  sutra_store_commit (store, SUTRA_EDIT_DELETE_MENTION, NULL, 1, NULL, &error);
  sutra_store_begin (store, NULL);
  insert_boundary (store, &article, 13, 0);
  insert_boundary (store, &article, 24, 1);
  sutra_store_commit (store, SUTRA_EDIT_SET_ARTICLE, NULL, 1, NULL, &error);
  sutra_store_begin (store, NULL);
  insert_location (store, &entity, 0, 51.16, 71.47);
  insert_location (store, &entity, 1, 48, 68);
  sutra_store_commit (store, SUTRA_EDIT_SET_LOCATION, "কাজাখস্তান", 1, NULL, &error);
  add_mention (store, &article, &type, 90, NULL);
  sutra_history_undo (store, NULL, NULL, NULL);
  add_mention (store, &article, &type, 91, NULL);
  sutra_history_undo (store, NULL, NULL, NULL);
  sutra_history_redo (store, NULL, NULL, NULL);
  sutra_store_begin (store, NULL);
  sutra_store_run (store, NULL, "DELETE FROM mention WHERE id = ?", "i", &mentions[3]);
  sutra_store_commit (store, SUTRA_EDIT_DELETE_MENTION, NULL, 1, NULL, &error);
  sutra_history_undo (store, NULL, NULL, NULL);
  return error == NULL ? 0 : 1;
}
