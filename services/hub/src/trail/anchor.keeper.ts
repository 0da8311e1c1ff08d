import { createPublicKey, sign, type KeyObject } from 'node:crypto';
import { dateInChina } from '@towncrier/content';
import { everyOne, type Collection } from '@towncrier/storage';
import { schedule, type ScheduledTask } from 'node-cron';
import type { Clock, HubLog } from '../ports/hub.parts.ts';
import { anchored, handedOut, shortOf } from './anchor.ts';
import { anchorKeyIn } from './anchor.key.ts';
import type { AnchorPlace } from './anchor.places.ts';
import { AuditChain, idOf } from './audit.chain.ts';
import { anchorOf, type AnchorDoc } from './audit.documents.ts';
import { anchoredEvery } from './audit.verify.ts';

interface KeeperParts {
  readonly dataDir: string;
  readonly places: readonly AnchorPlace[];
  readonly clock: Clock;
  readonly log: HubLog;
}

/**
 * Signs the head of the chain every ten minutes in which it grew, and every hundred rows, whichever replica comes
 * first, and hands it to where the house cannot write. What could not be handed out waits, and goes in order.
 */
export class AnchorKeeper {
  private task: ScheduledTask | null = null;
  private turn: Promise<void> = Promise.resolve();

  private constructor(
    private readonly anchors: Collection<AnchorDoc>,
    private readonly chain: AuditChain,
    private readonly key: KeyObject,
    private readonly parts: KeeperParts,
  ) {}

  static async open(
    anchors: Collection<AnchorDoc>,
    chain: AuditChain,
    parts: KeeperParts,
  ): Promise<AnchorKeeper> {
    const keeper = new AnchorKeeper(anchors, chain, await anchorKeyIn(parts.dataDir), parts);
    chain.whenGrown((sequence) => {
      if (sequence % anchoredEvery === 0) keeper.kick();
    });
    return keeper;
  }

  /**
   * PEM, to be kept where the county keeps its seals: whoever has it can check an export without this house.
   */
  get publicKey(): string {
    return createPublicKey(this.key).export({ type: 'spki', format: 'pem' }).toString();
  }

  start(): void {
    this.task = schedule('*/10 * * * *', () => this.kick(), { noOverlap: true });
    this.kick();
  }

  async stop(): Promise<void> {
    await this.task?.destroy();
    await this.turn;
  }

  /** One after the other; a round that fails is said and made again with the next. */
  kick(): void {
    this.turn = this.turn
      .then(() => this.anchor())
      .catch((error: unknown) => {
        this.parts.log.error({ error: String(error) }, 'an audit anchor was not kept or not handed out');
      });
  }

  /** The twelve characters that people write down; null before the first row. */
  async latest(): Promise<string | null> {
    const { items } = await this.anchors.find(
      { sequence: { gt: 0 } },
      { order: { sequence: 'desc' }, limit: 1 },
    );
    return items[0] === undefined ? null : shortOf(items[0]);
  }

  /** Anchors the head, unless it is, then hands out what waits. */
  async anchor(): Promise<void> {
    const head = await this.chain.head();
    if (head.sequence > 0 && (await this.anchors.get(idOf(head.sequence))) === null) {
      const now = this.parts.clock();
      const facts = { date: dateInChina(now), ...head, at: now.toISOString() };
      const signature = sign(null, anchored(facts), this.key).toString('base64');
      const missing = this.parts.places.map((p) => p.name);
      await this.anchors.insert({
        _id: idOf(head.sequence),
        ...facts,
        signature,
        missing,
        waitsSince: missing.length === 0 ? null : facts.at,
      });
    }
    await this.handOut();
  }

  private async handOut(): Promise<void> {
    const faults: unknown[] = [];
    const silent = new Set<string>();
    const waiting = everyOne(
      this.anchors,
      { waitsSince: { gt: '' } },
      { order: { waitsSince: 'asc' }, limit: 100 },
    );
    for await (const doc of waiting)
      for (const place of this.parts.places.filter((p) => doc.missing.includes(p.name))) {
        if (silent.has(place.name)) continue;
        try {
          await place.hand(handedOut(anchorOf(doc), this.publicKey));
          await this.handed(doc._id, place.name);
        } catch (error) {
          silent.add(place.name);
          faults.push(error);
        }
      }
    if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join('; '));
  }

  private async handed(id: string, name: string): Promise<void> {
    await this.anchors.change(id, (doc) => {
      if (doc === null) return null;
      const missing = doc.missing.filter((one) => one !== name);
      return { ...doc, missing, waitsSince: missing.length === 0 ? null : doc.waitsSince };
    });
  }
}
