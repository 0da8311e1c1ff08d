import { expect, it } from 'vitest';
import { searchWords } from './search.words.ts';

it('cuts Chinese into long words and the shorter ones within, each once', () => {
  expect(searchWords('中华人民共和国，中华人民')).toEqual(
    expect.arrayContaining(['中华', '人民', '中华人民共和国']),
  );
  expect(searchWords('停水。停水！')).toEqual(['停水']);
});

it('keeps numbers and letters, and no marks', () => {
  expect(searchWords('云政发〔2026〕8号 Water')).toEqual(expect.arrayContaining(['2026', '8', 'water']));
  expect(searchWords('咨询电话 0873-7127123')).toEqual(expect.arrayContaining(['0873', '7127123']));
  expect(searchWords('，。——！')).toEqual([]);
});
