#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""build-aux/demo.py, what build-aux/run does without a display: on the sample, again, and on other files.

usage: demo.py SOURCE_ROOT SUTRACTL
"""
import json
import os
import subprocess
import sys
import tempfile

ROOT, SUTRACTL = os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2])
SAMPLE = os.path.join(ROOT, 'data/sample/bay-of-bengal-dialogue.txt')
NAMES = os.path.join(ROOT, 'data/sample/names.tsv')


def demo(folder, *files):
    environment = {**os.environ, 'PATH': os.path.dirname(SUTRACTL) + ':' + os.environ['PATH'], 'LC_ALL': 'C.UTF-8'}
    return subprocess.run([sys.executable, os.path.join(ROOT, 'build-aux/demo.py'), folder, NAMES, *files],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, check=False)


def mentions(case):
    done = subprocess.run([SUTRACTL, 'mentions', case, '--json'], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def quotes(folder):
    """The texts of the case's mentions, each compared with what the article holds at its offsets."""
    case = os.path.join(folder, 'demo.sutra')
    found = []
    for mention in mentions(case):
        text = subprocess.run([SUTRACTL, 'text', case, mention['article']], stdout=subprocess.PIPE, check=True).stdout.decode()
        if text[mention['start']:mention['end']] != mention['text']:
            return [f'{mention["text"]} is not at {mention["start"]}']
        found.append(mention['text'])
    return found


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as f:
        f.write(text)
    return path


def check_sample(folder):
    done = demo(folder, SAMPLE)
    found = quotes(folder)
    with open(NAMES, encoding='utf-8') as f:
        names = [line.split('\t')[1].strip() for line in f]
    with open(os.path.join(folder, 'report.html'), encoding='utf-8') as f:
        report = f.read()
    absent = [name for name in names if name not in report or not any(name in quote for quote in found)]
    return done.returncode == 0 and not absent and os.path.join(folder, 'report.html') in done.stdout, (done.stdout, absent)


def check_again(folder):
    before = sorted(quotes(folder))
    done = demo(folder, SAMPLE)
    return done.returncode == 0 and sorted(quotes(folder)) == before, done.stdout


def check_other(folder):
    done = demo(folder, write(folder, 'own.txt', '😀 লালমোহন এলেন। লালমোহন বসলেন। লালমোহন গেলেন।\n'))
    found = quotes(folder)
    return done.returncode == 0 and len(found) == 3 and all('লালমোহন' in q for q in found) and 'most frequent' in done.stdout, (done.stdout, found)


def check_nothing(folder):
    done = demo(folder, write(folder, 'short.txt', 'ক খ\n'))
    return done.returncode == 0 and quotes(folder) == [] and 'report.html' in done.stdout, done.stdout


def check_missing(folder):
    done = demo(folder, os.path.join(folder, 'gone.txt'))
    return done.returncode != 0 and 'gone.txt' in done.stdout and 'Traceback' not in done.stdout, done.stdout


def check_case(folder):
    demo(folder, SAMPLE)
    kept = os.path.join(folder, 'kept.sutra')
    subprocess.run([SUTRACTL, 'new', kept], stdout=subprocess.DEVNULL, check=True)
    subprocess.run([SUTRACTL, 'add', kept, SAMPLE], stdout=subprocess.DEVNULL, check=True)
    done = demo(folder, kept)
    with open(os.path.join(folder, 'report-1.html'), encoding='utf-8') as f:
        report = f.read()
    return done.returncode == 0 and 'তাহমিনা' in report and mentions(kept) == [], done.stdout


def main():
    checks = [check_sample, check_again, check_other, check_nothing, check_missing, check_case]
    failed = 0
    print(f'1..{len(checks)}')
    with tempfile.TemporaryDirectory() as folder:
        for number, check in enumerate(checks, 1):
            good, seen = check(folder)
            failed += not good
            print(f'{"ok" if good else "not ok"} {number} - {check.__name__}')
            if not good:
                print('\n'.join(f'# {line}' for line in str(seen).splitlines()))
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
