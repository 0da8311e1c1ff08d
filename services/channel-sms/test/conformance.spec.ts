import { describeChannel } from '@towncrier/channel-testkit/testing';
import type { Target } from '@towncrier/contracts';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { twin } from '../twin/twin.ts';

const { environment } = pkg.towncrier;

/** Every other one goes by the route of a street. Who has which telephone, for the twin knows nobody by name. */
const phones = new Map<string, string>(demonstration.map(({ id, secrets }) => [id, secrets.phone]));

function another(model: Target, count: number) {
  const phone = `1999991${String(count).padStart(4, '0')}`;
  phones.set(model.id, phone);
  return { facts: count % 2 === 0 ? {} : { route: 'route-lingquan' }, secrets: { phone } };
}

describeChannel(channel, twin, {
  environment,
  folder: import.meta.dirname,
  another,
  seenAs: ({ id }) => [phones.get(id) ?? ''],
  secrets: [environment.SMS_ACCESS_KEY_SECRET, environment.SMS_CALLBACK_SECRET, 'twin-secret-of-lingquan'],
});
