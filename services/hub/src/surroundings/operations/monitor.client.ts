import { z } from 'zod';
import { problemDetails, ProblemError } from '../../http/problem.ts';
import type { HubSettings } from '../../ports/hub.settings.ts';

/** How long (ms) whoever asks waits for the monitor. */
const patienceMs = 10_000;

type Asked = Readonly<Record<string, string | undefined>>;

const unavailable = (): ProblemError =>
  new ProblemError(503, 'monitor-unavailable', '投递台账暂时不可用，不影响已发布的内容；请稍后再试');

/** What the hub itself asks of the monitor, and tells it to do for a person. */
export class MonitorClient {
  constructor(private readonly where: Pick<HubSettings, 'MONITOR_URL' | 'MONITOR_TOKEN'>) {}

  /** @throws ProblemError as the monitor refused, 503 when it does not answer in words that are understood */
  async get<T>(path: string, schema: z.ZodType<T>, query: Asked = {}): Promise<T> {
    return this.read(schema, await this.send('GET', `${path}${searchOf(query)}`));
  }

  /** @param by who asks, as the trail names them */
  async post<T>(path: string, schema: z.ZodType<T>, by: string, body: object): Promise<T> {
    return this.read(schema, await this.send('POST', path, { by, body }));
  }

  private async send(
    method: string,
    path: string,
    more?: { readonly by: string; readonly body: object },
  ): Promise<Response> {
    try {
      return await fetch(new URL(`/v1/${path}`, this.where.MONITOR_URL), {
        method,
        headers: {
          authorization: `Bearer ${this.where.MONITOR_TOKEN}`,
          ...(more === undefined
            ? {}
            : { 'content-type': 'application/json', 'x-towncrier-person': encodeURIComponent(more.by) }),
        },
        ...(more === undefined ? {} : { body: JSON.stringify(more.body) }),
        signal: AbortSignal.timeout(patienceMs),
      });
    } catch {
      throw unavailable();
    }
  }

  private async read<T>(schema: z.ZodType<T>, answer: Response): Promise<T> {
    const said: unknown = await answer.json().catch(() => undefined);
    if (!answer.ok) {
      const problem = problemDetails.safeParse(said);
      if (problem.success && answer.status < 500)
        throw new ProblemError(answer.status, problem.data.code, problem.data.detail);
      throw unavailable();
    }
    const read = schema.safeParse(said);
    if (!read.success) throw unavailable();
    return read.data;
  }
}

const searchOf = (query: Asked): string => {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) said.append(name, value);
  const words = said.toString();
  return words === '' ? '' : `?${words}`;
};
