import { defineChannel } from '@towncrier/channel-kit';
import { checkSms, hashText, renderSms } from '@towncrier/content';
import { recipients, results, stock } from './recipients.ts';
import { settings, type SmsSettings } from './settings.ts';
import { SmsAdapter, type SmsRendition } from './sms.adapter.ts';
import { SmsClient } from './sms.client.ts';
import { messageText } from './sms.texts.ts';

const mode = ({ SMS_API_URL }: SmsSettings): 'twin' | 'live' => (new URL(SMS_API_URL).hostname.endsWith('aliyuncs.com') ? 'live' : 'twin');
const profile = (s: SmsSettings) => ({ signature: s.SMS_SIGN_NAME, ending: s.SMS_TEMPLATE_ENDING });

export const channel = defineChannel<SmsSettings, SmsRendition>({
  id: 'sms',
  title: '短信',
  consumes: ['edition-released.v1', 'publication-withdrawn.v1'],
  settings,
  can: {
    recall: 'follow-up',
    revise: 'new-post',
    receipts: 'push',
    targets: '收件人号码库',
    limits: [{ field: 'title', max: 150, unit: 'characters', source: 'Dysmsapi: 500 characters in all, three fragments of 67 by the county’s rule' }],
    quota: '同一号码同一模板 50 条/日',
    visibleWithinMs: 60_000,
    consequences: {
      correct: '短信无法修改：向收到原短信的号码再发一条更正短信，另计费。',
      withdraw: '短信无法收回：向收到原短信的号码再发一条撤回短信，另计费。',
    },
  },
  slots: { urgent: 2, normal: 2 },
  mode,
  check: (edition, s) => checkSms(edition, profile(s)).map((problem) => ({ channel: 'sms', ...problem })),
  render: (edition, s) => {
    const { variable } = renderSms(edition, profile(s));
    const text = messageText(variable, s);
    return Promise.resolve({ variable, text, hash: hashText(text) });
  },
  preview: ({ text }) => Promise.resolve({ kind: 'text', parts: fragments(text) }),
  adapter: async ({ settings: s, store, clock }) => {
    const numbers = await store.collection(recipients);
    await stock(numbers, s.SMS_RECIPIENTS_FILE, mode(s) === 'twin');
    const client = new SmsClient(s.SMS_API_URL, s.SMS_ACCESS_KEY_ID, s.SMS_ACCESS_KEY_SECRET, clock);
    return new SmsAdapter(client, s, numbers, await store.collection(results), clock);
  },
});

/** As billed: one of 70 UTF-16 units, or parts of 67. */
function fragments(text: string): string[] {
  if (text.length <= 70) return [text];
  return Array.from({ length: Math.ceil(text.length / 67) }, (_, i) => text.slice(i * 67, (i + 1) * 67));
}
