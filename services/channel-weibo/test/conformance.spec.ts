import { describeChannel } from '@towncrier/channel-testkit/testing';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { weiboError, weiboErrors } from '../src/weibo.errors.ts';
import { twin } from '../twin/twin.ts';

describeChannel(channel, twin, {
  environment: pkg.towncrier.environment,
  secrets: [pkg.towncrier.environment.WEIBO_ACCESS_TOKEN],
  recorded: Object.keys(weiboErrors).map((code) => ({
    name: code,
    error: weiboError(Number(code), 'recorded', new Date()),
  })),
});
