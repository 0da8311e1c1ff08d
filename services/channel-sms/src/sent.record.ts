import type { Context, Trace } from '@towncrier/channel-kit';
import { dateInChina } from '@towncrier/content';
import type { Recipient } from './recipients.ts';
import type { Routes } from './routes.ts';
import type { SendDetail, SmsClient } from './sms.client.ts';
import { numbersOf, waysOf } from './way.out.ts';

/** How long (ms) after a call was begun the provider may have dated it. */
const lateEntryMs = 60_000;

/** What the provider remembers of a call, by the key that we gave it. */
export class SentRecord {
  constructor(private readonly routes: Routes) {}

  /**
   * Every account is asked by which the batch may have gone.
   * @throws OperatorNeeded when the number of one of the batch, or the key of an account, is not known
   */
  async of(trace: Trace<null>, batch: readonly Recipient[], ctx: Context): Promise<SendDetail | null> {
    const phone = numbersOf(batch)[0] ?? '';
    const ids = waysOf(ctx.batch.via, batch).filter((id) => id !== null);
    const { main } = await this.routes.book([]);
    for (const client of await this.routes.clients([...ids, ...main.map(({ id }) => id)])) {
      const found = await this.search(client, phone, trace, ctx);
      if (found !== null) return found;
    }
    return null;
  }

  /** A call begun just before midnight may be recorded under either day. */
  private async search(
    client: SmsClient,
    phone: string,
    trace: Trace<null>,
    ctx: Context,
  ): Promise<SendDetail | null> {
    const receipt = trace.reference?.split('|')[1] ?? '';
    const began = Date.parse(ctx.startedAt);
    const days = new Set(
      [began, began + lateEntryMs].map((at) => dateInChina(new Date(at).toISOString()).replaceAll('-', '')),
    );
    for (const day of days) {
      for await (const sent of client.details(phone, day, receipt === '' ? null : receipt, ctx.signal))
        if (sent.outId === trace.idempotencyKey) return sent;
    }
    return null;
  }
}
