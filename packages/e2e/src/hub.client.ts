import { setTimeout as sleep } from 'node:timers/promises';
import { codeNow, enterWith } from '../../../scripts/lib/second.factor.ts';

export interface Person {
  readonly name: string;
  readonly password: string;
  readonly roles: readonly string[];
  /** Of whoever needs one. */
  readonly secondFactor?: string;
}
export interface Publication {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly page: string;
  readonly channels: readonly string[];
  readonly editions: readonly {
    readonly edition: number;
    readonly contentHash: string;
    readonly renditions: Readonly<Record<string, string>>;
  }[];
}
export interface Row {
  readonly delivery: string;
  readonly channel: string;
  readonly edition: number;
  readonly operation: 'publish' | 'withdraw';
  readonly state: string;
  readonly words: string;
  readonly ms?: number;
  readonly evidence?: { readonly url?: string; readonly hash?: string; readonly detail?: string };
}
export interface Board {
  readonly rows: readonly Row[];
  readonly complete: boolean;
}
export interface Draft {
  readonly source: string;
  readonly format?: 'text' | 'markdown' | 'html';
  readonly title?: string;
  readonly lane?: 'urgent' | 'normal';
  readonly channels?: readonly string[];
  readonly header?: object;
  readonly matter?: object;
  readonly schedule?: object;
  readonly audience?: object;
}

/** What an editor answers to what a submission still asks. */
interface Answers {
  readonly accept: Readonly<Record<string, string>>;
  readonly goOn: readonly string[];
  readonly leaveOut: Readonly<Record<string, string>>;
}

/** A refused request, with the problem document. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(`${status} ${JSON.stringify(problem).slice(0, 500)}`);
    this.status = status;
    this.problem = problem;
  }
}

const isWrongCode = (error: unknown): boolean =>
  error instanceof Refused && error.problem.code === 'wrong-code';
interface Problem {
  code?: string;
  detail?: string;
  current?: number;
  omissions?: readonly { readonly channel: string; readonly key: string }[];
  silent?: readonly { readonly channel: string }[];
  required?: readonly { readonly channel: string }[];
  [key: string]: unknown;
}

/** The public API as one person uses it. */
export class HubClient {
  private cookie = '';
  private csrf = '';
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }

  static async signIn(url: string, person: Person): Promise<HubClient> {
    const client = new HubClient(url);
    const { name, password, secondFactor } = person;
    const session = (await enterWith(
      secondFactor,
      (code) =>
        client.call('POST', '/api/v1/session', { name, password, ...(code === undefined ? {} : { code }) }),
      isWrongCode,
    )) as { csrf: string; needsSecondFactor: boolean };
    client.csrf = session.csrf;
    if (session.needsSecondFactor) await client.setUpFactor(password);
    return client;
  }

  /** As somebody does it who never had one. */
  private async setUpFactor(password: string): Promise<void> {
    const begun = await this.call('POST', '/api/v1/session/second-factor', { password });
    const { code } = codeNow((begun as { secret: string }).secret);
    await this.call('POST', '/api/v1/session/second-factor/confirm', { code });
  }

  create(draft: Draft): Promise<Publication> {
    return this.call('POST', '/api/v1/publications', { format: 'text', ...draft }) as Promise<Publication>;
  }
  get(id: string): Promise<Publication> {
    return this.call('GET', `/api/v1/publications/${id}`) as Promise<Publication>;
  }
  act(p: Publication, verb: string, body: object = {}): Promise<Publication> {
    return this.call('POST', `/api/v1/publications/${p.id}/${verb}`, {
      version: p.version,
      ...body,
    }) as Promise<Publication>;
  }
  /**
   * Hands a draft to the reviewers, and accepts what channels leave out, that some do not answer, and that some
   * that the law asks for are not chosen, as an editor does who has seen it.
   */
  async submit(p: Publication): Promise<Publication> {
    let said: Answers = { accept: {}, goOn: [], leaveOut: {} };
    for (;;) {
      try {
        return await this.act(p, 'submit', said);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const { omissions = [], silent = [], required = [] } = error.problem;
        if (omissions.length + silent.length + required.length === 0) throw error;
        said = {
          accept: {
            ...said.accept,
            ...Object.fromEntries(omissions.map(({ channel, key }) => [channel, key])),
          },
          goOn: [...said.goOn, ...silent.map(({ channel }) => channel)],
          leaveOut: {
            ...said.leaveOut,
            ...Object.fromEntries(required.map(({ channel }) => [channel, '已由主管部门另行通知到户'])),
          },
        };
      }
    }
  }
  board(id: string): Promise<Board> {
    return this.call('GET', `/api/v1/monitor/publications/${id}`) as Promise<Board>;
  }

  async call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        cookie: this.cookie,
        'x-csrf-token': this.csrf,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.get('set-cookie');
    if (set !== null) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    const answer: unknown = text === '' ? null : JSON.parse(text);
    if (!response.ok) throw new Refused(response.status, answer as Refused['problem']);
    return answer;
  }
}

/** Waits until `probe` gives something. @throws with `why` when it never does */
export async function eventually<T>(
  probe: () => Promise<T | undefined | false>,
  why: string | (() => Promise<string>),
  withinMs = 60_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const value = await probe().catch((error: unknown) => {
      if (Date.now() > end) throw error;
      return undefined;
    });
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(typeof why === 'string' ? why : await why());
    await sleep(100);
  }
}
