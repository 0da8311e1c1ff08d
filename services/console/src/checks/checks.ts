import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import type { Body, Finding } from '../api/hub.types.ts';

/** What is checked, and what was noticed in it. */
export type Checkable = Body<'/api/v1/proofreadings'>;

/** What would stop the text, and what is worth a look. */
export function useChecks(text: Checkable | null) {
  const { data, error, isFetching } = useQuery({
    queryKey: ['checks', text],
    queryFn: async () => {
      const body = text ?? { format: 'text' as const, source: '' };
      return {
        ...(await answerOf(hub.POST('/api/v1/proofreadings', { body }))),
        title: body.title,
        ownWords: body.ownWords,
      };
    },
    enabled: text !== null,
    retry: false,
    placeholderData: (before) => before,
  });
  const findings = useMemo(() => data?.findings ?? [], [data]);
  const { body, title, ownWords } = data ?? {};
  return { findings, body, checked: { title, ownWords }, error, isFetching };
}

/** Title, head, text, and then what is filled in below. */
const regions = ['title', 'header', 'body'];
function regionOf(field: string): number {
  const at = regions.indexOf(field.split('.')[0] ?? '');
  return at < 0 ? regions.length : at;
}

/** In the order in which it is read. */
export const inReadingOrder = (findings: readonly Finding[]): readonly Finding[] => findings.toSorted(asRead);

function asRead(a: Finding, b: Finding): number {
  const blocks = (a.place?.block ?? -1) - (b.place?.block ?? -1);
  return regionOf(a.field) - regionOf(b.field) || blocks || startOf(a) - startOf(b);
}
const startOf = ({ place }: Finding): number => place?.spot?.from ?? 0;

/** One finding told from another, while the text around it changes. */
export const keyOf = ({ rule, field, excerpt, message }: Finding): string =>
  JSON.stringify([rule, field, excerpt, message]);
