import type {
  Adapter,
  Context,
  Health,
  Outcome,
  Posting,
  Sighting,
  Surroundings,
  Trace,
  Withdrawal,
} from '@towncrier/channel-kit';
import type { FastifyInstance } from 'fastify';
import type { Entry } from './led.documents.ts';
import { hashOf, pagesHash, renderWithdrawal, type LedRendition } from './led.rendition.ts';
import { mountPlayerApi } from './player.routes.ts';
import { mountPlayerPage } from './player.page.ts';
import type { PlaylistSigner } from './playlist.signer.ts';
import type { ScreenStore } from './screen.store.ts';
import type { LedSettings, Screen } from './settings.ts';
import { showUntil } from './show.period.ts';

const deafAfterMs = 300_000;

/**
 * The far end comes to us: publishing is a change of the playlist, and it counts when every screen said that
 * it shows it.
 */
export class LedAdapter implements Adapter<LedRendition> {
  constructor(
    private readonly at: Pick<Surroundings<LedSettings>, 'settings' | 'clock' | 'log'>,
    private readonly screens: ScreenStore,
    private readonly signer: PlaylistSigner,
  ) {}

  async publish(rendition: LedRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    const { publication, edition, title, hash, screens } = rendition;
    const now = this.at.clock();
    await this.screens.show({
      _id: publication,
      edition,
      kind: 'notice',
      title,
      key: ctx.idempotencyKey,
      urgent: ctx.lane === 'urgent',
      hash,
      screens,
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
    const { shown, missing } = await this.shownBy(entry);
    if (missing.length > 0)
      return { kind: 'unclear', detail: `等待${missing.length}块屏确认：${names(missing)}` };
    const hash = pagesHash(shown);
    const detail = `${shown.length}块屏已核验并播出`;
    return hash === rendition.hash
      ? { kind: 'present', reference: entry._id, hash, detail }
      : { kind: 'different', reference: entry._id, hash, detail: '屏幕上的页面与批准稿不一致' };
  }

  async withdraw(posting: Posting, withdrawal: Withdrawal, ctx: Context): Promise<Outcome> {
    const screens = await renderWithdrawal(withdrawal, this.at.settings.SCREENS);
    const now = this.at.clock();
    await this.screens.show({
      _id: withdrawal.publication,
      edition: withdrawal.edition,
      kind: 'withdrawal',
      title: withdrawal.title,
      key: ctx.idempotencyKey,
      urgent: ctx.lane === 'urgent',
      hash: hashOf(screens),
      screens,
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
    const { missing } = await this.shownBy(entry);
    const disobeying: Screen[] = [];
    for (const screen of missing) {
      const beat = await this.screens.lastBeat(screen.id);
      const cleared =
        beat !== null &&
        beat.at > entry.changedAt &&
        !beat.items.some((item) => item.notice === entry._id && item.kind === 'notice');
      if (!cleared) disobeying.push(screen);
    }
    if (disobeying.length > 0)
      return { kind: 'unclear', detail: `等待${disobeying.length}块屏撤下：${names(disobeying)}` };
    return { kind: 'present', reference: posting.reference, hash: entry.hash, detail: '所有屏已撤下原内容' };
  }

  async probe(): Promise<Health> {
    const late: Screen[] = [];
    const since = new Date(this.at.clock().getTime() - deafAfterMs).toISOString();
    for (const screen of this.at.settings.SCREENS) {
      const beat = await this.screens.lastBeat(screen.id);
      if (beat === null || beat.at < since) late.push(screen);
    }
    return late.length === 0
      ? { ok: true, words: `${this.at.settings.SCREENS.length}块屏在线` }
      : { ok: false, words: `${late.length}块屏五分钟没有消息：${names(late)}` };
  }

  serve(http: FastifyInstance, kit: { sighted(key: string): void }): void {
    const { settings, clock } = this.at;
    mountPlayerApi(http, {
      settings,
      clock,
      screens: this.screens,
      signer: this.signer,
      sighted: (key) => kit.sighted(key),
    });
    mountPlayerPage(http, settings.SCREENS);
  }

  /** Only screens that still exist count. */
  private async shownBy(
    entry: Entry,
  ): Promise<{ shown: { screen: string; pages: readonly string[] }[]; missing: Screen[] }> {
    const acks = await this.screens.acknowledged(entry._id);
    const shown: { screen: string; pages: readonly string[] }[] = [];
    const missing: Screen[] = [];
    for (const screen of this.at.settings.SCREENS) {
      if (!entry.screens.some((s) => s.screen === screen.id)) continue;
      const ack = acks.find(
        (a) => a.screen === screen.id && a.edition === entry.edition && a.kind === entry.kind,
      );
      if (ack === undefined) missing.push(screen);
      else shown.push({ screen: screen.id, pages: ack.pages });
    }
    return { shown, missing };
  }
}

const names = (screens: readonly Screen[]): string =>
  screens
    .slice(0, 5)
    .map((s) => s.title)
    .join('、') + (screens.length > 5 ? '等' : '');
