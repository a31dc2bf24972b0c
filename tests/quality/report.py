#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the quality programs named on the command line and prints their figures as one table; exit 1 if a reach is missed."""
import subprocess
import sys


def rows(program):
    output = subprocess.run([program, '--tap', '-k'], capture_output=True, text=True, check=False).stdout
    for line in output.splitlines():
        cells = [cell.strip() for cell in line.lstrip('# ').split(' | ')]
        if cells[0] == 'quality' and len(cells) == 6:
            yield cells[1:]


def main():
    missed = 0
    print('| what | measured | reach | | on |\n| --- | --- | --- | --- | --- |')
    for program in sys.argv[1:]:
        for row in rows(program):
            print('| ' + ' | '.join(row) + ' |')
            missed += row[3] != 'ok'
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main())
