import type { LossKindName } from '../losses/loss.kinds.ts';
import type { LossList } from '../losses/loss.list.ts';
import type { HtmlElement, HtmlNode } from './html.inline.ts';
import type { Place } from './html.place.ts';

/** What stands above the walk. */
export interface Above {
  readonly depth: number;
  readonly pre: boolean;
}

/** What a rewriting may ask of the walk that met its element. Everything comes back as HTML. */
export interface Walk {
  readonly place: Place;
  readonly losses: LossList;
  /** Notes a loss here. */
  lose(kind: LossKindName, words: string): void;
  all(nodes: readonly HtmlNode[], above: Above): string;
  words(text: string, above: Pick<Above, 'pre'>): string;
  raised(node: HtmlElement, where: 'superscript' | 'subscript'): string;
  /** The element does not go out; a loss when it has words. */
  leftOut(kind: LossKindName, words: string, node: HtmlElement): string;
  /** With the attributes that the model has a place for. */
  element(tag: string, node: HtmlElement, inner: string): string;
}
