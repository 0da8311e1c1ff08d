import { Buffer } from 'node:buffer';
import { document, media as mediaSchema, type Block } from '@towncrier/contracts';
import { z } from 'zod';
import { cleanText } from '../clean-text.ts';
import { PictureAlbum, type KnownPictures } from './data-image.ts';
import { LossList } from './losses/loss.list.ts';
import type { Imported } from './source.ts';
import { normaliseTable } from './html/table-grid.ts';

const bundle = z.union([
  document.transform((body) => ({ body, media: [] })),
  z.object({ body: document, media: z.array(mediaSchema).max(50).default([]) }),
]);

/**
 * Our own model as JSON: a document, or `{body, media}`. Checked against the schema; text is cleaned, tables
 * are straightened, and a picture is what its bytes are, or one that was kept before. A document that does not fit the schema comes back empty with a finding that
 * names the place.
 */
export function importDocument(source: unknown, known?: KnownPictures): Imported {
  const json = washed(typeof source === 'string' ? parsed(source) : source, 0);
  const read = json === undefined ? undefined : bundle.safeParse(json);
  if (read === undefined || !read.success) {
    const where = read === undefined ? '' : place(read.error.issues);
    return {
      blocks: [],
      media: [],
      losses: [],
      titles: [],
      refused: {
        field: 'body',
        message: `正文不是本系统的文档格式${where === '' ? '' : `（出错位置：${where}）`}。`,
        remedy: '请在编辑器里重新打开并保存，或改用文本、HTML 导入。',
      },
    };
  }
  const losses = new LossList();
  const album = new PictureAlbum(losses, known);
  const names = new Map(
    read.data.media.map(({ id, data }) => [
      id,
      data === undefined ? album.takeNamed(id) : album.takeBytes(Buffer.from(data, 'base64')),
    ]),
  );
  const blocks = tidy(read.data.body.content, names);
  return { blocks, media: album.media, losses: losses.all, titles: [] };
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

// No document nests deeper; what does is hostile and would exhaust the stack of the schema.
const maxDepth = 100;

/** Cleans every string of untrusted JSON and drops the runs of text that held nothing visible. */
function washed(value: unknown, depth: number): unknown {
  if (depth > maxDepth) return undefined;
  if (typeof value === 'string') return cleanText(value).replace(/\n/g, ' ');
  if (Array.isArray(value))
    return value.map((item) => washed(item, depth + 1)).filter((item) => !isEmptyText(item));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, washed(member, depth + 1)]));
}

function isEmptyText(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'text' &&
    'text' in value &&
    value.text === ''
  );
}

/**
 * A union reports every branch: only the one whose type is right was meant. Following all of them would take
 * exponential time.
 */
function place(issues: readonly z.core.$ZodIssue[], above: readonly PropertyKey[] = []): string {
  const [issue] = issues;
  if (issue === undefined) return above.join('.');
  const here = [...above, ...issue.path];
  if (issue.code !== 'invalid_union') return here.join('.');
  const meant = issue.errors.find(
    (branch) => !branch.some(({ path }) => path.length === 1 && path[0] === 'type'),
  );
  return meant === undefined ? here.join('.') : place(meant, here);
}

type Names = ReadonlyMap<string, string | null>;

function tidy(blocks: readonly Block[], names: Names): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'bulletList':
      case 'orderedList': {
        const content = block.content
          .map((item) => ({ ...item, content: tidy(item.content, names) }))
          .filter((item) => item.content.length > 0);
        return content.length === 0 ? [] : [{ ...block, content }];
      }
      case 'quote': {
        const content = tidy(block.content, names);
        return content.length === 0 ? [] : [{ ...block, content }];
      }
      case 'table': {
        const rows = block.content.map((row) =>
          row.content.map((cell) => ({
            header: cell.type === 'tableHeader',
            colspan: cell.attrs?.colspan ?? 1,
            rowspan: cell.attrs?.rowspan ?? 1,
            content: cell.content,
          })),
        );
        return [{ ...block, content: normaliseTable(rows) }];
      }
      case 'image': {
        const media = names.get(block.attrs.media);
        return media === undefined || media === null ? [] : [{ ...block, attrs: { ...block.attrs, media } }];
      }
      case 'paragraph':
      case 'heading':
      case 'attachment':
      case 'keyFacts':
      case 'contact':
      case 'divider':
        return [block];
    }
  });
}
