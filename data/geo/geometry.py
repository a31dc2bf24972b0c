# SPDX-License-Identifier: GPL-3.0-or-later
"""Points on the unit square of the Mercator map: projecting, unwrapping, thinning, cutting at its edges.

A line is a list of (x, y). A ring is a line whose last point is its first. The square is that of src/geo/sutra-projection.h.
"""
import math

MAX_LATITUDE = 85.05112877980659
# project() puts all latitudes beyond on these.
EDGES = (0.0, 1.0)


def project(longitude, latitude):
    latitude = math.radians(max(-MAX_LATITUDE, min(MAX_LATITUDE, latitude)))
    y = 0.5 - math.asinh(math.tan(latitude)) / (2 * math.pi)
    return (longitude + 180) / 360, 0.0 if y < 1e-12 else 1.0 if y > 1 - 1e-12 else y


def unwrap(points):
    """The same line without leaps from one side of the map to the other; x may then leave the square."""
    result = points[:1]
    shift = 0
    for (before, _), (x, y) in zip(points, points[1:]):
        if x - before > 0.5:
            shift -= 1
        elif x - before < -0.5:
            shift += 1
        result.append((x + shift, y))
    return result


def close_over_pole(ring):
    """An unwrapped ring that ends a whole world further than it began runs around a pole: lead it along the edge of the map there."""
    if abs(ring[-1][0] - ring[0][0]) < 0.5:
        return ring
    edge = 1.0 if sum(y for _, y in ring) > len(ring) / 2 else 0.0
    return ring + [(ring[-1][0], edge), (ring[0][0], edge), ring[0]]


def off_edges(line):
    """The parts of an unwrapped line that do not run along the edge of the map: what does is a cut of its makers, not a coast."""
    parts, part = [], line[:1]
    for a, b in zip(line, line[1:]):
        if (a[0] == b[0] and a[0] == math.floor(a[0])) or (a[1] == b[1] and a[1] in EDGES):
            parts.append(part)
            part = []
        part.append(b)
    return [p for p in parts + [part] if len(p) > 1]


def thin(points, tolerance):
    """Douglas-Peucker; ends stay. Rings: the point farthest from their end stays too."""
    keep = [False] * len(points)
    keep[0] = keep[-1] = True
    stack = [(0, len(points) - 1)]
    limit = tolerance * tolerance
    while stack:
        first, last = stack.pop()
        ax, ay = points[first]
        dx, dy = points[last][0] - ax, points[last][1] - ay
        base = dx * dx + dy * dy
        farthest, distance = 0, -1.0
        for i in range(first + 1, last):
            px, py = points[i][0] - ax, points[i][1] - ay
            along = (px * dx + py * dy) / base if base > 0 else 0.0
            along = 0.0 if along < 0 else 1.0 if along > 1 else along
            ex, ey = px - along * dx, py - along * dy
            d = ex * ex + ey * ey
            if d > distance:
                farthest, distance = i, d
        if distance > limit:
            keep[farthest] = True
            stack += [(first, farthest), (farthest, last)]
    return [point for point, kept in zip(points, keep) if kept]


def cross(a, b, x):
    """Where the segment from A to B meets the meridian X."""
    return x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])


def clip_ring_side(ring, x, inside):
    result = []
    for a, b in zip(ring, ring[1:]):
        if inside(b[0]):
            if not inside(a[0]):
                result.append(cross(a, b, x))
            result.append(b)
        elif inside(a[0]):
            result.append(cross(a, b, x))
    return result + result[:1]


def clip_ring(ring):
    """The pieces of a ring and of its copies to the left and right that lie in the square (Sutherland-Hodgman)."""
    pieces = []
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    for shift in range(math.ceil(-east), math.floor(1 - west) + 1):
        if west + shift >= 1 or east + shift <= 0:
            continue
        piece = [(x + shift, y) for x, y in ring]
        if west + shift < 0:
            piece = clip_ring_side(piece, 0.0, lambda x: x >= 0)
        if east + shift > 1:
            piece = clip_ring_side(piece, 1.0, lambda x: x <= 1)
        if len(piece) > 3:
            pieces.append(piece)
    return pieces


def clip_line(line):
    """The pieces of an unwrapped line, brought into the square."""
    pieces, piece = [], []
    world = None
    for a, b in zip(line, line[1:]):
        middle = math.floor((a[0] + b[0]) / 2)
        if world != middle:
            if len(piece) > 1:
                pieces.append(piece)
            piece, world = [], middle
        stops = [a] + [cross(a, b, float(x)) for x in meridians_between(a[0], b[0])] + [b]
        for p, q in zip(stops, stops[1:]):
            here = math.floor((p[0] + q[0]) / 2)
            if here != world:
                if len(piece) > 1:
                    pieces.append(piece)
                piece, world = [], here
            if not piece:
                piece.append((p[0] - world, p[1]))
            piece.append((q[0] - world, q[1]))
    if len(piece) > 1:
        pieces.append(piece)
    return pieces


def meridians_between(a, b):
    """The whole numbers strictly between A and B, in the order in which one meets them."""
    found = range(math.floor(min(a, b)) + 1, math.ceil(max(a, b)))
    return list(found) if a < b else list(reversed(found))


def box(points):
    return (min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points))


def holds(outer, inner):
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]
