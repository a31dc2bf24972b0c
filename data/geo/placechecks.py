# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold of the finished table; each finding stops the build."""
import re
import unicodedata
from collections import Counter

import placenames as names
from placesources import KINDS

# Codes of CLDR that are no countries: groups of states, pseudo-locales, codes kept for one exchange only.
NO_COUNTRIES = set('EU EZ UN ZZ QO XA XB AC CP CQ DG EA IC TA'.split())
MINIMUM = 58000


def check_one(place, countries):
    if not re.fullmatch(r'(gn:\d+|ne:[\w+?~-]+|iso:[A-Z]{2}|m49:\d{3}|own:[a-z0-9-]+)', place.id):
        yield 'an id of no known form'
    if place.kind not in KINDS:
        yield f'the kind "{place.kind}"'
    if not place.point or not (-90 <= place.point[0] <= 90 and -180 <= place.point[1] <= 180):
        yield f'the coordinates {place.point}'
    elif place.point == (0.0, 0.0):
        yield 'the point 0, 0'
    if place.country and place.country not in countries:
        yield f'the country "{place.country}"'
    if set(place.members) - countries or len(set(place.members)) != len(place.members):
        yield f'the members {place.members}'
    if place.kind in ('continent', 'macroregion', 'country') and not place.members:
        yield 'an area without members'
    if place.population < 0 or not place.latin:
        yield 'no Latin name, or a population below 0'
    for name in place.bn + place.latin + place.other + [place.region]:
        if name != unicodedata.normalize('NFC', name) or names.INVISIBLE.search(name) or re.search(r'[\t\n|]|^\s|\s$', name):
            yield f'the name "{name}"'
    if '' in place.bn + place.latin + place.other:
        yield 'an empty name'
    if not all(names.is_bengali(n) for n in place.bn):
        yield f'names that are not Bengali: {place.bn}'


def check(places):
    countries = {p.country for p in places if p.id.startswith('iso:')}
    findings = [f'{place.id} ({place.latin[:1]}) has {what}' for place in places for what in check_one(place, countries)]
    for id, n in Counter(p.id for p in places).items():
        if n > 1:
            findings.append(f'the id {id} occurs {n} times')
    if len(places) < MINIMUM:
        findings.append(f'only {len(places)} places, {MINIMUM} expected')
    bangladesh = [p for p in places if p.country == 'BD' and p.bn]
    for kind, expected in (('district', 64), ('region', 8)):
        n = sum(p.kind == kind for p in bangladesh)
        if n != expected:
            findings.append(f'Bangladesh has {n} places of the kind {kind}, {expected} expected')
    return findings


def summary(places):
    kinds = Counter(p.kind for p in places)
    large = [p for p in places if p.kind in ('capital', 'city') and p.population >= 1000000]
    return (f'{len(places)} places ({", ".join(f"{kinds[k]} {k}" for k in KINDS)}); {sum(bool(p.bn) for p in places)} with a Bengali name; '
            f'{sum(len(p.bn) for p in places)} Bengali, {sum(len(p.latin) for p in places)} Latin, {sum(len(p.other) for p in places)} other names; '
            f'{sum(not p.bn for p in large)} of {len(large)} cities above 1,000,000 people without a Bengali name')
