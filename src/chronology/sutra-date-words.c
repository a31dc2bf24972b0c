/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-date-words.h"

static const SutraDateWords english = {
  .months = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" },
  .short_months = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
  .months_of = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" },
  .bengali_months = { "Boishakh", "Joishtho", "Asharh", "Srabon", "Bhadro", "Ashwin", "Kartik", "Ogrohayon", "Poush", "Magh", "Falgun",
                      "Choitro" },
  .weekdays = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" },
  .short_weekdays = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" },
  .seasons = { "spring", "summer", "autumn", "winter" },
  .century = "{} century",
  .century_named = "{} century",
  .decade = "{}s",
  .before_christ = "{} BC",
  .anno_domini = "AD {}",
  .year_separator = " ",
  .day_of_month = "a day in {month} {year}",
  .day_of_year = "a day in {}",
  .month_of_year = "a month of {}",
  .about = "about {}",
  .about_the = "about the {}",
  .possibly = "possibly {}",
  .possibly_the = "possibly the {}",
  .possibly_about = "possibly about {}",
  .possibly_about_the = "possibly about the {}",
  .since = "since {}",
  .until = "until {}",
  .since_unknown = "from {}, end unknown",
  .until_unknown = "until {}, start unknown",
  .bengali_era = "{} Bangabda",
  .within_a_day = "{}, ±1 day",
};

static const SutraDateWords bengali = {
  .months = { "জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর" },
  .short_months = { "জানু", "ফেব", "মার্চ", "এপ্রি", "মে", "জুন", "জুল", "আগস্ট", "সেপ্টে", "অক্টো", "নভে", "ডিসে" },
  .months_of = { "জানুয়ারির", "ফেব্রুয়ারির", "মার্চের", "এপ্রিলের", "মে মাসের", "জুনের", "জুলাইয়ের", "আগস্টের", "সেপ্টেম্বরের", "অক্টোবরের",
                 "নভেম্বরের", "ডিসেম্বরের" },
  .bengali_months = { "বৈশাখ", "জ্যৈষ্ঠ", "আষাঢ়", "শ্রাবণ", "ভাদ্র", "আশ্বিন", "কার্তিক", "অগ্রহায়ণ", "পৌষ", "মাঘ", "ফাল্গুন", "চৈত্র" },
  .weekdays = { "রবিবার", "সোমবার", "মঙ্গলবার", "বুধবার", "বৃহস্পতিবার", "শুক্রবার", "শনিবার" },
  .short_weekdays = { "রবি", "সোম", "মঙ্গল", "বুধ", "বৃহস্পতি", "শুক্র", "শনি" },
  .seasons = { "বসন্ত", "গ্রীষ্ম", "শরৎ", "শীত" },
  .centuries = { "প্রথম",  "দ্বিতীয়", "তৃতীয়",  "চতুর্থ",  "পঞ্চম", "ষষ্ঠ",   "সপ্তম",   "অষ্টম",   "নবম",  "দশম",   "একাদশ",
                 "দ্বাদশ", "ত্রয়োদশ", "চতুর্দশ", "পঞ্চদশ", "ষোড়শ", "সপ্তদশ", "অষ্টাদশ", "ঊনবিংশ", "বিংশ", "একবিংশ" },
  .century = "{}তম শতাব্দী",
  .century_named = "{} শতাব্দী",
  .decade = "{}-এর দশক",
  .before_christ = "খ্রিস্টপূর্ব {}",
  .anno_domini = "{} খ্রিস্টাব্দ",
  .year_separator = ", ",
  .day_of_month = "{year} সালের {month} কোনো এক দিন",
  .day_of_year = "{} সালের কোনো এক দিন",
  .month_of_year = "{} সালের কোনো এক মাস",
  .about = "আনুমানিক {}",
  .about_the = "আনুমানিক {}",
  .possibly = "সম্ভবত {}",
  .possibly_the = "সম্ভবত {}",
  .possibly_about = "সম্ভবত আনুমানিক {}",
  .possibly_about_the = "সম্ভবত আনুমানিক {}",
  .since = "{} থেকে",
  .until = "{} পর্যন্ত",
  .since_unknown = "{} থেকে, শেষ অজানা",
  .until_unknown = "{} পর্যন্ত, শুরু অজানা",
  .bengali_era = "{} বঙ্গাব্দ",
  .within_a_day = "{}, ±১ দিন",
  .bengali = TRUE,
};

/* Public API */

const SutraDateWords *
sutra_date_words_get (const char *language)
{
  if (language != NULL && g_ascii_strncasecmp (language, "bn", 2) == 0 && !g_ascii_isalnum (language[2]))
    return &bengali;
  return &english;
}
