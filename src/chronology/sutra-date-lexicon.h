/* sutra-date-lexicon.h: the words that dates, times and numbers are made of
 *
 * For this layer's own files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a word can be. @value: */
typedef enum
{
  SUTRA_WORD_CARDINAL = 1,  /* 0 to 99 */
  SUTRA_WORD_MULTIPLIER,    /* the power of ten */
  SUTRA_WORD_FRACTION,      /* a SutraFraction */
  SUTRA_WORD_POINT,         /* দশমিক */
  SUTRA_WORD_PERCENT,       /* শতাংশ */
  SUTRA_WORD_DAY_ORDINAL,   /* পহেলা: 1 to 32 */
  SUTRA_WORD_ORDINAL,       /* প্রথম: 1 to 31 */
  SUTRA_WORD_DAY_SUFFIX,    /* লা রা ঠা ই শে, behind digits */
  SUTRA_WORD_ORDINAL_MARK,  /* তম, ম, th … behind digits; SUTRA_WORD_SPACED: also after a space */
  SUTRA_WORD_MONTH,         /* 1 to 12 */
  SUTRA_WORD_BENGALI_MONTH, /* 1 to 12 */
  SUTRA_WORD_HIJRI_MONTH,   /* 1 to 12 */
  SUTRA_WORD_WEEKDAY,       /* 0 (Sunday) to 6 */
  SUTRA_WORD_YEAR_WORD,     /* সাল */
  SUTRA_WORD_ERA,           /* a SutraEra */
  SUTRA_WORD_BANGLA,        /* বাংলা, before সন */
  SUTRA_WORD_UNIT,          /* a SutraDateUnit */
  SUTRA_WORD_RELATIVE,      /* -1 গত, 0 চলতি, 1 আগামী */
  SUTRA_WORD_DAY_WORD,      /* a SutraDayWord */
  SUTRA_WORD_AGO,           /* আগে */
  SUTRA_WORD_LATER,         /* পরে */
  SUTRA_WORD_DURING,        /* ধরে */
  SUTRA_WORD_FROM,          /* থেকে */
  SUTRA_WORD_TO,            /* to, till: between two dates */
  SUTRA_WORD_UNTIL,         /* পর্যন্ত */
  SUTRA_WORD_WITHIN,        /* মধ্যে */
  SUTRA_WORD_AND,           /* ও */
  SUTRA_WORD_IN,            /* in, of, on: a year may follow; SUTRA_WORD_SINCE, SUTRA_WORD_BEFORE */
  SUTRA_WORD_PART,          /* a SutraDayPart */
  SUTRA_WORD_SEASON,        /* 21 to 24; 0 has no code */
  SUTRA_WORD_APPROXIMATE,   /* 1 ~, 2 ? */
  SUTRA_WORD_DATE,          /* তারিখ */
  SUTRA_WORD_FISCAL,        /* অর্থবছর 0, শিক্ষাবর্ষ 1 */
  SUTRA_WORD_CENTURY,       /* শতাব্দী */
  SUTRA_WORD_CLOCK,         /* টা, o'clock: 0; a.m. 1, p.m. 2 */
  SUTRA_WORD_COUNTER,       /* টি জন খানা … */
  SUTRA_WORD_CASE,          /* এর, র … behind a hyphen */
  SUTRA_WORD_STAGE,         /* শুরু, early: a part of a period */
  SUTRA_WORD_SOME,          /* কোনো */
  SUTRA_WORD_AROUND,        /* দিকে, নাগাদ */
  SUTRA_WORD_EVENT,         /* মুক্তিযুদ্ধ: a genitive year stands before it */
  SUTRA_WORD_ARTICLE,       /* the, a, an */
  SUTRA_WORD_MEASURE,       /* কিলোমিটার: a unit of numbers */
  SUTRA_WORD_CURRENCY,      /* টাকা */
  SUTRA_WORD_NUMBER_LABEL,  /* নম্বর, ফোন: what follows or precedes is an id */
  SUTRA_WORD_LETTER_S,      /* the s of 1970s */
  SUTRA_WORD_DOUBT,         /* নয়: also "not" */
  SUTRA_WORD_MINUS,         /* মাইনাস, minus */
  SUTRA_WORD_MORE,          /* বেশি: of a number, not a year */
  SUTRA_WORD_PER,           /* per, before cent */
  SUTRA_WORD_AT,            /* at, before a time */
  SUTRA_WORD_PEOPLE,        /* মানুষ: counted without a classifier */
  SUTRA_WORD_OR_SO,         /* খানেক 1, দুয়েক 2 …: about so many of the unit before it */
  SUTRA_WORD_HIJRI_PART,    /* আউয়াল 0, সানি 1: of a month's name */
  SUTRA_WORD_FUTURE, /* হবে: a verb in the future. A list, because উৎসবে, ডুবে and -ভাবে end like one */
  SUTRA_WORD_THAT,   /* ওই, before a year that the text has named */
} SutraWordClass;

typedef enum
{
  SUTRA_WORD_WHOLE = 1 << 0,  /* takes no ending: মে */
  SUTRA_WORD_SHORT = 1 << 1,  /* an abbreviation: needs a day or year beside it, may have a full stop */
  SUTRA_WORD_TRAP = 1 << 2,   /* is another word too */
  SUTRA_WORD_SPACED = 1 << 3, /* may stand behind a space */
  SUTRA_WORD_SINCE = 1 << 4,
  SUTRA_WORD_BEFORE = 1 << 5,
  SUTRA_WORD_AFTER_NUMBER = 1 << 6, /* only directly behind digits or a numeral */
  SUTRA_WORD_FIRM = 1 << 7,         /* a relative word that cannot mean anything else */
  SUTRA_WORD_GENITIVE = 1 << 8,     /* had an ending ের, র, এর (set by the reader of words) */
  SUTRA_WORD_LOCATIVE = 1 << 9,     /* had ে, তে, য়, এ */
  SUTRA_WORD_ENDED = 1 << 10,       /* had any ending */
  SUTRA_WORD_ADVERB = 1 << 11,      /* কালকে: nothing else than time */
} SutraWordFlags;

typedef enum
{
  SUTRA_FRACTION_HALF_MORE = 1, /* সাড়ে */
  SUTRA_FRACTION_QUARTER_MORE,  /* সোয়া */
  SUTRA_FRACTION_QUARTER_LESS,  /* পৌনে */
  SUTRA_FRACTION_ONE_HALF,      /* দেড় */
  SUTRA_FRACTION_TWO_HALF,      /* আড়াই */
  SUTRA_FRACTION_HALF,          /* আধা, half */
} SutraFraction;

typedef enum
{
  SUTRA_ERA_COMMON = 1, /* খ্রিস্টাব্দ */
  SUTRA_ERA_BEFORE,     /* খ্রিস্টপূর্ব */
  SUTRA_ERA_BENGALI,
  SUTRA_ERA_HIJRI,
  SUTRA_ERA_SAKA,
} SutraEra;

typedef enum
{
  SUTRA_UNIT_SECOND = 1,
  SUTRA_UNIT_MINUTE,
  SUTRA_UNIT_HOUR,
  SUTRA_UNIT_DAY,
  SUTRA_UNIT_WEEK,
  SUTRA_UNIT_FORTNIGHT,
  SUTRA_UNIT_MONTH,
  SUTRA_UNIT_YEAR,
  SUTRA_UNIT_DECADE,
  SUTRA_UNIT_YUG,
  SUTRA_UNIT_CENTURY,
} SutraDateUnit;

typedef enum
{
  SUTRA_DAY_TODAY = 1,
  SUTRA_DAY_YESTERDAY,
  SUTRA_DAY_TOMORROW,
  SUTRA_DAY_KAL,       /* কাল: yesterday or tomorrow */
  SUTRA_DAY_PARSHU,    /* পরশু */
  SUTRA_DAY_TARSHU,    /* তরশু */
  SUTRA_DAY_TWO_AGO,   /* গতপরশু */
  SUTRA_DAY_TWO_AHEAD, /* আগামী পরশু */
  SUTRA_DAY_NOW,
} SutraDayWord;

typedef enum
{
  SUTRA_PART_DAWN = 1, /* ভোর */
  SUTRA_PART_MORNING,
  SUTRA_PART_FORENOON, /* বেলা */
  SUTRA_PART_NOON,     /* দুপুর */
  SUTRA_PART_AFTERNOON,
  SUTRA_PART_EVENING,
  SUTRA_PART_NIGHT,
  SUTRA_PART_FOLLOWING, /* দিবাগত, before রাত */
  SUTRA_PART_MIDNIGHT,
  SUTRA_PART_MIDDAY,
} SutraDayPart;

/* One line of a table: @words are spellings, separated by spaces; NULL ends it. */
typedef struct
{
  const char *words;
  SutraWordClass word;
  int value;
  guint flags;
} SutraWordRow;

extern const SutraWordRow sutra_date_word_rows[];
extern const SutraWordRow sutra_number_word_rows[];

/**
 * SutraSense:
 * @stem_end: key index of the end without the case ending
 */
typedef struct
{
  SutraWordClass word;
  int value;
  guint flags;
  guint32 stem_end;
} SutraSense;

#define SUTRA_SENSES_MAX 6

/* What the beginning of [@start, @end) of the key can be; @taken receives where the word ends: at @end, or before it where another
 * word of the tables is attached (তিন|টায়, উনিশ|শো). 0 if it is none of them. */
guint sutra_date_lexicon_look_up (const gunichar *key, guint32 start, guint32 end, SutraSense senses[SUTRA_SENSES_MAX], guint32 *taken);

G_END_DECLS
