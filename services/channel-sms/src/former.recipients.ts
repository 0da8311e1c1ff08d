import type { SeedTarget } from '@towncrier/channel-kit';
import { everyOne, type CollectionSpec, type Store } from '@towncrier/storage';
import { z } from 'zod';
import { demonstration } from './demonstration.ts';

/** A number as it was kept before recipients were targets. Nothing writes it any more. */
export const formerRecipient = z.object({
  _id: z.string().regex(/^1[3-9]\d{9}$/),
  version: z.int(),
  active: z.boolean(),
});
export type FormerRecipient = z.infer<typeof formerRecipient>;
export const formerRecipients: CollectionSpec<FormerRecipient> = {
  name: 'recipients',
  schemaVersion: 1,
  schema: formerRecipient,
  indexes: [['active']],
};

/**
 * The numbers of the time before the register, as targets: the same ones with the same ids whenever it is
 * asked. Where they live was not known, so they stand for the whole county; who wanted no more messages rests.
 */
export async function formerTargets(store: Store): Promise<readonly Former[]> {
  // All of them went by one route.
  const known = new Map(demonstration.map((target) => [target.secrets.phone, { ...target, facts: {} }]));
  const numbers = await store.collection(formerRecipients);
  const all: Former[] = [];
  for await (const { _id: phone, active } of everyOne(numbers, {}, { order: { _id: 'asc' } })) {
    const target = known.get(phone) ?? unplaced(phone, all.length + 1);
    all.push(active ? target : { ...target, state: { is: 'paused', reason: '此前已不再接收短信' } });
  }
  return all;
}

/** A recipient with the number that only the envelope holds. */
export type Former = SeedTarget & { readonly secrets: { readonly phone: string } };

const unplaced = (phone: string, n: number): Former => ({
  id: `former-${String(n).padStart(5, '0')}`,
  title: `原号码库收件人${n}`,
  kind: 'recipient',
  owner: 'kysrmzf',
  area: '532502000000',
  venue: null,
  groups: ['原号码库'],
  position: null,
  hours: null,
  takes: 'everybody',
  state: { is: 'active' },
  facts: {},
  secrets: { phone },
});
