/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-cli.h"

#include <string.h>

/* One line of usage, one paragraph of what it does, what --json prints. */
static const struct
{
  const char *name;
  const char *usage;
  const char *about;
  const char *json;
} commands[] = {
  { "new", "new CASE", "Makes an empty case file with the default entity types.", "an object {path, id}" },
  { "add", "add CASE FILE… [--title T] [--source S] [--url U] [--author A] [--published EDTF] [--encoding E] [--language L]",
    "Adds text (.txt) and HTML files as articles, all in one step of the history. - is standard input; a folder is walked for files with "
    "these endings, hidden ones left out. Bytes that are in the case already are not added again: the article that has them is printed. "
    "A text that is likely in a Bijoy font is refused until --encoding says what it is: bijoy (bijoy-new, bijoy-old) converts it, its own encoding takes it as it stands.",
    "ARTICLE elements" },
  { "articles", "articles CASE", "Lists the articles in the order in which they were added.", "ARTICLE elements" },
  { "text", "text CASE ARTICLE [--original]", "Prints the article's text as stored, or with --original its original bytes.",
    "[{id, text}] (not with --original)" },
  { "set", "set CASE ID KEY=VALUE…",
    "Sets fields of an article (title source url author published accessed language notes), an entity (label type value notes date "
    "latitude longitude radius_m), a mention (type entity value note status start end stem_end), a relation (type date notes) or an "
    "entity type (name color badge shortcut parent names_entities). KEY= empties a field; entity "
    "is a label or an id of at least 8 digits.",
    "the ARTICLE, ENTITY or MENTION; for others {id}" },
  { "delete", "delete CASE ID…", "Deletes articles, mentions, entities and relations with what hangs on them, in one step.", "[{id} …]" },
  { "annotate", "annotate CASE ARTICLE START END TYPE [--fragment S:E …] [--entity LABEL] [--value V] [--note N] [--all]",
    "Marks code points START to END (exclusive) as a mention of TYPE. --fragment adds a further part. --entity links it to the entity of "
    "that type with exactly that label or alias, or makes one. --all marks every occurrence of the name that stands there, also inflected "
    "and in compounds, skips what is marked with the type already, and is one step of the history; how many less certain ones it left "
    "is said on standard error.",
    "MENTION elements" },
  { "mentions", "mentions CASE [ARTICLE]", "Lists mentions in text order.", "MENTION elements" },
  { "entities", "entities CASE", "Lists entities: those with mentions in the order of the first, then the others.", "ENTITY elements" },
  { "suggest", "suggest CASE ARTICLE [--kind K …] [--accept]",
    "Lists what the rules propose to mark: names of the case's entities and names marked in the article by hand (name), dates (date) and "
    "numbers (number), without what is marked already or was rejected; and what is suspicious about the text (check). --kind, as often as "
    "wanted, takes only these kinds. ? stands at what should be looked at first. --accept marks all that are listed but findings of "
    "checks, in one step of the history; a date without a value is marked without one.",
    "SUGGESTION elements; with --accept MENTION elements" },
  { "search", "search CASE QUERY [--limit N]",
    "Lists where the articles have all words of QUERY, also in inflected forms; best articles first, titles before texts, at most N places (50). "
    "\"Words in quotes\" stand in this order and form (the last of several may have an ending); begin* goes on in any way; -word leaves out; a OR b takes either.",
    "HIT elements" },
  { "locate",
    "locate CASE ENTITY LAT LON|\"COORDINATES\"|CANDIDATE [--radius M] [--area CODES] [--keep|--reject] | locate CASE ENTITY --clear",
    "Says where an entity is: by latitude and longitude in degrees, by coordinates in one argument (51°10′ N 71°26′ E, ৫১.১৭° উ ৭১.৪৩° পূ, geo:51.17,71.43;u=500), or by "
    "the id of a place of the gazetteer (gn:1526273, iso:KZ), of which countries and regions of several countries are areas. --radius is how far off it may be, in metres; "
    "--area the countries that it is, by their two letters. --keep remembers it as a possible location only, --reject as one that it is not. --clear takes its location away.",
    "the ENTITY" },
  { "map",
    "map CASE -o FILE.svg|.pdf|.png [--article A] [--entity E …] [--title T] [--language L] [--width W] [--height H] "
    "[--theme light|dark|high-contrast|high-contrast-dark] [--no-claims] [--force]",
    "Draws a map of everything in the case, in one article or of single entities that has a location, fitted to it, with legend, scale and source. Width and height are "
    "points of an SVG or PDF and pixels of a PNG (960 and 640). The language is the article's, or that of most names: bn, or another for English. Names stand as text in an SVG. --no-claims "
    "leaves disputed boundaries out. An existing file is replaced only with --force.",
    "[{path, located, unlocated}]" },
  { "export", "export CASE --format F [--article A] [-o PATH] [--force]",
    "Writes the case or one article in a format (see formats) to PATH, or to standard output. An existing file is replaced only with "
    "--force, and only when the new one is whole.",
    "[{path, format}] (with -o)" },
  { "import", "import CASE --format F PATH…",
    "Brings files of a format that can be read (see formats) into the case, in one step of the history; - is standard input. geojson: each feature is an entity, found by its id, or by its name "
    "and type, or added; what an entity has already stays, and another location is kept as a possible one. Features that cannot be taken are said on standard error, each with its number; the others are "
    "taken. tagset: the entity types become those of the file; types that are used stay.",
    "ENTITY elements: those of the features that were taken; for a tagset [{slug} …]" },
  { "formats", "formats", "Lists the formats.", "FORMAT elements" },
  { "history", "history CASE", "Lists all edits, undos and redos, newest first.", "HISTORY elements" },
  { "undo", "undo CASE [N]", "Undoes the last step, or the last N.", "HISTORY elements: the edits that were undone" },
  { "redo", "redo CASE [N]", "Redoes the last undone step, or the last N.", "HISTORY elements: the edits that were redone" },
  { "check", "check CASE",
    "Looks whether the file is whole: structure, digests, offsets. Exit 1 if anything is wrong; a warning is "
    "something left over or unusual that harms nothing.",
    "an object {ok, findings: [{severity, where, what} …]}" },
  { "stem", "stem WORD… [--best]",
    "Takes words apart into dictionary form and suffixes, all readings, best first; with --best only the best one of each word. Sure are those "
    "that annotate --all and the window would mark unasked. Needs no case.",
    "STEM elements" },
  { "places", "places QUERY [--country C] [--near \"C C …\"] [--limit N]",
    "Lists the places that a name may mean, best first, at most N (10): a Bengali or Latin name, inflected or not, also with a word like জেলা or District, or with the country in "
    "brackets; or coordinates. Names that sound alike are tried when no name fits. --country, a code like KZ, takes only places of that country; --near favours those of countries "
    "that the article names. Needs no case.",
    "PLACE elements" },
  { "dates", "dates TEXT|- [--published EDTF] [--language L] [--kind date|number]",
    "Reads dates, times and numbers with units out of a text, with their values: EDTF of dates, plain decimals of numbers. --published is the "
    "day from which relative forms (গত বছর, last week) are counted; a language with the region IN (bn-IN) takes the calendar, the fiscal year "
    "and the time zone of India, any other those of Bangladesh. - is standard input. Needs no case.",
    "EXPRESSION elements" },
  { "inspect", "inspect TEXT|- [--font FAMILIES]",
    "Shows how a text is made up: its aksharas with their code points, what HarfBuzz draws for them, glyph by glyph, and what is suspicious "
    "about it. - is standard input. Needs no case. At most 20,000 code points are looked at.",
    "CLUSTER elements" },
  { "convert", "convert --from bijoy FILE|- [--generation auto|new|old] [-o PATH] [--force]",
    "Prints the Unicode text of a file in a Bijoy font (SutonnyMJ and the like), or with --to bijoy in place of --from the codes for a Unicode text. Left to itself it finds "
    "out whether the fonts are those of the 2010s (new) or older ones. Codes without a meaning are kept and reported on standard error. Needs no case.",
    "[{text, generation, unknown_count, unknown: [{offset, code_point} …]}]; with --to bijoy [{text, generation, lost}]" },
  { "help", "help [COMMAND]", "Prints this, or what one command does.", NULL },
};

static const char shapes[] =
    "With --json a command prints one JSON value on standard output: new and check an object, everything else an array.\n"
    "Keys are always there; what is absent is null. Offsets are Unicode code points, end exclusive.\n"
    "\n"
    "  ARTICLE  {id, title, source, url, author, published, accessed, language, encoding, code_points, sha256,\n"
    "            text_sha256, mention_count}\n"
    "           published, accessed: EDTF; sha256: of the original bytes; text_sha256: of the text in UTF-8;\n"
    "           mention_count: confirmed ones\n"
    "  MENTION  {id, article, start, end, stem_end, fragments, text, type, entity, entity_label, value, status,\n"
    "            origin, note}\n"
    "           stem_end: where the dictionary form ends; fragments: [[start, end] …] of the further parts;\n"
    "           text: from start to end; type: an entity type's short name; entity: an id;\n"
    "           status: confirmed, suggested, rejected; origin: hand, occurrence, suggestion, import\n"
    "  ENTITY   {id, type, label, aliases, mention_count, value, latitude, longitude, radius_m, date, notes,\n"
    "            area, place, location_source}\n"
    "           aliases: [text …]; latitude, longitude: degrees, WGS 84; radius_m: how far off it may be;\n"
    "           area: the countries that it is, ISO 3166-1 alpha-2; place: its id in the gazetteer;\n"
    "           location_source: gazetteer, map, typed, import\n"
    "  HIT        {article, title, start, end, before, match, after, score}; in a title start and end are null\n"
    "  SUGGESTION {id, article, start, end, stem_end, text, kind, type, value, explanation}\n"
    "           id: a digest of article, span, kind and value, the same on every run; kind: date, number, place,\n"
    "           name, check; value: EDTF of a date, number and unit of a number; explanation: one sentence\n"
    "  FORMAT   {id, name, extension, reads, writes, offset_unit, loses}\n"
    "           loses: what a case holds and the format does not, in words\n"
    "  STEM     {word, base, stem_end, suffixes: [{text, kind}], score, sure}\n"
    "           stem_end: where the base ends in the word; score: 0 to 1; kind: genitive, locative, object, plural,\n"
    "           classifier, ordinal, attached, derived, particle, possessive\n"
    "  PLACE    {id, name, name_latin, kind, country, latitude, longitude, population, score, why}\n"
    "           name: in Bengali; kind: continent, macroregion, country, region, district, capital, city, town, water,\n"
    "           feature; country: ISO 3166-1 code; score: 0 to 1; why: one sentence\n"
    "  EXPRESSION {start, end, stem_end, text, kind, value, unit, rule, time, calendar, original, state, explanation}\n"
    "           kind: date, number; rule: the form that was read; time: a time of day that the value cannot say;\n"
    "           calendar, original: the date as written where it is not Gregorian; state: fine, needs-published,\n"
    "           needs-year, needs-day, impossible, weekday, ambiguous, not-converted\n"
    "  CLUSTER  {start, end, text, characters: [{offset, code_point, name, script}], glyphs: [{glyph, name, font,\n"
    "            start, end, advance, x, y, missing, dotted_circle}], findings: [{kind, start, end, explanation,\n"
    "            meant}]}\n"
    "           an akshara; pixels at 16; a finding stands with the akshara in which it starts\n"
    "  HISTORY  {seq, at, author, label, event, undone}\n"
    "           at: RFC 3339, UTC; event: edit, undo, redo; undone: whether the edit is undone now\n"
    "\n"
    "An ID may be given by its beginning or its end, at least 4 digits, if no other fits; lists show the last 8.\n"
    "Exit status: 0 done; 1 failed, wholly or in part, with one line on standard error for each failure (what\n"
    "succeeded is printed); 2 wrong usage.\n";

const char *
sutra_cli_usage_line (const char *command)
{
  for (gsize i = 0; command != NULL && i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, command) == 0)
      return commands[i].usage;
  return NULL;
}

/* Breaks @text at spaces into lines of at most 100 characters. */
static void
print_wrapped (const char *text, const char *indent)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong column = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);

      if (column > 0 && column + 1 + length > 100)
        column = 0;
      if (column == 0)
        {
          sutra_cli_print (i > 0 ? "\n" : "");
          sutra_cli_print (indent);
          column = g_utf8_strlen (indent, -1);
        }
      else
        {
          sutra_cli_print (" ");
          column++;
        }
      sutra_cli_print (words[i]);
      column += length;
    }
  sutra_cli_print ("\n");
}

static void
print_command (gsize i)
{
  sutra_cli_print ("sutractl ");
  sutra_cli_print (commands[i].usage);
  sutra_cli_print ("\n");
  print_wrapped (commands[i].about, "    ");
  if (commands[i].json != NULL)
    {
      g_autofree char *json = g_strconcat ("--json: ", commands[i].json, NULL);

      print_wrapped (json, "    ");
    }
}

SutraCliStatus
sutra_cli_help (SutraCli *cli)
{
  const char *command;

  if (!sutra_cli_parse (cli, NULL, 0, 1))
    return SUTRA_CLI_USAGE;
  command = sutra_cli_argument (cli, 0);
  if (command != NULL && sutra_cli_usage_line (command) == NULL)
    return sutra_cli_usage (cli, "there is no command %s", command);
  if (command == NULL)
    sutra_cli_print ("sutractl: annotate articles from scripts. The case files are those of Sutradhar.\n\n");
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (command == NULL || strcmp (commands[i].name, command) == 0)
      {
        print_command (i);
        sutra_cli_print (command == NULL ? "\n" : "");
      }
  if (command == NULL)
    {
      sutra_cli_print ("sutractl --version\n    Prints the version.\n\n");
      sutra_cli_print (shapes);
    }
  return SUTRA_CLI_DONE;
}
