import { escapeHtml } from '../../article/markup.ts';
import type { LossKindName } from '../losses/loss.kinds.ts';
import type { LossList } from '../losses/loss.list.ts';
import { unknownAttributes } from './html.attributes.ts';
import { attribute, isElement, type HtmlElement, type HtmlNode } from './html.inline.ts';
import { listItems } from './html.lists.ts';
import { lookOf, type Look } from './html.look.ts';
import { Place } from './html.place.ts';
import { raised } from './html.raised.ts';
import { rewritings } from './html.rewrite.ts';
import { keptTags, verdictOf } from './html.verdicts.ts';
import type { Above, Walk } from './html.walk.ts';
import { wordsOf } from './html.words.ts';

/** Deeper nesting than any document needs; what stands below keeps its words and loses its form. */
export const nestingLimit = 60;

const keptSet = new Set(keptTags);
const inline = new Set(['a', 'strong', 'b', 'u', 'img', 'br']);
/**
 * HTML in which every element was judged: what the model has a node for stays, what changes the sense of
 * words is put into words, and what is left out is in `losses`. What comes back is not yet safe: it goes
 * through `cleanHtml`.
 */
export class Account implements Walk {
  readonly place = new Place();
  /** Pictures within the table that is being walked: a cell holds words only. */
  private readonly behind: string[] = [];
  readonly losses: LossList;
  private readonly base: string | null;

  /** @param base what relative addresses are relative to; null when nobody said */
  constructor(losses: LossList, base: string | null) {
    this.losses = losses;
    this.base = base;
  }

  lose(kind: LossKindName, words: string): void {
    this.losses.add(kind, this.place.here, words);
  }

  all(nodes: readonly HtmlNode[], above: Above): string {
    return nodes.map((node) => this.one(node, above)).join('');
  }

  private one(node: HtmlNode, above: Above): string {
    if (node.nodeName === '#text' && 'value' in node) return this.words(node.value, above);
    if (!isElement(node)) return '';
    if (above.depth >= nestingLimit) return this.tooDeep(node);
    const look = lookOf(node);
    const words = look.hidden || look.struck ? wordsOf([node]) : '';
    if (look.hidden) return this.leftOut('hidden-text', words, node);
    if (look.struck) return this.leftOut('struck-text', words, node);
    for (const name of unknownAttributes(node)) this.losses.add('unknown', '', `${node.tagName} ${name}`);
    return this.judged(node, look, above);
  }

  private judged(node: HtmlElement, look: Look, above: Above): string {
    const verdict = verdictOf(node.tagName);
    const below = { ...above, depth: above.depth + 1 };
    switch (verdict?.is) {
      case undefined:
        this.lose('unknown', `<${node.tagName}> ${wordsOf([node])}`);
        return this.all(node.childNodes, below);
      case 'refused':
        return '';
      case 'left-out':
        this.lose(verdict.loss, sayingOf(node));
        return '';
      case 'rewritten':
        return rewritings[verdict.as](node, this, below);
      case 'text':
        return this.looking(look, node, below);
      case 'kept':
        return this.kept(node, look, below);
    }
  }

  private looking(look: Look, node: HtmlElement, below: Above): string {
    if (look.raised !== null) return this.raised(node, look.raised);
    const inner = this.all(node.childNodes, below);
    return look.bold && inner !== '' && !/<(?:p|div|table|h\d|li)\b/.test(inner) ? `<b>${inner}</b>` : inner;
  }

  raised(node: HtmlElement, where: 'superscript' | 'subscript'): string {
    const words = wordsOf([node]);
    const { text, same } = raised(words, where);
    if (!same) this.lose('raised-text', words);
    return this.words(text, { pre: false });
  }

  private kept(node: HtmlElement, look: Look, below: Above): string {
    const { tagName } = node;
    if (!inline.has(tagName)) this.place.endBlock();
    const made = this.madeOf(node, look, below);
    if (!inline.has(tagName)) this.place.endBlock();
    return made;
  }

  private madeOf(node: HtmlElement, look: Look, below: Above): string {
    switch (node.tagName) {
      case 'table':
        return this.table(node, below);
      case 'tr':
        this.place.nextRow();
        break;
      case 'td':
      case 'th':
        this.place.nextCell();
        break;
      case 'img':
        return this.picture(node);
      case 'a':
        return this.link(node, below);
      case 'ol':
        return listItems(node, this, look.numbering, below);
      case 'pre':
        return `<p>${this.all(node.childNodes, { ...below, pre: true })}</p>`;
    }
    const tagged = look.align !== null && node.tagName === 'div' ? 'p' : node.tagName;
    return this.element(tagged, node, this.all(node.childNodes, below), look.align);
  }

  /** With the attributes that the model has a place for; `cleanHtml` drops the others. */
  element(tag: string, node: HtmlElement, inner: string, align: Look['align'] = null): string {
    const attributes = node.attrs
      .filter(({ name }) => name !== 'align')
      .map(({ name, value }) => ` ${name}="${escapeHtml(value)}"`);
    const aligned = align === null ? '' : ` align="${align}"`;
    const open = `<${tag}${attributes.join('')}${aligned}>`;
    return tag === 'br' || tag === 'hr' || tag === 'img' ? open : `${open}${inner}</${tag}>`;
  }

  private table(node: HtmlElement, below: Above): string {
    const nested = this.place.inCell;
    return this.place.inTable(() => {
      if (!nested) {
        const inner = this.all(node.childNodes, below);
        const pictures = this.behind.splice(0).join('');
        return `${this.element('table', node, inner)}${pictures}`;
      }
      this.lose('nested-table', wordsOf([node]));
      return rowsOf(node)
        .map((cells) => `<p>${cells.map((cell) => this.all(cell.childNodes, below)).join('　')}</p>`)
        .join('');
    });
  }

  private picture(node: HtmlElement): string {
    const image = this.element('img', node, '');
    if (!this.place.inCell) return image;
    const caption = `${this.place.here}的图片`;
    this.behind.push(`<figure>${image}<figcaption>${caption}</figcaption></figure>`);
    return '';
  }

  /** A place on the same page needs no address; one that nobody outside can open is a loss. */
  private link(node: HtmlElement, below: Above): string {
    const href = (attribute(node, 'href') ?? '').trim();
    const inner = this.all(node.childNodes, below);
    if (href === '' || href.startsWith('#')) return inner;
    if (/^(?:https?:|mailto:|tel:)/i.test(href)) return this.element('a', node, inner);
    const resolved = this.base === null ? null : URL.parse(href, this.base);
    if (resolved !== null && /^https?:$/.test(resolved.protocol))
      return `<a href="${escapeHtml(resolved.href)}">${inner}</a>`;
    this.lose('link', `${wordsOf([node])} ${href.slice(0, 40)}`);
    return inner;
  }

  words(text: string, { pre }: Pick<Above, 'pre'>): string {
    if (text.trim() !== '') this.place.words();
    const words = escapeHtml(text);
    return pre ? words.replace(/\r?\n/g, '<br>') : words;
  }

  leftOut(kind: LossKindName, words: string, node: HtmlElement): string {
    if (words === '') return '';
    const isBlock = keptSet.has(node.tagName) && !inline.has(node.tagName);
    if (isBlock) this.place.endBlock();
    this.place.words();
    this.lose(kind, words);
    if (isBlock) this.place.endBlock();
    return '';
  }

  private tooDeep(node: HtmlElement): string {
    const words = wordsOf([node]);
    if (words === '') return '';
    this.lose('too-deep', words);
    return this.words(words, { pre: false });
  }
}

/** What a thing without words of its own says: its text, its description or where it comes from. */
function sayingOf(node: HtmlElement): string {
  const words = wordsOf([node]);
  return words === '' ? (attribute(node, 'title') ?? attribute(node, 'src') ?? '').slice(0, 60) : words;
}

/** The cells of each row of a table within a cell; its caption comes first, as a row of its own. */
function rowsOf(table: HtmlElement): readonly (readonly HtmlElement[])[] {
  return table.childNodes.filter(isElement).flatMap((child) => {
    if (child.tagName === 'tr')
      return [child.childNodes.filter(isElement).filter(({ tagName }) => /^t[dh]$/.test(tagName))];
    if (child.tagName === 'caption') return [[child]];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}
