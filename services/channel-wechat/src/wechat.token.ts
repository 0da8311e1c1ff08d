import { OperatorNeeded } from '@towncrier/channel-kit';
import { z } from 'zod';
import { wechatError } from './wechat.errors.ts';

const granted = z.object({ access_token: z.string().min(1), expires_in: z.number() });
const failure = z.object({ errcode: z.number(), errmsg: z.string().default('') });

/**
 * One access token for everybody, fetched once at a time, renewed five minutes before its end
 * (`stable_token`).
 */
export class WechatToken {
  private current: { token: string; until: number } | null = null;
  private fetching: Promise<string> | null = null;

  constructor(
    private readonly base: string,
    private readonly appId: string,
    private readonly secret: string,
    private readonly clock: () => Date,
  ) {}

  get(signal: AbortSignal): Promise<string> {
    if (this.current !== null && this.current.until > this.clock().getTime())
      return Promise.resolve(this.current.token);
    this.fetching ??= this.fetch(signal).finally(() => {
      this.fetching = null;
    });
    return this.fetching;
  }

  /** The platform refused the token: fetch another one. */
  forget(): void {
    this.current = null;
  }

  private async fetch(signal: AbortSignal): Promise<string> {
    const response = await fetch(`${this.base}/cgi-bin/stable_token`, {
      method: 'POST',
      signal,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credential',
        appid: this.appId,
        secret: this.secret,
        force_refresh: false,
      }),
    });
    const answer: unknown = await response.json();
    const got = granted.safeParse(answer);
    if (got.success) {
      this.current = {
        token: got.data.access_token,
        until: this.clock().getTime() + Math.max(0, got.data.expires_in - 300) * 1000,
      };
      return got.data.access_token;
    }
    const { errcode, errmsg } = failure.parse(answer);
    // 40001 at this endpoint means a wrong secret, which no renewal cures.
    throw errcode === 40001
      ? new OperatorNeeded('AppSecret 有误（40001）')
      : wechatError(errcode, errmsg, this.clock());
  }
}
