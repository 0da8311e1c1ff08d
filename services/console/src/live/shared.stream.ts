import { holdStream, type Heard } from './held.stream.ts';

const name = 'towncrier-stream';
type Said = Heard | { readonly is: 'who' };

/**
 * One stream for all tabs of a browser: whichever tab has the lock holds it and passes on what it hears; when that
 * tab goes, the next one has the lock. Where there are no locks (they need https), each tab has a stream of its
 * own for as long as it is looked at: a browser opens six connections to one server, no more.
 */
export function shareStream(hear: (heard: Heard) => void): () => void {
  const locks = (navigator as { readonly locks?: LockManager | null }).locks ?? undefined;
  return locks === undefined ? whileLookedAt(hear) : amongTabs(locks, hear);
}

function amongTabs(locks: LockManager, hear: (heard: Heard) => void): () => void {
  const tabs = new BroadcastChannel(name);
  const leaving = new AbortController();
  let mark: string | undefined;
  let leads = false;
  let last: Heard | undefined;
  const take = (heard: Heard): void => {
    mark = heard.mark ?? mark;
    if (heard.is === 'live' || heard.is === 'down') last = heard;
    hear(heard);
  };
  tabs.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (data.is !== 'who') take(data);
    else if (leads && last !== undefined) tabs.postMessage(last);
  });
  tabs.postMessage({ is: 'who' } satisfies Said);
  const lead = async (): Promise<void> => {
    leads = true;
    const letGo = holdStream((heard) => {
      take(heard);
      tabs.postMessage(heard);
    }, mark);
    await new Promise((resolve) => leaving.signal.addEventListener('abort', resolve));
    letGo();
  };
  // the wait for the lock ends with the page
  locks.request(name, { signal: leaving.signal }, lead).catch(() => undefined);
  return () => {
    leaving.abort();
    tabs.close();
  };
}

function whileLookedAt(hear: (heard: Heard) => void): () => void {
  let letGo: (() => void) | undefined;
  let mark: string | undefined;
  const look = (): void => {
    if (document.hidden) {
      letGo?.();
      letGo = undefined;
      return;
    }
    letGo ??= holdStream((heard) => {
      mark = heard.mark ?? mark;
      hear(heard);
    }, mark);
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    letGo?.();
  };
}
