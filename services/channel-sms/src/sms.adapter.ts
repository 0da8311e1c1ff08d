import type {
  Adapter,
  Batch,
  Context,
  Outcome,
  Posting,
  Rendition,
  Sighting,
  Trace,
  Withdrawal,
} from '@towncrier/channel-kit';
import { dateInChina, hashText } from '@towncrier/content';
import type { Collection } from '@towncrier/storage';
import type { FastifyInstance } from 'fastify';
import { activeNumbers, type Recipient, type Result } from './recipients.ts';
import { judgeReceipts } from './receipts.ts';
import { smsWithdrawal, type SmsText } from './render/sms.text.ts';
import { mountReports } from './report.routes.ts';
import type { SmsSettings } from './settings.ts';
import type { SendDetail, SmsClient } from './sms.client.ts';
import { profileOf } from './sms.profile.ts';

/** `variable` goes into the template, `text` is what the handset shows. */
export interface SmsRendition extends Rendition {
  readonly variable: string;
  readonly text: string;
}

/** How long (ms) after a call was begun the provider may have dated it. */
const lateEntryMs = 60_000;

export class SmsAdapter implements Adapter<SmsRendition> {
  constructor(
    private readonly client: SmsClient,
    private readonly settings: SmsSettings,
    private readonly recipients: Collection<Recipient>,
    private readonly results: Collection<Result>,
    private readonly clock: () => Date,
  ) {}

  async batches(): Promise<readonly Batch[]> {
    const numbers: string[] = [];
    for await (const number of activeNumbers(this.recipients)) numbers.push(number);
    return chunks(numbers, this.settings.SMS_BATCH);
  }

  /** Everybody to whom a message of this publication was handed over, and nobody else. */
  withdrawalBatches(reached: readonly string[]): readonly Batch[] {
    return chunks(reached, this.settings.SMS_BATCH);
  }

  publish(rendition: SmsRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    return this.hand(rendition.variable, ctx);
  }

  withdraw(_posting: Posting, withdrawal: Withdrawal, ctx: Context): Promise<Outcome> {
    return this.hand(this.takenBack(withdrawal).variable, ctx);
  }

  observe(trace: Trace<null>, rendition: SmsRendition | null, ctx: Context): Promise<Sighting> {
    return this.look(trace, rendition?.text ?? '', ctx);
  }

  observeWithdrawal(
    _posting: Posting,
    withdrawal: Withdrawal,
    trace: Trace<null>,
    ctx: Context,
  ): Promise<Sighting> {
    return this.look(trace, this.takenBack(withdrawal).text, ctx);
  }

  async probe(): Promise<{ ok: boolean; words: string }> {
    const count = await this.recipients.count({ active: true });
    return count === 0
      ? { ok: false, words: '没有收件人：请设置 SMS_RECIPIENTS_FILE 并重启' }
      : { ok: true, words: `${count} 个收件人` };
  }

  serve(http: FastifyInstance, kit: { sighted(key: string): void }): void {
    mountReports(http, {
      secret: this.settings.SMS_CALLBACK_SECRET,
      results: this.results,
      sighted: kit.sighted,
    });
  }

  private takenBack(withdrawal: Withdrawal): SmsText {
    return smsWithdrawal(withdrawal, profileOf(this.settings));
  }

  private async hand(variable: string, ctx: Context): Promise<Outcome> {
    if (ctx.batch.targets.length === 0) return { kind: 'done', reference: `${ctx.idempotencyKey}|` };
    const { SMS_SIGN_NAME, SMS_TEMPLATE_CODE } = this.settings;
    const receipt = await this.client.send(
      ctx.batch.targets,
      SMS_SIGN_NAME,
      SMS_TEMPLATE_CODE,
      variable,
      ctx.idempotencyKey,
      ctx.signal,
    );
    return { kind: 'done', reference: `${ctx.idempotencyKey}|${receipt}` };
  }

  /**
   * The provider's own record of the first number proves what was sent; the stored results say to how many it
   * came.
   */
  private async look(trace: Trace<null>, text: string, ctx: Context): Promise<Sighting> {
    const [first] = ctx.batch.targets;
    if (first === undefined)
      return {
        kind: 'present',
        reference: trace.reference ?? trace.idempotencyKey,
        hash: hashText(text),
        detail: '没有收件人',
        parts: { shown: 0, of: 0, exceptions: [] },
      };
    const sent = await this.record(first, trace, ctx);
    if (sent === null) return { kind: 'gone', detail: '短信平台没有这批短信的记录' };
    const reference = trace.reference ?? `${trace.idempotencyKey}|`;
    await this.submitted(trace.idempotencyKey, reference, ctx.batch.targets);
    const counts = {
      delivered: await this.results.count({ call: trace.idempotencyKey, state: 'delivered' }),
      failed: await this.results.count({ call: trace.idempotencyKey, state: 'failed' }),
    };
    const verdict = judgeReceipts({
      ...counts,
      total: ctx.batch.targets.length,
      startedAt: ctx.startedAt,
      now: this.clock().toISOString(),
    });
    const parts = { shown: counts.delivered, of: ctx.batch.targets.length, exceptions: [] };
    if (!verdict.enough) return { kind: 'unclear', detail: verdict.words, parts };
    return { kind: 'present', reference, hash: hashText(sent.content), detail: verdict.words, parts };
  }

  /** A call begun just before midnight may be recorded under either day. */
  private async record(phone: string, trace: Trace<null>, ctx: Context): Promise<SendDetail | null> {
    const receipt = trace.reference?.split('|')[1] ?? '';
    const began = Date.parse(ctx.startedAt);
    const days = new Set(
      [began, began + lateEntryMs].map((at) => dateInChina(new Date(at).toISOString()).replaceAll('-', '')),
    );
    for (const day of days) {
      for await (const sent of this.client.details(phone, day, receipt === '' ? null : receipt, ctx.signal))
        if (sent.outId === trace.idempotencyKey) return sent;
    }
    return null;
  }

  /** One stored result per recipient; a report that came first is kept. */
  private async submitted(call: string, reference: string, phones: readonly string[]): Promise<void> {
    const at = this.clock().toISOString();
    const receipt = reference.split('|')[1] ?? '';
    await Promise.all(
      phones.map((phone) =>
        this.results.insert({
          _id: `${call}|${phone}`,
          delivery: deliveryOf(call),
          call,
          phone,
          state: 'submitted',
          receipt,
          code: '',
          at,
        }),
      ),
    );
  }
}

/** `delivery#batch|receipt` → `delivery` */
const deliveryOf = (reference: string): string => (reference.split('|')[0] ?? '').split('#')[0] ?? '';

function chunks(numbers: readonly string[], size: number): Batch[] {
  return Array.from({ length: Math.ceil(numbers.length / size) }, (_, number) => ({
    number,
    targets: numbers.slice(number * size, (number + 1) * size),
  }));
}
