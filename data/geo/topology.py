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
        return geometry.thin(points, tolerance) if tolerance > 0 else points

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

    def crosses_edge(self, rings):
        """Whether a polygon leaves the square or runs around a pole."""
        outer = geometry.unwrap(self.join(rings[0]))
        west, _, east, _ = geometry.box(outer)
        return west < 0 or east > 1 or abs(outer[-1][0] - outer[0][0]) > 0.5

    def cut_polygon(self, rings):
        """The polygon inside the square: a list of polygons, each a list of rings."""
        outer = [[piece] for piece in geometry.clip_ring(geometry.close_over_pole(self.join(rings[0])))]
        boxes = [geometry.box(piece[0]) for piece in outer]
        for hole in rings[1:]:
            for piece in geometry.clip_ring(geometry.close_over_pole(self.join(hole))):
                inside = geometry.box(piece)
                for polygon, around in zip(outer, boxes):
                    if geometry.holds(around, inside):
                        polygon.append(piece)
                        break
        return outer
