export type Attributes = Readonly<Record<string, string | number | undefined>>;

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text for element content and for attribute values in double quotes. Characters HTML forbids are left out.
 */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, '')
    .replace(/[&<>"']/g, (c) => named[c] ?? c);

/** One element. Children are markup already; attributes are escaped here, `undefined` ones left out. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  return `<${name}${written(attributes)}>${children.join('')}</${name}>`;
}

/** An element without content, e.g. `img`. */
export const voidTag = (name: string, attributes: Attributes = {}): string =>
  `<${name}${written(attributes)}>`;

/** A span as an attribute: one place is none. */
export const spanOf = (span: number | undefined): number | undefined =>
  span === undefined || span < 2 ? undefined : span;

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeHtml(String(value))}"`))
    .join('');
}
