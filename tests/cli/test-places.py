# SPDX-License-Identifier: GPL-3.0-or-later
"""sutractl places: places by name."""
import os

import cli


class Places(cli.Case):
    def places(self, *arguments):
        return self.good('places', *arguments, '--json').json

    def first(self, *arguments):
        return self.places(*arguments)[0]['id']

    def test_shape(self):
        found = self.places('আস্তানায়')
        self.assertEqual(list(found[0]), ['id', 'name', 'name_latin', 'kind', 'country', 'latitude', 'longitude', 'population', 'score', 'why'])
        astana = found[0]
        self.assertEqual((astana['id'], astana['name'], astana['name_latin'], astana['kind'], astana['country']),
                         ('gn:1526273', 'আস্তানা', 'Astana', 'capital', 'KZ'))
        self.assertAlmostEqual(astana['latitude'], 51.18, 1)
        self.assertAlmostEqual(astana['longitude'], 71.45, 1)
        self.assertGreater(astana['population'], 300000)
        self.assertIn('without the ending', astana['why'])
        region = self.places('মধ্য এশিয়া')[0]
        self.assertEqual((region['id'], region['kind'], region['country'], region['population']), ('m49:143', 'macroregion', None, None))

    def test_found(self):
        for name, place in [('ভারত', 'iso:IN'), ('কাজাখস্তানের', 'iso:KZ'), ('দক্ষিণ এশিয়ার', 'm49:034'), ('আফ-পাক অঞ্চলে', 'own:afpak'), ('ঢাকা', 'gn:1185241'),
                            ('Kazakhstan', 'iso:KZ'), ('lodz', 'gn:3093133'), ('তাশখন্ধ', 'gn:1512569')]:
            self.assertEqual(self.first(name), place, name)
        self.assertEqual(self.places('📰'), [])

    def test_order_and_limit(self):
        found = self.places('সান হোসেন', '--limit', '7')
        self.assertEqual(len(found), 7)
        self.assertEqual([f['score'] for f in found], sorted((f['score'] for f in found), reverse=True))
        self.assertEqual(found, self.places('সান হোসেন', '--limit', '7'))
        self.assertLessEqual(len(self.places('সান হোসেন')), 10)

    def test_country(self):
        self.assertEqual(self.first('Hyderabad'), 'gn:1269843')
        self.assertEqual(self.first('Hyderabad', '--country', 'pk'), 'gn:1176734')
        self.assertEqual(self.first('Hyderabad', '--near', 'AF, PK'), 'gn:1176734')
        self.assertEqual({f['country'] for f in self.places('Birmingham', '--country', 'US')}, {'US'})

    def test_coordinates(self):
        found = self.places('51.1694, 71.4491')
        self.assertEqual([(f['id'], f['name'], f['latitude'], f['longitude']) for f in found], [(None, None, 51.1694, 71.4491)])

    def test_for_people(self):
        text = self.good('places', 'ঢাকায়').text
        self.assertIn('gn:1185241', text)
        self.assertIn('“ঢাকা”, without the ending, is a name of Dhaka', text)
        self.assertEqual(self.good('places', '📰').text, '')

    def test_bad(self):
        self.bad('places', code=2)
        self.bad('places', 'ঢাকা', 'সিলেট', code=2)
        self.bad('places', 'ঢাকা', '--country', 'Bangladesh', code=2, says='--country')
        self.bad('places', 'ঢাকা', '--near', 'BD 💥', code=2, says='--near')
        for limit in ['0', '-1', '1001', 'x']:
            self.bad('places', 'ঢাকা', '--limit', limit, code=2, says='--limit')

    def test_no_data(self):
        """Without its list, or with a damaged one, the program says so and no more."""
        empty = dict(os.environ, SUTRA_GEO_DIR=self.folder)
        self.bad('places', 'ঢাকা', says='places.sgaz is not there', env=empty)
        self.write('places.sgaz', b'SGAZ\r\n\x1a\n' + bytes(5000))
        self.bad('places', 'ঢাকা', says='is damaged', env=empty)


cli.main()
