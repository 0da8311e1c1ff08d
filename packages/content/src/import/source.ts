import type { Block, EditionContent, EditionHeader, Media } from '@towncrier/contracts';
import type { Finding } from '../finding.ts';
import type { Loss } from './losses/loss.ts';

export type SourceFormat = 'text' | 'markdown' | 'html' | 'document';

/** What an editor hands in. What the editor says wins over what the text says. */
export interface Source {
  readonly format: SourceFormat;
  readonly source: string;
  /** A part of a text, which has no title, header or signature of its own. */
  readonly passage?: boolean | undefined;
  readonly title?: string | undefined;
  readonly shortTitle?: string | undefined;
  readonly summary?: string | undefined;
  readonly essentials?: EditionContent['essentials'] | undefined;
  readonly header?: { readonly [K in keyof EditionHeader]?: EditionHeader[K] | undefined } | undefined;
  readonly publicNotice?: EditionContent['publicNotice'] | undefined;
}

/** What a reader of one format found. */
export interface Imported {
  readonly blocks: readonly Block[];
  readonly media: readonly Media[];
  readonly losses: readonly Loss[];
  /** The words of the headings of the first level, in order: one of them may be the title. */
  readonly titles: readonly string[];
  /** Why nothing could be read. */
  readonly refused?: Finding | undefined;
}

/** What can be told from a text about itself. */
export interface Recognised {
  readonly title: string | null;
  readonly header: Partial<EditionHeader>;
  readonly blocks: readonly Block[];
  /** What was taken off the text, and values that two places say differently. */
  readonly losses: readonly Loss[];
}
