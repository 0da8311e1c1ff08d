import { describeChannel } from '@towncrier/channel-testkit/testing';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { spareAccounts } from '../twin/spare.accounts.ts';
import { twin } from '../twin/twin.ts';

const { environment } = pkg.towncrier;

describeChannel(channel, twin, {
  environment,
  folder: import.meta.dirname,
  another: (_model, count) => spareAccounts[count % spareAccounts.length] ?? { facts: {} },
  seenAs: ({ facts }) => spareAccounts.filter((a) => a.facts.appId === facts['appId']).map((a) => a.id),
  secrets: demonstration.flatMap(({ secrets }) => Object.values(secrets)),
});
