import {
  hashBytes,
  headerFacts,
  leadingFacts,
  publicNoticeFacts,
  renderPlain,
  warningLevels,
  type Fact,
} from '@towncrier/content';
import type { Edition } from '@towncrier/contracts';
import { drawingSize, fontChains, loadTypesetter, missingGlyphs, type Typeset } from '@towncrier/media';
import { pictureBlocks } from './picture.blocks.ts';
import { pictureTemplate } from './picture.template.ts';

/** A notice as one long picture, as it was typeset: pixels are made of it where somebody looks at it, or it is sent. */
export interface NoticePicture {
  /** SHA-256 of the PDF, which has one page. */
  readonly id: string;
  readonly pdf: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** All that can be read in it. */
  readonly words: string;
}

/** Pixels; a telephone shows it in letters of its own size. */
const width = 720;
/** Pixels. What is longer ends with where all of it stands (an assumption: the platform names no height). */
const tallest = 24_000;

/**
 * Pure: same edition, same bytes.
 * @returns null where no font of ours has a character of it: a name without a letter is nobody's name
 */
export async function noticePicture(edition: Edition): Promise<NoticePicture | null> {
  const all = edition.content.body.content;
  if (missingGlyphs(wordsOf(edition, all.length), ...fontChains.screen).length > 0) return null;
  let shown = all.length;
  for (;;) {
    const typeset = await drawn(edition, shown);
    const { height } = drawingSize(typeset.svg());
    if (height <= tallest || shown <= 1) {
      const pdf = typeset.pdf(0);
      return { id: hashBytes(pdf), pdf, width, height, words: wordsOf(edition, shown) };
    }
    shown = Math.max(1, Math.min(shown - 1, Math.floor((shown * tallest * 0.97) / height)));
  }
}

async function drawn(edition: Edition, shown: number): Promise<Typeset> {
  const { content, corrects } = edition;
  const typeset = await loadTypesetter();
  const ground = content.warning === undefined ? null : warningLevels[content.warning.level];
  const data = {
    width,
    ground: ground === null ? null : { paper: ground.paper, ink: ground.ink },
    issuer: content.header.issuer,
    title: content.title,
    correction: corrects?.reason ?? null,
    document: documentOf(edition),
    facts: factsAbove(edition),
    blocks: pictureBlocks(content.body.content.slice(0, shown)),
    foot: footOf(edition, shown),
  };
  return typeset({ template: pictureTemplate, data });
}

/** What is known of the document, in one line; its issuer stands on top. */
const documentOf = ({ content: { header } }: Edition): string =>
  headerFacts(header)
    .filter(({ label }) => label !== '发布机构')
    .map(({ label, value }) => `${label}：${value}`)
    .join('　');

const factsAbove = ({ content }: Edition): readonly Fact[] =>
  content.publicNotice === undefined ? leadingFacts(content) : publicNoticeFacts(content.publicNotice);

const footOf = ({ content, links }: Edition, shown: number): string =>
  shown < content.body.content.length ? `未完，全文见 ${links.page}` : `以网站全文为准：${links.page}`;

function wordsOf(edition: Edition, shown: number): string {
  const { content, corrects } = edition;
  return [
    content.header.issuer,
    content.title,
    corrects === undefined ? '' : `更正 ${corrects.reason}`,
    documentOf(edition),
    ...factsAbove(edition).map(({ label, value }) => `${label} ${value}`),
    renderPlain({ ...content.body, content: content.body.content.slice(0, shown) }),
    footOf(edition, shown),
  ].join('\n');
}
