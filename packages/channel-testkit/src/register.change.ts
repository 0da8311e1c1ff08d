import type { RegisterAnswer, Target } from '@towncrier/contracts';
import type { AnyLab } from './channel.lab.ts';

type Secrets = Readonly<Record<string, string>>;

/** @throws with the register's words when it refuses */
async function write(
  lab: Pick<AnyLab, 'register'>,
  target: Target,
  secrets: Secrets,
  expected: number | null,
): Promise<void> {
  const rows = [{ target, secrets: { ...secrets }, expected }];
  done(await lab.register({ ask: 'write', rows, apply: true, by: '测试' }));
}

/** A target that was not there before. */
export const addTarget = (
  lab: Pick<AnyLab, 'register'>,
  target: Target,
  secrets: Secrets = {},
): Promise<void> => write(lab, target, secrets, null);

/** Other facts, another state or other secrets of one that is there, as the console changes them. */
export async function changeTarget(
  lab: Pick<AnyLab, 'register'>,
  id: string,
  over: Partial<Target>,
  secrets: Secrets = {},
): Promise<void> {
  const found = await lab.register({ ask: 'one', id });
  if (found.answer !== 'one' || found.target === null) throw new Error(`there is no target ${id}`);
  const { version, secrets: _names, changedBy: _by, changedAt: _at, ...target } = found.target;
  await write(lab, { ...target, ...over }, secrets, version);
}

function done(answer: RegisterAnswer): void {
  if (answer.answer !== 'written') throw new Error(JSON.stringify(answer));
}
