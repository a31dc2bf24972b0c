#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads: desktop file, metainfo, settings schema, MIME type and icons are valid.

The sources are checked and, where the build has merged translations into them, the merged files too.
"""
import glob
import os
import re
import shutil
import tempfile
import xml.etree.ElementTree as ElementTree

import gate

APP_ID = 'io.github.sutradhar.Sutradhar'


def validate(label, *command):
    status, output = gate.call(*command)
    return [] if status == 0 else [f'{label}: {line}' for line in output.strip().splitlines()]


def under_name(path, name, folder):
    """The validators judge a file by its name too: a copy without .in."""
    copy = os.path.join(folder, name)
    shutil.copy(path, copy)
    return copy


def check_desktop(label, path, folder):
    copy = under_name(path, f'{APP_ID}.desktop', folder)
    findings = validate(label, 'desktop-file-validate', copy)
    with open(copy, encoding='utf-8') as f:
        text = f.read()
    for key, value in (('Icon', APP_ID), ('Exec', 'sutradhar %U'), ('Terminal', 'false')):
        if not re.search(rf'^{key}={re.escape(value)}$', text, re.M):
            findings.append(f'{label}: {key} should be {value}')
    return findings


def check_metainfo(label, path, folder):
    copy = under_name(path, f'{APP_ID}.metainfo.xml', folder)
    return validate(label, 'appstreamcli', 'validate', '--no-net', copy)


def check_schema(label, path, folder):
    own = os.path.join(folder, 'schemas')
    os.makedirs(own, exist_ok=True)
    under_name(path, os.path.basename(path), own)
    findings = validate(label, 'glib-compile-schemas', '--strict', '--dry-run', own)
    if findings:
        return findings
    for schema in ElementTree.parse(path).getroot().iter('schema'):
        for key in schema.iter('key'):
            if key.find('summary') is None or key.find('description') is None:
                findings.append(f'{label}: key {key.get("name")} lacks its summary or description')
    return findings


def check_mime(label, path, folder):
    packages = os.path.join(folder, 'mime', 'packages')
    os.makedirs(packages, exist_ok=True)
    under_name(path, 'sutradhar.xml', packages)
    findings = validate(label, 'update-mime-database', os.path.dirname(packages))
    written = os.path.join(folder, 'mime', 'application', 'x-sutradhar-case.xml')
    return findings if findings or os.path.exists(written) else [f'{label}: defines no application/x-sutradhar-case']


def check_icon(label, path, _folder):
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError as error:
        return [f'{label}: {error}']
    box = root.get('viewBox', '').split()
    findings = [] if len(box) == 4 and box[2] == box[3] else [f'{label}: an icon has a square viewBox']
    if root.tag != '{http://www.w3.org/2000/svg}svg':
        findings.append(f'{label}: no SVG')
    with open(path, encoding='utf-8') as f:
        if re.search(r'href="(?!#)|<image|<text', f.read()):
            findings.append(f'{label}: an icon holds no text, image or outside reference')
    return findings


KINDS = [
    (r'.*\.desktop(\.in)?', check_desktop),
    (r'.*\.metainfo\.xml(\.in)?', check_metainfo),
    (r'.*\.gschema\.xml', check_schema),
    (r'.*\.mime\.xml(\.in)?', check_mime),
    (r'.*\.svg', check_icon),
]


def check(tree):
    findings = []
    paths = [(p, tree.path(p)) for p in tree.find(r'data/.*')]
    if tree.build and tree.has('meson.build'):
        paths += [(os.path.relpath(p, tree.build), p) for p in sorted(glob.glob(os.path.join(tree.build, 'data', '*')))]
    for label, path in paths:
        for pattern, function in KINDS:
            if re.fullmatch(pattern, label):
                with tempfile.TemporaryDirectory() as folder:
                    findings += function(label, path, folder)
    if tree.has('meson.build'):
        for pattern, function in KINDS:
            if not any(re.fullmatch(pattern, label) for label, _ in paths):
                findings.append(f'data: nothing to hand to {function.__name__}')
    return findings


DESKTOP = f'[Desktop Entry]\nType=Application\nName=S\nExec=sutradhar %U\nIcon={APP_ID}\nTerminal=false\nCategories=Office;\n'
SCHEMA = ('<schemalist><schema id="a.b" path="/a/b/"><key name="k" type="i"><default>{}</default>{}</key></schema></schemalist>')
DOCS = '<summary>S</summary><description>D</description>'
MIME = ('<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info"><mime-type type="{}">'
        '<comment>S</comment><glob pattern="*.sutra"/></mime-type></mime-info>')
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {}"><path d="M0 0h8v8z"/>{}</svg>'
BAD = [
    ('a desktop file without a name', {'data/x.desktop.in': DESKTOP.replace('Name=S\n', '')}, 'Name'),
    ('a desktop file with another icon', {'data/x.desktop.in': DESKTOP.replace(APP_ID, 'x')}, 'Icon should be'),
    ('metainfo without an id', {'data/x.metainfo.xml.in': '<component type="desktop-application"><name>S</name></component>'}, 'id'),
    ('a schema whose default does not fit', {'data/x.gschema.xml': SCHEMA.format('"a"', DOCS)}, 'x.gschema.xml'),
    ('a schema key without a description', {'data/x.gschema.xml': SCHEMA.format('1', '<summary>S</summary>')}, 'lacks its summary'),
    ('another MIME type', {'data/x.mime.xml': MIME.format('application/x-other')}, 'defines no'),
    ('an oblong icon', {'data/icons/x.svg': SVG.format('16 32', '')}, 'square'),
    ('an icon with text', {'data/icons/x.svg': SVG.format('16 16', '<text>a</text>')}, 'holds no text'),
    ('a broken icon', {'data/icons/x.svg': '<svg'}, 'data/icons/x.svg'),
    ('a tree without data', {'meson.build': ''}, 'nothing to hand to check_icon'),
]
GOOD = [('valid files', {'data/x.desktop.in': DESKTOP, 'data/x.gschema.xml': SCHEMA.format('1', DOCS),
                         'data/x.mime.xml': MIME.format('application/x-sutradhar-case'), 'data/x.svg': SVG.format('16 16', '')})]

if __name__ == '__main__':
    gate.need('desktop-file-validate', 'appstreamcli', 'glib-compile-schemas', 'update-mime-database')
    gate.run(check, BAD, GOOD)
