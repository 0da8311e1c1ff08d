import type { Block, EditionContent, Essential, Inline, Reading } from '@towncrier/contracts';
import { dateInWords } from '../../words/calendar.ts';
import { kindsOf } from '../essentials/essential.kinds.ts';
import { essentialsOf, yearOf } from '../essentials/essentials.ts';
import { wordingsOf } from '../essentials/wordings.ts';
import { phoneOf } from '../facts.ts';
import { contactFacts } from '../contact.facts.ts';
import { blockLines } from '../plain.ts';
import { inlineText } from '../inline.text.ts';
import type { Omission } from './omission.ts';
import { omissionWords, type Missing } from './omission.words.ts';
import { ShownText } from '../../words/shown.text.ts';

/**
 * What of the content readers do not find in what a channel shows. The text that is shown is compared with the
 * content, so that no renderer has to remember what it left out.
 */
export const omissionsIn = (content: EditionContent, readings: readonly Reading[]): readonly Omission[] =>
  readings.flatMap(({ where, text }) =>
    missingIn(content, new ShownText(text)).map((missing) => ({
      ...missing,
      where,
      message: omissionWords(missing),
    })),
  );

function missingIn(content: EditionContent, text: ShownText): readonly Missing[] {
  return [
    ...content.body.content.flatMap((block, index) => inBlock(block, index, text, yearOf(content))),
    ...inNotice(content, text),
    ...essentials(content, text),
    ...telephone(content, text),
    ...amounts(content, text),
    ...paragraphs(content, text),
  ];
}

function inBlock(block: Block, index: number, text: ShownText, year: string | null): readonly Missing[] {
  switch (block.type) {
    case 'table':
      return counted('rows', index, rowsOf(block), (row) => row.every((piece) => text.has(piece)));
    case 'bulletList':
    case 'orderedList':
      return counted('items', index, itemsOf(block), (item) => item.every((piece) => text.has(piece)));
    case 'keyFacts':
      return counted('fact', index, block.attrs.facts.map(labelled), ([label = '', words = '']) =>
        isTold({ kind: kindsOf(label)[0] ?? 'who', label, words }, year, text),
      );
    case 'contact':
      return counted('contact', index, contactFacts(block).map(labelled), ([, value = '']) =>
        text.has(value),
      );
    case 'attachment':
      return counted('attachment', index, [[block.attrs.name]], ([name = '']) => text.has(name));
    case 'quote':
      return block.content.flatMap((inner) => inBlock(inner, index, text, year));
    case 'paragraph':
    case 'heading':
    case 'image':
    case 'divider':
      return [];
  }
}

const labelled = ({
  label,
  value,
}: {
  readonly label: string;
  readonly value: string;
}): readonly string[] => [label, value];

/** Rows with something in them that are no headings. */
const rowsOf = ({ content }: Extract<Block, { type: 'table' }>): readonly (readonly string[])[] =>
  content
    .filter((row) => row.content.some(({ type }) => type === 'tableCell'))
    .map((row) => row.content.flatMap((cell) => piecesOf(cell.content)))
    .filter((row) => row.length > 0);

const itemsOf = ({
  content,
}: Extract<Block, { type: 'bulletList' | 'orderedList' }>): readonly (readonly string[])[] =>
  content.map((item) => item.content.flatMap(blockPieces));

/** The pieces of a text: between them a channel may put something of its own, as the address of a link. */
const piecesOf = (content: readonly Inline[]): readonly string[] =>
  content.flatMap((node) => (node.type === 'text' && node.text.trim() !== '' ? [node.text] : []));

const blockPieces = (block: Block): readonly string[] => {
  if (block.type === 'paragraph' || block.type === 'heading') return piecesOf(block.content);
  if (block.type === 'bulletList' || block.type === 'orderedList') return itemsOf(block).flat();
  return block.type === 'image' ? [] : blockLines(block);
};

function inNotice({ publicNotice }: EditionContent, text: ShownText): readonly Missing[] {
  if (publicNotice === undefined) return [];
  const until = dateInWords(publicNotice.to);
  return [
    ...counted('period', null, [[until]], () => text.has(until) || text.has(until.replace(/^\d+年/u, ''))),
    ...counted('objections', null, [[publicNotice.objections]], ([words = '']) => text.has(words)),
  ];
}

type Told = Pick<Essential, 'kind' | 'label' | 'words'>;

/** In one of the wordings that a short text may choose. */
const isTold = (one: Told, year: string | null, text: ShownText): boolean =>
  text.has(one.words) || wordingsOf(one, year).some((words) => text.has(words));

const told = ['when', 'where', 'deadline', 'action', 'ways'] as const;

/** Times, places, what is to be done; those in a block of facts and of a 公示 are counted there. */
function essentials(content: EditionContent, text: ShownText): readonly Missing[] {
  const blocks = content.body.content;
  const isElsewhere = ({ block }: Essential): boolean =>
    block === null ? content.publicNotice !== undefined : blocks[block]?.type === 'keyFacts';
  const isShown = (one: Essential): boolean => {
    const block = one.block === null ? undefined : blocks[one.block];
    const whole = block !== undefined && blockPieces(block).every((piece) => text.has(piece));
    return whole || isTold(one, yearOf(content), text);
  };
  const all = essentialsOf(content).filter((one) => !isElsewhere(one));
  return told.flatMap((kind) => {
    const those = all.filter((one) => one.kind === kind);
    const shown = new Set(those.filter(isShown).map(({ words }) => words));
    return counted(
      kind,
      null,
      those.map(({ words }) => [words]),
      ([words = '']) => shown.has(words),
    );
  });
}

/** The number to call, wherever it stands; a contact or a fact that is missing has told of it. */
function telephone(content: EditionContent, text: ShownText): readonly Missing[] {
  const phone = phoneOf(content);
  const inside = content.body.content.some(({ type }) => type === 'contact' || type === 'keyFacts');
  return phone === null || inside
    ? []
    : counted('telephone', null, [[phone]], ([number = '']) => text.hasNumber(number));
}

const money = /\d[\d,，.．]*(?:\.\d+)?\s*(?:亿元|万元|元)/gu;

/** Sums of money in sentences. */
function amounts({ body }: EditionContent, text: ShownText): readonly Missing[] {
  const sentences = body.content.flatMap((block) =>
    block.type === 'paragraph' ? [inlineText(block.content)] : [],
  );
  const sums = [...new Set(sentences.flatMap((sentence) => sentence.match(money) ?? []))];
  return counted(
    'amount',
    null,
    sums.map((sum) => [sum]),
    ([sum = '']) => text.hasNumber(sum),
  );
}

/** Paragraphs and headings that do not stand there as they were written. */
function paragraphs({ body }: EditionContent, text: ShownText): readonly Missing[] {
  const all = body.content.flatMap((block) =>
    block.type === 'paragraph' || block.type === 'heading' ? [piecesOf(block.content)] : [],
  );
  return counted('paragraphs', null, all, (pieces) => pieces.every((piece) => text.has(piece)));
}

const excerptLength = 40;

function counted(
  kind: Missing['kind'],
  block: number | null,
  all: readonly (readonly string[])[],
  isShown: (one: readonly string[]) => boolean,
): readonly Missing[] {
  const missing = all.filter((one) => !isShown(one));
  const [first] = missing;
  if (first === undefined) return [];
  const words = [
    ...first
      .join(kind === 'paragraphs' || kind === 'items' ? '' : ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  ];
  const excerpt =
    words.length > excerptLength ? `${words.slice(0, excerptLength).join('')}…` : words.join('');
  return [{ kind, block, shown: all.length - missing.length, of: all.length, excerpt }];
}
