import { describeChannel } from '@towncrier/channel-testkit/testing';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { twin } from '../twin/twin.ts';

describeChannel(channel, twin, {
  environment: pkg.towncrier.environment,
  folder: import.meta.dirname,
  secrets: demonstration.map(({ secrets }) => secrets.accessToken),
});
