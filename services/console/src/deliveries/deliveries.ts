import { useMutation } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Row } from '../api/hub.types.ts';

/** Asks a channel to take one delivery up again. */
export const useRetry = () =>
  useMutation({
    mutationFn: ({ delivery }: Row) =>
      answerOf(
        hub.POST('/api/v1/monitor/deliveries/{id}/retry', {
          params: { path: { id: delivery } },
          body: {},
        }),
      ),
  });
