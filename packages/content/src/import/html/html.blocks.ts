import type { Block, Inline, ListItem, Mark } from '@towncrier/contracts';
import { cleanLine } from '../../clean-text.ts';
import { inlineText } from '../../reading/inline.text.ts';
import type { PictureAlbum } from '../data-image.ts';
import {
  attribute,
  inlineOf,
  isElement,
  tidyInline,
  withMark,
  type HtmlElement,
  type HtmlNode,
} from './html.inline.ts';
import { htmlTable } from './html.table.ts';

export interface Walk {
  readonly album: PictureAlbum;
}

const inlineTags = new Set(['a', 'strong', 'b', 'u', 'br']);
const maxListDepth = 8;

/** Turns clean HTML into blocks. An h1 counts as h2: whether it is the title is not decided here. */
export function htmlBlocks(nodes: readonly HtmlNode[], walk: Walk): readonly Block[] {
  return flow(nodes, walk, [], 0);
}

/** Runs of text between blocks become paragraphs of their own; marks reach through blocks, as in HTML. */
function flow(
  nodes: readonly HtmlNode[],
  walk: Walk,
  marks: readonly Mark[],
  depth: number,
  align?: 'center' | 'right',
): readonly Block[] {
  const blocks: Block[] = [];
  let run: Inline[] = [];
  const endRun = (): void => {
    const content = tidyInline(run);
    if (content.length > 0)
      blocks.push({ type: 'paragraph', ...(align === undefined ? {} : { attrs: { align } }), content });
    run = [];
  };
  for (const node of nodes) {
    if (!isElement(node)) run.push(...inlineOf(node, marks));
    else if (inlineTags.has(node.tagName) && !holdsBlock(node)) run.push(...inlineOf(node, marks));
    else {
      endRun();
      blocks.push(...blocksOf(node, walk, marks, depth, align));
    }
  }
  endRun();
  return blocks;
}

const holdsBlock = (element: HtmlElement): boolean =>
  element.childNodes.some(
    (child) => isElement(child) && (!inlineTags.has(child.tagName) || holdsBlock(child)),
  );

function blocksOf(
  element: HtmlElement,
  walk: Walk,
  marks: readonly Mark[],
  depth: number,
  align?: 'center' | 'right',
): readonly Block[] {
  switch (element.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return headingOf(element, walk, marks);
    case 'ul':
    case 'ol':
      return listOf(element, walk, marks, depth);
    case 'table':
      return htmlTable(element);
    case 'blockquote': {
      const content = [...flow(element.childNodes, walk, marks, depth + 1)];
      return content.length === 0 ? [] : depth >= maxListDepth ? content : [{ type: 'quote', content }];
    }
    case 'hr':
      return [{ type: 'divider' }];
    case 'img':
      return imageOf(element, undefined, walk);
    case 'figure':
      return figureOf(element, walk, marks, depth);
    case 'dl':
      return factsOf(element, walk, marks, depth);
    case 'p':
    case 'center':
      return flow(element.childNodes, walk, marks, depth, alignOf(element) ?? align);
    default:
      return flow(element.childNodes, walk, withMark(element, marks), depth, align);
  }
}

const alignOf = (element: HtmlElement): 'center' | 'right' | undefined => {
  const said = element.tagName === 'center' ? 'center' : attribute(element, 'align');
  return said === 'center' || said === 'right' ? said : undefined;
};

function headingOf(element: HtmlElement, walk: Walk, marks: readonly Mark[]): readonly Block[] {
  const content = tidyInline(element.childNodes.flatMap((child) => inlineOf(child, marks)));
  const pictures = [...imagesWithin(element)].flatMap((image) => imageOf(image, undefined, walk));
  const level = Math.min(5, Math.max(2, Number(element.tagName.slice(1)))) as 2 | 3 | 4 | 5;
  if (content.length === 0) return pictures;
  return [{ type: 'heading', attrs: { level }, content }, ...pictures];
}

function listOf(element: HtmlElement, walk: Walk, marks: readonly Mark[], depth: number): readonly Block[] {
  const items = element.childNodes.flatMap((child): ListItem[] => {
    const content = [...flow([child], walk, marks, depth + 1)];
    return content.length === 0 ? [] : [{ type: 'listItem', content }];
  });
  if (items.length === 0) return [];
  if (depth >= maxListDepth) return items.flatMap((item) => item.content);
  if (element.tagName === 'ul') return [{ type: 'bulletList', content: items }];
  const start = Number(attribute(element, 'start') ?? '1');
  return [
    {
      type: 'orderedList',
      ...(Number.isInteger(start) && start > 1 && start < 1e6 ? { attrs: { start } } : {}),
      content: items,
    },
  ];
}

function imageOf(element: HtmlElement, caption: string | undefined, walk: Walk): readonly Block[] {
  const media = walk.album.take(attribute(element, 'src') ?? '');
  const alt = cleanLine(attribute(element, 'alt') ?? '').slice(0, 300);
  const words = (caption ?? '').slice(0, 300);
  if (media === null)
    return words || alt
      ? [{ type: 'paragraph', content: [{ type: 'text', text: `［图片：${words || alt}］` }] }]
      : [];
  return [
    { type: 'image', attrs: { media, alt: alt || words, ...(words === '' ? {} : { caption: words }) } },
  ];
}

function figureOf(element: HtmlElement, walk: Walk, marks: readonly Mark[], depth: number): readonly Block[] {
  const children = element.childNodes.filter(isElement);
  const caption = children.find((child) => child.tagName === 'figcaption');
  const image = children.find((child) => child.tagName === 'img');
  if (image === undefined || caption === undefined || children.length > 2)
    return flow(element.childNodes, walk, marks, depth);
  return imageOf(
    image,
    inlineText(tidyInline(caption.childNodes.flatMap((child) => inlineOf(child, []))), ' '),
    walk,
  );
}

/** Labels and values become key facts where they are short enough, else paragraphs. */
function factsOf(element: HtmlElement, walk: Walk, marks: readonly Mark[], depth: number): readonly Block[] {
  const parts = element.childNodes
    .flatMap((child) => (isElement(child) && child.tagName === 'div' ? child.childNodes : [child]))
    .filter(isElement);
  const words = parts.map((part) =>
    inlineText(tidyInline(part.childNodes.flatMap((child) => inlineOf(child, []))), ' '),
  );
  const paired =
    parts.length > 0 &&
    parts.length % 2 === 0 &&
    parts.length <= 40 &&
    parts.every((part, i) => part.tagName === (i % 2 === 0 ? 'dt' : 'dd'));
  if (!paired || words.some((text, i) => text === '' || text.length > (i % 2 === 0 ? 20 : 300)))
    return flow(element.childNodes, walk, marks, depth);
  const facts = words.flatMap((label, i) => (i % 2 === 0 ? [{ label, value: words[i + 1] ?? '' }] : []));
  return [{ type: 'keyFacts', attrs: { facts } }];
}

function* imagesWithin(element: HtmlElement): Generator<HtmlElement> {
  for (const child of element.childNodes) {
    if (!isElement(child)) continue;
    if (child.tagName === 'img') yield child;
    else yield* imagesWithin(child);
  }
}
