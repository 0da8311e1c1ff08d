/** An element of a part. Names carry the usual prefix of their namespace (`w:p`), whatever the file calls it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Its own characters, without those of its children. */
  text: string;
}

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** `w:val` of a child, the way most properties are written. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val'];

/** A whole number from an attribute; undefined when there is none. */
export function numberOf(value: string | undefined): number | undefined {
  if (value === undefined || !/^-?\d{1,9}(?:\.\d+)?$/.test(value)) return undefined;
  return Math.trunc(Number(value));
}

/** On or off, as ST_OnOff says it (ISO/IEC 29500-1 §22.9.2.7): the element alone means on. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !['0', 'false', 'off', 'none'].includes(value);

/** A property that is on or off; undefined when it is not said. */
export function onOff(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  return child === undefined ? undefined : isOn(child.attributes['w:val']);
}

/** Is this a shade that puts a colour behind something? */
export function isFilled(shade: XmlElement | undefined): boolean {
  if (shade?.name !== 'w:shd') return false;
  const fill = (shade.attributes['w:fill'] ?? 'auto').toUpperCase();
  return (
    !['AUTO', 'FFFFFF'].includes(fill) || !['clear', 'nil'].includes(shade.attributes['w:val'] ?? 'clear')
  );
}

/** Every element within, itself first, in the order of the file. */
export function* within(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* within(child);
}

export function firstWithin(element: XmlElement, name: string): XmlElement | undefined {
  for (const found of within(element)) if (found.name === name) return found;
  return undefined;
}

const textual = new Set(['w:t', 'w:delText', 'm:t', 'a:t']);

/** Its words without any regard to what they are: for the excerpt of a loss. */
export function wordsOf(element: XmlElement): string {
  let words = '';
  for (const found of within(element)) {
    if (textual.has(found.name)) words += found.text;
    else if (found.name === 'w:p' || found.name === 'w:tab' || found.name === 'a:p') words += ' ';
    else if (found.name === 'v:textpath') words += found.attributes['string'] ?? '';
  }
  return words.trim();
}
