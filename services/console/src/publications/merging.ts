import { useMutation } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Publication } from '../api/hub.types.ts';
import { go } from '../frame/route.ts';
import { beginningOf, isSame, type Filled } from './filled.ts';
import { mergeOf, settled, type Choice, type Conflict } from './merge.ts';

interface Compared {
  readonly base: Filled;
  readonly mine: Filled;
}

/** What somebody else has saved since the text was opened, beside what is written here. */
export function useMerging(id: string | undefined, onMerged: (form: Filled, theirs: Publication) => void) {
  const looking = useMutation({
    networkMode: 'always',
    mutationFn: async ({ base, mine }: Compared) => {
      const params = { path: { id: id ?? '' } };
      const theirs = await answerOf(hub.GET('/api/v1/publications/{id}', { params }));
      return { theirs, merge: mergeOf(base, mine, beginningOf(theirs).base) };
    },
    onSuccess: ({ theirs, merge }) => {
      // the answer to an earlier save was lost on the way: it is what stands there
      if (!isSame(merge.mine, merge.theirs)) return;
      onMerged(merge.mine, theirs);
      looking.reset();
      go({ at: 'publication', id: theirs.id });
    },
  });
  return {
    found: looking.data,
    error: looking.error,
    compare: looking.mutate,
    reset: looking.reset,
    /** Makes one text of the two; it can be gone on with, and is not saved yet. */
    settle: (choiceOf: (conflict: Conflict) => Choice): void => {
      if (looking.data === undefined) return;
      const { merge, theirs } = looking.data;
      onMerged(settled(merge, choiceOf), theirs);
      looking.reset();
    },
  };
}
