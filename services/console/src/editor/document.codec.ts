import type { JSONContent } from '@tiptap/core';
import type { EditionContent } from '../api/hub.types.ts';

/** A document of the closed model. */
export type ModelDocument = EditionContent['body'];
type ModelBlock = ModelDocument['content'][number];

/** What stands there when nothing is said; the model leaves it out. */
const unsaid: Readonly<Record<string, unknown>> = { colspan: 1, rowspan: 1, start: 1 };
/** Attributes that the editor has and the model has not. */
const foreign = new Set(['colwidth', 'type', 'tight']);
const alignOfCells = new Set(['tableCell', 'tableHeader']);

/** A document that was opened, and how the editor showed it before anything was changed. */
export interface Opening {
  readonly document: ModelDocument;
  readonly shown: JSONContent;
}

/** What the editor opens. */
export const opened = (document: ModelDocument): JSONContent => document as JSONContent;

/**
 * What stands in the editor as a document; null when nothing does. A block that stands there as it did when it
 * was opened is the very block that was opened: opening and saving changes nothing.
 */
export function documentOf(json: JSONContent, opening?: Opening): ModelDocument | null {
  const blocksBefore = opening?.document.content ?? [];
  const same = new Map(
    blocksBefore.map((block, i) => [keyOf(plain(opening?.shown.content?.[i] ?? {})), block]),
  );
  const blocks = (json.content ?? [])
    .map(plain)
    .filter((block) => !isHollow(block))
    .map((block) => same.get(keyOf(block)) ?? (block as ModelBlock));
  const hasWords = blocks.some((block) => !isBlank(block as JSONContent));
  return hasWords ? { type: 'doc', content: blocks } : null;
}

/** Without attributes that say nothing, in one order. */
function plain({ type, text, attrs = {}, marks = [], content }: JSONContent): JSONContent {
  const said = Object.entries(attrs).filter(
    ([name, value]) =>
      value !== null &&
      value !== undefined &&
      value !== '' &&
      value !== unsaid[name] &&
      !foreign.has(name) &&
      !(name === 'align' && alignOfCells.has(type ?? '')),
  );
  // the model has a description of every picture, if an empty one
  const alt: [string, unknown][] = type === 'image' && !attrs['alt'] ? [['alt', '']] : [];
  const all = [...said, ...alt].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const hasContent = content !== undefined || (type !== undefined && textBlocks.has(type));
  return {
    ...(type === undefined ? {} : { type }),
    ...(text === undefined ? {} : { text }),
    ...(all.length === 0 ? {} : { attrs: Object.fromEntries(all) }),
    ...(marks.length === 0 ? {} : { marks: marks.map(plainMark).toSorted(byKind) }),
    ...(hasContent ? { content: (content ?? []).map(plain) } : {}),
  };
}

const textBlocks = new Set(['paragraph', 'tableCell', 'tableHeader']);
type Mark = NonNullable<JSONContent['marks']>[number];
const plainMark = ({ type, attrs }: Mark): Mark =>
  type === 'link' ? { type, attrs: { href: attrs?.['href'] as unknown } } : { type };
const byKind = (a: Mark, b: Mark): number => (a.type < b.type ? -1 : 1);

const keyOf = (block: JSONContent): string => JSON.stringify(block);

/** A heading without words, and a piece in which nothing was filled in. */
function isHollow({ type, attrs = {}, content = [] }: JSONContent): boolean {
  switch (type) {
    case 'heading':
      return content.length === 0;
    case 'keyFacts':
      return !Array.isArray(attrs['facts']) || attrs['facts'].length === 0;
    case 'contact':
      return Object.keys(attrs).every((name) => name === 'id');
    case 'image':
      return attrs['media'] === undefined;
    default:
      return false;
  }
}

const isBlank = ({ type, content = [] }: JSONContent): boolean =>
  type === 'divider' || (type === 'paragraph' && content.length === 0);

/** Pictures that the document shows. */
export function picturesIn(document: ModelDocument): ReadonlySet<string> {
  const found = new Set<string>();
  const look = ({ type, attrs, content }: JSONContent): void => {
    if (type === 'image' && typeof attrs?.['media'] === 'string') found.add(attrs['media']);
    content?.forEach(look);
  };
  look(document as JSONContent);
  return found;
}
