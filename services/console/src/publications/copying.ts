import { answerOf, hub } from '../api/hub.client.ts';
import type { Publication } from '../api/hub.types.ts';
import { Refused } from '../api/refused.ts';
import type { Copy } from '../unsaved/copy.ts';
import { dropCopies, keepCopy } from '../unsaved/copy.store.ts';
import { Keeper } from '../unsaved/keeper.ts';
import { nameOfItsOwn } from '../unsaved/roll.call.ts';
import { asForm, beginningOf, isSame, type Beginning, type Filled } from './filled.ts';

/** How long (ms) after a change the browser, and the hub, are given it: within three seconds with what that takes. */
const browserMs = 800;
const hubMs = 1500;
/** How long (ms) until the hub is tried again, and until an answer is no longer waited for. */
const againMs = 10_000;
const patienceMs = 20_000;

/** What is being written, by whom and for what. */
export interface Subject {
  readonly key: string;
  readonly person: string;
  readonly subject: string;
  /** Where the hub keeps it; null for what is no publication yet. */
  readonly at: { readonly id: string; readonly purpose: 'edit' | 'correct'; readonly tab: string } | null;
}

/** Where what is written stands besides on the page, as the writer is told. */
export interface Kept {
  /** Instant (ISO 8601, UTC); null while nothing had to be kept. */
  readonly browser: string | null;
  readonly hub: string | null;
  /** Why the browser or the hub keeps nothing. */
  readonly trouble: string | null;
}
export const nothingKept: Kept = { browser: null, hub: null, trouble: null };

interface Moment {
  readonly form: Filled;
  readonly beginning: Beginning;
}

/** Keeps what is written and not saved, in the browser and at the hub, as long as the page is open. */
export class Copying {
  /** Names this page to the hub: what it hands in a second time is the same draft. */
  readonly attempt = nameOfItsOwn();
  #latest: Moment | null = null;
  #isOver = false;
  #atHub = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  #kept = nothingKept;
  readonly #browser = new Keeper<Moment>(browserMs, (moment) => this.#keepHere(moment));
  readonly #hub = new Keeper<Moment>(hubMs, (moment) => this.#keepAtHub(moment));

  constructor(
    private readonly of: Subject,
    /** `holder`: somebody else has the draft open by now. */
    private readonly tell: (kept: Kept, isLocked: boolean) => void,
  ) {}

  change(form: Filled, beginning: Beginning): void {
    this.#latest = { form, beginning };
    if (this.#isOver) return;
    this.#browser.change(this.#latest);
    if (this.of.at !== null) this.#hub.change(this.#latest);
  }

  readonly isUnsaved = (): boolean => !this.#isOver && this.#latest !== null && differs(this.#latest);

  /** Before the text is handed in: a copy that comes after it would be offered as if it had not been. */
  async pause(): Promise<Filled | null> {
    clearTimeout(this.#again);
    await this.#hub.hush();
    return this.#latest?.form ?? null;
  }

  /** The text was refused. */
  resume(): void {
    if (this.#latest !== null && this.of.at !== null) this.#hub.change(this.#latest);
  }

  /** What was handed in is saved as this; what was written since is kept for the next time. */
  async saved(handed: Filled | null, as: Publication): Promise<void> {
    const latest = this.#latest;
    this.#isOver = true;
    await this.#browser.hush();
    if (latest === null || handed === null || isSame(latest.form, handed)) return dropped([this.of.key]);
    const next = { ...beginningOf(as), base: handed };
    await keepCopy({ ...this.#copyOf({ form: latest.form, beginning: next }), subject: `edit/${as.id}` });
  }

  /** Keeps what stands on the page under a name of its own: something else takes its place. Null when it is saved. */
  async aside(): Promise<Copy<Filled> | null> {
    if (this.#latest === null || !this.isUnsaved()) return null;
    const { person, subject } = this.of;
    const copy = { ...this.#copyOf(this.#latest), key: `${person}/${subject}/${nameOfItsOwn()}` };
    await keepCopy(copy).catch(() => undefined);
    return copy;
  }

  /** The page goes; its text stays where it is kept. */
  readonly close = (): void => {
    clearTimeout(this.#again);
    void this.#browser.flush();
    void this.#hub.hush();
  };

  /** All that the browser has not got yet. */
  readonly flush = (): Promise<void> => this.#browser.flush();

  async #keepHere(moment: Moment): Promise<void> {
    if (!differs(moment)) return dropped([this.of.key]);
    const copy = this.#copyOf(moment);
    await keepCopy(copy).then(
      () => this.#say({ browser: copy.at, trouble: null }),
      () => this.#say({ trouble: '本机没有地方暂存这份文字，请尽快保存' }),
    );
  }

  async #keepAtHub(moment: Moment): Promise<void> {
    const { at } = this.of;
    const { from, base } = moment.beginning;
    if (at === null || from === null) return;
    const params = { path: { id: at.id } };
    const signal = AbortSignal.timeout(patienceMs);
    try {
      if (differs(moment)) {
        const body = { purpose: at.purpose, tab: at.tab, from, form: asForm(base, moment.form) };
        const call = hub.PUT('/api/v1/publications/{id}/working-copy', { params, body, signal });
        const { savedAt, holder } = await answerOf(call);
        this.#atHub = true;
        this.#say({ hub: savedAt, trouble: null }, holder !== null);
      } else if (this.#atHub) {
        await answerOf(hub.DELETE('/api/v1/publications/{id}/working-copy', { params, signal }));
        this.#atHub = false;
      }
    } catch (error) {
      this.#failed(moment, error);
    }
  }

  #failed(moment: Moment, error: unknown): void {
    const refused = error instanceof Refused ? error.problem : null;
    this.#say({ trouble: `没有暂存到服务器：${wordsOf(error)}` }, refused?.code === 'locked');
    if (refused === null || refused.status === 0 || refused.status >= 500)
      this.#again = setTimeout(() => this.#hub.change(this.#latest ?? moment), againMs);
  }

  #copyOf({ form, beginning: { from, base } }: Moment): Copy<Filled> {
    const { key, person, subject } = this.of;
    return { key, person, subject, at: new Date().toISOString(), from, base, form };
  }

  #say(more: Partial<Kept>, isLocked = false): void {
    this.#kept = { ...this.#kept, ...more };
    this.tell(this.#kept, isLocked);
  }
}

const differs = ({ form, beginning }: Moment): boolean => !isSame(form, beginning.base);
const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
/** A browser that keeps nothing has nothing to drop. */
const dropped = (keys: readonly string[]): Promise<void> => dropCopies(keys).catch(() => undefined);
