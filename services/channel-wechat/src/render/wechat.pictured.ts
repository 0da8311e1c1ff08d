import { blockLines, cutAtClause, tablePlaces, type BlockOf } from '@towncrier/content';
import type { Block, Edition } from '@towncrier/contracts';
import { tableForm } from './wechat.table.form.ts';

/** Characters of a text alternative: whoever cannot see the picture is told where all of it stands. */
const alternative = 800;
const more = '……全文请点击“阅读原文”';

/** As long as the drawn one, without drawing: to find out what fits. */
export function asIfDrawn<E extends Edition>(edition: E): E {
  const { content } = edition;
  const blocks = content.body.content.map((block) =>
    isPictured(block) ? pictureOf(block, '0'.repeat(64)) : block,
  );
  return { ...edition, content: { ...content, body: { ...content.body, content: blocks } } };
}

/** Whether it is a table that stands as a picture. */
export const isPictured = (block: Block): block is BlockOf<'table'> =>
  block.type === 'table' && tableForm(tablePlaces(block)) === 'picture';

/** What stands in its place; `media`: the id of the picture. */
export const pictureOf = (table: BlockOf<'table'>, media: string): Block => ({
  type: 'image',
  attrs: { media, alt: altOf(table) },
});

function altOf(block: BlockOf<'table'>): string {
  const words = `表格：${blockLines(block).join('；').replaceAll('\t', '，')}`;
  return words.length <= alternative ? words : `${cutAtClause(words, alternative - more.length)}${more}`;
}
