import { describeChannel } from '@towncrier/channel-testkit/testing';
import pkg from '../package.json' with { type: 'json' };
import { channel } from '../src/channel.ts';
import { wechatError, wechatErrors } from '../src/wechat.errors.ts';
import { twin } from '../twin/twin.ts';

const { environment } = pkg.towncrier;

describeChannel(channel, twin, {
  environment,
  secrets: [environment.WECHAT_APP_SECRET],
  recorded: Object.keys(wechatErrors).map((code) => ({
    name: code,
    error: wechatError(Number(code), 'recorded', new Date()),
  })),
});
