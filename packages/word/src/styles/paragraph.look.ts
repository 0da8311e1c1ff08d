import { childOf, isFilled, numberOf, valueOf, type XmlElement } from '../xml/xml.element.ts';
import type { Style, StyleSheet } from './style.sheet.ts';

/** How a paragraph is set, as far as readers take something from it. */
export interface ParagraphLook {
  readonly align: 'center' | 'right' | undefined;
  /** 0 for the highest heading; undefined for body text. */
  readonly outline: number | undefined;
  readonly isTitle: boolean;
  readonly isContents: boolean;
  readonly list:
    | { readonly numId: string; readonly ilvl: number | undefined; readonly style: string }
    | undefined;
  readonly filled: boolean;
  /** Its letters stand at the beginning of the paragraph that follows. */
  readonly dropCap: boolean;
}

export function paragraphLook(
  properties: XmlElement | undefined,
  chain: readonly Style[],
  sheet: StyleSheet,
): ParagraphLook {
  const layers = [properties, ...chain.map(({ paragraph }) => paragraph), sheet.defaultParagraph].filter(
    (layer) => layer !== undefined,
  );
  const value = (name: string): string | undefined => {
    for (const layer of layers) {
      const said = valueOf(layer, name);
      if (said !== undefined) return said;
    }
    return undefined;
  };
  return {
    align: alignOf(value('w:jc')),
    outline: outlineOf(numberOf(value('w:outlineLvl')), chain),
    isTitle: chain.some(({ name }) => name === 'title' || name === '标题'),
    isContents: chain.some(({ name }) => /^toc \d$/.test(name)),
    list: listOf(properties, chain),
    filled: layers.some((layer) => isFilled(childOf(layer, 'w:shd'))),
    dropCap: !['none', undefined].includes(childOf(properties, 'w:framePr')?.attributes['w:dropCap']),
  };
}

function alignOf(justification: string | undefined): 'center' | 'right' | undefined {
  if (justification === 'center') return 'center';
  return justification === 'right' || justification === 'end' ? 'right' : undefined;
}

/** By its own level, else by the name of its style. */
function outlineOf(level: number | undefined, chain: readonly Style[]): number | undefined {
  if (level !== undefined) return level >= 0 && level < 9 ? level : undefined;
  const named = chain
    .map(({ name }) => /^(?:heading|标题) ?([1-9])$/.exec(name)?.[1])
    .find((n) => n !== undefined);
  return named === undefined ? undefined : Number(named) - 1;
}

/** Its own numbering, else the nearest of its styles; `0` takes it off. */
function listOf(properties: XmlElement | undefined, chain: readonly Style[]): ParagraphLook['list'] {
  const own = childOf(properties, 'w:numPr');
  const styled = chain.find(
    ({ paragraph }) => valueOf(childOf(paragraph, 'w:numPr'), 'w:numId') !== undefined,
  );
  const ofStyle = childOf(styled?.paragraph, 'w:numPr');
  const numId = valueOf(own, 'w:numId') ?? valueOf(ofStyle, 'w:numId');
  if (numId === undefined || numId === '0') return undefined;
  const ilvl = numberOf(valueOf(own, 'w:ilvl'));
  if (valueOf(own, 'w:numId') !== undefined) return { numId, ilvl: ilvl ?? 0, style: '' };
  return { numId, ilvl: ilvl ?? numberOf(valueOf(ofStyle, 'w:ilvl')), style: styled?.id ?? '' };
}
