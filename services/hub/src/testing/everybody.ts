import { people, type PersonDoc } from '../access/people/people.documents.ts';
import { hashPassword } from '../access/people/password.ts';
import { codeOf } from '../access/people/second-factor.ts';
import { role, type Role } from '../access/role.ts';
import type { HubClient } from './hub.client.ts';
import type { HubLab } from './hub.lab.ts';

export interface Account {
  readonly role: Role;
  readonly organisation: string;
  readonly client: HubClient;
}

const password = '泸江边上的四个柚子和一把伞';
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** One account of every role in each of these bodies, signed in. */
export async function everybody(lab: HubLab, ...bodies: readonly string[]): Promise<readonly Account[]> {
  const docs = await lab.store.collection(people);
  const hash = await hashPassword(password, new Uint8Array(16));
  const code = codeOf(secret, lab.hub.parts.clock());
  const made: Account[] = [];
  for (const organisation of bodies)
    for (const one of role.options) {
      const name = `${one}.${organisation}`;
      const doc: Omit<PersonDoc, 'version'> = {
        _id: name,
        title: name,
        roles: [one],
        organisation,
        state: 'active',
        password: hash,
        mustChangePassword: false,
        secondFactor: { secret, confirmed: true, usedStep: 0 },
        subject: null,
        revision: 1,
        unaudited: [],
        unauditedAt: null,
      };
      await docs.insert(doc);
      const client = lab.visitor();
      const { status } = await client.signIn(name, password, code);
      if (status !== 200) throw new Error(`${name} was not let in`);
      made.push({ role: one, organisation, client });
    }
  return made;
}
