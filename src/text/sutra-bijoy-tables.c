/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-bijoy-tables.h"

/* Windows-1252 from 0x80 to 0x9f. */
static const gunichar2 upper_controls[32] = {
  0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
  0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

/* Among the codes of one kind for the same string the writer takes the one that its rules name, else the first. */
static const SutraPiece common_pieces[] = {
  { 0x41, SUTRA_PIECE_LETTER, 0, "অ" },    { 0x42, SUTRA_PIECE_LETTER, 0, "ই" }, { 0x43, SUTRA_PIECE_LETTER, 0, "ঈ" },
  { 0x44, SUTRA_PIECE_LETTER, 0, "উ" },    { 0x45, SUTRA_PIECE_LETTER, 0, "ঊ" }, { 0x46, SUTRA_PIECE_LETTER, 0, "ঋ" },
  { 0x47, SUTRA_PIECE_LETTER, 0, "এ" },    { 0x48, SUTRA_PIECE_LETTER, 0, "ঐ" }, { 0x49, SUTRA_PIECE_LETTER, 0, "ও" },
  { 0x4a, SUTRA_PIECE_LETTER, 0, "ঔ" },    { 0x4b, SUTRA_PIECE_FULL, 0, "ক" },   { 0x4c, SUTRA_PIECE_FULL, 0, "খ" },
  { 0x4d, SUTRA_PIECE_FULL, 0, "গ" },      { 0x4e, SUTRA_PIECE_FULL, 0, "ঘ" },   { 0x4f, SUTRA_PIECE_FULL, 0, "ঙ" },
  { 0x50, SUTRA_PIECE_FULL, 0, "চ" },      { 0x51, SUTRA_PIECE_FULL, 0, "ছ" },   { 0x52, SUTRA_PIECE_FULL, 0, "জ" },
  { 0x53, SUTRA_PIECE_FULL, 0, "ঝ" },      { 0x54, SUTRA_PIECE_FULL, 0, "ঞ" },   { 0x55, SUTRA_PIECE_FULL, 0, "ট" },
  { 0x56, SUTRA_PIECE_FULL, 0, "ঠ" },      { 0x57, SUTRA_PIECE_FULL, 0, "ড" },   { 0x58, SUTRA_PIECE_FULL, 0, "ঢ" },
  { 0x59, SUTRA_PIECE_FULL, 0, "ণ" },      { 0x5a, SUTRA_PIECE_FULL, 0, "ত" },   { 0x5f, SUTRA_PIECE_FULL, 0, "থ" },
  { 0x60, SUTRA_PIECE_FULL, 0, "দ" },      { 0x61, SUTRA_PIECE_FULL, 0, "ধ" },   { 0x62, SUTRA_PIECE_FULL, 0, "ন" },
  { 0x63, SUTRA_PIECE_FULL, 0, "প" },      { 0x64, SUTRA_PIECE_FULL, 0, "ফ" },   { 0x65, SUTRA_PIECE_FULL, 0, "ব" },
  { 0x66, SUTRA_PIECE_FULL, 0, "ভ" },      { 0x67, SUTRA_PIECE_FULL, 0, "ম" },   { 0x68, SUTRA_PIECE_FULL, 0, "য" },
  { 0x69, SUTRA_PIECE_FULL, 0, "র" },      { 0x6a, SUTRA_PIECE_FULL, 0, "ল" },   { 0x6b, SUTRA_PIECE_FULL, 0, "শ" },
  { 0x6c, SUTRA_PIECE_FULL, 0, "ষ" },      { 0x6d, SUTRA_PIECE_FULL, 0, "স" },   { 0x6e, SUTRA_PIECE_FULL, 0, "হ" },
  { 0x6f, SUTRA_PIECE_FULL, 0, "ড়" },      { 0x70, SUTRA_PIECE_FULL, 0, "ঢ়" },   { 0x71, SUTRA_PIECE_FULL, 0, "য়" },
  { 0x72, SUTRA_PIECE_SIGN, 0, "ৎ" },      { 0x73, SUTRA_PIECE_SIGN, 0, "ং" },   { 0x7c, SUTRA_PIECE_SIGN, 0, "।" },
  { 0x5c, SUTRA_PIECE_SIGN, 0, "॥" },      { 0x24, SUTRA_PIECE_SIGN, 0, "৳" },   { 0x30, SUTRA_PIECE_SIGN, 0, "০" },
  { 0x31, SUTRA_PIECE_SIGN, 0, "১" },      { 0x32, SUTRA_PIECE_SIGN, 0, "২" },   { 0x33, SUTRA_PIECE_SIGN, 0, "৩" },
  { 0x34, SUTRA_PIECE_SIGN, 0, "৪" },      { 0x35, SUTRA_PIECE_SIGN, 0, "৫" },   { 0x36, SUTRA_PIECE_SIGN, 0, "৬" },
  { 0x37, SUTRA_PIECE_SIGN, 0, "৭" },      { 0x38, SUTRA_PIECE_SIGN, 0, "৮" },   { 0x39, SUTRA_PIECE_SIGN, 0, "৯" },
  { 0x74, SUTRA_PIECE_VISARGA, 0, "ঃ" },   { 0x75, SUTRA_PIECE_NASAL, 0, "ঁ" },   { 0x26, SUTRA_PIECE_HASANTA, 0, "্" },
  { 0xa9, SUTRA_PIECE_REPH, 0, "" },                                          /* © */
  { 0x77, SUTRA_PIECE_PRE, 0, "ি" },       { 0x86, SUTRA_PIECE_PRE, 0, "ে" }, /* † */
  { 0x87, SUTRA_PIECE_PRE, 0, "ে" },                                          /* ‡ */
  { 0x88, SUTRA_PIECE_PRE, 0, "ৈ" },                                          /* ˆ */
  { 0x89, SUTRA_PIECE_PRE, 0, "ৈ" },                                          /* ‰ */
  { 0x76, SUTRA_PIECE_POST, 0, "া" },      { 0x78, SUTRA_PIECE_POST, 0, "ী" },   { 0x79, SUTRA_PIECE_POST, 0, "ু" },
  { 0x7a, SUTRA_PIECE_POST, 0, "ু" },       { 0x96, SUTRA_PIECE_POST, 0, "ু" }, /* – */
  { 0x7e, SUTRA_PIECE_POST, 0, "ূ" },       { 0x82, SUTRA_PIECE_POST, 0, "ূ" }, /* ‚ */
  { 0x83, SUTRA_PIECE_POST, 0, "ূ" },                                          /* ƒ */
  { 0x84, SUTRA_PIECE_POST, 0, "ৃ" },                                          /* „ */
  { 0x85, SUTRA_PIECE_POST, 0, "ৃ" },                                          /* … */
  { 0x8a, SUTRA_PIECE_POST, 0, "ৗ" },                                         /* Š */
  { 0xa8, SUTRA_PIECE_SUB, 0, "য" },                                          /* ¨ */
  { 0xaa, SUTRA_PIECE_SUB, 0, "র" },                                          /* ª */
  { 0xd6, SUTRA_PIECE_SUB, 0, "র" },                                          /* Ö */
  { 0xab, SUTRA_PIECE_SUB, 0, "র" },                                          /* « */
  { 0xa1, SUTRA_PIECE_SUB, 0, "ব" },                                          /* ¡ */
  { 0x5e, SUTRA_PIECE_SUB, 0, "ব" },       { 0xa6, SUTRA_PIECE_SUB, 0, "ব" }, /* ¦ */
  { 0x9f, SUTRA_PIECE_SUB, 0, "ব" },                                          /* Ÿ */
  { 0xa5, SUTRA_PIECE_SUB, 0, "ম" },                                          /* ¥ */
  { 0xa7, SUTRA_PIECE_SUB, 0, "ম" },                                          /* § */
  { 0x9c, SUTRA_PIECE_SUB, 0, "ন" },                                          /* œ */
  { 0xe8, SUTRA_PIECE_SUB, 0, "ন" },                                          /* è */
  { 0xac, SUTRA_PIECE_SUB, 0, "ল" },                                          /* ¬ */
  { 0x8b, SUTRA_PIECE_SUB, 0, "ক" },                                          /* ‹ */
  { 0x8c, SUTRA_PIECE_SUB, 0, "ক্র" },                                         /* Œ */
  { 0x92, SUTRA_PIECE_SUB, 0, "থ" },                                          /* ’ */
  { 0xa2, SUTRA_PIECE_SUB, 0, "ভ" },                                          /* ¢ */
  { 0xa3, SUTRA_PIECE_SUB, 0, "ভ্র" },                                         /* £ */
  { 0xbf, SUTRA_PIECE_SUB, 0, "ত্র" },                                         /* ¿ */
  { 0xfa, SUTRA_PIECE_SUB, 0, "প" },                                          /* ú */
  { 0x91, SUTRA_PIECE_SUB, 0x09c1, "ত" },                                     /* ‘ */
  { 0x94, SUTRA_PIECE_HALF, 0, "চ" },                                         /* ” */
  { 0x95, SUTRA_PIECE_HALF, 0, "ঙ" },                                         /* • */
  { 0x98, SUTRA_PIECE_HALF, 0, "দ" },                                         /* ˜ */
  { 0x99, SUTRA_PIECE_HALF, 0, "দ" },                                         /* ™ */
  { 0x9a, SUTRA_PIECE_HALF, 0, "ন" },                                         /* š */
  { 0x9b, SUTRA_PIECE_HALF, 0, "ন" },                                         /* › */
  { 0xa4, SUTRA_PIECE_HALF, 0, "ম" },                                         /* ¤ */
  { 0xae, SUTRA_PIECE_HALF, 0, "ষ" },                                         /* ® */
  { 0xaf, SUTRA_PIECE_HALF, 0, "স" },                                         /* ¯ */
  { 0xb0, SUTRA_PIECE_FULL, 0, "ক্ক" },                                        /* ° */
  { 0xb1, SUTRA_PIECE_FULL, 0, "ক্ট" },                                        /* ± */
  { 0xb3, SUTRA_PIECE_FULL, 0, "ক্ত" },                                        /* ³ */
  { 0xb4, SUTRA_PIECE_FULL, 0, "ক্ম" },                                        /* ´ */
  { 0xb5, SUTRA_PIECE_FULL, 0, "ক্র" },                                        /* µ */
  { 0xb6, SUTRA_PIECE_FULL, 0, "ক্ষ" },                                        /* ¶ */
  { 0xb7, SUTRA_PIECE_FULL, 0, "ক্স" },                                        /* · */
  { 0xba, SUTRA_PIECE_FULL, 0, "গ্দ" },                                        /* º */
  { 0xbb, SUTRA_PIECE_FULL, 0, "গ্ধ" },                                        /* » */
  { 0xbc, SUTRA_PIECE_FULL, 0, "ঙ্ক" },                                        /* ¼ */
  { 0xbd, SUTRA_PIECE_FULL, 0, "ঙ্গ" },                                        /* ½ */
  { 0xbe, SUTRA_PIECE_FULL, 0, "জ্জ" },                                        /* ¾ */
  { 0xc0, SUTRA_PIECE_FULL, 0, "জ্ঝ" },                                        /* À */
  { 0xc1, SUTRA_PIECE_FULL, 0, "জ্ঞ" },                                        /* Á */
  { 0xc2, SUTRA_PIECE_FULL, 0, "ঞ্চ" },                                        /* Â */
  { 0xc3, SUTRA_PIECE_FULL, 0, "ঞ্ছ" },                                        /* Ã */
  { 0xc4, SUTRA_PIECE_FULL, 0, "ঞ্জ" },                                        /* Ä */
  { 0xc5, SUTRA_PIECE_FULL, 0, "ঞ্ঝ" },                                        /* Å */
  { 0xc6, SUTRA_PIECE_FULL, 0, "ট্ট" },                                        /* Æ */
  { 0xc7, SUTRA_PIECE_FULL, 0, "ড্ড" },                                        /* Ç */
  { 0xc8, SUTRA_PIECE_FULL, 0, "ণ্ট" },                                        /* È */
  { 0xc9, SUTRA_PIECE_FULL, 0, "ণ্ঠ" },                                        /* É */
  { 0xcb, SUTRA_PIECE_FULL, 0, "ত্ত" },                                        /* Ë */
  { 0xcc, SUTRA_PIECE_FULL, 0, "ত্থ" },                                        /* Ì */
  { 0xce, SUTRA_PIECE_FULL, 0, "ত্র" },                                        /* Î */
  { 0xcf, SUTRA_PIECE_FULL, 0, "দ্দ" },                                        /* Ï */
  { 0xd7, SUTRA_PIECE_FULL, 0, "দ্ধ" },                                        /* × */
  { 0xd8, SUTRA_PIECE_FULL, 0, "দ্ব" },                                        /* Ø */
  { 0xd9, SUTRA_PIECE_FULL, 0, "দ্ম" },                                        /* Ù */
  { 0xda, SUTRA_PIECE_FULL, 0, "ন্ঠ" },                                        /* Ú */
  { 0xdb, SUTRA_PIECE_FULL, 0, "ন্ড" },                                        /* Û */
  { 0xdc, SUTRA_PIECE_FULL, 0, "ন্ধ" },                                        /* Ü */
  { 0xdd, SUTRA_PIECE_FULL, 0, "ন্স" },                                        /* Ý */
  { 0xde, SUTRA_PIECE_FULL, 0, "প্ট" },                                        /* Þ */
  { 0xdf, SUTRA_PIECE_FULL, 0, "প্ত" },                                        /* ß */
  { 0xe0, SUTRA_PIECE_FULL, 0, "প্প" },                                        /* à */
  { 0xe1, SUTRA_PIECE_FULL, 0, "প্স" },                                        /* á */
  { 0xe2, SUTRA_PIECE_FULL, 0, "ব্জ" },                                        /* â */
  { 0xe3, SUTRA_PIECE_FULL, 0, "ব্দ" },                                        /* ã */
  { 0xe4, SUTRA_PIECE_FULL, 0, "ব্ধ" },                                        /* ä */
  { 0xe5, SUTRA_PIECE_FULL, 0, "ভ্র" },                                        /* å */
  { 0xe7, SUTRA_PIECE_FULL, 0, "ম্ফ" },                                        /* ç */
  { 0xe9, SUTRA_PIECE_FULL, 0, "ল্ক" },                                        /* é */
  { 0xea, SUTRA_PIECE_FULL, 0, "ল্গ" },                                        /* ê */
  { 0xeb, SUTRA_PIECE_FULL, 0, "ল্ট" },                                        /* ë */
  { 0xec, SUTRA_PIECE_FULL, 0, "ল্ড" },                                        /* ì */
  { 0xed, SUTRA_PIECE_FULL, 0, "ল্প" },                                        /* í */
  { 0xee, SUTRA_PIECE_FULL, 0, "ল্ফ" },                                        /* î */
  { 0xf0, SUTRA_PIECE_FULL, 0, "শ্চ" },                                        /* ð */
  { 0xf1, SUTRA_PIECE_FULL, 0, "শ্ছ" },                                        /* ñ */
  { 0xf2, SUTRA_PIECE_FULL, 0, "ষ্ণ" },                                        /* ò */
  { 0xf3, SUTRA_PIECE_FULL, 0, "ষ্ট" },                                        /* ó */
  { 0xf4, SUTRA_PIECE_FULL, 0, "ষ্ঠ" },                                        /* ô */
  { 0xf5, SUTRA_PIECE_FULL, 0, "ষ্ফ" },                                        /* õ */
  { 0xf6, SUTRA_PIECE_FULL, 0, "স্খ" },                                        /* ö */
  { 0xf7, SUTRA_PIECE_FULL, 0, "স্ট" },                                        /* ÷ */
  { 0xf9, SUTRA_PIECE_FULL, 0, "স্ফ" },                                        /* ù */
  { 0xfd, SUTRA_PIECE_FULL, 0, "হ্ন" },                                        /* ý */
  { 0xfe, SUTRA_PIECE_FULL, 0, "হ্ম" },                                        /* þ */
  { 0xb8, SUTRA_PIECE_FULL, 0x09c1, "গ" },                                    /* ¸ */
  { 0xef, SUTRA_PIECE_FULL, 0x09c1, "শ" },                                    /* ï */
  { 0xfb, SUTRA_PIECE_FULL, 0x09c1, "হ" },                                    /* û */
  { 0xfc, SUTRA_PIECE_FULL, 0x09c3, "হ" },                                    /* ü */
  { 0xd1, SUTRA_PIECE_SIGN, 0, "-" },                                         /* Ñ */
  { 0xd2, SUTRA_PIECE_SIGN, 0, "“" },                                         /* Ò */
  { 0xd3, SUTRA_PIECE_SIGN, 0, "”" },                                         /* Ó */
  { 0xd4, SUTRA_PIECE_SIGN, 0, "‘" },                                         /* Ô */
  { 0xd5, SUTRA_PIECE_SIGN, 0, "’" },                                         /* Õ */
};

/* What the fonts of the two generations have in the same places. */
static const SutraPiece new_pieces[] = {
  { 0xe6, SUTRA_PIECE_POST, 0, "ু" },    /* æ */
  { 0xcd, SUTRA_PIECE_SUB, 0, "ত" },    /* Í */
  { 0x97, SUTRA_PIECE_SUB, 0, "ত" },    /* — */
  { 0xf8, SUTRA_PIECE_SUB, 0, "ল" },    /* ø */
  { 0xb2, SUTRA_PIECE_FULL, 0, "ক্ষ্ম" }, /* ² */
  { 0xb9, SUTRA_PIECE_FULL, 0, "গ্গ" },  /* ¹ */
  { 0xd0, SUTRA_PIECE_FULL, 0, "ণ্ড" },  /* Ð */
  { 0xff, SUTRA_PIECE_FULL, 0, "ক্ষ" },  /* ÿ */
};

static const SutraPiece old_pieces[] = {
  { 0x93, SUTRA_PIECE_POST, 0, "ু" },    /* “ */
  { 0x97, SUTRA_PIECE_SUB, 0, "ত" },    /* — */
  { 0xad, SUTRA_PIECE_SUB, 0, "ল" },    /* soft hyphen */
  { 0xb2, SUTRA_PIECE_FULL, 0, "ক্ষ্ণ" }, /* ² */
  { 0xb9, SUTRA_PIECE_FULL, 0, "জ্ঞ" },  /* ¹ */
  { 0xca, SUTRA_PIECE_FULL, 0, "ণ্ড" },  /* Ê */
  { 0xcd, SUTRA_PIECE_FULL, 0, "ত্ম" },  /* Í */
  { 0xd0, SUTRA_PIECE_SIGN, 0, "-" },   /* Ð */
  { 0xe6, SUTRA_PIECE_FULL, 0, "ম্ন" },  /* æ */
  { 0xf8, SUTRA_PIECE_FULL, 0, "স্ন" },  /* ø */
};

/* Codes without a glyph in either generation, and those that only the other one has. */
static const SutraPiece unknown_piece = { 0, SUTRA_PIECE_UNKNOWN, 0, NULL };
static const SutraPiece no_piece = { 0, SUTRA_PIECE_NONE, 0, NULL };

static const SutraPiece *
search (const SutraPiece *pieces, gsize n, guint8 code)
{
  for (gsize i = 0; i < n; i++)
    if (pieces[i].code == code)
      return &pieces[i];
  return NULL;
}

/* One array for each generation, made at the first call. */
static const SutraPiece *const *
lookup_table (SutraBijoyGeneration generation)
{
  static const SutraPiece *tables[2][256];
  static gsize done;

  if (g_once_init_enter (&done))
    {
      for (guint code = 0; code < 256; code++)
        for (guint old = 0; old < 2; old++)
          {
            const SutraPiece *piece = search (common_pieces, G_N_ELEMENTS (common_pieces), (guint8) code);

            if (piece == NULL && old)
              piece = search (old_pieces, G_N_ELEMENTS (old_pieces), (guint8) code);
            else if (piece == NULL)
              piece = search (new_pieces, G_N_ELEMENTS (new_pieces), (guint8) code);
            if (piece == NULL)
              piece = code < 0x80 || code == 0x93 || code == 0xa0 ? &no_piece : &unknown_piece;
            tables[old][code] = piece;
          }
      g_once_init_leave (&done, 1);
    }
  return tables[generation == SUTRA_BIJOY_OLD];
}

const SutraPiece *
sutra_bijoy_piece (guint8 code, SutraBijoyGeneration generation)
{
  return lookup_table (generation)[code];
}

const SutraPiece *
sutra_bijoy_nth_piece (guint n, SutraBijoyGeneration generation)
{
  gboolean old = generation == SUTRA_BIJOY_OLD;
  guint n_own = old ? G_N_ELEMENTS (old_pieces) : G_N_ELEMENTS (new_pieces);

  if (n < n_own)
    return old ? &old_pieces[n] : &new_pieces[n];
  return n - n_own < G_N_ELEMENTS (common_pieces) ? &common_pieces[n - n_own] : NULL;
}

int
sutra_bijoy_code_of (gunichar c)
{
  if (c < 0x80 || (c >= 0xa0 && c <= 0xff))
    return (int) c;
  for (guint i = 0; i < G_N_ELEMENTS (upper_controls); i++)
    if (upper_controls[i] == c)
      return (int) (0x80 + i);
  return -1;
}

gunichar
sutra_bijoy_char_of (guint8 code)
{
  return code >= 0x80 && code < 0xa0 ? upper_controls[code - 0x80] : code;
}
