import { childOf, isFilled, numberOf, onOff, valueOf, type XmlElement } from '../xml/xml.element.ts';
import type { Height } from '../symbols/raised.text.ts';
import type { Style, StyleSheet } from './style.sheet.ts';

/** How a run is shown, as far as readers take something from it. */
export interface RunLook {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly bold: boolean;
  readonly underline: boolean;
  readonly capitals: boolean;
  readonly height: Height | undefined;
  /** Half-points. */
  readonly size: number;
  /** Its letters are signs of this font. */
  readonly font: string | undefined;
  readonly white: boolean;
  readonly red: boolean;
}

type Layers = readonly XmlElement[];

/** @param properties the run's own `w:rPr` */
export function runLook(
  properties: XmlElement | undefined,
  paragraph: readonly Style[],
  sheet: StyleSheet,
): RunLook {
  const byParagraph = layersOf(paragraph);
  const byCharacter = layersOf(sheet.chain(valueOf(properties, 'w:rStyle')));
  const own: Layers = properties === undefined ? [] : [properties];
  const last: Layers = sheet.defaultRun === undefined ? [] : [sheet.defaultRun];
  const nearest = [...own, ...byCharacter, ...byParagraph, ...last];
  // a toggle of a paragraph style and of a character style undo each other (ISO/IEC 29500-1 §17.7.3)
  const toggle = (name: string): boolean =>
    first(own, name) ??
    ((first(byCharacter, name) ?? false) !== (first(byParagraph, name) ?? false) ||
      (first(last, name) ?? false));
  const value = (name: string, attribute = 'w:val'): string | undefined => valueIn(nearest, name, attribute);
  const colour = (value('w:color') ?? '').toUpperCase();
  const backed = nearest.some(
    (layer) => isFilled(childOf(layer, 'w:shd')) || valueOf(layer, 'w:highlight') !== undefined,
  );
  return {
    hidden: toggle('w:vanish'),
    struck: toggle('w:strike') || (first(nearest, 'w:dstrike') ?? false),
    bold: toggle('w:b'),
    underline: !['none', undefined].includes(value('w:u')),
    capitals: toggle('w:caps'),
    height: heightOf(value('w:vertAlign'), numberOf(value('w:position'))),
    size: numberOf(value('w:sz')) ?? 20,
    font: value('w:rFonts', 'w:ascii') ?? value('w:rFonts', 'w:hAnsi'),
    white: colour === 'FFFFFF' && !backed,
    red: /^(?:[C-F][0-9A-F]0[0-9A-F]0[0-9A-F]|[C-F][0-9A-F][0-3][0-9A-F][0-3][0-9A-F])$/.test(colour),
  };
}

const layersOf = (styles: readonly Style[]): Layers =>
  styles.flatMap(({ run }) => (run === undefined ? [] : [run]));

function first(layers: Layers, name: string): boolean | undefined {
  for (const layer of layers) {
    const said = onOff(layer, name);
    if (said !== undefined) return said;
  }
  return undefined;
}

function valueIn(layers: Layers, name: string, attribute: string): string | undefined {
  for (const layer of layers) {
    const said = childOf(layer, name)?.attributes[attribute];
    if (said !== undefined) return said;
  }
  return undefined;
}

/** Letters moved by three points or more are set as exponents or indices by hand. */
function heightOf(align: string | undefined, position: number | undefined): Height | undefined {
  if (align === 'superscript' || (align === undefined && (position ?? 0) >= 6)) return 'raised';
  return align === 'subscript' || (align === undefined && (position ?? 0) <= -6) ? 'lowered' : undefined;
}
