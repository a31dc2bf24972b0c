#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The .ui files: they follow GTK's own grammar, and each belongs to a .c of the same base name."""
import os
import re

import gate

GRAMMAR = '/usr/share/gtk-4.0/gtk4builder.rng'
# Templates that belong to no type of their own: GtkBuilder reads them by name.
WITHOUT_SOURCE = {'help-overlay'}


def grammar():
    prefix = gate.call('pkg-config', '--variable=prefix', 'gtk4')[1].strip()
    own = os.path.join(prefix, 'share/gtk-4.0/gtk4builder.rng')
    return own if os.path.exists(own) else GRAMMAR


def check_one(tree, path, sources):
    base = os.path.basename(path)[:-3]
    text = tree.read(path)
    if base not in WITHOUT_SOURCE and f'{base}.c' not in sources:
        yield f'{path}: no src/widgets/{base}.c or src/app/{base}.c'
    elif base not in WITHOUT_SOURCE and not re.search(r'<template\s', text):
        yield f'{path}: declares no template'
    status, output = gate.call('xmllint', '--noout', '--nonet', '--relaxng', grammar(), tree.path(path))
    if status != 0:
        lines = [line for line in output.splitlines() if 'error' in line and 'fails to validate' not in line]
        yield from (line.replace(tree.root + '/', '') for line in lines or [f'{path}: {output.strip()}'])


def check(tree):
    sources = {os.path.basename(p) for p in tree.find(r'src/(widgets|app)/.*\.c')}
    findings = []
    for path in tree.find(r'.*\.ui'):
        if not path.startswith('ui/'):
            findings.append(f'{path}: .ui files live in ui/')
        findings += check_one(tree, path, sources)
    return findings


def ui(body, kind='<template class="SutraX" parent="GtkBox">'):
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<interface>\n{kind}{body}</template>\n</interface>\n'


C = {'src/widgets/sutra-x.c': ''}
BAD = [
    ('an object without a class', {'ui/sutra-x.ui': ui('<child><object/></child>'), **C}, 'ui/sutra-x.ui:3'),
    ('an unknown attribute', {'ui/sutra-x.ui': ui('<property name="a" translateable="yes">b</property>'), **C}, 'translateable'),
    ('a property without a name', {'ui/sutra-x.ui': ui('<property>b</property>'), **C}, 'ui/sutra-x.ui:3'),
    ('broken XML', {'ui/sutra-x.ui': ui('<child>'), **C}, 'ui/sutra-x.ui'),
    ('a template without its source', {'ui/sutra-y.ui': ui(''), **C}, 'no src/widgets/sutra-y.c'),
    ('a file that declares no template', {'ui/sutra-x.ui': '<interface><object class="GtkBox"/></interface>', **C}, 'declares no template'),
    ('a .ui file elsewhere', {'src/widgets/sutra-x.ui': ui(''), **C}, 'live in ui/'),
]
GOOD = [('a template', {'ui/sutra-x.ui': ui('<property name="spacing">6</property>'), **C})]

if __name__ == '__main__':
    gate.need('xmllint', 'pkg-config')
    gate.run(check, BAD, GOOD)
