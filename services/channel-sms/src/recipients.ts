import type { TargetReader } from '@towncrier/channel-kit';
import { isMobile, masked } from './mobile.number.ts';

/** Somebody of a batch. `name`: as the evidence may name them, never by the number. */
export interface Recipient {
  /** Of the target; the number itself where only batches of an earlier release know it. */
  readonly id: string;
  readonly name: string;
  /** Null where nobody knows it any more. */
  readonly phone: string | null;
}

/** The same people in the order they were given, each number once. */
export interface Sorted {
  readonly reachable: readonly string[];
  /** Whose number nobody knows: a person must tell them. */
  readonly numberless: readonly string[];
}

/** So many are asked for at a time. */
const chunk = 500;

/** From what a batch holds to the people it is for. */
export class Recipients {
  constructor(
    private readonly targets: TargetReader,
    /** Ids under which the register took over the numbers of an earlier release. */
    private readonly former: ReadonlyMap<string, string>,
  ) {}

  /** In the order of the batch. */
  async of(batch: readonly string[]): Promise<readonly Recipient[]> {
    const all: Recipient[] = [];
    for (let from = 0; from < batch.length; from += chunk) {
      const some = batch.slice(from, from + chunk).map((held) => this.one(held));
      all.push(...(await Promise.all(some)));
    }
    return all;
  }

  /** Ids to be stored in batches from now on. */
  async sorted(meant: readonly string[]): Promise<Sorted> {
    const all = await this.of(meant);
    const byNumber = new Map<string, string>();
    for (const { id, phone } of all) if (phone !== null && !byNumber.has(phone)) byNumber.set(phone, id);
    const numberless = all.filter(({ phone }) => phone === null).map(({ id }) => id);
    return { reachable: [...byNumber.values()], numberless: [...new Set(numberless)] };
  }

  /** How many are in use. */
  async count(): Promise<number> {
    let count = 0;
    for await (const { state } of this.targets.active()) if (state.is === 'active') count += 1;
    return count;
  }

  private async one(held: string): Promise<Recipient> {
    const phone = await this.targets.secret(held, 'phone');
    if (phone !== null || !isMobile(held)) return { id: held, name: held, phone };
    const id = this.former.get(held);
    const now = id === undefined ? null : await this.targets.secret(id, 'phone');
    return id !== undefined && now === held
      ? { id, name: id, phone: held }
      : { id: held, name: masked(held), phone: held };
  }
}
