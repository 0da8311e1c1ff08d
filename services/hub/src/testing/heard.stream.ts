import { eventsIn, type Heard } from '../surroundings/monitor/monitor.lines.ts';
import type { HubClient } from './hub.client.ts';

/** What a browser hears of what changed, for as long as it listens. */
export class HeardStream {
  readonly events: Heard[] = [];
  ended = false;
  private readonly leaving = new AbortController();

  private constructor(readonly status: number) {}

  static async of(client: HubClient, after?: string): Promise<HeardStream> {
    const leaving = new AbortController();
    const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
    const answer = await client.stream(`/api/v1/stream${query}`, leaving.signal);
    const heard = new HeardStream(answer.status);
    heard.leaving.signal.addEventListener('abort', () => leaving.abort());
    void heard.read(answer);
    return heard;
  }

  leave(): void {
    this.leaving.abort();
  }

  /** What was told to have changed, as `kind id`, each once. */
  get changed(): readonly string[] {
    const told = this.events.filter(({ type }) => type === 'changed').map(({ data }) => JSON.parse(data));
    return [...new Set(told.map(({ kind, id }) => (id === undefined ? kind : `${kind} ${id}`)))];
  }

  /** What the stream began with. */
  get missed(): unknown {
    const begin = this.events.find(({ type }) => type === 'begin');
    return begin === undefined ? undefined : JSON.parse(begin.data).missed;
  }

  get mark(): string | undefined {
    return this.events.at(-1)?.id;
  }

  private async read(answer: Response): Promise<void> {
    try {
      if (answer.body === null) return;
      for await (const event of eventsIn(answer.body.pipeThrough(new TextDecoderStream())))
        this.events.push(event);
    } catch {
      // it was left
    } finally {
      this.ended = true;
    }
  }
}
