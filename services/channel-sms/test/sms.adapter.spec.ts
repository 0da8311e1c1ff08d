import { ContentRefused, FarEndBusy, OperatorNeeded, type Withdrawal } from '@towncrier/channel-kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SmsRendition } from '../src/sms.rendition.ts';
import { contextAt, key, numbers, people, smsTown, traceOf, type SmsTown } from './sms.town.ts';

const withdrawal: Withdrawal = {
  publication: '7K3QZP4M',
  edition: 1,
  title: '关于灵泉东路停水检修的通知',
  reason: '检修时间有变',
  links: { page: 'http://127.0.0.1:8737/n/7K3QZP4M.html' },
  withdrawnAt: '2026-11-23T08:00:00.000Z',
};

/** As the county's main route sends it. */
const textOf = ({ texts }: SmsRendition): string | undefined =>
  texts.find(({ form }) => form.startsWith('【开远市政府】'))?.text;

describe('messages to the recipients', () => {
  let town: SmsTown;
  beforeEach(async () => {
    town = await smsTown({ SMS_BATCH: '2' });
  });
  afterEach(() => town.close());

  const reported = async (count: number): Promise<void> => {
    while ((await town.results.count({ call: key, state: 'delivered' })) < count)
      await new Promise((resolve) => setTimeout(resolve, 25));
  };

  it('go in batches of the size that was set, every number in one', async () => {
    expect(await town.adapter.batches(await town.render(), { meant: people, previous: null })).toEqual([
      { number: 0, targets: people.slice(0, 2), via: 'route-main' },
      { number: 1, targets: people.slice(2), via: 'route-main' },
    ]);
  });

  it('go once to a number, by whatever name it is meant', async () => {
    const meant = [...people, ...numbers, people[0] ?? ''];
    const batches = await town.adapter.batches(await town.render(), { meant, previous: null });
    expect(batches.flatMap(({ targets }) => targets)).toEqual(people);
  });

  it('are a person’s for those whose number nobody knows, who keep nobody else waiting', async () => {
    const batches = await town.adapter.withdrawalBatches(['long-gone', ...people], [key]);
    expect(batches.map(({ targets }) => targets)).toEqual([
      people.slice(0, 2),
      people.slice(2),
      ['long-gone'],
    ]);
    const refused = town.adapter.publish(await town.render(), null, contextAt(['long-gone']));
    await expect(refused).rejects.toBeInstanceOf(OperatorNeeded);
    await expect(refused).rejects.toThrow('没有手机号码（long-gone）');
    expect(await town.twin.shown()).toEqual([]);
  });

  it('show the approved text on each handset of the batch', async () => {
    const rendition = await town.render();
    const outcome = await town.adapter.publish(rendition, null, contextAt(people));
    expect(outcome).toMatchObject({
      kind: 'done',
      reference: expect.stringMatching(/^7K3QZP4M:1:sms:publish\|\d+/),
    });
    const shown = await town.twin.shown('7K3QZP4M');
    expect(shown.map((s) => s.target)).toEqual(numbers);
    expect(new Set(shown.map((s) => s.text))).toEqual(new Set([textOf(rendition)]));
  });

  it('are confirmed once every number was reported', async () => {
    const rendition = await town.render();
    const { reference } = await town.adapter.publish(rendition, null, contextAt(people));
    await reported(numbers.length);
    expect(town.sighted).toContain(key);
    expect(await town.adapter.observe(traceOf(reference), rendition, contextAt(people))).toEqual({
      kind: 'present',
      reference,
      hash: rendition.hash,
      detail: '送达 3/3',
      parts: { shown: 3, of: 3, exceptions: [] },
    });
  });

  it('are found by the key of the call when the answer was lost', async () => {
    const rendition = await town.render();
    const absent = await town.adapter.observe(traceOf(null), rendition, contextAt(people));
    expect(absent).toEqual({ kind: 'gone', detail: '短信平台没有这批短信的记录' });
    await town.adapter.publish(rendition, null, contextAt(people));
    await reported(numbers.length);
    expect(await town.adapter.observe(traceOf(null), rendition, contextAt(people))).toMatchObject({
      kind: 'present',
      hash: rendition.hash,
    });
  });

  it('are found behind all that others sent to the same number', async () => {
    town.twin.fault({ kind: 'crowd', times: 1 });
    const rendition = await town.render();
    await town.adapter.publish(rendition, null, contextAt(people));
    await reported(numbers.length);
    const seen = await town.adapter.observe(traceOf(null), rendition, contextAt(people));
    expect(seen.kind).toBe('present');
  });

  it('to nobody are done without a call', async () => {
    const rendition = await town.render();
    const outcome = await town.adapter.publish(rendition, null, contextAt([]));
    expect(outcome).toEqual({ kind: 'done', reference: `${key}|` });
    expect(await town.adapter.observe(traceOf(null), rendition, contextAt([]))).toMatchObject({
      kind: 'present',
      hash: rendition.hash,
      detail: '没有收件人',
      parts: { shown: 0, of: 0, exceptions: [] },
    });
    expect(await town.twin.shown()).toEqual([]);
  });

  it('are taken back by a second message, to those who got the first and to nobody else', async () => {
    const rendition = await town.render();
    const got = people.slice(0, 2);
    const [one, other] = numbers;
    const { reference } = await town.adapter.publish(rendition, null, contextAt(got));
    await reported(got.length);
    const posting = { key: '', edition: 1, reference, hash: rendition.hash };
    const parts = await town.adapter.withdrawalBatches(got, [key]);
    expect(parts).toEqual([{ number: 0, targets: got, via: 'route-main' }]);

    const own = contextAt(got, { idempotencyKey: '7K3QZP4M:1:sms:withdraw' });
    await town.adapter.withdraw(posting, withdrawal, own);
    const shown = await town.twin.shown('7K3QZP4M');
    expect(shown.map((s) => [s.target, s.text.includes('撤回')])).toEqual([
      [one, false],
      [other, false],
      [one, true],
      [other, true],
    ]);
  });

  it.each([
    ['busy', FarEndBusy],
    ['refuse', ContentRefused],
    ['deny', OperatorNeeded],
  ] as const)('end as a declared error when the provider says "%s"', async (kind, error) => {
    town.twin.fault({ kind, times: 1 });
    const rendition = await town.render();
    await expect(town.adapter.publish(rendition, null, contextAt(people))).rejects.toBeInstanceOf(error);
    expect(await town.twin.shown()).toEqual([]);
  });

  it('are given up in time', async () => {
    town.twin.fault({ kind: 'slow', times: 1, ms: 3000 });
    const hurried = contextAt(people, { signal: AbortSignal.timeout(100) });
    await expect(town.adapter.publish(await town.render(), null, hurried)).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });

  it('that an earlier release sent are taken back by their plain numbers', async () => {
    const unknown = '19999907777';
    const parts = await town.adapter.withdrawalBatches([numbers[0] ?? '', unknown], [key]);
    expect(parts.map(({ targets }) => targets)).toEqual([[numbers[0], unknown]]);
    const posting = { key: '', edition: 1, reference: `${key}|1`, hash: '' };
    await town.adapter.withdraw(posting, withdrawal, contextAt(parts[0]?.targets ?? []));
    expect((await town.twin.shown()).map((s) => s.target)).toEqual([numbers[0], unknown]);
  });

  it('name who got none by the id, or by a number that is covered', async () => {
    const batch = [people[0] ?? '', '19999907777'];
    const { reference } = await town.adapter.publish(await town.render(), null, contextAt(batch));
    for (const phone of [numbers[0], '19999907777'])
      await fetch(`${town.url}/callbacks/sms-report/twin-callback-secret`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([{ phone_number: phone, success: false, err_code: 'MK:0001', out_id: key }]),
      });
    const seen = await town.adapter.observe(traceOf(reference), await town.render(), contextAt(batch));
    expect(seen).toMatchObject({
      parts: {
        of: 2,
        exceptions: [
          { target: people[0], words: '未送达（MK:0001）' },
          { target: '199****7777', words: '未送达（MK:0001）' },
        ],
      },
    });
  });

  it('need recipients', async () => {
    expect(await town.adapter.probe()).toEqual({ ok: true, words: '25 位收件人，2 条线路' });
  });
});
