#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing of one machine and nothing half done: paths of a home folder or of this checkout, files of
editors, left-over markers, switched-off tests, sources without their licence line."""
import os
import re

import gate

HOMES = r'(?<![\w.$}])/(home|Users)/(?!USER\b|user\b)\w+|(?<![\w.$}])/root/\w+|(?<![\w.$}])/tmp/wt/'
# X three times begins a comment as a marker; elsewhere it may be the digits of a date that nobody knows.
MARKERS = re.compile(r'\b(TO' + r'DO|FIX' + r'ME|HA' + r'CK)\b|(?:/[*/]|#)\s*XX' + r'X\b|not implemented')
OFF = re.compile(r'^\s*#\s*(subdir|test|benchmark)\s*\(', re.M)
EDITORS = r'(.*/)?(\.vscode|\.idea|\.cursor|\.zed|\.kate-swp|\.DS_Store|compile_commands\.json|.*~|.*\.(orig|rej|bak|swp))(/.*)?'
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'


def machine_paths(tree):
    """What no text may hold: home folders, and this checkout's own path."""
    own = [tree.root + '/']
    parent = os.path.dirname(tree.root)
    if parent.count('/') > 1 or parent not in ('/', '/home', '/opt', '/root', '/src', '/srv', '/tmp', '/usr', '/var'):
        own.append(parent + '/')
    return re.compile('|'.join([HOMES] + [r'(?<![\w.$}])' + re.escape(p) for p in own]))


def check(tree):
    findings = []
    paths = machine_paths(tree)
    for path in tree.paths:
        if re.fullmatch(EDITORS, path):
            findings.append(f'{path}: a file of an editor or tool, not of the project')
        if path.startswith('po/') or not os.path.isfile(tree.path(path)) or not tree.is_text(path):
            continue
        text = tree.read(path)
        name = path.startswith('tests/gates/cleanliness')
        for pattern, what in ((paths, 'a path of one machine'), (MARKERS, 'half done: finish it or leave it out')):
            if pattern is MARKERS and not re.match(r'(src|ui|data|tests|build-aux|flatpak)/|meson\.build', path):
                continue
            findings += [] if name else [f'{path}:{gate.line_of(text, m.start())}: {what}: {m.group(0)}' for m in pattern.finditer(text)]
        if path.endswith('meson.build'):
            findings += [f'{path}:{gate.line_of(text, m.start(1))}: a test that is switched off' for m in OFF.finditer(text)]
        if re.fullmatch(r'(src|tests|build-aux)/.*\.(c|h|py)', path) and LICENCE not in text[:4000]:
            findings.append(f'{path}: add the line {LICENCE}')
    return findings


L = f'/* {LICENCE} */\n'
BAD = [
    ('a home folder', {'README.md': 'see /home/' + 'anna/x\n'}, 'README.md:1: a path of one machine'),
    ('a folder of root', {'data/x.txt': 'a\nb /root/' + 'x\n'}, 'data/x.txt:2'),
    ('a marker', {'src/base/x.c': L + '/* TO' + 'DO: more */\n'}, 'src/base/x.c:2: half done'),
    ('a confession', {'src/base/x.c': L + 'f ("not imple' + 'mented");\n'}, 'half done'),
    ('an editor\'s file', {'src/base/x.c.orig': 'a'}, 'of an editor'),
    ('an editor\'s folder', {'.vscode/settings.json': '{}'}, 'of an editor'),
    ('a switched-off folder', {'tests/meson.build': "a\n#subdir('text')\n"}, 'tests/meson.build:2: a test that is switched off'),
    ('a source without its licence', {'src/base/x.c': 'int x;\n'}, 'add the line'),
]
GOOD = [('clean files', {'src/base/x.c': L + 'int x;\n', 'README.md': 'https://example.org/home/x ${HOME}/root/x\n'})]

if __name__ == '__main__':
    gate.run(check, BAD, GOOD)
