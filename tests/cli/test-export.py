# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes out says of the text what the case says: quotes, offsets, digests; and files are whole or not there."""
import hashlib
import html.parser
import json
import os
import resource
import signal
import unittest

import cli

LONG = 'ভূমিকা। ' * 40 + cli.TEXT + 'শেষ কথা। ' * 40
VOID = {'meta', 'br'}


class Page(html.parser.HTMLParser):
    """Texts of the elements of class "text", where each mark class lies in them, badges, ids and links; complains of tags that do not match."""

    def __init__(self, source):
        super().__init__()
        self.open, self.texts, self.covered, self.badges, self.ids, self.links, self.words = [], [], {}, [], [], [], []
        self.feed(source)
        self.close()
        assert self.open == [], self.open

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        classes = (values.get('class') or '').split()
        if 'id' in values:
            self.ids.append(values['id'])
        if 'href' in values:
            self.links.append(values['href'])
        if tag == 'a' and 'data-start' in values:
            self.badges.append((int(values['data-start']), int(values['data-end']), values))
        if 'text' in classes:
            self.texts.append('')
        if tag not in VOID:
            self.open.append((tag, classes))

    def handle_endtag(self, tag):
        assert self.open and self.open[-1][0] == tag, (tag, self.open)
        self.open.pop()

    def handle_data(self, data):
        if any('text' in classes for _, classes in self.open):
            start = len(self.texts[-1])
            self.texts[-1] += data
            for tag, classes in self.open:
                if tag == 'mark':
                    number = next(one for one in classes if one[0] == 'm')
                    self.covered.setdefault((len(self.texts) - 1, number), []).append((start, start + len(data)))
        elif self.open and self.open[-1][0] not in ('style', 'title'):
            self.words.append(data)


class Export(cli.Case):
    def setUp(self):
        super().setUp()
        self.article = self.add(LONG, 'article.txt', '--language', 'bn', '--url', 'https://example.org/?a=1&b="2"', '--source', '<b>সূত্র</b>')
        self.id = self.article['id']
        self.mentions = []
        for quote, kind, *options in (
                ('আস্তানায়', 'place', '--entity', 'আস্তানা'), ('এমইএ আস্তানায়', 'event'), ('আস্তানায় বৈঠক', 'topic', '--note', '</mark><script>'),
                ('৮ এপ্রিল ২০২৪', 'date', '--value', '2024-04-08'), ('📰 ৮ এপ্রিল', 'document'), ('এমইএ', 'organisation', '--entity', 'এম & ই <এ>'),
                ('এমইএ আস্তানায় বৈঠক করে।\n\nক্ষমতা', 'quotation')):
            self.mentions += self.annotate(self.id, quote, kind, *options)
        start = LONG.index('আলোচনা')
        self.mentions += self.annotate(self.id, 'ক্ষমতা', 'role', '--fragment', f'{start}:{start + 6}')

    def export(self, kind, *options):
        return self.good('export', self.case, '--format', kind, *options).text

    def fragments(self, mention):
        return [(mention['start'], mention['end'])] + [tuple(one) for one in mention['fragments']]

    def test_html_text_and_quotes(self):
        page = Page(self.export('html'))
        self.assertEqual(page.texts, [LONG])
        expected = sorted(one for mention in self.mentions for one in self.fragments(mention))
        self.assertEqual(sorted((start, end) for start, end, _ in page.badges), expected)
        covered = []
        for (_, _), pieces in page.covered.items():
            # A mark's pieces lie end to end but where its fragments are apart.
            merged = []
            for start, end in pieces:
                if merged and merged[-1][1] == start:
                    merged[-1] = (merged[-1][0], end)
                else:
                    merged.append((start, end))
            covered += merged
        self.assertEqual(sorted(covered), expected)

    def test_html_links_both_ways(self):
        page = Page(self.export('html'))
        self.assertEqual(len(page.ids), len(set(page.ids)))
        for link in page.links:
            self.assertTrue(link == self.article['url'] or link[1:] in page.ids, link)
        self.assertEqual({link for link in page.links if link.startswith('#m')}, {'#' + one for one in page.ids if one[0] == 'm'})
        self.assertEqual({values['href'] for _, _, values in page.badges}, {'#' + one for one in page.ids if one[0] == 'e' and one != 'entities'})

    def test_html_says_where_it_is_from(self):
        source = self.export('html')
        words = ''.join(Page(source).words)
        for wanted in (self.article['sha256'], self.article['text_sha256'], '<b>সূত্র</b>', 'UTC', 'এম & ই <এ>', self.article['url'], 'Sutradhar 0.'):
            self.assertIn(wanted, words)
        self.assertIn("default-src 'none'", source)
        self.assertNotIn('<script', source)
        self.assertNotIn('<b>', source)
        for remote in ('src=', '@import', 'url(', '<link', '<img'):
            self.assertNotIn(remote, source)

    def test_html_of_a_case(self):
        second = self.add('দ্বিতীয় নিবন্ধ 😀 আস্তানা থেকে।\n', 'b.txt')
        self.annotate(second['id'], 'আস্তানা', 'place', '--entity', 'আস্তানা')
        page = Page(self.export('html'))
        self.assertEqual(page.texts, [LONG, 'দ্বিতীয় নিবন্ধ 😀 আস্তানা থেকে।\n'])
        self.assertEqual(len(page.ids), len(set(page.ids)))
        alone = Page(self.export('html', '--article', second['id'][-8:]))
        self.assertEqual(alone.texts, page.texts[1:])
        self.assertEqual(len(alone.badges), 1)

    def test_w3c(self):
        annotations = json.loads(self.export('w3c'))
        self.assertEqual(len(annotations), len(self.mentions))
        for annotation in annotations:
            mention = next(one for one in self.mentions if annotation['id'] == 'urn:uuid:' + one['id'])
            self.assertEqual(annotation['@context'][0], 'http://www.w3.org/ns/anno.jsonld')
            self.assertEqual(annotation['type'], 'Annotation')
            self.assertEqual(annotation['body'][0], {'type': 'TextualBody', 'purpose': 'classifying', 'value': mention['type']})
            bodies = {body['purpose']: body for body in annotation['body']}
            self.assertEqual(bodies.get('describing', {}).get('value'), mention['value'])
            self.assertEqual(bodies.get('commenting', {}).get('value'), mention['note'])
            self.assertEqual(bodies.get('identifying', {}).get('entityLabel'), mention['entity_label'])
            targets = annotation['target'] if isinstance(annotation['target'], list) else [annotation['target']]
            self.assertEqual([(t['selector'][0]['start'], t['selector'][0]['end']) for t in targets], self.fragments(mention))
            self.assertEqual(isinstance(annotation['target'], list), bool(mention['fragments']))
            for target in targets:
                position, quote = target['selector']
                start, end = position['start'], position['end']
                self.assertEqual((position['type'], quote['type']), ('TextPositionSelector', 'TextQuoteSelector'))
                self.assertEqual(quote['exact'], LONG[start:end])
                self.assertTrue(LONG[:start].endswith(quote['prefix']) and LONG[end:].startswith(quote['suffix']))
                # Up to an akshara more, never less.
                self.assertTrue(32 <= len(quote['prefix']) < 48 and 32 <= len(quote['suffix']) < 48)
                self.assertEqual((target['textSha256'], target['offsetUnit']), (hashlib.sha256(LONG.encode()).hexdigest(), 'codepoint'))

    def test_w3c_context_at_the_edges(self):
        short = self.add('😀 ক্ষ শেষ', 'c.txt')
        self.annotate(short['id'], 'ক্ষ', 'topic')
        annotation, = json.loads(self.export('w3c', '--article', short['id']))
        quote = annotation['target']['selector'][1]
        self.assertEqual((quote['prefix'], quote['exact'], quote['suffix']), ('😀 ', 'ক্ষ', ' শেষ'))

    def test_w3c_keys_have_a_meaning(self):
        """Every key is in anno.jsonld or in the annotation's own context: JSON-LD drops others."""
        standard = {'@context', 'id', 'type', 'motivation', 'created', 'creator', 'name', 'body', 'target', 'purpose', 'value', 'source', 'selector',
                    'start', 'end', 'exact', 'prefix', 'suffix'}

        def keys(value):
            if isinstance(value, dict):
                for key, inner in value.items():
                    yield key
                    if key != '@context':
                        yield from keys(inner)
            elif isinstance(value, list):
                for inner in value:
                    yield from keys(inner)

        self.good('set', self.case, self.mentions[0]['entity'], 'latitude=51.17', 'longitude=71.43', 'radius_m=1000', 'date=2024', 'value=v')
        source = self.export('w3c')
        for annotation in json.loads(source):
            self.assertEqual(set(keys(annotation)) - standard - set(annotation['@context'][1]), set())
        self.assertIn('"latitude":51.17', source.replace('51.170000000000002', '51.17'))
        self.assertNotIn('\\u', source)
        self.assertIn('আস্তানায়', source)

    def test_same_state_same_bytes(self):
        for kind in ('w3c', 'geojson', 'tagset'):
            self.assertEqual(self.export(kind), self.export(kind))

    def test_tagset(self):
        tagset = json.loads(self.export('tagset'))
        self.assertEqual((tagset['format'], tagset['version']), ('sutradhar-tagset', 1))
        self.assertEqual([one['slug'] for one in tagset['types']],
                         'person organisation place facility event date quantity role document quotation topic'.split())

    def test_formats(self):
        self.assertEqual({one['id']: (one['extension'], one['reads'], one['writes'], one['offset_unit'])
                          for one in self.good('formats', '--json').json},
                         {'html': ('html', False, True, 'code points'), 'w3c': ('jsonld', False, True, 'code points'),
                          'geojson': ('geojson', True, True, 'code points'), 'tagset': ('json', True, True, 'none')})


class Files(cli.Case):
    def test_replaced_only_with_force(self):
        self.add()
        path = self.write('out.html', 'old')
        self.bad('export', self.case, '--format', 'html', '-o', path, says='exists')
        self.assertEqual(self.read(path), b'old')
        result = self.good('export', self.case, '--format', 'html', '-o', path, '--force', '--json')
        self.assertEqual(result.json, [{'path': path, 'format': 'html'}])
        self.assertIn('📰'.encode(), self.read(path))
        self.assertEqual(self.good('export', self.case, '--format', 'html', '--output', self.path('new.html')).text, f'Wrote {self.path("new.html")}\n')

    def test_refused(self):
        self.bad('export', self.case, '--format', 'docx', says='html, w3c, geojson, tagset')
        self.bad('export', self.case, '--format', 'html', '-o', self.folder, '--force', says='folder')
        self.bad('export', self.case, '--format', 'html', '-o', self.path('no/such/x.html'), says='folder does not exist')
        self.bad('export', self.case, '--format', 'html', '--article', 'ffff0000', says='ffff0000')
        self.bad('export', self.case, '--format', 'html', '--json', code=2, says='-o')

    def test_full_disk_leaves_nothing(self):
        self.add(cli.TEXT * 300)
        path = self.write('out.html', 'old')

        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (60000, 60000))

        self.bad('export', self.case, '--format', 'html', '-o', path, '--force', says='no space', preexec_fn=limit)
        self.assertEqual(self.read(path), b'old')
        self.assertEqual([name for name in os.listdir(self.folder) if name.startswith('.')], [])

    @unittest.skipIf(os.getuid() == 0, 'root may write everywhere')
    def test_read_only_folder(self):
        os.mkdir(self.path('shut'), 0o555)
        self.bad('export', self.case, '--format', 'html', '-o', self.path('shut/x.html'), says='not permitted')


cli.main()
