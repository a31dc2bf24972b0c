#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts: shell scripts parse and may be run; Python files compile."""
import os
import re

import gate


def check_shell(tree, path):
    status, output = gate.call('bash', '-n', tree.path(path))
    if status != 0:
        yield f'{path}: {output.strip()}'
    if not os.access(tree.path(path), os.X_OK):
        yield f'{path}: has a #! line but may not be run: chmod +x'
    if path.startswith(('build-aux/', '.ci/')) and not re.search(r'^set -[a-z]*e', tree.read(path), re.M):
        yield f'{path}: does not stop at errors (set -e)'


def check_python(tree, path):
    try:
        compile(tree.read(path), path, 'exec')
    except SyntaxError as error:
        yield f'{path}:{error.lineno}: {error.msg}'


def check(tree):
    findings = []
    for path in tree.paths:
        if path.endswith('.py'):
            findings += check_python(tree, path)
        elif os.path.isfile(tree.path(path)) and tree.is_text(path) and re.match(r'#!\S*(/env )?\s*(ba)?sh\b|#!/bin/(ba)?sh', tree.read(path)[:40]):
            findings += check_shell(tree, path)
    for path in ('build-aux/install-deps', 'build-aux/run', 'build-aux/test', '.ci/run'):
        if tree.has('meson.build') and not tree.has(path):
            findings.append(f'{path} is missing')
    return findings


BAD = [
    ('a shell script that does not parse', {'build-aux/x': '#!/bin/bash\nset -e\nif true; then\n'}, 'build-aux/x'),
    ('a shell script that may not be run', {'build-aux/x': '#!/bin/bash\nset -e\n'}, 'chmod +x'),
    ('a shell script that goes on after errors', {'.ci/x': '#!/bin/bash\ntrue\n'}, 'set -e'),
    ('a Python file that does not compile', {'tests/x.py': 'def f(:\n'}, 'tests/x.py:1'),
    ('a tree without its commands', {'meson.build': ''}, 'build-aux/run is missing'),
]
GOOD = [('Python', {'tests/x.py': 'x = 1\n'})]

if __name__ == '__main__':
    gate.need('bash')
    gate.run(check, BAD, GOOD)
