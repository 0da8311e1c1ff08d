import { minuteInChina } from './article.page.ts';
import type { DocumentRoot } from './document.root.ts';
import { homePage, listPage, listPath, pageOf, perPage, type Listed } from './list.pages.ts';
import type { Entry, Manifest } from './manifest.ts';
import type { SiteSettings } from './settings.ts';

/** Keeps list pages and home page in step with the manifest. Derived, so it may be done again at any time. */
export class Lists {
  private running: Promise<void> | null = null;
  private again = false;

  constructor(private readonly site: SiteSettings, private readonly root: DocumentRoot, private readonly manifest: Manifest) {}

  /** Many calls at once are one pass. Resolves when every change so far is listed. */
  async refresh(): Promise<void> {
    if (this.running !== null) {
      this.again = true;
      await this.running;
      if (!this.again) return;
    }
    this.again = false;
    this.running = this.pass().finally(() => { this.running = null; });
    await this.running;
  }

  private async pass(): Promise<void> {
    const changed = await this.manifest.unlisted();
    const newest = pageOf(await this.manifest.last());
    for (const page of new Set(changed.map((e) => pageOf(e.number)))) {
      const listed = await this.manifest.between((page - 1) * perPage + 1, page * perPage);
      await this.root.write(listPath(page), listPage(this.site, page, newest, listed.map(asListed)));
    }
    const last = await this.manifest.last();
    const latest = await this.manifest.between(Math.max(1, last - 19), last);
    const urgentFirst = [...latest].sort((a, b) => Number(urgent(b)) - Number(urgent(a)));
    await this.root.write('index.html', homePage(this.site, newest, urgentFirst.map(asListed)));
    for (const entry of changed) await this.manifest.listed(entry);
  }
}

const urgent = (e: Entry): boolean => e.lane === 'urgent' && e.state !== 'withdrawn';

function asListed(e: Entry): Listed {
  const mark = e.state === 'withdrawn' ? '已撤回' : e.state === 'corrected' ? '更正' : e.lane === 'urgent' ? '紧急' : null;
  return { publication: e._id, number: e.number, title: e.title, date: minuteInChina(e.releasedAt).slice(0, 10), mark };
}
