import { appendFile } from 'node:fs/promises';
import type { HandedAnchor } from './anchor.ts';

/** A place outside the house where anchors go, in which the house can add and not change. */
export interface AnchorPlace {
  readonly name: string;
  /** Durable once the promise resolves; the same anchor may come twice. */
  hand(anchor: HandedAnchor): Promise<void>;
}

/** A line of JSON each, on a medium that only takes more: a share that another house keeps, a write-once disk. */
export const fileOf = (file: string): AnchorPlace => ({
  name: 'file',
  hand: async (anchor) => appendFile(file, `${JSON.stringify(anchor)}\n`, { mode: 0o600, flush: true }),
});

const patienceMs = 10_000;

/** Whoever answers with 2xx has kept it. */
export const webhookOf = (url: string, token: string | undefined): AnchorPlace => ({
  name: 'webhook',
  hand: async (anchor) => {
    const answer = await fetch(url, {
      method: 'POST',
      signal: AbortSignal.timeout(patienceMs),
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(anchor),
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${new URL(url).host} answered ${answer.status}`);
  },
});
