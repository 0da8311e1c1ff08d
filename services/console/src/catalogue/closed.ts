import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Body, ItemOf } from '../api/hub.types.ts';

export type ClosedItem = ItemOf<'/api/v1/catalogue/closed'>;
/** `basis` stays empty where the ground itself is the law. */
type Sent = Body<'/api/v1/catalogue/closed'>;
export type Given = Omit<Sent, 'organisation' | 'basis'> & { readonly basis?: string };

export const useClosed = () =>
  useQuery({
    queryKey: ['catalogue', 'closed'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/catalogue/closed'))).items,
  });

/** What may be done with the list: `close` puts something on it for one organisation, `open` takes it off. */
export function useClosing(organisation: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['catalogue', 'closed'] });
  const close = useMutation({
    mutationFn: ({ basis = '', ...given }: Given) =>
      answerOf(hub.POST('/api/v1/catalogue/closed', { body: { ...given, basis, organisation } })),
    onSuccess,
  });
  const open = useMutation({
    mutationFn: ({ id, version }: ClosedItem) =>
      answerOf(
        hub.POST('/api/v1/catalogue/closed/{id}/open', {
          params: { path: { id } },
          body: { version, reason: '评估后可以公开' },
        }),
      ),
    onSuccess,
  });
  return { close, open };
}
