/**
 * A sheet for a notice board as plain data; whoever makes it says what stands there, this package sets it on
 * paper.
 */

export interface PosterFact {
  readonly label: string;
  readonly value: string;
}
/** A line feed is a forced line break. */
export interface PosterRun {
  readonly text: string;
  readonly bold: boolean;
  readonly underline: boolean;
}
export interface PosterCell {
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly runs: readonly PosterRun[];
}

export type PosterBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4 | 5; readonly runs: readonly PosterRun[] }
  | {
      readonly kind: 'paragraph';
      readonly align: 'left' | 'center' | 'right';
      readonly runs: readonly PosterRun[];
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly PosterBlock[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly PosterBlock[] }
  | {
      readonly kind: 'table';
      readonly caption: string | null;
      readonly columns: number;
      readonly rows: readonly (readonly PosterCell[])[];
    }
  | { readonly kind: 'image'; readonly media: string; readonly alt: string; readonly caption: string | null }
  | { readonly kind: 'attachment'; readonly name: string; readonly href: string }
  | { readonly kind: 'facts'; readonly facts: readonly PosterFact[] }
  | { readonly kind: 'divider' };

export interface PosterSheet {
  readonly title: string;
  /** 发布机构, 文号, 索引号, dates. */
  readonly header: readonly PosterFact[];
  /** Words of a correction; null on a first edition. */
  readonly correction: string | null;
  readonly blocks: readonly PosterBlock[];
  /** 公示期 and where objections go; empty when it is no 公示. */
  readonly publicNotice: readonly PosterFact[];
  readonly footer: {
    readonly issuer: string;
    readonly date: string | null;
    readonly publication: string;
    readonly edition: number;
  };
  /** Address of the full text, printed where the sheet could not take all. */
  readonly page: string;
  /** What the QR code says: the address at which the sheet is verified. */
  readonly qr: string;
  /** Printed beside the code, e.g. `265F-22EC-D6A0-24C4`; the page behind the code shows the same. */
  readonly fingerprint: string;
  /** Bytes of the images by their `media` id. */
  readonly images: Readonly<Record<string, Uint8Array>>;
}

export type Paper = 'A3' | 'A4';
export interface Poster {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** The sheet could not take everything and says so. */
  readonly cut: boolean;
  /** How it was set, so that its picture need not find out again. */
  readonly layout: PosterLayout;
}
/** Size of the text in pt, and how many of the pieces it may be cut between the sheet takes; null for all. */
export interface PosterLayout {
  readonly size: number;
  readonly pieces: number | null;
}
