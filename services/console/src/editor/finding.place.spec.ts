import { getSchema } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { expect, it } from 'vitest';
import type { Finding } from '../api/hub.types.ts';
import { opened, type ModelDocument } from './document.codec.ts';
import { modelExtensions, pieceNode, pieces } from './document.schema.ts';
import { stretchOf } from './finding.place.ts';

const schema = getSchema([...modelExtensions, ...pieces.map(pieceNode)]);
const inEditor = (document: ModelDocument): Node => schema.nodeFromJSON(opened(document));
const text = (words: string) => ({ type: 'text' as const, text: words });
const paragraph = (words: string) => ({ type: 'paragraph' as const, content: [text(words)] });
const picture = (media: string) => ({ type: 'image' as const, attrs: { media: media.repeat(64), alt: '' } });

const sent: ModelDocument = {
  type: 'doc',
  content: [
    paragraph('停水'),
    { type: 'paragraph', content: [text('范围'), { type: 'hardBreak' }, text('灵泉东路')] },
    {
      type: 'orderedList',
      content: [
        { type: 'listItem', content: [paragraph('一号院')] },
        { type: 'listItem', content: [paragraph('二号院'), paragraph('三号院')] },
      ],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [text('时间')] },
            { type: 'tableCell', content: [text('8时至18时')] },
          ],
        },
      ],
    },
    picture('a'),
    picture('b'),
  ],
};
const at = (block: number | null, path: number[], from: number, to: number): Finding => ({
  field: 'body',
  message: '',
  remedy: '',
  place: { block, spot: { path, from, to } },
});
const found = (doc: Node, finding: Finding): string | null => {
  const stretch = stretchOf(doc, sent, finding);
  return stretch === null ? null : doc.textBetween(stretch.from, stretch.to);
};
const places: readonly [string, Finding][] = [
  ['停水', at(0, [], 0, 2)],
  ['灵泉', at(1, [], 3, 5)],
  ['三号', at(2, [1, 1], 0, 2)],
  ['18时', at(3, [0, 1], 3, 6)],
];

it.each(places)('“%s” is found where it stands', (words, finding) => {
  expect(found(inEditor(sent), finding)).toBe(words);
});

it.each(places)('“%s” is found behind blocks that were not sent', (words, finding) => {
  const before = { type: 'paragraph' as const, content: [] };
  expect(found(inEditor({ ...sent, content: [before, before, ...sent.content] }), finding)).toBe(words);
});

it('what has changed is not found', () => {
  const content = sent.content.map((block, n) => (n === 1 ? paragraph('另一段') : block));
  expect(found(inEditor({ ...sent, content }), at(1, [], 3, 5))).toBeNull();
});

it('a picture is found by what it shows, and the title nowhere in the text', () => {
  const doc = inEditor(sent);
  const whole = { field: 'body.6', message: '', remedy: '', place: { block: 5 } };
  const stretch = stretchOf(doc, sent, whole);
  expect(stretch?.whole).toBe(true);
  expect(doc.nodeAt(stretch?.from ?? 0)?.attrs['media']).toBe('b'.repeat(64));
  expect(stretchOf(doc, sent, at(null, [], 0, 2))).toBeNull();
});
