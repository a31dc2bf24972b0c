#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""build-aux/count-results.py counts what meson logged, and no failure gets lost."""
import json
import os
import subprocess
import sys
import tempfile

ROOT = sys.argv[1] if len(sys.argv) > 1 else '.'
PASS = {'name': 'a', 'result': 'OK', 'stdout': '# random seed\n1..2\nok 1 /x/a\nok 2 /x/b\n'}

# name, logs (a list of records each; None: no such file), last line, exit status
CASES = [
    ('cases of a TAP program', [[PASS]], '2 passed, 0 failed', 0),
    ('two logs', [[PASS], [PASS]], '4 passed, 0 failed', 0),
    ('a failed case', [[{'name': 'a', 'result': 'FAIL', 'stdout': 'ok 1 /a\nnot ok 2 /b\nok 3 /c\n'}]], '2 passed, 1 failed', 1),
    ('a crash after passed cases', [[{'name': 'a', 'result': 'ERROR', 'stdout': 'ok 1 /a\n'}]], '1 passed, 1 failed', 1),
    ('a time-out', [[{'name': 'a', 'result': 'TIMEOUT', 'stdout': ''}]], '0 passed, 1 failed', 1),
    ('an exit status after all cases passed', [[{'name': 'a', 'result': 'FAIL', 'stdout': 'ok 1 /a\n'}]], '1 passed, 1 failed', 1),
    ('a program without TAP', [[{'name': 'a', 'result': 'OK', 'stdout': ''}]], '1 passed, 0 failed', 0),
    ('a skipped case', [[{'name': 'a', 'result': 'OK', 'stdout': 'ok 1 /a\nok 2 /b # SKIP no corpus\n'}]], '1 passed, 0 failed', 0),
    ('an unexpected pass', [[{'name': 'a', 'result': 'UNEXPECTEDPASS', 'stdout': 'ok 1 /a\n'}]], '1 passed, 1 failed', 1),
    ('nothing but skipped', [[{'name': 'a', 'result': 'SKIP', 'stdout': ''}]], '0 passed, 0 failed', 1),
    ('no test at all', [[]], '0 passed, 0 failed', 1),
    ('a log that is missing', [[PASS], None], '2 passed, 1 failed', 1),
    ('words that only look like results', [[{'name': 'a', 'result': 'OK', 'stdout': '# not ok\nokay\nok 1 /a\n'}]], '1 passed, 0 failed', 0),
]


def run_case(logs, folder):
    paths = []
    for number, records in enumerate(logs):
        paths.append(os.path.join(folder, f'{number}.json'))
        if records is not None:
            with open(paths[-1], 'w', encoding='utf-8') as f:
                f.writelines(json.dumps(record) + '\n' for record in records)
    done = subprocess.run([sys.executable, os.path.join(ROOT, 'build-aux/count-results.py'), *paths],
                          stdout=subprocess.PIPE, text=True, check=False)
    return done.stdout.splitlines()[-1], done.returncode


def main():
    good = True
    print(f'1..{len(CASES)}')
    for number, (name, logs, line, status) in enumerate(CASES, 1):
        with tempfile.TemporaryDirectory() as folder:
            got = run_case(logs, folder)
        fits = got == (line, status)
        good = good and fits
        print(f'{"ok" if fits else "not ok"} {number} - {name}')
        if not fits:
            print(f'# wanted {(line, status)}, got {got}')
    sys.exit(0 if good else 1)


if __name__ == '__main__':
    main()
