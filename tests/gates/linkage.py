#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a linked program needs at run time: the core and sutractl need no GTK.

usage: linkage.py PROGRAM GTK_PROGRAM

PROGRAM is an empty main linked with the whole of a layer and of those below it, or sutractl itself;
GTK_PROGRAM is a sample that does need GTK, to see that this test can tell.
"""
import re
import sys

import gate

DISPLAY = re.compile(r'NEEDED.*\[(lib(?:gtk|gdk|gsk|adwaita|graphene|X11|xcb|wayland)[^\]]*)\]')


def display_libraries(program):
    status, output = gate.call('readelf', '-d', program)
    if status != 0 or 'NEEDED' not in output:
        return [f'{program}: readelf cannot tell: {output.strip()}']
    return [f'{program} needs {name}' for name in DISPLAY.findall(output)]


def main():
    gate.need('readelf')
    program, gtk_program = sys.argv[1:]
    wrong = display_libraries(program)
    sees = any('libgtk-4' in line for line in display_libraries(gtk_program))
    print('1..2')
    print(f'{"ok" if sees else "not ok"} 1 - a program that needs GTK is told apart')
    print(f'{"not ok" if wrong else "ok"} 2 - no display library')
    for line in wrong:
        print(f'# {line}')
    sys.exit(0 if sees and not wrong else 1)


if __name__ == '__main__':
    main()
