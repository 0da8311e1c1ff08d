import type { paths } from '../api/hub.generated.ts';
import type { Problem } from '../api/hub.types.ts';

type Method = 'get' | 'put' | 'post' | 'delete';
type Path = keyof paths;
/** What a call answers when it succeeds; nothing for 204. */
type Answered<P extends Path, M extends Method> = paths[P][M] extends { responses: infer R }
  ? R[keyof R & (200 | 201 | 202)] extends { content: { 'application/json': infer Body } }
    ? Body
    : undefined
  : never;

/** A call as it reached the hub. */
export interface Sent {
  readonly method: Method;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly csrf: string | null;
  /** Names an attempt to make something. */
  readonly attempt: string | null;
  /** JSON, or the name and the text of the file that was sent. */
  readonly body: unknown;
}
type Answer<T> = T | ((sent: Sent) => T | Refusal | Promise<T | Refusal>) | Refusal;
interface Route {
  readonly method: Method;
  readonly pattern: RegExp;
  readonly answer: Answer<unknown>;
}

/** A refusal as the hub words it. */
class Refusal {
  constructor(readonly problem: Problem) {}
}
export const refusal = (status: number, detail: string, more: Partial<Problem> = {}): Refusal =>
  new Refusal({ type: 'about:blank', title: '不能办理', status, code: 'refused', detail, ...more });
/** The network is gone. */
export const lost = (): never => {
  throw new TypeError('Failed to fetch');
};

/**
 * The far end of the console: answers by the paths and with the types of the hub's OpenAPI document, and
 * keeps what it was sent. The last answer given for a path counts.
 */
export class FakeHub {
  readonly sent: Sent[] = [];
  #routes: Route[] = [];

  on<P extends Path, M extends Method>(method: M, path: P, answer: Answer<Answered<P, M>>): this {
    const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`);
    this.#routes.unshift({ method, pattern, answer });
    return this;
  }

  /** What was sent with one method to paths that end so, the first first. */
  to(method: Method, end: string): readonly Sent[] {
    return this.sent.filter((s) => s.method === method && s.path.endsWith(end));
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    const sent = await sentOf(request);
    this.sent.push(sent);
    const route = this.#routes.find((r) => r.method === sent.method && r.pattern.test(sent.path));
    if (route === undefined) return refused(refusal(404, `没有准备回答 ${sent.method} ${sent.path}`));
    const answer: unknown = await (typeof route.answer === 'function' ? route.answer(sent) : route.answer);
    if (answer instanceof Refusal) return refused(answer);
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  };
}

const refused = ({ problem }: Refusal): Response =>
  Response.json(problem, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  });

async function sentOf(request: Request): Promise<Sent> {
  const { pathname, searchParams } = new URL(request.url);
  return {
    method: request.method.toLowerCase() as Method,
    path: decodeURIComponent(pathname),
    query: Object.fromEntries(searchParams),
    csrf: request.headers.get('x-csrf-token'),
    attempt: request.headers.get('idempotency-key'),
    body: await bodyOf(request),
  };
}

async function bodyOf(request: Request): Promise<unknown> {
  if (request.headers.get('content-type')?.startsWith('multipart/') === true) {
    const file = (await request.formData()).get('file');
    return file instanceof File ? { name: file.name, text: await file.text() } : null;
  }
  const text = await request.text();
  return text === '' ? undefined : JSON.parse(text);
}
