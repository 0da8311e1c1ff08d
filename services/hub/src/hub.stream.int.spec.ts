import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from './testing/eventually.ts';
import { HeardStream } from './testing/heard.stream.ts';
import { notice } from './testing/hub.client.ts';
import { HubLab } from './testing/hub.lab.ts';

let lab: HubLab;
const open: HeardStream[] = [];
beforeEach(async () => {
  lab = await HubLab.open();
});
afterEach(async () => {
  for (const stream of open.splice(0)) stream.leave();
  await lab.close();
});

const as = async (name: string, after?: string): Promise<HeardStream> => {
  const stream = await HeardStream.of(await lab.signedIn(name), after);
  open.push(stream);
  return stream;
};

describe('what changed', () => {
  it('is told to whoever listens, as a kind and an id and no word more', async () => {
    const stream = await as('reviewer');
    await eventually(() => stream.missed).toBe(false);
    const editor = await lab.signedIn('editor');
    const { id } = await editor.act('', notice);

    await eventually(() => stream.changed).toContain(`publications ${id}`);
    for (const { type, data } of stream.events.filter((e) => e.type === 'changed'))
      expect([type, Object.keys(JSON.parse(data))]).toEqual(['changed', ['kind', 'id']]);
  });

  it('is told only of what is on a page that is open to the person', async () => {
    const [editor, admin] = [await as('editor'), await as('system-admin')];
    const created = await (
      await lab.signedIn('system-admin')
    ).post('/api/v1/people', { subject: null, name: 'liming', title: '李明', organisation: 'kysrmzf' });
    expect(created.status).toBe(201);
    const { id } = await (await lab.signedIn('editor')).act('', notice);

    await eventually(() => admin.changed).toContain('people liming');
    await eventually(() => editor.changed).toContain(`publications ${id}`);
    for (const words of editor.changed) expect(words).toMatch(/^(publications|channels) ?/);
  });

  it('is not told again to whoever comes back with the last line, and missed by whoever was away', async () => {
    const [first, reader, editor] = [
      await as('reviewer'),
      await lab.signedIn('reviewer'),
      await lab.signedIn('editor'),
    ];
    const missedSince = async (mark: string | undefined): Promise<unknown> => {
      const back = await HeardStream.of(reader, mark);
      await eventually(() => back.mark).toBeDefined();
      back.leave();
      return back.missed;
    };
    await editor.act('', notice);
    await eventually(() => first.changed.length).toBeGreaterThan(0);
    // the lines of the trail follow their change
    await eventually(() => missedSince(first.mark)).toBe(false);

    const before = first.mark;
    await editor.act('', notice);
    await eventually(() => missedSince(before)).toBe(true);
  });

  it('is missed by whoever comes back after the hub was started anew', async () => {
    const stream = await as('reviewer');
    await eventually(() => stream.mark).toBeDefined();
    const { mark } = stream;
    lab = await lab.restarted();

    const back = await as('reviewer', mark);
    await eventually(() => back.missed).toBe(true);
  });

  it('is told of channels that fall silent and come back', async () => {
    const stream = await as('operator');
    const operator = await lab.signedIn('operator');
    await operator.get('/api/v1/channels');
    lab.broker.fallAway('sms');
    await operator.get('/api/v1/channels');

    await eventually(() => stream.changed).toContain('channels');
  });
});

describe('a stream', () => {
  it('is for people who are signed in', async () => {
    const stream = await HeardStream.of(lab.visitor());

    expect(stream.status).toBe(401);
  });

  it('ends with its session', async () => {
    const client = await lab.signedIn('editor');
    const stream = await HeardStream.of(client);
    await eventually(() => stream.missed).toBe(false);
    await client.send('DELETE', '/api/v1/session');

    await eventually(() => stream.ended).toBe(true);
  });

  it('ends when the person has done nothing for an hour: listening is no sign of life', async () => {
    const stream = await as('editor');
    await eventually(() => stream.missed).toBe(false);
    lab.pass(61 * 60_000);
    await (await lab.signedIn('reviewer')).get('/api/v1/session');

    await eventually(() => stream.ended).toBe(true);
  });

  it('is not to be had any number of times, and again once another was left', async () => {
    const client = await lab.signedIn('editor');
    const streams = await Promise.all(Array.from({ length: 12 }, () => HeardStream.of(client)));
    open.push(...streams);
    expect(streams.map((s) => s.status)).toEqual(Array.from({ length: 12 }, () => 200));
    expect((await HeardStream.of(client)).status).toBe(429);
    streams[0]?.leave();

    await eventually(async () => {
      const again = await HeardStream.of(client);
      again.leave();
      return again.status;
    }).toBe(200);
  });
});
