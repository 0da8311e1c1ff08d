import { verdictOf } from '../word.verdicts.ts';
import { within, wordsOf, type XmlElement } from './xml.element.ts';

/**
 * Elements of a part that the table of verdicts does not know, with how often they come. What the file itself
 * calls ignorable (ISO/IEC 29500-3 §10.1) counts only when there are words in it.
 */
export function unknownElements(root: XmlElement): ReadonlyMap<string, number> {
  const ignorable = new Set((root.attributes['mc:Ignorable'] ?? '').split(/\s+/));
  const found = new Map<string, number>();
  for (const element of within(root)) {
    if (verdictOf(element.name).is !== 'unknown') continue;
    const [prefix = ''] = element.name.slice(1).split(':');
    if (element.name.startsWith('?') && ignorable.has(prefix) && wordsOf(element) === '') continue;
    found.set(element.name.replace(/^\?/, ''), (found.get(element.name.replace(/^\?/, '')) ?? 0) + 1);
  }
  return found;
}
