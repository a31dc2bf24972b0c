#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What build-aux/run does where there is no display, with sutractl alone.

usage: demo.py FOLDER NAMES FILE…

Makes a case in FOLDER (one of an earlier run is replaced), adds the articles, annotates the names of
NAMES (lines "type TAB text") that occur in them, each with all of its occurrences, and exports a report.
Of a FILE that is itself a case only a report is made; the case stays as it is.
"""
import collections
import glob
import json
import os
import re
import subprocess
import sys


def sutractl(*arguments):
    """Runs a command; returns its JSON. Ends with sutractl's own message and status if it fails."""
    done = subprocess.run(['sutractl', *arguments], stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)
    return done.stdout


def as_json(*arguments):
    return json.loads(sutractl(*arguments, '--json'))


def read_names(path):
    with open(path, encoding='utf-8') as f:
        return [tuple(line.rstrip('\n').split('\t')) for line in f if '\t' in line]


def frequent_word(text):
    """For an article in which no known name occurs: its most frequent longer word."""
    words = collections.Counter(word for word in re.findall(r'[^\W\d_][^\s.,;:!?()"।]{4,}', text))
    return words.most_common(1)[0][0] if words else None


def annotate(case, article, names):
    text = sutractl('text', case, article['id']).decode('utf-8')
    # As whole words or with an ending: what follows a name in the middle of a word names something else.
    found = [(kind, name) for kind, name in names if re.search(r'(?<!\w)' + re.escape(name), text)]
    if not found and frequent_word(text):
        found = [('topic', frequent_word(text))]
        print(f'  none of the sample\'s names occurs in it; its most frequent word is marked: {found[0][1]}')
    total = 0
    for kind, name in found:
        start = re.search(r'(?<!\w)' + re.escape(name), text).start()
        made = as_json('annotate', case, article['id'], str(start), str(start + len(name)), kind, '--entity', name, '--all')
        print(f'  {kind:<14}{name}: {len(made)}')
        total += len(made)
    return total


def fresh(folder):
    os.makedirs(folder, exist_ok=True)
    for old in glob.glob(os.path.join(folder, 'demo.sutra*')) + glob.glob(os.path.join(folder, 'report*')):
        os.remove(old)
    return os.path.join(folder, 'demo.sutra')


def export(case, report):
    sutractl('export', case, '--format', 'html', '-o', report, '--force')
    print(f'case:   {os.path.abspath(case)}')
    print(f'report: {os.path.abspath(report)}')


def main(folder, names_path, *files):
    case = fresh(folder)
    names = read_names(names_path)
    cases = [f for f in files if f.endswith('.sutra')]
    articles = [f for f in files if f not in cases]
    for number, given in enumerate(cases, 1):
        export(given, os.path.join(folder, f'report-{number}.html'))
    if articles:
        as_json('new', case)
        for article in as_json('add', case, *articles):
            print(f'article "{article["title"]}", {article["code_points"]} code points')
            print(f'  {annotate(case, article, names)} mentions')
        export(case, os.path.join(folder, 'report.html'))


if __name__ == '__main__':
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
