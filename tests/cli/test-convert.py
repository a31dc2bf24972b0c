# SPDX-License-Identifier: GPL-3.0-or-later
"""Bijoy text becomes Unicode where the caller says so, and never by itself."""
import os

import cli

BIJOY = 'Avgvi †mvbvi evsjv, Avwg †Zvgvq fv‡jvevwm| KvRvL¯Ívb I gš¿Yvjq wi‡cvU© w`‡q‡Q|\n'
BENGALI = 'আমার সোনার বাংলা, আমি তোমায় ভালোবাসি। কাজাখস্তান ও মন্ত্রণালয় রিপোর্ট দিয়েছে।\n'.replace('য়', '\u09df')
PAGE = ('<html><head><title>{title}</title><style>p.bn, .x {{ font-family: "SutonnyMJ", serif }}</style></head><body><article>'
        '<p class="bn">{bijoy}</p><p>The ministry published 3 reports in Dhaka on Tuesday, officials said there.</p>'
        '<p><font face="SutonnyMJ">gš¿<b>Yvj</b>q</font> means ministry, and it is an old word with a long and winding history.</p></article></body></html>')


class Convert(cli.Case):
    def test_prints_unicode(self):
        for raw in (BIJOY.encode(), BIJOY.encode('cp1252'), BIJOY.encode('utf-16')):
            path = self.write('a.txt', raw)
            self.assertEqual(self.good('convert', '--from', 'bijoy', path).text, BENGALI)
        element, = self.good('convert', '--from', 'bijoy', path, '--json').json
        self.assertEqual(element, {'text': BENGALI, 'generation': 'new', 'unknown_count': 0, 'unknown': []})

    def test_generation(self):
        path = self.write('a.txt', 'KvRvL¯—vb'.encode('cp1252'))
        self.assertEqual(self.good('convert', '--from', 'bijoy', path, '--json').json[0]['generation'], 'old')
        self.assertEqual(self.good('convert', '--from', 'bijoy', path).text, 'কাজাখস্তান')
        path = self.write('b.txt', 'ÿ'.encode('cp1252') + b'\n')
        self.assertEqual(self.good('convert', '--from', 'bijoy', path, '--generation', 'new').text, 'ক্ষ\n')
        self.assertIn('ÿ', self.run_program('convert', '--from', 'bijoy', path, '--generation', 'old').text)

    def test_unknown_codes_are_reported(self):
        path = self.write('a.txt', 'K\nL€M')
        run = self.run_program('convert', '--from', 'bijoy', path)
        self.assertEqual(run.text, 'ক\nখ€গ')
        self.assertIn('line 2, code point 3: U+20AC', run.error)
        self.assertEqual(self.good('convert', '--from', 'bijoy', path, '--json').json[0]['unknown'], [{'offset': 3, 'code_point': 'U+20AC'}])

    def test_there_and_back(self):
        path = self.write('a.txt', BENGALI)
        out = os.path.join(os.path.dirname(path), 'out.txt')
        self.good('convert', '--to', 'bijoy', path, '-o', out)
        with open(out, encoding='utf-8') as file:
            self.assertEqual(file.read(), BIJOY)
        self.assertEqual(self.good('convert', '--from', 'bijoy', out).text, BENGALI)
        self.bad('convert', '--to', 'bijoy', path, '-o', out, says='exists already')

    def test_wrong_usage(self):
        path = self.write('a.txt', BIJOY)
        for arguments in ((path,), (path, '--from', 'latin'), (path, '--from', 'bijoy', '--to', 'bijoy'),
                          (path, '--from', 'bijoy', '--generation', 'middle')):
            self.bad('convert', *arguments, code=2)


class Add(cli.Case):
    def test_asks_before_it_takes_codes(self):
        for name, raw in (('a.txt', BIJOY.encode()), ('b.txt', BIJOY.encode('cp1252'))):
            self.bad('add', self.case, self.write(name, raw), says='--encoding bijoy')
        self.assertEqual(self.good('articles', self.case, '--json').json, [])

    def test_converts_and_keeps_the_bytes(self):
        raw = BIJOY.encode('cp1252')
        article = self.add(raw, 'a.txt', '--encoding', 'bijoy')
        self.assertEqual((article['encoding'], article['language']), ('bijoy-new', 'bn'))
        self.assertEqual(self.good('text', self.case, article['id']).text, BENGALI)
        self.assertEqual(self.good('text', self.case, article['id'], '--original').bytes, raw)
        again = self.add(raw, 'a.txt', '--encoding', 'bijoy-new')
        self.assertEqual(again['id'], article['id'])
        self.good('check', self.case)

    def test_wrong_choice_can_be_mended(self):
        raw = BIJOY.encode('cp1252')
        wrong = self.add(raw, 'a.txt', '--encoding', 'windows-1252')
        right = self.add(raw, 'a.txt', '--encoding', 'bijoy')
        self.assertNotEqual(wrong['id'], right['id'])
        self.assertEqual(wrong['sha256'], right['sha256'])
        self.assertEqual(self.good('text', self.case, wrong['id']).text, BIJOY)
        self.assertEqual(self.good('text', self.case, right['id']).text, BENGALI)

    def test_read_twice(self):
        twice = BENGALI.encode().decode('latin-1')
        self.bad('add', self.case, self.write('a.txt', twice), says='--encoding UTF-8-twice')
        article = self.add(twice, 'a.txt', '--encoding', 'UTF-8-twice')
        self.assertEqual(self.good('text', self.case, article['id']).text, BENGALI)

    def test_page_by_fonts(self):
        page = PAGE.format(title='News of the day', bijoy=BIJOY.strip())
        self.bad('add', self.case, self.write('a.html', page), says='--encoding bijoy')
        article = self.add(page, 'a.html', '--encoding', 'bijoy')
        text = self.good('text', self.case, article['id']).text
        self.assertIn(BENGALI.strip(), text)
        self.assertIn('published 3 reports in Dhaka on Tuesday', text)
        self.assertIn('মন্ত্রণাল\u09df means ministry', text)
        self.assertEqual(article['title'], 'News of the day')

    def test_page_without_fonts(self):
        page = '<title>x</title><p>' + BIJOY * 3
        article = self.add(page.encode('cp1252'), 'a.html', '--encoding', 'bijoy')
        self.assertIn(BENGALI.strip(), self.good('text', self.case, article['id']).text)


cli.main()
