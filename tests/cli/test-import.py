# SPDX-License-Identifier: GPL-3.0-or-later
"""GeoJSON and tagsets in, GeoJSON out, from scripts."""
import json
import os
import unittest

import cli


def feature(name, coordinates, **more):
    geometry = None if coordinates is None else {'type': 'Point', 'coordinates': coordinates}
    return {'type': 'Feature', 'geometry': geometry, 'properties': {'name': name, **more}}


def collection(*features):
    return json.dumps({'type': 'FeatureCollection', 'features': features}, ensure_ascii=False)


class Import(cli.Case):
    def test_round_trip(self):
        article = self.add()
        entity = self.annotate(article['id'], 'আস্তানায়', 'place', '--entity', 'আস্তানা')[0]['entity']
        self.annotate(article['id'], 'ভারত', 'place', '--entity', 'ভারত')
        self.good('locate', self.case, entity, '51.17', '71.43', '--radius', '500', '--area', 'KZ')
        self.good('locate', self.case, entity, '52', '72', '--keep')
        out = json.loads(self.good('export', self.case, '--format', 'geojson').text)
        self.assertEqual([f['geometry'] and f['geometry']['coordinates'] for f in out['features']], [[71.43, 51.17], [72, 52], None])
        self.assertEqual(out['bbox'], [71.43, 51.17, 72, 52])
        mention, = out['features'][0]['properties']['mentions']
        text = self.good('text', self.case, article['id']).text
        self.assertEqual(text[mention['start']:mention['end']], mention['quote'])

        path = self.write('out.geojson', json.dumps(out))
        other = self.path('other.sutra')
        self.good('new', other)
        result = self.good('import', other, '--format', 'geojson', path, '--json').json
        self.assertEqual([(e['label'], e['latitude'], e['longitude'], e['radius_m'], e['area'], e['location_source']) for e in result],
                         [('আস্তানা', 51.17, 71.43, 500, 'KZ', 'import'), ('ভারত', None, None, None, None, None)])
        self.assertEqual(result[0]['id'], entity)
        self.assertEqual(self.good('check', other, '--json').json, {'ok': True, 'findings': []})
        self.assertEqual(self.good('import', other, '--format', 'geojson', path, '--json').json, result)
        self.assertEqual(len(self.good('history', other, '--json').json), 1)

    def test_part_of_a_file(self):
        """What cannot be taken is said line by line; what can be is taken, all of it one step."""
        first = self.write('first.geojson', collection(feature('ঢাকা 🛰', [90.4, 23.7]), feature('ভুল', [23.7, 102.4]), feature('কোথাও না', None)))
        second = self.write('second.geojson', collection(feature('ক্ষেত্র', [1, 2]), {'type': 'Point'}))
        result = self.run_program('import', self.case, '--format', 'geojson', first, self.path('none.geojson'), second, '--json')
        self.assertEqual(result.code, 1)
        lines = result.error.splitlines()
        self.assertEqual(len(lines), 3, lines)
        self.assertIn('first.geojson: feature 2:', lines[0])
        self.assertIn('swapped', lines[0])
        self.assertIn('none.geojson', lines[1])
        self.assertIn('second.geojson: feature 2:', lines[2])
        self.assertEqual(sorted(e['label'] for e in result.json), sorted(['ঢাকা 🛰', 'কোথাও না', 'ক্ষেত্র']))
        self.good('undo', self.case)
        self.assertEqual(self.good('entities', self.case, '--json').json, [])

    def test_notes_are_no_failures(self):
        shape = {'type': 'Feature', 'geometry': {'type': 'LineString', 'coordinates': [[0, 0], [2, 0]]}, 'properties': {'name': 'নদী'}}
        result = self.run_program('import', self.case, '--format', 'geojson', self.write('a.json', collection(shape)), '--json')
        self.assertEqual(result.code, 0)
        self.assertIn('note: a.json: feature 1: its LineString became a point', result.error)
        self.assertEqual([(e['latitude'], e['longitude']) for e in result.json], [(0, 1)])

    def test_standard_input(self):
        result = self.good('import', self.case, '--format', 'geojson', '-', '--json', data=collection(feature('ক', [1, 2])).encode())
        self.assertEqual([e['latitude'] for e in result.json], [2])

    def test_other_files(self):
        for data, says in ((b'', 'empty'), (b'{}', 'FeatureCollection'), (b'<kml/>', ''), (b'\xff\xfe', 'UTF-8'), (b'[' * 100000, 'nested'),
                           (b'{"type": "FeatureCollection", "features": [' + b'[' * 100000, 'nested')):
            result = self.run_program('import', self.case, '--format', 'geojson', self.write('x.geojson', data), '--json')
            self.assertEqual((result.code, result.json), (1, []))
            self.assertIn(says, result.error)
            self.assertEqual(result.error.count('\n'), 1)
        self.assertEqual(self.good('history', self.case).text, '')

    def test_tagset(self):
        tagset = json.loads(self.good('export', self.case, '--format', 'tagset').text)
        tagset['types'] = tagset['types'][:3] + [dict(tagset['types'][0], slug='ship', name='জাহাজ 🛰', badge='জ', shortcut='j', parent=None)]
        path = self.write('tagset.json', json.dumps(tagset))
        types = [t['slug'] for t in self.good('import', self.case, '--format', 'tagset', path, '--json').json]
        self.assertEqual(types, ['person', 'organisation', 'place', 'ship'])
        self.bad('import', self.case, '--format', 'tagset', self.write('x.json', '{}'), says='tagset')

    def test_usage(self):
        path = self.write('a.geojson', collection())
        self.bad('import', self.case, path, code=2, says='--format')
        self.bad('import', self.case, '--format', 'geojson', code=2)
        self.bad('import', self.case, '--format', 'tagset', path, path, code=2)
        self.bad('import', self.case, '--format', 'kml', path, says='kml')
        self.bad('import', self.case, '--format', 'html', path, says='html')
        self.bad('import', os.path.join(self.folder, 'none.sutra'), '--format', 'geojson', path, says='none.sutra')


if __name__ == '__main__':
    unittest.main()
