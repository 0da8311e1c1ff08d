import type { SeedTarget } from '@towncrier/channel-kit';
import type { IllustratedEdition, Target } from '@towncrier/contracts';

export type Content = IllustratedEdition['content'];
/** Content beyond a limit. */
export type Exceed = (content: Content, max: number) => Content;

export interface ConformanceOptions {
  /** The channel's environment in twin mode, as in its package.json. */
  readonly environment: Readonly<Record<string, string>>;
  /** The channel's `test` folder (`import.meta.dirname`); recorded far-end answers are found below it. */
  readonly folder: string;
  /** For limits on other fields than title, shortTitle, summary and body: content that exceeds them. */
  readonly exceed?: Readonly<Record<string, Exceed>>;
  /** Another target like `model`, where facts must be its own or secrets must be set; a copy without it. */
  readonly another?: (model: Target, count: number) => Pick<SeedTarget, 'facts' | 'secrets'>;
  /** How the twin names a target, where it knows neither its id nor its title. */
  readonly seenAs?: (target: Target) => readonly string[];
  /** What the twin shows away from any target, e.g. to somebody who scans a code at home. */
  readonly elsewhere?: readonly string[];
  /** Environment values that must never be logged. */
  readonly secrets?: readonly string[];
}
