/** What the hub tells of a change: its kind and, where one looks at single ones, which. */
export interface Change {
  readonly kind: string;
  readonly id?: string;
}

/** What is heard of the hub's stream of changes. `mark` names the point up to which everything was heard. */
export type Heard =
  | { readonly is: 'live' | 'down' | 'missed' | 'refused'; readonly mark?: string | undefined }
  | { readonly is: 'changed'; readonly change: Change; readonly mark: string };

/** How long (ms) a refused stream is left alone, and a silent one is believed in; the hub beats every 15 s. */
const againMs = 30_000;
const silenceMs = 40_000;

/**
 * Holds the stream open until the returned function is called. Where it breaks it is opened again; what was
 * missed after `since` is told as `missed`.
 */
export function holdStream(hear: (heard: Heard) => void, since?: string): () => void {
  let mark = since;
  let source: EventSource | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;
  const after = (ms: number, then: () => void): void => {
    clearTimeout(later);
    later = setTimeout(then, ms);
  };
  const alive = ({ lastEventId }: MessageEvent): void => {
    mark = lastEventId;
    after(silenceMs, open);
  };
  const broken = (): void => {
    hear({ is: 'down' });
    // it tries again by itself unless it was refused
    if (source?.readyState !== EventSource.CLOSED) return;
    hear({ is: 'refused' });
    after(againMs, open);
  };
  function open(): void {
    source?.close();
    source = new EventSource(
      `/api/v1/stream${mark === undefined ? '' : `?after=${encodeURIComponent(mark)}`}`,
    );
    const first = mark === undefined;
    source.addEventListener('begin', (event: MessageEvent<string>) => {
      alive(event);
      hear({ is: 'live', mark });
      if (first || JSON.parse(event.data).missed === true) hear({ is: 'missed', mark });
    });
    source.addEventListener('changed', (event: MessageEvent<string>) => {
      alive(event);
      hear({ is: 'changed', change: JSON.parse(event.data) as Change, mark: event.lastEventId });
    });
    source.addEventListener('beat', alive);
    source.addEventListener('error', broken);
  }
  open();
  return () => {
    clearTimeout(later);
    source?.close();
  };
}
