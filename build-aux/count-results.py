#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up meson's logs (testlog.json) and prints as the last line "N passed, N failed".

A TAP program counts with each of its cases; one that broke off without a failed case, timed out or
ended badly counts as one more failure; any other program counts as one test. Skipped cases count
as neither and are named. Exit 1 where something failed or nothing ran at all.
"""
import json
import re
import sys

CASE = re.compile(r'^(not ok|ok)\b(.*)$', re.M)
FINE = ('OK', 'SKIP', 'EXPECTEDFAIL')


def count(record):
    """Returns (passed, names of the failed, names of the skipped) of one test program."""
    passed, failed, skipped = 0, [], []
    for verdict, rest in CASE.findall(record.get('stdout') or ''):
        label = f'{record["name"]}: {rest.strip(" -")}'
        if re.search(r'#\s*(SKIP|TO' r'DO)\b', rest, re.I):
            skipped.append(label)
        elif verdict == 'ok':
            passed += 1
        else:
            failed.append(label)
    if record['result'] not in FINE and not failed:
        failed.append(f'{record["name"]}: {record["result"]}')
    elif record['result'] == 'SKIP' and not skipped:
        skipped.append(record['name'])
    elif not (passed or failed or skipped):
        passed = 1
    return passed, failed, skipped


def main(paths):
    passed, failed, skipped = 0, [], []
    for path in paths:
        try:
            with open(path, encoding='utf-8', errors='replace') as log:
                records = [json.loads(line) for line in log if line.strip()]
        except OSError as error:
            failed.append(f'{path}: {error.strerror}: its tests did not run')
            continue
        for record in records:
            one = count(record)
            passed, failed, skipped = passed + one[0], failed + one[1], skipped + one[2]
    for label in skipped:
        print(f'skipped: {label}')
    for label in failed:
        print(f'FAILED: {label}')
    print(f'{passed} passed, {len(failed)} failed')
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
