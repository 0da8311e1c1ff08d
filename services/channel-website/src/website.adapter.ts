import type { Adapter, Context, Outcome, Posting, Rendition, Sighting, Trace, Withdrawal } from '@towncrier/channel-kit';
import { hashText, type WebsiteArticle } from '@towncrier/content';
import { articlePage, articlePath, fragmentOf, tombstonePage } from './article.page.ts';
import type { DocumentRoot } from './document.root.ts';
import type { Lists } from './lists.ts';
import type { Manifest } from './manifest.ts';
import type { SiteSettings } from './settings.ts';

export interface WebsiteRendition extends Rendition { readonly publication: string; readonly edition: number; readonly issuer: string; readonly article: WebsiteArticle }

/** The one visible act is the rename of the article's file; lists follow and may be made again. */
export class WebsiteAdapter implements Adapter<WebsiteRendition> {
  constructor(private readonly site: SiteSettings, private readonly root: DocumentRoot, private readonly manifest: Manifest, private readonly lists: Lists) {}

  async publish(r: WebsiteRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    ctx.signal.throwIfAborted();
    await this.root.write(articlePath(r.publication), articlePage(this.site, r.article, { publication: r.publication, releasedAt: ctx.releasedAt, issuer: r.issuer }));
    const known = await this.manifest.get(r.publication);
    await this.manifest.put(r.publication, {
      edition: r.edition, title: r.article.title, lane: ctx.lane, releasedAt: known?.releasedAt ?? ctx.releasedAt, state: ctx.corrects === undefined ? 'published' : 'corrected',
    });
    await this.lists.refresh();
    return { kind: 'done', reference: r.publication, url: this.address(r.publication) };
  }

  async observe(trace: Trace<null>, _rendition: WebsiteRendition | null, ctx: Context): Promise<Sighting> {
    const publication = trace.reference ?? trace.idempotencyKey.split(':')[0] ?? '';
    const fragment = await this.read(publication, ctx.signal);
    if (fragment === null) return { kind: 'gone', detail: '网页不存在' };
    return { kind: 'present', reference: publication, hash: hashText(fragment), url: this.address(publication) };
  }

  async withdraw(posting: Posting, withdrawal: Withdrawal, ctx: Context): Promise<Outcome> {
    ctx.signal.throwIfAborted();
    await this.root.write(articlePath(withdrawal.publication), tombstonePage(this.site, withdrawal));
    const known = await this.manifest.get(withdrawal.publication);
    await this.manifest.put(withdrawal.publication, { edition: posting.edition, title: withdrawal.title, lane: known?.lane ?? 'normal', releasedAt: known?.releasedAt ?? withdrawal.withdrawnAt, state: 'withdrawn' });
    await this.lists.refresh();
    return { kind: 'done', reference: withdrawal.publication, url: this.address(withdrawal.publication) };
  }

  /** The same address must say that it was taken back, and why. */
  async observeWithdrawal(_posting: Posting, withdrawal: Withdrawal, _trace: Trace<null>, ctx: Context): Promise<Sighting> {
    const fragment = await this.read(withdrawal.publication, ctx.signal);
    const wanted = fragmentOf(tombstonePage(this.site, withdrawal));
    const url = this.address(withdrawal.publication);
    if (fragment !== wanted) return { kind: 'gone', detail: '网页尚未显示撤回说明' };
    return { kind: 'present', reference: withdrawal.publication, hash: hashText(fragment ?? ''), url, detail: '原网址已显示撤回说明' };
  }

  async probe(signal: AbortSignal): Promise<{ ok: boolean; words: string }> {
    const answer = await fetch(`${this.site.SITE_URL}/`, { signal }).catch(() => null);
    return answer?.ok === true ? { ok: true, words: '网站可访问' } : { ok: false, words: `网站首页无法访问：${this.site.SITE_URL}` };
  }

  private address(publication: string): string { return `${this.site.SITE_URL}/${articlePath(publication)}`; }

  /** As a citizen's browser would: over HTTP, not from the folder. */
  private async read(publication: string, signal: AbortSignal): Promise<string | null> {
    const answer = await fetch(this.address(publication), { signal, headers: { 'cache-control': 'no-cache' } });
    const page = await answer.text();
    return answer.ok ? fragmentOf(page) : null;
  }
}
