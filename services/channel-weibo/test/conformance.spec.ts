import { describeChannel } from '@towncrier/channel-testkit/testing';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { spareAccounts } from '../twin/spare.accounts.ts';
import { twin } from '../twin/twin.ts';

describeChannel(channel, twin, {
  environment: pkg.towncrier.environment,
  folder: import.meta.dirname,
  another: (_model, count) => spareAccounts[count % spareAccounts.length] ?? { facts: {} },
  seenAs: ({ facts }) => spareAccounts.filter((a) => a.facts.uid === facts['uid']).map((a) => a.id),
  secrets: demonstration.map(({ secrets }) => secrets.accessToken),
});
