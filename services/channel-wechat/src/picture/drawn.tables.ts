import { blockLines, hashBytes } from '@towncrier/content';
import type { Block, IllustratedEdition, Illustration } from '@towncrier/contracts';
import { isPictured, pictureOf } from '../render/wechat.pictured.ts';
import { tablePicture } from './table.picture.ts';

/** An edition with pictures in place of the tables that a telephone can show in no other way. */
export interface DrawnEdition {
  readonly edition: IllustratedEdition;
  readonly drawn: readonly DrawnWords[];
}

/** What readers find in a picture of ours. */
export interface DrawnWords {
  /** Its id among the media. */
  readonly media: string;
  readonly words: string;
}

/** Pure: same tables, same bytes. */
export async function withDrawnTables(edition: IllustratedEdition): Promise<DrawnEdition> {
  const { content } = edition;
  const tables = await Promise.all(content.body.content.map(drawnTable));
  const made = tables.filter((table) => table !== null);
  if (made.length === 0) return { edition, drawn: [] };
  const pictures = new Map(made.map(({ picture }) => [picture.id, picture]));
  const blocks = content.body.content.map((block, n) => tables[n]?.block ?? block);
  const media = [...content.media, ...pictures.values()];
  const body = { ...content.body, content: blocks };
  return {
    edition: { ...edition, content: { ...content, body, media } },
    drawn: made.map(({ picture, words }) => ({ media: picture.id, words })),
  };
}

interface DrawnTable {
  readonly block: Block;
  readonly picture: Illustration;
  readonly words: string;
}

async function drawnTable(block: Block): Promise<DrawnTable | null> {
  if (!isPictured(block)) return null;
  const png = await tablePicture(block);
  if (png === null) return null;
  const id = hashBytes(png);
  const words = blockLines(block).join('\n');
  const data = Buffer.from(png).toString('base64');
  const picture = { id, mediaType: 'image/png', bytes: png.length, data } as const;
  return { block: pictureOf(block, id), picture, words };
}
