# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes world.sgeo: src/geo/sutra-world-file.h describes the format."""
import struct
import zlib

import geometry

MAGIC = b'SutraGeo'
BYTE_ORDER = 0x01020304
VERSION = 1
BITS = 22

COARSE, MEDIUM, FINE = 1, 2, 4
ALL = COARSE | MEDIUM | FINE
LAND, LAKE, COAST, BORDER, DISPUTED, RIVER, REGION = range(7)
POLYGONS = (LAND, LAKE)


def put_varint(out, value):
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)


def zigzag(value):
    return value << 1 if value >= 0 else (-value << 1) - 1


def quantise(points):
    """On the grid of 2^22 cells, each point once in a row."""
    result = []
    for x, y in points:
        point = (round(x * (1 << BITS)), round(y * (1 << BITS)))
        if not result or result[-1] != point:
            result.append(point)
    return result


class Line:
    """A line on the grid; rings refer to it by its index among the coasts and borders of its level."""

    def __init__(self, points):
        self.points = points
        self.index = None


class Shape:
    """A country's code, the shape's box and what it is made of: points, or (Line, backwards) of a ring that lines make."""

    def __init__(self, country, box, parts):
        self.country = country
        self.box = box
        self.parts = parts

    def alone(self):
        """The same polygon without lines of others."""
        return Shape(self.country, self.box, [points_of(ring)[:-1] for ring in self.parts])


def points_of(ring):
    """All points of a ring; the last is the first."""
    if not isinstance(ring[0][0], Line):
        return ring + ring[:1]
    points = []
    for line, backwards in ring:
        onward = line.points[::-1] if backwards else line.points
        if points and points[-1] != onward[0]:
            raise ValueError(f'a ring leaps from {points[-1]} to {onward[0]}')
        points += onward[1 if points else 0:]
    if points[-1] != points[0]:
        raise ValueError(f'a ring ends at {points[-1]} and not at {points[0]}')
    return points


class Section:
    """Shapes of one kind at some levels."""

    def __init__(self, levels, kind):
        self.levels = levels
        self.kind = kind
        self.shapes = []

    def add_polygon(self, rings, country=''):
        """RINGS are in the unit square, or lists of (Line, backwards). A ring that has no area on the grid is left out."""
        kept = []
        for ring in rings:
            if not isinstance(ring[0][0], Line):
                ring = quantise(ring)
                if ring[-1] == ring[0]:
                    ring.pop()
            if len(set(points_of(ring))) >= 3:
                kept.append(ring)
            elif not kept:
                break
        if kept:
            self.shapes.append(Shape(country, geometry.box(points_of(kept[0])), kept))

    def add_line(self, points):
        """Adds a line of the unit square and returns it, or None if it is a single point of the grid."""
        points = quantise(points)
        if len(points) < 2:
            return None
        line = Line(points)
        self.shapes.append(Shape('', geometry.box(points), [line]))
        return line

    def order(self, first):
        """Larger before smaller; lines are numbered from FIRST. Returns the number behind the last."""
        def rank(shape):
            west, north, east, south = shape.box
            size = (east - west) * (south - north) if self.kind in POLYGONS else max(east - west, south - north)
            return -size, shape.box, shape.country, points_of(shape.parts[0]) if self.kind in POLYGONS else shape.parts[0].points
        self.shapes.sort(key=rank)
        for shape in self.shapes:
            if self.kind not in POLYGONS:
                shape.parts[0].index = first
                first += 1
        return first


class Encoder:
    """The bytes of a section, and how many rings or lines and points they hold."""

    def __init__(self, section):
        self.out = bytearray()
        self.x = self.y = self.n_parts = self.n_points = 0
        for shape in section.shapes:
            if section.kind == LAND:
                self.out += shape.country.encode('ascii') or b'\0\0'
            if section.kind in POLYGONS:
                put_varint(self.out, len(shape.parts))
            for part in shape.parts:
                self.n_parts += 1
                if section.kind in POLYGONS:
                    self.put_ring(part)
                else:
                    self.put_points(part.points)
                    self.n_points += len(part.points)

    def put_ring(self, ring):
        self.n_points += len(points_of(ring))
        if not isinstance(ring[0][0], Line):
            put_varint(self.out, 0)
            self.put_points(ring)
            return
        put_varint(self.out, len(ring))
        for line, backwards in ring:
            put_varint(self.out, line.index << 1 | backwards)

    def put_points(self, points):
        put_varint(self.out, len(points))
        for x, y in points:
            put_varint(self.out, zigzag(x - self.x))
            put_varint(self.out, zigzag(y - self.y))
            self.x, self.y = x, y


def write(path, sections):
    """SECTIONS: of each level the coasts, then the borders, then the land that is made of them."""
    offset = 24 + 24 * len(sections)
    table, body = b'', b''
    numbered = 0
    for section in sections:
        if section.kind == COAST:
            numbered = 0
        numbered = section.order(numbered)
        coded = Encoder(section)
        table += struct.pack('<BBHIIIII', section.levels, section.kind, 0, len(section.shapes), coded.n_parts, coded.n_points, offset, len(coded.out))
        body += coded.out
        offset += len(coded.out)
        print(f'  levels {section.levels} kind {section.kind}: {len(section.shapes)} shapes, {coded.n_points} points, {len(coded.out)} bytes')
    content = MAGIC + struct.pack('<IIII', BYTE_ORDER, VERSION, offset + 4, len(sections)) + table + body
    with open(path, 'wb') as f:
        f.write(content + struct.pack('<I', zlib.crc32(content)))
