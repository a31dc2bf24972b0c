#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest grants a window and nothing else, and pins all that it downloads."""
import json
import re

import gate

APP_ID = 'io.github.sutradhar.Sutradhar'
GRANTED = {'--socket=wayland', '--socket=fallback-x11', '--share=ipc', '--device=dri'}


def check_module(path, module):
    name = module.get('name', '?')
    for source in module.get('sources', []):
        kind = source.get('type')
        if kind in ('archive', 'file', 'extra-data') and 'url' in source:
            if not re.fullmatch(r'[0-9a-f]{64}', source.get('sha256', '')):
                yield f'{path}: module {name}: pin {source["url"]} by its sha256'
            if not source['url'].startswith('https://'):
                yield f'{path}: module {name}: {source["url"]} is not fetched by https'
        elif kind == 'git':
            if not re.fullmatch(r'[0-9a-f]{40}', source.get('commit', '')):
                yield f'{path}: module {name}: pin the repository by its commit'
        elif kind not in ('dir', 'archive', 'file', 'patch', 'inline'):
            yield f'{path}: module {name}: a source of type {kind}'
    if '--share=network' in json.dumps(module.get('build-options', {})):
        yield f'{path}: module {name}: builds with the network'
    for inner in module.get('modules', []):
        yield from check_module(path, inner)


def check(tree):
    findings = []
    manifests = tree.find(r'flatpak/.*\.json')
    if tree.has('meson.build') and f'flatpak/{APP_ID}.json' not in manifests:
        findings.append(f'flatpak/{APP_ID}.json is missing')
    for path in manifests:
        try:
            manifest = json.loads(tree.read(path))
        except ValueError as error:
            findings.append(f'{path}: {error}')
            continue
        if manifest.get('id') != APP_ID or manifest.get('command') != 'sutradhar':
            findings.append(f'{path}: id and command are not the program\'s')
        findings += [f'{path}: {grant} is more than a window' for grant in manifest.get('finish-args', []) if grant not in GRANTED]
        for module in manifest.get('modules', []):
            findings += check_module(path, module)
        if 'sutradhar' not in [module.get('name') for module in manifest.get('modules', [])]:
            findings.append(f'{path}: does not build the program')
    return findings


def manifest(grants=(), source=None):
    modules = [{'name': 'sutradhar', 'sources': [{'type': 'dir', 'path': '..'}]}]
    if source:
        modules.insert(0, {'name': 'x', 'sources': [source]})
    return {f'flatpak/{APP_ID}.json': json.dumps({'id': APP_ID, 'command': 'sutradhar', 'finish-args': list(grants), 'modules': modules})}


URL = 'https://example.org/x.tar.gz'
BAD = [
    ('the network', manifest(['--share=network']), '--share=network is more'),
    ('the home folder', manifest(['--filesystem=home']), '--filesystem=home is more'),
    ('a bus', manifest(['--socket=session-bus']), 'session-bus is more'),
    ('an archive without a hash', manifest(source={'type': 'archive', 'url': URL}), 'pin https'),
    ('a hash that is none', manifest(source={'type': 'archive', 'url': URL, 'sha256': 'latest'}), 'pin https'),
    ('plain http', manifest(source={'type': 'archive', 'url': 'http://example.org/x', 'sha256': 'a' * 64}), 'not fetched by https'),
    ('a branch of a repository', manifest(source={'type': 'git', 'url': URL, 'branch': 'main'}), 'pin the repository'),
    ('broken JSON', {f'flatpak/{APP_ID}.json': '{'}, 'Expecting'),
    ('no manifest', {'meson.build': ''}, 'is missing'),
]
GOOD = [('a window and pinned sources', manifest(sorted(GRANTED), {'type': 'archive', 'url': URL, 'sha256': 'a' * 64}))]

if __name__ == '__main__':
    gate.run(check, BAD, GOOD)
