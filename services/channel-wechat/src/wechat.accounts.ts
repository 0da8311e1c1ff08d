import { mainAccounts, OperatorNeeded, type TargetReader } from '@towncrier/channel-kit';
import type { Target } from '@towncrier/contracts';
import { WechatClient } from './wechat.client.ts';
import { accountFacts } from './wechat.targets.ts';
import { WechatToken } from './wechat.token.ts';

/** One official account, ready to be called. */
export interface Account {
  readonly id: string;
  readonly client: WechatClient;
}

interface Known extends Account {
  readonly token: WechatToken;
}

/**
 * The accounts of the register, each with a client and a token of its own, made when it is first called. A
 * change in the register makes them anew, so that a new secret holds from the next call on.
 */
export class WechatAccounts {
  private readonly known = new Map<string, Promise<Known>>();
  private readonly unsubscribe: () => void;

  constructor(
    private readonly base: string,
    private readonly targets: TargetReader,
    private readonly clock: () => Date,
  ) {
    this.unsubscribe = targets.onChange((ids) => {
      for (const id of ids) this.known.delete(id);
    });
  }

  /**
   * @param target null for calls of the time when there was one account: the county's main account
   * @throws OperatorNeeded when the register does not say enough to call it
   */
  async at(target: Target | null): Promise<Account> {
    const called = target ?? (await this.main());
    const known = this.known.get(called.id);
    if (known !== undefined) return known;
    const fresh = this.open(called);
    this.known.set(called.id, fresh);
    // What is put right in the meantime is asked for again.
    fresh.catch(() => this.known.delete(called.id));
    return fresh;
  }

  active(): AsyncIterable<Target> {
    return this.targets.active();
  }

  /** @returns what signs the callbacks of an account; null when there is none */
  callbackToken(id: string): Promise<string | null> {
    return this.targets.secret(id, 'callbackToken');
  }

  /** The platform refused a token: the next call fetches another one. */
  async forgetTokens(): Promise<void> {
    const opened = await Promise.allSettled(this.known.values());
    for (const one of opened) if (one.status === 'fulfilled') one.value.token.forget();
  }

  close(): void {
    this.unsubscribe();
  }

  private async open({ id, title, facts }: Target): Promise<Known> {
    const secret = await this.targets.secret(id, 'appSecret');
    if (secret === null) throw new OperatorNeeded(`公众号“${title}”缺少 AppSecret，请在终端登记簿补上`);
    const { appId } = accountFacts.parse(facts);
    const token = new WechatToken(this.base, appId, secret, this.clock);
    return { id, token, client: new WechatClient(this.base, token, this.clock) };
  }

  private async main(): Promise<Target> {
    for await (const target of this.targets.active()) if (target.groups.includes(mainAccounts)) return target;
    throw new OperatorNeeded(`终端登记簿里没有“${mainAccounts}”组的公众号，请登记原先使用的公众号`);
  }
}
