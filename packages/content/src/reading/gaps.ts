import type { Edition } from '@towncrier/contracts';

/** 〓 (U+3013): what printers set where they have no type for a character. */
export const gapMark = '〓';

/**
 * The edition as it can be drawn by whoever lacks these characters: each stands as 〓. Pictures and addresses
 * stay as they are.
 */
export function withGaps(edition: Edition, missing: readonly string[]): Edition {
  if (missing.length === 0) return edition;
  const lacking = new Set(missing);
  const drawn = (text: string): string => Array.from(text, (c) => (lacking.has(c) ? gapMark : c)).join('');
  const { media, ...words } = edition.content;
  const content = { ...everyText(words, drawn), media };
  const { corrects } = edition;
  return {
    ...edition,
    content,
    ...(corrects === undefined ? {} : { corrects: { ...corrects, reason: drawn(corrects.reason) } }),
  };
}

const addresses = new Set(['href', 'media', 'id', 'type']);

function everyText<T>(value: T, change: (text: string) => string): T;
function everyText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => everyText(item as unknown, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      addresses.has(key) ? (member as unknown) : everyText(member as unknown, change),
    ]),
  );
}
