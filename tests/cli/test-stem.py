# SPDX-License-Identifier: GPL-3.0-or-later
"""sutractl stem: the dictionary forms of words."""
import cli


class Stem(cli.Case):
    def stems(self, *words):
        return self.good('stem', *words, '--json').json

    def best(self, word):
        found = self.stems(word)[0]
        return found['base'], [(s['text'], s['kind']) for s in found['suffixes']]

    def test_shape(self):
        found = self.stems('কাজাখস্তানের', 'ঢাকা')
        for stem in found:
            self.assertEqual(list(stem), ['word', 'base', 'stem_end', 'suffixes', 'score', 'sure'])
        self.assertEqual({s['word'] for s in found}, {'কাজাখস্তানের', 'ঢাকা'})
        self.assertEqual([len(s['base']) for s in found], [s['stem_end'] for s in found])
        kazakhstan = [s for s in found if s['word'] == 'কাজাখস্তানের']
        self.assertEqual([s['score'] for s in kazakhstan], sorted((s['score'] for s in kazakhstan), reverse=True))
        self.assertEqual(kazakhstan[0]['stem_end'], 10)
        self.assertTrue(kazakhstan[0]['sure'])
        # The word itself is always one of the readings.
        self.assertIn(('কাজাখস্তানের', []), [(s['base'], s['suffixes']) for s in kazakhstan])

    def test_chains(self):
        for word, base, chain in [
                ('কাজাখস্তানের', 'কাজাখস্তান', [('ের', 'genitive')]),
                ('আস্তানায়', 'আস্তানা', [('য়', 'locative')]),
                ('সাংবাদিকদেরকেও', 'সাংবাদিক', [('দের', 'plural'), ('কে', 'object'), ('ও', 'particle')]),
                ('প্রতিবেদনটিতেই', 'প্রতিবেদন', [('টি', 'classifier'), ('তে', 'locative'), ('ই', 'particle')]),
                ('সিলেটেরটি', 'সিলেট', [('ের', 'genitive'), ('টি', 'classifier')]),
                ('(এমইএ)-র', '(এমইএ)', [('র', 'genitive')]),
                ('এমইএ -এর', 'এমইএ', [('এর', 'genitive')]),
                ('৭ম', '৭', [('ম', 'ordinal')]),
                ('রহমানসহ', 'রহমান', [('সহ', 'attached')]),
                ("Kazakhstan's", 'Kazakhstan', [("'s", 'possessive')]),
                ('সরকার', 'সরকার', [])]:
            got, suffixes = self.best(word)
            self.assertEqual(got, base)
            self.assertEqual([(t.replace('\u09df', '\u09af\u09bc'), k) for t, k in suffixes], [(t.replace('\u09df', '\u09af\u09bc'), k) for t, k in chain])

    def test_changed_letters(self):
        self.assertIn('বিদ্যুৎ', [s['base'] for s in self.stems('বিদ্যুতের')])
        self.assertEqual(self.best('শিলঙের')[0], 'শিলং')

    def test_doubtful(self):
        found = [s for s in self.stems('ঢাকাবাসী') if s['base'] == 'ঢাকা']
        self.assertEqual([(s['suffixes'][0]['kind'], s['sure']) for s in found], [('derived', False)])

    def test_for_people(self):
        self.assertIn('কাজাখস্তান + ের (genitive)', self.good('stem', 'কাজাখস্তানের').text)
        self.assertEqual(self.good('stem', '--best', 'ঢাকায়', 'সিলেটে').text.count('\n'), 3)

    def test_bad(self):
        self.bad('stem', code=2)
        self.assertEqual(len(self.bad('stem', '', 'ঢাকা', '--json', says='empty').json), len(self.stems('ঢাকা')))
        self.assertTrue(self.stems('ক' + '\u09cd' * 20000))
        self.assertEqual([s['base'] for s in self.stems('😀')], ['😀'])


cli.main()
