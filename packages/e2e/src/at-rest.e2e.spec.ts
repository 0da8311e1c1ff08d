import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codeNow } from '../../../scripts/lib/second.factor.ts';
import type { Person } from './hub.client.ts';
import { Town, waterNotice } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await Town.start();
}, 180_000);
afterAll(() => town.stop());

const phone = '13987654321';
const typedWrong = 'a-password-nobody-has-42';
const request = {
  applicant: { kind: 'person', name: '李建国', idNumber: '532502198001011234', contact: phone },
  wanted: { description: '请提供灵泉东路征地补偿方案', form: 'email' },
};
const post = (path: string, body: object): Promise<Response> =>
  fetch(`${town.hubUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const peopleOf = async (): Promise<readonly Person[]> =>
  JSON.parse(await readFile(town.stack.credentialsFile, 'utf8')) as Person[];

/** All that must not be read in a log: what is in the files of secrets, and what people typed here. */
async function secretsOf(typed: readonly string[]): Promise<readonly string[]> {
  const people = await peopleOf();
  const keys = await readFile(join(town.stack.dataDir, 'keys', 'broker-users.json'), 'utf8');
  const broker = [...keys.matchAll(/"password": "([^"]{12,})"/g)].map(([, password = '']) => password);
  const factors = people.flatMap(({ secondFactor }) => secondFactor ?? []);
  return [
    ...people.map((p) => p.password),
    ...factors,
    ...factors.map((secret) => `code":"${codeNow(secret).code}`),
    ...broker,
    town.stack.monitorToken,
    // the numbers of the demonstration
    '1999990',
    ...typed,
  ];
}

it('no log of the town holds a number, a code or a password that was used in it', async () => {
  const typed = [phone, request.applicant.idNumber, '征地补偿方案', typedWrong];
  expect((await post('/api/public/v1/disclosure-requests', request)).status).toBe(201);
  expect((await post('/api/v1/session', { name: 'editor', password: typedWrong })).status).toBe(401);
  const system = await town.person('system-admin');
  const { items } = (await system.call('GET', '/api/v1/people')) as {
    items: { name: string; version: number }[];
  };
  const { version } = items.find((p) => p.name === 'operator') ?? { version: 1 };
  const ask = { version, reason: '本人申请' };
  const { code } = (await system.call('POST', '/api/v1/people/operator/reset-password', ask)) as {
    code: string;
  };
  await post('/api/v1/session/reset', { name: 'operator', reset: `${code}-${code}`, password: typedWrong });
  await town.complete(await town.publish(waterNotice('灵泉东路')));

  const folder = join(town.stack.dataDir, 'logs');
  const logs = await readdir(folder);
  expect(logs.length).toBeGreaterThan(8);
  const secrets = await secretsOf([...typed, code, code.replace('-', '')]);
  for (const name of logs) {
    const text = await readFile(join(folder, name), 'utf8');
    expect(
      secrets.filter((secret) => text.includes(secret)),
      name,
    ).toEqual([]);
  }
}, 180_000);

it('what the town has written is for its owner alone', async () => {
  const open: string[] = [];
  for (const entry of await readdir(town.stack.dataDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const found = await stat(file).catch(() => null);
    if (found !== null && (found.mode & 0o077) !== 0) open.push(file.slice(town.stack.dataDir.length));
  }
  expect(open).toEqual([]);
});
