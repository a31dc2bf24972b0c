# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs sutractl in a folder of its own."""
import json
import os
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ['SUTRACTL']
CORPUS = os.environ.get('SUTRA_CORPUS', '')

# An emoji (two UTF-16 units, four bytes) before everything, conjuncts, a name in three forms.
TEXT = '📰 ৮ এপ্রিল ২০২৪-এ এমইএ আস্তানায় বৈঠক করে।\n\nক্ষমতা নিয়ে আস্তানার আলোচনা। আস্তানা, ভারত-আস্তানা।\n'


class Result:
    def __init__(self, done):
        self.code, self.bytes = done.returncode, done.stdout
        self.error = done.stderr.decode()

    @property
    def text(self):
        return self.bytes.decode()

    @property
    def json(self):
        return json.loads(self.bytes)


class Case(unittest.TestCase):
    """A folder with case.sutra in it; text() is its first article."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='sutra-cli-')
        self.addCleanup(self.remove)
        self.case = self.path('case.sutra')
        self.good('new', self.case)

    def remove(self):
        for root, folders, _ in os.walk(self.folder):
            for name in folders:
                os.chmod(os.path.join(root, name), 0o700)
        shutil.rmtree(self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, data):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as out:
            out.write(data.encode() if isinstance(data, str) else data)
        return path

    def read(self, path):
        with open(path, 'rb') as source:
            return source.read()

    def run_program(self, *arguments, data=b'', **more):
        return Result(subprocess.run([PROGRAM, *arguments], input=data, capture_output=True, timeout=110, **more))

    def good(self, *arguments, **more):
        result = self.run_program(*arguments, **more)
        self.assertEqual((result.code, result.error), (0, ''), arguments)
        return result

    def bad(self, *arguments, code=1, says='', **more):
        """Fails with @code and one line on stderr (usage: two) that has @says in it."""
        result = self.run_program(*arguments, **more)
        self.assertEqual(result.code, code, (arguments, result.error))
        self.assertIn(says, result.error)
        self.assertEqual(result.error.count('\n'), 2 if code == 2 else 1, result.error)
        self.assertTrue(result.error.startswith('sutractl'))
        return result

    def add(self, text=TEXT, name='article.txt', *options):
        return self.good('add', self.case, self.write(name, text), '--json', *options).json[0]

    def annotate(self, article, quote, kind, *options, nth=0):
        text = self.good('text', self.case, article).text
        start = -1
        for _ in range(nth + 1):
            start = text.index(quote, start + 1)
        return self.good('annotate', self.case, article, str(start), str(start + len(quote)), kind, '--json', *options).json

    def clean(self):
        self.assertEqual(self.good('check', self.case, '--json').json, {'ok': True, 'findings': []})


main = unittest.main
