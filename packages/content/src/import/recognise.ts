import type { Block } from '@towncrier/contracts';
import { findDate, isDateLine } from '../words/calendar.ts';
import { inlineText } from '../reading/plain.ts';
import { takeHeaderBlock } from './header-block.ts';
import { outline } from './outline.ts';
import type { Imported, Recognised } from './source.ts';
import { issuerIn, joinTitle, sameWords } from './title.ts';

/**
 * The parts every government document has: header block, title, date, outline. A text without them comes back
 * as it is.
 */
export function recognise(
  imported: Imported,
  given: { readonly title?: string | undefined } = {},
): Recognised {
  const { header, rest } = takeHeaderBlock(imported.blocks);
  const known =
    given.title ??
    imported.title ??
    (rest[0]?.type === 'heading' ? inlineText(rest[0].content, ' ') : undefined);
  const first = joinTitle(rest.map(lineOf));
  const titleLines =
    known === undefined || sameWords(first?.text, known)
      ? (first?.lines ?? 0)
      : headed(rest[0], known)
        ? 1
        : 0;
  const title = known ?? first?.text ?? null;

  const body = [...rest.slice(titleLines)];
  const number = /^[\p{L}\d]{2,20}[〔[［(（]\d{4}[〕\]］)）]\s*第?\d+号$/u.exec(lineOf(body[0]) ?? '');
  if (number !== null) body.shift();

  const dated = body.findIndex((block) => isDateLine(lineOf(block) ?? ''));
  const writtenOn = dated === -1 ? null : findDate(lineOf(body[dated]) ?? '');
  const signature = dated < 1 ? null : signedBy(lineOf(body[dated - 1]));
  const issuer = header.issuer ?? signature ?? (title === null ? null : issuerIn(title));
  return {
    title,
    header: {
      ...(writtenOn === null ? {} : { writtenOn }),
      ...(number === null ? {} : { documentNumber: number[0] }),
      ...header,
      ...(issuer === null ? {} : { issuer }),
    },
    blocks: outline(aligned(body, dated, signature !== null)),
  };
}

/**
 * The signature and the date stand at the right; the title of what is enclosed after them stands in the
 * middle, on one line.
 */
function aligned(body: readonly Block[], dated: number, signed: boolean): readonly Block[] {
  if (dated === -1) return body;
  const closing = signed ? dated - 1 : dated;
  const after = body.slice(dated + 1);
  const marked = /^附件\d{0,2}[:：]?$/u.test(lineOf(after[0]) ?? '') ? 1 : 0;
  const enclosed = joinTitle(after.slice(marked).map(lineOf));
  const isTitle = enclosed !== null && enclosed.complete && after.length > marked + enclosed.lines;
  return [
    ...body.slice(0, closing),
    ...body.slice(closing, dated + 1).map((block) => at('right', block)),
    ...(isTitle
      ? [...after.slice(0, marked), centred(enclosed.text), ...after.slice(marked + enclosed.lines)]
      : after),
  ];
}

const centred = (text: string): Block => ({
  type: 'paragraph',
  attrs: { align: 'center' },
  content: [{ type: 'text', text, marks: [{ type: 'bold' }] }],
});

function at(align: 'right', block: Block): Block {
  return block.type === 'paragraph' ? { ...block, attrs: { ...block.attrs, align } } : block;
}

const headed = (block: Block | undefined, title: string): boolean =>
  block?.type === 'heading' && sameWords(inlineText(block.content, ' '), title);

const signedBy = (line: string | undefined): string | null =>
  line !== undefined &&
  line.length <= 30 &&
  /^[\p{Script=Han}（()）]+(?:政府|办公室|局|委员会|委|厅|院|所|中心|街道|镇|乡|部|会|公司|处|站|队|指挥部|办事处)$/u.test(
    line,
  )
    ? line
    : null;

/** The words of a plain paragraph; undefined for anything else. */
export function lineOf(block: Block | undefined): string | undefined {
  return block?.type === 'paragraph' ? inlineText(block.content, ' ').trim() : undefined;
}
