import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MarkedWords, type Marked } from './marked.words.ts';

const runs = fc.array(fc.string({ maxLength: 12, unit: fc.constantFrom(...'停水8时𠮷。') }), {
  maxLength: 6,
});
const marked = (length: number): fc.Arbitrary<Marked[]> =>
  fc.array(
    fc
      .tuple(fc.nat(length), fc.nat(length), fc.nat(5))
      .map(([a, b, mark]) => ({ from: Math.min(a, b), to: Math.max(a, b), mark })),
    { maxLength: 5 },
  );

it('no word is lost or doubled, and each character is under exactly the marks that lie over it', () => {
  fc.assert(
    fc.property(
      runs.chain((all) => fc.tuple(fc.constant(all), marked(all.join('').length))),
      ([all, marks]) => {
        const words = new MarkedWords(marks);
        const pieces = all.flatMap((run) => words.next(run));
        expect(pieces.map(({ text }) => text).join('')).toBe(all.join(''));
        let at = 0;
        for (const piece of pieces) {
          for (let i = at; i < at + piece.text.length; i += 1)
            expect(piece.marks).toEqual(marks.filter((m) => m.from <= i && i < m.to).map((m) => m.mark));
          at += piece.text.length;
        }
      },
    ),
  );
});

it('a mark across two runs is drawn in both', () => {
  const words = new MarkedWords([{ from: 1, to: 3, mark: 7 }]);
  expect(words.next('停水')).toEqual([
    { text: '停', marks: [] },
    { text: '水', marks: [7] },
  ]);
  expect(words.next('通知')).toEqual([
    { text: '通', marks: [7] },
    { text: '知', marks: [] },
  ]);
});
