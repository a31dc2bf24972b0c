# SPDX-License-Identifier: GPL-3.0-or-later
"""sutractl dates: dates, times and numbers with their values."""
import cli

KEYS = 'start end stem_end text kind value unit rule time calendar original state explanation'.split()


class Dates(cli.Case):
    def read(self, text, *more):
        return self.good('dates', text, '--json', *more).json

    def test_shape(self):
        found = self.read('🙂 ৮ এপ্রিল, ২০২৪-এ ১২০ জন এসেছিলেন')
        for one in found:
            self.assertEqual(list(one), KEYS)
        date, number = found
        self.assertEqual((date['start'], date['end'], date['text'], date['kind']), (2, 18, '৮ এপ্রিল, ২০২৪-এ', 'date'))
        self.assertEqual((date['value'], date['state'], date['unit']), ('2024-04-08', 'fine', None))
        self.assertEqual((number['text'], number['kind'], number['value'], number['unit']), ('১২০ জন', 'number', '120', 'জন'))
        self.assertEqual(date['stem_end'], 16)

    def test_published(self):
        self.assertEqual(self.read('গত বছর')[0]['state'], 'needs-published')
        self.assertIsNone(self.read('গত বছর')[0]['value'])
        self.assertIn('published date', self.read('গত বছর')[0]['explanation'])
        self.assertEqual(self.read('গত বছর', '--published', '2024-04-09')[0]['value'], '2023')

    def test_language(self):
        self.assertEqual(self.read('২০২৪-২৫ অর্থবছরে')[0]['value'], '2024-07-01/2025-06-30')
        self.assertEqual(self.read('২০২৪-২৫ অর্থবছরে', '--language', 'bn-IN')[0]['value'], '2024-04-01/2025-03-31')
        found = self.read('২৫ বৈশাখ ১৪৩১', '--language', 'bn-IN')[0]
        self.assertEqual((found['value'], found['calendar'], found['original']), ('2024-05-08', 'bengali-india', '1431-01-25'))

    def test_kinds(self):
        text = '৫ মে ২০২০ ৩০ জন'
        self.assertEqual([e['kind'] for e in self.read(text, '--kind', 'date')], ['date'])
        self.assertEqual([e['kind'] for e in self.read(text, '--kind', 'number')], ['number'])
        self.assertEqual(self.read('কিছু নেই'), [])

    def test_text_and_input(self):
        shown = self.good('dates', '৩১ ফেব্রুয়ারি ২০২৪, ৫ লাখ টাকা').text
        for part in ('impossible', 'February 2024 has 29 days', '500000 টাকা'):
            self.assertIn(part, shown)
        self.assertEqual(self.good('dates', '-', '--json', data=b'8 April 2024').json[0]['value'], '2024-04-08')

    def test_wrong_usage(self):
        self.bad('dates', code=2)
        self.bad('dates', 'ক', '--published', '2024-13', code=2)
        self.bad('dates', 'ক', '--kind', 'place', code=2)


cli.main()
