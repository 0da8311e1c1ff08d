import { defineChannel } from '@towncrier/channel-kit';
import { hashText } from '@towncrier/content';
import { collections } from './collections.ts';
import { formerTargets } from './former.recipients.ts';
import { Recipients } from './recipients.ts';
import { checkSms, renderSms, smsFragments, smsProfile } from './render/sms.text.ts';
import { ResultBook } from './result.book.ts';
import { results } from './results.ts';
import { modeOf, settings, type SmsSettings } from './settings.ts';
import { SmsAdapter, type SmsRendition } from './sms.adapter.ts';
import { SmsClient } from './sms.client.ts';
import { profileOf } from './sms.profile.ts';
import { targets } from './sms.targets.ts';

export const channel = defineChannel<SmsSettings, SmsRendition>({
  id: 'sms',
  title: '短信',
  consumes: ['edition-released.v1', 'publication-withdrawn.v1'],
  settings,
  targets,
  collections,
  can: {
    recall: 'follow-up',
    revise: 'new-post',
    receipts: 'push',
    targets: '登记的收件人',
    limits: [{ field: 'title', ...smsProfile.title }],
    quota: '同一号码同一模板 50 条/日',
    visibleWithinMs: 60_000,
    consequences: {
      correct: '短信无法修改：向收到原短信的号码再发一条更正短信，另计费。',
      withdraw: '短信无法收回：向收到原短信的号码再发一条撤回短信，另计费。',
    },
  },
  slots: { urgent: 2, normal: 2 },
  mode: modeOf,
  check: (edition, s) => checkSms(edition, profileOf(s)).map((problem) => ({ channel: 'sms', ...problem })),
  render: (edition, s) => {
    const { variable, text } = renderSms(edition, profileOf(s));
    return Promise.resolve({ variable, text, hash: hashText(text) });
  },
  preview: ({ text }) => Promise.resolve({ kind: 'text', parts: [...smsFragments(text)] }),
  adapter: async ({ settings: s, store, clock, targets: register }) => {
    const client = new SmsClient(s.SMS_API_URL, s.SMS_ACCESS_KEY_ID, s.SMS_ACCESS_KEY_SECRET, clock);
    const former = new Map((await formerTargets(store)).map(({ id, secrets }) => [secrets.phone, id]));
    const recipients = new Recipients(register, former);
    const kept = await store.collection(results);
    return new SmsAdapter(client, s, recipients, kept, new ResultBook(kept, clock));
  },
});
