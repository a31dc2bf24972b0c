/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sutra-suffix-tables.h"

#define CONS (SUTRA_CLASS_CONSONANT | SUTRA_CLASS_CONJUNCT | SUTRA_CLASS_HA)
#define NASAL SUTRA_CLASS_NASAL
#define LAST_AA (SUTRA_CLASS_AA | SUTRA_CLASS_SHORT_AA | SUTRA_CLASS_NASAL)
#define SIGNS (SUTRA_CLASS_SIGN | SUTRA_CLASS_U)
#define VOWEL SUTRA_CLASS_VOWEL
#define NG SUTRA_CLASS_NG
#define OTHER (SUTRA_CLASS_OTHER | DIGIT | SUTRA_CLASS_APART)
#define DIGIT SUTRA_CLASS_DIGIT
#define APART SUTRA_CLASS_APART
#define NATIVE (CONS | LAST_AA | SIGNS | VOWEL | NG)
#define ANY (NATIVE | OTHER)

#define BASE SUTRA_AFTER_BASE
#define CLASSIFIER SUTRA_AFTER_CLASSIFIER
#define OBLIQUE SUTRA_AFTER_OBLIQUE
#define DERIVED SUTRA_AFTER_DERIVED
#define OF SUTRA_AFTER_GENITIVE
#define OF_R SUTRA_AFTER_SHORT_GENITIVE
#define CASE SUTRA_AFTER_CASE
#define END SUTRA_AFTER_ALL
#define PARTS (CLASSIFIER | DERIVED)

#define GENITIVE SUTRA_SUFFIX_GENITIVE
#define LOCATIVE SUTRA_SUFFIX_LOCATIVE
#define OBJECT SUTRA_SUFFIX_OBJECT
#define PLURAL SUTRA_SUFFIX_PLURAL
#define CLASSIFIER_KIND SUTRA_SUFFIX_CLASSIFIER
#define ORDINAL SUTRA_SUFFIX_ORDINAL
#define ATTACHED SUTRA_SUFFIX_ATTACHED
#define DERIVED_KIND SUTRA_SUFFIX_DERIVED
#define PARTICLE SUTRA_SUFFIX_PARTICLE

/* clang-format off */
const SutraSuffixRow sutra_suffix_rows[] = {
  /* genitive */
  { "ের", GENITIVE, BASE | PARTS, OF, CONS, 0.9, APART },
  { "র", GENITIVE, BASE, OF_R, LAST_AA, 0.65, SUTRA_CLASS_CONSONANT | SUTRA_CLASS_CONJUNCT },
  { "র", GENITIVE, BASE, OF_R, SUTRA_CLASS_HA, 0.7, 0 },
  { "র", GENITIVE, BASE, OF_R, SUTRA_CLASS_SIGN | VOWEL, 0.7, NG },
  { "র", GENITIVE, BASE, OF_R, SUTRA_CLASS_U, 0.5, 0 },
  { "র", GENITIVE, BASE, OF_R, OTHER, 0.9, 0 },
  { "র", GENITIVE, PARTS, OF_R, LAST_AA | SIGNS | VOWEL, 0.9, CONS },
  { "য়ের", GENITIVE, BASE, OF, SUTRA_CLASS_SHORT_AA | NASAL | VOWEL | NG, 0.8, SUTRA_CLASS_AA | SIGNS },
  { "এর", GENITIVE, BASE, OF, OTHER, 0.95, NATIVE & ~VOWEL },
  { "এর", GENITIVE, BASE, OF, VOWEL, 0.6, 0 },
  /* locative */
  { "ে", LOCATIVE, BASE | PARTS, CASE, CONS, 0.6, APART },
  { "েতে", LOCATIVE, BASE | PARTS, CASE, CONS, 0.6, 0 },
  { "য়", LOCATIVE, BASE, CASE, LAST_AA | APART, 0.7, SIGNS },
  { "য়", LOCATIVE, CLASSIFIER, CASE, LAST_AA | SIGNS, 0.8, 0 },
  { "তে", LOCATIVE, BASE, CASE, SIGNS | VOWEL | OTHER, 0.8, 0 },
  { "তে", LOCATIVE, BASE, CASE, LAST_AA, 0.65, 0 },
  { "তে", LOCATIVE, PARTS, CASE, LAST_AA | SIGNS | VOWEL, 0.85, CONS },
  { "য়ে", LOCATIVE, BASE, CASE, SUTRA_CLASS_SHORT_AA | NASAL | VOWEL | NG, 0.75, SUTRA_CLASS_AA | SIGNS | APART },
  { "এ", LOCATIVE, BASE, CASE, OTHER, 0.95, NATIVE },
  /* object */
  { "কে", OBJECT, BASE | PARTS | OBLIQUE, CASE, ANY, 0.8, 0 },
  { "রে", OBJECT, BASE | PARTS, CASE, 0, 0, NATIVE },
  /* plural of persons */
  { "রা", PLURAL, BASE | DERIVED, CASE, LAST_AA | SIGNS | VOWEL | OTHER, 0.8, NG },
  { "রা", PLURAL, BASE | DERIVED, CASE, CONS, 0.56, 0 },
  { "েরা", PLURAL, BASE | PARTS, CASE, CONS, 0.8, 0 },
  { "য়েরা", PLURAL, BASE, CASE, LAST_AA | VOWEL | NG, 0.7, SIGNS },
  { "এরা", PLURAL, BASE, CASE, OTHER, 0.7, VOWEL },
  { "দের", PLURAL, BASE | DERIVED, OBLIQUE, ANY, 0.95, 0 },
  { "েদের", PLURAL, BASE | DERIVED, OBLIQUE, CONS, 0.7, 0 },
  { "য়েদের", PLURAL, BASE, OBLIQUE, LAST_AA | VOWEL | NG, 0.7, SIGNS },
  { "দিগের", PLURAL, BASE, CASE, 0, 0, NATIVE },
  { "দিগকে", PLURAL, BASE, CASE, 0, 0, NATIVE },
  /* classifiers */
  { "টি", CLASSIFIER_KIND, BASE, CLASSIFIER, ANY, 0.7, 0 },
  { "টা", CLASSIFIER_KIND, BASE, CLASSIFIER, ANY, 0.7, 0 },
  { "গুলি", PLURAL, BASE, CLASSIFIER, ANY, 0.9, 0 },
  { "গুলো", PLURAL, BASE, CLASSIFIER, ANY, 0.9, 0 },
  { "গুলা", PLURAL, BASE, CLASSIFIER, ANY, 0.85, 0 },
  { "খানি", CLASSIFIER_KIND, BASE, CLASSIFIER, NATIVE, 0.6, 0 },
  { "খানা", CLASSIFIER_KIND, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "টুকু", CLASSIFIER_KIND, BASE, CLASSIFIER, NATIVE, 0.7, 0 },
  { "টুকুন", CLASSIFIER_KIND, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "টো", CLASSIFIER_KIND, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "টে", CLASSIFIER_KIND, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "গাছি", CLASSIFIER_KIND, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "গাছা", CLASSIFIER_KIND, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "খান", CLASSIFIER_KIND, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "জন", CLASSIFIER_KIND, BASE, CLASSIFIER, SUTRA_CLASS_OTHER | DIGIT, 0.7, NATIVE },
  { "টি", CLASSIFIER_KIND, OF, CLASSIFIER, ANY, 0.9, 0 },
  { "টি", CLASSIFIER_KIND, OF_R, CLASSIFIER, ANY, 0.5, 0 },
  { "টা", CLASSIFIER_KIND, OF, CLASSIFIER, ANY, 0.9, 0 },
  { "টা", CLASSIFIER_KIND, OF_R, CLASSIFIER, ANY, 0.5, 0 },
  { "গুলো", PLURAL, OF, CLASSIFIER, ANY, 0.9, 0 },
  { "গুলো", PLURAL, OF_R, CLASSIFIER, ANY, 0.6, 0 },
  { "গুলি", PLURAL, OF, CLASSIFIER, ANY, 0.9, 0 },
  { "গুলি", PLURAL, OF_R, CLASSIFIER, ANY, 0.6, 0 },
  /* collectives */
  { "সমূহ", PLURAL, BASE, CLASSIFIER, ANY, 0.9, 0 },
  { "গণ", PLURAL, BASE, CLASSIFIER, ANY, 0.85, 0 },
  { "বৃন্দ", PLURAL, BASE, CLASSIFIER, NATIVE, 0.8, 0 },
  { "দ্বয়", PLURAL, BASE, CLASSIFIER, NATIVE, 0.8, 0 },
  { "মণ্ডলী", PLURAL, BASE, CLASSIFIER, NATIVE, 0.6, 0 },
  { "মণ্ডল", PLURAL, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "বর্গ", PLURAL, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "মহল", PLURAL, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "কুল", PLURAL, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "দল", PLURAL, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "রাশি", PLURAL, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "রাজি", PLURAL, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "মালা", PLURAL, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "পুঞ্জ", PLURAL, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "গুচ্ছ", PLURAL, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "আবলি", PLURAL, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "শ্রেণি", PLURAL, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "ত্রয়", PLURAL, BASE, CLASSIFIER, 0, 0, NATIVE },
  { "তম", ORDINAL, BASE, CLASSIFIER, SUTRA_CLASS_OTHER | DIGIT, 0.7, 0 },
  /* ordinals; days of a month */
  { "ম", ORDINAL, BASE, CLASSIFIER, DIGIT, 0.9, 0 },
  { "য়", ORDINAL, BASE, CLASSIFIER, DIGIT, 0.9, 0 },
  { "র্থ", ORDINAL, BASE, CLASSIFIER, DIGIT, 0.9, 0 },
  { "ষ্ঠ", ORDINAL, BASE, CLASSIFIER, DIGIT, 0.9, 0 },
  { "শ", ORDINAL, BASE, CLASSIFIER, DIGIT, 0.8, 0 },
  { "লা", ORDINAL, BASE, CLASSIFIER, DIGIT, 0.9, 0 },
  { "রা", ORDINAL, BASE, CLASSIFIER, DIGIT, 0.9, 0 },
  { "ঠা", ORDINAL, BASE, CLASSIFIER, DIGIT, 0.9, 0 },
  { "ই", ORDINAL, BASE, CLASSIFIER, DIGIT, 0.8, 0 },
  { "শে", ORDINAL, BASE, CLASSIFIER, DIGIT, 0.9, 0 },
  /* attached words */
  { "সহ", ATTACHED, BASE | CLASSIFIER | OBLIQUE, CASE, ANY, 0.8, 0 },
  { "সমেত", ATTACHED, BASE | CLASSIFIER, CASE, ANY, 0.7, 0 },
  /* words made from the name */
  { "বাসী", DERIVED_KIND, BASE, DERIVED, 0, 0, ANY },
  { "স্থ", DERIVED_KIND, BASE, DERIVED, 0, 0, ANY },
  { "ভিত্তিক", DERIVED_KIND, BASE, DERIVED, 0, 0, ANY },
  { "কেন্দ্রিক", DERIVED_KIND, BASE, DERIVED, 0, 0, ANY },
  { "পন্থী", DERIVED_KIND, BASE, DERIVED, 0, 0, ANY },
  { "বিরোধী", DERIVED_KIND, BASE, DERIVED, 0, 0, ANY },
  { "গামী", DERIVED_KIND, BASE, DERIVED, 0, 0, ANY },
  { "মুখী", DERIVED_KIND, BASE, DERIVED, 0, 0, ANY },
  { "জুড়ে", DERIVED_KIND, BASE, DERIVED, 0, 0, ANY },
  { "ব্যাপী", DERIVED_KIND, BASE, DERIVED, 0, 0, ANY },
  { "সংলগ্ন", DERIVED_KIND, BASE, DERIVED, 0, 0, ANY },
  { "নামক", DERIVED_KIND, BASE, DERIVED, 0, 0, ANY },
  { "অধ্যুষিত", DERIVED_KIND, BASE, DERIVED, 0, 0, ANY },
  /* particles */
  { "ই", PARTICLE, BASE, END, ANY, 0.5, 0 },
  { "ও", PARTICLE, BASE, END, CONS | OTHER, 0.62, 0 },
  { "ও", PARTICLE, BASE, END, SUTRA_CLASS_AA | SUTRA_CLASS_SHORT_AA | SIGNS | VOWEL | NG, 0.5, NASAL },
  { "তো", PARTICLE, BASE, END, 0, 0, ANY },
  { "ই", PARTICLE, CLASSIFIER | OBLIQUE | DERIVED | OF | OF_R | CASE, END, ANY, 0.9, 0 },
  { "ও", PARTICLE, CLASSIFIER | OBLIQUE | DERIVED | OF | OF_R | CASE, END, ANY, 0.9, 0 },
  { "তো", PARTICLE, CLASSIFIER | OBLIQUE | DERIVED | OF | OF_R | CASE, END, ANY, 0.8, 0 },
  { "টো", PARTICLE, OBLIQUE | DERIVED | CASE, END, 0, 0, ANY },
  { NULL, 0, 0, 0, 0, 0, 0 },
};
/* clang-format on */

const char sutra_suffix_stop_pairs[] = "জন+কে টেন+ে সের+ে মার+ে প্রাচী+র প্রভা+তে খাঁ+টি চাচা+তো মামা+তো খালা+তো ফুফা+তো কুড়ি+য়ে রহমত+ে "
                                       "দাবা+র পলক+ে দক্ষিণ+ে";

/* Common nouns, names and places; days of the week; loan words. */
const char sutra_suffix_whole_words[] =
    "সরকার বাজার কাতার মিয়ানমার ডলার কুমার সরদার মজুমদার তালুকদার হাওলাদার জমাদার চৌকিদার শিকদার সিকদার জোয়ার্দার হালদার পোদ্দার "
    "ব্যবহার প্রচার বিচার অধিকার পরিবার রবিবার রোববার সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার আক্তার আখতার মোক্তার মুক্তার "
    "আনোয়ার সরোয়ার দেলোয়ার মনোয়ার সারোয়ার জব্বার সাত্তার গাফফার গফফার সাফদার খন্দকার খোন্দকার সুপার স্পিকার অফিসার কমিশনার ম্যানেজার ইঞ্জিনিয়ার "
    "আনসার দরবার হাজার বিহার রাজাকার সংস্কার পুরস্কার আবিষ্কার অহংকার সাক্ষাৎকার উদ্ধার ব্যাপার দরকার চমৎকার প্রকার আকার শিকার স্বীকার "
    "অস্বীকার চিৎকার গ্রেপ্তার গ্রেফতার সাঁতার বিস্তার ডাক্তার মাস্টার সেন্টার থিয়েটার কম্পিউটার কিলোমিটার লিটার মিটার টুইটার ফুটবলার "
    "ক্রিকেটার অবতার আচার উপাচার উপহার প্রহার সংহার আহার বিহার এবার বার বারবার আবার একবার পার ভার তার কার যার সবার আমার তোমার তাঁর "
    "ব্যানার সেমিনার ভান্ডার ভাণ্ডার কলোনিয়ার ক্যান্সার ক্যানসার গার্ডার লিডার ক্যাডার আলেকজান্ডার কমান্ডার ব্যাংকার মেম্বার চেম্বার নম্বর "
    "সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর বিদায় অধ্যায় উপায় সহায় ন্যায় অন্যায় আদায় সম্প্রদায় রায় ব্যবসায় পর্যায় অভিপ্রায় সাহায্য "
    "জাহাঙ্গীর আলমগীর কাশ্মীর নাসির মনির জাকির বশির কবির কবীর আমির মীর সাগীর তানভীর শিবির মন্দির ফকির উজির নজির হাজির আবির জহির "
    "মুনির সাব্বির তাহসির শরীর গভীর ধীর বীর তীর স্থির অধীর গম্ভীর লাহোর যশোর নাটোর কিশোর ইন্দোর বেঙ্গালুর ম্যাঙ্গালোর সিঙ্গাপুর কঠোর "
    "কাদের তাহের জোবায়ের জুবায়ের যুবায়ের নাসের জাবের মেহের সাবের খায়ের  শের বাহের ঢের কুবের জহের "
    "কমিটি সিটি ইউনিভার্সিটি কোটি ডেপুটি কাউন্টি সোসাইটি ইউনিটি সিকিউরিটি অথরিটি ফ্যাকাল্টি মাটি ঘাঁটি ঘাটি জুটি ছুটি রুটি ত্রুটি দুটি "
    "চারা তারা ধারা চেহারা ইশারা পাহারা কিনারা সাহারা বোখারা সারা এরা ওরা তোমরা আমরা মাগুরা কোটা আটা ঘটা মোটা গোটা "
    "দুবাই মুম্বাই সাংহাই চেন্নাই হাওয়াই ভাই জামাই বোম্বাই জুলাই লড়াই যাচাই টোকিও রিও রেডিও ভিডিও স্টুডিও সান্তিয়াগো "
    "থেকে হতে মধ্যে সঙ্গে সাথে পরে আগে যাকে তাকে কাকে একে নিয়ে দিয়ে হয়ে গিয়ে চেয়ে বিয়ে মেয়ে ছেলে দেখে রেখে "
    "পুনে মে দে আজহার মাজহার ইজহার জাওয়াহার নাহার শাহরিয়ার ইফতেখার ইখতিয়ার বখতিয়ার ইয়ার "
    "বক্তিয়ার পেয়ার এয়ার শেয়ার চেয়ার কেয়ার সফটওয়্যার হার্ডওয়্যার সাইবার নাইজার মাদাগাস্কার জাঞ্জিবার গুয়াহাটি "
    "আহমেদ আহমদ আহম্মদ আহাম্মদ মাহমুদ মোহাম্মদ মুহাম্মদ মোহামেদ এরশাদ আরশাদ বাগদাদ পরিষদ সংসদ অনুষদ সনদ রশিদ রশীদ সাঈদ সাইদ খালেদ খালিদ মওদুদ "
    "শহীদ শহিদ প্রসাদ আজাদ মুরাদ জাহিদ নাহিদ আসাদ ফরিদ ফরহাদ মাসুদ মাহমুদ রাশেদ রাশিদ সাজ্জাদ ইমদাদ এমদাদ শাহেদ জাভেদ জাবেদ মজিদ মজীদ ওয়াহিদ হামিদ "
    "হায়দরাবাদ ইসলামাবাদ আহমেদাবাদ ফয়সালাবাদ এলাহাবাদ মুর্শিদাবাদ মসজিদ পুলিশ সাংবাদিক বিদ্যুৎ সড়ক মহাসড়ক ব্যাংক ফেসবুক পাঠক "
    "সাতক্ষীরা সাঙ্গাকারা ত্রিপুরা আগ্রা মথুরা সাভার হায়দার শিশির কাদির রণবীর বলবীর টেন্ডুলকার গাভাস্কার আম্বেদকার দেলদুয়ার আলিপুরদুয়ার ইউনিভার্সিটি "
    "রাঙামাটি রাঙ্গামাটি কাপ্তাই চাটমোহর দল জজ ক্ষেত নীলক্ষেত ভারত সংস্থা দেশ ঘর আইন চীন ইরান ইরাক রাশিয়া";

const char sutra_suffix_letter_names[] = "এ বি সি ডি ই এফ জি এইচ আই জে কে এল এম এন ও পি কিউ আর এস টি ইউ ভি ডব্লিউ ডব্লু এক্স ওয়াই জেড";

const char sutra_suffix_not_acronyms[] = "এই ওই আরও এটি এটিই এটিকে একে টিকে ভিডিও কেজি পিটি আরবি";

const char sutra_suffix_after_pronoun[] = "আগে আগেও পর পরে পরই মধ্যে মাঝে ফলে জন্য পাশাপাশি বাইরে সঙ্গে সাথে অংশ কারণ আওতায় প্রেক্ষিতে বেশি";

const char sutra_suffix_after_article[] = "রহমান রাহমান উদ্দিন উদ্দীন উল্লাহ রশিদ রশীদ রহিম রহীম রাজ্জাক রব রউফ ইসলাম মোড়";
