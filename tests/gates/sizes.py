#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file over 800 lines, no function over 60; one that is larger says why in a comment "size: REASON".

A C function is what stands between a line "{" and a line "}", both lines counted: clang-format puts
the braces of functions, and of nothing else that ends in a bare "}", into the first column. The
comment stands in the first 30 lines of a file, or in the 6 lines before a function's "{" or inside it.
"""
import ast
import re

import gate

MAX_FILE = 800
MAX_FUNCTION = 60
REASON = re.compile(r'size:\s*\w+[ -]\w+')


def c_functions(lines):
    """Yields (first line, last line) of each function, numbered from 1."""
    start = None
    for number, line in enumerate(lines, 1):
        if line == '{':
            start = number
        elif start and line.startswith('}'):
            if line.rstrip() == '}':
                yield start, number
            start = None


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno


def check_file(path, text):
    lines = text.split('\n')
    if lines and lines[-1] == '':
        lines.pop()
    if len(lines) > MAX_FILE and not REASON.search('\n'.join(lines[:30])):
        yield f'{path}: {len(lines)} lines, more than {MAX_FILE}: split it by role, or say why at its top ("size: …")'
    functions = python_functions(text) if path.endswith('.py') else c_functions(lines)
    for first, last in functions:
        length = last - first + 1
        if length > MAX_FUNCTION and not REASON.search('\n'.join(lines[max(0, first - 7):last])):
            yield f'{path}:{first}: a function of {length} lines, more than {MAX_FUNCTION}: cut it, or say why ("size: …")'


def check(tree):
    findings = []
    for path in tree.find(r'(src|tests|build-aux)/.*\.(c|h|py)'):
        findings += check_file(path, tree.read(path))
    return findings


def c_function(n, before='', inside='  x++;\n'):
    return f'{before}void\nf (void)\n{{\n{inside}' + '  x++;\n' * (n - 3) + '}\n'


BAD = [
    ('a C file of 801 lines', {'src/base/x.c': 'int x;\n' * 801}, '801 lines'),
    ('a test of 900 lines', {'tests/base/x.c': 'int x;\n' * 900}, '900 lines'),
    ('a script of 900 lines', {'tests/gates/x.py': 'x = 1\n' * 900}, '900 lines'),
    ('a function of 61 lines', {'src/base/x.c': c_function(61)}, 'src/base/x.c:3: a function of 61 lines'),
    ('the second function', {'src/base/x.c': c_function(5) + c_function(70)}, 'of 70 lines'),
    ('a reason of no words', {'src/base/x.c': c_function(61, inside='  /* size: */\n')}, 'of 61 lines'),
    ('a Python function of 61 lines', {'tests/x.py': 'def f():\n' + '    x = 1\n' * 60}, 'of 61 lines'),
]
GOOD = [
    ('800 lines, 60-line functions, long tables', {
        'src/base/x.c': 'int x;\n' * 800,
        'src/base/y.c': c_function(60) + 'struct _X\n{\n' + '  int a;\n' * 90 + '};\n'
                        + 'static const int t[] = {\n' + '  1,\n' * 90 + '};\n' + c_function(60)}),
    ('a larger one that gives its reason', {
        'src/base/x.c': '/* size: one table of the standard */\n' + 'int x;\n' * 900,
        'src/base/y.c': c_function(90, before='/* size: one switch over all states */\n')
                        + c_function(90, inside='  /* size: a linear list of registrations */\n')}),
]

if __name__ == '__main__':
    gate.run(check, BAD, GOOD)
