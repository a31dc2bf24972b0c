/* test-tagset.c: tagsets go out and come back; wrong ones are refused with where
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "sutra-error.h"
#include "sutra-format-tagset.h"

#include <string.h>

#define TYPE(more) "{\"slug\": \"a\", \"color\": \"#112233\", \"badge\": \"A\"" more "}"
#define TAGSET(types) "{\"format\": \"sutradhar-tagset\", \"version\": 1, \"types\": [" types "]}"

static GPtrArray *
read_string (const char *json, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return sutra_tagset_from_json (bytes, "ক.json", error);
}

static void
test_round_trip (void)
{
  g_autoptr (GPtrArray) specs = sutra_tagset_default_specs ();
  SutraTypeSpec *own = g_new0 (SutraTypeSpec, 1);
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GError) error = NULL;

  own->slug = g_strdup ("own-kind");
  own->name = g_strdup ("নিজের \"ধরন\" \\ 😀");
  own->color = g_strdup ("#abcdef");
  own->badge = g_strdup ("ক");
  own->parent = g_strdup ("person");
  g_ptr_array_add (specs, own);

  json = sutra_tagset_to_json (specs);
  g_assert_true (g_str_has_suffix (json, "\n}\n") || g_str_has_suffix (json, "}\n"));
  g_assert_nonnull (strstr (json, "নিজের"));
  back = read_string (json, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (back->len, ==, specs->len);
  for (guint i = 0; i < back->len; i++)
    {
      const SutraTypeSpec *a = specs->pdata[i];
      const SutraTypeSpec *b = back->pdata[i];

      g_assert_cmpstr (a->slug, ==, b->slug);
      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_cmpstr (a->color, ==, b->color);
      g_assert_cmpstr (a->badge, ==, b->badge);
      g_assert_cmpstr (a->shortcut, ==, b->shortcut);
      g_assert_cmpstr (a->parent, ==, b->parent);
      g_assert_cmpint (a->names_entities, ==, b->names_entities);
    }
  again = sutra_tagset_to_json (back);
  g_assert_cmpstr (again, ==, json);
}

static void
assert_refused (const char *json, int code, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_string (json, &error));
  g_assert_error (error, SUTRA_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "ক.json: "));
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
test_wrong_shapes (void)
{
  assert_refused ("", SUTRA_ERROR_EMPTY, "empty");
  assert_refused ("{", SUTRA_ERROR_PARSE, "no JSON");
  assert_refused ("\xff", SUTRA_ERROR_ENCODING, "UTF-8");
  assert_refused ("/* { */ 1", SUTRA_ERROR_PARSE, "comment");
  assert_refused ("[]", SUTRA_ERROR_PARSE, "object");
  assert_refused ("{}", SUTRA_ERROR_PARSE, "format");
  assert_refused ("{\"format\": 5, \"version\": 1, \"types\": []}", SUTRA_ERROR_PARSE, "format");
  assert_refused ("{\"format\": \"sutradhar-tagset\", \"version\": 2, \"types\": []}", SUTRA_ERROR_PARSE, "version");
  assert_refused ("{\"format\": \"sutradhar-tagset\", \"version\": \"1\", \"types\": []}", SUTRA_ERROR_PARSE, "version");
  assert_refused ("{\"format\": \"sutradhar-tagset\", \"version\": 1, \"types\": {}}", SUTRA_ERROR_PARSE, "types");
  assert_refused (TAGSET (""), SUTRA_ERROR_PARSE, "at least one");
  assert_refused (TAGSET ("5"), SUTRA_ERROR_PARSE, "type 1");
  assert_refused (TAGSET (TYPE ("") ", null"), SUTRA_ERROR_PARSE, "type 2");
  assert_refused (TAGSET ("{\"color\": \"#112233\", \"badge\": \"A\"}"), SUTRA_ERROR_PARSE, "\"slug\"");
  assert_refused (TAGSET ("{\"slug\": \"a\", \"color\": 7, \"badge\": \"A\"}"), SUTRA_ERROR_PARSE, "\"color\" of type 1");
  assert_refused (TAGSET ("{\"slug\": \"a\", \"color\": null, \"badge\": \"A\"}"), SUTRA_ERROR_PARSE, "\"color\"");
  assert_refused (TAGSET (TYPE (", \"name\": [\"x\"]")), SUTRA_ERROR_PARSE, "\"name\"");
  assert_refused (TAGSET (TYPE (", \"name\": \"\\223\"")), SUTRA_ERROR_PARSE, "escape");
  assert_refused (TAGSET (TYPE (", \"name\": \"\\ud83d\"")), SUTRA_ERROR_PARSE, "");
  assert_refused (TAGSET (TYPE (", \"name\": \"\\udc00x\"")), SUTRA_ERROR_PARSE, "");
  assert_refused (TAGSET (TYPE (", \"names_entities\": 1")), SUTRA_ERROR_PARSE, "\"names_entities\"");
  assert_refused (TAGSET (TYPE (", \"colour\": \"#112233\"")), SUTRA_ERROR_PARSE, "\"colour\"");
}

static void
test_wrong_values (void)
{
  g_autoptr (GString) many = g_string_new ("{\"format\": \"sutradhar-tagset\", \"version\": 1, \"types\": [");
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *huge = g_strnfill (2 << 20, ' ');

  assert_refused (TAGSET ("{\"slug\": \"A b\", \"color\": \"#112233\", \"badge\": \"A\"}"), SUTRA_ERROR_INVALID, "type 1");
  assert_refused (TAGSET ("{\"slug\": \"a\", \"color\": \"red\", \"badge\": \"A\"}"), SUTRA_ERROR_INVALID, "type 1");
  assert_refused (TAGSET ("{\"slug\": \"a\", \"color\": \"#112233\", \"badge\": \"\"}"), SUTRA_ERROR_INVALID, "type 1");
  assert_refused (TAGSET (TYPE ("") "," TYPE ("")), SUTRA_ERROR_INVALID, "two types");
  assert_refused (TAGSET (TYPE (", \"parent\": \"b\"")), SUTRA_ERROR_INVALID, "parent");
  assert_refused (TAGSET (TYPE (", \"parent\": \"a\"")), SUTRA_ERROR_INVALID, "own parent");
  assert_refused (TAGSET (TYPE (", \"parent\": \"b\"") ", {\"slug\": \"b\", \"color\": \"#112233\", \"badge\": \"B\", \"parent\": \"a\"}"),
                  SUTRA_ERROR_INVALID, "ancestor");
  assert_refused (
      TAGSET (TYPE (", \"shortcut\": \"x\"") ", {\"slug\": \"b\", \"color\": \"#112233\", \"badge\": \"B\", \"shortcut\": \"x\"}"),
      SUTRA_ERROR_INVALID, "shortcut");
  for (guint i = 0; i < 501; i++)
    g_string_append_printf (many, "%s{\"slug\": \"a%u\", \"color\": \"#112233\", \"badge\": \"A\"}", i > 0 ? "," : "", i);
  g_string_append (many, "]}");
  assert_refused (many->str, SUTRA_ERROR_TOO_LARGE, "500");
  assert_refused (huge, SUTRA_ERROR_TOO_LARGE, "KiB");
  for (guint i = 0; i < 500000; i++)
    g_string_append_c (deep, '[');
  assert_refused (deep->str, SUTRA_ERROR_TOO_LARGE, "nested");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tagset/round-trip", test_round_trip);
  g_test_add_func ("/tagset/wrong-shapes", test_wrong_shapes);
  g_test_add_func ("/tagset/wrong-values", test_wrong_values);
  return g_test_run ();
}
