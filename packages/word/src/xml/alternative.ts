import { childOf, type XmlElement } from './xml.element.ts';

/** What this reader knows; of other requirements it takes the fallback (ISO/IEC 29500-3 §9). */
const known = new Set([
  'w14',
  'w15',
  'w16',
  'wps',
  'wpg',
  'wpc',
  'wp14',
  'a14',
  'v',
  'w16se',
  'w16cid',
  'w16cex',
]);

/** One of the alternatives, never both. */
export function chosenOf(element: XmlElement): readonly XmlElement[] {
  const choice = element.children.find(
    ({ name, attributes }) =>
      name === 'mc:Choice' &&
      (attributes['Requires'] ?? '').split(/\s+/).every((prefix) => known.has(prefix)),
  );
  return (choice ?? childOf(element, 'mc:Fallback') ?? childOf(element, 'mc:Choice'))?.children ?? [];
}
