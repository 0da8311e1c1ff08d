import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly person: string;
  readonly body: unknown;
}
type Answer = unknown | ((asked: Asked) => unknown);

/** A refusal as the monitor words it. */
class Refused {
  constructor(
    readonly status: number,
    readonly detail: string,
  ) {}
}
export const refused = (status: number, detail: string): Refused => new Refused(status, detail);

/** The monitor as the hub speaks to it: answers what a test prepares, and keeps what it was asked. */
export class FakeMonitor {
  readonly asked: Asked[] = [];
  private readonly answers = new Map<string, Answer>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<FakeMonitor> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const monitor = new FakeMonitor(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => void monitor.take(request, response));
    return monitor;
  }

  on(method: string, path: string, answer: Answer): this {
    this.answers.set(`${method} ${path}`, answer);
    return this;
  }

  /** What was posted to addresses that end so. */
  posted(end: string): readonly Asked[] {
    return this.asked.filter(({ method, path }) => method === 'POST' && path.endsWith(end));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const text = Buffer.concat(pieces).toString();
    const { pathname } = new URL(request.url ?? '', this.url);
    const asked: Asked = {
      method: request.method ?? '',
      path: decodeURIComponent(pathname),
      person: decodeURIComponent(String(request.headers['x-towncrier-person'] ?? '')),
      body: text === '' ? undefined : JSON.parse(text),
    };
    if (request.headers.authorization !== 'Bearer monitor-token-of-the-lab') return say(response, 401, {});
    if (asked.path === '/v1/stream')
      return void response.writeHead(200, { 'content-type': 'text/event-stream' });
    this.asked.push(asked);
    const known = this.answers.get(`${asked.method} ${asked.path}`) ?? refused(404, '没有这条投递记录');
    const answer: unknown = await (typeof known === 'function'
      ? (known as (a: Asked) => unknown)(asked)
      : known);
    if (!(answer instanceof Refused)) return say(response, 200, answer);
    const { status, detail } = answer;
    say(response, status, { type: 'about:blank', title: '不能办理', status, code: 'refused', detail });
  }
}

function say(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
