import type { EditionContent } from '@towncrier/contracts';
import { essentialKinds, essentialsOf } from '@towncrier/content';
import type { Finding } from '../../http/problem.ts';
import type { PublicationType } from './publication.type.ts';

/** What readers of short texts must learn of this type, and neither the words nor the editor say. */
export function missingEssentials(type: PublicationType | null, content: EditionContent): readonly Finding[] {
  if (type === null) return [];
  const told = new Set(essentialsOf(content).map(({ kind }) => kind));
  return type.needs
    .filter((kind) => !told.has(kind))
    .map((kind) => ({
      rule: 'missing-essential',
      severity: 'advise',
      field: 'essentials',
      message: `没有从正文认出“${essentialKinds[kind].title}”，短信、微博和大屏不会说到它。`,
      remedy: `请在正文写明，或在“要素”中补写；“${type.title}”的读者需要知道。`,
      source: type.basis,
    }));
}
