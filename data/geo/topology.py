# SPDX-License-Identifier: GPL-3.0-or-later
"""TopoJSON: arcs that shapes share, so that each line is there once however many shapes it bounds."""
import geometry


class Topology:
    """The arcs of one file, projected, unwrapped and thinned once for all that use them."""

    def __init__(self, data, tolerance=0.0):
        self.objects = data['objects']
        transform = data['transform']
        self.arcs = [self._arc(arc, transform['scale'], transform['translate'], tolerance) for arc in data['arcs']]

    @staticmethod
    def _arc(deltas, scale, translate, tolerance):
        x = y = 0
        points = []
        for dx, dy in deltas:
            x, y = x + dx, y + dy
            points.append(geometry.project(x * scale[0] + translate[0], y * scale[1] + translate[1]))
        points = geometry.unwrap(points)
        thinned = geometry.thin(points, tolerance) if tolerance > 0 else points
        # A small island or country stays as it is rather than going.
        return points if points[0] == points[-1] and len(thinned) < 4 else thinned

    def join(self, indices):
        """The line that the arcs INDICES make one after the other (~i: arc i backwards)."""
        line = []
        for index in indices:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            line += arc[1:] if line else arc
        return geometry.unwrap(line)

    @staticmethod
    def polygons(shape):
        """Lists of rings (lists of arc indices); the first ring is the outer one."""
        if shape['type'] == 'Polygon':
            return [shape['arcs']]
        return shape['arcs'] if shape['type'] == 'MultiPolygon' else []

    @staticmethod
    def lines(shape):
        if shape['type'] == 'LineString':
            return [shape['arcs']]
        return shape['arcs'] if shape['type'] == 'MultiLineString' else []

    def cut_polygon(self, rings):
        """The polygon inside the square: a list of polygons, each a list of rings."""
        joined = [self.join(ring) for ring in rings]
        # What has no height is nothing, or the pole itself: on this map the edge takes its place.
        joined = [geometry.close_over_pole(ring) for ring in joined if not all(y == ring[0][1] for _, y in ring)]
        outer = [[piece] for ring in joined[:1] for piece in geometry.clip_ring(ring)]
        boxes = [geometry.box(piece[0]) for piece in outer]
        for piece in (piece for hole in joined[1:] for piece in geometry.clip_ring(hole)):
            inside = geometry.box(piece)
            for polygon, around in zip(outer, boxes):
                if geometry.holds(around, inside):
                    polygon.append(piece)
                    break
        return outer
