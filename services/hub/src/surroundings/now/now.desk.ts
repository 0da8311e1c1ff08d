import { deadLetterGroup, matrixPage, movedList, stats, type MatrixRow } from '@towncrier/contracts';
import { z } from 'zod';
import { ProblemError } from '../../http/problem.ts';
import type { Clock } from '../../ports/hub.parts.ts';
import { Recently } from '../../ports/recently.ts';
import type { KnownChannel } from '../../publications/channels/known.channel.ts';
import { rowStateTitles } from '../monitor/monitor.words.ts';
import type { MonitorClient } from '../operations/monitor.client.ts';
import { alarmsOf } from './alarms.rules.ts';
import type {
  AccountFact,
  ChannelFact,
  HandFact,
  LedgerFacts,
  PausedFact,
  Snapshot,
} from './now.snapshot.ts';
import type { NowView } from './now.view.ts';
import { tilesOf } from './tiles.rules.ts';

/** So many rows are looked through for what needs a hand. */
const mostRows = 2000;
const movedMinutes = 15;
const letters = z.object({ items: z.array(deadLetterGroup) });

export interface NowParts {
  readonly monitor: Pick<MonitorClient, 'get'>;
  readonly clock: Clock;
  readonly channels: () => Promise<readonly KnownChannel[]>;
  readonly accounts: (channels: readonly ChannelFact[]) => Promise<readonly AccountFact[]>;
  readonly paused: () => Promise<readonly PausedFact[]>;
}

/** Gathers what is in operation; what it means say the rules. */
export class NowDesk {
  private readonly views: Recently<NowView>;

  constructor(private readonly at: NowParts) {
    this.views = new Recently(at.clock);
  }

  view(): Promise<NowView> {
    return this.views.of('all', () => this.make());
  }

  private async make(): Promise<NowView> {
    const snapshot = await this.snapshot();
    const alarms = alarmsOf(snapshot);
    const moved = snapshot.ledger?.moved ?? [];
    return {
      at: snapshot.now,
      ledger: snapshot.ledger !== null,
      alarms: [...alarms],
      tiles: [...tilesOf(snapshot, alarms)],
      moved: moved.map((one) => ({ ...one, words: rowStateTitles[one.state] })),
    };
  }

  private async snapshot(): Promise<Snapshot> {
    const channels = (await this.at.channels()).map(factOf);
    const [accounts, paused, ledger] = await Promise.all([
      this.at.accounts(channels),
      this.at.paused(),
      this.ledger(),
    ]);
    return { now: this.at.clock().toISOString(), channels, accounts, paused, ledger };
  }

  /** Null when the monitor does not answer, or not in words that are understood. */
  private async ledger(): Promise<LedgerFacts | null> {
    const { monitor } = this.at;
    try {
      const [figures, hands, groups, moved] = await Promise.all([
        monitor.get('stats', stats, { span: '24h' }),
        this.hands(),
        monitor.get('dead-letters/groups', letters),
        monitor.get('stats/moved', movedList, { minutes: String(movedMinutes) }),
      ]);
      return { stats: figures, hands, letters: groups.items, moved: moved.items };
    } catch (error) {
      if (error instanceof ProblemError) return null;
      throw error;
    }
  }

  private async hands(): Promise<readonly HandFact[]> {
    const found: HandFact[] = [];
    let rows = 0;
    let after: string | undefined;
    do {
      const query = { hand: 'yes', limit: '500', ...(after === undefined ? {} : { after }) };
      const { items, cursor } = await this.at.monitor.get('matrix', matrixPage, query);
      found.push(...items.flatMap(handsIn));
      rows += items.length;
      after = rows < mostRows ? cursor : undefined;
    } while (after !== undefined);
    return found;
  }
}

const handsIn = ({ cells, releasedAt }: MatrixRow): readonly HandFact[] =>
  cells
    .filter(({ hand }) => hand)
    .map(({ channel, state, cause }) => ({ channel, state, cause: cause ?? null, releasedAt }));

const factOf = ({ id, online, doc: { announced, lastSeen } }: KnownChannel): ChannelFact => ({
  id,
  title: announced.title,
  mode: announced.mode,
  online: online && announced.ready,
  lastSeen,
  quota: announced.can.quota ?? null,
});
