import { useMutation, useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer, ItemOf } from '../api/hub.types.ts';

export type AuditRow = ItemOf<'/api/v1/audit'>;
export type Verification = Answer<'/api/v1/audit/verification'>;

/** One page of the trail; `about` narrows it to one subject, empty does not. */
export function useAudit(about: string, after: string | undefined) {
  const query = {
    limit: 50,
    ...(about === '' ? {} : { about }),
    ...(after === undefined ? {} : { after }),
  };
  return useQuery({
    queryKey: ['audit', query],
    queryFn: () => answerOf(hub.GET('/api/v1/audit', { params: { query } })),
    retry: false,
  });
}

export const useVerification = () =>
  useMutation({ mutationFn: () => answerOf(hub.GET('/api/v1/audit/verification')) });
