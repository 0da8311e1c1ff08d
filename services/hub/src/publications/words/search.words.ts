import { segmenter } from './segmenter.ts';

/**
 * The words of a text as a search finds them, each once: long words and the shorter ones within, numbers and
 * their parts, small letters.
 */
export function searchWords(text: string): readonly string[] {
  const words = segmenter()
    .cutForSearch(text, true)
    .map((word) => word.trim().toLowerCase());
  return [
    ...new Set(
      words
        .flatMap((word) => (/^[a-z0-9]+$/.test(word) ? [word] : [word, ...(word.match(/[a-z0-9]+/g) ?? [])]))
        .filter((word) => /[\p{L}\p{N}]/u.test(word)),
    ),
  ];
}
