import type { EditionContent } from '@towncrier/contracts';
import type { Fact } from '../fact.ts';
import { essentialKinds, kindsInOrder } from './essential.kinds.ts';
import { essentialsOf, yearOf } from './essentials.ts';
import { wordingsOf } from './wordings.ts';

/** Fewer stand in the text soon enough. */
const fewest = 2;

/**
 * Time, place, end and telephone of a notice for the top of its text, each in its shortest wording. None where the
 * body begins with facts of its own, where the header says them (公示), or where there is next to nothing to say.
 */
export function leadingFacts(content: EditionContent): readonly Fact[] {
  if (content.publicNotice !== undefined || content.body.content.some(({ type }) => type === 'keyFacts'))
    return [];
  const all = essentialsOf(content);
  const facts = kindsInOrder
    .filter((kind) => essentialKinds[kind].kept)
    .flatMap((kind) => {
      const first = all.find((one) => one.kind === kind && one.label !== '');
      if (first === undefined) return [];
      return [{ label: first.label, value: wordingsOf(first, yearOf(content)).at(-1) ?? first.words }];
    });
  return facts.length < fewest ? [] : facts;
}
