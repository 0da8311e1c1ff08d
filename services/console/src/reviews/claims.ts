import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Step } from '../api/hub.types.ts';
import type { Waiting } from './reviews.ts';

const isClaim = ({ act, given, allowed }: Step): boolean =>
  act === 'claim' && allowed && given['takeOver'] !== true;
/** Whether somebody can take it on without taking it over. */
export const claimable = ({ steps }: Waiting): boolean => steps.some(isClaim);

/** Why one of the chosen was not taken on. */
export interface Unclaimed {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

/** So many the hub takes in one go. */
const most = 100;

/** Answers those that were not taken on. */
async function claimed(them: readonly Waiting[]): Promise<readonly Unclaimed[]> {
  const items = them.map(({ id, version }) => ({ id, version }));
  const answer = await answerOf(hub.POST('/api/v1/reviews/claims', { body: { items } }));
  return answer.items.flatMap((one) =>
    one.claimed
      ? []
      : [{ id: one.id, why: one.why, title: them.find((row) => row.id === one.id)?.title ?? one.id }],
  );
}

/** The rows that are chosen, and what became of those that were claimed in one go. */
export function useClaims(rows: readonly Waiting[]) {
  const queries = useQueryClient();
  const [ticked, tick] = useState<readonly string[]>([]);
  const chosen = rows.filter((row) => ticked.includes(row.id) && claimable(row));
  const claim = useMutation({
    mutationFn: async (them: readonly Waiting[]): Promise<readonly Unclaimed[]> => {
      const failed: Unclaimed[] = [];
      for (let from = 0; from < them.length; from += most)
        failed.push(...(await claimed(them.slice(from, from + most))));
      return failed;
    },
    onSuccess: (failed) => tick(failed.map(({ id }) => id)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['publications'] }),
  });
  return { chosen, tick, claim, failed: claim.data ?? [] };
}
