import { useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import { searchOf } from '../frame/saved.ts';
import { useLive } from '../live/live.ts';
import type { Narrowed } from './matrix.saved.ts';

export const said = (narrowed: Narrowed) =>
  Object.fromEntries(Object.entries(narrowed).filter(([, v]) => v !== ''));

/** One page of the matrix. */
export function useMatrix(narrowed: Narrowed, after: string | undefined) {
  const query = { ...said(narrowed), limit: 50, ...(after === undefined ? {} : { after }) };
  return useQuery({
    queryKey: ['matrix', query],
    queryFn: () => answerOf(hub.GET('/api/v1/monitor/matrix', { params: { query } })),
    placeholderData: (before) => before,
    ...useLive('deliveries'),
  });
}

/** All that it is narrowed to, in figures. */
export function useTotals(narrowed: Narrowed) {
  const query = said(narrowed);
  return useQuery({
    queryKey: ['matrix', 'totals', query],
    queryFn: () => answerOf(hub.GET('/api/v1/monitor/matrix/totals', { params: { query } })),
    ...useLive('deliveries'),
  });
}

/** Where the same comes as a file. */
export const exportAddress = (narrowed: Narrowed): string =>
  `/api/v1/operations/matrix/export${searchOf(said(narrowed))}`;
