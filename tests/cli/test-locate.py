# SPDX-License-Identifier: GPL-3.0-or-later
"""Where entities are, from scripts."""
import unittest

import cli


class Locate(cli.Case):
    def setUp(self):
        super().setUp()
        article = self.add()
        self.entity = self.annotate(article['id'], 'আস্তানায়', 'place', '--entity', 'আস্তানা')[0]['entity']

    def locate(self, *arguments):
        entity, = self.good('locate', self.case, self.entity, *arguments, '--json').json
        return entity

    def where(self, entity):
        return [entity[key] for key in ('latitude', 'longitude', 'radius_m', 'area', 'place', 'location_source')]

    def test_two_numbers(self):
        entity = self.locate('51.17', '71.43')
        self.assertEqual(entity['label'], 'আস্তানা')
        self.assertEqual(entity['mention_count'], 1)
        self.assertEqual(self.where(entity), [51.17, 71.43, None, None, None, 'typed'])
        self.assertEqual(self.good('entities', self.case, '--json').json, [entity])
        # Negative ones are no options, and a comma is one of the number.
        self.assertEqual(self.where(self.locate('-51,5', '-0,25', '--radius', '500'))[:3], [-51.5, -0.25, 500])
        self.assertEqual(self.where(self.locate('-90', '180'))[:3], [-90, 180, None])
        self.clean()

    def test_one_text(self):
        for text in ('51.5, 71.25', '51°30′N 71°15′E', '71.25 E 51.5 N', '৫১.৫° উ, ৭১.২৫° পূ', 'geo:51.5,71.25'):
            self.assertEqual(self.where(self.locate(text)), [51.5, 71.25, None, None, None, 'typed'])
        self.assertEqual(self.where(self.locate('geo:51.5,71.25;u=300'))[2], 300)
        self.assertEqual(self.where(self.locate('geo:51.5,71.25;u=300', '--radius', '7'))[2], 7)

    def test_area(self):
        self.assertEqual(self.where(self.locate('33', '66', '--area', 'af pk')), [33, 66, None, 'AF PK', None, 'typed'])

    def test_candidate(self):
        entity = self.locate('iso:KZ')
        self.assertEqual(self.where(entity)[2:], [None, 'KZ', 'iso:KZ', 'gazetteer'])
        self.assertTrue(40 < entity['latitude'] < 56 and 46 < entity['longitude'] < 88)
        entity = self.locate('gn:1526273')
        self.assertEqual(self.where(entity)[2:], [None, None, 'gn:1526273', 'gazetteer'])
        self.assertAlmostEqual(entity['latitude'], 51.18, delta=0.1)
        self.assertAlmostEqual(entity['longitude'], 71.45, delta=0.1)
        self.clean()

    def test_keep_and_reject(self):
        self.assertIsNone(self.locate('1', '2', '--keep')['latitude'])
        self.assertIsNone(self.locate('3', '4', '--reject')['latitude'])
        self.assertEqual(self.locate('1', '2')['latitude'], 1)
        self.assertIsNone(self.locate('1', '2', '--reject')['latitude'])

    def test_clear_and_undo(self):
        self.locate('51.17', '71.43', '--radius', '100')
        self.assertEqual(self.where(self.locate('--clear')), [None] * 6)
        self.assertEqual(self.good('history', self.case, '--json').json[0]['label'], 'Remove the location of “আস্তানা”')
        self.good('undo', self.case)
        entity, = self.good('entities', self.case, '--json').json
        self.assertEqual(self.where(entity), [51.17, 71.43, 100, None, None, 'typed'])
        self.assertEqual(self.good('history', self.case, '--json').json[2]['label'], 'Locate “আস্তানা”')
        self.good('undo', self.case)
        self.assertEqual(self.where(self.good('entities', self.case, '--json').json[0]), [None] * 6)
        self.clean()

    def test_people(self):
        lines = self.good('locate', self.case, self.entity[-8:], '51.17', '71.43').text.splitlines()
        self.assertEqual(len(lines), 2)
        self.assertIn('আস্তানা', lines[1])

    def test_refused(self):
        before = self.good('history', self.case).text
        for arguments, says in ((('91', '0'), '91'), (('71.43', '191'), ''), (('x', 'y'), ''), (('1', '2', '--radius', 'far'), 'metres'),
                                (('1', '2', '--radius', '-5'), 'radius'), (('1', '2', '--radius', 'nan'), 'metres'),
                                (('1', '2', '--area', 'Kazakhstan'), 'country'), (('gn:0',), 'gazetteer'), (('nowhere:1',), 'gazetteer'),
                                (('আস্তানা',), ''), (('',), ''), (('geo:51,71;crs=moon',), '')):
            self.bad('locate', self.case, self.entity, *arguments, says=says)
        self.bad('locate', self.case, self.entity, '102.5', '23.7', says='swapped')
        self.bad('locate', self.case, 'ffffffff', '1', '2', says='ffffffff')
        self.assertEqual(self.good('history', self.case).text, before)

    def test_usage(self):
        for arguments in ((), ('1', '2', '3'), ('--clear', '1', '2'), ('--clear', '--radius', '5'), ('1', '2', '--keep', '--reject'), ('1', '2', '--where')):
            self.bad('locate', self.case, self.entity, *arguments, code=2)
        self.bad('locate', self.case, code=2)

    def test_no_data(self):
        """Without the gazetteer coordinates still work."""
        import os
        environment = dict(os.environ, SUTRA_GEO_DIR=self.folder)
        self.bad('locate', self.case, self.entity, 'iso:KZ', env=environment)
        self.good('locate', self.case, self.entity, '1', '2', env=environment)


if __name__ == '__main__':
    unittest.main()
