import { describeChannel } from '@towncrier/channel-testkit/testing';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { demonstration } from '../src/demonstration.ts';
import { twin } from '../twin/twin.ts';

const { environment } = pkg.towncrier;

describeChannel(channel, twin, {
  environment,
  folder: import.meta.dirname,
  secrets: demonstration.flatMap(({ secrets }) => Object.values(secrets)),
});
