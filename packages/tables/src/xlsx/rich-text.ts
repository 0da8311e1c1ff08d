import { readXml, isOn, type Attributes } from './xml.ts';

/** Words of one look. `struck` null: as the whole cell is. */
export interface Run {
  readonly text: string;
  readonly struck: boolean | null;
}

/** Takes in what stands within `<si>` or `<is>`; readings of Japanese and Chinese words (`rPh`) are none of it. */
export class RichText {
  private readonly runs: Run[] = [];
  private struck: boolean | null = null;
  private within: 'text' | 'reading' | null = null;

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.within = 'reading';
    else if (name === 'r') this.struck = null;
    else if (name === 'rPr') this.struck = false;
    else if (name === 'strike') this.struck = isOn(attributes);
    else if (name === 't' && this.within !== 'reading') this.within = 'text';
  }

  text(words: string): void {
    if (this.within === 'text') this.runs.push({ text: words, struck: this.struck });
  }

  close(name: string): void {
    if (name === 'rPh' || (name === 't' && this.within === 'text')) this.within = null;
  }

  /** What was taken in; the next one begins empty. */
  take(): readonly Run[] {
    const taken = this.runs.splice(0).map(({ text, struck }) => ({ text: plain(text), struck }));
    this.struck = null;
    this.within = null;
    return taken;
  }
}

/** `_x000D_` is how the format writes what XML cannot hold; a line ends in one character. */
export const plain = (text: string): string =>
  text
    .replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\r\n?/gu, '\n');

/** The strings that the cells of all sheets share. */
export function readSharedStrings(part: Uint8Array | undefined): readonly (readonly Run[])[] {
  if (part === undefined) return [];
  const strings: (readonly Run[])[] = [];
  const current = new RichText();
  readXml(part, {
    open: (name, attributes) => current.open(name, attributes),
    text: (words) => current.text(words),
    close: (name) => {
      current.close(name);
      if (name === 'si') strings.push(current.take());
    },
  });
  return strings;
}
