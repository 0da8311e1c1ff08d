import type { Block, EditionContent } from '@towncrier/contracts';
import type { BlockOf } from '../block.table.ts';
import type { Finding } from '../finding.ts';

/** The pictures that blocks show, in order of appearance, as often as they appear. */
export const picturesIn = (blocks: readonly Block[]): readonly BlockOf<'image'>[] =>
  blocks.flatMap((block): readonly BlockOf<'image'>[] => {
    if (block.type === 'image') return [block];
    if (block.type === 'bulletList' || block.type === 'orderedList')
      return block.content.flatMap((item) => picturesIn(item.content));
    return block.type === 'quote' ? picturesIn(block.content) : [];
  });

/** Ids of their media. */
export const imagesIn = (blocks: readonly Block[]): readonly string[] =>
  picturesIn(blocks).map(({ attrs }) => attrs.media);

/** A picture that is shown but not carried. */
export function missingPictures(content: EditionContent): readonly Finding[] {
  const carried = new Set(content.media.map(({ id }) => id));
  const missing = new Set(imagesIn(content.body.content).filter((id) => !carried.has(id)));
  return missing.size === 0
    ? []
    : [
        {
          field: 'media',
          message: `正文引用的${missing.size}张图片不在稿件里。`,
          remedy: '请重新插入图片。',
        },
      ];
}

/** What stands under a picture: its caption, or else what is given instead, and whose picture it is. */
export function pictureWords(
  { caption, source }: Pick<BlockOf<'image'>['attrs'], 'caption' | 'source'>,
  instead = '',
): string {
  const words = caption ?? instead;
  if (source === undefined) return words;
  return words === '' ? `来源：${source}` : `${words}（来源：${source}）`;
}
