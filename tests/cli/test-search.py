#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sutractl search."""
import os
import shutil
import sqlite3
import unittest

from cli import Case

OTHER = '🧵 Kazakhstan\'s capital.\n\nকাজাখস্তানকে নিয়ে কথা। র‍্যাব এল, ২০২৪ সালে। হঠাৎ বৃষ্টি।\n'


class Search(Case):
    def search(self, query, *options):
        return self.good('search', self.case, query, '--json', *options).json

    def quotes(self, query):
        return [hit['match'] for hit in self.search(query)]

    def setUp(self):
        super().setUp()
        self.first = self.add()
        self.other = self.add(OTHER, 'other.txt', '--title', 'বিশেষ শিরোনাম')

    def test_places(self):
        texts = {a['id']: self.good('text', self.case, a['id']).text for a in (self.first, self.other)}
        for query in ('আস্তানা', 'কাজাখস্তান', 'kazakhstan', '"নিয়ে কথা"', 'আস্তা*'):
            hits = self.search(query)
            self.assertTrue(hits, query)
            for hit in hits:
                text = texts[hit['article']]
                self.assertEqual(text[hit['start']:hit['end']], hit['match'])
                self.assertIn(hit['before'] + hit['match'] + hit['after'], text.replace('\n', ' '))
                self.assertEqual(set(hit), {'article', 'title', 'start', 'end', 'before', 'match', 'after', 'score'})

    def test_forms(self):
        everywhere = ['আস্তানায়', 'আস্তানার', 'আস্তানা', 'আস্তানা']
        self.assertEqual(self.quotes('আস্তানা'), everywhere)
        self.assertEqual(self.quotes('আস্তানার'), everywhere)
        self.assertEqual(self.quotes('"আস্তানার"'), ['আস্তানার'])
        self.assertEqual(self.quotes('"আস্তানা"'), ['আস্তানা', 'আস্তানা'])
        self.add('📰 পররাষ্ট্র মন্ত্রণালয় জানায়। পররাষ্ট্র মন্ত্রণালয়ের কথা। পররাষ্ট্র ও মন্ত্রণালয়।\n', 'ministry.txt')
        self.assertEqual(self.quotes('"পররাষ্ট্র মন্ত্রণালয়"'), ['পররাষ্ট্র মন্ত্রণালয়', 'পররাষ্ট্র মন্ত্রণালয়ের'])
        self.assertEqual(self.quotes('"পররাষ্ট্র মন্ত্রণালয়ের"'), ['পররাষ্ট্র মন্ত্রণালয়ের'])
        self.assertEqual(self.quotes('কাজাখস্তানের'), ['কাজাখস্তানকে'])
        self.assertEqual(self.quotes('KAZAKHSTAN'), ["Kazakhstan's"])
        self.assertEqual(self.quotes('ভারত-আস্তানা'), ['ভারত-আস্তানা'])
        self.assertEqual(self.quotes('ভারত'), ['ভারত'])

    def test_identical_looks(self):
        self.assertEqual(self.quotes('র্যাব'), ['র‍্যাব'])
        self.assertEqual(self.quotes('হঠাত্'), ['হঠাৎ'])
        self.assertEqual(sorted(self.quotes('2024')), ['২০২৪', '২০২৪'])
        self.assertEqual(len(self.quotes('নিয়ে')), 2)
        self.assertEqual(self.quotes('নিয়ে'), self.quotes('নিয়ে'))

    def test_operators(self):
        def articles(query):
            return {hit['article'] for hit in self.search(query)}
        first, other = self.first['id'], self.other['id']
        self.assertEqual(articles('নিয়ে'), {first, other})
        self.assertEqual(articles('নিয়ে আস্তানা'), {first})
        self.assertEqual(articles('নিয়ে -আস্তানা'), {other})
        self.assertEqual(articles('নিয়ে NOT "আস্তানার"'), {other})
        self.assertEqual(articles('আস্তানা OR kazakhstan'), {first, other})
        self.assertEqual(articles('"কথা নিয়ে"'), set())
        self.assertEqual(articles('নিয়ে nothinglikeit'), set())

    def test_title(self):
        hit, = self.search('শিরোনাম')
        self.assertEqual((hit['article'], hit['start'], hit['match']), (self.other['id'], None, 'শিরোনাম'))
        # The title of the other article is its first line: it is not shown twice.
        self.assertEqual(len(self.search('বৈঠক')), 1)

    def test_limit(self):
        self.assertEqual(len(self.search('আস্তানা', '--limit', '2')), 2)
        self.bad('search', self.case, 'ক', '--limit', '0', code=2, says='--limit')
        self.bad('search', self.case, code=2)

    def test_undo(self):
        self.good('undo', self.case)
        self.assertEqual(self.search('কাজাখস্তান'), [])
        self.good('redo', self.case)
        self.assertEqual(len(self.search('কাজাখস্তান')), 1)
        self.good('delete', self.case, self.other['id'])
        self.assertEqual(self.search('কাজাখস্তান'), [])
        self.clean()

    def test_read_only(self):
        os.chmod(self.case, 0o400)
        copy = self.path('indexed.sutra')
        shutil.copy(self.case, copy)
        os.chmod(copy, 0o600)
        scanned = self.search('আস্তানা -nothing')
        indexed = self.good('search', copy, 'আস্তানা -nothing', '--json').json
        self.assertEqual([h['match'] for h in scanned], [h['match'] for h in indexed])
        self.assertEqual(len(scanned), 4)

    def test_table(self):
        text = self.good('search', self.case, 'কাজাখস্তান').text
        self.assertIn('[কাজাখস্তানকে]', text)
        self.assertTrue(text.startswith('ARTICLE'))

    def test_odd_queries(self):
        for query in ('', ' ', '"', '""', '*', '-', '- -', '।', '()', '🧵', '-আস্তানা', '" "', "'", ' ', '̃'):
            self.bad('search', self.case, '--', query, says='no word')
        for query in ('AND', 'OR', 'NOT', 'AND OR NOT', 'NEAR(a b)', 'tokens:x', '{a b}:c', 'a"b', '^a', 'a + b', "a'b\"c", '"a', 'a*b', '\\', 'x' * 10000,
                      'ক' + '্' * 3000, 'a OR', 'OR a', 'SELECT 1; --', '=আস্তানা', '\x01a', 'a\tb'):
            result = self.run_program('search', self.case, '--json', '--', query)
            self.assertIn(result.code, (0, 1), query)
            self.assertNotIn('SQL', result.error)
            self.assertNotIn('fts5', result.error)
        self.bad('search', self.case, 'a ' * 5000, says='more than 64')
        self.clean()

    def test_damaged_index(self):
        self.search('আস্তানা')
        db = sqlite3.connect(self.case)
        db.execute("UPDATE search_data SET block = x'00' WHERE id > 10")
        db.commit()
        db.close()
        self.assertEqual(len(self.search('আস্তানা')), 4)
        self.clean()


if __name__ == '__main__':
    unittest.main()
