import { codeOf } from '../access/people/second-factor.ts';
import type { PersonWithCode } from '../access/people/people.view.ts';
import type { HubClient } from './hub.client.ts';
import type { HubLab } from './hub.lab.ts';

export const ownPassword = '泸江边上的四个柚子和一把伞';

/** A second administrator signs; answers the second half of the code. */
export async function countersigned(lab: HubLab, name: string, version: number): Promise<string> {
  const security = await lab.signedIn('security-admin');
  const { body } = await security.post<PersonWithCode>(`/api/v1/people/${name}/countersign`, {
    version,
    reason: '已向本人核实',
  });
  return body.code ?? '';
}

/** Somebody sets up an authenticator app; answers its secret. */
export async function factorOf(lab: HubLab, client: HubClient, password: string): Promise<string> {
  const begun = await client.post<{ secret: string }>('/api/v1/session/second-factor', { password });
  const { secret } = begun.body;
  const code = codeOf(secret, lab.hub.parts.clock());
  const confirmed = await client.post('/api/v1/session/second-factor/confirm', { code });
  if (confirmed.status !== 204) throw new Error(JSON.stringify(confirmed.body));
  return secret;
}

/** A person who was taken in as the house takes people in, signed in and ready to work. */
export async function newcomer(lab: HubLab, name: string, ...roles: readonly string[]): Promise<HubClient> {
  const system = await lab.signedIn('system-admin');
  const person = { name, title: name, organisation: 'kysrmzf', subject: null };
  const made = (await system.post<PersonWithCode>('/api/v1/people', person)).body;
  const second = await countersigned(lab, name, made.version);
  const client = lab.visitor();
  const reset = `${made.code ?? ''}-${second}`;
  await client.post('/api/v1/session/reset', { name, reset, password: ownPassword });
  await (
    await lab.signedIn('security-admin')
  ).put(`/api/v1/people/${name}/roles`, { version: made.version + 2, roles });
  const { body } = await client.signIn(name, ownPassword);
  if (body.needsSecondFactor) await factorOf(lab, client, ownPassword);
  return client;
}
