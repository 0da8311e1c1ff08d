import { hashText } from '@towncrier/content';
import { fragmentOf, articlePath, minuteInChina } from './article.page.ts';
import type { DocumentRoot } from './document.root.ts';
import { homePage, homePath, listPage, listPath, pageOf, perPage, type Listed } from './list.pages.ts';
import { isUrgent, type Article, type Look, type Manifest } from './manifest.ts';
import type { SiteSettings } from './settings.ts';

export interface ListsParts {
  readonly site: SiteSettings;
  readonly root: DocumentRoot;
  readonly manifest: Manifest;
  readonly clock: () => Date;
  readonly warn: (words: string) => void;
}

const [onHome, urgentOnHome, urgentForMs] = [20, 3, 3 * 86_400_000];

/** Keeps list pages and home page in step with the articles' pages. Derived: may be done again at any time, and costs the same with any number of articles. */
export class Lists {
  private newest: number | null = null;
  private last: Promise<void> = Promise.resolve();
  private queued: Promise<void> | null = null;
  /** The last pass failed; another one is due. */
  owed = false;

  /** In the home page; changes with the frame, the style and the site's name and address. */
  private readonly stamp: string;

  constructor(private readonly parts: ListsParts) {
    const empty = homePage(parts.site, 1, [], []) + listPage(parts.site, 1, 1, []);
    this.stamp = `<!--lists:${hashText(empty).slice(0, 16)}-->`;
  }

  /** Resolves when every page written so far is listed, or a warning is told. Many calls at once are one pass. */
  refresh(): Promise<void> {
    this.queued ??= this.last.then(() => {
      this.queued = null;
      return this.run(null);
    });
    return this.queued;
  }

  /** At start: finishes what was interrupted; makes every list anew when the home page is missing or was made with another frame. */
  async start(): Promise<void> {
    await this.parts.root.tidy();
    const asNow = (await this.parts.root.read(homePath))?.includes(this.stamp) === true;
    await this.run(asNow ? null : 1);
  }

  private run(from: number | null): Promise<void> {
    this.last = this.pass(from).then(() => { this.owed = false; }, (error: unknown) => {
      this.owed = true;
      this.parts.warn(`lists are behind: ${error instanceof Error ? error.message : String(error)}`);
    });
    return this.last;
  }

  /** @param from list page from which on everything is made anew; null: only what changed */
  private async pass(from: number | null): Promise<void> {
    const { manifest, site, root } = this.parts;
    const changed = await this.changed();
    const last = await manifest.last();
    const newest = pageOf(last);
    const pages = new Set([...changed.values()].map(({ article }) => pageOf(article.number)));
    // The page before a new one gets its link to it.
    if (from !== null || newest !== this.newest) for (let page = from ?? this.newest ?? newest - 1; page <= newest; page += 1) if (page > 0) pages.add(page);
    const lookOf = (a: Article): Look | null => changed.get(a._id)?.look ?? a.shown;
    const writePages = async (): Promise<void> => {
      for (const page of pages) {
        const found = await manifest.between((page - 1) * perPage + 1, page * perPage);
        await root.writeDerived(listPath(page), listPage(site, page, newest, found.flatMap((a) => listed(a, lookOf(a)))));
      }
    };
    const writeHome = async (): Promise<void> => root.writeDerived(homePath, `${await this.home(last, newest, lookOf)}${this.stamp}\n`);
    // The stamp in the home page says that all lists are made: after them, when all are.
    if (from === null) await Promise.all([writePages(), writeHome()]);
    else await writePages().then(writeHome);
    await Promise.all([...changed.values()].map(({ article, look }) => manifest.settle(article, look)));
    this.newest = newest;
  }

  /** Articles whose pages show by now what was intended. */
  private async changed(): Promise<Map<string, { article: Article; look: Look }>> {
    const found = new Map<string, { article: Article; look: Look }>();
    for (const article of await this.parts.manifest.open()) {
      const page = await this.parts.root.read(articlePath(article._id));
      const fragment = page === null ? null : fragmentOf(page);
      if (fragment !== null && article.next !== null && hashText(fragment) === article.next.hash) found.set(article._id, { article, look: article.next });
    }
    return found;
  }

  private async home(last: number, newest: number, lookOf: (a: Article) => Look | null): Promise<string> {
    const latest = await this.parts.manifest.between(Math.max(1, last - onHome + 1), last);
    const older = (await this.parts.manifest.urgent(urgentOnHome)).filter((a) => !latest.some((b) => b._id === a._id));
    const since = this.parts.clock().getTime() - urgentForMs;
    const onTop = [...latest, ...older].filter((a) => { const at = lookOf(a); return at !== null && isUrgent(at) && Date.parse(a.releasedAt) >= since; }).slice(0, urgentOnHome);
    const lines = (of: readonly Article[]): readonly Listed[] => of.flatMap((a) => listed(a, lookOf(a)));
    return homePage(this.parts.site, newest, lines(onTop), lines(latest.filter((a) => !onTop.includes(a))));
  }
}

function listed(a: Article, at: Look | null): Listed[] {
  if (at === null) return [];
  const mark = at.state === 'withdrawn' ? '已撤回' : at.lane === 'urgent' ? '紧急' : at.state === 'corrected' ? '更正' : null;
  return [{ publication: a._id, title: at.title, date: minuteInChina(a.releasedAt).slice(0, 10), mark }];
}
