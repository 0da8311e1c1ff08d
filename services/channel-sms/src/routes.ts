import { OperatorNeeded, type TargetReader } from '@towncrier/channel-kit';
import type { Target } from '@towncrier/contracts';
import { mainRoutes, routeOf, type Route } from './route.ts';
import type { Account, SmsClient } from './sms.client.ts';
import type { RouteBook } from './way.decide.ts';

/** The county's own routes of a register, and what goes by these ids. */
export async function bookOf(targets: TargetReader, ids: Iterable<string>): Promise<RouteBook> {
  const main: Target[] = [];
  for await (const target of targets.living('route'))
    if (target.groups.includes(mainRoutes)) main.push(target);
  const byId = new Map<string, Target>();
  for await (const target of targets.some([...new Set(ids)])) byId.set(target.id, target);
  return { main, get: (id) => byId.get(id) ?? null };
}

/** The routes of the register, and the account behind each. */
export class Routes {
  private readonly connections = new Map<string, SmsClient>();

  constructor(
    private readonly targets: TargetReader,
    /** For routes without one of their own. */
    private readonly usual: Account,
    private readonly connect: (account: Account) => SmsClient,
  ) {}

  /** The county's own ones, and what goes by these ids. */
  book(ids: Iterable<string>): Promise<RouteBook> {
    return bookOf(this.targets, ids);
  }

  /** @throws OperatorNeeded when the key of its own account is not known */
  async client(route: Route): Promise<SmsClient> {
    const account = await this.accountOf(route);
    if (account === null)
      throw new OperatorNeeded(
        `短信线路“${route.title}”填了账号编号而没有账号密钥，请在终端登记簿补上后重试`,
      );
    return this.connected(account);
  }

  /**
   * One for each account by which any of these routes sends, in their order, the usual one last.
   * @throws OperatorNeeded as `client`: what an account sent cannot be looked up without its key
   */
  async clients(ids: readonly string[]): Promise<readonly SmsClient[]> {
    const found = new Set<SmsClient>();
    for await (const target of this.targets.some(ids))
      if (target.kind === 'route') found.add(await this.client(routeOf(target)));
    return [...found.add(this.connected(this.usual))];
  }

  async count(): Promise<number> {
    let count = 0;
    for await (const { state } of this.targets.active('route')) if (state.is === 'active') count += 1;
    return count;
  }

  private async accountOf({ id, accessKeyId }: Route): Promise<Account | null> {
    if (accessKeyId === undefined) return this.usual;
    const keySecret = await this.targets.secret(id, 'accessKeySecret');
    return keySecret === null ? null : { keyId: accessKeyId, keySecret };
  }

  private connected(account: Account): SmsClient {
    const key = JSON.stringify(account);
    const known = this.connections.get(key);
    if (known !== undefined) return known;
    const fresh = this.connect(account);
    this.connections.set(key, fresh);
    return fresh;
  }
}
