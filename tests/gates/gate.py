# SPDX-License-Identifier: GPL-3.0-or-later
"""What every gate shares: walking the tree, reading C, and reporting as TAP.

A gate is a script that defines

  check (tree)   returns the findings, a list of "file:line: what, and what to do";
  BAD            samples that must be found: (name, {path: content}, words of the finding);
  GOOD           samples that must pass: (name, {path: content}).

gate.run () first feeds the samples to check(), so a gate that has stopped seeing anything fails,
and then the real tree.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile


class Tree:
    """The project's own files: everything but version control and build folders."""

    def __init__(self, root, build=None):
        self.root = os.path.realpath(root)
        self.build = build
        self.paths = sorted(self._walk())

    def _walk(self):
        for folder, folders, names in os.walk(self.root):
            folders[:] = [f for f in folders if f not in ('.git', '__pycache__', '.ccache', '.flatpak-builder')
                          and not (folder == self.root and f.startswith('build') and f != 'build-aux')]
            for name in names:
                yield os.path.relpath(os.path.join(folder, name), self.root)

    def find(self, *patterns):
        """The paths that match one of the regular expressions as a whole."""
        return [p for p in self.paths if any(re.fullmatch(pattern, p) for pattern in patterns)]

    def path(self, relative):
        return os.path.join(self.root, relative)

    def read(self, relative):
        with open(self.path(relative), encoding='utf-8', errors='replace', newline='') as f:
            return f.read()

    def is_text(self, relative):
        with open(self.path(relative), 'rb') as f:
            return b'\0' not in f.read(65536)

    def has(self, relative):
        return os.path.exists(self.path(relative))


def without_comments(text):
    """C text with comments blanked and the insides of strings kept; line numbers stay."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)

    def blank(match):
        token = match.group(0)
        return token if token[0] in '"\'' else re.sub(r'[^\n]', ' ', token)
    return pattern.sub(blank, text)


def without_strings(text):
    """C text with comments and the insides of strings blanked; line numbers stay."""
    return re.sub(r'"(?:\\.|[^"\\\n])*"', lambda m: '"' + ' ' * (len(m.group(0)) - 2) + '"', without_comments(text))


def line_of(text, position):
    return text.count('\n', 0, position) + 1


def call(*command, **kwargs):
    """Runs a command; returns (exit status, output and errors as one text)."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors='replace',
                          env={**os.environ, 'LC_ALL': 'C.UTF-8'}, check=False, **kwargs)
    return done.returncode, done.stdout


def need(*tools):
    """Ends the gate as failed where a tool is missing: a gate that skips itself guards nothing."""
    for tool in tools:
        if shutil.which(tool) is None:
            print(f'Bail out! {tool} is missing: run build-aux/install-deps')
            sys.exit(1)


def sample_tree(files, build):
    folder = tempfile.mkdtemp(prefix='gate-')
    for path, content in files.items():
        full = os.path.join(folder, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, 'wb') as f:
            f.write(content if isinstance(content, bytes) else content.encode())
    return folder, Tree(folder, build)


def on_sample(check, files, build):
    folder, tree = sample_tree(files, build)
    try:
        return check(tree)
    finally:
        shutil.rmtree(folder)


def run(check, bad, good):
    """usage: GATE SOURCE_ROOT [BUILD_ROOT]"""
    root = sys.argv[1]
    build = sys.argv[2] if len(sys.argv) > 2 else None
    results = []
    for name, files, words in bad:
        found = on_sample(check, files, build)
        results.append((f'finds {name}', [] if any(words in f for f in found)
                        else [f'the sample was not found ("{words}"); findings: {found}']))
    for name, files in good:
        results.append((f'passes {name}', on_sample(check, files, build)))
    results.append(('the tree', check(Tree(root, build))))

    print(f'1..{len(results)}')
    for number, (name, findings) in enumerate(results, 1):
        print(f'{"not ok" if findings else "ok"} {number} - {name}')
        for finding in findings:
            print(f'# {finding}')
    sys.exit(1 if any(findings for _, findings in results) else 0)
