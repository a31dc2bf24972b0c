#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample article is what the README says it is: long enough, clean text, marked as fiction, with the
names that build-aux/run annotates where there is no display."""
import re
import unicodedata

import gate

WORDS = 400
FICTION = 'কাল্পনিক'
KINDS = {
    'a date with the month in words': r'[০-৯]{1,2} [^\W\d_]\S* [০-৯]{4}',
    'a date in figures': r'[০-৯]{2}/[০-৯]{2}/[০-৯]{4}',
    'a Bengali year': r'(ফাল্গুন|চৈত্র|বৈশাখ) ১৪[০-৯]{2}',
    'a date range': r'[০-৯]+ থেকে [০-৯]+ \S+, [০-৯]{4}',
    'a quotation': r'"[^"\n]{20,}"',
    'an acronym in parentheses': r'\([^\s()]{3,12}\)',
    'a count': r'[০-৯]+ জন',
}


def check_article(path, text):
    body = text.split('\n')
    words = len(text.split())
    if words < WORDS:
        yield f'{path}: {words} words, fewer than {WORDS}'
    if not unicodedata.is_normalized('NFC', text):
        yield f'{path}: is not in NFC'
    if '\r' in text or '\ufeff' in text or not text.endswith('\n'):
        yield f'{path}: has a byte order mark, CRs or no final line feed'
    if FICTION not in body[-2 if len(body) > 1 else -1]:
        yield f'{path}: does not say in its last line that it is fiction'
    yield from (f'{path}: has no {kind}' for kind, pattern in KINDS.items() if not re.search(pattern, text))


def check(tree):
    articles = {path: tree.read(path) for path in tree.find(r'data/sample/.*\.txt')}
    findings = [] if articles else ['data/sample: no article']
    for path, text in articles.items():
        findings += check_article(path, text)
    for path in tree.find(r'data/sample/names\.tsv'):
        for number, line in enumerate(tree.read(path).splitlines(), 1):
            kind, _, name = line.partition('\t')
            if not re.fullmatch(r'[a-z]+', kind) or not name:
                findings.append(f'{path}:{number}: not "type TAB name"')
            elif not any(name in text for text in articles.values()):
                findings.append(f'{path}:{number}: {name} occurs in no sample article')
    return findings


LINE = '"উভয় পক্ষই এ বিষয়ে একমত হয়েছে" ১২ মার্চ ২০২৫ ০৫/১২/২০২৩ ২৭ ফাল্গুন ১৪৩১ ১৫ থেকে ১৯ মে, ২০২৫ ৬৪ জন (বিসিজি)\n'
WHOLE = LINE * 20 + 'কাল্পনিক\n'
BAD = [
    ('a short article', {'data/sample/a.txt': LINE + 'কাল্পনিক\n'}, 'fewer than 400'),
    ('an article that does not say it is fiction', {'data/sample/a.txt': LINE * 20}, 'that it is fiction'),
    ('text that is not normalised', {'data/sample/a.txt': WHOLE.replace('উভয়', 'উভ\u09df')}, 'NFC'),
    ('CRLF', {'data/sample/a.txt': WHOLE.replace('\n', '\r\n')}, 'CRs'),
    ('an article without a quotation', {'data/sample/a.txt': WHOLE.replace('"', '')}, 'a quotation'),
    ('an article without a range', {'data/sample/a.txt': WHOLE.replace('থেকে', 'ও')}, 'a date range'),
    ('a name that does not occur', {'data/sample/a.txt': WHOLE, 'data/sample/names.tsv': 'person\tকেউ না\n'}, 'names.tsv:1'),
    ('a line without a type', {'data/sample/a.txt': WHOLE, 'data/sample/names.tsv': 'বিসিজি\n'}, 'not "type TAB name"'),
    ('a tree without an article', {'meson.build': ''}, 'no article'),
]
GOOD = [('an article and its names', {'data/sample/a.txt': WHOLE, 'data/sample/names.tsv': 'organisation\tবিসিজি\n'})]

if __name__ == '__main__':
    gate.run(check, BAD, GOOD)
