#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in lists exactly the files that hold text to translate.

Those are: sources that call _() and its kin, .ui files with translatable="yes", the desktop file, the
metainfo and the MIME description.
"""
import re

import gate
import layers

POTFILES = 'po/POTFILES.in'


def translatable(tree):
    for path in tree.find(r'src/.*\.[ch]'):
        if layers.GETTEXT.search(gate.without_comments(tree.read(path))):
            yield path
    for path in tree.find(r'(ui|src|data)/.*\.ui'):
        if re.search(r'translatable="(yes|true|1)"', tree.read(path)):
            yield path
    for path in tree.find(r'data/.*\.(desktop|metainfo\.xml|mime\.xml)\.in', r'data/.*mime.*\.xml\.in'):
        yield path


def check_list(tree, listed):
    wanted = set(translatable(tree))
    for path in sorted(wanted - set(listed)):
        yield f'{path}: holds text to translate, add it to {POTFILES}'
    for path in listed:
        if not tree.has(path):
            yield f'{POTFILES}: {path} does not exist'
        elif path not in wanted:
            yield f'{POTFILES}: {path} holds no text to translate'
    if listed != sorted(listed):
        yield f'{POTFILES}: keep it sorted'
    if len(listed) != len(set(listed)):
        yield f'{POTFILES}: a file is listed twice'


def listed_files(tree):
    return [line.strip() for line in tree.read(POTFILES).splitlines() if line.strip() and not line.startswith('#')]


def check(tree):
    return list(check_list(tree, listed_files(tree))) if tree.has(POTFILES) else [f'{POTFILES} is missing']


C = '#include <glib/gi18n.h>\nf (_("Open a case"));\n'
BAD = [
    ('no list', {'src/app/x.c': C}, 'is missing'),
    ('a source that is not listed', {'src/app/x.c': C, POTFILES: ''}, 'src/app/x.c: holds text'),
    ('a .ui file that is not listed', {'ui/x.ui': '<property translatable="yes">Open</property>', POTFILES: ''}, 'ui/x.ui: holds text'),
    ('a desktop file that is not listed', {'data/x.desktop.in': '', POTFILES: ''}, 'data/x.desktop.in: holds text'),
    ('a listed file that is gone', {POTFILES: 'src/app/gone.c\n'}, 'does not exist'),
    ('a listed file without text', {'src/app/y.c': 'int y;\n', POTFILES: 'src/app/y.c\n'}, 'no text to translate'),
    ('a list out of order', {'src/app/x.c': C, 'src/app/a.c': C, POTFILES: 'src/app/x.c\nsrc/app/a.c\n'}, 'keep it sorted'),
    ('a file listed twice', {'src/app/x.c': C, POTFILES: 'src/app/x.c\n' * 2}, 'listed twice'),
]
GOOD = [('a complete list', {'src/app/x.c': C, POTFILES: '# sorted\nsrc/app/x.c\n'})]

if __name__ == '__main__':
    gate.run(check, BAD, GOOD)
