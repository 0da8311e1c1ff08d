import type { Block, EditionContent, EditionHeader, Media } from '@towncrier/contracts';
import type { Finding } from '../finding.ts';

export type SourceFormat = 'text' | 'markdown' | 'html' | 'document';

/** What an editor hands in. What the editor says wins over what the text says. */
export interface Source {
  readonly format: SourceFormat;
  readonly source: string;
  readonly title?: string | undefined;
  readonly shortTitle?: string | undefined;
  readonly summary?: string | undefined;
  readonly header?: { readonly [K in keyof EditionHeader]?: EditionHeader[K] | undefined } | undefined;
  readonly publicNotice?: EditionContent['publicNotice'] | undefined;
}

/** What a reader of one format found. */
export interface Imported {
  readonly blocks: readonly Block[];
  readonly media: readonly Media[];
  readonly findings: readonly Finding[];
  /** A title the format itself marks as one. */
  readonly title?: string | undefined;
}

/** What can be told from a text about itself. */
export interface Recognised {
  readonly title: string | null;
  readonly header: Partial<EditionHeader>;
  readonly blocks: readonly Block[];
}
