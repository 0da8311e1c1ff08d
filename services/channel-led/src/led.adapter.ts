import {
  deliveryOfCall,
  type Adapter,
  type Context,
  type Health,
  type Outcome,
  type Posting,
  type Sighting,
  type Surroundings,
  type Trace,
  type Withdrawal,
} from '@towncrier/channel-kit';
import type { FastifyInstance } from 'fastify';
import type { Entry } from './led.documents.ts';
import { hashOf, renderWithdrawal, type LedRendition } from './led.rendition.ts';
import { mountPlayerPage } from './player.page.ts';
import { mountPlayerApi } from './player.routes.ts';
import type { PlaylistSigner } from './playlist.signer.ts';
import type { ScreenStore } from './screen.store.ts';
import { ScreenTurn, type Screen } from './screen.turn.ts';
import { ScreenWitness } from './screen.witness.ts';
import type { LedSettings } from './settings.ts';
import { showUntil } from './show.period.ts';
import { ToldTogether } from './told.together.ts';

const deafAfterMs = 300_000;
/** So long (ms) acknowledgements of one notice are taken together. */
const togetherMs = 250;

/**
 * The far end comes to us: publishing is a change of the playlist, and it counts when every screen that it is
 * for said that it shows it.
 */
export class LedAdapter implements Adapter<LedRendition> {
  private readonly turn: ScreenTurn;
  private readonly witness: ScreenWitness;

  constructor(
    private readonly at: Pick<Surroundings<LedSettings>, 'settings' | 'clock' | 'targets'>,
    private readonly screens: ScreenStore,
    private readonly signer: PlaylistSigner,
  ) {
    this.turn = new ScreenTurn(screens, at.targets);
    this.witness = new ScreenWitness(screens, this.turn, at.clock);
  }

  async publish(rendition: LedRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    const { publication, edition, title, hash, forms } = rendition;
    const now = this.at.clock();
    const of = deliveryOfCall(ctx.idempotencyKey);
    const meant = await this.at.targets.meant(of);
    await this.screens.show({
      _id: publication,
      edition,
      kind: 'notice',
      title,
      key: ctx.idempotencyKey,
      urgent: ctx.lane === 'urgent',
      hash,
      of,
      also: ctx.batch.targets.filter((id) => !meant.has(id)),
      forms,
      from: ctx.releasedAt,
      to: showUntil(rendition.until, ctx.releasedAt, this.at.settings.LED_SHOW_DAYS),
      changedAt: now.toISOString(),
    });
    await this.screens.sweep(now);
    return { kind: 'pending', reference: publication };
  }

  async observe(_trace: Trace<null>, rendition: LedRendition | null): Promise<Sighting> {
    if (rendition === null) return { kind: 'unclear', detail: '撤回由屏幕回执核实' };
    const entry = await this.screens.entry(rendition.publication);
    if (entry === null || entry.edition < rendition.edition)
      return { kind: 'gone', detail: '播放单里没有这一版' };
    if (entry.kind === 'withdrawal' || entry.edition > rendition.edition)
      return { kind: 'different', hash: entry.hash, reference: entry._id, detail: '播放单里已是后来的内容' };
    return this.sightingOf(entry);
  }

  async withdraw(posting: Posting, withdrawal: Withdrawal, ctx: Context): Promise<Outcome> {
    const told = await this.toBeTold(withdrawal.publication);
    // what has run out makes room; nobody on the street needs to hear of it
    const drawn = withdrawal.act === 'expire' ? [] : [...new Set(told.map(({ form }) => form))].sort();
    const forms = await renderWithdrawal(withdrawal, drawn);
    const now = this.at.clock();
    await this.screens.show({
      _id: withdrawal.publication,
      edition: withdrawal.edition,
      kind: 'withdrawal',
      title: withdrawal.title,
      key: ctx.idempotencyKey,
      urgent: ctx.lane === 'urgent',
      hash: hashOf(forms),
      of: null,
      also: told.map(({ id }) => id),
      forms,
      from: withdrawal.withdrawnAt,
      changedAt: now.toISOString(),
      to: new Date(now.getTime() + this.at.settings.LED_WITHDRAWAL_MINUTES * 60_000).toISOString(),
    });
    return { kind: 'pending', reference: posting.reference };
  }

  /**
   * A screen has obeyed when it showed the withdrawal, or when it said later that the notice is no longer in
   * its turn.
   */
  async observeWithdrawal(posting: Posting, withdrawal: Withdrawal): Promise<Sighting> {
    const entry = await this.screens.entry(withdrawal.publication);
    if (entry === null || entry.kind !== 'withdrawal') return { kind: 'gone', detail: '播放单里仍是原内容' };
    const { of, left } = await this.witness.disobeying(entry);
    const parts = await this.witness.parts({ shown: of - left.length, of }, left, []);
    if (left.length > 0) {
      const names = await this.witness.named(left);
      return { kind: 'unclear', detail: `等待 ${left.length} 块屏撤下：${names}`, parts };
    }
    const detail = of === 0 ? '没有屏播出过' : '所有屏已撤下原内容';
    return { kind: 'present', reference: posting.reference, hash: entry.hash, detail, parts };
  }

  async probe(): Promise<Health> {
    const beats = await this.screens.beatsBy();
    const since = new Date(this.at.clock().getTime() - deafAfterMs).toISOString();
    const inUse = (await this.turn.all()).filter(({ state }) => state.is === 'active');
    const late = inUse.filter(({ id }) => (beats.get(id) ?? '') < since);
    return late.length === 0
      ? { ok: true, words: `${inUse.length} 块屏在线` }
      : { ok: false, words: `${late.length} 块屏五分钟没有消息：${titles(late)}` };
  }

  serve(http: FastifyInstance, kit: { sighted(key: string): void }): void {
    const { settings, clock } = this.at;
    const acknowledged = new ToldTogether((key) => kit.sighted(key), togetherMs);
    http.addHook('onClose', () => acknowledged.close());
    mountPlayerApi(http, {
      settings,
      clock,
      screens: this.screens,
      turn: this.turn,
      signer: this.signer,
      sighted: (key) => acknowledged.of(key),
    });
    mountPlayerPage(http, this.turn);
  }

  private async sightingOf(entry: Entry): Promise<Sighting> {
    const seen = await this.witness.shown(entry);
    const { shown, of, waiting, unfit, hash } = seen;
    const parts = await this.witness.parts(seen, waiting, unfit);
    const words = `${shown}/${of} 块屏已核验并播出`;
    if (waiting.length > 0)
      return { kind: 'unclear', detail: `${words}，等待${await this.witness.named(waiting)}`, parts };
    if (shown === 0) return { kind: 'unclear', detail: `${words}，没有可以展示这一版的屏`, parts };
    return hash === entry.hash
      ? { kind: 'present', reference: entry._id, hash, detail: words, parts }
      : { kind: 'different', reference: entry._id, hash, detail: '屏幕上的页面与批准稿不一致' };
  }

  /** Whoever may show something of it: those it is for, and those that said so. Without a memory, all in use. */
  private async toBeTold(publication: string): Promise<readonly Screen[]> {
    const entry = await this.screens.entry(publication);
    const meant =
      entry === null ? (await this.turn.all()).map(({ id }) => id) : await this.turn.audience(entry);
    const acknowledged = await this.screens.acknowledged(publication);
    return this.turn.some([...meant, ...acknowledged.keys()]);
  }
}

const titles = (screens: readonly Screen[]): string =>
  screens
    .slice(0, 5)
    .map((s) => s.title)
    .join('、') + (screens.length > 5 ? '等' : '');
