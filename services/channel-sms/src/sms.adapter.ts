import {
  OperatorNeeded,
  type Adapter,
  type Batch,
  type Context,
  type Health,
  type Outcome,
  type Posting,
  type Rendition,
  type Sighting,
  type Trace,
  type Withdrawal,
} from '@towncrier/channel-kit';
import { dateInChina, hashText } from '@towncrier/content';
import type { Collection } from '@towncrier/storage';
import type { FastifyInstance } from 'fastify';
import type { Recipient, Recipients } from './recipients.ts';
import { smsWithdrawal, type SmsText } from './render/sms.text.ts';
import { mountReports } from './report.routes.ts';
import type { ResultBook } from './result.book.ts';
import type { Result } from './results.ts';
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
    private readonly recipients: Recipients,
    private readonly results: Collection<Result>,
    private readonly book: ResultBook,
  ) {}

  /** Everybody whom it is meant for, and who got an earlier edition, each number once. */
  batches(
    _rendition: SmsRendition,
    { meant }: { readonly meant: readonly string[] },
  ): Promise<readonly Batch[]> {
    return this.batchesFor(meant);
  }

  /** Everybody to whom a message of this publication was handed over, and nobody else. */
  withdrawalBatches(reached: readonly string[]): Promise<readonly Batch[]> {
    return this.batchesFor(reached);
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

  async probe(): Promise<Health> {
    const count = await this.recipients.count();
    return count === 0
      ? { ok: false, words: '终端登记簿里没有在用的收件人，请登记或导入' }
      : { ok: true, words: `${count} 位收件人` };
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

  /** Those whose number nobody knows are a batch of their own, which keeps nobody else waiting. */
  private async batchesFor(meant: readonly string[]): Promise<readonly Batch[]> {
    const { reachable, numberless } = await this.recipients.sorted(meant);
    const { SMS_BATCH } = this.settings;
    return [...chunks(reachable, SMS_BATCH), ...chunks(numberless, SMS_BATCH)].map((targets, number) => ({
      number,
      targets,
    }));
  }

  private async hand(variable: string, ctx: Context): Promise<Outcome> {
    if (ctx.batch.targets.length === 0) return { kind: 'done', reference: `${ctx.idempotencyKey}|` };
    const { SMS_SIGN_NAME, SMS_TEMPLATE_CODE } = this.settings;
    const receipt = await this.client.send(
      numbersOf(await this.recipients.of(ctx.batch.targets)),
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
    const batch = await this.recipients.of(ctx.batch.targets);
    const [first] = batch;
    if (first === undefined)
      return {
        kind: 'present',
        reference: trace.reference ?? trace.idempotencyKey,
        hash: hashText(text),
        detail: '没有收件人',
        parts: { shown: 0, of: 0, exceptions: [] },
      };
    const sent = await this.record(numbersOf(batch)[0] ?? '', trace, ctx);
    if (sent === null) return { kind: 'gone', detail: '短信平台没有这批短信的记录' };
    const reference = trace.reference ?? `${trace.idempotencyKey}|`;
    const receipt = reference.split('|')[1] ?? '';
    const submitted = { call: trace.idempotencyKey, receipt, startedAt: ctx.startedAt };
    await this.book.submitted(submitted, batch);
    const { enough, words: detail, parts } = await this.book.reported(submitted, batch);
    if (!enough) return { kind: 'unclear', detail, parts };
    return { kind: 'present', reference, hash: hashText(sent.content), detail, parts };
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
}

const chunks = (ids: readonly string[], size: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, n) => ids.slice(n * size, (n + 1) * size));

/**
 * @throws OperatorNeeded when one has none; nobody of the batch is sent anything then
 */
function numbersOf(batch: readonly Recipient[]): readonly string[] {
  const without = batch.filter(({ phone }) => phone === null);
  if (without.length > 0) {
    const named = without.slice(0, 3).map(({ name }) => name);
    throw new OperatorNeeded(
      `${without.length} 位收件人没有手机号码（${named.join('、')}${without.length > 3 ? ' 等' : ''}），请在终端登记簿补上后重试，或人工告知`,
    );
  }
  return batch.flatMap(({ phone }) => (phone === null ? [] : [phone]));
}
