# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are no case, or not a whole one, are refused and left as they are."""
import contextlib
import os
import sqlite3
import unittest

import cli


def database_at(path):
    return contextlib.closing(sqlite3.connect(path, isolation_level=None))


class Damage(cli.Case):
    READERS = (('articles',), ('mentions',), ('entities',), ('history',), ('check',), ('export', '--format', 'w3c'))
    WRITERS = (('undo',), ('redo',))

    def refused(self, path, says):
        before = self.read(path) if os.path.isfile(path) else None
        for command, *rest in self.READERS + self.WRITERS:
            self.bad(command, path, *rest, says=says)
        self.bad('add', path, self.write('a.txt', 'লেখা'), says=says)
        if before is not None:
            self.assertEqual(self.read(path), before)

    def test_not_a_case(self):
        self.refused(self.path('gone.sutra'), '')
        self.refused(self.folder, 'folder')
        self.refused(self.write('text.sutra', 'এটি কোনো কেস নয়\n' * 100), '')
        self.refused(self.write('empty.sutra', ''), '')
        other = self.path('other.sutra')
        with database_at(other) as database:
            database.execute('CREATE TABLE t (x)')
        self.refused(other, '')

    def test_newer(self):
        self.add()
        with database_at(self.case) as database:
            database.execute('PRAGMA journal_mode = DELETE')
            database.execute('PRAGMA user_version = 99')
        self.refused(self.case, 'newer')

    def test_older(self):
        """Cases of every version before are converted by whatever command opens them first."""
        samples = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'store', 'data')
        names = sorted(name for name in os.listdir(samples) if name.startswith('version-'))
        self.assertGreaterEqual(len(names), 3)
        for name in names:
            path = self.write(name, self.read(os.path.join(samples, name)))
            article, = self.good('articles', path, '--json').json
            self.assertEqual(article['title'], '🧵 কাজাখস্তান')
            entity, = self.good('entities', path, '--json').json
            self.assertEqual((entity['latitude'], entity['longitude']), (51.16, 71.47))
            self.good('locate', path, entity['id'], '48', '68')
            for _ in range(3):
                self.good('undo', path)

    def test_truncated(self):
        self.add(cli.TEXT * 2000)
        with database_at(self.case) as database:
            database.execute('PRAGMA journal_mode = DELETE')
        size = os.path.getsize(self.case)
        os.truncate(self.case, size // 2)
        self.assertEqual(self.run_program('check', self.case).code, 1)
        self.assertEqual(self.run_program('export', self.case, '--format', 'html', '-o', self.path('x.html')).code, 1)
        self.assertFalse(os.path.exists(self.path('x.html')))

    def test_exists(self):
        before = self.read(self.case)
        self.bad('new', self.case, says='already')
        self.assertEqual(self.read(self.case), before)
        self.bad('new', self.path('no/such/folder.sutra'))

    def test_check_finds_what_is_wrong(self):
        article = self.add()
        self.annotate(article['id'], 'এমইএ', 'organisation')
        with database_at(self.case) as database:
            database.execute('UPDATE mention SET "end" = 100000')
        result = self.run_program('check', self.case, '--json')
        self.assertEqual((result.code, result.json['ok']), (1, False))
        self.assertEqual(list(result.json['findings'][0]), ['severity', 'where', 'what'])
        self.assertIn('mention', result.json['findings'][0]['where'])
        # What is wrong does not bring a report down.
        self.good('export', self.case, '--format', 'html')

    def test_rows_that_make_no_sense(self):
        """No reader falls over what a hostile file says."""
        article = self.add()
        self.annotate(article['id'], 'এমইএ', 'organisation', '--entity', 'এমইএ')
        whole = self.read(self.case)
        for damage in ('DELETE FROM type', 'UPDATE entity SET id = zeroblob(2000)', "UPDATE entity SET id = x'00'", "UPDATE type SET id = x'' WHERE position = 0",
                       'UPDATE entity SET type = randomblob(16)', 'UPDATE mention SET status = 77, origin = -4', 'UPDATE mention SET status = 256',
                       'UPDATE history SET at = 1 << 62', 'UPDATE history SET at = -(1 << 62)', "UPDATE article SET id = x'00'"):
            self.write('case.sutra', whole)
            with database_at(self.case) as database:
                database.execute(damage)
            for command, *rest in self.READERS + (('export', '--format', 'html'), ('export', '--format', 'tagset')):
                for options in ((), ('--json',)) if command != 'export' else ((),):
                    result = self.run_program(command, self.case, *rest, *options)
                    self.assertIn(result.code, (0, 1), (damage, command, result.error))
                    self.assertNotIn('CRITICAL', result.error, (damage, command))
                    if options:
                        result.json
            if 'history' not in damage:
                self.assertEqual(self.run_program('check', self.case).code, 1, damage)
        self.assertEqual(self.run_program('mentions', self.case, '--json').json, [])

    def test_status_that_is_none(self):
        article = self.add()
        self.annotate(article['id'], 'এমইএ', 'organisation')
        with database_at(self.case) as database:
            database.execute('UPDATE mention SET status = 256, origin = 99')
        mention, = self.good('mentions', self.case, '--json').json
        self.assertEqual((mention['status'], mention['origin']), ('rejected', 'import'))
        # It does not count as marked.
        self.assertEqual(len(self.annotate(article['id'], 'আস্তানায়', 'organisation', '--all')), 4)

    def test_leftovers_are_only_a_warning(self):
        self.add()
        with database_at(self.case) as database:
            database.execute("INSERT INTO chunk VALUES ('" + 64 * 'a' + "', 0, x'00')")
        result = self.good('check', self.case, '--json').json
        self.assertEqual((result['ok'], [one['severity'] for one in result['findings']]), (True, ['warning']))
        self.assertIn('All is well', self.good('check', self.case).text)

    @unittest.skipIf(os.getuid() == 0, 'root may write everywhere')
    def test_read_only(self):
        self.add()
        with database_at(self.case) as database:
            database.execute('PRAGMA journal_mode = DELETE')
        os.chmod(self.case, 0o444)
        os.chmod(self.folder, 0o555)
        self.assertEqual(len(self.good('articles', self.case, '--json').json), 1)
        self.bad('undo', self.case)
        os.chmod(self.folder, 0o755)


cli.main()
