# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rules propose, accepted and rejected."""
import os
import re
import unittest

import cli

FIELDS = {'id', 'article', 'start', 'end', 'stem_end', 'text', 'kind', 'type', 'value', 'explanation'}


class Suggest(cli.Case):
    def setUp(self):
        super().setUp()
        self.article = self.add()['id']

    def suggest(self, *options):
        found = self.good('suggest', self.case, self.article, '--json', *options).json
        for one in found:
            self.assertEqual(set(one), FIELDS)
            self.assertEqual(cli.TEXT[one['start']:one['end']], one['text'])
            self.assertTrue(one['start'] < one['stem_end'] <= one['end'])
            self.assertEqual(one['article'], self.article)
        self.assertEqual([one['start'] for one in found], sorted(one['start'] for one in found))
        return found

    def names(self):
        return [one['text'] for one in self.suggest('--kind', 'name')]

    def test_names(self):
        self.assertEqual(self.names(), [])
        self.annotate(self.article, 'আস্তানায়', 'place', '--entity', 'আস্তানা')
        found = self.suggest('--kind', 'name')
        self.assertEqual([one['text'] for one in found], ['আস্তানার', 'আস্তানা', 'আস্তানা'])
        self.assertEqual({one['type'] for one in found}, {'place'})
        self.assertEqual({cli.TEXT[one['start']:one['stem_end']] for one in found}, {'আস্তানা'})
        self.assertEqual(self.suggest('--kind', 'name'), found)  # the same ids on every run
        self.assertEqual(len({one['id'] for one in found}), 3)
        table = self.good('suggest', self.case, self.article, '--kind', 'name').text.splitlines()
        self.assertEqual(len(table), 4)
        self.assertTrue(table[0].startswith('ID') and table[0].endswith('EXPLANATION'))
        self.assertEqual(self.suggest('--kind', 'place'), [])

    def test_accept(self):
        mention, = self.annotate(self.article, 'আস্তানায়', 'place', '--entity', 'আস্তানা')
        found = self.suggest('--kind', 'name')
        accepted = self.good('suggest', self.case, self.article, '--kind', 'name', '--accept', '--json').json
        self.assertEqual([(one['start'], one['end'], one['stem_end'], one['text']) for one in accepted],
                         [(one['start'], one['end'], one['stem_end'], one['text']) for one in found])
        self.assertEqual({(one['status'], one['origin'], one['entity']) for one in accepted}, {('confirmed', 'suggestion', mention['entity'])})
        self.assertEqual(self.names(), [])
        # Again: nothing is left; and all was one step.
        self.assertEqual(self.good('suggest', self.case, self.article, '--kind', 'name', '--accept', '--json').json, [])
        moved, = self.good('undo', self.case, '--json').json
        self.assertEqual(moved['label'], 'Accept 3 suggestions (“আস্তানার”)')
        self.assertEqual(self.suggest('--kind', 'name'), found)
        self.clean()

    def test_rejected(self):
        """A rejected one is kept, listed as such, counted and exported nowhere."""
        self.annotate(self.article, 'আস্তানায়', 'place', '--entity', 'আস্তানা')
        accepted = self.good('suggest', self.case, self.article, '--kind', 'name', '--accept', '--json').json
        for one in accepted:
            self.good('set', self.case, one['id'], 'status=rejected')
        self.assertEqual(self.names(), [])
        listed = self.good('mentions', self.case, '--json').json
        self.assertEqual([one['status'] for one in listed], ['confirmed', 'rejected', 'rejected', 'rejected'])
        self.assertIn('rejected', self.good('mentions', self.case).text)
        self.assertEqual(self.good('articles', self.case, '--json').json[0]['mention_count'], 1)
        self.assertEqual(self.good('entities', self.case, '--json').json[0]['mention_count'], 1)
        for one in self.good('formats', '--json').json:
            if one['writes']:
                self.assertNotIn(accepted[0]['id'].encode(), self.good('export', self.case, '--format', one['id']).bytes, one['id'])
        # Marked by hand after all: the row becomes a mention again.
        again, = self.annotate(self.article, 'আস্তানার', 'place', '--entity', 'আস্তানা')
        self.assertEqual((again['id'], again['status'], again['origin']), (accepted[0]['id'], 'confirmed', 'hand'))
        self.clean()

    def test_checks(self):
        path = self.write('danda.txt', '😀 ক্ষমতার কথা৷ শেষ।\n')
        article = self.good('add', self.case, path, '--json').json[0]['id']
        found, = self.good('suggest', self.case, article, '--kind', 'check', '--json').json
        self.assertEqual((found['kind'], found['type'], found['text'], found['value']), ('check', None, '৷', '।'))
        self.assertTrue(found['explanation'])
        self.bad('suggest', self.case, article, '--kind', 'check', '--accept', code=2)
        self.assertEqual(self.good('suggest', self.case, article, '--kind', 'check', '--kind', 'name', '--accept', '--json').json, [])

    def test_refused(self):
        self.bad('suggest', self.case, self.article, '--kind', 'colour', code=2, says='colour')
        self.bad('suggest', self.case, 'ffff0000', says='ffff0000')
        self.bad('suggest', self.case, code=2)


@unittest.skipUnless(os.path.exists(os.path.join(cli.CORPUS, 'reference-article.txt')), 'no corpus')
class Reference(cli.Case):
    def test_one_annotation_each(self):
        path = os.path.join(cli.CORPUS, 'reference-article.txt')
        article = self.good('add', self.case, path, '--json').json[0]['id']
        text = self.good('text', self.case, article).text
        for name, count in (('কাজাখস্তান', 8), ('আস্তানা', 2)):
            bare = re.search(name + r'(?![\u0980-\u09ff])', text)
            start = bare.start() if bare else text.index(name)
            self.good('annotate', self.case, article, str(start), str(start + len(name)), 'place', '--entity', name)
            self.good('suggest', self.case, article, '--kind', 'name', '--accept')
            marked = [one for one in self.good('mentions', self.case, '--json').json if one['entity_label'] == name]
            self.assertEqual(len(marked), count)
            self.assertEqual({text[one['start']:one['stem_end']] for one in marked}, {name})
        dates = [(one['text'], one['value']) for one in self.good('suggest', self.case, article, '--kind', 'date', '--json').json]
        self.assertEqual([value for _, value in dates], ['2024-04-08', '2023-10-17', None, '2023-10-30/2023-11-11'])
        self.good('set', self.case, article, 'published=2024-04-09')
        dates = self.good('suggest', self.case, article, '--kind', 'date', '--json').json
        self.assertEqual([one['value'] for one in dates], ['2024-04-08', '2023-10-17', '2023', '2023-10-30/2023-11-11'])
        checks = self.good('suggest', self.case, article, '--kind', 'check', '--json').json
        self.assertTrue({264, 579, 587, 711, 1928} <= {one['start'] for one in checks})
        self.clean()


cli.main()
