import type { Block, EditionHeader } from '@towncrier/contracts';
import { findDate } from '../words/calendar.ts';
import { publishedOn, writtenOn } from './dates.ts';
import { takeHeaderBlock } from './header-block.ts';
import { issuerFrom, statedIn } from './issuer.ts';
import { lineOf } from './lines.ts';
import { excerptOf, type Loss } from './losses/loss.ts';
import { documentNumber, indexNumber } from './numbers.ts';
import { outline } from './outline.ts';
import type { Found } from './places.ts';
import { isDocumentNumber, takeRedHead } from './red.head.ts';
import { signatureOf, type Signature } from './signature.ts';
import type { Imported, Recognised } from './source.ts';
import { findTitle } from './title.find.ts';
import { issuerIn, joinTitle } from './title.ts';

/**
 * The parts every government document has: header block, red head, title, number, signature, date, outline. A
 * text without them comes back as it is.
 */
export function recognise(
  imported: Imported,
  given: { readonly title?: string | undefined } = {},
): Recognised {
  const { header, every, rest } = takeHeaderBlock(imported.blocks);
  const top = takeRedHead(rest);
  const { title, body: untitled } = findTitle(top.rest, imported.titles, given.title);

  const line = lineOf(untitled[0]) ?? '';
  const below = isDocumentNumber(line) ? line : null;
  // a second number is told, and stays where it is
  const taken = below !== null && (top.documentNumber === null || top.documentNumber === below);
  const body = taken ? untitled.slice(1) : untitled;

  const signature = signatureOf(body);
  const issuer = issuerFrom({
    header: header.issuer ?? null,
    signature: signature === null || signature.organs.length === 0 ? null : signature.organs.join('、'),
    stated: statedIn(body.map(lineOf)),
    redHead: top.issuer,
    title: title === null ? null : issuerIn(title),
  });
  const all = (field: keyof EditionHeader): readonly string[] => every.flatMap((one) => one[field] ?? []);
  const days = {
    written: all('writtenOn'),
    published: all('publishedOn'),
    signature,
    printed: printedOn(body),
  };
  const written = writtenOn(days);
  const found = {
    writtenOn: written,
    publishedOn: publishedOn(days, written.value),
    documentNumber: documentNumber({
      header: all('documentNumber'),
      redHead: top.documentNumber,
      belowTitle: below,
    }),
    originalIndexNumber: indexNumber(all('originalIndexNumber')),
    issuer,
  };
  return {
    title,
    header: { ...header, ...valuesOf(found) },
    blocks: outline(withImprintApart(aligned(body, signature))),
    losses: [...takenOff(top.words), ...Object.values(found).flatMap(({ doubts }) => doubts)],
  };
}

const valuesOf = (found: Readonly<Record<string, Found>>): Partial<EditionHeader> =>
  Object.fromEntries(
    Object.entries(found).flatMap(([field, { value }]) => (value === null ? [] : [[field, value]])),
  );

/** What stood above the title is said by the header of the edition, not by its text. */
function takenOff(words: readonly string[]): readonly Loss[] {
  const excerpt = excerptOf(words.join(' '));
  return excerpt === undefined ? [] : [{ kind: 'page-header', where: '标题之上', count: 1, excerpt }];
}

/**
 * Signatures and date stand at the right; the title of what is enclosed after them stands in the middle, on
 * one line.
 */
function aligned(body: readonly Block[], signature: Signature | null): readonly Block[] {
  if (signature === null) return body;
  const after = body.slice(signature.to);
  const marked = /^附件\d{0,2}[:：]?$/u.test(lineOf(after[0]) ?? '') ? 1 : 0;
  const enclosed = joinTitle(after.slice(marked).map(lineOf));
  const isTitle = enclosed !== null && enclosed.complete && after.length > marked + enclosed.lines;
  return [
    ...body.slice(0, signature.from),
    ...body.slice(signature.from, signature.to).map((block) => at('right', block)),
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

const imprint = /^(?:抄送|分送|主送|报送)[：:]|^.{2,40}\d{4}年\d{1,2}月\d{1,2}日印发$/u;

/** The day in the 版记, the last lines of a document. */
const printedOn = (body: readonly Block[]): string | null =>
  findDate(
    body
      .slice(-4)
      .map(lineOf)
      .find((line) => line !== undefined && /日\s*印发$/u.test(line)) ?? '',
  );

/** 版记 (GB/T 9704-2012 §7.4): who else got it and who printed it stand apart from the text, under a line. */
function withImprintApart(body: readonly Block[]): readonly Block[] {
  const tail = body.findIndex((block, i) => i >= body.length - 4 && imprint.test(lineOf(block) ?? ''));
  if (tail < 1 || body[tail - 1]?.type === 'divider') return body;
  return body.toSpliced(tail, 0, { type: 'divider' });
}
