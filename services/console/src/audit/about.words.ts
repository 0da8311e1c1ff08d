import type { Words } from '../session/words.tsx';

/** A thing in words, as the table has it: `发布件 7K3QZP4M`; as it is where the hub has no word for its kind. */
export function inWords(
  about: string,
  { titleOf }: Words,
): { readonly kind: string; readonly which: string } {
  const [kind = '', ...which] = about.split('/');
  const title = titleOf(kind);
  return title === kind ? { kind: '', which: about } : { kind: title, which: which.join('/') };
}

/** What somebody means who types or pastes it, in words or as it stands in the trail. */
export function meant(words: string, { options }: Words): string {
  const [kind = '', ...which] = words.trim().split(/\s+/);
  const known = options.find(({ label }) => label === kind)?.value;
  return known === undefined || which.length === 0 ? words.trim() : `${known}/${which.join('')}`;
}
