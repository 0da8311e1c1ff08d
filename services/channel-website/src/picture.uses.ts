import { everyOne, type Collection, type CollectionSpec } from '@towncrier/storage';
import { z } from 'zod';
import { articlePath } from './article.place.ts';
import type { DocumentRoot } from './document.root.ts';
import type { Article } from './manifest.ts';

/** That a publication shows a picture, or did; several may show the same one, named by its bytes. */
export const pictureUse = z.object({
  _id: z.string(),
  version: z.int(),
  path: z.string(),
  publication: z.string(),
  /** No edition in force of this publication shows it any more. */
  ended: z.boolean(),
});
export type PictureUse = z.infer<typeof pictureUse>;
export const pictureUses: CollectionSpec<PictureUse> = {
  name: 'picture_uses',
  schemaVersion: 1,
  schema: pictureUse,
  indexes: [
    ['path', 'ended'],
    ['publication', 'ended'],
  ],
};

/** Stands for all articles of earlier releases, once what they show was looked up in their pages. */
const adopted = 'adopted';
const most = 1000;

/**
 * Which publications show which pictures. A picture that nobody shows any more leaves the site: taken back is
 * taken back with all that belonged to it.
 */
export class PictureUses {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly uses: Collection<PictureUse>,
    private readonly articles: Collection<Article>,
    private readonly root: DocumentRoot,
  ) {}

  /** Before a page names it: the use first, then the file, so that no other ending takes it away. */
  bring(publication: string, path: string, bytes: number, data: () => Buffer): Promise<void> {
    return this.alone(async () => {
      await this.put(publication, path, false);
      if (!(await this.root.has(path, bytes))) await this.root.write(path, data());
    });
  }

  /** Before its page is replaced: what the page shows, which an earlier release may not have noted. */
  note(publication: string): Promise<void> {
    return this.alone(() => this.noteIn(publication));
  }

  /** After the page no longer names others than these. Pictures that nothing else shows are removed. */
  keepOnly(publication: string, paths: readonly string[]): Promise<void> {
    return this.alone(async () => {
      const { items } = await this.uses.find({ publication, ended: false }, { limit: most });
      const over = items.filter((use) => !paths.includes(use.path));
      if (over.length > 0) await this.adopt();
      for (const { path } of over) await this.end(publication, path);
    });
  }

  /**
   * Before anything is begun: pictures that were brought for a page which never came, because the process died in
   * between, leave the site.
   */
  async tidy(): Promise<void> {
    for await (const { publication, path } of everyOne(this.uses, { ended: false })) {
      const page = (await this.root.read(articlePath(publication))) ?? '';
      if (page.includes(path)) continue;
      await this.alone(() => this.end(publication, path));
    }
  }

  /** Paths of pictures that this publication showed once and nothing shows now. */
  async gone(publication: string): Promise<readonly string[]> {
    const { items } = await this.uses.find({ publication, ended: true }, { limit: most });
    const shown = await Promise.all(items.map(({ path }) => this.isShown(path)));
    return items.filter((_, n) => shown[n] === false).map(({ path }) => path);
  }

  private async end(publication: string, path: string): Promise<void> {
    await this.put(publication, path, true);
    if (!(await this.isShown(path))) await this.root.remove(path);
  }

  private async isShown(path: string): Promise<boolean> {
    return (await this.uses.count({ path, ended: false })) > 0;
  }

  private async put(publication: string, path: string, ended: boolean): Promise<void> {
    const _id = `${publication}/${path}`;
    await this.uses.change(_id, (known) =>
      known?.ended === ended ? null : { _id, path, publication, ended },
    );
  }

  /** Articles that an earlier release put up: their pages say what they show. */
  private async adopt(): Promise<void> {
    if ((await this.uses.get(adopted)) !== null) return;
    const inOrder = { order: { number: 'asc' } } as const;
    for await (const { _id } of everyOne(this.articles, { number: { gt: 0 } }, inOrder))
      await this.noteIn(_id);
    await this.uses.insert({ _id: adopted, path: '', publication: '', ended: true });
  }

  private async noteIn(publication: string): Promise<void> {
    const page = (await this.root.read(articlePath(publication))) ?? '';
    for (const [path] of page.matchAll(/media\/[0-9a-f]{64}\.[a-z]+/gu))
      await this.put(publication, path, false);
  }

  /** One at a time: nobody begins to show a picture while it is decided that nobody shows it. */
  private alone<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}
