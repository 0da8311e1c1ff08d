import type { RegisteredTarget, TargetKind } from '@towncrier/contracts';
import { ProblemError } from '../../http/problem.ts';
import type { RegisterClient } from '../targets/register.client.ts';
import type { AccountFact, ChannelFact } from './now.snapshot.ts';

/** A register is asked again after this time (ms); accounts change seldom. */
const freshMs = 30_000;
/** A county has some dozens of accounts. */
const most = 500;

interface Known {
  readonly at: number;
  readonly accounts: readonly AccountFact[];
}

/** The accounts that take notices, of all registers. One that does not answer counts as it was last known. */
export class AccountsDesk {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly registers: Pick<RegisterClient, 'ask'>,
    private readonly nameOf: () => Promise<(code: string) => string>,
    private readonly clock: () => Date,
  ) {}

  async of(channels: readonly Pick<ChannelFact, 'id' | 'online'>[]): Promise<readonly AccountFact[]> {
    return (await Promise.all(channels.map((channel) => this.ofChannel(channel)))).flat();
  }

  private async ofChannel({
    id,
    online,
  }: Pick<ChannelFact, 'id' | 'online'>): Promise<readonly AccountFact[]> {
    const now = this.clock().getTime();
    const known = this.known.get(id);
    if (known !== undefined && (!online || now - known.at < freshMs)) return known.accounts;
    if (!online) return [];
    try {
      const accounts = await this.ask(id);
      this.known.set(id, { at: now, accounts });
      return accounts;
    } catch (error) {
      if (error instanceof ProblemError) return known?.accounts ?? [];
      throw error;
    }
  }

  private async ask(channel: string): Promise<readonly AccountFact[]> {
    const { kinds } = await this.registers.ask(channel, { ask: 'kinds' });
    const nameOf = await this.nameOf();
    const found = await Promise.all(
      kinds.filter(({ choice }) => choice === 'owner').map((kind) => this.ofKind(channel, kind, nameOf)),
    );
    return found.flat();
  }

  private async ofKind(
    channel: string,
    kind: TargetKind,
    nameOf: (code: string) => string,
  ): Promise<readonly AccountFact[]> {
    const { items } = await this.registers.ask(channel, {
      ask: 'list',
      where: { kind: kind.id },
      limit: most,
    });
    return items
      .filter(({ state }) => state.is !== 'retired')
      .map((target) => accountOf(channel, target, nameOf(target.owner), expiringOf(kind)));
  }
}

/** Facts that a kind declares to run out: in its schema they are marked `expires`. */
function expiringOf({ facts }: TargetKind): ReadonlyMap<string, string> {
  const { properties } = facts as { readonly properties?: Readonly<Record<string, unknown>> };
  return new Map(
    Object.entries(properties ?? {}).flatMap(([name, schema]) => {
      const { expires, title } = schema as { readonly expires?: unknown; readonly title?: unknown };
      return expires === true ? [[name, typeof title === 'string' ? title : name] as const] : [];
    }),
  );
}

const accountOf = (
  channel: string,
  { id, title, state, changedAt, facts }: RegisteredTarget,
  owner: string,
  expiring: ReadonlyMap<string, string>,
): AccountFact => ({
  ...{ channel, id, title, owner },
  active: state.is === 'active',
  since: changedAt,
  expiries: [...expiring].flatMap(([name, what]) => {
    const on = facts[name];
    return typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? [{ what, on }] : [];
  }),
});
