import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closeness, closest } from './search.rules.ts';

it('tells a name itself from its beginning, from a part of it, and from its characters in order', () => {
  expect(closeness('公告', '公告')).toBe(0);
  expect(closeness('公告栏', '公告')).toBe(1);
  expect(closeness('写公告', '公告')).toBe(2);
  expect(closeness('写通知公告', '写公告')).toBe(3);
  expect(closeness('写公告', '告公')).toBeNull();
});

it('does not mind capitals, full width and blanks', () => {
  expect(closeness('LED 大屏', 'ｌｅｄ大屏')).toBe(0);
  expect(closeness('水务局', ' ')).toBeNull();
});

it('does not take a single character out of the middle of anything but where it stands', () => {
  expect(closeness('水务局', '务')).toBe(2);
  expect(closeness('水务局', '林')).toBeNull();
});

it('gives the closest first, others as they came, and no more than were asked for', () => {
  const names = ['市水务局供水科', '水务局', '林业局', '水务局（旧）', '水政务局'];
  const of = (n: number) => closest(names, (name) => [name], '水务局', n);
  expect(of(9)).toEqual(['水务局', '水务局（旧）', '市水务局供水科', '水政务局']);
  expect(of(2)).toEqual(['水务局', '水务局（旧）']);
});

it('finds a thing by every part of its name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (name, from, length) => {
      const letters = [...name.normalize('NFKC')];
      const start = from % letters.length;
      const part = letters.slice(start, start + 1 + (length % (letters.length - start))).join('');
      if (part.normalize('NFKC').replaceAll(/\s/gu, '') === '') return;
      // a mark that joins the letter before it is another letter without that one
      if (!name.normalize('NFKC').includes(part.normalize('NFKC'))) return;
      expect(closest([name], (n) => [n], part, 1)).toEqual([name]);
    }),
  );
});
