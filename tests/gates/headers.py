#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each header of src/ compiles by itself, twice in a row, in C, with what its layer may see.

The compiler and its flags are those that meson uses for a source of the same folder, taken from
compile_commands.json; a folder that is not built yet is compiled with those of the base layer.
"""
import concurrent.futures
import json
import os
import shlex
import subprocess
import sys

import gate
import layers

PACKAGES = {
    'text': ['icu-uc', 'icu-i18n'], 'store': ['sqlite3'], 'geo': ['sqlite3'],
    'interchange': ['json-glib-1.0', 'libxml-2.0'], 'drawing': ['pangocairo', 'harfbuzz'],
    'report': ['pangocairo'], 'widgets': ['gtk4', 'libadwaita-1'], 'app': ['gtk4', 'libadwaita-1'], 'cli': ['json-glib-1.0'],
}


def commands(build):
    """{layer: compiler and flags without input and output}, from the build folder."""
    found = {}
    with open(os.path.join(build, 'compile_commands.json'), encoding='utf-8') as f:
        entries = json.load(f)
    for entry in entries:
        parts = entry['file'].replace('\\', '/').split('/')
        if 'src' in parts and entry['file'].endswith('.c'):
            layer = parts[len(parts) - 1 - parts[::-1].index('src') + 1]
            found.setdefault(layer, strip(shlex.split(entry['command'])))
    return found


def strip(command):
    kept, skip = [], False
    for word in command:
        if skip:
            skip = False
        elif word in ('-o', '-MF', '-MQ', '-MT'):
            skip = True
        elif word not in ('-c', '-MD', '-MMD') and not word.endswith(('.c', '.o', 'ccache')):
            kept.append(word)
    return kept


def pkg_config(packages):
    status, output = gate.call('pkg-config', '--cflags', *packages)
    return shlex.split(output) if status == 0 else []


def flags_for(tree, layer, known):
    if layer in known:
        return known[layer]
    seen = layers.visible(layer)
    packages = sorted({p for one in seen for p in PACKAGES.get(one, [])})
    return (known['base'] + [f'-I{tree.path("src/" + one)}' for one in sorted(seen) if tree.has('src/' + one)] + (pkg_config(packages) if packages else []))


def compile_alone(tree, path, flags, build):
    name = os.path.basename(path)
    own = f'-I{os.path.dirname(tree.path(path))}'
    text = f'#include "{name}"\n#include "{name}"\nextern int sutra_header_gate;\n'
    done = subprocess.run([*flags, own, '-fdiagnostics-color=never', '-fsyntax-only', '-x', 'c', '-'], input=text, cwd=build, text=True, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode == 0:
        return []
    first = next((line for line in done.stdout.splitlines() if 'error' in line), done.stdout.strip())
    return [f'{path}: does not compile alone: {first}']


def check(tree):
    known = commands(tree.build)
    headers = [p for p in tree.find(r'src/.*\.h') if layers.layer_of(p) in layers.LAYERS]
    flags = {layer: flags_for(tree, layer, known) for layer in {layers.layer_of(p) for p in headers}}
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        results = pool.map(lambda p: compile_alone(tree, p, flags[layers.layer_of(p)], tree.build), headers)
    return [finding for findings in results for finding in findings]


BAD = [
    ('a type that is not declared', {'src/base/sutra-x.h': '#pragma once\ngsize sutra_x (void);\n'}, 'unknown type'),
    ('a header without a guard', {'src/base/sutra-x.h': 'struct x { int a; };\n'}, 'redefinition'),
    ('an include that is not there', {'src/text/sutra-x.h': '#pragma once\n#include "sutra-gone.h"\n'}, 'sutra-gone.h'),
]
GOOD = [('a complete header', {'src/base/sutra-x.h': '#pragma once\n#include <glib.h>\ngsize sutra_x (void);\n'})]

if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit('usage: headers.py SOURCE_ROOT BUILD_ROOT')
    gate.run(check, BAD, GOOD)
