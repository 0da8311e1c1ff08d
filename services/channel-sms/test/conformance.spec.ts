import { describeChannel } from '@towncrier/channel-testkit/testing';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { twin } from '../twin/twin.ts';

const { environment } = pkg.towncrier;

describeChannel(channel, twin, {
  environment,
  folder: import.meta.dirname,
  secrets: [environment.SMS_ACCESS_KEY_SECRET, environment.SMS_CALLBACK_SECRET],
});
