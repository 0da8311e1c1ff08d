import { useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';

/** The legal grounds on which something stays closed. */
export const useDenyCodes = () =>
  useQuery({
    queryKey: ['deny-codes'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/catalogue/deny-codes'))).codes,
    retry: false,
  });
