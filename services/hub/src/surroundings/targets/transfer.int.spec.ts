import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerQuestion } from '@towncrier/contracts';
import { connectBroker, type JetStreamBroker } from '@towncrier/messaging';
import { openSqliteStore, type Store } from '@towncrier/storage';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { ProblemDetails } from '../../http/problem.ts';
import type { HubClient } from '../../testing/hub.client.ts';
import { HubLab } from '../../testing/hub.lab.ts';
import { screensChannel } from '../../testing/screens.channel.ts';
import type { ImportReport, TargetPage } from './target.view.ts';

const channel = `screens-${process.pid}`;
const base = `/api/v1/registers/${channel}`;
const heading = '编号,名称,类型,负责单位,区划代码,场所,分组,宽,播放口令';
const rowOf = (n: number, width = '192'): string =>
  `strip-${n},${n}号村委会条屏,条屏,kys-lq,532502002000,村委会,灾害多发、人员密集,${width},`;
const many = 10_000;
const tableOf = (rows: readonly string[]): Uint8Array => Buffer.from([heading, ...rows].join('\n'));
const rows = Array.from({ length: many }, (_, n) => rowOf(n));

describe('ten thousand targets in one file, through the broker into a register on a real store', () => {
  let folder: string;
  let store: Store;
  let broker: JetStreamBroker;
  let stop: () => Promise<void>;
  let lab: HubLab;
  let operator: HubClient;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'towncrier-screens-'));
    store = await openSqliteStore(join(folder, 'store'));
    const log = { info: () => undefined, warn: () => undefined };
    broker = await connectBroker({ url: inject('natsUrl'), service: channel, log });
    const running = await screensChannel(channel, { broker, store, keyFile: join(folder, 'targets.key') });
    await running.start();
    stop = () => running.stop();
    lab = await HubLab.open();
    lab.broker.announce(channel);
    lab.broker.registers.set(channel, {
      answer: (question) => broker.ask(registerQuestion(channel), question, 60_000),
    });
    operator = await lab.signedIn('operator');
  });
  afterAll(async () => {
    await lab.close();
    await stop();
    await broker.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const send = (table: Uint8Array, apply: boolean) =>
    operator.upload<ImportReport & ProblemDetails>(`${base}/import?apply=${apply}`, '终端.csv', table);
  const total = async () => (await operator.get<TargetPage>(`${base}/targets?limit=1`)).body.total;
  const trail = async () => {
    const auditor = await lab.signedIn('auditor');
    const { body } = await auditor.get<{ items: { fact: Record<string, unknown> }[] }>(
      `/api/v1/audit?about=target/${channel}`,
    );
    return body.items.map(({ fact }) => fact);
  };

  it('are not written when one row is bad: that row is named, by every rule at once', async () => {
    const bad = rows
      .with(7000, rowOf(7000, '宽'))
      .with(7001, rowOf(7001, '8'))
      .with(7002, rowOf(7002).replace('532502002000', '532599000000'));
    const { status, body } = await send(tableOf(bad), true);

    expect([status, body.rows]).toEqual([
      422,
      [
        expect.objectContaining({ row: 7002, target: 'strip-7000', field: 'facts.width' }),
        expect.objectContaining({ row: 7003, target: 'strip-7001', message: '“宽”不对：数值不能少于 64' }),
        expect.objectContaining({ row: 7004, target: 'strip-7002', field: 'area' }),
      ],
    ]);
    expect([await total(), await trail()]).toEqual([0, []]);
  });

  it('are told from a trial, written at once, and leave one line in the trail', async () => {
    const table = tableOf(rows);
    const report = { created: many, changed: 0, unchanged: 0 };
    expect((await send(table, false)).body).toMatchObject({ applied: false, ...report });
    expect((await send(table, true)).body).toMatchObject({ applied: true, ...report });

    expect(await total()).toBe(many);
    expect(await trail()).toMatchObject([
      {
        act: 'target.import',
        who: 'operator',
        before: null,
        after: expect.stringMatching(/^[0-9a-f]{64}$/),
        detail: { file: '终端.csv', created: `${many}`, changed: '0', unchanged: '0' },
      },
    ]);
  });

  it('change nothing when they come a second time, and one of them when one is different', async () => {
    const again = await send(tableOf(rows.with(12, rowOf(12, '320'))), true);

    expect(again.body).toMatchObject({
      created: 0,
      changed: 1,
      unchanged: many - 1,
      rows: [{ row: 14, target: 'strip-12', what: 'changed', fields: ['facts.width'] }],
    });
  });
});
