import { escapeHtml } from '@towncrier/content/losses';
import type { XmlElement } from './xml.element.ts';
import { usualNamespaces } from './xml.names.ts';

/** All usual prefixes, for the root of a part. */
export const declarations = Object.entries(usualNamespaces)
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join('');

/** An element as XML, for a part whose root declares the usual prefixes. Of vocabularies we do not know, nothing. */
export function writeXml(element: XmlElement): string {
  const { name, children, text } = element;
  if (name.startsWith('?')) return '';
  const attributes = Object.entries(element.attributes)
    .filter(([key]) => !key.startsWith('?'))
    .map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
    .join('');
  return `<${name}${attributes}>${escapeHtml(text)}${children.map(writeXml).join('')}</${name}>`;
}
