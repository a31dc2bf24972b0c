#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each folder of src/ includes only what its layer may see.

The table is the one of CONTRIBUTING.md, "Layers". Project headers are included by bare name; a
-private.h belongs to its own folder. A system header that no family below knows is a finding: a new
dependency is a decision, and this table is where it is written down.
"""
import os
import re

import gate

# layer: the layers it may use; what those may use comes with them.
LAYERS = {
    'base': [],
    'text': ['base'],
    'chronology': ['text'],
    'geo': ['text'],
    'store': ['text'],
    'model': ['store', 'chronology', 'geo'],
    'assist': ['model'],
    'interchange': ['model'],
    'drawing': ['model'],
    'report': ['model', 'interchange', 'drawing'],
    'widgets': ['model', 'assist', 'drawing'],
    'app': ['model', 'assist', 'interchange', 'drawing', 'report', 'widgets'],
    'cli': ['model', 'assist', 'interchange', 'drawing', 'report'],
}
EVERY = list(LAYERS)
PAINTING = ['drawing', 'report', 'widgets', 'app']
GTK = ['widgets', 'app']

# family: (regular expression of the header, the layers that may include it)
FAMILIES = {
    'libc': (r'(assert|ctype|errno|fcntl|float|inttypes|limits|locale|math|poll|setjmp|signal|stdarg|stdbool|stddef|stdint'
             r'|malloc|stdio|stdlib|string|strings|time|unistd|sys/(file|mman|random|resource|stat|statvfs|time|types|wait))\.h', EVERY),
    'GLib': (r'(glib|glib-object|glib-unix|gmodule)\.h|glib/gstdio\.h|(glib|gobject|gio)/(?!gi18n)[\w-]+\.h', EVERY),
    'gettext': (r'glib/gi18n(-lib)?\.h|libintl\.h', PAINTING),
    'ICU': (r'unicode/\w+\.h', ['text']),
    'SQLite': (r'sqlite3(ext)?\.h', ['store', 'geo']),
    'json-glib': (r'json-glib/[\w-]+\.h', ['interchange', 'cli']),
    'libxml2': (r'libxml/\w+\.h', ['interchange']),
    'libarchive': (r'archive(_entry)?\.h', ['interchange']),
    'poppler': (r'poppler\.h', ['interchange']),
    'Pango, Cairo, HarfBuzz': (r'pango/[\w-]+\.h|cairo(-\w+)?\.h|harfbuzz/hb[\w-]*\.h|hb(-\w+)?\.h', PAINTING),
    'GTK': (r'(gtk|gdk|gsk)/.*|graphene(-gobject)?\.h|adwaita\.h', GTK),
}
GENERATED = {'config.h': EVERY, 'sutra-resources.h': GTK}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*(?:include|import)[ \t]*(["<])([^">]+)[">]', re.M)
GETTEXT = re.compile(r'(?<![\w>.])(_|N_|C_|NC_|Q_|gettext|ngettext|dgettext|g_dgettext|g_dngettext|g_dpgettext2?)\s*\(\s*"')


def visible(layer):
    """The layer itself and, transitively, the layers it may use."""
    seen, todo = set(), [layer]
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo += LAYERS[one]
    return seen


def layer_of(path):
    parts = path.split('/')
    return parts[1] if len(parts) > 2 else None


def check_project_header(name, layer, headers):
    if name in GENERATED:
        return None if layer in GENERATED[name] else f'{name} is not for {layer}'
    if '/' in name:
        return f'include "{os.path.basename(name)}" by its bare name'
    if name not in headers:
        return f'"{name}" is no header of src/: write system headers as <{name}>'
    owner = headers[name]
    if owner not in visible(layer):
        return f'{layer} may not see {owner} ("{name}")'
    if name.endswith('-private.h') and owner != layer:
        return f'"{name}" is private to {owner}'
    return None


def check_system_header(name, layer):
    for family, (pattern, layers) in FAMILIES.items():
        if re.fullmatch(pattern, name):
            return None if layer in layers else f'{family} (<{name}>) is not for {layer}, only for {", ".join(layers)}'
    return f'<{name}> is of no known family: enter it in tests/gates/layers.py or do without'


def check(tree):
    findings = []
    sources = tree.find(r'src/.*\.(c|h|inc)')
    headers = {os.path.basename(p): layer_of(p) for p in sources if not p.endswith('.c')}
    for path in sources:
        layer = layer_of(path)
        name = os.path.basename(path)
        if not path.endswith('.c') and headers[name] != layer:
            findings.append(f'{path}: {headers[name]} has a header of that name too, and includes name no folder')
        if layer not in LAYERS:
            findings.append(f'{path}: lies in no layer of the table')
            continue
        text = gate.without_comments(tree.read(path))
        for match in INCLUDE.finditer(text):
            quote, name = match.groups()
            what = check_project_header(name, layer, headers) if quote == '"' else check_system_header(name, layer)
            if what:
                findings.append(f'{path}:{gate.line_of(text, match.start())}: {what}')
        if layer not in PAINTING:
            findings += [f'{path}:{gate.line_of(text, m.start())}: gettext is not for {layer}: the layers {", ".join(PAINTING)} '
                         'translate' for m in GETTEXT.finditer(text)]
    return findings


BASE_H = {'src/base/sutra-a.h': '#pragma once\n#include <glib.h>\n'}
BAD = [
    ('GTK in model', {'src/model/sutra-x.c': '#include <gtk/gtk.h>\n'}, 'GTK (<gtk/gtk.h>) is not for model'),
    ('libadwaita in drawing', {'src/drawing/sutra-x.c': '#include <adwaita.h>\n'}, 'is not for drawing'),
    ('SQLite in model', {'src/model/sutra-x.c': '# include <sqlite3.h>\n'}, 'SQLite (<sqlite3.h>) is not for model'),
    ('json-glib in store', {'src/store/sutra-x.c': '#include <json-glib/json-glib.h>\n'}, 'json-glib'),
    ('libxml2 in cli', {'src/cli/sutra-x.c': '#include <libxml/tree.h>\n'}, 'libxml2'),
    ('ICU in model', {'src/model/sutra-x.c': '#include <unicode/ubrk.h>\n'}, 'ICU'),
    ('Pango in model', {'src/model/sutra-x.c': '#include <pango/pangocairo.h>\n'}, 'Pango'),
    ('a header of a later layer', {'src/store/sutra-x.c': '#include "sutra-m.h"\n', 'src/model/sutra-m.h': ''}, 'store may not see model'),
    ('widgets seen by report', {'src/report/sutra-x.c': '#include "sutra-w.h"\n', 'src/widgets/sutra-w.h': ''}, 'may not see widgets'),
    ('a private header of another layer', {'src/model/x.c': '#include "a-private.h"\n', 'src/store/a-private.h': ''}, 'private to store'),
    ('two headers of one name', {'src/model/sutra-a.h': '', **BASE_H}, 'has a header of that name too'),
    ('a path in an include', {'src/text/sutra-x.c': '#include "../base/sutra-a.h"\n', **BASE_H}, 'bare name'),
    ('an unknown project header', {'src/text/sutra-x.c': '#include "stdio.h"\n'}, 'is no header of src/'),
    ('an unknown system header', {'src/text/sutra-x.c': '#include <curl/curl.h>\n'}, 'no known family'),
    ('gi18n in interchange', {'src/interchange/sutra-x.c': '#include <glib/gi18n.h>\n'}, 'gettext'),
    ('a translated string in model', {'src/model/sutra-x.c': 'f (_("Person"));\n'}, 'gettext is not for model'),
    ('a translated string over two lines', {'src/store/sutra-x.c': 'f (_(\n  "A"));\n'}, 'gettext is not for store'),
    ('ngettext in cli', {'src/cli/sutra-x.c': 'f (ngettext ("%u", "%u", n));\n'}, 'gettext is not for cli'),
    ('a source outside of the layers', {'src/misc/x.c': ''}, 'no layer'),
    ('a source in src/ itself', {'src/x.c': ''}, 'no layer'),
]
GOOD = [
    ('what each layer may use', {
        **BASE_H,
        'src/store/sutra-s.c': '#include "config.h"\n#include "sutra-a.h"\n#include <sqlite3.h>\n/* #include <gtk/gtk.h> _("no") */\n',
        'src/interchange/sutra-j.c': '#include <json-glib/json-glib.h>\n#include <libxml/HTMLparser.h>\nint x_ (int);\n',
        'src/widgets/sutra-w.c': '#include <adwaita.h>\n#include <glib/gi18n.h>\nf (_("Person"));\n'}),
]

if __name__ == '__main__':
    gate.run(check, BAD, GOOD)
