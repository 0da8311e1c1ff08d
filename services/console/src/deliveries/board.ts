import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf, hub } from '../api/hub.client.ts';
import { listen } from '../api/hub.stream.ts';
import type { Board, Row } from '../api/hub.types.ts';

/** The delivery board of one publication: live through SSE, polled while the stream is away. */
export function useBoard(publication: string) {
  const queries = useQueryClient();
  useEffect(
    () =>
      listen(publication, (row) =>
        queries.setQueryData<Board>(['board', publication], (known) =>
          known === undefined ? known : { ...known, rows: merged(known.rows, row) },
        ),
      ),
    [publication, queries],
  );
  return useQuery({
    queryKey: ['board', publication],
    queryFn: () =>
      answerOf(hub.GET('/api/v1/monitor/publications/{id}', { params: { path: { id: publication } } })),
    refetchInterval: 3000,
  });
}

function merged(rows: readonly Row[], fresh: Row): Row[] {
  return rows.some((r) => r.delivery === fresh.delivery)
    ? rows.map((r) => (r.delivery === fresh.delivery ? fresh : r))
    : [...rows, fresh];
}
