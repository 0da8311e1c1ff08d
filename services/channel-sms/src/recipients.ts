import type { TargetReader } from '@towncrier/channel-kit';
import type { TargetState } from '@towncrier/contracts';
import { z } from 'zod';
import { isMobile, masked } from './mobile.number.ts';

/** What the register knows of a recipient beside the number. */
export const recipientFacts = z.strictObject({
  route: z
    .string()
    .trim()
    .optional()
    .meta({ title: '短信线路', description: '填线路的编号；不填则走县级主线路' }),
});

/** Somebody of a batch. `name`: as the evidence may name them, never by the number. */
export interface Recipient {
  /** Of the target; the number itself where only batches of an earlier release know it. */
  readonly id: string;
  readonly name: string;
  /** Null where nobody knows it any more. */
  readonly phone: string | null;
  /** Id of the route that the register names for it; null for the county's main one. */
  readonly route: string | null;
  /** As the register has it now; null where only batches of an earlier release know it. */
  readonly state: TargetState | null;
}

/** The same people in the order they were given, each number once. */
export interface Sorted {
  readonly reachable: readonly Recipient[];
  /** Whose number nobody knows: a person must tell them. */
  readonly numberless: readonly Recipient[];
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
    const all = await this.of([...new Set(meant)]);
    const byNumber = new Map<string, Recipient>();
    for (const one of all) if (one.phone !== null && !byNumber.has(one.phone)) byNumber.set(one.phone, one);
    return { reachable: [...byNumber.values()], numberless: all.filter(({ phone }) => phone === null) };
  }

  /** How many are in use. */
  async count(): Promise<number> {
    let count = 0;
    for await (const { state } of this.targets.active('recipient')) if (state.is === 'active') count += 1;
    return count;
  }

  private async one(held: string): Promise<Recipient> {
    const phone = await this.targets.secret(held, 'phone');
    if (phone !== null || !isMobile(held))
      return { id: held, name: held, phone, ...(await this.registered(held)) };
    const id = this.former.get(held);
    const now = id === undefined ? null : await this.targets.secret(id, 'phone');
    return id !== undefined && now === held
      ? { id, name: id, phone: held, ...(await this.registered(id)) }
      : { id: held, name: masked(held), phone: held, route: null, state: null };
  }

  private async registered(id: string): Promise<Pick<Recipient, 'route' | 'state'>> {
    const target = await this.targets.get(id);
    const route = recipientFacts.safeParse(target?.facts ?? {}).data?.route ?? null;
    return { route, state: target?.state ?? null };
  }
}
