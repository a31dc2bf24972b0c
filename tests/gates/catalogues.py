#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each language of po/LINGUAS has a catalogue that passes msgfmt --check, is complete, and holds exactly
the texts that the tree has now."""
import os
import re
import tempfile

import gate
from translations import POTFILES


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
    linguas = tree.read('po/LINGUAS').split() if tree.has('po/LINGUAS') else []
    if tree.has('meson.build') and 'bn' not in linguas:
        return ['po/LINGUAS: Bengali (bn) is missing']
    findings = []
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


def sample(po, linguas='bn\n'):
    files = {'src/app/x.c': C, POTFILES: 'src/app/x.c\n', 'po/LINGUAS': linguas}
    return {**files, 'po/bn.po': PO_HEADER + po} if po is not None else files


BAD = [
    ('a language without its catalogue', sample(None), 'has no po/bn.po'),
    ('an untranslated text', sample('msgid "Open a case"\nmsgstr ""\n'), 'not complete'),
    ('a fuzzy text', sample('#, fuzzy\n' + ENTRY), 'not complete'),
    ('a text that the catalogue lacks', sample('msgid "Other"\nmsgstr "অন্য"\n'), '"Open a case" is not translated'),
    ('a text that the tree lost', sample(ENTRY + '\nmsgid "Other"\nmsgstr "অন্য"\n'), '"Other" is no text'),
    ('a broken format', sample('#, c-format\nmsgid "%u cases"\nmsgstr "%s কেস"\n'), 'po/bn.po'),
    ('a tree without Bengali', {'meson.build': '', **sample(ENTRY, '')}, 'Bengali (bn) is missing'),
]
GOOD = [('a complete catalogue', sample(ENTRY))]

if __name__ == '__main__':
    gate.need('xgettext', 'msgfmt', 'msgattrib')
    gate.run(check, BAD, GOOD)
