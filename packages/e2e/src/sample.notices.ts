import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IllustratedEdition } from '@towncrier/contracts';
import { importSource } from '@towncrier/content';
import { editionOf } from '@towncrier/content/testing';

const folder = fileURLToPath(new URL('../fixtures/notices/', import.meta.url));
const formats = { '.txt': 'text', '.md': 'markdown', '.html': 'html' } as const;

/** Files of the sample notices. */
export const noticeNames: readonly string[] = readdirSync(folder);

/** A sample notice as it is read without an editor. @throws when it is not */
export function noticeNamed(name: string): IllustratedEdition {
  const bytes = readFileSync(`${folder}${name}`);
  const source = new TextDecoder(name.includes('gb18030') ? 'gb18030' : 'utf-8').decode(bytes);
  const { content } = importSource({ format: formats[extname(name) as keyof typeof formats], source });
  if (content === null) throw new Error(`${name} is not read`);
  return editionOf(content);
}
