# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of places: cleaning, keys for comparing, and what a name adds to those that a place already has."""
import difflib
import math
import re
import unicodedata

BENGALI = re.compile('[\u0980-\u09ff]')
ASSAMESE = re.compile('[\u09f0\u09f1]')
DEVANAGARI = re.compile('[\u0900-\u097f]')
# NFD of ZWJ and ZWNJ carries a meaning in ordinary text only: names do without (fold key).
INVISIBLE = re.compile('[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]')
FLAT = str.maketrans({'ł': 'l', 'ø': 'o', 'ı': 'i', 'đ': 'd', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ə': 'a', 'þ': 'th', 'ð': 'd'})


def clean(name):
    """NFC, without invisible characters, quotes made plain, no notes in brackets, single spaces."""
    name = INVISIBLE.sub('', unicodedata.normalize('NFC', name))
    name = re.sub(r'[\u2018\u2019\u02bc\u02bb\u02bf\u02be`´]', "'", name.replace('\u00a0', ' '))
    name = re.sub(r'\s*[(\[（][^)\]）]*[)\]）]?', ' ', name).replace('|', ' ')
    return re.sub(r'\s+', ' ', name).strip(" ,;'").strip()


def scripts(name):
    found = set()
    for c in name:
        if c.isalpha():
            found.add(unicodedata.name(c, '?').split()[0])
    return found


def is_bengali(name):
    return bool(BENGALI.search(name)) and scripts(name) <= {'BENGALI'} and not ASSAMESE.search(name)


def is_latin(name):
    return any(c.isalpha() for c in name) and scripts(name) <= {'LATIN', 'MODIFIER'}


def is_indic(name):
    return scripts(name) in ({'DEVANAGARI'}, {'BENGALI'}) and len(name) > 1


def flat(name):
    """Latin name → lower-case letters and digits without marks."""
    name = unicodedata.normalize('NFKD', name.lower().translate(FLAT))
    return ''.join(c for c in name if c.isalnum() and ord(c) < 0x3000)


def latin_key(name):
    """As flat(), word by word."""
    return ' '.join(filter(None, (flat(word) for word in re.split(r'[\s-]+', name))))


def bengali_key(name):
    return unicodedata.normalize('NFD', name)


def distance(a, b):
    """Kilometres between two (latitude, longitude) on a sphere."""
    la, lb = math.radians(a[0]), math.radians(b[0])
    s = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(s)))


def vowels(key):
    return sum(c in 'aeiouy' for c in key) / max(1, len(key))


def speakable(name, keys):
    """Whether a Latin alternate name helps to find a place by sound.

    GeoNames holds romanisations made by machine, in lower case, from scripts without vowels (Arabic, Hebrew) or from signs of words
    (Chinese): they are kept only if they still look like one of the names that people wrote (@keys).
    """
    key = flat(name)
    if not 3 <= len(key) <= 40 or any(c.isdigit() for c in key) or re.search(r'[/:=*+]', name):
        return False
    if name.isupper() and len(name) <= 5:  # codes of airports and stations
        return False
    if name[0].isupper() or not name[0].isalpha():
        return True
    return vowels(key) >= 0.3 and any(difflib.SequenceMatcher(None, key, k, autojunk=False).ratio() >= 0.62 for k in keys)


SOUNDS = [('dzh', 'j'), ('tsch', 'c'), ('tch', 'c'), ('sch', 's'), ('zh', 'j'), ('kh', 'k'), ('gh', 'g'), ('ch', 'c'), ('sh', 's'), ('ph', 'f'), ('th', 't'), ('dh', 'd'),
          ('bh', 'b'), ('ck', 'k'), ('q', 'k'), ('x', 'ks'), ('w', 'v'), ('z', 's')]


def sound(key):
    """A coarse key: what it makes equal the look-up by sound finds anyway."""
    for letters, one in SOUNDS:
        key = key.replace(letters, one)
    return re.sub(r'(.)\1+', r'\1', re.sub('[aeiouy]+', 'a', key))


def latin_names(preferred, alternates, limit):
    """The preferred names first, then alternates that differ from all before by more than marks and spaces; where few are wanted, from the fifth name on, in sound."""
    out, seen, keys, sounds = [], set(), [flat(n) for n in preferred if n], set()
    for name in list(preferred) + sorted(alternates, key=lambda n: not n[:1].isupper()):
        name = clean(name)
        key = flat(name)
        if not key or key in seen or not is_latin(name):
            continue
        if name not in preferred and (len(out) >= limit or not speakable(name, keys)):
            continue
        if limit < 20 and len(out) >= 4 and sound(key) in sounds:
            continue
        seen.add(key)
        sounds.add(sound(key))
        out.append(name)
    return out


def add_names(into, names, wanted, key):
    """Appends what is not there yet."""
    have = {key(n) for n in into}
    for name in names:
        name = clean(name)
        k = key(name)
        if len(name) > 1 and wanted(name) and k not in have:
            have.add(k)
            into.append(name)
    return into
