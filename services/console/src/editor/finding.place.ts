import type { Node } from '@tiptap/pm/model';
import type { Finding } from '../api/hub.types.ts';
import { wordsHeld, type Held } from '../reading/block.words.ts';
import type { ModelDocument } from './document.codec.ts';

/** A stretch of a document in the editor; `whole` when all of a block is meant. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}

/** A picture is known by what it shows. */
type Shown = Held & { readonly attrs?: { readonly media?: string } };

/**
 * Where a finding stands in the editor now; null when the text there is another one by now. `body` is the document
 * in which its place is counted: the editor may show blocks that were not sent, and may have changed since.
 */
export function stretchOf(doc: Node, body: ModelDocument, { place }: Finding): Stretch | null {
  if (place?.block == null) return null;
  const block = body.content[place.block] as Shown | undefined;
  if (block === undefined) return null;
  const { path = [], from = 0, to = 0 } = place.spot ?? {};
  const held = descend(block, path);
  for (const { node, at } of nearest(doc, place.block)) {
    const found = node.type.name === block.type ? inside(node, at, path) : null;
    if (held === null || found === null || !isSame(found.node, held)) continue;
    return place.spot === undefined
      ? { from: at, to: at + node.nodeSize, whole: true }
      : { from: found.at + 1 + from, to: found.at + 1 + to, whole: false };
  }
  return null;
}

/** The blocks of the editor, those nearest to a place first. */
function nearest(doc: Node, place: number): readonly { readonly node: Node; readonly at: number }[] {
  const all: { readonly node: Node; readonly at: number; readonly off: number }[] = [];
  doc.forEach((node, at, n) => all.push({ node, at, off: Math.abs(n - place) }));
  return all.toSorted((a, b) => a.off - b.off);
}

function inside(node: Node, at: number, path: readonly number[]): { node: Node; at: number } | null {
  let here = { node, at };
  for (const n of path) {
    if (n >= here.node.childCount) return null;
    let next = here.at + 1;
    for (let i = 0; i < n; i += 1) next += here.node.child(i).nodeSize;
    here = { node: here.node.child(n), at: next };
  }
  return here;
}

function descend(block: Shown, path: readonly number[]): Shown | null {
  let here: Shown | undefined = block;
  for (const n of path) here = here?.content?.[n];
  return here ?? null;
}

/** The same picture, or the same words. */
const isSame = (node: Node, held: Shown): boolean =>
  node.attrs['media'] === held.attrs?.media && wordsIn(node) === wordsHeld(held);

/** The words of a text block, a break counting one. */
const wordsIn = (node: Node): string =>
  node.textBetween(0, node.content.size, '', ({ type }) => (type.name === 'hardBreak' ? '\n' : ''));
