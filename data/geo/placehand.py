# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables written by hand (places-*.tsv), and what is done last: countries of disputed places, order."""
import csv
import os

import placemerge
import placenames as names
from placesources import POINTS, Place

# In this order: of two names for one place that of the first table is the preferred one.
TABLES = ('places-countries.tsv', 'places-areas.tsv', 'places-bangladesh.tsv', 'places-regions.tsv', 'places-india.tsv', 'places-news.tsv', 'places-waters.tsv', 'places-world.tsv')


def rows(path):
    """Lines as dictionaries; lines that begin with # are remarks."""
    with open(path, encoding='utf-8', newline='') as f:
        lines = [(i, line) for i, line in enumerate(f, 1) if line.strip() and not line.startswith('#')]
    header = lines[0][1].rstrip('\n').split('\t')
    for number, line in lines[1:]:
        fields = line.rstrip('\n').split('\t')
        if len(fields) > len(header):
            raise SystemExit(f'{os.path.basename(path)}:{number}: {len(fields)} fields, at most {len(header)} expected')
        row = dict(zip(header, fields + [''] * (len(header) - len(fields))))
        row['where'] = f'{os.path.basename(path)}:{number}'
        yield row


def place_of(row):
    latitude, longitude = row['latitude'], row['longitude']
    place = Place(row['id'], row['kind'], row['country'], (float(latitude), float(longitude)) if latitude else None, remark=row['where'])
    place.members = row.get('members', '').split()
    place.region, place.note = row.get('region', ''), row.get('remark', '')
    place.population = int(row.get('population') or 0)
    bengali, latin = row['bn'].split('|'), row['en'].split('|')
    place.add_bn(*bengali)
    place.add_latin(*latin)
    lost = [n for n in bengali if n and names.bengali_key(names.clean(n)) not in {names.bengali_key(b) for b in place.bn}]
    if lost or not place.latin:
        raise SystemExit(f'{row["where"]}: not Bengali, or no Latin name: {lost} {place.latin}')
    return place


def join(places, folder, regions, report):
    conflicts = []
    for table in TABLES:
        count = 0
        for row in rows(os.path.join(folder, table)):
            count += 1
            placemerge.join_row(places, place_of(row), conflicts)
        report(f'{table}: {count} rows')
    alone = [p for p in places.by_id.values() if p.id.startswith('own:') and p.country and not p.region and p.kind in (*POINTS, 'feature', 'district')]
    for place, region in zip(alone, regions([(p.country, p.point) for p in alone])):
        place.region = region
    for conflict in conflicts:
        report(f'WARNING {conflict}')


def correct(places, path, kinds):
    """Replaces Bengali names that are wrong upstream; the wrong one must still be there. A place that goes altogether loses its Latin names.
    @kinds: the beginnings of the ids to do now."""
    by_id = {place.id: place for place in places}
    for row in rows(path):
        if not row['id'].startswith(kinds):
            continue
        place = by_id.get(row['id'])
        if place is None or row['old'] not in place.bn:
            raise SystemExit(f'{row["where"]}: {row["id"]} has no name "{row["old"]}" any more: {place and place.bn}')
        if row['rest'] == 'row':
            place.latin = []
            continue
        kept = [] if row['rest'] == 'drop' else [b for b in place.bn if b != row['old']]
        place.bn = []
        place.add_bn(*row['new'].split('|'), *kept)


def region_codes(path):
    return {row['code']: row['name'] for row in rows(path)}


class Disputed:
    """The areas of places-disputed.tsv."""

    def __init__(self, path):
        self.regions, self.ids, self.boxes = set(), set(), []
        for row in rows(path):
            self.regions.update(row['regions'].split())
            self.ids.update(row['ids'].split())
            if row['box']:
                self.boxes.append(([float(x) for x in row['box'].split()], row['countries'].split()))

    def holds(self, place):
        if place.id in self.ids or place.remark in self.regions or f'{place.country}/{place.region}'.replace(' ', '_') in self.regions:
            return True
        return any(s <= place.point[0] <= n and w <= place.point[1] <= e and place.country in codes for (s, w, n, e), codes in self.boxes)


def finish(places, path):
    """Places in the order of their ids; without a country where that is disputed."""
    disputed = Disputed(path)
    for id in disputed.ids - set(places.by_id):
        raise SystemExit(f'{os.path.basename(path)}: no place has the id {id}')
    for place in places.by_id.values():
        if place.country and place.point and place.kind != 'country' and disputed.holds(place):
            place.country = ''
    return sorted(places.by_id.values(), key=lambda p: p.id)
