#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of places that are written by hand: what the builder of the list would refuse, found without its sources."""
import re
import unicodedata

import gate

KINDS = 'continent macroregion country region district capital city town water feature'.split()
COLUMNS = ['id', 'bn', 'en', 'kind', 'country', 'latitude', 'longitude']
ID = r'(gn:\d+|ne:[\w+?~-]+|iso:[A-Z]{2}|m49:\d{3}|own:[a-z0-9-]+|)'
INVISIBLE = '[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]'


def check_name(name, script):
    letters = {unicodedata.name(c, '?').split()[0] for c in name if c.isalpha()}
    if not name.strip() or name != name.strip() or '  ' in name:
        return 'empty, or with spaces to spare'
    if re.search(INVISIBLE, name) or not unicodedata.is_normalized('NFC', name):
        return 'not in NFC, or with invisible characters'
    if not letters <= {script, 'MODIFIER'} or not letters:
        return f'not in {script.lower()} letters'
    return None


def check_point(latitude, longitude):
    if not latitude and not longitude:
        return None
    try:
        inside = abs(float(latitude)) <= 90 and abs(float(longitude)) <= 180
    except ValueError:
        inside = False
    return None if inside else f'no point: "{latitude}" "{longitude}"'


def check_row(row):
    if not re.fullmatch(ID, row['id']):
        yield f'no id: "{row["id"]}"'
    if row['kind'] not in KINDS + ['']:
        yield f'no kind: "{row["kind"]}"'
    if not re.fullmatch('[A-Z]{2}|-|', row['country']):
        yield f'no country: "{row["country"]}"'
    if any(not re.fullmatch('[A-Z]{2}', code) for code in row.get('members', '').split()):
        yield f'members that are no codes: {row["members"]}'
    if row['id'].startswith('own:') and not (row['kind'] and row['latitude']):
        yield 'a row of our own needs a kind and a point'
    found = check_point(row['latitude'], row['longitude'])
    if found:
        yield found
    for column, script in (('bn', 'BENGALI'), ('en', 'LATIN')):
        names = row[column].split('|') if row[column] or column == 'en' else []
        for name in names:
            found = check_name(name, script)
            if found:
                yield f'"{name}" is {found}'
        if len(set(names)) != len(names):
            yield f'a name twice: {row[column]}'


def check_table(path, text, ids):
    lines = [(i, line) for i, line in enumerate(text.split('\n'), 1) if line.strip() and not line.startswith('#')]
    header = lines[0][1].split('\t') if lines else []
    if header[:len(COLUMNS)] != COLUMNS:
        yield f'{path}: its columns are not {" ".join(COLUMNS)} …'
        return
    for number, line in lines[1:]:
        fields = line.split('\t')
        if len(COLUMNS) > len(fields) or len(fields) > len(header):
            yield f'{path}:{number}: {len(fields)} fields'
            continue
        row = dict(zip(header, fields + [''] * len(header)))
        yield from (f'{path}:{number}: {finding}' for finding in check_row(row))
        if row['id'] and ids.setdefault(row['id'], f'{path}:{number}') != f'{path}:{number}':
            yield f'{path}:{number}: {row["id"]} is at {ids[row["id"]]} already: join the two'


def check(tree):
    tables = [p for p in tree.find(r'data/geo/places-\w+\.tsv') if not re.search('corrections|region-codes|disputed', p)]
    findings, ids = [], {}
    for path in tables:
        findings += check_table(path, tree.read(path), ids)
    return findings if tables else ['data/geo: no tables of places']


HEAD = '\t'.join(COLUMNS) + '\tremark\n'


def table(*fields):
    return {'data/geo/places-x.tsv': HEAD + '\t'.join(fields) + '\n'}


OTAR = ('own:otar', 'ওটার', 'Otar', 'town', 'KZ', '43.5346', '75.2139')
BAD = [
    ('no tables', {'data/geo/x.txt': ''}, 'no tables'),
    ('other columns', {'data/geo/places-x.tsv': 'id\tname\n'}, 'its columns'),
    ('too few fields', table(*OTAR[:4]), '4 fields'),
    ('a Latin letter in a Bengali name', table(OTAR[0], 'ওটaর', *OTAR[2:]), 'not in bengali letters'),
    ('a Bengali name as an English one', table(*OTAR[:2], 'ওটার', *OTAR[3:]), 'not in latin letters'),
    ('no English name', table(*OTAR[:2], '', *OTAR[3:]), 'empty'),
    ('a joiner', table(OTAR[0], 'ওট\u200dার', *OTAR[2:]), 'invisible'),
    ('a letter that NFC takes apart', table(OTAR[0], 'ও\u09dfার', *OTAR[2:]), 'not in NFC'),
    ('a name twice', table(OTAR[0], 'ওটার|ওটার', *OTAR[2:]), 'a name twice'),
    ('a latitude above 90', table(*OTAR[:5], '93.5', OTAR[6]), 'no point'),
    ('a latitude alone', table(*OTAR[:5], '43.5', ''), 'no point'),
    ('a decimal comma', table(*OTAR[:5], '43,5', OTAR[6]), 'no point'),
    ('an unknown kind', table(*OTAR[:3], 'village', *OTAR[4:]), 'no kind'),
    ('an unknown id', table('osm:1', *OTAR[1:]), 'no id'),
    ('a country by name', table(*OTAR[:4], 'Kazakhstan', *OTAR[5:]), 'no country'),
    ('our own without a point', table(*OTAR[:5], '', ''), 'needs a kind and a point'),
    ('an id in two tables', {'data/geo/places-x.tsv': HEAD + '\t'.join(OTAR) + '\n', 'data/geo/places-y.tsv': HEAD + '\t'.join(OTAR) + '\n'}, 'already'),
]
GOOD = [('a row of our own, and one that GeoNames has', {
    'data/geo/places-x.tsv': '# remark\n' + HEAD + '\t'.join(OTAR) + '\n\tআস্তানা|নুর-সুলতান\tAstana\t\tKZ\t\t\n'})]

if __name__ == '__main__':
    gate.run(check, BAD, GOOD)
