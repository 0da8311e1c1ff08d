import { actedLate, type TakeFault } from '@towncrier/channel-testkit';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Accounts } from './accounts.ts';
import { refuse, unknownToken, type Refusal } from './refusal.ts';
import { asStatus, length } from './status.ts';
import type { StatusStore } from './status.store.ts';

const share = z.object({
  access_token: z.string(),
  status: z.string().default(''),
  rip: z.string().optional(),
});

/** Posts of others between this one and whoever asks for the timeline: more than two pages. */
const crowd = 250;

/** The one write call. */
export function mountShare(http: FastifyInstance, accounts: Accounts, fault: TakeFault): void {
  http.post('/2/statuses/share.json', async (request, reply) => {
    const asked = share.safeParse(request.body);
    if (!asked.success) return refuse(request, reply, [400, 10016, 'miss required parameter (access_token)']);
    const text = asked.data.status.trim();
    const account = accounts.byToken(asked.data.access_token);
    if (account === null) return refuse(request, reply, unknownToken);
    const { store } = account;
    const refused = troubleOf(fault) ?? refusalOf(text, asked.data.rip, store);
    if (refused !== null) return refuse(request, reply, refused);
    const status = await store.post(text, fault('crowd') === null ? 0 : crowd);
    await actedLate(fault);
    return asStatus({ account, status });
  });
}

function troubleOf(fault: TakeFault): Refusal | null {
  if (fault('deny') !== null) return [403, 21327, 'expired_token'];
  if (fault('busy') !== null) return [503, 10009, 'Too many pending tasks, system is busy!'];
  if (fault('refuse') !== null) return [400, 20021, 'content is illegal!'];
  return null;
}

function refusalOf(text: string, rip: string | undefined, store: StatusStore): Refusal | null {
  if (rip === undefined) return [400, 10016, 'miss required parameter (rip)'];
  if (text === '') return [400, 20008, 'content is null!'];
  if (!/https?:\/\//.test(text)) return [400, 10017, 'text not find domain!'];
  if (length(text) > 140) return [400, 20012, 'Text too long, please input text less than 140 characters!'];
  if (store.has(text)) return [400, 20019, 'repeat content!'];
  return null;
}
