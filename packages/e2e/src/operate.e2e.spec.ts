import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HubClient } from './hub.client.ts';
import { eventually } from './hub.client.ts';
import { Town, waterNotice } from './town.ts';

interface Cell {
  readonly channel: string;
  readonly delivery: string;
  readonly state: string;
  readonly hand: boolean;
  readonly cause?: { readonly key: string; readonly words: string };
}
interface Page {
  readonly items: readonly {
    readonly publication: string;
    readonly hand: boolean;
    readonly cells: readonly Cell[];
  }[];
}
interface Course {
  readonly next: { readonly act: string; readonly words: string };
  readonly spans: readonly {
    readonly is: string;
    readonly words: string;
    readonly exchanges?: readonly { readonly url: string; readonly status?: number }[];
  }[];
}
interface Now {
  readonly alarms: readonly {
    readonly key: string;
    readonly channels: readonly string[];
    readonly count: number;
  }[];
  readonly tiles: readonly { readonly channel: string; readonly light: string; readonly confirmed: number }[];
}
interface Batch {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly refused: number;
}
interface Trail {
  readonly items: readonly {
    readonly fact: {
      readonly who: string;
      readonly reason?: string;
      readonly detail?: { readonly delivery?: string };
    };
  }[];
}

describe('whoever runs the channels', () => {
  let town: Town;
  let operator: HubClient;
  beforeAll(async () => {
    town = await Town.start();
    operator = town.operator;
  });
  afterAll(async () => {
    await town.stop();
  });

  const matrix = async (query: string): Promise<Page['items']> =>
    ((await operator.call('GET', `/api/v1/monitor/matrix?${query}`)) as Page).items;
  const smsOf = (items: Page['items'], id: string): Cell | undefined =>
    items.find(({ publication }) => publication === id)?.cells.find(({ channel }) => channel === 'sms');

  /** Whom the page of now calls for, and what the tile of the text messages says. */
  const calls = async () => {
    const { alarms, tiles } = (await operator.call('GET', '/api/v1/now')) as Now;
    const about = alarms.map(({ key, channels, count }) => ({ key, channels, count }));
    return { about, light: tiles.find(({ channel }) => channel === 'sms')?.light };
  };

  it('finds what failed, sees why, asks again for all of it, and everybody can read who did', async () => {
    const streets = ['灵泉东路', '智源路', '东风路'];
    // each notice goes over two routes
    await town.fault('sms', { kind: 'refuse', times: 2 * streets.length });
    const notices = [];
    for (const street of streets)
      notices.push(await town.publish({ ...waterNotice(street), channels: ['website', 'sms'] }));
    const stuck = await eventually(
      async () => {
        const found = await matrix('hand=yes&channel=sms');
        return found.length === streets.length ? found : undefined;
      },
      async () => `not stuck: ${JSON.stringify(await matrix(''))}`,
    );
    const [first] = notices;
    const cell = smsOf(stuck, first?.id ?? '');
    expect(stuck.map((row) => row.cells.find(({ channel }) => channel === 'website')?.hand)).toEqual([
      false,
      false,
      false,
    ]);

    const called = await eventually(
      async () => {
        const now = await calls();
        return now.about[0]?.count === streets.length ? now : undefined;
      },
      async () => `nobody was called: ${JSON.stringify(await calls())}`,
    );
    const key = `cause:${cell?.cause?.key}`;
    expect(called).toEqual({ about: [{ key, channels: ['sms'], count: streets.length }], light: 'act' });

    const course = (await operator.call(
      'GET',
      `/api/v1/monitor/deliveries/${encodeURIComponent(cell?.delivery ?? '')}/course`,
    )) as Course;
    expect(course.next.act).toBe('retry');
    const asked = course.spans.flatMap(({ exchanges = [] }) => exchanges);
    expect(asked.length).toBeGreaterThan(0);
    expect(JSON.stringify(course)).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);

    const filter = { hand: 'yes', cause: cell?.cause?.key };
    const estimate = (await operator.call(
      'GET',
      `/api/v1/operations/retries/estimate?${new URLSearchParams({ cause: cell?.cause?.key ?? '' })}`,
    )) as { readonly deliveries: number };
    expect(estimate.deliveries).toBe(streets.length);
    const begun = (await operator.call('POST', '/api/v1/operations/retries', {
      filter,
      reason: '签名已报备',
      expected: streets.length,
    })) as Batch;
    const ended = await eventually(
      async () => {
        const batch = (await operator.call('GET', `/api/v1/operations/retries/${begun.id}`)) as Batch;
        return batch.state === 'done' ? batch : undefined;
      },
      () => Promise.resolve('the retries did not end'),
    );
    expect(ended).toMatchObject({ done: streets.length, refused: 0 });
    for (const notice of notices) await town.complete(notice);
    expect(await matrix('hand=yes')).toEqual([]);
    await eventually(
      async () => {
        const { about, light } = await calls();
        return about.length === 0 && light === 'good' ? true : undefined;
      },
      async () => `somebody is still called: ${JSON.stringify(await calls())}`,
    );

    // nobody was written to twice
    for (const { id } of notices) {
      const shown = await town.shown('sms', id);
      expect(new Set(shown.map(({ target }) => target)).size).toBe(shown.length);
    }

    const auditor = await town.person('auditor');
    const { items } = (await auditor.call('GET', '/api/v1/audit?act=delivery.retry')) as Trail;
    expect(items.map(({ fact }) => fact.detail?.delivery).toSorted()).toEqual(
      notices.map(({ id }) => `${id}:1:sms:publish`).toSorted(),
    );
    expect(items.every(({ fact }) => fact.reason === '签名已报备')).toBe(true);
  });
});
