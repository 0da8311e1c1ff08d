import { useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answer, ItemOf } from '../api/hub.types.ts';

export type Item = ItemOf<'/api/v1/catalogue/items'>;
export type Summary = Answer<'/api/v1/catalogue/summary'>;
/** What narrows the list of items: each by its name in the address, absent when it does not. */
export type Filters = Readonly<Partial<Record<'q' | 'field' | 'stage' | 'on', string>>>;

export const useSummary = () =>
  useQuery({
    queryKey: ['catalogue', 'summary'],
    queryFn: () => answerOf(hub.GET('/api/v1/catalogue/summary')),
  });

export const useFields = () =>
  useQuery({
    queryKey: ['catalogue', 'fields'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/catalogue/fields'))).items,
  });

export const useItems = (query: Filters) =>
  useQuery({
    queryKey: ['catalogue', 'items', query],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/catalogue/items', { params: { query } }))).items,
    placeholderData: (before) => before,
  });

/** The legal grounds on which something stays closed. */
export const useDenyCodes = () =>
  useQuery({
    queryKey: ['deny-codes'],
    queryFn: async () => (await answerOf(hub.GET('/api/v1/catalogue/deny-codes'))).codes,
    retry: false,
  });
