import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection } from '@towncrier/storage';
import { z } from 'zod';
import type { Random } from '../../ports/hub.parts.ts';
import { hashPassword } from './password.ts';
import type { PersonDoc } from './people.documents.ts';
import { role, roleTitle, type Role } from '../role.ts';
import { needsFactor } from './obligatory.factor.ts';
import { secretFrom } from './second-factor.ts';

interface First {
  readonly name: string;
  readonly title: string;
  readonly roles: Role[];
  readonly organisation: string;
}
const one = (name: string, ...roles: Role[]): First => ({
  name,
  title: roles.map((r) => roleTitle(r)).join('、'),
  roles,
  organisation: 'kysrmzf',
});

/** One person for every duty, all of the county government's own office. */
const first: readonly First[] = [
  one('editor', 'editor', 'publisher'),
  one('reviewer', 'first-reviewer', 'publisher'),
  one('reviewer2', 'second-reviewer'),
  one('reviewer3', 'third-reviewer'),
  one('secrecy', 'secrecy-reviewer'),
  one('duty', 'duty-officer'),
  one('duty2', 'duty-officer'),
  one('disclosure', 'disclosure-officer'),
  one('operator', 'operator'),
  one('supervisor', 'supervisor'),
  one('auditor', 'auditor'),
  one('system-admin', 'system-admin'),
  one('security-admin', 'security-admin'),
  one('audit-admin', 'audit-admin'),
];

const credentials = z.array(
  z.object({
    name: z.string(),
    title: z.string(),
    roles: z.array(role),
    organisation: z.string(),
    password: z.string(),
    /** Base32, as authenticator apps take it; of those who need a second factor. */
    secondFactor: z.string().optional(),
  }),
);

/**
 * At first start: people with random passwords and second factors, written to `credentials.json` (mode 0600) before anybody is
 * stored,
 * so that a start that was cut short ends with the same passwords.
 */
export async function seedPeople(
  people: Collection<PersonDoc>,
  dataDir: string,
  random: Random,
): Promise<void> {
  const known = await Promise.all(first.map(async (p) => (await people.get(p.name)) !== null));
  if (known.every(Boolean)) return;
  const file = join(dataDir, 'credentials.json');
  const written = await readCredentials(file);
  const all = first.map((p, n) => {
    const before = written.find((w) => w.name === p.name);
    const secret =
      before?.secondFactor ??
      (needsFactor(p.roles) && known[n] !== true ? secretFrom(random(20)) : undefined);
    return {
      ...p,
      password: before?.password ?? Buffer.from(random(15)).toString('base64url'),
      ...(secret === undefined ? {} : { secondFactor: secret }),
    };
  });
  await mkdir(dataDir, { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
  await Promise.all(
    all.map(async ({ name, title, roles, organisation, password, secondFactor }) =>
      people.insert({
        _id: name,
        title,
        roles,
        organisation,
        state: 'active',
        password: await hashPassword(password, random(16)),
        mustChangePassword: false,
        secondFactor:
          secondFactor === undefined ? null : { secret: secondFactor, confirmed: true, usedStep: 0 },
        subject: null,
        revision: 1,
        unaudited: [],
        unauditedAt: null,
      }),
    ),
  );
}

async function readCredentials(file: string): Promise<z.infer<typeof credentials>> {
  try {
    return credentials.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new Error(`${file} is unreadable: mend it, or remove it together with the hub's store`, {
      cause: error,
    });
  }
}
