import { blockLines } from '@towncrier/content';
import type { EditionContent } from '@towncrier/contracts';
import { searchWords } from './search.words.ts';

/** All that a publication is found by: its words, and the hashes of the files it names. */
export function wordsOf(title: string, { body, header, summary }: EditionContent): readonly string[] {
  const files = JSON.stringify(body).match(/(?<=\/files\/)[0-9a-f]{64}/g) ?? [];
  const text = [
    title,
    header.issuer,
    header.indexNumber ?? '',
    header.documentNumber ?? '',
    summary ?? '',
    ...body.content.flatMap(blockLines),
  ].join('\n');
  return [...searchWords(text), ...files];
}

/** Words of the newest edition; files that an earlier one named stay findable by their hash. */
export const withFormerFiles = (words: readonly string[], before: string): string =>
  [...new Set([...words, ...before.split(' ').filter((word) => /^[0-9a-f]{64}$/.test(word))])].join(' ');
