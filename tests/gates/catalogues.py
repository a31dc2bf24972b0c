#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each language of po/LINGUAS has a catalogue that passes msgfmt --check, is complete, holds exactly the
texts that the tree has now, their plural forms too, and ends each as the original ends. A language with a
list of words in WORDS uses those and no synonyms, and shows numbers in its own digits."""
import os
import re
import tempfile

import gate
from translations import POTFILES


# The words of the project, one for each thing (regular expressions: what the translation must have).
WORDS = {'bn': {
    r'cases?': 'কেস', r'articles?': 'নিবন্ধ', r'mentions?': 'উল্লেখ', r'entity|entities': 'সত্তা', r'relations?': 'সম্পর্ক',
    r'tagsets?': 'ট্যাগসেট', r'suggestions?': 'প্রস্তাব', r'edits?|edited': 'সম্পাদ', r'types?': 'ধরন', r'occurrences?': 'উপস্থিতি',
    r'undo|undone': 'ফিরিয়ে ন|ফেরা', r'redo|redone': 'আবার কর', r'exports?|exported': 'রপ্তানি', r'imports?|imported': 'আমদানি',
    r'reports?': 'প্রতিবেদন', r'histor(?:y|ies)': 'ইতিহাস', r'encodings?': 'এনকোডিং'}}
# Names of files and formats, and what is typed, stay as they are; "Type a name" is no entity type.
NOT_WORDS = re.compile(r'\w+\.json|Type a name')
ENDS = {'.': '.।', '…': '…', ':': ':', '?': '?', ';': ';', ' ': ' '}


def messages(po):
    """The msgids of a catalogue with their contexts and plurals, each with its translations; the header left out."""
    status, output = gate.call('msgattrib', '--no-obsolete', '--no-wrap', '--sort-output', '--no-location', po)
    if status != 0:
        return {}, output
    text = re.sub(r'"\n"', '', output)
    entries = re.findall(r'^(?:msgctxt "(.*)"\n)?msgid "(.+)"\n(?:msgid_plural "(.*)"\n)?((?:msgstr.*\n?)+)', text, re.M)
    return {entry[:3]: re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', entry[3], re.M) for entry in entries}, ''


def end_of(text):
    return text[-1] if text[-1] in ENDS else ''


def check_style(path, language, have):
    """Yields what msgfmt does not see."""
    for (context, original, _), translations in have.items():
        if context == 'language of reports' or original == 'translator-credits':
            continue
        for text in filter(None, translations):
            end = end_of(original)
            if text[-1] not in ENDS[end] if end else text[-1] in '।…:? ':
                yield f'{path}: "{text}" does not end as "{original}" does'
            if re.search(r'_[^\x00-\x7f]', text):
                yield f'{path}: "{text}": no key has the letter after the underscore'
            if language in WORDS and re.search(r'%(\d+\$)?[ud]', text):
                yield f'{path}: "{text}": write %Iu for digits of the language'
            for word, translated in WORDS.get(language, {}).items():
                plain = NOT_WORDS.sub('', original.replace('_', ''))
                if re.search(rf'\b(?:{word})\b', plain, re.I) and not re.search(translated, text):
                    yield f'{path}: "{text}" has not the word "{translated}" of "{original}"'


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
    findings = [f'{path}: "{m}" is not translated: run ninja -C build sutradhar-update-po' for _, m, _ in sorted(now - set(have))]
    findings += [f'{path}: "{m}" is no text of the program any more' for _, m, _ in sorted(set(have) - now)]
    findings += check_style(path, language, have)
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
            findings += check_catalogue(tree, language, set(now))
    return findings


C = '#include <glib/gi18n.h>\nf (_("Open a case"));\n'
PLURAL = 'f (ngettext ("%u case", "%u cases", n));\n'
PO_HEADER = ('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
             '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n')
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
    ('a plural that the catalogue lacks', {**sample('msgid "%u case"\nmsgstr "%Iuটি কেস"\n'), 'src/app/x.c': PLURAL}, '"%u case" is not translated'),
    ('an end that is not the original\'s', sample('msgid "Open a case"\nmsgstr "কেস খুলুন।"\n'), 'does not end as'),
    ('an underscore before a letter without a key', sample('msgid "Open a case"\nmsgstr "কেস _খুলুন"\n'), 'no key has'),
    ('a synonym for a word of the project', sample('msgid "Open a case"\nmsgstr "মামলা খুলুন"\n'), 'has not the word "কেস"'),
    ('digits of another language', {**sample('msgid "%u case"\nmsgstr "%uটি কেস"\n'), 'src/app/x.c': 'f (_("%u case"));\n'}, 'write %Iu'),
    ('a tree without Bengali', {'meson.build': '', **sample(ENTRY, '')}, 'Bengali (bn) is missing'),
]
GOOD = [
    ('a complete catalogue', sample(ENTRY)),
    ('plural forms', {**sample('msgid "%u case"\nmsgid_plural "%u cases"\nmsgstr[0] "%Iuটি কেস"\nmsgstr[1] "%Iuটি কেস"\n'), 'src/app/x.c': PLURAL}),
    ('words of a file name', {**sample('msgid "%s tagset.json"\nmsgstr "%s tagset.json"\n'), 'src/app/x.c': 'f (_("%s tagset.json"));\n'}),
]

if __name__ == '__main__':
    gate.need('xgettext', 'msgfmt', 'msgattrib')
    gate.run(check, BAD, GOOD)
