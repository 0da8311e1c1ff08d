import { lossOf } from '../losses/loss.element.ts';
import type { Above, Account } from './html.account.ts';
import { attribute, isElement, type HtmlElement } from './html.inline.ts';
import type { Rewriting } from './html.verdicts.ts';
import { wordsOf } from './html.words.ts';

type Rewrite = (node: HtmlElement, account: Account, below: Above) => string;

/** Elements whose sense is lost when only their words are taken, put into words. */
export const rewritings: Readonly<Record<Rewriting, Rewrite>> = {
  quotation: (node, account, below) => `“${account.all(node.childNodes, below)}”`,
  superscript: (node, account) => account.raised(node, 'superscript'),
  subscript: (node, account) => account.raised(node, 'subscript'),
  annotation,
  box,
  disclosure: (node, account, below) =>
    attribute(node, 'open') === undefined
      ? account.leftOut('hidden-text', wordsOf([node]), node)
      : account.all(node.childNodes, below),
  loss: (node, account) => {
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    const told = lossOf(attributes, wordsOf([node]));
    if (told !== null) account.losses.add(told.kind, told.where, told.excerpt ?? '', told.count);
    return '';
  },
  area: (node, account) => {
    account.lose('link', `${attribute(node, 'alt') ?? ''} ${attribute(node, 'href') ?? ''}`);
    return '';
  },
};

/** A character with its reading above it: the reading follows in brackets. */
function annotation(node: HtmlElement, account: Account, below: Above): string {
  const readings = node.childNodes.filter(isElement).filter(({ tagName }) => /^rt/.test(tagName));
  const base = account.all(
    node.childNodes.filter((child) => !isElement(child) || !/^r[tp]/.test(child.tagName)),
    below,
  );
  const reading = wordsOf(readings);
  if (reading === '') return base;
  account.lose('ruby', `${wordsOf([node])}`);
  return `${base}${account.words(`（${reading}）`, below)}`;
}

/** A box that can be ticked says whether it is; other fields are for filling in, not for reading. */
function box(node: HtmlElement, account: Account, below: Above): string {
  const type = (attribute(node, 'type') ?? 'text').toLowerCase();
  const ticked = attribute(node, 'checked') !== undefined;
  if (type === 'checkbox') return account.words(ticked ? '☑' : '☐', below);
  if (type === 'radio') return account.words(ticked ? '●' : '○', below);
  if (type !== 'hidden') account.lose('form-control', attribute(node, 'value') ?? '');
  return '';
}
