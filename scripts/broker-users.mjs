import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addressFor, authorizationOf, brokerUsers } from './lib/broker-users.mjs';
import { findServices } from './lib/plan.mjs';
import { table } from './lib/table.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { program, Trouble } from './lib/trouble.mjs';

/**
 * `npm run broker:users -- <folder>`: users for a broker of one's own. Writes `users.conf`, which `infra/nats/*.conf`
 * include, and prints the `NATS_URL` of every service. Passwords that are in the folder already are kept.
 */
await program(async () => {
  const [folder] = process.argv.slice(2);
  if (folder === undefined)
    throw new Trouble(
      'Name the folder that the users are kept in, e.g. `npm run broker:users -- infra/nats`.',
    );
  await ensureToolchain({ say: (line) => void process.stderr.write(`${line}\n`) });
  const at = resolve(folder);
  mkdirSync(at, { recursive: true });
  const users = await brokerUsers(
    join(at, 'broker-users.json'),
    findServices().map(({ name }) => name),
  );
  writeFileSync(join(at, 'users.conf'), authorizationOf(users), { mode: 0o600 });
  const broker = process.env.NATS_URL || 'nats://127.0.0.1:4222';
  process.stdout.write(`${table(users.map((user) => [user.name, addressFor(broker, user)]))}\n`);
  return 0;
});
