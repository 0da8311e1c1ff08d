import { setTimeout as sleep } from 'node:timers/promises';
import { defineTwin, type Shown, type TakeFault } from '@towncrier/channel-testkit';
import type { FastifyInstance } from 'fastify';
import { signedBy } from './acs3.request.ts';
import { answer } from './answers.ts';
import { MessageStore, type Message } from './message.store.ts';
import { ReportSender } from './report.sender.ts';
import { send } from './send.ts';
import { sendDetails } from './send.details.ts';
import { handsetsWall } from './wall.ts';

/**
 * The provider: checks signatures, numbers and variables, sends the same message twice when asked twice,
 * reports late.
 */
export const twin = defineTwin({
  id: 'sms',
  title: '短信',
  faults: ['busy', 'hang-after-accept', 'refuse', 'slow', 'deny', 'crowd'],
  start: async (http, at, fault) => {
    const store = await MessageStore.open(at.data);
    const reports = new ReportSender(store, at.channelUrl);
    mountGateway(http, store, reports, fault);
    for (const waiting of store.unreported()) void reports.report(waiting);

    return {
      shown: () => Promise.resolve(store.all.filter(({ delivered }) => delivered).map(shown)),
      clear: () => store.clear(),
      wall: () => handsetsWall(store.all),
      close: () => {
        reports.close();
        return Promise.resolve();
      },
    };
  },
});

/** One door for all actions; which one is asked for stands in a header. */
function mountGateway(
  http: FastifyInstance,
  store: MessageStore,
  reports: ReportSender,
  fault: TakeFault,
): void {
  http.post('/', async (request, reply) => {
    const by = fault('deny') === null ? signedBy(request) : null;
    if (by === null)
      return reply
        .code(400)
        .send(answer('SignatureDoesNotMatch', 'Specified signature is not matched with our calculation.'));
    const query = new URLSearchParams(request.url.split('?')[1] ?? '');
    const slow = fault('slow');
    const done =
      request.headers['x-acs-action'] === 'SendSms'
        ? await send(query, by, store, fault, (batch) => void reports.report(batch))
        : sendDetails(query, by.keyId, store);
    if (slow !== null) await sleep(slow.ms, undefined, { ref: false });
    return done;
  });
}

const shown = (m: Message): Shown => ({
  id: m.id,
  about: m.outId.split(':')[0] ?? null,
  target: m.phone,
  text: m.text,
  visible: true,
  at: m.at,
});
