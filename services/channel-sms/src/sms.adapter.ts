import {
  OperatorNeeded,
  type Adapter,
  type Batch,
  type Context,
  type Health,
  type Outcome,
  type Posting,
  type Sighting,
  type Trace,
  type Withdrawal,
} from '@towncrier/channel-kit';
import { hashText } from '@towncrier/content';
import type { Collection } from '@towncrier/storage';
import type { FastifyInstance } from 'fastify';
import type { BatchPlan } from './batch.plan.ts';
import type { Recipients } from './recipients.ts';
import { mountReports } from './report.routes.ts';
import type { ResultBook } from './result.book.ts';
import type { Result } from './results.ts';
import { formOfRoute, type Route } from './route.ts';
import type { Routes } from './routes.ts';
import type { SentRecord } from './sent.record.ts';
import type { SmsSettings } from './settings.ts';
import { takenBackBy, type SmsRendition } from './sms.rendition.ts';
import type { Approved } from './way.decide.ts';
import { served } from './served.ts';
import { numbersOf, type WayOut } from './way.out.ts';

export interface SmsParts {
  readonly settings: SmsSettings;
  readonly recipients: Recipients;
  readonly routes: Routes;
  readonly plan: BatchPlan;
  readonly out: WayOut;
  readonly sent: SentRecord;
  readonly results: Collection<Result>;
  readonly book: ResultBook;
}

/** What goes out: whose text is approved already, and the variable for a route. */
interface Message {
  readonly what: 'notice' | 'end';
  readonly approved: Approved;
  /** Whether who has no open route hears it over the county's main one. */
  readonly fallsBack: boolean;
  variable(route: Route): string;
}

const formsOf = ({ texts }: SmsRendition): ReadonlySet<string> => new Set(texts.map(({ form }) => form));

export class SmsAdapter implements Adapter<SmsRendition> {
  constructor(private readonly parts: SmsParts) {}

  /** Everybody whom it is meant for, and who got an earlier edition, each number once, each batch by one route. */
  batches(
    rendition: SmsRendition,
    { meant, previous }: Pick<Context, 'previous'> & { readonly meant: readonly string[] },
  ): Promise<readonly Batch[]> {
    return this.parts.plan.of(meant, { approved: formsOf(rendition), fallsBack: previous !== null });
  }

  /** Everybody who may have a message of this publication: whoever is known to have got none is told nothing. */
  async withdrawalBatches(reached: readonly string[], calls: readonly string[]): Promise<readonly Batch[]> {
    const { recipients, book, plan } = this.parts;
    const without = await book.without(calls);
    const all = await recipients.of(reached);
    const told = all.filter(({ id, phone }) => !without.has(phone ?? id));
    return plan.of(
      told.map(({ id }) => id),
      { approved: null, fallsBack: true },
    );
  }

  publish(rendition: SmsRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    const texts = new Map(rendition.texts.map(({ form, variable }) => [form, variable]));
    return this.hand(ctx, {
      what: 'notice',
      approved: formsOf(rendition),
      fallsBack: ctx.previous !== null,
      variable: (route) => texts.get(formOfRoute(route)) ?? '',
    });
  }

  withdraw(_posting: Posting, withdrawal: Withdrawal, ctx: Context): Promise<Outcome> {
    return this.hand(ctx, {
      what: 'end',
      approved: null,
      fallsBack: true,
      variable: (route) => takenBackBy(route, withdrawal),
    });
  }

  observe(trace: Trace<null>, rendition: SmsRendition | null, ctx: Context): Promise<Sighting> {
    return this.look(trace, rendition, ctx);
  }

  observeWithdrawal(
    _posting: Posting,
    _withdrawal: Withdrawal,
    trace: Trace<null>,
    ctx: Context,
  ): Promise<Sighting> {
    return this.look(trace, null, ctx);
  }

  async probe(): Promise<Health> {
    const [recipients, routes] = [await this.parts.recipients.count(), await this.parts.routes.count()];
    if (recipients === 0) return { ok: false, words: '终端登记簿里没有在用的收件人，请登记或导入' };
    if (routes === 0) return { ok: false, words: '终端登记簿里没有在用的短信线路，请登记或启用' };
    return { ok: true, words: `${recipients} 位收件人，${routes} 条线路` };
  }

  serve(http: FastifyInstance, kit: { sighted(key: string): void }): void {
    mountReports(http, {
      secret: this.parts.settings.SMS_CALLBACK_SECRET,
      results: this.parts.results,
      sighted: kit.sighted,
    });
  }

  private async hand(ctx: Context, message: Message): Promise<Outcome> {
    const { recipients, routes, out, book } = this.parts;
    if (ctx.batch.targets.length === 0) return { kind: 'done', reference: `${ctx.idempotencyKey}|` };
    const { open: people, closed } = await served(await recipients.of(ctx.batch.targets), {
      what: message.what,
      history: book.history(earlierThan(ctx)),
    });
    if (people.length === 0)
      throw new OperatorNeeded(`${closed.length} 位收件人未发送：${closed[0]?.words ?? ''}`);
    await book.leftOut(ctx.idempotencyKey, closed);
    const numbers = numbersOf(people);
    const route = await out.of(ctx.batch, people, message);
    const client = await routes.client(route);
    const receipt = await client.send(
      numbers,
      route,
      message.variable(route),
      ctx.idempotencyKey,
      ctx.signal,
    );
    return { kind: 'done', reference: `${ctx.idempotencyKey}|${receipt}` };
  }

  /**
   * The provider's own record of the first number proves what was sent; the stored results say to how many it
   * came.
   */
  private async look(trace: Trace<null>, rendition: SmsRendition | null, ctx: Context): Promise<Sighting> {
    const { recipients, book, sent: record } = this.parts;
    const batch = await recipients.of(ctx.batch.targets);
    if (batch.length === 0)
      return {
        kind: 'present',
        reference: trace.reference ?? trace.idempotencyKey,
        hash: rendition?.hash ?? '',
        detail: '没有收件人',
        parts: { shown: 0, of: 0, exceptions: [] },
      };
    const sent = await record.of(trace, await book.handedTo(trace.idempotencyKey, batch), ctx);
    if (sent === null) return { kind: 'gone', detail: '短信平台没有这批短信的记录' };
    const reference = trace.reference ?? `${trace.idempotencyKey}|`;
    const receipt = reference.split('|')[1] ?? '';
    const submitted = { call: trace.idempotencyKey, receipt, startedAt: ctx.startedAt };
    await book.submitted(submitted, batch);
    const { enough, words: detail, parts } = await book.reported(submitted, batch);
    if (!enough) return { kind: 'unclear', detail, parts };
    return { kind: 'present', reference, hash: hashOf(sent.content, rendition), detail, parts };
  }
}

/** Any text that was approved stands for the whole that was. */
const hashOf = (content: string, rendition: SmsRendition | null): string =>
  rendition !== null && rendition.texts.some(({ text }) => text === content)
    ? rendition.hash
    : hashText(content);

/** The editions that were sent before this call. */
const earlierThan = ({ idempotencyKey, previous }: Context) => ({
  publication: idempotencyKey.split(':')[0] ?? '',
  editions: previous?.edition ?? 0,
});
