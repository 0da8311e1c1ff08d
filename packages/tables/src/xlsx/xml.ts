import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

/** What is told of a part as it is read; names without their prefix, as every program has its own. */
export interface Reader {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (words: string) => void;
  readonly close?: (name: string) => void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads a part from its beginning to its end. Entities that a document declares for itself are not expanded:
 * they are an error, as is all that is not well-formed.
 * @throws Error
 */
export function readXml(bytes: Uint8Array, reader: Reader): void {
  const parser = new SaxesParser({ position: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const named = Object.entries(attributes)
      .filter(([key]) => !key.startsWith('xmlns'))
      .map(([key, value]) => [local(key), value] as const);
    reader.open?.(local(name), Object.fromEntries(named));
  });
  parser.on('text', (words) => reader.text?.(words));
  parser.on('cdata', (words) => reader.text?.(words));
  parser.on('closetag', ({ name }) => reader.close?.(local(name)));
  parser.write(new TextDecoder(encodingOf(bytes)).decode(bytes)).close();
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

/** `<strike/>`, `<strike val="1"/>`; off for 0 and false. */
export const isOn = (attributes: Attributes, name = 'val'): boolean =>
  !['0', 'false', 'off'].includes(attributes[name] ?? '1');

/** An attribute that is off where it is not there. */
export const flag = (attributes: Attributes, name: string): boolean =>
  attributes[name] !== undefined && isOn(attributes, name);
