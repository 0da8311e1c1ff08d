import { OperatorNeeded } from '@towncrier/channel-kit';
import { z } from 'zod';
import { weiboError } from './weibo.errors.ts';

/** A status as the platform gives it. `idstr` because `id` exceeds 2^53. */
const status = z.object({
  idstr: z.string(),
  text: z.string(),
  created_at: z.string(),
  user: z.object({ idstr: z.string() }).optional(),
});
export type Status = z.infer<typeof status>;
const timeline = z.object({ statuses: z.array(status), total_number: z.number() });
const failure = z.object({ error: z.string(), error_code: z.coerce.number() });

/**
 * The wire of the Weibo open platform; no decisions. Errors come as `{error, error_code}`, mostly with HTTP
 * 400 or 403.
 */
export class WeiboClient {
  constructor(
    private readonly base: string,
    private readonly token: string,
    private readonly rip: string,
    private readonly clock: () => Date,
  ) {}

  async share(text: string, signal: AbortSignal): Promise<Status> {
    const body = new URLSearchParams({ access_token: this.token, status: text, rip: this.rip });
    return status.parse(await this.call('POST', '/2/statuses/share.json', body, signal));
  }

  /** @returns null when the platform has no such status */
  async show(id: string, signal: AbortSignal): Promise<Status | null> {
    const answer = await this.call(
      'GET',
      '/2/statuses/show.json',
      new URLSearchParams({ access_token: this.token, id }),
      signal,
      20101,
    );
    return answer === null ? null : status.parse(answer);
  }

  /**
   * The account's own statuses, newest first, 100 a page. `total` counts all that the platform would give.
   */
  async timeline(
    page: number,
    signal: AbortSignal,
  ): Promise<{ readonly statuses: readonly Status[]; readonly total: number }> {
    const answer = timeline.parse(
      await this.call(
        'GET',
        '/2/statuses/user_timeline.json',
        new URLSearchParams({ access_token: this.token, count: '100', page: String(page) }),
        signal,
      ),
    );
    return { statuses: answer.statuses, total: answer.total_number };
  }

  private async call(
    method: 'GET' | 'POST',
    path: string,
    parameters: URLSearchParams,
    signal: AbortSignal,
    absent?: number,
  ): Promise<unknown> {
    const url = `${this.base}${path}`;
    const response =
      method === 'GET'
        ? await fetch(`${url}?${parameters}`, { signal })
        : await fetch(url, { method, body: parameters, signal });
    const answer: unknown = await response.json().catch((cause: unknown) => {
      throw new OperatorNeeded(`微博返回的不是 JSON（HTTP ${response.status}），请核对 WEIBO_API_URL`, {
        cause,
      });
    });
    const failed = failure.safeParse(answer);
    if (!failed.success) return answer;
    if (failed.data.error_code === absent) return null;
    throw weiboError(failed.data.error_code, failed.data.error, this.clock());
  }
}
