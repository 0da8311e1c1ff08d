import { diff3Merge } from 'node-diff3';
import type { Attached } from './written.ts';
import { plain, type Filled } from './filled.ts';
import { blocksOf, partsOf, withParts, type Block } from './written.parts.ts';

/** Whose is taken where two people wrote differently; of the text, both may be. */
export type Choice = 'mine' | 'theirs' | 'both';

/** A field that two people changed differently. */
export interface PartConflict {
  readonly kind: 'part';
  readonly key: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}
/** Paragraphs that two people changed differently. */
export interface TextConflict {
  readonly kind: 'text';
  readonly key: string;
  readonly base: readonly Block[];
  readonly mine: readonly Block[];
  readonly theirs: readonly Block[];
}
export type Conflict = PartConflict | TextConflict;

/** Three forms as one, as far as they agree. */
export interface Merge {
  readonly mine: Filled;
  readonly theirs: Filled;
  readonly conflicts: readonly Conflict[];
  /** Keys of fields, and `body`, in which only the other one changed something. */
  readonly taken: readonly string[];
  readonly text: readonly (readonly Block[] | TextConflict)[];
}

/** What both began from, what I wrote, and what somebody else has saved meanwhile. */
export function mergeOf(base: Filled, mine: Filled, theirs: Filled): Merge {
  const text = textOf(base, mine, theirs);
  const parts = keysOf(base, mine, theirs).map((key) => partOf(key, base, mine, theirs));
  const textTaken = plain(blocksOf(theirs)) !== plain(blocksOf(base));
  return {
    mine,
    theirs,
    text,
    conflicts: [
      ...parts.filter((part) => part.kind === 'part'),
      ...text.filter((region): region is TextConflict => 'kind' in region),
    ],
    taken: [
      ...parts.filter(({ kind }) => kind === 'theirs').map(({ key }) => key),
      ...(textTaken ? ['body'] : []),
    ],
  };
}

/** The one form that comes of it: nothing of either is left out but what was chosen against. */
export function settled(merge: Merge, choiceOf: (conflict: Conflict) => Choice): Filled {
  const { mine, theirs, text, taken, conflicts } = merge;
  const valueIn = (form: Filled, key: string): unknown => partsOf(form).find((one) => one.key === key)?.value;
  const parts = [
    ...taken.filter((key) => key !== 'body'),
    ...conflicts.filter((one) => one.kind === 'part' && choiceOf(one) === 'theirs').map(({ key }) => key),
  ].map((key) => ({ key, value: valueIn(theirs, key) }));
  const content = text.flatMap((region) => ('kind' in region ? chosen(region, choiceOf(region)) : region));
  const { written } = mine;
  const known = [...(written.body?.media ?? []), ...(theirs.written.body?.media ?? [])];
  const media = known.filter(({ id }, n) => known.findIndex((one) => one.id === id) === n);
  const document = content.length === 0 ? null : { type: 'doc' as const, content: [...content] };
  const form = { written: { ...written, body: { document, media } }, attachments: united(mine, theirs) };
  return withParts(form, parts);
}

const chosen = ({ mine, theirs }: TextConflict, choice: Choice): readonly Block[] =>
  choice === 'both' ? [...mine, ...theirs] : choice === 'mine' ? mine : theirs;

function textOf(base: Filled, mine: Filled, theirs: Filled): Merge['text'] {
  const [was, own, others] = [blocksOf(base), blocksOf(mine), blocksOf(theirs)];
  const known = new Map([...was, ...others, ...own].map((block) => [plain(block), block]));
  const blocks = (keys: readonly string[]): readonly Block[] => keys.flatMap((key) => known.get(key) ?? []);
  const [a, o, b] = [own.map(plain), was.map(plain), others.map(plain)];
  return diff3Merge(a, o, b, { excludeFalseConflicts: true }).map(({ ok = [], conflict }, n) =>
    conflict === undefined
      ? blocks(ok)
      : {
          kind: 'text',
          key: `body.${n}`,
          base: blocks(conflict.o),
          mine: blocks(conflict.a),
          theirs: blocks(conflict.b),
        },
  );
}

const keysOf = (...forms: readonly Filled[]): readonly string[] => [
  ...new Set(forms.flatMap((form) => partsOf(form).map(({ key }) => key))),
];

type Judged = PartConflict | { readonly kind: 'mine' | 'theirs'; readonly key: string };

function partOf(key: string, ...forms: readonly [Filled, Filled, Filled]): Judged {
  const [base, mine, theirs] = forms.map((form) => partsOf(form).find((one) => one.key === key)?.value);
  if (plain(theirs) === plain(base) || plain(theirs) === plain(mine)) return { kind: 'mine', key };
  return plain(mine) === plain(base) ? { kind: 'theirs', key } : { kind: 'part', key, base, mine, theirs };
}

const united = (mine: Filled, theirs: Filled): readonly Attached[] => [
  ...mine.attachments,
  ...theirs.attachments.filter(({ href }) => mine.attachments.every((one) => one.href !== href)),
];
