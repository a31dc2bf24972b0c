#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in lists exactly the files that hold text to translate, and the catalogues fit them.

Listed must be: sources that call _() and its kin, .ui files with translatable="yes", the desktop
file, the metainfo and the MIME description. For each language of LINGUAS its catalogue must pass
msgfmt --check, be complete, and hold the texts that the tree has now.
"""
import os
import re
import tempfile

import gate
import layers

POTFILES = 'po/POTFILES.in'


def translatable(tree):
    for path in tree.find(r'src/.*\.[ch]'):
        if layers.GETTEXT.search(gate.without_comments(tree.read(path))):
            yield path
    for path in tree.find(r'(ui|src|data)/.*\.ui'):
        if re.search(r'translatable="(yes|true|1)"', tree.read(path)):
            yield path
    for path in tree.find(r'data/.*\.(desktop|metainfo\.xml|mime\.xml)\.in', r'data/.*mime.*\.xml\.in'):
        yield path


def check_list(tree, listed):
    wanted = set(translatable(tree))
    for path in sorted(wanted - set(listed)):
        yield f'{path}: holds text to translate, add it to {POTFILES}'
    for path in listed:
        if not tree.has(path):
            yield f'{POTFILES}: {path} does not exist'
        elif path not in wanted:
            yield f'{POTFILES}: {path} holds no text to translate'
    if listed != sorted(listed):
        yield f'{POTFILES}: keep it sorted'
    if len(listed) != len(set(listed)):
        yield f'{POTFILES}: a file is listed twice'


def messages(po):
    """The msgids of a catalogue with their contexts, the header left out."""
    status, output = gate.call('msgattrib', '--no-obsolete', '--no-wrap', '--sort-output', '--no-location', po)
    if status != 0:
        return set(), output
    text = re.sub(r'"\n"', '', output)
    pairs = re.findall(r'^(?:msgctxt "(.*)"\n)?msgid "(.+)"$', text, re.M)
    return set(pairs), ''


def template(tree, folder):
    """Extracts the texts of the tree into a template and returns its path."""
    pot = os.path.join(folder, 'now.pot')
    status, output = gate.call('xgettext', '--from-code=UTF-8', '--add-comments', '-o', pot, f'--files-from={POTFILES}',
                               f'--directory={tree.root}', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
                               '--keyword=ngettext:1,2', '--keyword=g_dngettext:2,3', '--keyword=g_dgettext:2',
                               '--keyword=g_dpgettext2:2c,3', cwd=tree.root)
    return (pot, '') if status == 0 and os.path.exists(pot) else (None, output)


def check_catalogue(tree, language, now):
    path = f'po/{language}.po'
    if not tree.has(path):
        return [f'po/LINGUAS: {language} has no {path}']
    status, output = gate.call('msgfmt', '--check', '--statistics', '-o', '/dev/null', tree.path(path))
    if status != 0:
        return [f'{path}: {output.strip()}']
    if re.search(r'fuzzy|untranslated', output):
        return [f'{path}: not complete: {output.strip()}']
    have, error = messages(tree.path(path))
    findings = [f'{path}: "{m}" is not translated: run ninja -C build sutradhar-update-po' for _, m in sorted(now - have)]
    findings += [f'{path}: "{m}" is no text of the program any more' for _, m in sorted(have - now)]
    return findings + ([error] if error else [])


def check(tree):
    if not tree.has(POTFILES):
        return [f'{POTFILES} is missing']
    listed = [line.strip() for line in tree.read(POTFILES).splitlines() if line.strip() and not line.startswith('#')]
    findings = list(check_list(tree, listed))
    linguas = tree.read('po/LINGUAS').split() if tree.has('po/LINGUAS') else []
    if findings or not linguas:
        return findings
    with tempfile.TemporaryDirectory() as folder:
        pot, error = template(tree, folder)
        if pot is None:
            return [f'xgettext: {error}']
        now, _ = messages(pot)
        for language in linguas:
            findings += check_catalogue(tree, language, now)
    return findings


C = '#include <glib/gi18n.h>\nf (_("Open a case"));\n'
PO_HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
ENTRY = 'msgid "Open a case"\nmsgstr "কেস খুলুন"\n'


def sample(po, potfiles='src/app/x.c\n'):
    return {'src/app/x.c': C, POTFILES: potfiles, 'po/LINGUAS': 'bn\n', 'po/bn.po': PO_HEADER + po}


BAD = [
    ('no list', {'src/app/x.c': C}, 'is missing'),
    ('a source that is not listed', {'src/app/x.c': C, POTFILES: ''}, 'src/app/x.c: holds text'),
    ('a .ui file that is not listed', {'ui/x.ui': '<property translatable="yes">Open</property>', POTFILES: ''}, 'ui/x.ui: holds text'),
    ('a desktop file that is not listed', {'data/x.desktop.in': '', POTFILES: ''}, 'data/x.desktop.in: holds text'),
    ('a listed file that is gone', {POTFILES: 'src/app/gone.c\n'}, 'does not exist'),
    ('a listed file without text', {'src/app/y.c': 'int y;\n', POTFILES: 'src/app/y.c\n'}, 'no text to translate'),
    ('a language without its catalogue', {'src/app/x.c': C, POTFILES: 'src/app/x.c\n', 'po/LINGUAS': 'bn\n'}, 'has no po/bn.po'),
    ('an untranslated text', sample('msgid "Open a case"\nmsgstr ""\n'), 'not complete'),
    ('a fuzzy text', sample('#, fuzzy\n' + ENTRY), 'not complete'),
    ('a text that the catalogue lacks', sample('msgid "Other"\nmsgstr "অন্য"\n'), '"Open a case" is not translated'),
    ('a text that the tree lost', sample(ENTRY + '\nmsgid "Other"\nmsgstr "অন্য"\n'), '"Other" is no text'),
    ('a broken format', sample('#, c-format\nmsgid "%u cases"\nmsgstr "%s কেস"\n'), 'po/bn.po'),
]
GOOD = [('a complete catalogue', sample(ENTRY))]

if __name__ == '__main__':
    gate.need('xgettext', 'msgfmt', 'msgattrib')
    gate.run(check, BAD, GOOD)
