# SPDX-License-Identifier: GPL-3.0-or-later
"""Readers of the sources, each giving Place rows. What is read, under which licence: README.md."""
import collections
import dataclasses
import gettext
import json
import re
import xml.etree.ElementTree as ElementTree

import placenames as names

# Countries of which every GeoNames place is taken: South and Central Asia, China, Iran, and the neighbours of Bengal.
WHOLE = set('AF BD BT CN IN IR KG KZ LK MM MN MV NP PK TJ TM UZ'.split())
# And of all other countries: the seats of first and second order, and towns from this many people on.
SEATS = {'PPLC', 'PPLA', 'PPLA2', 'PPLG'}
POPULATION = 15000
CITY = 100000
KINDS = ('continent', 'macroregion', 'country', 'region', 'district', 'capital', 'city', 'town', 'water', 'feature')
POINTS = ('capital', 'city', 'town')


@dataclasses.dataclass
class Place:
    id: str
    kind: str
    country: str
    point: tuple
    region: str = ''
    population: int = 0
    members: list = dataclasses.field(default_factory=list)
    bn: list = dataclasses.field(default_factory=list)
    latin: list = dataclasses.field(default_factory=list)
    other: list = dataclasses.field(default_factory=list)
    remark: str = ''
    note: str = ''
    urban: bool = False
    raw: list = None

    def add_bn(self, *more):
        names.add_names(self.bn, more, names.is_bengali, names.bengali_key)

    def add_latin(self, *more):
        names.add_names(self.latin, more, names.is_latin, names.latin_key)

    def add_other(self, *more):
        names.add_names(self.other, more, names.is_indic, names.bengali_key)


def geonames_kind(code, population):
    if code == 'PPLC':
        return 'capital'
    return 'city' if code == 'PPLA' or population >= CITY else 'town'


# Scripts which GeoNames romanises with marks that no English text has: there its plain spelling is the better name.
MARKED = set('AE AF BD BH BT CN DZ EG ET IL IN IQ IR JO JP KG KH KR KP KW KZ LA LB LK LY MA MM MN NP OM PK PS QA SA SD SY TH TJ TN UZ YE'.split())


def geonames_place(fields, regions):
    """A row of GeoNames, its alternate names sorted out."""
    f = fields
    country, population = f[8], int(f[14] or 0)
    alternates = [names.clean(n) for n in f[3].split(',') if n]
    place = Place(f'gn:{f[0]}', geonames_kind(f[7], population), country, (float(f[4]), float(f[5])),
                  region=regions.get(f'{country}.{f[10]}', ''), population=population)
    great = 60 if f[7] == 'PPLC' or population >= 1000000 else 30 if population >= CITY else 8
    limit = max(great, 14 if country in WHOLE and country != 'CN' else 0)
    preferred = [names.clean(n) for n in ((f[2], f[1]) if country in MARKED else (f[1], f[2])) if n]
    place.latin = names.latin_names(preferred, [n for n in alternates if names.is_latin(n)], limit) or [names.clean(f[2]) or f[2]]
    place.add_bn(*(n for n in alternates if names.is_bengali(n)))
    place.add_other(*(n for n in alternates if names.is_indic(n) and not names.is_bengali(n)))
    return place


def read_geonames(path, regions):
    """Yields (whether it belongs to the table by itself, place). @regions: "KZ.05" → name of the first-order region."""
    for line in open(path, encoding='utf-8'):
        f = line.rstrip('\n').split('\t')
        if len(f) < 19 or f[7] in ('PPLQ', 'PPLH', 'PPLW', 'PPLCH'):
            continue
        wanted = f[8] in WHOLE or f[7] in SEATS or int(f[14] or 0) >= POPULATION or bool(names.BENGALI.search(f[3]))
        if wanted:
            yield True, geonames_place(f, regions)
        else:
            yield False, Place(f'gn:{f[0]}', 'town', f[8], (float(f[4]), float(f[5])), population=int(f[14] or 0), latin=[f[1], f[2]], raw=f)


# Words at the end of a region's Bengali name which say only what it is.
GENERIC = re.compile(r' (?:প্রদেশ|অঞ্চল|জেলা|পৌরসভা|কাউন্টি|বিভাগ|গভর্নোরেট|ওব্লাস্ট|অঙ্গরাজ্য|প্যারিশ|পারিশ|ভয়ভোডেশিপ|ভয়ভোডেশিপ|'
                     r'রাজ্য|ক্যান্টন|ডিভিশন|প্রিফেকচার|প্রিফেকচার|ক্রাই|প্রজাতন্ত্র|রিপাবলিক|ডিপার্টমেন্ট|আমিরাত|ইউনিট|বোরো|বরো)$')


def is_small(geometry):
    """Whether its box is below half a square degree: what has the name of a city within is that city."""
    rings = [ring for polygon in ([geometry['coordinates']] if geometry['type'] == 'Polygon' else geometry['coordinates']) for ring in polygon]
    xs, ys = [[point[i] for ring in rings for point in ring] for i in (0, 1)]
    return (max(xs) - min(xs)) * (max(ys) - min(ys)) < 0.5


def read_regions(path):
    """First-order regions of Natural Earth."""
    with open(path, encoding='utf-8') as f:
        features = json.load(f)['features']
    for feature in features:
        p = feature['properties']
        latin = p['name_en'] or p['name'] or p['gn_name']
        if not latin:
            continue
        country = p['iso_a2'] if re.fullmatch('[A-Z]{2}', p['iso_a2'] or '') else ''
        place = Place(f'ne:{p["adm1_code"]}', 'region', country, (p['latitude'], p['longitude']))
        place.add_latin(latin, p['name'], *(p['name_alt'] or '').split('|'), *(p['name_local'] or '').split('|'), p['woe_name'] or '')
        place.add_bn(p['name_bn'] or '', GENERIC.sub('', names.clean(p['name_bn'] or '')))
        place.urban = is_small(feature['geometry']) or bool(re.search('City|city|Municipal|Commune|Borough|Capital|Metropolitan|Urban', p['type_en'] or ''))
        place.add_other(p['name_hi'] or '')
        place.remark = p['gn_a1_code'] or ''
        yield place


def inside(ring, latitude, longitude):
    odd = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
        if (y0 > latitude) != (y1 > latitude) and longitude < (x1 - x0) * (latitude - y0) / (y1 - y0) + x0:
            odd = not odd
    return odd


def regions_at(path, points):
    """The Latin name of the first-order region, of the same country, that holds each (country, point); "" for none."""
    with open(path, encoding='utf-8') as f:
        features = json.load(f)['features']
    wanted = {country for country, _ in points}
    found = [''] * len(points)
    for feature in features:
        p, geometry = feature['properties'], feature['geometry']
        if p['iso_a2'] not in wanted or not (p['name_en'] or p['name']):
            continue
        polygons = [geometry['coordinates']] if geometry['type'] == 'Polygon' else geometry['coordinates']
        for i, (country, (latitude, longitude)) in enumerate(points):
            if country == p['iso_a2'] and not found[i] and any(sum(inside(r, latitude, longitude) for r in rings) % 2 for rings in polygons):
                found[i] = p['name_en'] or p['name']
    return found


def region_names(regions):
    """"KZ.05" → Latin name. Where one code has several regions (parts of it), there is none to give."""
    table = {}
    for place in regions:
        if re.fullmatch(r'[A-Z]{2}\.\w+', place.remark):
            table.setdefault(place.remark, []).append(place.latin[0])
    return {code: found[0] for code, found in table.items() if len(set(found)) == 1}


def territories(path, language):
    with open(path, encoding='utf-8') as f:
        return json.load(f)['main'][language]['localeDisplayNames']['territories']


def label_points(path):
    """ISO alpha-3 → (latitude, longitude) of a country's label."""
    with open(path, encoding='utf-8') as f:
        countries = json.load(f)['objects']['countries']['geometries']
    return {c['id']: tuple(reversed(c['properties']['ct'])) for c in countries if c.get('properties', {}).get('ct')}


def alpha3(path):
    """ISO alpha-3 → alpha-2: the code that most of a country's regions have."""
    with open(path, encoding='utf-8') as f:
        features = json.load(f)['features']
    table = {}
    for feature in features:
        p = feature['properties']
        if re.fullmatch('[A-Z]{2}', p['iso_a2'] or ''):
            table.setdefault(p['adm0_a3'], collections.Counter())[p['iso_a2']] += 1
    renamed = {'KOS': 'XKX', 'SDS': 'SSD', 'PSX': 'PSE', 'SAH': 'ESH'}
    return {renamed.get(code, code): found.most_common(1)[0][0] for code, found in table.items()}


def sexagesimal(text):
    """ISO 6709: +4315+07657 or +404251-0740023."""
    m = re.fullmatch(r'([+-])(\d\d)(\d\d)(\d\d)?([+-])(\d{3})(\d\d)(\d\d)?', text)
    parts = [int(x or 0) for x in (m[2], m[3], m[4], m[6], m[7], m[8])]
    value = [parts[i] + parts[i + 1] / 60 + parts[i + 2] / 3600 for i in (0, 3)]
    return (value[0] * (-1 if m[1] == '-' else 1), value[1] * (-1 if m[5] == '-' else 1))


def read_zones(tab, zone_names):
    """Cities that stand for a time zone. Only names: where they belong is found by place."""
    with open(zone_names, encoding='utf-8') as f:
        tree = json.load(f)['main']['bn']['dates']['timeZoneNames']['zone']
    zones = {}

    def walk(node, path):
        for key, value in node.items():
            if isinstance(value, dict):
                if 'exemplarCity' in value:
                    zones['/'.join(path + [key])] = value['exemplarCity']
                walk(value, path + [key])

    walk(tree, [])
    renamed = {'Kolkata': 'Calcutta', 'Kathmandu': 'Katmandu', 'Ho_Chi_Minh': 'Saigon', 'Yangon': 'Rangoon', 'Kyiv': 'Kiev',
               'Asmara': 'Asmera', 'Faroe': 'Faeroe', 'Nuuk': 'Godthab', 'Chuuk': 'Truk', 'Pohnpei': 'Ponape'}
    for line in open(tab, encoding='utf-8'):
        if line.startswith('#'):
            continue
        country, point, zone = line.rstrip('\n').split('\t')[:3]
        area, _, city = zone.rpartition('/')
        bengali = zones.get(zone) or zones.get(f'{area}/{renamed.get(city, city)}')
        if bengali:
            yield Place(f'tz:{zone}', 'town', country, sexagesimal(point), bn=[names.clean(bengali)], latin=[city.replace('_', ' ')])


def read_weather(xml, catalogues):
    """Cities of libgweather which its catalogues name in Bengali."""
    tables = []
    for path in catalogues:
        with open(path, 'rb') as f:
            tables.append(gettext.GNUTranslations(f))
    for country in ElementTree.parse(xml).getroot().iter('country'):
        code = country.findtext('iso-code', '')
        for city in country.iter('city'):
            element = city.find('_name') if city.find('_name') is not None else city.find('name')
            point = (city.findtext('coordinates') or '').split()
            if element is None or len(point) != 2 or not element.text:
                continue
            context = element.get('msgctxt')
            found = [t.pgettext(context, element.text) if context else t.gettext(element.text) for t in tables]
            bengali = [names.clean(n) for n in found if names.is_bengali(names.clean(n))]
            if bengali:
                place = Place(f'gw:{code}:{element.text}', 'town', code, (float(point[0]), float(point[1])), latin=[names.clean(element.text)])
                place.add_bn(*bengali)
                yield place
