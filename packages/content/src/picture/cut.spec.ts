import type { Block } from '@towncrier/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureWords } from '../reading/pictures.ts';
import { blockLines } from '../reading/plain.ts';
import { cutOf, leadPicture } from './cut.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const side = fc.integer({ min: 1, max: 8000 });
const sides = fc.record({ width: side, height: side });
const slack = 1e-9;

describe('the part of a picture that is shown', () => {
  it('lies inside, has the shape, contains the focal point, and is as large as can be', () => {
    fc.assert(
      fc.property(sides, sides, fc.record({ x: share, y: share }), (picture, shape, focus) => {
        const { left, top, right, bottom } = cutOf(picture, shape, focus);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(Math.max(right, bottom)).toBeLessThanOrEqual(1);
        expect(focus.x).toBeGreaterThanOrEqual(left - slack);
        expect(focus.x).toBeLessThanOrEqual(right + slack);
        expect(focus.y).toBeGreaterThanOrEqual(top - slack);
        expect(focus.y).toBeLessThanOrEqual(bottom + slack);
        const [width, height] = [(right - left) * picture.width, (bottom - top) * picture.height];
        expect((width * shape.height) / (height * shape.width)).toBeCloseTo(1, 6);
        expect(Math.max(right - left, bottom - top)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('follows the focal point', () => {
    const photo = { width: 1800, height: 766 };
    const square = { width: 1, height: 1 };
    expect(cutOf(photo, square, { x: 0, y: 0.5 }).left).toBe(0);
    expect(cutOf(photo, square, { x: 1, y: 0.5 }).right).toBe(1);
    // of the same shape all of it is shown
    const { top, bottom } = cutOf(photo, { width: 900, height: 383 }, { x: 0.2, y: 0.9 });
    expect([top, bottom].map((share) => share.toFixed(9))).toEqual(['0.000000000', '1.000000000']);
  });
});

describe('the picture that stands for a text', () => {
  const image = (media: string, focus?: { x: number; y: number }): Block => ({
    type: 'image',
    attrs: { media: media.repeat(64), alt: '', ...(focus === undefined ? {} : { focus }) },
  });

  it('is the first with a focal point, wherever it stands; none where nobody set one', () => {
    const focus = { x: 0.3, y: 0.6 };
    const list: Block = {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [image('b', focus)] }],
    };
    expect(leadPicture([image('a'), list, image('c', focus)])).toEqual({ media: 'b'.repeat(64), focus });
    expect(leadPicture([image('a'), { type: 'quote', content: [image('c')] }])).toBeNull();
  });
});

describe('what stands under a picture', () => {
  it.each([
    [{ caption: '停水范围', source: '市融媒体中心' }, '停水范围（来源：市融媒体中心）'],
    [{ source: '市融媒体中心' }, '来源：市融媒体中心'],
    [{ caption: '停水范围' }, '停水范围'],
    [{}, ''],
  ])('%o is “%s”', (attrs, words) => {
    expect(pictureWords(attrs)).toBe(words);
  });

  it('is read where the words are read, beside the description where there is no caption', () => {
    const block: Block = {
      type: 'image',
      attrs: { media: 'a'.repeat(64), alt: '泵站', source: '市融媒体中心' },
    };
    expect(blockLines(block)).toEqual(['［图片：泵站（来源：市融媒体中心）］']);
  });
});
