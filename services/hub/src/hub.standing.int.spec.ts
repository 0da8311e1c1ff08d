import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { editionReleasedV1, publicationWithdrawnV1 } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublicationView } from './publications/publication.view.ts';
import { Reconciler } from './surroundings/reconciler/reconciler.ts';
import { eventually } from './testing/eventually.ts';
import { notice } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';
import { Newsroom } from './testing/newsroom.ts';

let monitor: Server;
let lab: HubLab;
let room: Newsroom;
/** What the monitor does when it is asked; the addresses it was asked at. */
let answers: (response: ServerResponse) => void;
const askedAt: (string | undefined)[] = [];

const row = { edition: 1, channel: 'sms', operation: 'publish', state: 'confirmed', attempts: 1 };
const rows = [
  { ...row, evidence: { reference: 'B-1' } },
  { ...row, channel: 'website', state: 'expected', attempts: 0 },
];
const standing = [{ channel: 'sms', edition: 1, reference: 'B-1' }];
const json = (response: ServerResponse, body: unknown): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

beforeEach(async () => {
  askedAt.length = 0;
  answers = (response) => json(response, { rows });
  monitor = createServer((request, response) => {
    // what the hub hears all the time, and asks nothing
    if (request.url === '/v1/stream') return;
    askedAt.push(request.url);
    answers(response);
  });
  await new Promise<void>((resolve) => monitor.listen(0, '127.0.0.1', resolve));
  lab = await HubLab.open({ MONITOR_URL: `http://127.0.0.1:${(monitor.address() as AddressInfo).port}` });
  room = await Newsroom.of(lab);
});
afterEach(async () => {
  monitor.closeAllConnections();
  await lab.close();
  await new Promise((resolve) => monitor.close(resolve));
});

const withdraw = (p: PublicationView) =>
  room.editor.act(`/${p.id}/withdraw`, { version: p.version, reason: '有误' });
const correct = async (p: PublicationView): Promise<PublicationView> =>
  room.release(
    await room.editor.act(`/${p.id}/correct`, {
      ...notice,
      source: '关于停水的通知\n改为 11 月 26 日停水。',
      version: p.version,
      reason: '时间有误',
    }),
  );
async function event(id: string) {
  await eventually(() => lab.broker.published.map((p) => p.envelope.id)).toContain(id);
  return lab.broker.published.find((p) => p.envelope.id === id)?.envelope;
}
const told = async (id: string) => (await event(id))?.data;

describe('what the ledger knows to stand', () => {
  it('goes out with a withdrawal', async () => {
    const p = await room.published();

    await withdraw(p);

    const { data } = publicationWithdrawnV1.schema.parse(await event(`${p.id}:1:withdrawn`));
    expect(data.standing).toEqual(standing);
    expect(askedAt).toEqual([`/v1/publications/${p.id}`]);
  });

  it('goes out with a correction, and is not asked for a first edition', async () => {
    const p = await room.published();
    expect(askedAt).toEqual([]);
    expect(await told(`${p.id}:1:released`)).not.toHaveProperty('standing');

    await correct(p);

    const { data } = editionReleasedV1.schema.parse(await event(`${p.id}:2:released`));
    expect(data.standing).toEqual(standing);
    expect(data).toMatchObject({ audience: { scope: 'all' }, owner: 'kysrmzf' });
  });

  it('goes out with an ending by the clock', async () => {
    const p = await room.published({ schedule: { expiresAt: '2026-11-23T03:00:00.000Z' } });

    lab.pass(2 * 3_600_000);

    expect(await told(`${p.id}:1:withdrawn`)).toMatchObject({ act: 'expire', standing });
  });

  it('is asked again when a withdrawal is told again', async () => {
    const p = await room.published();
    await withdraw(p);
    await told(`${p.id}:1:withdrawn`);
    answers = (response) => json(response, { rows: [{ ...row, state: 'unknown' }] });

    lab.pass(10_001);
    await lab.app.get(Reconciler).turn();

    expect(await told(`${p.id}:1:withdrawn:again-1`)).toMatchObject({
      standing: [{ channel: 'sms', edition: 1 }],
    });
  });
});

describe('a ledger that cannot be asked', () => {
  const never = (): void => undefined;
  it.each<readonly [string, (response: ServerResponse) => void]>([
    ['refuses', (response) => response.writeHead(503).end()],
    ['speaks nonsense', (response) => json(response, { rows: [{ state: 'on holiday' }] })],
    ['never answers', never],
  ])('because it %s holds no withdrawal up, and nothing is said to stand or not', async (_how, answer) => {
    const p = await room.published();
    answers = answer;

    expect((await withdraw(p)).state).toBe('withdrawn');

    expect(await told(`${p.id}:1:withdrawn`)).not.toHaveProperty('standing');
  });

  it('is not asked for what is refused anyway', async () => {
    const p = await room.published();
    await withdraw(p);
    askedAt.length = 0;

    const again = await room.editor.post(`/api/v1/publications/${p.id}/withdraw`, {
      version: p.version,
      reason: '有误',
    });

    expect(again.status).toBe(409);
    expect(askedAt).toEqual([]);
  });
});
