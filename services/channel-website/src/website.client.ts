import { fragmentOf } from './article.place.ts';
import { hashBytes } from '@towncrier/content';

/** Only 404 and 410 prove an absence: a server in trouble proves nothing. */
export type Visit =
  | { readonly kind: 'page'; readonly html: string }
  | { readonly kind: 'gone'; readonly detail: string }
  | { readonly kind: 'unclear'; readonly detail: string };

/** Reads the site as a citizen's browser would: over HTTP, not from the folder. */
export class WebsiteClient {
  constructor(private readonly siteUrl: string) {}

  async page(path: string, signal: AbortSignal): Promise<Visit> {
    const answer = await this.get(path, signal);
    // what is over answers 410 with a page that says so
    if (answer.ok || answer.status === 410) {
      const html = await answer.text();
      if (answer.ok || fragmentOf(html) !== null) return { kind: 'page', html };
    } else await answer.body?.cancel();
    return answer.status === 404 || answer.status === 410
      ? { kind: 'gone', detail: `网页不存在（${answer.status}）` }
      : { kind: 'unclear', detail: `网站暂时无法访问（${answer.status}）` };
  }

  /** @param sha256 of the picture's bytes, hex */
  async hasPicture(path: string, sha256: string, signal: AbortSignal): Promise<boolean> {
    const answer = await this.get(path, signal);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return answer.ok && hashBytes(bytes) === sha256;
  }

  /** Nothing but 404 and 410 proves that it is no longer served. */
  async isGone(path: string, signal: AbortSignal): Promise<boolean> {
    const answer = await this.get(path, signal);
    await answer.body?.cancel();
    return answer.status === 404 || answer.status === 410;
  }

  private get(path: string, signal: AbortSignal): Promise<Response> {
    return fetch(`${this.siteUrl}/${path}`, { signal, headers: { 'cache-control': 'no-cache' } });
  }
}
