import { useMutation, useQuery } from '@tanstack/react-query';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Answered, Body, ItemOf } from '../api/hub.types.ts';

export type Template = ItemOf<'/api/v1/templates'>;
export type Blank = Template['blanks'][number];
/** A notice made of a template. */
export type Made = Answered<'/api/v1/templates/{code}/fill'>;
export type Values = NonNullable<Body<'/api/v1/templates/{code}/fill'>['values']>;

export const useTemplates = (isWanted: boolean) =>
  useQuery({
    queryKey: ['templates'],
    enabled: isWanted,
    queryFn: async () => (await answerOf(hub.GET('/api/v1/templates'))).items,
  });

export const useFilling = (onMade: (made: Made) => void) =>
  useMutation({
    networkMode: 'always',
    mutationFn: ({ code, values }: { code: string; values: Values }) =>
      answerOf(hub.POST('/api/v1/templates/{code}/fill', { params: { path: { code } }, body: { values } })),
    onSuccess: onMade,
  });
