#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From opening an article to its exported report, through the keyboard and what a screen reader sees.

Usage: e2e.py PROGRAM SCHEMA_FOLDER ARTICLE. $SUTRA_CORPUS/reference-article.txt, where it is, is taken instead of ARTICLE.
Starts a display, a session bus and itself again inside of them. Prints TAP.
Needs Xvfb, openbox, xdotool, dbus-run-session and pyatspi of the system's Python; without them it is skipped.
"""
import html.parser
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

INSIDE = 'SUTRA_E2E_INSIDE'
DEADLINE = 90
PYTHON = '/usr/bin/python3'
# What GLib prints when something went wrong in the program; nothing of it is excused.
COMPLAINT = re.compile(r'(?:WARNING|CRITICAL|ERROR) \*\*')


def skip(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)


def outside():
    for tool in ('xvfb-run', 'dbus-run-session', 'openbox', 'xdotool'):
        if shutil.which(tool) is None:
            skip(f'{tool} is not installed')
    if subprocess.run([PYTHON, '-c', 'import pyatspi'], capture_output=True).returncode != 0:
        skip('python3-pyatspi is not installed')
    with tempfile.TemporaryDirectory(prefix='sutra-e2e-') as folder:
        environment = dict(os.environ, **{
            INSIDE: folder, 'HOME': folder, 'XDG_DATA_HOME': folder + '/data', 'XDG_CONFIG_HOME': folder + '/config',
            'XDG_CACHE_HOME': folder + '/cache', 'XDG_RUNTIME_DIR': folder, 'GSETTINGS_BACKEND': 'keyfile',
            'GSETTINGS_SCHEMA_DIR': sys.argv[2], 'GSK_RENDERER': 'cairo', 'GDK_BACKEND': 'x11', 'GDK_DEBUG': 'gl-disable',
            'ADW_DISABLE_PORTAL': '1', 'GTK_USE_PORTAL': '0', 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'C', 'NO_AT_BRIDGE': '0',
            'G_DEBUG': 'fatal-criticals'})
        for name in ('GTK_A11Y', 'WAYLAND_DISPLAY', 'GTK_THEME'):
            environment.pop(name, None)
        os.chmod(folder, 0o700)
        # -r: on a busy machine a key is held long enough to be repeated, and one Undo would be two.
        command = ['xvfb-run', '-a', '-s', '-screen 0 1280x1024x24 -dpi 96 -nolisten tcp -r', 'dbus-run-session', '--',
                   PYTHON, os.path.abspath(__file__), *sys.argv[1:]]
        # The daemons of the session print to its output too: the results come through a file.
        try:
            status = subprocess.run(command, env=environment, timeout=540, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
        except subprocess.TimeoutExpired:
            status = 1
        results = os.path.join(folder, 'results')
        if os.path.exists(results):
            with open(results, encoding='utf-8') as file:
                print(file.read(), end='')
        if status != 0:
            print('Bail out! it ended early')
    sys.exit(status)


def wait(what, holds, deadline=DEADLINE):
    """Polls until holds() gives something; what it says on failure names what was waited for."""
    end = time.monotonic() + deadline
    while time.monotonic() < end:
        try:
            result = holds()
        except Exception:  # an object that went away meanwhile: look again
            result = None
        if result:
            return result
        time.sleep(0.1)
    raise AssertionError(f'waited in vain for {what}')


class Marks(html.parser.HTMLParser):
    """The mentions of a report: (start, end) from the badge of each, and the words of its marks."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.spans = {}
        self.words = {}
        self.open = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == 'mark':
            self.open.append([name for name in attributes.get('class', '').split() if re.fullmatch(r'm\d+', name)])
        elif tag == 'a' and 'data-start' in attributes and 'id' in attributes:
            self.spans[attributes['id']] = (int(attributes['data-start']), int(attributes['data-end']))

    def handle_endtag(self, tag):
        if tag == 'mark':
            self.open.pop()

    def handle_data(self, data):
        for names in self.open:
            for name in names:
                self.words[name] = self.words.get(name, '') + data

    def found(self):
        return {span: self.words.get(name) for name, span in self.spans.items()}


class Window:
    def __init__(self, program):
        import pyatspi
        self.pyatspi = pyatspi
        self.program = program
        self.process = None

    def start(self):
        self.log = open(os.path.join(os.environ[INSIDE], 'log'), 'a+', encoding='utf-8')
        self.process = subprocess.Popen([self.program], stdout=self.log, stderr=self.log)
        self.root = wait('the application on the accessibility bus', self.find_application)

    def find_application(self):
        for application in self.pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == self.process.pid and application.childCount > 0:
                return application
        return None

    def walk(self, node=None):
        node = node if node is not None else self.root
        for i in range(node.childCount):
            child = node.getChildAtIndex(i)
            if child is not None:
                yield child
                yield from self.walk(child)

    def find(self, name, role=None):
        for node in self.walk():
            if node.name == name and (role is None or node.getRoleName() == role):
                return node
        return None

    def dump(self, tree):
        """For a failed run: what the program printed and, if @tree, what a screen reader sees."""
        self.log.seek(0)
        print(''.join(f'# {line}' for line in self.log), end='')
        if not tree or self.process.poll() is not None:
            return
        for node in self.walk():
            print(f'# {node.getRoleName()}: {node.name!r}')

    def complaints(self):
        self.log.seek(0)
        return [line.strip() for line in self.log if COMPLAINT.search(line)]

    def text(self):
        node = self.find('Text of the article')
        return node.queryText() if node else None

    def names(self):
        return [node.name for node in self.walk() if node.name]

    def keys(self, *keys):
        subprocess.run(['xdotool', 'key', '--delay', '60', *keys], check=True)
        time.sleep(0.15)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '25', text], check=True)
        time.sleep(0.3)

    def wait_toplevel(self, title):
        """Until an X window of exactly that title has the focus."""
        def focused():
            name = subprocess.run(['xdotool', 'getwindowfocus', 'getwindowname'], capture_output=True, text=True).stdout.strip()
            return name == title
        wait(f'the window “{title}”', focused)
        time.sleep(0.8)

    def quit(self):
        self.keys('ctrl+q')
        return self.process.wait(timeout=DEADLINE)


def case_path():
    return os.path.join(os.environ['XDG_DATA_HOME'], 'sutradhar', 'cases', 'my-desk.sutra')


def mentions():
    """(start, end, quote, type) of every mention, as the case file has them."""
    connection = sqlite3.connect(f'file:{case_path()}?mode=ro', uri=True)
    try:
        rows = connection.execute('SELECT m.start, m.end, m.quote, t.slug FROM mention m JOIN type t ON t.id = m.type '
                                  'ORDER BY m.start, m.end').fetchall()
    finally:
        connection.close()
    return rows


class Story:
    def __init__(self, program, article):
        self.window = Window(program)
        self.article = article
        with open(article, encoding='utf-8-sig', newline='') as file:
            self.expected = file.read().replace('\r\n', '\n').replace('\r', '\n')
        self.marked = []

    def opens(self):
        self.window.start()
        wait('the empty window', lambda: self.window.find('Open an Article…'))
        self.window.keys('ctrl+o')
        self.window.wait_toplevel('Open an Article')
        self.window.type(self.article)
        self.window.keys('Return')
        wait('the text', lambda: self.window.text() and self.window.text().characterCount > 100)
        assert self.window.text().getText(0, -1).rstrip('\n') == self.expected.rstrip('\n'), 'the text is not the file'

    def caret(self):
        return self.window.text().caretOffset

    def word_ends(self):
        """Ends of five words well apart, each longer than three letters."""
        words = [match.end() for match in re.finditer(r'[\u0980-\u09e3]{4,}(?=[\s,])', self.expected)]
        return words[3:60:11][:5]

    def annotates(self):
        ends = self.word_ends()
        assert len(ends) == 5, 'the article has too few words'
        self.window.keys('ctrl+Home')
        for number, end in enumerate(ends):
            for _ in range(200):
                if self.caret() >= end:
                    break
                self.window.keys('ctrl+Right')
            if number == 3:  # through the popover: Return takes the first guess
                self.window.keys('ctrl+Return')
                wait('the popover', lambda: self.window.find('Mark the selection') or self.window.find('Topic'))
                self.window.keys('Return')
            elif number == 4:  # a selection first
                self.window.keys('shift+ctrl+Left')
                self.window.keys('e')
            else:
                self.window.keys('plo'[number])
            wait(f'mention {number + 1}', lambda: len(mentions()) == number + 1)
        self.marked = mentions()
        for start, end, quote, _type in self.marked:
            assert self.expected[start:end] == quote, f'{quote} is not at {start}'
        assert len({row[3] for row in self.marked}) >= 4, 'the types were not used'

    def undoes(self):
        self.window.keys('ctrl+z')
        wait('undo', lambda: len(mentions()) == 4)
        self.window.keys('ctrl+z')
        wait('a second undo', lambda: len(mentions()) == 3)
        self.window.keys('ctrl+shift+z')
        wait('redo', lambda: len(mentions()) == 4)
        self.window.keys('ctrl+shift+z')
        wait('a second redo', lambda: len(mentions()) == 5)
        assert mentions() == self.marked, 'redo did not bring back the same'

    def statuses(self):
        connection = sqlite3.connect(f'file:{case_path()}?mode=ro', uri=True)
        try:
            return [row[0] for row in connection.execute('SELECT status FROM mention WHERE origin = 2 ORDER BY created, id')]
        finally:
            connection.close()

    def reviews(self):
        """Suggestions with keys alone: accept, reject, go on, take back, end."""
        def announces(end):
            return wait(f'“… {end}”', lambda: any(re.search(rf'\b{end}$', name) for name in self.window.names()))
        self.window.keys('ctrl+Home')
        wait('suggestions', lambda: any(re.fullmatch(r'\d+ suggestions', name) for name in self.window.names()))
        self.window.keys('F8')
        announces(r'1 of \d+')
        self.window.keys('Return')
        wait('one accepted', lambda: self.statuses() == [0])
        self.window.keys('BackSpace')
        wait('one rejected', lambda: self.statuses() == [0, 2])
        self.window.keys('Down')
        self.window.keys('ctrl+z')
        wait('the rejected one taken back', lambda: self.statuses() == [0])
        self.window.keys('ctrl+z')
        wait('the accepted one taken back', lambda: self.statuses() == [])
        announces(r'1 of \d+')
        self.window.keys('Escape')
        wait('the end of the review', lambda: any(re.fullmatch(r'\d+ suggestions', name) for name in self.window.names()))
        assert mentions() == self.marked, 'the review left something behind'

    def restarts(self):
        status = self.window.quit()
        assert status == 0, f'the program ended with {status}'
        self.window.start()
        wait('the text again', lambda: self.window.text() and self.window.text().characterCount > 100)
        assert mentions() == self.marked
        wait('the entities in their pane', lambda: sum(name.endswith(', 1 mentions') for name in self.window.names()) >= 5)

    def exports(self):
        target = os.path.join(os.environ[INSIDE], 'report.html')
        self.window.keys('ctrl+e')
        wait('the export dialog', lambda: self.window.find('Annotated Report (HTML)') or self.window.find('Export…'))
        self.window.keys('alt+e')
        self.window.wait_toplevel('Export')
        self.window.keys('ctrl+a')
        self.window.type(target)
        self.window.keys('Return')
        wait('the report', lambda: os.path.exists(target) and os.path.getsize(target) > 1000)
        marks = Marks()
        with open(target, encoding='utf-8') as file:
            marks.feed(file.read())
        spans = marks.found()
        for start, end, quote, _type in self.marked:
            assert spans.get((start, end)) == quote == self.expected[start:end], f'the report has {spans.get((start, end))} for {quote}'

    def ends(self):
        status = self.window.quit()
        assert status == 0, f'the program ended with {status}'

    def complains_of_nothing(self):
        complaints = self.window.complaints()
        assert not complaints, f'the program printed {len(complaints)} warnings, the first: {complaints[0]}'


def inside(program, _schemas, article):
    sys.stdout = open(os.path.join(os.environ[INSIDE], 'results'), 'w', encoding='utf-8')
    better = os.path.join(os.environ.get('SUTRA_CORPUS', ''), 'reference-article.txt')
    if os.path.isfile(better):
        article = os.path.realpath(better)
    subprocess.Popen(['openbox'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.5)
    story = Story(program, article)
    steps = ['opens', 'annotates', 'undoes', 'reviews', 'restarts', 'exports', 'ends', 'complains_of_nothing']
    print(f'1..{len(steps)}', flush=True)
    for number, step in enumerate(steps, 1):
        try:
            getattr(story, step)()
        except Exception as problem:
            if os.environ.get('SUTRA_E2E_SHOT'):
                subprocess.run(['import', '-window', 'root', os.environ['SUTRA_E2E_SHOT']])
            print(f'not ok {number} - {step}\n# {type(problem).__name__}: {problem}', flush=True)
            story.window.dump(bool(os.environ.get('SUTRA_E2E_TREE')))
            if story.window.process and story.window.process.poll() is None:
                os.kill(story.window.process.pid, signal.SIGKILL)
            sys.stdout.close()
            os._exit(1)
        print(f'ok {number} - {step}', flush=True)


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    inside(*sys.argv[1:]) if INSIDE in os.environ else outside()
