import { defineChannel } from '@towncrier/channel-kit';
import { hashText } from '@towncrier/content';
import { collections } from './collections.ts';
import { recipients, results, stock } from './recipients.ts';
import { checkSms, renderSms, smsFragments, smsProfile } from './render/sms.text.ts';
import { settings, type SmsSettings } from './settings.ts';
import { SmsAdapter, type SmsRendition } from './sms.adapter.ts';
import { SmsClient } from './sms.client.ts';
import { profileOf } from './sms.profile.ts';

const mode = ({ SMS_API_URL }: SmsSettings): 'twin' | 'live' =>
  new URL(SMS_API_URL).hostname.endsWith('aliyuncs.com') ? 'live' : 'twin';

export const channel = defineChannel<SmsSettings, SmsRendition>({
  id: 'sms',
  title: '短信',
  consumes: ['edition-released.v1', 'publication-withdrawn.v1'],
  settings,
  collections,
  can: {
    recall: 'follow-up',
    revise: 'new-post',
    receipts: 'push',
    targets: '收件人号码库',
    limits: [{ field: 'title', ...smsProfile.title }],
    quota: '同一号码同一模板 50 条/日',
    visibleWithinMs: 60_000,
    consequences: {
      correct: '短信无法修改：向收到原短信的号码再发一条更正短信，另计费。',
      withdraw: '短信无法收回：向收到原短信的号码再发一条撤回短信，另计费。',
    },
  },
  slots: { urgent: 2, normal: 2 },
  mode,
  check: (edition, s) => checkSms(edition, profileOf(s)).map((problem) => ({ channel: 'sms', ...problem })),
  render: (edition, s) => {
    const { variable, text } = renderSms(edition, profileOf(s));
    return Promise.resolve({ variable, text, hash: hashText(text) });
  },
  preview: ({ text }) => Promise.resolve({ kind: 'text', parts: [...smsFragments(text)] }),
  adapter: async ({ settings: s, store, clock }) => {
    const numbers = await store.collection(recipients);
    await stock(numbers, s.SMS_RECIPIENTS_FILE, mode(s) === 'twin');
    const client = new SmsClient(s.SMS_API_URL, s.SMS_ACCESS_KEY_ID, s.SMS_ACCESS_KEY_SECRET, clock);
    return new SmsAdapter(client, s, numbers, await store.collection(results), clock);
  },
});
