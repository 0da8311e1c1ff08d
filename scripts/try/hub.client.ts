import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { enterWith } from '../lib/second.factor.ts';
import { Trouble } from '../lib/trouble.mjs';

const publication = z.object({
  id: z.string(),
  version: z.number(),
  channels: z.array(z.string()),
  editions: z.array(z.object({ edition: z.number(), contentHash: z.string() })).min(1),
});
export type Publication = z.infer<typeof publication>;

const row = z.object({
  channel: z.string(),
  edition: z.number(),
  operation: z.enum(['publish', 'withdraw']),
  state: z.string(),
  words: z.string().default(''),
  ms: z.number().optional(),
  evidence: z
    .object({ url: z.string().optional(), hash: z.string().optional(), detail: z.string().optional() })
    .optional(),
});
export type Row = z.infer<typeof row>;
const board = z.object({ rows: z.array(row), complete: z.boolean() });
export type Board = z.infer<typeof board>;

const omissions = z.array(
  z.object({ channel: z.string(), title: z.string(), key: z.string(), messages: z.array(z.string()) }),
);
export type Omissions = z.infer<typeof omissions>;
const silent = z.array(z.object({ channel: z.string(), message: z.string() }));
const problem = z.object({
  omissions: omissions.optional(),
  silent: silent.optional(),
  title: z.string().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
  problems: z.array(z.object({ channel: z.string(), message: z.string(), remedy: z.string() })).optional(),
});
const fileSource = z.object({
  format: z.enum(['text', 'markdown', 'html']),
  source: z.string(),
  losses: z.array(z.looseObject({ kind: z.string() })),
});
export type FileSource = z.infer<typeof fileSource>;
const finding = z.object({
  severity: z.enum(['block', 'advise']).optional(),
  rule: z.string().optional(),
  message: z.string(),
  remedy: z.string(),
});
export type Finding = z.infer<typeof finding>;
const credentials = z.array(
  z.object({
    name: z.string(),
    roles: z.array(z.string()),
    password: z.string(),
    secondFactor: z.string().optional(),
  }),
);
export type Credentials = z.infer<typeof credentials>;
export const parseCredentials = (text: string): Credentials => credentials.parse(JSON.parse(text));

/** The public API of the hub, as one signed-in person uses it. */
export class HubClient {
  private cookie = '';
  private csrf = '';
  private readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  /** With both factors. @throws Trouble who has to set up the second one first */
  async signIn({ name, password, secondFactor }: Omit<Credentials[number], 'roles'>): Promise<void> {
    const answer = await enterWith(
      secondFactor,
      (code) =>
        this.call('POST', '/api/v1/session', { name, password, ...(code === undefined ? {} : { code }) }),
      (error) => error instanceof Refusal && error.code === 'wrong-code',
    );
    const session = z.object({ csrf: z.string(), needsSecondFactor: z.boolean() }).parse(answer);
    this.csrf = session.csrf;
    if (session.needsSecondFactor)
      throw new Trouble(
        `${name} has no second factor yet: sign in at the console as ${name}, set it up, and write the secret shown there as "secondFactor" beside the name in credentials.json.`,
      );
  }

  async create(body: object): Promise<Publication> {
    return publication.parse(await this.call('POST', '/api/v1/publications', body));
  }

  /** The file as the source of a draft. */
  async read(name: string, bytes: Uint8Array): Promise<FileSource> {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(bytes)], name));
    return fileSource.parse(JSON.parse(await this.send('POST', '/api/v1/imports', form)));
  }

  /** Hands in a picture. @returns its id */
  async addPicture(name: string, bytes: Uint8Array): Promise<string> {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(bytes)], name));
    const answer: unknown = JSON.parse(await this.send('POST', '/api/v1/pictures', form));
    return z.object({ id: z.string() }).parse(answer).id;
  }

  /** What stops a draft, and what is worth a look. */
  async findings(id: string): Promise<readonly Finding[]> {
    const answer = await this.call('GET', `/api/v1/publications/${id}/findings`);
    return z.object({ findings: z.array(finding) }).parse(answer).findings;
  }

  async get(id: string): Promise<Publication> {
    return publication.parse(await this.call('GET', `/api/v1/publications/${id}`));
  }

  /** `submit`, `approve`, `publish`, `correct` or `withdraw`, on the version that was seen. */
  async act(on: Publication, verb: string, body: object = {}): Promise<Publication> {
    return publication.parse(
      await this.call('POST', `/api/v1/publications/${on.id}/${verb}`, { version: on.version, ...body }),
    );
  }

  /**
   * Hands the draft to the reviewers. What channels leave out of it is accepted, as by an editor who has seen it;
   * a channel that does not answer is asked once more, then it is gone on without.
   * @returns also what that is, in words
   */
  async submit(on: Publication): Promise<{ submitted: Publication; told: readonly string[] }> {
    const accept: Record<string, string> = {};
    const asked = new Map<string, string>();
    const goOn = new Map<string, string>();
    const told: string[] = [];
    for (let round = 0; ; round += 1) {
      try {
        const submitted = await this.act(on, 'submit', { accept, goOn: [...goOn.keys()] });
        return { submitted, told: [...told, ...goOn.values()] };
      } catch (error) {
        if (!(error instanceof NotAccepted) || round === submissionRounds) throw error;
        for (const { channel, key, title, messages } of error.omissions) {
          accept[channel] = key;
          told.push(`${title}的读者看不到：${messages.join('；')}`);
        }
        for (const { channel, message } of error.silent)
          (asked.has(channel) ? goOn : asked).set(channel, message);
      }
    }
  }

  async board(id: string): Promise<Board> {
    return board.parse(await this.call('GET', `/api/v1/monitor/publications/${id}`));
  }

  /** Hands in a warning message; answers what it became, and what there is to know of it. */
  async relay(xml: string): Promise<{ publication: Publication; notes: readonly string[] }> {
    const answer = await this.call('POST', '/api/v1/warnings', { xml });
    const { relay } = z.object({ relay: z.object({ notes: z.array(z.string()) }) }).parse(answer);
    return { publication: publication.parse(answer), notes: relay.notes };
  }

  /** An answer of any size, into a file that only its owner reads. */
  async download(path: string, file: string): Promise<void> {
    const response = await fetch(`${this.base}${path}`, { headers: { cookie: this.cookie } });
    if (!response.ok || response.body === null)
      throw refusal(`GET ${path}`, response.status, await response.text());
    await writeFile(file, response.body, { mode: 0o600 });
  }

  /** Any other call; answers what came back as JSON, null when it was empty. */
  async call(method: string, path: string, body?: object): Promise<unknown> {
    const text = await this.send(method, path, body);
    return text === '' ? null : JSON.parse(text);
  }

  private async send(method: string, path: string, body?: object): Promise<string> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.base}${path}`, {
      method,
      signal: AbortSignal.timeout(60_000),
      headers: {
        cookie: this.cookie,
        'x-csrf-token': this.csrf,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw refusal(`${method} ${path}`, response.status, text);
    const cookie = response.headers.getSetCookie().find((c) => c.startsWith('towncrier_session='));
    if (cookie !== undefined) this.cookie = cookie.split(';')[0] ?? '';
    return text;
  }
}

/** What the hub has refused, with its code. */
class Refusal extends Trouble {
  readonly code: string | undefined;

  constructor(message: string, code: string | undefined) {
    super(message);
    this.code = code;
  }
}

/** A refusal the caller can wait out, e.g. the monitor does not know the publication yet. */
export class NotYet extends Trouble {}

/** Channels that come back one after the other are each waited for; then it is refused. */
const submissionRounds = 4;

/** Channels leave out what readers need, or do not answer, and nobody has accepted that. */
export class NotAccepted extends Trouble {
  readonly omissions: Omissions;
  readonly silent: z.infer<typeof silent>;

  constructor(message: string, omissions: Omissions, unanswered: z.infer<typeof silent>) {
    super(message);
    this.omissions = omissions;
    this.silent = unanswered;
  }
}

function refusal(what: string, status: number, text: string): Trouble {
  const said = problem.safeParse(json(text));
  const words = said.success
    ? [
        said.data.detail ?? said.data.title ?? '',
        ...(said.data.problems ?? []).map((p) => `${p.channel}: ${p.message}${p.remedy}`),
      ].join(' ')
    : text.slice(0, 200);
  const message = `${words} (${what}: ${status})`;
  if (said.data?.omissions !== undefined || said.data?.silent !== undefined)
    return new NotAccepted(message, said.data.omissions ?? [], said.data.silent ?? []);
  return status === 404 || status >= 500 ? new NotYet(message) : new Refusal(message, said.data?.code);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
