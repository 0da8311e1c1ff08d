import { lossOf } from '../losses/loss.element.ts';
import { attribute, isElement, type HtmlElement } from './html.inline.ts';
import type { Rewriting } from './html.verdicts.ts';
import type { Above, Walk } from './html.walk.ts';
import { wordsOf } from './html.words.ts';

type Rewrite = (node: HtmlElement, walk: Walk, below: Above) => string;

/** Elements whose sense is lost when only their words are taken, put into words. */
export const rewritings: Readonly<Record<Rewriting, Rewrite>> = {
  quotation: (node, walk, below) => `“${walk.all(node.childNodes, below)}”`,
  superscript: (node, walk) => walk.raised(node, 'superscript'),
  subscript: (node, walk) => walk.raised(node, 'subscript'),
  annotation,
  box,
  disclosure: (node, walk, below) =>
    attribute(node, 'open') === undefined
      ? walk.leftOut('hidden-text', wordsOf([node]), node)
      : walk.all(node.childNodes, below),
  loss: (node, walk) => {
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    const told = lossOf(attributes, wordsOf([node]));
    if (told !== null) walk.losses.add(told.kind, told.where, told.excerpt ?? '', told.count);
    return '';
  },
  area: (node, walk) => {
    walk.lose('link', `${attribute(node, 'alt') ?? ''} ${attribute(node, 'href') ?? ''}`);
    return '';
  },
};

/** A character with its reading above it: the reading follows in brackets. */
function annotation(node: HtmlElement, walk: Walk, below: Above): string {
  const readings = node.childNodes.filter(isElement).filter(({ tagName }) => tagName.startsWith('rt'));
  // readings, and the brackets for programs that know none, say nothing by themselves
  const base = walk.all(node.childNodes, below);
  const reading = wordsOf(readings);
  if (reading === '') return base;
  walk.lose('ruby', `${wordsOf([node])}`);
  return `${base}${walk.words(`（${reading}）`, below)}`;
}

/** A box that can be ticked says whether it is; other fields are for filling in, not for reading. */
function box(node: HtmlElement, walk: Walk, below: Above): string {
  const type = (attribute(node, 'type') ?? 'text').toLowerCase();
  const ticked = attribute(node, 'checked') !== undefined;
  if (type === 'checkbox') return walk.words(ticked ? '☑' : '☐', below);
  if (type === 'radio') return walk.words(ticked ? '●' : '○', below);
  if (type !== 'hidden') walk.lose('form-control', attribute(node, 'value') ?? '');
  return '';
}
