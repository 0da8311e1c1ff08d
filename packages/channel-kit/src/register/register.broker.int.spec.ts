import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registerAnswer, registerQuestion } from '@towncrier/contracts';
import { connectBroker } from '@towncrier/messaging';
import { openSqliteStore } from '@towncrier/storage';
import { expect, inject, it } from 'vitest';
import { answerRegister } from './register.answer.ts';
import { aRegister, aRow } from './testing/register.sample.ts';

it('ten thousand rows are asked and answered at once, over a real broker', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'towncrier-register-'));
  const store = await openSqliteStore(join(folder, 'store'));
  const register = await aRegister({ store, folder });
  const log = { info: () => undefined, warn: () => undefined };
  const channel = `register-${process.pid}`;
  const broker = await connectBroker({ url: inject('natsUrl'), service: channel, log });
  await broker.answer(registerQuestion(channel), (question) => answerRegister('led', register, question));
  const rows = Array.from({ length: 10_000 }, (_, n) => ({
    ...aRow({ id: `s${n}`, title: `${n}号村民委员会公示屏`, groups: ['灾害多发', '人员密集'] }),
    row: n + 2,
  }));
  const ask = async (question: object): Promise<unknown> =>
    registerAnswer.parse(await broker.ask(registerQuestion(channel), question, 50_000));
  const answer = await ask({ ask: 'write', rows, apply: true, by: '张三' });
  expect(answer).toMatchObject({ answer: 'written', applied: true, unchanged: 0 });
  expect(await ask({ ask: 'write', rows, apply: true, by: '张三' })).toMatchObject({
    changes: [],
    unchanged: 10_000,
  });
  expect(await register.count()).toBe(10_000);
  await broker.close();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});
