import fc from 'fast-check';
import { expect, it } from 'vitest';
import { askedWords, titleWords } from './title.words.ts';

const finds = (title: string, asked: string): boolean => {
  const there = new Set(titleWords(title));
  return askedWords(asked).every((word) => there.has(word));
};
const chinese = fc.string({
  unit: fc.constantFrom(...'关于乐白道街道停水通知供电检修公告灵泉东路'),
  minLength: 1,
});

it('a title is found by any piece of it', () => {
  fc.assert(
    fc.property(chinese, fc.nat(), fc.nat({ max: 12 }), (title, from, length) => {
      const start = from % title.length;
      expect(finds(title, title.slice(start, start + 1 + length))).toBe(true);
    }),
  );
});

it.each([
  ['云政发〔2026〕8号', '云政发〔2026〕8号', true],
  ['云政发〔2026〕8号', '云政发 2026', true],
  ['停水通知 7K3QZP4M', '7k3qzp4m', true],
  ['停水通知', '停电', false],
  ['停水通知', '水停', false],
  ['停水通知', '，。', true],
])('%s, asked for %s: %s', (title, asked, found) => expect(finds(title, asked)).toBe(found));
