# SPDX-License-Identifier: GPL-3.0-or-later
"""Shapes, history, help and exit codes: what scripts rely on."""
import json
import os
import re
import subprocess
import unittest

import cli

COMMANDS = ['new', 'add', 'articles', 'text', 'set', 'delete', 'annotate', 'mentions', 'entities', 'locate', 'map', 'export', 'import', 'formats', 'history', 'undo', 'redo',
            'check', 'stem', 'dates', 'inspect', 'help']
SHAPES = {
    'ARTICLE': 'id title source url author published accessed language encoding code_points sha256 text_sha256 mention_count',
    'MENTION': 'id article start end stem_end fragments text type entity entity_label value status origin note',
    'ENTITY': 'id type label aliases mention_count value latitude longitude radius_m date notes area place location_source',
    'FORMAT': 'id name extension reads writes offset_unit loses',
    'EXPRESSION': 'start end stem_end text kind value unit rule time calendar original state explanation',
    'HISTORY': 'seq at author label event undone',
}


class Shapes(cli.Case):
    def shape(self, name, elements):
        self.assertIsInstance(elements, list)
        self.assertTrue(elements)
        for element in elements:
            self.assertEqual(list(element), SHAPES[name].split())

    def test_shapes(self):
        made = self.good('new', self.path('other.sutra'), '--json').json
        self.assertEqual(list(made), ['path', 'id'])
        self.assertRegex(made['id'], r'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
        article = self.add()
        self.shape('ARTICLE', [article])
        self.shape('MENTION', self.annotate(article['id'], 'এমইএ', 'organisation', '--entity', 'এমইএ'))
        self.shape('ARTICLE', self.good('articles', self.case, '--json').json)
        self.assertEqual(self.good('articles', self.case, '--json').json[0]['mention_count'], 1)
        self.shape('MENTION', self.good('mentions', self.case, '--json').json)
        self.shape('ENTITY', self.good('entities', self.case, '--json').json)
        self.shape('FORMAT', self.good('formats', '--json').json)
        self.shape('HISTORY', self.good('history', self.case, '--json').json)
        self.shape('HISTORY', self.good('undo', self.case, '--json').json)
        self.shape('HISTORY', self.good('redo', self.case, '--json').json)
        self.assertEqual(list(self.good('check', self.case, '--json').json), ['ok', 'findings'])

    def test_empty_lists(self):
        for command in ('articles', 'mentions', 'entities', 'history'):
            self.assertEqual(self.good(command, self.case, '--json').json, [])
            self.assertEqual(self.good(command, self.case).text, '')

    def test_help_documents_the_shapes(self):
        text = self.good('help').text
        for name, keys in SHAPES.items():
            found = re.search(name + r'\s+\{([^}]*)\}', text)
            self.assertEqual(re.sub(r'\s+', ' ', found.group(1)), ', '.join(keys.split()))
        for command in COMMANDS:
            self.assertIn('sutractl ' + command, text)
            one = self.good('help', command).text
            self.assertTrue(one.startswith('sutractl ' + command))
            self.assertEqual(self.good(command, '--help').text, one)

    def test_people_see_columns(self):
        article = self.add()
        self.annotate(article['id'], 'আস্তানা', 'place', '--all', nth=2)
        lines = self.good('mentions', self.case).text.splitlines()
        self.assertEqual(lines[0].split()[:4], ['ID', 'ARTICLE', 'START', 'END'])
        self.assertEqual(len(lines), 5)
        column = lines[0].index('TYPE')
        self.assertTrue(all(line[column:].startswith('place') for line in lines[1:]), lines)
        self.assertIn('আস্তানায়', lines[1])
        self.assertNotIn('\x1b', ''.join(lines))


class History(cli.Case):
    def test_undo_redo(self):
        article = self.add()
        states = [[]]
        for nth in range(3):
            self.annotate(article['id'], 'আস্তানা', 'place', nth=nth) if nth == 2 else self.annotate(
                article['id'], ('এমইএ', 'বৈঠক')[nth], 'topic')
            states.append(self.good('mentions', self.case, '--json').json)
        self.assertEqual(len(self.good('undo', self.case, '2', '--json').json), 2)
        self.assertEqual(self.good('mentions', self.case, '--json').json, states[1])
        result = self.run_program('redo', self.case, '3', '--json')
        self.assertEqual((result.code, len(result.json), result.error.count('\n')), (1, 2, 1))
        self.assertEqual(self.good('mentions', self.case, '--json').json, states[3])
        self.good('undo', self.case, '4')
        self.assertEqual(self.good('articles', self.case, '--json').json, [])
        self.bad('undo', self.case)
        self.good('redo', self.case, '4')
        self.assertEqual(self.good('mentions', self.case, '--json').json, states[3])
        rows = self.good('history', self.case, '--json').json
        self.assertEqual([row['seq'] for row in rows], sorted((row['seq'] for row in rows), reverse=True))
        self.assertFalse(any(row['undone'] for row in rows))
        self.clean()

    def test_usage(self):
        for number in ('0', '-1', 'x', '1.5', '99999999999999999999'):
            self.bad('undo', self.case, number, code=2)


class Usage(cli.Case):
    def test_wrong_calls(self):
        self.bad(code=2, says='command')
        for wrong in (('bogus',), ('new',), ('new', 'a', 'b'), ('articles',), ('text', self.case), ('set', self.case, 'x'),
                      ('export', self.case), ('export', self.case, '--format'), ('formats', 'x'), ('check', self.case, 'x'),
                      ('help', 'bogus'), ('articles', self.case, '--nope'), ('articles', self.case, '--json=1', 'x'),
                      ('text', self.case, 'x', '--original', '--json'), ('text', self.case, 'x', '--original=1')):
            self.bad(*wrong, code=2)

    def test_version(self):
        self.assertRegex(self.good('--version').text, r'^sutractl \d+\.\d+\.\d+\n$')

    def test_options_anywhere(self):
        self.assertEqual(self.good('--help').text, self.good('help').text)
        self.assertEqual(self.good('articles', '--json', self.case).json, [])
        self.assertEqual(self.good('articles', '--', self.case).text, '')
        path = self.write('--json.txt', 'লেখা')
        self.assertEqual(self.good('add', self.case, '--json', '--', os.path.basename(path), cwd=self.folder).json[0]['title'], 'লেখা')

    def test_no_command_of_later(self):
        for later in ('timeline', 'report'):
            self.bad(later, code=2, says='no command')

    def test_output_that_cannot_be_written(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([cli.PROGRAM, 'help'], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'standard output', done.stderr)

    def test_plain_locale(self):
        """Bengali goes in and out whole where the locale knows ASCII only."""
        environment = dict(os.environ, LC_ALL='C', LANG='C')
        article = json.loads(subprocess.run([cli.PROGRAM, 'add', self.case, self.write('ক.txt', cli.TEXT), '--title', 'ক্ষ 😀', '--json'],
                                            capture_output=True, env=environment, check=True).stdout)[0]
        self.assertEqual(article['title'], 'ক্ষ 😀')
        shown = subprocess.run([cli.PROGRAM, 'articles', self.case], capture_output=True, env=environment, check=True).stdout
        self.assertIn('ক্ষ 😀', shown.decode())


cli.main()
