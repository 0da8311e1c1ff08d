import type { Block, Edition } from '@towncrier/contracts';
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { edition as anyEdition } from '../../test/arbitrary.ts';
import { editionOf, hostile, samples } from '../../test/samples.ts';
import { importHtml } from '../import/import-html.ts';
import { renderBoard } from './board.sheet.ts';
import { renderWebsite } from './website.article.ts';
import { renderWechat } from './wechat.article.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
const elements = (nodes: readonly Node[]): readonly DefaultTreeAdapterTypes.Element[] =>
  nodes.flatMap((node) => ('tagName' in node ? [node, ...elements(node.childNodes)] : []));
const words = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? words(node.childNodes) : ''))
    .join('');

/** Parses without a single complaint and holds nothing that acts. */
function expectSafe(
  html: string,
  allowed: { readonly style: boolean; readonly names: boolean },
): readonly Node[] {
  const errors: string[] = [];
  const { childNodes } = parseFragment(html, { onParseError: ({ code }) => errors.push(code) });
  expect(errors).toEqual([]);
  for (const element of elements(childNodes)) {
    expect([
      'script',
      'style',
      'iframe',
      'svg',
      'math',
      'object',
      'form',
      'link',
      'base',
      'meta',
    ]).not.toContain(element.tagName);
    for (const { name, value } of element.attrs) {
      expect(name).not.toMatch(/^on/);
      if (name === 'style') expect(allowed.style).toBe(true);
      if (name === 'class' || name === 'id') expect(allowed.names).toBe(true);
      if (name === 'href') expect(value).toMatch(/^(?:https?:|mailto:|tel:)/);
      if (name === 'src') expect(value).toMatch(/^(?:data:image\/(?:png|jpeg|webp|gif);base64,|media:\/\/)/);
    }
  }
  const ids = elements(childNodes).flatMap(({ attrs }) =>
    attrs.filter(({ name }) => name === 'id').map(({ value }) => value),
  );
  expect(new Set(ids).size).toBe(ids.length);
  return childNodes;
}

const website = (edition: Edition): readonly Node[] =>
  expectSafe(renderWebsite(edition).html, { style: false, names: true });
const wechat = (edition: Edition): readonly Node[] =>
  expectSafe(renderWechat(edition).content, { style: true, names: false });

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

function runs(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.type === 'paragraph' || block.type === 'heading')
      return block.content.flatMap((node) => (node.type === 'text' ? [node.text] : []));
    if (block.type === 'orderedList' || block.type === 'bulletList')
      return block.content.flatMap((item) => runs(item.content));
    if (block.type === 'quote') return runs(block.content);
    if (block.type === 'table')
      return block.content.flatMap((row) =>
        row.content.flatMap((cell) => runs([{ type: 'paragraph', content: cell.content }])),
      );
    if (block.type === 'keyFacts') return block.attrs.facts.flatMap(({ label, value }) => [label, value]);
    if (block.type === 'attachment') return [block.attrs.name];
    return [];
  });
}

describe('generated HTML', () => {
  it('is well-formed and inert for any edition', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        website(edition);
        wechat(edition);
      }),
    );
  });

  it('keeps every word of every edition on the website, on WeChat and on the board', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const spoken = runs(edition.content.body.content);
        const page = words(website(edition));
        for (const run of spoken) expect(page).toContain(run);
        const { notes } = renderWechat(edition);
        const article = words(wechat(edition));
        if (!notes.some(({ message }) => message.includes('只放得下')))
          for (const run of spoken)
            expect(article.replace(/\[\d+\]/g, '')).toContain(run.replace(/\[\d+\]/g, ''));
        const printed = strings(renderBoard(edition).blocks).join('\n');
        for (const run of spoken) expect(printed).toContain(run);
      }),
    );
  });

  it.each(hostile)('leaves nothing of %s that acts', (source) => {
    const imported = importHtml(source);
    const edition = editionOf({
      title: '敌意',
      body: { type: 'doc', content: [...imported.blocks, { type: 'divider' }] },
      media: [...imported.media],
    });
    website(edition);
    wechat(edition);
  });

  it('gives the plan an outline of four levels whose anchors exist', () => {
    const { html, outline } = renderWebsite(samples.plan);
    expect(outline.filter(({ level }) => level === 2).map(({ text }) => text.slice(0, 2))).toEqual([
      '一、',
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
    ]);
    expect(new Set(outline.map(({ level }) => level))).toEqual(new Set([2, 3, 4, 5]));
    for (const { id } of outline) expect(html).toContain(` id="${id}"`);
  });

  it('takes the address of a picture from the site', () => {
    const { html } = renderWebsite(samples.table, {
      description: 120,
      keywords: 8,
      mediaUrl: (id) => `/media/${id.slice(0, 8)}.png`,
    });
    expect(html).toContain('<img src="/media/6b7fa434.png"');
    expect(html).not.toContain('data:');
  });

  it('says of a correction which edition it replaces and why', () => {
    const banner = '本页为第2版，替代第1版。更正原因：抢修时间由26日改为25日';
    expect(renderWebsite(samples.correction).html).toContain(banner);
    expect(renderWechat(samples.correction).content).toContain('替代第1版');
  });
});
