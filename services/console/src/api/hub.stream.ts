import type { Row } from './hub.types.ts';

/** Tells of every delivery of one publication as it changes, until the returned function is called. */
export function listen(publication: string, tell: (row: Row) => void): () => void {
  const stream = new EventSource(`/api/v1/monitor/stream?publication=${publication}`);
  stream.addEventListener('delivery', (event: MessageEvent<string>) => tell(JSON.parse(event.data) as Row));
  return () => stream.close();
}
