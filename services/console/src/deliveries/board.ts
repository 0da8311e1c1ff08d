import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../api/api.client.ts';
import type { Board, Row } from '../api/api.types.ts';

/** The delivery board of one publication: live through SSE, polled while the stream is away. */
export function useBoard(publication: string) {
  const queries = useQueryClient();
  useEffect(() => {
    const stream = new EventSource(`/api/v1/monitor/stream?publication=${publication}`);
    stream.addEventListener('delivery', (event) => {
      const row = JSON.parse((event as MessageEvent<string>).data) as Row;
      queries.setQueryData<Board>(['board', publication], (known) =>
        known === undefined ? known : { ...known, rows: merged(known.rows, row) },
      );
    });
    return () => stream.close();
  }, [publication, queries]);
  return useQuery({
    queryKey: ['board', publication],
    queryFn: () => call<Board>('GET', `/monitor/publications/${publication}`),
    refetchInterval: 3000,
  });
}

function merged(rows: readonly Row[], fresh: Row): readonly Row[] {
  return rows.some((r) => r.delivery === fresh.delivery)
    ? rows.map((r) => (r.delivery === fresh.delivery ? fresh : r))
    : [...rows, fresh];
}
