# SPDX-License-Identifier: GPL-3.0-or-later
"""One row for one place: joins what the sources say of it."""
import collections
import math

import placenames as names
from placesources import POINTS, geonames_place

CELL = 0.5  # degrees
OVERSEAS = {'FR', 'NZ'}  # states whose territories with a code of their own are regions in Natural Earth


class Places:
    """All rows, found by id, by name and by where they are."""

    def __init__(self, regions):
        self.regions = regions
        self.reserve = {}
        self.by_id = {}
        self.by_name = collections.defaultdict(list)
        self.grid = collections.defaultdict(list)

    def add(self, place):
        if place.id in self.by_id:
            raise SystemExit(f'places: the id {place.id} occurs twice')
        self.by_id[place.id] = place
        for name in place.latin:
            self.by_name[names.flat(name)].append(place)
        if place.point:
            self.grid[self.cell(place.point)].append(place)

    def set_aside(self, place):
        """A place which is in the table only if another source names it, too."""
        for name in set(names.flat(n) for n in place.latin):
            self.reserve.setdefault((place.country, name), []).append(place)

    def take(self, latin, country, point, kilometres):
        """Moves the nearest place of this name that was set aside into the table."""
        found = [p for n in latin for p in self.reserve.get((country, names.flat(n)), ()) if p.id not in self.by_id]
        found = [(names.distance(point, p.point), p.id, p) for p in found if names.distance(point, p.point) <= kilometres] if point else []
        if not found:
            return None
        place = geonames_place(min(found)[2].raw, self.regions)
        self.add(place)
        return place

    def rename(self, place, name):
        """@place is found by this name, too."""
        place.add_latin(name)
        if place not in self.by_name[names.flat(name)]:
            self.by_name[names.flat(name)].append(place)

    @staticmethod
    def cell(point):
        return math.floor(point[0] / CELL), math.floor(point[1] / CELL)

    def near(self, point, kilometres):
        """(distance, place) in order."""
        row, column = self.cell(point)
        rows = math.ceil(kilometres / 111 / CELL)
        columns = min(360, math.ceil(rows / max(0.02, math.cos(math.radians(point[0])))))
        found = []
        for r in range(row - rows, row + rows + 1):
            for c in range(column - columns, column + columns + 1):
                for place in self.grid.get((r, c), ()):
                    d = names.distance(point, place.point)
                    if d <= kilometres:
                        found.append((d, place))
        return sorted(found, key=lambda f: (f[0], f[1].id))

    def find(self, latin, country=None, point=None, kilometres=25, kinds=POINTS, region=None):
        """The largest place that has one of these Latin names, in this country (None: anywhere), not farther than this from @point (None: anywhere), in @region (None: in any)."""
        found = {}
        for name in latin:
            for place in self.by_name.get(names.flat(name), ()):
                if place.kind in kinds and (country is None or place.country == country) and (region is None or place.region == region):
                    if point is None or names.distance(point, place.point) <= kilometres:
                        found[place.id] = place
        # A name that stands first counts before one among the alternates.
        first = {names.flat(n) for n in latin}
        return max(found.values(), key=lambda p: (names.flat(p.latin[0]) in first, p.population, p.id), default=None)


def join_cities(places, cities, kilometres):
    """Gives the Bengali names of @cities to the places they are; returns how many found theirs."""
    joined = 0
    countries = {names.flat(name) for place in places.by_id.values() if place.kind == 'country' for name in place.latin}
    bengali = {names.bengali_key(name) for place in places.by_id.values() if place.kind == 'country' for name in place.bn}
    for city in cities:
        place = places.find(city.latin, city.country, city.point, kilometres) or places.take(city.latin, city.country, city.point, kilometres)
        if place and names.flat(city.latin[0]) in countries and names.flat(place.latin[0]) not in countries:
            continue  # "Puerto Rico" as the name of a time zone is no name of San Juan
        if place:
            place.add_bn(*(name for name in city.bn if names.bengali_key(name) not in bengali or names.flat(place.latin[0]) in countries))
            joined += 1
    return joined


def join_regions(places, regions):
    """Regions that are no more than a city are that city, and those that are all of a country or territory are it; the others are added.
    Returns how many found theirs."""
    joined = 0
    count = collections.Counter(region.country for region in regions)
    for region in regions:
        place = None
        if region.country and (count[region.country] == 1 or region.country in OVERSEAS):
            place = places.find(region.latin[:1], None if region.country in OVERSEAS else region.country, kinds=('country',))
        if place is None and region.urban and region.country:
            place = places.find(region.latin[:1], region.country, region.point, 25) or places.take(region.latin[:1], region.country, region.point, 25)
        if place:
            place.add_bn(*sorted(region.bn, key=len))
            place.add_other(*region.other)
            joined += 1
        else:
            places.add(region)
    return joined


def join_row(places, row, conflicts):
    """A hand-written row: @row's names go first; what it does not say stays. Without an id it is the GeoNames place of its Latin name, or new."""
    place = places.by_id.get(row.id) if row.id else None
    if row.id and place is None and not row.id.startswith(('own:', 'm49:', 'iso:')):
        raise SystemExit(f'places: {row.remark}: no place has the id {row.id}')
    country = row.country.strip('-')
    if not row.id and row.kind == 'region':
        place = places.find(row.latin, country or None, kinds=('region',))
    elif not row.id and row.kind in ('',) + POINTS:
        place = (places.find(row.latin, country or None, row.point, 25, region=None if row.point else row.region or None) or
                 places.take(row.latin, country, row.point, 25))
    if place is None:
        if not row.id and row.kind in ('',) + POINTS and row.point:
            far = places.find(row.latin[:1], country or None)
            if far and names.flat(far.latin[0]) == names.flat(row.latin[0]) and not row.note.startswith('another'):
                conflicts.append(f'{row.remark}: {row.latin[0]} is {names.distance(row.point, far.point):.0f} km from {far.id} of that name')
        if not row.point or not row.kind:
            raise SystemExit(f'places: {row.remark}: {row.latin[0]} ({country}) is not found, and has no kind or point of its own')
        row.country = country
        row.id = row.id or 'own:' + names.flat(row.latin[0]) + ('-' + country.lower() if country else '')
        places.add(row)
    else:
        overlay(places, place, row)


def overlay(places, place, row):
    bengali, latin = list(row.bn), list(row.latin)
    older = (place.bn, place.latin)
    place.bn, place.latin = [], []
    place.add_bn(*bengali, *older[0])
    place.add_latin(*latin, *older[1])
    for name in latin:
        places.rename(place, name)
    place.kind = row.kind or place.kind
    if row.point and (row.id or not place.id.startswith('gn:')):
        place.point = row.point
    if row.country == '-':
        place.country = ''
    place.region = row.region or place.region
    place.population = row.population or place.population
    if row.members:
        place.members = row.members
    place.add_other(*row.other)
