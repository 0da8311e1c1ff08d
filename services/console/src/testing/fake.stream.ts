import { afterEach } from 'vitest';
import type { Change } from '../live/held.stream.ts';

/** The hub's end of a stream of events, as a browser hears it. */
export class FakeStream extends EventTarget {
  static readonly CLOSED = 2;
  static open: readonly FakeStream[] = [];
  readyState = 1;

  constructor(readonly url: string) {
    super();
    FakeStream.open = [...FakeStream.open, this];
  }

  begin(missed = false): void {
    this.say('begin', { missed });
  }
  tell(change: Change): void {
    this.say('changed', change);
  }
  /** The hub refuses it, or the network is gone and the browser tries again by itself. */
  fail(how: 'refused' | 'broken'): void {
    if (how === 'refused') this.close();
    this.dispatchEvent(new Event('error'));
  }
  close(): void {
    this.readyState = FakeStream.CLOSED;
    FakeStream.open = FakeStream.open.filter((s) => s !== this);
  }

  #said = 0;
  private say(type: string, data: object): void {
    this.#said += 1;
    this.dispatchEvent(
      new MessageEvent(type, { data: JSON.stringify(data), lastEventId: `hub:${this.#said}` }),
    );
  }
}

/** The one stream that is open. */
export function theStream(): FakeStream {
  const [only, ...others] = FakeStream.open;
  if (only === undefined || others.length > 0)
    throw new Error(`there are ${FakeStream.open.length} streams instead of one`);
  return only;
}

Object.assign(globalThis, { EventSource: FakeStream });
afterEach(() => {
  for (const stream of FakeStream.open) stream.close();
});
