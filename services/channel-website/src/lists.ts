import { dateInChina, endingWords, hashText } from '@towncrier/content';
import { fragmentOf, articlePath } from './article.place.ts';
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
/** List pages made anew in one pass: publications wait for one pass at most. */
const slice = 20;

/**
 * Keeps list pages and home page in step with the articles' pages. Derived: may be done again at any time,
 * and costs the same with any number of articles.
 */
export class Lists {
  private newest: number | null = null;
  private last: Promise<void> = Promise.resolve();
  private queued: Promise<void> | null = null;
  /** The oldest list page that is still to be made anew; null: none. */
  private due: number | null = null;
  private stopped = false;
  /** The last pass failed; another one is due. */
  owed = false;

  /** In the home page; changes with the frame, the style and the site's name and address. */
  private readonly stamp: string;

  constructor(private readonly parts: ListsParts) {
    const empty = homePage(parts.site, 1, [], []) + listPage(parts.site, 1, 1, []);
    this.stamp = `<!--lists:${hashText(empty).slice(0, 16)}-->`;
  }

  /**
   * Resolves when every page written so far is listed, or a warning is told. Many calls at once are one pass.
   */
  refresh(): Promise<void> {
    this.queued ??= this.last.then(() => {
      this.queued = null;
      return this.run();
    });
    return this.queued;
  }

  /**
   * At start: finishes what was interrupted. When the home page is missing or has another frame, every list
   * is made anew, the older ones meanwhile.
   */
  async start(): Promise<void> {
    await this.parts.root.tidy();
    if ((await this.parts.root.read(homePath))?.includes(this.stamp) !== true) this.due = 1;
    await this.refresh();
  }

  /** What is not made anew by now is at the next start. */
  stop(): Promise<void> {
    this.stopped = true;
    return this.queued ?? this.last;
  }

  private run(): Promise<void> {
    this.last = this.pass().then(
      () => {
        this.owed = false;
        if (this.due !== null && !this.stopped) void this.refresh();
      },
      (error: unknown) => {
        this.owed = true;
        this.parts.warn(`lists are behind: ${error instanceof Error ? error.message : String(error)}`);
      },
    );
    return this.last;
  }

  private async pass(): Promise<void> {
    const { manifest, site, root } = this.parts;
    const due = this.due;
    const changed = await this.changed();
    const last = await manifest.last();
    const newest = pageOf(last);
    const pages = new Set([...changed.values()].map(({ article }) => pageOf(article.number)));
    const add = (from: number, to: number): void => {
      for (let page = Math.max(1, from); page <= to; page += 1) pages.add(page);
    };
    // The page before a new one gets its link to it.
    if (newest !== this.newest) add(this.newest ?? newest - 1, newest);
    if (due !== null) add(due, Math.min(due + slice - 1, newest));
    const allMade = due === null || due + slice > newest;
    const lookOf = (a: Article): Look | null => changed.get(a._id)?.look ?? a.shown;
    const writePages = async (): Promise<void> => {
      for (const page of pages) {
        const found = await manifest.between((page - 1) * perPage + 1, page * perPage);
        await root.writeDerived(
          listPath(page),
          listPage(
            site,
            page,
            newest,
            found.flatMap((a) => listed(a, lookOf(a))),
          ),
        );
      }
    };
    // The stamp says that all lists are made: in the last home page written, after the lists.
    const writeHome = async (): Promise<void> =>
      root.writeDerived(homePath, `${await this.home(last, newest, lookOf)}${allMade ? this.stamp : ''}\n`);
    if (due === null) await Promise.all([writePages(), writeHome()]);
    else await writePages().then(writeHome);
    await Promise.all([...changed.values()].map(({ article, look }) => manifest.settle(article, look)));
    this.newest = newest;
    this.due = allMade ? null : due + slice;
  }

  /** Articles whose pages show by now what was intended. */
  private async changed(): Promise<Map<string, { article: Article; look: Look }>> {
    const found = new Map<string, { article: Article; look: Look }>();
    for (const article of await this.parts.manifest.open()) {
      const page = await this.parts.root.read(articlePath(article._id));
      const fragment = page === null ? null : fragmentOf(page);
      if (fragment !== null && article.next !== null && hashText(fragment) === article.next.hash)
        found.set(article._id, { article, look: article.next });
    }
    return found;
  }

  private async home(last: number, newest: number, lookOf: (a: Article) => Look | null): Promise<string> {
    const latest = await this.parts.manifest.between(Math.max(1, last - onHome + 1), last);
    const older = (await this.parts.manifest.urgent(urgentOnHome)).filter(
      (a) => !latest.some((b) => b._id === a._id),
    );
    const since = this.parts.clock().getTime() - urgentForMs;
    const onTop = [...latest, ...older]
      .filter((a) => {
        const at = lookOf(a);
        return at !== null && isUrgent(at) && Date.parse(a.releasedAt) >= since;
      })
      .slice(0, urgentOnHome);
    const lines = (of: readonly Article[]): readonly Listed[] => of.flatMap((a) => listed(a, lookOf(a)));
    return homePage(this.parts.site, newest, lines(onTop), lines(latest.filter((a) => !onTop.includes(a))));
  }
}

function listed(a: Article, at: Look | null): Listed[] {
  if (at === null) return [];
  const mark =
    at.state === 'withdrawn'
      ? endingWords(at.act).done
      : at.lane === 'urgent'
        ? '紧急'
        : at.state === 'corrected'
          ? '更正'
          : null;
  return [{ publication: a._id, title: at.title, date: dateInChina(a.releasedAt), mark }];
}
