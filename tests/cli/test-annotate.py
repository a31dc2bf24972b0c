# SPDX-License-Identifier: GPL-3.0-or-later
"""Mentions, entities, and what is refused."""
import os
import unittest

import cli


class Annotate(cli.Case):
    def setUp(self):
        super().setUp()
        self.article = self.add()['id']

    def refused(self, start, end, kind='place', *options, says=''):
        self.bad('annotate', self.case, self.article, str(start), str(end), kind, *options, says=says)
        self.assertEqual(self.good('mentions', self.case, '--json').json, [])

    def test_one(self):
        mention, = self.annotate(self.article, 'আস্তানায়', 'place', '--entity', 'আস্তানা', '--value', 'v', '--note', 'n')
        self.assertEqual((mention['start'], mention['end'], mention['stem_end']), (23, 32, 30))
        self.assertEqual(cli.TEXT[mention['start']:mention['end']], mention['text'])
        self.assertEqual({key: mention[key] for key in ('article', 'fragments', 'type', 'entity_label', 'value', 'status', 'origin', 'note')},
                         {'article': self.article, 'fragments': [], 'type': 'place', 'entity_label': 'আস্তানা', 'value': 'v',
                          'status': 'confirmed', 'origin': 'hand', 'note': 'n'})
        self.assertEqual(self.good('mentions', self.case, self.article, '--json').json, [mention])
        entity, = self.good('entities', self.case, '--json').json
        self.assertEqual((entity['id'], entity['type'], entity['label'], entity['mention_count']), (mention['entity'], 'place', 'আস্তানা', 1))
        self.clean()

    def test_all_is_one_step(self):
        found = self.annotate(self.article, 'আস্তানা', 'place', '--entity', 'আস্তানা', '--all', nth=2)
        self.assertEqual([one['text'] for one in found], ['আস্তানায়', 'আস্তানার', 'আস্তানা', 'আস্তানা'])
        self.assertEqual({one['entity'] for one in found}, {found[0]['entity']})
        self.assertEqual([one['start'] for one in found], sorted(one['start'] for one in found))
        for one in found:
            self.assertEqual(cli.TEXT[one['start']:one['end']], one['text'])
            self.assertEqual(cli.TEXT[one['start']:one['stem_end']], 'আস্তানা')
        moved, = self.good('undo', self.case, '--json').json
        self.assertEqual((moved['undone'], moved['event']), (True, 'edit'))
        self.assertEqual(self.good('mentions', self.case, '--json').json, [])
        self.assertEqual(self.good('entities', self.case, '--json').json, [])
        self.good('redo', self.case)
        self.assertEqual(self.good('mentions', self.case, '--json').json, found)
        # Again: all are marked.
        self.assertEqual(self.annotate(self.article, 'আস্তানা', 'place', '--all', nth=2), [])
        self.clean()

    def test_all_takes_the_inflected_word(self):
        """The name alone may end inside an akshara: কাজাখস্তান in কাজাখস্তানে."""
        article = self.add('😀 কাজাখস্তানে বৈঠক, কাজাখস্তান সফর।')['id']
        self.bad('annotate', self.case, article, '2', '12', 'place', says='akshara')
        found = self.annotate(article, 'কাজাখস্তান', 'place', '--all')
        self.assertEqual([(one['text'], one['stem_end'] - one['start'], one['origin']) for one in found],
                         [('কাজাখস্তানে', 10, 'hand'), ('কাজাখস্তান', 10, 'occurrence')])

    def test_all_leaves_the_unsure(self):
        article = self.add('😀 চট্টগ্রামে বৈঠক, চট্টগ্রামমুখী সড়ক, চট্টগ্রামের মেয়র, চট্টগ্রামবাসী।')['id']
        done = self.run_program('annotate', self.case, article, '2', '11', 'place', '--all', '--json')
        self.assertEqual(done.code, 0)
        self.assertEqual([one['text'] for one in done.json], ['চট্টগ্রামে', 'চট্টগ্রামের'])
        self.assertRegex(done.error, r'^sutractl: 2 less certain [^\n]*\n$')

    def test_all_of_a_person(self):
        """The last word of the name and an acronym beside it are less certain, so they are left."""
        article = self.add('😀 অজিত ডোভাল বলেন। ডোভালের মতে, বিদেশ মন্ত্রক (এমইএ) এমইএ-র কথা বলেছে, বিদেশ মন্ত্রকের।')['id']
        text = self.good('text', self.case, article).text
        for name, kind, marked, left in [('অজিত ডোভাল', 'person', 1, 1), ('বিদেশ মন্ত্রক', 'organisation', 2, 2)]:
            start = text.index(name)
            done = self.run_program('annotate', self.case, article, str(start), str(start + len(name)), kind, '--all', '--json')
            self.assertEqual((done.code, len(done.json)), (0, marked))
            self.assertTrue(done.error.startswith(f'sutractl: {left} less certain'), done.error)

    def test_all_skips_what_is_marked(self):
        self.annotate(self.article, 'আস্তানার', 'place')
        found = self.annotate(self.article, 'আস্তানা', 'place', '--all', nth=2)
        self.assertEqual(len(found), 3)
        self.assertEqual(len(self.annotate(self.article, 'আস্তানা', 'topic', '--all', nth=2)), 4)

    def test_fragments(self):
        mention, = self.annotate(self.article, 'এমইএ', 'organisation', '--fragment', '33:37', '--fragment', '2:3')
        self.assertEqual((mention['start'], mention['end'], mention['text']), (2, 3, '৮'))
        self.assertEqual(mention['fragments'], [[18, 22], [33, 37]])
        self.clean()

    def test_same_label_same_entity(self):
        one, = self.annotate(self.article, 'আস্তানায়', 'place', '--entity', 'আস্তানা')
        two, = self.annotate(self.article, 'আস্তানার', 'place', '--entity', 'আস্তানা')
        other, = self.annotate(self.article, 'আস্তানার', 'organisation', '--entity', 'আস্তানা')
        self.assertEqual(one['entity'], two['entity'])
        self.assertNotEqual(one['entity'], other['entity'])

    def test_refused_spans(self):
        self.refused(-1, 5, says='offset')
        self.refused(5, 'x', says='offset')
        self.refused(5, 4, says='reversed')
        self.refused(5, 5, says='empty')
        self.refused(0, len(cli.TEXT) + 1, says=str(len(cli.TEXT)))
        self.refused(4000000000, 4000000001)
        self.refused(23, 25, says='akshara')
        self.refused(25, 32, says='akshara')
        self.refused(18, 22, 'place', '--fragment', '20:23', says='')
        self.refused(18, 22, 'place', '--fragment', '40', says='START:END')

    def test_refused_words(self):
        self.refused(18, 22, 'planet', says='person, organisation')
        self.bad('annotate', self.case, 'ffff0000', '18', '22', 'place', says='ffff0000')
        self.bad('annotate', self.case, self.article, '18', '22', code=2)
        self.bad('annotate', self.case, self.article, '18', '22', 'place', '--all', '--fragment', '2:3', code=2)
        self.annotate(self.article, 'এমইএ', 'organisation')
        self.bad('annotate', self.case, self.article, '18', '22', 'organisation', says='already')

    def test_set_and_delete(self):
        mention, = self.annotate(self.article, 'আস্তানায়', 'place', '--entity', 'আস্তানা')
        changed, = self.good('set', self.case, mention['id'], 'value=5', 'status=rejected', '--json').json
        self.assertEqual((changed['value'], changed['status']), ('5', 'rejected'))
        entity, = self.good('set', self.case, mention['entity'], 'label=নুর-সুলতান', 'latitude=51.17', 'longitude=71.43', '--json').json
        self.assertEqual((entity['label'], entity['latitude'], entity['mention_count']), ('নুর-সুলতান', 51.17, 0))
        article, = self.good('set', self.case, self.article, 'title=ন=ত', 'published=2024-04', 'source=', '--json').json
        self.assertEqual((article['title'], article['published'], article['source']), ('ন=ত', '2024-04', None))
        self.bad('set', self.case, mention['id'], 'planet=1', says='planet')
        self.bad('set', self.case, self.article, 'published=yesterday')
        self.bad('set', self.case, mention['id'], 'value', code=2, says='KEY=VALUE')
        self.assertEqual(self.good('delete', self.case, mention['id'], mention['id'], '--json').json, [{'id': mention['id']}])
        result = self.run_program('delete', self.case, self.article, 'ffff0000', '--json')
        self.assertEqual((result.code, result.json), (1, [{'id': self.article}]))
        self.assertEqual(self.good('articles', self.case, '--json').json, [])
        self.good('undo', self.case, '5')
        self.assertEqual(self.good('mentions', self.case, '--json').json, [mention])
        self.clean()

    def test_short_ids(self):
        mention, = self.annotate(self.article, 'এমইএ', 'organisation')
        self.assertIn(mention['id'][-8:], self.good('mentions', self.case).text)
        self.good('set', self.case, mention['id'][-8:], 'note=x')
        self.good('set', self.case, mention['id'].replace('-', '')[:31], 'note=y')
        self.bad('set', self.case, 'abc', 'note=z')
        # Ids of one moment begin alike.
        self.bad('set', self.case, mention['id'][:6], 'note=z', says=mention['id'][:6])

    def test_entity_by_short_id(self):
        mention, = self.annotate(self.article, 'আস্তানায়', 'place')
        other, = self.annotate(self.article, 'আস্তানার', 'place', '--entity', 'আস্তানা')
        for end in (other['entity'][-8:], other['entity'][-12:].upper(), other['entity'].replace('-', '')):
            self.assertEqual(self.good('set', self.case, mention['id'], 'entity=', '--json').json[0]['entity'], None)
            self.assertEqual(self.good('set', self.case, mention['id'], 'entity=' + end, '--json').json[0]['entity'], other['entity'])
        # Short digits and digits of no entity are a name.
        for name in ('2024', '20240408', other['entity'][-4:]):
            self.assertEqual(self.good('set', self.case, mention['id'], 'entity=' + name, '--json').json[0]['entity_label'], name)
        self.clean()


@unittest.skipUnless(os.path.exists(os.path.join(cli.CORPUS, 'reference-article.txt')), 'no corpus')
class Reference(cli.Case):
    def test_whole_way(self):
        path = os.path.join(cli.CORPUS, 'reference-article.txt')
        with open(path, 'rb') as source:
            raw = source.read()
        article = self.good('add', self.case, path, '--json').json[0]
        self.assertEqual(article['code_points'], 2522)
        self.assertEqual(self.good('text', self.case, article['id']).bytes, raw)
        self.assertEqual(self.good('text', self.case, article['id'], '--original').bytes, raw)
        text, name = raw.decode(), 'কাজাখস্তান'
        start = next(i for i in range(len(text)) if text.startswith(name + ' ', i))
        found = self.good('annotate', self.case, article['id'], str(start), str(start + len(name)), 'place', '--entity', name, '--all',
                          '--json').json
        self.assertEqual(len(found), 8)
        self.assertTrue(all(text[one['start']:one['stem_end']] == name for one in found))
        self.good('undo', self.case)
        self.assertEqual(self.good('mentions', self.case, '--json').json, [])
        self.good('redo', self.case)
        self.assertEqual(self.good('mentions', self.case, '--json').json, found)
        self.assertEqual([one['event'] for one in self.good('history', self.case, '--json').json], ['redo', 'undo', 'edit', 'edit'])
        for kind in ('w3c', 'html'):
            self.assertIn(name, self.good('export', self.case, '--format', kind).text)
        self.clean()


cli.main()
