import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf, opened, picturesIn, type ModelDocument } from './document.codec.ts';
import { modelExtensions, pieceNode, pieces } from './document.schema.ts';

const schema = getSchema([...modelExtensions, ...pieces.map(pieceNode)]);
/** As the editor has it after it was opened. */
const inEditor = (document: ModelDocument) => {
  const node = schema.nodeFromJSON(opened(document));
  node.check();
  return node.toJSON() as ReturnType<typeof opened>;
};

type Block = ModelDocument['content'][number];
const words = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'停水检修通知，。8𠮷 ') });
const marks = fc.subarray([
  { type: 'bold' },
  { type: 'underline' },
  { type: 'link', attrs: { href: 'https://example.gov.cn/' } },
]);
const run = fc.record({ type: fc.constant('text'), text: words, marks }, { requiredKeys: ['type', 'text'] });
const inline = fc.oneof({ weight: 5, arbitrary: run }, fc.constant({ type: 'hardBreak' }));
const id = fc.option(fc.constant('b7'), { nil: undefined });
const said = (attrs: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== undefined));
const paragraph = fc
  .tuple(id, fc.constantFrom(undefined, 'left', 'center', 'right'), fc.array(inline, { maxLength: 4 }))
  .map(([at, align, content]) => ({ type: 'paragraph', attrs: said({ id: at, align }), content }));
const heading = fc
  .tuple(fc.constantFrom(2, 3, 4, 5), fc.array(inline, { minLength: 1, maxLength: 3 }))
  .map(([level, content]) => ({ type: 'heading', attrs: { level }, content }));
const span = fc.constantFrom(undefined, 1, 2);
const cell = fc
  .tuple(fc.constantFrom('tableCell', 'tableHeader'), span, span, fc.array(inline, { maxLength: 2 }))
  .map(([type, colspan, rowspan, content]) => ({ type, attrs: said({ colspan, rowspan }), content }));
const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((rows) => ({
    type: 'table',
    attrs: { caption: '停水安排' },
    content: rows.map((content) => ({ type: 'tableRow', content })),
  }));
const image = fc
  .constantFrom('', '管线图')
  .map((alt) => ({ type: 'image', attrs: { media: 'a'.repeat(64), alt, caption: '图一' } }));
const facts = fc
  .array(fc.record({ label: words, value: words }), { minLength: 1, maxLength: 3 })
  .map((all) => ({ type: 'keyFacts', attrs: { facts: all } }));
const rest = fc.constantFrom(
  { type: 'contact', attrs: { name: '市水务局', phone: '0873-7122345' } },
  { type: 'attachment', attrs: { name: '名单.pdf', href: 'https://example.gov.cn/f', bytes: 12 } },
  { type: 'divider' },
);
const leaf = fc.oneof(paragraph, heading, table, image, facts, rest);
const block = fc.letrec<{ block: unknown }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.constantFrom('bulletList', 'orderedList'),
        fc.array(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
      )
      .map(([type, items]) => ({
        type,
        attrs: type === 'orderedList' ? { start: 3 } : {},
        content: items.map((content) => ({ type: 'listItem', content })),
      })),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 2 })
      .map((content) => ({ type: 'quote', attrs: { id: 'q1' }, content })),
  ),
})).block as fc.Arbitrary<Block>;
const written: Block = { type: 'paragraph', content: [{ type: 'text', text: '停水。' }] };
const document = fc
  .array(block, { maxLength: 5 })
  .map((content): ModelDocument => ({ type: 'doc', content: [written, ...content] }));

describe('a document that is opened in the editor', () => {
  it('comes out as it went in, whatever it holds: opening and saving changes nothing', () => {
    fc.assert(
      fc.property(document, (before) => {
        const shown = inEditor(before);
        expect(documentOf(structuredClone(shown), { document: before, shown })).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same for the editor however often it is opened', () => {
    fc.assert(
      fc.property(document, (before) => {
        const once = documentOf(inEditor(before));
        expect(once).not.toBeNull();
        if (once !== null) expect(documentOf(inEditor(once))).toEqual(once);
      }),
    );
  });

  it('keeps the blocks beside the one that was changed', () => {
    fc.assert(
      fc.property(document, (before) => {
        const json = inEditor(before);
        const [, ...others] = json.content ?? [];
        const changed = { type: 'paragraph', content: [{ type: 'text', text: '改期。' }] };
        const after = documentOf(
          { ...json, content: [changed, ...others] },
          { document: before, shown: json },
        );
        expect(after?.content.slice(1)).toEqual(before.content.slice(1));
        expect(after?.content[0]).toEqual(changed);
      }),
    );
  });
});

describe('what is written', () => {
  it('is nothing while the page is blank', () => {
    expect(documentOf({ type: 'doc', content: [{ type: 'paragraph' }] })).toBeNull();
    expect(documentOf({ type: 'doc', content: [{ type: 'paragraph' }, { type: 'divider' }] })).toBeNull();
  });

  it('leaves out headings without words and pieces that nobody filled in', () => {
    const json = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2, id: null } },
        { type: 'keyFacts', attrs: { facts: [], id: null } },
        { type: 'contact', attrs: { name: null, phone: '', id: null } },
        { type: 'paragraph', attrs: { id: null, align: null }, content: [{ type: 'text', text: '停水。' }] },
      ],
    };
    expect(documentOf(json)).toEqual({ type: 'doc', content: [written] });
  });

  it('has a picture that nobody described yet with an empty description', () => {
    const json = {
      type: 'doc',
      content: [{ type: 'image', attrs: { media: 'a'.repeat(64), alt: null, caption: '' } }],
    };
    const document = documentOf(json);
    expect(document?.content).toEqual([{ type: 'image', attrs: { alt: '', media: 'a'.repeat(64) } }]);
    if (document !== null) expect([...picturesIn(document)]).toEqual(['a'.repeat(64)]);
  });
});
