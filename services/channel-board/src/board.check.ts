import { renderPlain } from '@towncrier/content';
import type { Edition, Problem } from '@towncrier/contracts';
import { missingGlyphs, sniffImage } from '@towncrier/media';
import { checkBoard } from './render/board.sheet.ts';

/** Whether it can be printed: every image is one, and the printing fonts have every character. */
export function checkSheet(edition: Edition): readonly Problem[] {
  return [...checkBoard(edition), ...unprintable(edition), ...noImages(edition)].map((problem) => ({
    channel: 'board',
    ...problem,
  }));
}

function unprintable({ content, corrects }: Edition): readonly Omit<Problem, 'channel'>[] {
  const { header, publicNotice } = content;
  const around = [
    header.issuer,
    header.documentNumber,
    header.indexNumber,
    publicNotice?.objections,
    corrects?.reason,
  ].join('');
  const missing = (text: string) =>
    missingGlyphs(text, 'noto-serif-sc-regular', 'noto-sans-sc-medium', 'unifont');
  return [
    ['title', `${content.title}${around}`],
    ['body', renderPlain(content.body)],
  ].flatMap(([field, text]) => {
    const found = missing(text as string);
    if (found.length === 0) return [];
    return [
      {
        field: field as string,
        message: `印刷字体没有“${found.join('”“')}”字。`,
        remedy: '请换用同音字并加注说明，或把这个字做成图片插入。',
      },
    ];
  });
}

function noImages({ content }: Edition): readonly Omit<Problem, 'channel'>[] {
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
