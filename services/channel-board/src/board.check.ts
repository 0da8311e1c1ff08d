import { gapMark, renderPlain, withGaps } from '@towncrier/content';
import type { Block, Edition, IllustratedEdition, Problem } from '@towncrier/contracts';
import { codePointOf, fontChains, missingGlyphs, sniffImage } from '@towncrier/media';
import { checkBoard } from './render/board.sheet.ts';

/** Whether it can be printed: every image is one, and the printing fonts have every character. */
export function checkSheet(edition: IllustratedEdition): readonly Problem[] {
  return [...checkBoard(edition), ...unprintable(edition), ...noImages(edition)].map((problem) => ({
    channel: 'board',
    ...problem,
  }));
}

/** What is urgent is printed with a gap (〓) for every character that the fonts lack, and says so. */
export function printable(edition: Edition): Edition {
  if (edition.urgent !== true) return edition;
  const missing = lacking(edition).flatMap(({ found }) => found);
  if (missing.length === 0) return edition;
  const { content, ...rest } = withGaps(edition, missing);
  const body = { ...content.body, content: [...content.body.content, gapNote] };
  return { ...rest, content: { ...content, body } };
}

const gapNote: Block = {
  type: 'paragraph',
  content: [{ type: 'text', text: `注：字库缺少的字以“${gapMark}”代替，请扫码核对网上全文。` }],
};

const unprintable = (edition: Edition): readonly Omit<Problem, 'channel'>[] =>
  edition.urgent === true
    ? []
    : lacking(edition).map(({ field, found }) => ({
        field,
        message: `印刷字体没有${found.map(codePointOf).join('、')}字。`,
        remedy: '请换用同音字并加注说明，或把这个字做成图片插入。',
      }));

/** Characters that none of the printing fonts has, by field. */
function lacking({
  content,
  corrects,
}: Edition): readonly { readonly field: string; readonly found: readonly string[] }[] {
  const { header, publicNotice } = content;
  const around = [
    header.issuer,
    header.documentNumber,
    header.indexNumber,
    publicNotice?.objections,
    corrects?.reason,
  ].join('');
  const missing = (text: string) => missingGlyphs(text, ...fontChains.print);
  return [
    { field: 'title', found: missing(`${content.title}${around}`) },
    { field: 'body', found: missing(renderPlain(content.body)) },
  ].filter(({ found }) => found.length > 0);
}

function noImages({ content }: IllustratedEdition): readonly Omit<Problem, 'channel'>[] {
  const broken = content.media.filter((media) => sniffImage(Buffer.from(media.data, 'base64')) === null);
  return broken.length === 0
    ? []
    : [
        {
          field: 'media',
          message: `有${broken.length}张图片无法识别。`,
          remedy: '请换成 PNG、JPEG、GIF 或 WebP 图片。',
        },
      ];
}
