import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { writeCap } from '../../services/hub/src/surroundings/warnings/cap.write.ts';
import { flood } from '../../services/hub/src/surroundings/warnings/warning.sample.ts';
import type { startStack } from '../lib/stack.mjs';
import { Trouble } from '../lib/trouble.mjs';
import { HubClient, parseCredentials, type Publication } from '../try/hub.client.ts';

type Stack = Awaited<ReturnType<typeof startStack>>;
const patienceMs = 180_000;
const numbered = z.object({ id: z.string(), code: z.string() });

const water = (street: string, hours = '8时至18时') => ({
  title: `关于${street}停水检修的通知`,
  source: `因供水管网检修，2026年11月25日${hours}，${street}沿线停水，请居民提前储水。\n咨询电话：0873-7123456`,
  format: 'text',
  header: { issuer: '开远市水务局' },
});

/**
 * What a county does in a few days, so that every collection holds something: a notice that stands, one
 * corrected, one withdrawn, one under review, a warning passed on, a disclosure request, a remark of a reader.
 */
export async function liveThrough(stack: Stack): Promise<void> {
  const hub = stack.urls['hub'] ?? '';
  const people = parseCredentials(readFileSync(stack.credentialsFile, 'utf8'));
  const as = async (name: string): Promise<HubClient> => {
    const person = people.find((p) => p.name === name);
    if (person === undefined) throw new Trouble(`Nobody is called ${name}.`);
    const client = new HubClient(hub);
    await client.signIn(person);
    return client;
  };
  const house: House = {
    editor: await as('editor'),
    reviewer: await as('reviewer'),
    secrecy: await as('secrecy'),
  };
  const standing = await published(house, await house.editor.create(water('灵泉东路')));
  await corrected(house, await published(house, await house.editor.create(water('人民中路'))));
  await withdrawn(house, await published(house, await house.editor.create(water('建设西路'))));
  await underReview(house);
  await passedOn(await as('duty'), await as('duty2'));
  await asked(house.editor, await as('disclosure'));
  await remarked(house.editor, standing);
}

interface House {
  readonly editor: HubClient;
  readonly reviewer: HubClient;
  readonly secrecy: HubClient;
}

async function published(house: House, draft: Publication): Promise<Publication> {
  const submitted = await house.editor.act(draft, 'submit');
  const contentHash = submitted.editions.at(-1)?.contentHash;
  const read = await house.reviewer.act(submitted, 'approve', { contentHash });
  const out = await house.editor.act(await house.secrecy.act(read, 'clear', { contentHash }), 'publish');
  return settled(house.editor, out, 'publish');
}

async function corrected(house: House, p: Publication): Promise<void> {
  const next = { reason: '停水时间有误', ...water('人民中路', '9时至20时') };
  await published(house, await house.editor.act(await house.editor.get(p.id), 'correct', next));
}

async function withdrawn(house: House, p: Publication): Promise<void> {
  const out = await house.editor.act(await house.editor.get(p.id), 'withdraw', { reason: '检修取消' });
  await settled(house.editor, out, 'withdraw');
}

/** Left with one review passed and a comment of the second reviewer's open. */
async function underReview(house: House): Promise<void> {
  const submitted = await house.editor.act(await house.editor.create(water('泸江路')), 'submit');
  const claimed = await house.reviewer.act(submitted, 'claim');
  await house.reviewer.act(claimed, 'comments', { block: 1, words: '请核对停水时间。' });
}

async function passedOn(duty: HubClient, second: HubClient): Promise<void> {
  const relayed = (await duty.call('POST', '/api/v1/warnings', { xml: writeCap(flood) })) as { id: string };
  const waiting = await duty.get(relayed.id);
  const out = (await second.call('POST', `/api/v1/publications/${waiting.id}/urgent/confirm`, {
    version: waiting.version,
    contentHash: waiting.editions.at(-1)?.contentHash,
  })) as { id: string };
  await settled(duty, await duty.get(out.id), 'publish');
}

/** The applicant is nobody: an invented name and the number of no identity card. */
async function asked(anybody: HubClient, officer: HubClient): Promise<void> {
  const { id } = numbered.parse(
    await anybody.call('POST', '/api/public/v1/disclosure-requests', {
      applicant: {
        kind: 'person',
        name: '某居民',
        idNumber: '000000000000000000',
        contact: '某村某号，邮寄',
      },
      wanted: { description: '申请公开灵泉东路供水管网检修方案', form: 'paper' },
    }),
  );
  const receivedOn = new Date().toISOString().slice(0, 10);
  await officer.call('POST', `/api/v1/disclosure-requests/${id}/steps`, {
    version: 1,
    type: 'confirmReceipt',
    receivedOn,
  });
}

async function remarked(editor: HubClient, about: Publication): Promise<void> {
  await editor.call('POST', '/api/public/v1/feedback', {
    publication: about.id,
    kind: 'error',
    words: '停水时间是否包括中午？',
  });
}

/** Until every channel has come to rest with the newest operation. */
async function settled(
  client: HubClient,
  p: Publication,
  operation: 'publish' | 'withdraw',
): Promise<Publication> {
  const edition = p.editions.at(-1)?.edition;
  const end = Date.now() + patienceMs;
  for (;;) {
    const board = await client.board(p.id).catch(() => ({ rows: [], complete: false }));
    const newest = board.rows.filter((r) => r.operation === operation && r.edition === edition);
    if (board.complete && p.channels.every((c) => newest.some((r) => r.channel === c)))
      return client.get(p.id);
    if (Date.now() > end)
      throw new Trouble(
        `${p.id} did not settle: ${JSON.stringify(board.rows.map((r) => [r.channel, r.state]))}`,
      );
    await sleep(300);
  }
}
