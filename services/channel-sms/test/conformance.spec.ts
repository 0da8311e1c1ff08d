import { describeChannel } from '@towncrier/channel-testkit/testing';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { smsError, smsErrors } from '../src/sms.errors.ts';
import { twin } from '../twin/twin.ts';

const { environment } = pkg.towncrier;

describeChannel(channel, twin, {
  environment,
  secrets: [environment.SMS_ACCESS_KEY_SECRET, environment.SMS_CALLBACK_SECRET],
  recorded: Object.keys(smsErrors).map((code) => ({
    name: code,
    error: smsError(code, 'recorded', new Date()),
  })),
});
