#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every C file is as clang-format 14 writes it with the project's .clang-format."""
import os
import re
import shutil

import gate

HERE = os.path.dirname(os.path.realpath(__file__))
STYLE = os.path.join(HERE, '..', '..', '.clang-format')
TOOL = shutil.which('clang-format-14') or 'clang-format'


def check(tree):
    sources = [tree.path(p) for p in tree.find(r'(src|tests)/.*\.[ch]')]
    if not sources:
        return []
    style = STYLE if not tree.has('.clang-format') else tree.path('.clang-format')
    status, output = gate.call(TOOL, f'--style=file:{style}', '--dry-run', '--Werror', *sources)
    if status == 0:
        return []
    seen = dict.fromkeys(re.findall(r'^(\S+?:\d+):\d+: error', output, re.M))
    findings = [f'{os.path.relpath(s, tree.root)}: run clang-format -i on it' for s in seen]
    return findings or [f'{TOOL} failed: {output}']


BAD = [
    ('a wrong indent', {'src/base/x.c': 'int\nf (void)\n{\n    return 1;\n}\n'}, 'src/base/x.c:3'),
    ('a missing space before parens', {'tests/base/x.c': 'int\nf(void)\n{\n  return 1;\n}\n'}, 'tests/base/x.c:2'),
]
GOOD = [('the project\'s style', {'src/base/x.c': 'int\nf (void)\n{\n  return 1;\n}\n'})]

if __name__ == '__main__':
    gate.need(TOOL)
    version = re.search(r'version (\d+)', gate.call(TOOL, '--version')[1])
    if version is None or version.group(1) != '14':
        # Another version formats otherwise: only the one of Debian 12 can judge.
        print(f'1..0 # SKIP {TOOL} is not version 14, the one that the style is written for')
    else:
        gate.run(check, BAD, GOOD)
