import { defineChannel } from '@towncrier/channel-kit';
import { BatchPlan } from './batch.plan.ts';
import { collections } from './collections.ts';
import { formerTargets } from './former.recipients.ts';
import { Recipients } from './recipients.ts';
import { ownText, smsProfile } from './render/sms.text.ts';
import { ResultBook } from './result.book.ts';
import { results } from './results.ts';
import { formerRoute, formOfRoute, routeOf } from './route.ts';
import { Routes } from './routes.ts';
import { estimateOf, sendingCostOf } from './sms.estimate.ts';
import { SentRecord } from './sent.record.ts';
import { modeOf, settings, type SmsSettings } from './settings.ts';
import { SmsAdapter } from './sms.adapter.ts';
import { SmsClient } from './sms.client.ts';
import {
  checkForms,
  notesOf,
  previewForms,
  readingsOf,
  renderForms,
  type SmsRendition,
} from './sms.rendition.ts';
import { targets } from './sms.targets.ts';
import { WayOut } from './way.out.ts';

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
    targets: '登记的收件人，经县级或本单位的短信线路',
    limits: [{ field: 'title', ...smsProfile.title, shortened: true }],
    ownWords: [
      { part: ownText.part, title: '短信正文', limit: `连同签名和网址不超过 ${smsProfile.fragments.max} 条` },
    ],
    quota: '同一号码同一模板 50 条/日',
    visibleWithinMs: 60_000,
    consequences: {
      correct: '短信无法修改：向收到原短信的号码再发一条更正短信，另计费。',
      withdraw: '短信无法收回：向收到原短信的号码再发一条撤回短信，另计费。到期失效的不另发。',
    },
  },
  wordsOnly: true,
  slots: { urgent: 2, normal: 2 },
  mode: modeOf,
  formOf: (target) => (target.kind === 'route' ? formOfRoute(routeOf(target)) : null),
  formerForms: [formOfRoute(formerRoute)],
  check: (edition, _settings, forms = []) => checkForms(edition, forms),
  render: (edition, _settings, forms = []) => Promise.resolve(renderForms(edition, forms)),
  readings: readingsOf,
  parts: ({ told }) => ({ [ownText.part]: told }),
  notes: notesOf,
  estimate: (rendition, at) => estimateOf(rendition, at),
  cost: (rendition, at) => sendingCostOf(rendition, at),
  preview: (rendition) => Promise.resolve(previewForms(rendition)),
  adapter: async ({ settings: s, store, clock, targets: register }) => {
    const usual = { keyId: s.SMS_ACCESS_KEY_ID, keySecret: s.SMS_ACCESS_KEY_SECRET };
    const routes = new Routes(register, usual, (by) => new SmsClient(s.SMS_API_URL, by, clock));
    const former = new Map((await formerTargets(store)).map(({ id, secrets }) => [secrets.phone, id]));
    const recipients = new Recipients(register, former);
    const kept = await store.collection(results);
    return new SmsAdapter({
      settings: s,
      recipients,
      routes,
      plan: new BatchPlan(recipients, routes, s.SMS_BATCH),
      out: new WayOut(routes),
      sent: new SentRecord(routes),
      results: kept,
      book: new ResultBook(kept, clock),
    });
  },
});
