import { changesBetween, hashText } from '@towncrier/content';
import type { Edition } from '@towncrier/contracts';
import { fragmentOf, articlePath } from './article.place.ts';
import type { Correction } from './correction.section.ts';
import type { DocumentRoot } from './document.root.ts';
import { earlierPage, earlierPath } from './earlier.page.ts';
import type { Manifest } from './manifest.ts';
import type { SiteSettings } from './settings.ts';

type Corrects = NonNullable<Edition['corrects']>;

/** Reasons that say that something should not have been read. */
const unfit =
  /个人信息|个人资料|隐私|身份证|手机号|姓名|住址|涉密|泄密|泄露|秘密|保密|敏感|脱敏|(?:不宜|不应|不得|误)公开/u;

/**
 * Whether what is corrected must not stay readable. The editor says so; where the public reason speaks of personal
 * or secret matter, nobody has to think of it: what should not have been public is not kept public as history.
 */
export const mustHide = ({ hidesEarlier, reason }: Corrects): boolean =>
  hidesEarlier === true || unfit.test(reason);

/** Earlier editions at addresses of their own, as long as nothing speaks against it. */
export class EarlierEditions {
  constructor(
    private readonly site: SiteSettings,
    private readonly root: DocumentRoot,
    private readonly manifest: Manifest,
  ) {}

  /**
   * Before the page of a correction is written: keeps what stands there, or takes away all that was kept. The same
   * when it is done again after the page was written.
   * @param html the article of the correction
   */
  async replaced(
    publication: string,
    html: string,
    about: { readonly at: string; readonly corrects: Corrects },
  ): Promise<Correction> {
    const { at, corrects } = about;
    const told = { at, replaces: corrects.edition };
    if (mustHide(corrects)) {
      await this.remove(publication, corrects.edition);
      return { ...told, path: null, changes: null };
    }
    const path = earlierPath(publication, corrects.edition);
    await this.keep(publication, told);
    const before = fragmentOf((await this.root.read(path)) ?? '');
    return before === null
      ? { ...told, path: null, changes: null }
      : { ...told, path, changes: changesBetween(before, html) };
  }

  /** None of them may be read any more. @param last the newest that may have been kept */
  async remove(publication: string, last: number): Promise<void> {
    for (let edition = 1; edition <= last; edition += 1)
      await this.root.remove(earlierPath(publication, edition));
  }

  /** The page shows the edition that is replaced only until it is written anew: what the manifest says tells. */
  private async keep(
    publication: string,
    { at, replaces }: Pick<Correction, 'at' | 'replaces'>,
  ): Promise<void> {
    const shown = (await this.manifest.get(publication))?.shown;
    const standing = fragmentOf((await this.root.read(articlePath(publication))) ?? '');
    if (standing === null || shown?.edition !== replaces || shown.hash !== hashText(standing)) return;
    const { title, column } = shown;
    const facts = { publication, title, edition: replaces, column, replacedAt: at };
    await this.root.write(earlierPath(publication, replaces), earlierPage(this.site, standing, facts));
  }
}
