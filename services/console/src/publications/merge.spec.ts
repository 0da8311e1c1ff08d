import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, isSame, type Filled } from './filled.ts';
import { mergeOf, settled } from './merge.ts';
import { blocksOf, wordsOf, type Block } from './written.parts.ts';

const paragraph = (words: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words }],
});
const filled = (paragraphs: readonly string[], more: Filled['written'] = {}): Filled => ({
  ...beginningOf(undefined).base,
  written: {
    lane: 'normal',
    ...more,
    body: { document: { type: 'doc', content: paragraphs.map(paragraph) }, media: [] },
  },
});
const textOf = (form: Filled): readonly string[] => blocksOf(form).map(wordsOf);
const keepBoth = () => 'both' as const;

const words = fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己');
/** Somebody adds, drops and changes paragraphs; what they write is theirs alone. */
const edit = (by: string): fc.Arbitrary<(base: readonly string[]) => readonly string[]> =>
  fc
    .array(fc.record({ at: fc.nat(6), does: fc.constantFrom('add', 'change', 'drop'), said: words }), {
      maxLength: 5,
    })
    .map((steps) => (base) => {
      const next = [...base];
      for (const [n, { at, does, said }] of steps.entries()) {
        const own = `${by}${n}${said}`;
        if (does === 'add') next.splice(at % (next.length + 1), 0, own);
        else if (next.length > 0) next.splice(at % next.length, 1, ...(does === 'change' ? [own] : []));
      }
      return next;
    });

describe('a text that two people went on with', () => {
  it('has in the end every paragraph that either of them wrote', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), edit('我'), edit('他'), (lines, mine, theirs) => {
        const base = lines.map((line, n) => `${n}${line}`);
        const [own, others] = [mine(base), theirs(base)];
        const merged = textOf(settled(mergeOf(filled(base), filled(own), filled(others)), keepBoth));
        for (const one of [...own, ...others].filter((line) => !base.includes(line)))
          expect(merged).toContain(one);
        for (const one of base.filter((line) => own.includes(line) && others.includes(line)))
          expect(merged).toContain(one);
      }),
      { numRuns: 500 },
    );
  });

  it('needs nobody to choose where only one of them changed something', () => {
    const base = filled(['一', '二', '三'], { title: '原题', channels: ['website'] });
    const mine = filled(['一', '二，改', '三'], { title: '原题', channels: ['website', 'sms'] });
    const theirs = filled(['一', '二', '三', '四'], { title: '新题', channels: ['website'] });
    const merge = mergeOf(base, mine, theirs);

    expect(merge.conflicts).toEqual([]);
    const one = settled(merge, keepBoth);
    expect(textOf(one)).toEqual(['一', '二，改', '三', '四']);
    expect(one.written).toMatchObject({ title: '新题', channels: ['website', 'sms'] });
  });

  it('is asked about where both changed the same, field by field and stretch by stretch', () => {
    const base = filled(['一'], { matter: { type: 'notice', fields: { contact: '1' } } });
    const mine = filled(['一，我'], { matter: { type: 'notice', fields: { contact: '2' } } });
    const theirs = filled(['一，他'], { matter: { type: 'notice', fields: { contact: '3' } } });
    const merge = mergeOf(base, mine, theirs);

    expect(merge.conflicts.map(({ kind, key }) => [kind, key])).toEqual([
      ['part', 'matter.fields.contact'],
      ['text', 'body.0'],
    ]);
    expect(
      isSame(
        settled(merge, () => 'mine'),
        mine,
      ),
    ).toBe(true);
    expect(
      isSame(
        settled(merge, () => 'theirs'),
        theirs,
      ),
    ).toBe(true);
    expect(textOf(settled(merge, keepBoth))).toEqual(['一，我', '一，他']);
  });

  it('has the own words of every channel that either of them wrote', () => {
    const own = (said: string) => ({ words: said, against: 'a'.repeat(64) });
    const base = filled(['一'], { ownWords: { 'led.text': own('屏') } });
    const mine = filled(['一'], { ownWords: { 'led.text': own('屏'), 'sms.text': own('我') } });
    const theirs = filled(['一'], { ownWords: { 'wechat.title': own('他') } });
    const merge = mergeOf(base, mine, theirs);

    expect(merge.conflicts).toEqual([]);
    expect(settled(merge, keepBoth).written.ownWords).toEqual({
      'led.text': undefined,
      'sms.text': own('我'),
      'wechat.title': own('他'),
    });
    const [conflict] = mergeOf(
      base,
      filled(['一'], { ownWords: { 'led.text': own('我') } }),
      theirs,
    ).conflicts;
    expect(conflict?.key).toBe('ownWords.led.text');
  });

  it('keeps the files that either of them added', () => {
    const file = (name: string) => ({ name, href: `https://www.example.gov.cn/${name}`, bytes: 1 });
    const base = filled(['一']);
    const mine = { ...base, attachments: [file('a.pdf')] };
    expect(settled(mergeOf(base, mine, base), keepBoth).attachments).toEqual([file('a.pdf')]);
  });
});
