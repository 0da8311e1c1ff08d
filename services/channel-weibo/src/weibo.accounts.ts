import { mainAccounts, OperatorNeeded, type TargetReader } from '@towncrier/channel-kit';
import type { Target } from '@towncrier/contracts';
import type { WeiboSettings } from './settings.ts';
import { WeiboClient } from './weibo.client.ts';

/**
 * The accounts of the register as they can be called. The token is read for each call, so that a new one holds
 * from the next call on and none is kept.
 */
export class WeiboAccounts {
  constructor(
    private readonly settings: Pick<WeiboSettings, 'WEIBO_API_URL' | 'WEIBO_RIP'>,
    private readonly targets: TargetReader,
    private readonly clock: () => Date,
  ) {}

  /**
   * @param target null for calls of the time when there was one account: the county's main account
   * @throws OperatorNeeded when the register does not say enough to call it
   */
  async at(target: Target | null): Promise<WeiboClient> {
    const { id, title } = target ?? (await this.main());
    const token = await this.targets.secret(id, 'accessToken');
    if (token === null) throw new OperatorNeeded(`微博账号“${title}”缺少授权令牌，请在终端登记簿补上`);
    const { WEIBO_API_URL, WEIBO_RIP } = this.settings;
    return new WeiboClient(WEIBO_API_URL, token, WEIBO_RIP, this.clock);
  }

  active(): AsyncIterable<Target> {
    return this.targets.active();
  }

  private async main(): Promise<Target> {
    for await (const target of this.targets.active()) if (target.groups.includes(mainAccounts)) return target;
    throw new OperatorNeeded(`终端登记簿里没有“${mainAccounts}”组的微博账号，请登记原先使用的账号`);
  }
}
