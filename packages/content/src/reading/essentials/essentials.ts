import type { EditionContent, Essential } from '@towncrier/contracts';
import { readEssentials } from './read.essentials.ts';

/** The essentials the editor wrote, else those that the notice tells itself. */
export const essentialsOf = (content: EditionContent): readonly Essential[] =>
  content.essentials ?? readEssentials(content);

/** In which year (YYYY) the notice was written, as far as its header says. */
export const yearOf = ({ header: { publishedOn, writtenOn } }: EditionContent): string | null =>
  (writtenOn ?? publishedOn)?.slice(0, 4) ?? null;
