import type { Adapter, Context, Outcome, Posting, Sighting, Trace, Withdrawal } from '@towncrier/channel-kit';
import { endingWords, hashText } from '@towncrier/content';
import { articlePage, tombstonePage } from './article.page.ts';
import { articlePath, endedMark, fragmentOf } from './article.place.ts';
import type { Correction } from './correction.section.ts';
import type { DocumentRoot } from './document.root.ts';
import type { EarlierEditions } from './earlier.editions.ts';
import type { Lists } from './lists.ts';
import type { Manifest } from './manifest.ts';
import { websiteWithdrawal } from './render/website.article.ts';
import { respondentOn, type Respondent } from './respondent.ts';
import type { PictureUses } from './picture.uses.ts';
import type { SiteSettings } from './settings.ts';
import type { WebsiteClient } from './website.client.ts';
import type { WebsiteRendition } from './website.rendition.ts';

export interface WebsiteParts {
  readonly site: SiteSettings;
  readonly root: DocumentRoot;
  readonly manifest: Manifest;
  readonly lists: Lists;
  readonly pictures: PictureUses;
  readonly earlier: EarlierEditions;
  readonly visitor: WebsiteClient;
}

/** The one visible act is the rename of the article's file; lists follow and may be made again. */
export class WebsiteAdapter implements Adapter<WebsiteRendition> {
  constructor(private readonly parts: WebsiteParts) {}

  /**
   * Pictures first, so that no page ever names one that is missing; the intention too, so that lists find out
   * about an interrupted publication.
   */
  async prepare(r: WebsiteRendition, ctx: Context): Promise<null> {
    await this.parts.pictures.note(r.publication);
    for (const picture of r.pictures) {
      ctx.signal.throwIfAborted();
      const data = () => Buffer.from(picture.data, 'base64');
      await this.parts.pictures.bring(r.publication, picture.path, picture.bytes, data);
    }
    const state = ctx.corrects === undefined ? 'published' : 'corrected';
    await this.parts.manifest.intend(r.publication, ctx.releasedAt, {
      edition: r.edition,
      title: r.article.title,
      lane: ctx.lane,
      state,
      hash: r.hash,
      issuer: r.issuer,
      ...(r.column === undefined ? {} : { column: r.column }),
      ...(r.phone === null ? {} : { phone: r.phone }),
    });
    return null;
  }

  async publish(r: WebsiteRendition, _prepared: null, ctx: Context): Promise<Outcome> {
    ctx.signal.throwIfAborted();
    const releasedAt = (await this.parts.manifest.get(r.publication))?.releasedAt ?? ctx.releasedAt;
    const { publication, issuer, column, article } = r;
    const correction = await this.correctionOf(r, ctx);
    await this.parts.root.write(
      articlePath(publication),
      articlePage(this.parts.site, article, { publication, releasedAt, issuer, column, correction }),
    );
    await this.parts.root.remove(endedMark(r.publication));
    const shown = r.pictures.map(({ path }) => path);
    await this.parts.pictures.keepOnly(r.publication, shown);
    await this.parts.lists.refresh();
    return { kind: 'done', reference: r.publication, url: this.address(r.publication) };
  }

  async observe(trace: Trace<null>, rendition: WebsiteRendition | null, ctx: Context): Promise<Sighting> {
    const publication = trace.reference ?? trace.idempotencyKey.split(':')[0] ?? '';
    const page = await this.parts.visitor.page(articlePath(publication), ctx.signal);
    if (page.kind !== 'page') return page;
    const fragment = fragmentOf(page.html);
    if (fragment === null)
      return {
        kind: 'different',
        hash: hashText(page.html),
        reference: publication,
        url: this.address(publication),
      };
    if (this.parts.lists.owed) await this.parts.lists.refresh();
    for (const { id, path } of rendition?.pictures ?? []) {
      if (!(await this.parts.visitor.hasPicture(path, id, ctx.signal)))
        return { kind: 'unclear', detail: `网页中的图片无法显示：${path}` };
    }
    const left = await this.stillServed(publication, ctx.signal);
    if (left !== null) return { kind: 'unclear', detail: left };
    return {
      kind: 'present',
      reference: publication,
      hash: hashText(fragment),
      url: this.address(publication),
    };
  }

  async withdraw(posting: Posting, withdrawal: Withdrawal, ctx: Context): Promise<Outcome> {
    ctx.signal.throwIfAborted();
    const { site, manifest, root, lists, pictures, earlier } = this.parts;
    await pictures.note(withdrawal.publication);
    const known = await manifest.get(withdrawal.publication);
    const releasedAt = known?.releasedAt ?? ctx.releasedAt;
    const { column } = known?.next ?? known?.shown ?? {};
    const respondent = await this.respondentOf(withdrawal.publication);
    await manifest.intend(withdrawal.publication, releasedAt, {
      edition: posting.edition,
      title: withdrawal.title,
      lane: known?.shown?.lane ?? 'normal',
      state: 'withdrawn',
      ...(withdrawal.act === undefined ? {} : { act: withdrawal.act }),
      hash: hashText(websiteWithdrawal(withdrawal)),
      ...respondent,
      ...(column === undefined ? {} : { column }),
    });
    const about = { releasedAt, respondent, column, successor: await this.successorOf(withdrawal) };
    await root.write(articlePath(withdrawal.publication), tombstonePage(site, withdrawal, about));
    await root.write(endedMark(withdrawal.publication), '');
    await earlier.remove(withdrawal.publication, posting.edition);
    await pictures.keepOnly(withdrawal.publication, []);
    await lists.refresh();
    return { kind: 'done', reference: withdrawal.publication, url: this.address(withdrawal.publication) };
  }

  /** The same address must say that it was taken back, and why. */
  async observeWithdrawal(
    _posting: Posting,
    withdrawal: Withdrawal,
    _trace: Trace<null>,
    ctx: Context,
  ): Promise<Sighting> {
    const { verb } = endingWords(withdrawal.act);
    const page = await this.parts.visitor.page(articlePath(withdrawal.publication), ctx.signal);
    if (page.kind !== 'page') return page;
    if (this.parts.lists.owed) await this.parts.lists.refresh();
    const fragment = fragmentOf(page.html);
    if (fragment === null || fragment !== websiteWithdrawal(withdrawal))
      return { kind: 'gone', detail: `网页尚未显示${verb}说明` };
    const left = await this.stillServed(withdrawal.publication, ctx.signal);
    if (left !== null) return { kind: 'gone', detail: left };
    return {
      kind: 'present',
      reference: withdrawal.publication,
      hash: hashText(fragment),
      url: this.address(withdrawal.publication),
      detail: `原网址已显示${verb}说明`,
    };
  }

  async probe(signal: AbortSignal): Promise<{ ok: boolean; words: string }> {
    const home = await this.parts.visitor.page('', signal).catch(() => null);
    return home?.kind === 'page'
      ? { ok: true, words: '网站可访问' }
      : { ok: false, words: `网站首页无法访问：${this.parts.site.SITE_URL}` };
  }

  /** A picture that nothing in force shows and that the site still serves, in words; null when there is none. */
  private async stillServed(publication: string, signal: AbortSignal): Promise<string | null> {
    for (const path of await this.parts.pictures.gone(publication))
      if (!(await this.parts.visitor.isGone(path, signal))) return `已不再使用的图片仍可访问：${path}`;
    return null;
  }

  close(): Promise<void> {
    return this.parts.lists.stop();
  }

  private correctionOf(
    r: WebsiteRendition,
    { corrects, releasedAt }: Context,
  ): Promise<Correction> | undefined {
    if (corrects === undefined) return undefined;
    return this.parts.earlier.replaced(r.publication, r.article.html, { at: releasedAt, corrects });
  }

  /** As it was noted, else as the page says it. */
  private async respondentOf(publication: string): Promise<Respondent> {
    const known = await this.parts.manifest.get(publication);
    const { issuer, phone } = known?.next ?? known?.shown ?? {};
    if (issuer !== undefined) return { issuer, ...(phone === undefined ? {} : { phone }) };
    return respondentOn((await this.parts.root.read(articlePath(publication))) ?? '');
  }

  /** The title of what takes its place, where this site shows it. */
  private async successorOf({ links }: Withdrawal): Promise<string | undefined> {
    const id = /\/n\/([^/]+)\.html$/u.exec(links.successor ?? '')?.[1];
    return id === undefined ? undefined : (await this.parts.manifest.get(id))?.shown?.title;
  }

  private address(publication: string): string {
    return `${this.parts.site.SITE_URL}/${articlePath(publication)}`;
  }
}
