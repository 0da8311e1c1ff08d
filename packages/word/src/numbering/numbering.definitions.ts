import { childOf, childrenOf, isOn, numberOf, onOff, valueOf, type XmlElement } from '../xml/xml.element.ts';
import { isSymbolFont, symbolAt } from '../symbols/symbol.fonts.ts';

/** One level of a list, as numbering.xml says it. */
export interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1、`: text with the places of numbers. */
  readonly text: string;
  /** Does a blank or tab stand behind the label? */
  readonly gap: boolean;
  /** After which level (from 1) it begins anew; 0: never; undefined: after any above. */
  readonly restart: number | undefined;
  /** Are the numbers of levels above shown as digits? */
  readonly legal: boolean;
  readonly style: string | undefined;
}
export interface List {
  /** Lists with one `id` count on together. */
  readonly id: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}
export type Lists = ReadonlyMap<string, List>;

/** @param listOfStyle the number (`w:numId`) that a numbering style names */
export function readLists(
  root: XmlElement | null,
  listOfStyle: (style: string) => string | undefined,
): Lists {
  const abstracts = new Map(
    childrenOf(root ?? undefined, 'w:abstractNum').map((each) => [
      each.attributes['w:abstractNumId'] ?? '',
      each,
    ]),
  );
  const nums = childrenOf(root ?? undefined, 'w:num');
  const abstractOf = (num: XmlElement, depth: number): XmlElement | undefined => {
    const found = abstracts.get(valueOf(num, 'w:abstractNumId') ?? '');
    const link = valueOf(found, 'w:numStyleLink');
    if (link === undefined || depth > 5) return found;
    const linked = nums.find((each) => each.attributes['w:numId'] === listOfStyle(link));
    return linked === undefined ? found : abstractOf(linked, depth + 1);
  };
  return new Map(nums.map((num) => [num.attributes['w:numId'] ?? '', listOf(num, abstractOf(num, 0))]));
}

function listOf(num: XmlElement, abstract: XmlElement | undefined): List {
  const levels = new Map(childrenOf(abstract, 'w:lvl').map((level) => [ilvlOf(level), levelOf(level)]));
  const startOverrides = new Map<number, number>();
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const level = childOf(override, 'w:lvl');
    if (level !== undefined) levels.set(ilvlOf(override), levelOf(level));
    const start = numberOf(valueOf(override, 'w:startOverride'));
    if (start !== undefined) startOverrides.set(ilvlOf(override), start);
  }
  return {
    id: abstract?.attributes['w:abstractNumId'] ?? `?${num.attributes['w:numId']}`,
    levels,
    startOverrides,
  };
}

const ilvlOf = (element: XmlElement): number => numberOf(element.attributes['w:ilvl']) ?? 0;

function levelOf(level: XmlElement): Level {
  const text = childOf(level, 'w:lvlText');
  const format = formatOf(level);
  return {
    start: numberOf(valueOf(level, 'w:start')) ?? 0,
    format,
    text:
      text === undefined || isTrue(text.attributes['w:null']) || isHidden(level)
        ? ''
        : textOf(level, text, format),
    gap: (valueOf(level, 'w:suff') ?? 'tab') !== 'nothing',
    restart: numberOf(valueOf(level, 'w:lvlRestart')),
    legal: onOff(level, 'w:isLgl') ?? false,
    style: valueOf(level, 'w:pStyle'),
  };
}

const isHidden = (level: XmlElement): boolean => onOff(childOf(level, 'w:rPr'), 'w:vanish') ?? false;
const isTrue = (value: string | undefined): boolean => value !== undefined && isOn(value);

/** A custom format stands in an alternative (ISO/IEC 29500-1 §17.9.17): `001, 002, …`. */
function formatOf(level: XmlElement): string {
  const alternative = childOf(level, 'mc:AlternateContent');
  const chosen = childOf(childOf(alternative, 'mc:Choice'), 'w:numFmt') ?? childOf(level, 'w:numFmt');
  const custom = chosen?.attributes['w:format'];
  if (chosen?.attributes['w:val'] === 'custom' && custom !== undefined) return `custom:${custom}`;
  return chosen?.attributes['w:val'] ?? 'decimal';
}

/** The sign of a bullet list may be drawn by a font of symbols. */
function textOf(level: XmlElement, text: XmlElement, format: string): string {
  const written = text.attributes['w:val'] ?? '';
  if (format !== 'bullet') return written;
  const fonts = childOf(childOf(level, 'w:rPr'), 'w:rFonts')?.attributes ?? {};
  const font = fonts['w:ascii'] ?? fonts['w:hAnsi'] ?? '';
  const shown = (character: string): string =>
    isSymbolFont(font) ? (symbolAt(font, character.codePointAt(0) ?? 0) ?? '•') : character;
  return [...written]
    .map(shown)
    .join('')
    .replace(/[\uE000-\uF8FF]/g, '•');
}
