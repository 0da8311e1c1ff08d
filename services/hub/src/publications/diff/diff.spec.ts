import { canonicalJson } from '@towncrier/content';
import type { Block, EditionContent } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffContents } from './blocks.diff.ts';
import { compareThree } from './blocks.merge.ts';
import { diffWords } from './words.diff.ts';

const p = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const content = (title: string, ...texts: string[]): EditionContent => ({
  schemaVersion: 1,
  title,
  header: { issuer: '开远市水务局' },
  body: { type: 'doc', content: texts.map(p) },
  media: [],
});

describe('the difference between two texts', () => {
  it('is told in whole words', () => {
    expect(diffWords('灵泉东路停水检修', '灵泉西路停水检修')).toEqual([
      { kind: 'same', text: '灵泉' },
      { kind: 'removed', text: '东路' },
      { kind: 'added', text: '西路' },
      { kind: 'same', text: '停水检修' },
    ]);
  });

  it.each([
    ['by itself', (image: Block): Block => image],
    ['in a quote', (image: Block): Block => ({ type: 'quote', content: [image] }) as Block],
    [
      'in a list',
      (image: Block): Block =>
        ({ type: 'bulletList', content: [{ type: 'listItem', content: [p('泵站'), image] }] }) as Block,
    ],
  ])('tells that a picture %s is cut elsewhere, though no word changed', (_where, within) => {
    const picture = (x: number): Block => ({
      type: 'image',
      attrs: { media: 'a'.repeat(64), alt: '泵站', focus: { x, y: 0.5 } },
    });
    const of = (x: number): EditionContent => {
      const whole = content('停水通知');
      return { ...whole, body: { ...whole.body, content: [within(picture(x))] } };
    };
    const [change] = diffContents(of(0.2), of(0.8));
    expect(change?.words.filter((w) => w.kind !== 'same').map((w) => w.text)).toEqual(['20', '80']);
  });

  it('names the blocks that were changed, added and removed', () => {
    const changes = diffContents(
      content('停水通知', '第一段', '八时停水', '第三段'),
      content('停水通知（更正）', '第一段', '九时停水', '第三段', '第四段'),
    );

    expect(changes.map(({ block, kind }) => [block, kind])).toEqual([
      [0, 'changed'],
      [2, 'changed'],
      [4, 'added'],
    ]);
    expect(diffContents(content('甲', '一', '二'), content('甲', '二')).map((c) => c.kind)).toEqual([
      'removed',
    ]);
  });

  it('leads from the one to the other', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'停水通知，。东西路八九时 a1') }),
        fc.string({ unit: fc.constantFrom(...'停水通知，。东西路八九时 a1') }),
        (before, after) => {
          const pieces = diffWords(before, after);
          expect(
            pieces
              .filter((x) => x.kind !== 'added')
              .map((x) => x.text)
              .join(''),
          ).toBe(before);
          expect(
            pieces
              .filter((x) => x.kind !== 'removed')
              .map((x) => x.text)
              .join(''),
          ).toBe(after);
        },
      ),
    );
  });
});

describe('two people who edited the same text', () => {
  const base = ['一', '二', '三', '四', '五'];

  it('agree where only one of them changed it', () => {
    const regions = compareThree(
      base.map(p),
      ['一', '二改', '三', '四', '五'].map(p),
      ['一', '二', '三', '四改', '五'].map(p),
    );
    expect(regions.every((r) => r.kind === 'agreed')).toBe(true);
    expect(regions.flatMap((r) => r.mine)).toEqual(['一', '二改', '三', '四改', '五']);
  });

  it('conflict where both did, and see all three', () => {
    const conflicts = compareThree(
      base.map(p),
      ['一', '二甲', '三', '四', '五'].map(p),
      ['一', '二乙', '三', '四', '五'].map(p),
    ).filter((r) => r.kind === 'conflict');
    expect(conflicts).toEqual([{ kind: 'conflict', base: ['二'], mine: ['二甲'], theirs: ['二乙'] }]);
  });

  it('never lose a block of either side', () => {
    const blocks = fc.array(fc.constantFrom('一', '二', '三', '甲', '乙'), { maxLength: 8 });
    fc.assert(
      fc.property(blocks, blocks, blocks, (o, a, b) => {
        const regions = compareThree(o.map(p), a.map(p), b.map(p));
        const all = new Set(regions.flatMap((r) => [...r.mine, ...r.theirs]));
        for (const text of a.filter((t) => !o.includes(t))) expect(all.has(text), text).toBe(true);
        for (const text of b.filter((t) => !o.includes(t))) expect(all.has(text), text).toBe(true);
        expect(canonicalJson(regions)).toBe(canonicalJson(compareThree(o.map(p), a.map(p), b.map(p))));
      }),
    );
  });
});
