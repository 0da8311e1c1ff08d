import type {
  Adapter,
  Context,
  Health,
  Outcome,
  Posting,
  Rendition,
  Sighting,
  Trace,
  Withdrawal,
} from '../channel.ts';
import { FarEndBusy } from '../errors.ts';
import type { Ways } from '../thread.standing.ts';

/** How the far end takes a call that changes something, and whether we hear of it. */
export type Luck = 'done' | 'pending' | 'busy' | 'acts-unheard' | 'lost' | 'dies-before' | 'dies-after';
/** How it takes a look. */
export type Sight = 'clear' | 'unclear' | 'down';

export interface Post {
  readonly reference: string;
  readonly target: string;
  edition: number;
  /** It tells that the warning is lifted. */
  readonly lifts: boolean;
  hash: string;
  /** Looks after which the public sees it. */
  hiddenFor: number;
  visible: boolean;
}

/** What fate has in store, one entry per call; afterwards all goes well. */
export interface Fate {
  readonly lucks: Luck[];
  readonly sights: Sight[];
  /** Before each verb: whatever else happens in the world just then. */
  meanwhile(): Promise<void>;
  die(): void;
}

/** A far end that keeps what it was told, in one of the three ways the house knows. */
export class FarEndModel implements Adapter<Rendition> {
  readonly posts: Post[] = [];
  /** Targets that were told of the withdrawal, once per message. */
  readonly told: string[] = [];
  /** Targets that had nothing to read when a warning was taken down there. */
  readonly bare: string[] = [];
  /** Irreversible calls that it may have heard, by what they were for. */
  readonly heard = new Map<string, number>();

  constructor(
    private readonly can: Ways,
    private readonly fate: Fate,
  ) {}

  async publish(rendition: Rendition, _prepared: null, ctx: Context): Promise<Outcome> {
    const edition = Number(ctx.idempotencyKey.split(':')[1]);
    const lifts = ctx.idempotencyKey.includes(':withdraw');
    const target = ctx.target?.id ?? '';
    return this.act(`show ${lifts ? 'lifting' : edition} ${target}`, (luck) => {
      const known = this.can.revise === 'in-place' ? this.posts.find((p) => p.target === target) : undefined;
      if (known !== undefined)
        return Object.assign(known, { edition, hash: rendition.hash, visible: true }).reference;
      const reference = `post-${this.posts.length}`;
      const hiddenFor = luck === 'pending' ? 2 : 0;
      this.posts.push({ reference, target, edition, lifts, hash: rendition.hash, hiddenFor, visible: true });
      return reference;
    });
  }

  async observe(trace: Trace<null>, rendition: Rendition | null, ctx: Context): Promise<Sighting> {
    const blind = await this.look();
    if (blind !== null) return blind;
    const target = ctx.target?.id ?? '';
    const found = this.posts.find(
      (p) =>
        p.visible &&
        (trace.reference === null
          ? p.target === target && p.hash === rendition?.hash
          : p.reference === trace.reference),
    );
    if (found === undefined) return { kind: 'gone' };
    if (found.hiddenFor > 0) {
      found.hiddenFor -= 1;
      return { kind: 'unclear' };
    }
    const { reference, hash } = found;
    return rendition === null || hash === rendition.hash
      ? { kind: 'present', reference, hash }
      : { kind: 'different', reference, hash };
  }

  async withdraw(posting: Posting, _withdrawal: Withdrawal | null, ctx: Context): Promise<Outcome> {
    const target = ctx.target?.id ?? '';
    const tells = this.can.recall === 'follow-up';
    return this.act(tells ? `tell ${target}` : `erase ${posting.reference} ${target}`, () => {
      if (tells) this.told.push(target);
      const there = this.posts.filter((p) =>
        this.can.revise === 'in-place' ? p.target === target : p.reference === posting.reference,
      );
      const reads = this.posts.some((p) => p.lifts && p.target === target && p.visible && p.hiddenFor === 0);
      if (!reads) this.bare.push(target);
      if (!tells) for (const post of there) post.visible = false;
      return posting.reference;
    });
  }

  async observeWithdrawal(
    posting: Posting,
    _w: Withdrawal,
    _t: Trace<null>,
    ctx: Context,
  ): Promise<Sighting> {
    const blind = await this.look();
    if (blind !== null) return blind;
    const target = ctx.target?.id ?? '';
    const done =
      this.can.recall === 'follow-up'
        ? this.told.includes(target)
        : !this.posts.some((p) => p.visible && this.isAbout(p, posting, target));
    return done ? { kind: 'present', reference: posting.reference, hash: '' } : { kind: 'gone' };
  }

  probe(): Promise<Health> {
    return Promise.resolve({ ok: true, words: '' });
  }

  private isAbout(post: Post, posting: Posting, target: string): boolean {
    return this.can.revise === 'in-place' ? post.target === target : post.reference === posting.reference;
  }

  private async act(what: string, change: (luck: Luck) => string): Promise<Outcome> {
    await this.fate.meanwhile();
    const luck = this.fate.lucks.shift() ?? 'done';
    if (luck === 'busy') throw new FarEndBusy('对方繁忙');
    this.heard.set(what, (this.heard.get(what) ?? 0) + 1);
    if (luck === 'dies-before') this.fate.die();
    if (luck === 'dies-before' || luck === 'lost') throw new Error('no answer');
    const reference = change(luck);
    if (luck === 'dies-after') this.fate.die();
    if (luck === 'dies-after' || luck === 'acts-unheard') throw new Error('no answer');
    return { kind: luck === 'pending' ? 'pending' : 'done', reference };
  }

  private async look(): Promise<Sighting | null> {
    await this.fate.meanwhile();
    const sight = this.fate.sights.shift() ?? 'clear';
    if (sight === 'down') throw new Error('no answer');
    return sight === 'unclear' ? { kind: 'unclear' } : null;
  }
}
