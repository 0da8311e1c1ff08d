import { deliveryId } from '@towncrier/contracts';
import { ChannelError, type Adapter, type Context, type Rendition } from '@towncrier/channel-kit';
import type { AnyLab } from './channel.lab.ts';
import { sampleEdition } from './editions.ts';
import type { RecordedAnswer } from './recorded.answer.ts';

/** What a channel's own client and adapter make of a recorded answer. */
export type Heard = Readonly<Record<string, unknown>> &
  (
    | { readonly error: string }
    | { readonly outcome: string }
    | { readonly sighting: string }
    | { readonly prepared: unknown }
  );

/**
 * Carries one verb of a fresh adapter to the point where the recorded answer comes, over HTTP. It happens at
 * noon (UTC) of the day it was recorded.
 * @throws whatever is none of the six errors, and when an exchange was not asked for
 */
export async function hear(lab: AnyLab, recorded: RecordedAnswer): Promise<Heard> {
  const now = `${recorded.date}T12:00:00.000Z`;
  await lab.twin.clear();
  const fresh = await lab.freshAdapter(() => new Date(now));
  try {
    const heard = await new RecordedCall(lab, fresh.adapter, now).until(recorded);
    const unasked = lab.player.stop().map(({ asked }) => `${asked.method} ${asked.path}`);
    if (unasked.length > 0)
      throw new Error(`nobody asked for ${unasked.join(', ')}: ${JSON.stringify(heard)}`);
    return heard;
  } finally {
    lab.player.stop();
    await fresh.close();
  }
}

const edition = sampleEdition();

class RecordedCall {
  private readonly key: string;

  constructor(
    private readonly lab: AnyLab,
    private readonly adapter: Adapter<Rendition, unknown>,
    private readonly now: string,
  ) {
    this.key = deliveryId(edition.publication, edition.edition, lab.channel.id, 'publish');
  }

  async until(recorded: RecordedAnswer): Promise<Heard> {
    try {
      return await this.verb(recorded);
    } catch (error) {
      if (error instanceof ChannelError) return { ...error, error: error.name };
      throw error;
    }
  }

  private async verb({ during, exchange }: RecordedAnswer): Promise<Heard> {
    const begins = (verb: typeof during): void => {
      if (verb === during) this.lab.player.play(exchange);
    };
    const rendition = await this.lab.render(edition);
    const ctx = await this.context(rendition);

    begins('prepare');
    const prepared = (await this.adapter.prepare?.(rendition, ctx)) ?? null;
    if (during === 'prepare') return { prepared };

    begins('search');
    if (during === 'search') return this.look(null, prepared, rendition, ctx);

    begins('publish');
    const { kind: outcome, ...posted } = await this.adapter.publish(rendition, prepared, ctx);
    if (during === 'publish') return { ...posted, outcome };

    begins('observe');
    if (during === 'observe') return this.look(posted.reference, prepared, rendition, ctx);

    const reference = await this.stands(posted.reference, prepared, rendition, ctx);
    begins('withdraw');
    const { kind, ...after } = await this.takeBack(reference, rendition.hash, ctx);
    return { ...after, outcome: kind };
  }

  /** What is taken back was seen before: by then the far end has said its own name for it. */
  private async stands(
    reference: string,
    prepared: unknown,
    rendition: Rendition,
    ctx: Context,
  ): Promise<string> {
    const trace = { idempotencyKey: this.key, prepared, reference, hint: null };
    return this.lab.until(async () => {
      const seen = await this.adapter.observe(trace, rendition, ctx);
      if (seen.kind === 'present') return seen.reference;
      return seen.kind === 'unclear' && this.lab.channel.can.revise === 'in-place' && reference;
    });
  }

  private async look(
    reference: string | null,
    prepared: unknown,
    rendition: Rendition,
    ctx: Context,
  ): Promise<Heard> {
    const trace = { idempotencyKey: this.key, prepared, reference, hint: null };
    const { kind: sighting, ...seen } = await this.adapter.observe(trace, rendition, ctx);
    return { ...seen, sighting };
  }

  private takeBack(reference: string, hash: string, ctx: Context) {
    const { publication, links, content } = edition;
    const withdrawal = {
      publication,
      edition: edition.edition,
      title: content.title,
      reason: '检修时间有变',
      links,
      withdrawnAt: this.now,
    };
    return this.adapter.withdraw(
      { key: this.key, edition: edition.edition, reference, hash },
      withdrawal,
      ctx,
    );
  }

  private async context(rendition: Rendition): Promise<Context> {
    const { key: idempotencyKey, now: releasedAt } = this;
    const parts = await this.adapter.batches?.(rendition, {
      idempotencyKey,
      releasedAt,
      previous: null,
      meant: this.lab.first().map(({ id }) => id),
    });
    return {
      idempotencyKey,
      lane: 'normal',
      signal: AbortSignal.timeout(5000),
      batch: parts?.[0] ?? { number: 0, targets: [] },
      previous: null,
      target: null,
      releasedAt,
      corrects: undefined,
      startedAt: releasedAt,
    };
  }
}
