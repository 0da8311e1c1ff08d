import { actedLate, type TakeFault } from '@towncrier/channel-testkit';
import { sniffImage } from '@towncrier/media';
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
  pic: z.instanceof(Uint8Array).optional(),
});

/** Posts of others between this one and whoever asks for the timeline: more than two pages. */
const crowd = 250;

/** The one write call: a form, or one in parts with a picture. */
export function mountShare(http: FastifyInstance, accounts: Accounts, fault: TakeFault, url: string): void {
  http.post('/2/statuses/share.json', async (request, reply) => {
    const asked = share.safeParse(request.body);
    if (!asked.success) return refuse(request, reply, [400, 10016, 'miss required parameter (access_token)']);
    const text = asked.data.status.trim();
    const account = accounts.byToken(asked.data.access_token);
    if (account === null) return refuse(request, reply, unknownToken);
    const { store } = account;
    const { pic } = asked.data;
    const refused = troubleOf(fault) ?? refusalOf(text, asked.data.rip, store) ?? pictureRefusal(pic);
    if (refused !== null) return refuse(request, reply, refused);
    const status = await store.post(text, pic ?? null, fault('crowd') === null ? 0 : crowd);
    await actedLate(fault);
    return asStatus({ account, status }, url);
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

/** Source: open.weibo.com/wiki/2/statuses/share, below 5 MB; codes of its list. */
function pictureRefusal(pic: Uint8Array | undefined): Refusal | null {
  if (pic === undefined) return null;
  const type = sniffImage(pic);
  if (type === null || type === 'image/webp')
    return [400, 20005, 'unsupported image type, only suport JPG, GIF, PNG!'];
  return pic.length < 5_000_000 ? null : [400, 20006, 'image size too large!'];
}
