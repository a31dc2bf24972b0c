# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles get in, byte for byte, or are refused with a reason."""
import hashlib
import os
import unittest

import cli


class Add(cli.Case):
    def test_text_is_kept_byte_for_byte(self):
        article = self.add()
        self.assertEqual(self.good('text', self.case, article['id']).bytes, cli.TEXT.encode())
        self.assertEqual(article['code_points'], len(cli.TEXT))
        self.assertEqual(article['text_sha256'], hashlib.sha256(cli.TEXT.encode()).hexdigest())
        self.assertEqual(article['encoding'], 'UTF-8')
        self.assertEqual(self.good('text', self.case, article['id'], '--json').json, [{'id': article['id'], 'text': cli.TEXT}])

    def test_bom_and_line_ends(self):
        raw = b'\xef\xbb\xbf' + 'ক্ষ\r\nদুই\rতিন'.encode()
        article = self.add(raw)
        self.assertEqual(self.good('text', self.case, article['id']).text, 'ক্ষ\nদুই\nতিন')
        self.assertEqual(self.good('text', self.case, article['id'], '--original').bytes, raw)
        self.assertEqual(article['sha256'], hashlib.sha256(raw).hexdigest())

    def test_utf16_and_chosen_encoding(self):
        self.assertEqual(self.add('😀 ভারত'.encode('utf-16'))['encoding'], 'UTF-16LE')
        article = self.add('déjà'.encode('cp1252'), 'b.txt', '--encoding', 'windows-1252')
        self.assertEqual(self.good('text', self.case, article['id']).text, 'déjà')

    def test_same_bytes_same_article(self):
        first = self.add()
        again = self.add(cli.TEXT, 'other name.txt')
        self.assertEqual(again['id'], first['id'])
        self.assertEqual(len(self.good('articles', self.case, '--json').json), 1)
        self.assertEqual(len(self.good('history', self.case, '--json').json), 1)

    def test_what_is_told_wins(self):
        told = self.add('<title>পাতা</title><p>একটি ছোট খবর আছে এখানে।', 'a.html', '--title', 'নাম', '--source', 'সূত্র', '--url', 'https://x.y/',
                        '--author', 'লেখক', '--published', '2024-04?', '--language', 'bn')
        self.assertEqual([told[key] for key in ('title', 'source', 'url', 'author', 'published', 'language')],
                         ['নাম', 'সূত্র', 'https://x.y/', 'লেখক', '2024-04?', 'bn'])
        read = self.add('<html lang=bn><title>পাতা</title><p>আরেকটি ছোট খবর আছে এখানে।', 'b.html')
        self.assertEqual((read['title'], read['language'], read['published']), ('পাতা', 'bn', None))

    def test_titles_can_be_set_again(self):
        for title in ('ক্ষ' * 3000, 'এক\nদুই\tতিন', '  <b>&"  ', ' '):
            told = self.add(title + ' এর লেখা', 'title.txt', '--title', title)
            self.assertLessEqual(len(told['title']), 500)
            self.assertNotIn('\n', told['title'])
            self.assertTrue(told['title'].strip())
            again, = self.good('set', self.case, told['id'], 'title=' + told['title'], '--json').json
            self.assertEqual(again['title'], told['title'])
        page = self.add('<title>' + 'দীর্ঘ ' * 900 + '</title><p>একটি দীর্ঘ নামের খবর আছে এখানে।', 'long.html')
        self.assertLessEqual(len(page['title']), 500)

    def test_languages_are_tags(self):
        self.bad('add', self.case, self.write('a.txt', 'লেখা'), '--language', 'bn IN', says='bn-IN')
        for number, tag in enumerate(('bn-', 'bn--BD', 'bn"><script>', 'bn-abcdefghi')):
            page = self.add(f'<html lang="{tag.replace(chr(34), "&quot;")}"><p>{number} নম্বর খবর আছে এই পাতায়।', 'tag.html')
            self.assertIsNone(page['language'])

    def test_name_that_is_not_utf8(self):
        name = os.fsencode(self.path('')) + b'\xff\xe0.html'
        self.add()
        written, = self.good('export', self.case, '--format', 'html', '-o', name, '--json').json
        self.assertTrue(written['path'].endswith('\ufffd\ufffd.html'))
        self.assertTrue(os.path.exists(name))
        os.remove(name)

    def test_standard_input(self):
        article = self.good('add', self.case, '-', '--json', data='মান 🙂\n'.encode()).json[0]
        self.assertEqual(self.good('text', self.case, article['id']).text, 'মান 🙂\n')

    def test_folder_is_walked_sorted(self):
        for name in ('b/২.txt', 'a.txt', 'b/1.html', '.hidden.txt', '.git/c.txt', 'image.png', 'notes.md'):
            self.write('in/' + name, f'<p>{name} এর লেখা এখানে' if name.endswith('html') else f'{name} এর লেখা')
        os.symlink('..', self.path('in/loop'))
        found = self.good('add', self.case, self.path('in'), '--json').json
        self.assertEqual([self.good('text', self.case, one['id']).text.split()[0] for one in found], ['a.txt', 'b/1.html', 'b/২.txt'])
        # One step.
        self.good('undo', self.case)
        self.assertEqual(self.good('articles', self.case, '--json').json, [])
        self.clean()

    def test_many_in_one_step(self):
        for i in range(50):
            self.write(f'in/{i:02}.txt', f'লেখা {i}')
        self.assertEqual(len(self.good('add', self.case, self.path('in'), '--json').json), 50)
        self.assertEqual(len(self.good('undo', self.case, '--json').json), 7)  # transactions of one step
        self.assertEqual(self.good('articles', self.case, '--json').json, [])
        self.good('redo', self.case)
        self.assertEqual(len(self.good('articles', self.case, '--json').json), 50)
        self.clean()

    def test_part_fails(self):
        good, empty = self.write('good.txt', 'ভালো'), self.write('empty.txt', '')
        result = self.run_program('add', self.case, empty, good, self.path('gone.txt'), '--json')
        self.assertEqual(result.code, 1)
        self.assertEqual([one['title'] for one in result.json], ['ভালো'])
        self.assertEqual(result.error.count('\n'), 2)


class Refused(cli.Case):
    def refused(self, data, says, name='bad.txt', *options):
        result = self.bad('add', self.case, self.write(name, data), *options, says=says)
        self.assertIn(name, result.error)
        self.assertEqual(self.good('articles', self.case, '--json').json, [])
        self.assertEqual(self.good('history', self.case, '--json').json, [])

    def test_no_text(self):
        self.refused('', 'empty')
        self.refused(' \n\t\n', '')
        self.refused('<html><nav><a href=x>মেনু</a></nav><script>var a = 1</script></html>', 'no article', 'bad.html')

    def test_binary(self):
        self.refused(b'PK\3\4' + bytes(100), 'ZIP')
        self.refused(b'\x89PNG\r\n\x1a\n' + bytes(100), 'PNG')
        self.refused('এক'.encode() + b'\0' + 'দুই'.encode(), 'NUL')

    def test_invalid_utf8(self):
        self.refused('এক\nদুই '.encode() + b'\xff\xfe!', 'Line 2')
        self.refused('ক', 'not known', 'bad.txt', '--encoding', 'x-none')

    def test_too_large(self):
        path = self.path('large.txt')
        with open(path, 'wb') as out:
            out.truncate((64 << 20) + 1)
        self.bad('add', self.case, path, says='64 MiB')

    def test_html_bombs(self):
        self.refused('<html><body>' + '<div>' * 100000 + 'লেখা', 'nested deeper', 'bad.html')
        self.refused('<p ' + ' '.join(f'a{i}' for i in range(100000)) + '>লেখা', 'attributes', 'bad.html')
        entities = ''.join(f'<!ENTITY l{i} "{"&l%d;" % (i - 1) * 10}">' for i in range(1, 12))
        page = self.write('entities.html', f'<!DOCTYPE html [<!ENTITY l0 "ha">{entities}]><html><body><p>&l11; একটি লেখা আছে।</body></html>')
        article = self.good('add', self.case, page, '--json').json[0]
        self.assertLess(article['code_points'], 1000)

    def test_standard_input_is_named_once(self):
        self.assertEqual(self.bad('add', self.case, '-', data=b'a\0b', says='standard input').error.count('standard input'), 1)
        too_large = b'a' * (64 * 1024 * 1024 + 1)
        self.assertEqual(self.bad('add', self.case, '-', data=too_large, says='64 MiB').error.count('standard input'), 1)

    def test_folder_without_files(self):
        self.write('in/a.png', 'x')
        self.bad('add', self.case, self.path('in'), says='ending')

    def test_no_file(self):
        self.bad('add', self.case, self.path('gone.txt'), says='no such file')
        os.mkfifo(self.path('pipe.txt'))
        self.bad('add', self.case, self.path('pipe.txt'), says='no regular file')
        self.bad('add', self.case, '/dev/zero', says='no regular file')
        self.bad('add', self.case, '-', says='standard input')

    @unittest.skipIf(os.getuid() == 0, 'root may read everything')
    def test_unreadable(self):
        path = self.write('secret.txt', 'লেখা')
        os.chmod(path, 0)
        self.bad('add', self.case, path, says='not permitted')

    def test_usage(self):
        self.bad('add', self.case, code=2, says='too few')
        self.bad('add', self.case, 'a', 'b', '--title', 'x', code=2, says='one file')
        self.bad('add', self.case, 'a', '--published', '2024-13', says='month')
        self.bad('add', self.case, 'a', '--nonsense', code=2, says='unknown option')
        self.bad('add', self.case, 'a', '--title', code=2, says='needs a value')


cli.main()
