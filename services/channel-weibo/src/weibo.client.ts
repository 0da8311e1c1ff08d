import { OperatorNeeded, OutcomeUnknown } from '@towncrier/channel-kit';
import { z } from 'zod';
import { alreadyThere, weiboError } from './weibo.errors.ts';

/** A status as the platform gives it. `idstr` because `id` exceeds 2^53. */
const status = z.object({
  idstr: z.string(),
  text: z.string(),
  created_at: z.string(),
  user: z.object({ idstr: z.string() }).optional(),
  /** Address of its picture as the platform keeps it, where it has one. */
  original_pic: z.string().optional(),
});
export type Status = z.infer<typeof status>;
const timeline = z.object({ statuses: z.array(status), total_number: z.number() });
const failure = z.object({ error: z.string(), error_code: z.coerce.number() });

/** There is no such post. */
const absent: ReadonlySet<number> = new Set([20101]);

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

  /** @returns null when the platform says that it has this text, without saying which post it is */
  async share(text: string, picture: Uint8Array | null, signal: AbortSignal): Promise<Status | null> {
    const fields = { access_token: this.token, status: text, rip: this.rip };
    const body = picture === null ? new URLSearchParams(fields) : await withPicture(fields, picture);
    const answer = await this.call('POST', '/2/statuses/share.json', body, signal, alreadyThere);
    return answer === null ? null : status.parse(answer);
  }

  /** @returns null when the platform has no such status */
  async show(id: string, signal: AbortSignal): Promise<Status | null> {
    const answer = await this.call(
      'GET',
      '/2/statuses/show.json',
      new URLSearchParams({ access_token: this.token, id }),
      signal,
      absent,
    );
    return answer === null ? null : status.parse(answer);
  }

  /** @returns the bytes of a picture; null while the platform does not give it */
  async picture(url: string, signal: AbortSignal): Promise<Uint8Array | null> {
    const answer = await fetch(url, { signal });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
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
    parameters: URLSearchParams | Blob,
    signal: AbortSignal,
    asNull: ReadonlySet<number> = new Set(),
  ): Promise<unknown> {
    const url = `${this.base}${path}`;
    const response =
      method === 'GET'
        ? await fetch(`${url}?${String(parameters)}`, { signal })
        : await fetch(url, { method, body: parameters, signal });
    const answer: unknown = await response.json().catch((cause: unknown) => {
      throw unreadable(response.status, cause);
    });
    const failed = failure.safeParse(answer);
    if (!failed.success) return answer;
    if (asNull.has(failed.data.error_code)) return null;
    throw weiboError(failed.data.error_code, failed.data.error, this.clock());
  }
}

/** In one piece: a form that is read while it is sent throws where nobody catches when the call is given up. */
async function withPicture(fields: Readonly<Record<string, string>>, picture: Uint8Array): Promise<Blob> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('pic', new Blob([picture as Uint8Array<ArrayBuffer>]), 'notice.png');
  const written = new Response(form);
  const type = written.headers.get('content-type') ?? '';
  return new Blob([await written.arrayBuffer()], { type });
}

/** A server in trouble may have posted it; a page in place of an answer means a wrong address. */
function unreadable(status: number, cause: unknown): Error {
  const words = `微博返回的不是 JSON（HTTP ${status}）`;
  return status >= 500
    ? new OutcomeUnknown(words, { cause })
    : new OperatorNeeded(`${words}，请核对 WEIBO_API_URL`, { cause });
}
