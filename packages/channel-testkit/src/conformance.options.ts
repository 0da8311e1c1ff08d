import type { EditionContent } from '@towncrier/contracts';

export interface ConformanceOptions {
  /** The channel's environment in twin mode, as in its package.json. */
  readonly environment: Readonly<Record<string, string>>;
  /** The channel's `test` folder (`import.meta.dirname`); recorded far-end answers are found below it. */
  readonly folder: string;
  /** For limits on other fields than title, shortTitle, summary and body: content that exceeds them. */
  readonly exceed?: Readonly<Record<string, (content: EditionContent, max: number) => EditionContent>>;
  /** Environment values that must never be logged. */
  readonly secrets?: readonly string[];
}
