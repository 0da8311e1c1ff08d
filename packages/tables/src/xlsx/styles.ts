import { getFormatFromId } from 'numfmt';
import { isOn, readXml, type Attributes } from './xml.ts';

/** How a cell is shown. */
export interface Style {
  /** Number format in the language of the format (not of a country). */
  readonly format: string;
  readonly struck: boolean;
}

export const plainStyle: Style = { format: 'General', struck: false };

/** The styles of cells by their numbers (`s`). Built-in formats are those of a Chinese spreadsheet. */
export function readStyles(part: Uint8Array | undefined): readonly Style[] {
  if (part === undefined) return [];
  const formats = new Map<number, string>();
  const fonts: boolean[] = [];
  const cells: { readonly format: number; readonly font: number }[] = [];
  const path: string[] = [];
  const opened: Readonly<Record<string, (attributes: Attributes) => void>> = {
    'numFmts/numFmt': (a) => formats.set(Number(a['numFmtId']), a['formatCode'] ?? 'General'),
    'fonts/font': () => fonts.push(false),
    'font/strike': (a) => {
      if (path.at(-3) === 'fonts') fonts[fonts.length - 1] = isOn(a);
    },
    'cellXfs/xf': (a) => cells.push({ format: Number(a['numFmtId'] ?? 0), font: Number(a['fontId'] ?? 0) }),
  };
  readXml(part, {
    open: (name, attributes) => {
      path.push(name);
      opened[path.slice(-2).join('/')]?.(attributes);
    },
    close: () => path.pop(),
  });
  return cells.map(({ format, font }) => ({
    format: formats.get(format) ?? builtIn(format),
    struck: fonts[font] ?? false,
  }));
}

const builtIn = (id: number): string => getFormatFromId(id, 'zh-CN');
