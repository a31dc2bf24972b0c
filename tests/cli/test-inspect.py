# SPDX-License-Identifier: GPL-3.0-or-later
"""sutractl inspect: how a text is made up."""
import cli


class Inspect(cli.Case):
    def clusters(self, text, *more, data=b''):
        return self.good('inspect', text, '--json', *more, data=data).json

    def test_clusters(self):
        text = '📰 ক্ষ র‍্যাব'
        clusters = self.clusters(text)
        self.assertEqual([c['text'] for c in clusters], ['📰', ' ', 'ক্ষ', ' ', 'র‍্যা', 'ব'])
        self.assertEqual(''.join(c['text'] for c in clusters), text)
        conjunct = clusters[2]
        self.assertEqual((conjunct['start'], conjunct['end']), (2, 5))
        self.assertEqual([c['code_point'] for c in conjunct['characters']], ['U+0995', 'U+09CD', 'U+09B7'])
        self.assertEqual(conjunct['characters'][0]['name'], 'BENGALI LETTER KA')
        self.assertEqual(len(conjunct['glyphs']), 1)
        self.assertIn('Bengali', conjunct['glyphs'][0]['font'])
        self.assertEqual({g['missing'] for c in clusters[1:] for g in c['glyphs']}, {False})

    def test_findings(self):
        found = [f for c in self.clusters('র্যাব, এমইএ -এর সভা৷') for f in c['findings']]
        self.assertEqual([(f['kind'], f['start'], f['end']) for f in found], [('ya-phala', 0, 3), ('spacing', 11, 13), ('danda', 19, 20)])
        self.assertEqual(found[2]['meant'], '।')
        self.assertTrue(self.clusters('া')[0]['glyphs'][0]['dotted_circle'])

    def test_for_people(self):
        shown = self.good('inspect', 'সভা৷').text
        self.assertIn('BENGALI LETTER SA', shown)
        self.assertIn('3–4 danda: ', shown)

    def test_standard_input(self):
        self.assertEqual(self.clusters('-', data='ক\n'.encode())[0]['text'], 'ক')
        self.assertEqual(self.clusters('-', data='\ufeffক'.encode('utf-16'))[-1]['text'], 'ক')

    def test_bad(self):
        self.bad('inspect', code=2)
        self.bad('inspect', 'ক', 'খ', code=2)
        self.bad('inspect', '', code=1)
        self.bad('inspect', '-', code=1, data=b'\x00\x01', says='standard input')
        self.bad('inspect', '-', code=1, data='কি'.encode() * 20000, says='20000')


cli.main()
