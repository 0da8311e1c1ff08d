import type { PlaylistItem } from '../src/playlist.format.ts';
import { sha256Of } from './playlist.check.ts';

type Page = PlaylistItem['pages'][number];

const png = 'image/png';

/** Pictures by their SHA-256, each verified before it can be shown; the browser's cache keeps them. */
export class PageShelf {
  private urls = new Map<string, string>();

  /** @returns an address for `<img>` */
  urlOf({ sha256 }: Pick<Page, 'sha256'>): string {
    return this.urls.get(sha256) ?? '';
  }

  /**
   * All or nothing: afterwards exactly these pages are there.
   * @throws Error in words when one cannot be had or is not what was promised; then nothing has changed
   */
  async take(pages: readonly Page[]): Promise<void> {
    const cache = await caches.open('towncrier-pages');
    const got = new Map<string, string>();
    for (const page of pages) {
      if (got.has(page.sha256)) continue;
      got.set(page.sha256, this.urls.get(page.sha256) ?? (await verified(page, cache)));
    }
    for (const [sha256, url] of this.urls) {
      if (got.has(sha256)) continue;
      URL.revokeObjectURL(url);
      await cache.delete(`/player/v1/pages/${sha256}.png`);
    }
    this.urls = got;
  }
}

async function verified({ url, sha256 }: Page, cache: Cache): Promise<string> {
  const kept = await cache.match(url);
  const answer = kept ?? (await fetch(url));
  if (!answer.ok) throw new Error('取不到页面');
  const body = await answer.arrayBuffer();
  if ((await sha256Of(body)) !== sha256) {
    await cache.delete(url);
    throw new Error('页面与播放单不符');
  }
  if (kept === undefined) await cache.put(url, new Response(body, { headers: { 'content-type': png } }));
  return URL.createObjectURL(new Blob([body], { type: png }));
}
