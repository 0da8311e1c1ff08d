import type { PublicationView } from '../publications/publication.view.ts';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

interface SignedIn {
  readonly csrf: string;
  readonly person: { readonly name: string };
  readonly needsSecondFactor: boolean;
}

/** A person at the public API: keeps cookie and token as a browser would. */
export class HubClient {
  private readonly jar = new Map<string, string>();
  csrf = '';

  /** @param via what a proxy in between adds, e.g. from where the person comes */
  constructor(
    private readonly url: string,
    private readonly via: Readonly<Record<string, string>> = {},
  ) {}

  private get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async signIn(name: string, password: string, code?: string): Promise<Answer<SignedIn>> {
    const answer = await this.send<SignedIn>('POST', '/api/v1/session', {
      name,
      password,
      ...(code === undefined ? {} : { code }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.jar.set(name, value);
    }
    this.csrf = answer.body.csrf ?? '';
    return answer;
  }

  get<T = unknown>(path: string): Promise<Answer<T>> {
    return this.send<T>('GET', path);
  }
  post<T = unknown>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send<T>('POST', path, body);
  }
  put<T = unknown>(path: string, body: unknown): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body);
  }

  async upload<T = unknown>(path: string, name: string, bytes: Uint8Array): Promise<Answer<T>> {
    const form = new FormData();
    form.set('file', new File([Uint8Array.from(bytes)], name));
    return answerOf<T>(
      await fetch(`${this.url}${path}`, {
        method: 'POST',
        headers: { cookie: this.cookie, 'x-csrf-token': this.csrf },
        body: form,
      }),
    );
  }

  /** A file as it comes. */
  async download(path: string): Promise<{ status: number; bytes: Uint8Array }> {
    const response = await fetch(`${this.url}${path}`, { headers: { cookie: this.cookie } });
    return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  /** What a call to `/publications…` answers when it goes well. */
  async act(path: string, body: unknown): Promise<PublicationView> {
    const answer = await this.post<PublicationView>(`/api/v1/publications${path}`, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** The first piece of an answer that does not end. */
  async first(path: string): Promise<string> {
    const leave = new AbortController();
    const response = await fetch(`${this.url}${path}`, {
      headers: { cookie: this.cookie },
      signal: leave.signal,
    });
    const { value } = (await response.body?.getReader().read()) ?? {};
    leave.abort();
    return new TextDecoder().decode(value);
  }

  /** An answer that goes on until `leave` aborts it. */
  stream(path: string, leave: AbortSignal): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: { cookie: this.cookie }, signal: leave });
  }

  async send<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...this.via,
        cookie: this.cookie,
        'x-csrf-token': this.csrf,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...more,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return answerOf<T>(response);
  }
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    body: (isJson ? JSON.parse(text) : text) as T,
    headers: response.headers,
  };
}

export const notice = {
  format: 'text',
  source: '关于停水的通知\n因管网检修，11 月 25 日 8:00 至 18:00 停水，请提前储水。',
  title: '关于停水的通知',
  header: { issuer: '开远市水务局' },
} as const;

/** What makes it an urgent one. */
export const urgentTerms = { lane: 'urgent', schedule: { expiresAt: '2026-11-30T00:00:00.000Z' } } as const;
