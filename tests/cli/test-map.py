# SPDX-License-Identifier: GPL-3.0-or-later
"""The map as a picture, from scripts."""
import os
import struct
import unittest
import xml.etree.ElementTree as tree

import cli

SVG = '{http://www.w3.org/2000/svg}'
SENTENCE = 'Boundaries shown do not imply endorsement or acceptance.'


class Map(cli.Case):
    def setUp(self):
        super().setUp()
        self.article = self.add(cli.TEXT, 'article.txt', '--language', 'bn', '--title', 'বৈঠক <আস্তানা> & "😀"')
        self.astana = self.annotate(self.article['id'], 'আস্তানায়', 'place', '--entity', 'আস্তানা')[0]['entity']
        self.india = self.annotate(self.article['id'], 'ভারত', 'place', '--entity', 'ভারত')[0]['entity']
        self.mea = self.annotate(self.article['id'], 'এমইএ', 'organisation', '--entity', 'এমইএ')[0]['entity']
        self.good('locate', self.case, self.astana, '51.17', '71.43')
        self.good('locate', self.case, self.india, '22.8', '79.6', '--area', 'IN')

    def map(self, name, *options):
        path = self.path(name)
        self.good('map', self.case, '-o', path, *options)
        return self.read(path)

    def texts(self, svg):
        return [one.text for one in tree.fromstring(svg).iter(SVG + 'text')]

    def test_svg(self):
        svg = self.map('a.svg', '--article', self.article['id'])
        root = tree.fromstring(svg)
        self.assertEqual(root.find(SVG + 'title').text, 'বৈঠক <আস্তানা> & "😀"')
        self.assertEqual(root.find(SVG + 'desc').text, 'আস্তানা, ভারত')
        self.assertEqual(root.get('role'), 'img')
        texts = self.texts(svg)
        for wanted in ('আস্তানা', 'ভারত', 'স্থান', 'অঞ্চল', 'বৈঠক <আস্তানা> & "😀"', 'বিতর্কিত সীমান্ত', 'প্রদর্শিত সীমানা কোনো অনুমোদন বা স্বীকৃতি বোঝায় না।'):
            self.assertIn(wanted, texts)
        self.assertNotIn('সংগঠন', texts)  # nothing of that type has a location
        self.assertTrue(any('Natural Earth' in text for text in texts))
        # The outlines are there too, and every id is there once.
        self.assertGreater(len(list(root.iter(SVG + 'path'))), 20)
        ids = [one.get('id') for one in root.iter() if one.get('id')]
        self.assertEqual(len(ids), len(set(ids)))

    def test_claims(self):
        shown = self.texts(self.map('a.svg', '--language', 'en'))
        self.assertIn('disputed boundary', shown)
        self.assertIn(SENTENCE, shown)
        hidden = self.texts(self.map('b.svg', '--language', 'en', '--no-claims'))
        self.assertNotIn('disputed boundary', hidden)
        self.assertNotIn(SENTENCE, hidden)
        # Nor where none is on the map.
        self.good('locate', self.case, self.india, '--clear')
        far = self.texts(self.map('c.svg', '--language', 'en'))
        self.assertNotIn('disputed boundary', far)
        self.assertNotIn(SENTENCE, far)

    def test_same_map_same_bytes(self):
        for name in ('svg', 'pdf', 'png'):
            first, second = self.map('1.' + name), self.map('2.' + name)
            self.assertEqual(first, second)
            self.assertGreater(len(first), 5000)

    def test_kinds(self):
        pdf = self.map('a.pdf')
        self.assertTrue(pdf.startswith(b'%PDF-1.'))
        self.assertNotIn(b'CreationDate', pdf)
        png = self.map('a.PNG', '--width', '500', '--height', '300', '--theme', 'dark')
        self.assertEqual((png[:8], struct.unpack('>II', png[16:24])), (b'\x89PNG\r\n\x1a\n', (500, 300)))
        self.assertEqual(tree.fromstring(self.map('a.svg', '--width', '500', '--height', '300')).get('viewBox'), '0 0 500 300')
        self.assertNotEqual(png, self.map('b.png', '--width', '500', '--height', '300', '--theme', 'high-contrast-dark'))

    def test_single_entities(self):
        texts = self.texts(self.map('a.svg', '--entity', self.astana, '--title', 'একটি'))
        self.assertIn('একটি', texts)
        self.assertIn('আস্তানা', texts)
        self.assertNotIn('ভারত', texts)
        self.bad('map', self.case, '-o', self.path('b.svg'), '--entity', self.mea, says='nothing here has a location')
        self.bad('map', self.case, '-o', self.path('b.svg'), '--entity', 'ffff0000', says='ffff0000')
        self.assertFalse(os.path.exists(self.path('b.svg')))

    def test_language(self):
        self.assertIn('Place', self.texts(self.map('a.svg', '--language', 'en')))
        self.assertIn('স্থান', self.texts(self.map('b.svg')))  # the names are Bengali

    def test_edges_of_the_world(self):
        for place in (('90', '0'), ('-85.06', '179.99999'), ('0', '-180')):
            self.good('locate', self.case, self.astana, *place)
            self.good('locate', self.case, self.india, *place)
            texts = self.texts(self.map('a.svg', '--force', '--width', '400', '--height', '400'))
            self.assertIn('আস্তানা', texts)
            self.assertIn('ভারত', texts)

    def test_report(self):
        path = self.path('a.svg')
        self.good('locate', self.case, self.india, '--clear')
        self.assertEqual(self.good('map', self.case, '-o', path).text, f'Wrote {path}: 1 located, 1 without a location\n')
        self.bad('map', self.case, '-o', path, says='exists')
        self.assertEqual(self.good('map', self.case, '-o', path, '--force', '--json').json, [{'path': path, 'located': 1, 'unlocated': 1}])

    def test_nothing(self):
        self.good('locate', self.case, self.india, '--clear')
        self.good('locate', self.case, self.astana, '--clear')
        self.bad('map', self.case, '-o', self.path('a.svg'), says='sutractl locate')

    def test_usage(self):
        for options in ((), ('-o', 'x.gif'), ('-o', '-'), ('-o', '.svg'), ('-o', 'x.svg', '--width', '10'), ('-o', 'x.svg', '--width', 'nan'),
                        ('-o', 'x.svg', '--height', '1e9'), ('-o', 'x.svg', '--height', '5x'), ('-o', 'x.svg', '--theme', 'blue')):
            self.bad('map', self.case, *options, code=2)
        self.bad('map', self.case, '-o', self.path('no/such/x.svg'), says='folder does not exist')
        self.bad('map', self.path('none.sutra'), '-o', self.path('x.svg'), says='none.sutra')

    def test_without_data(self):
        """A plain map, and a line for each file that is not there."""
        os.mkdir(self.path('empty'))
        path = self.path('a.svg')
        result = self.run_program('map', self.case, '-o', path, env={**os.environ, 'SUTRA_GEO_DIR': self.path('empty')})
        self.assertEqual(result.code, 1)
        self.assertEqual(result.error.count('\n'), 2)
        self.assertIn('আস্তানা', self.texts(self.read(path)))


cli.main()
