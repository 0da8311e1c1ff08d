import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Shelf } from '@towncrier/channel-testkit';
import type { Article } from './article.ts';

export interface Draft {
  readonly id: string;
  readonly article: Article;
}
export interface Published {
  readonly publishId: string;
  readonly articleId: string;
  readonly article: Article;
  readonly at: string;
  visible: boolean;
  ready: boolean;
}
export interface Image {
  readonly id: string;
  readonly data: string;
}

/** An image of the material library; each upload is one of its own, whatever its bytes. */
export interface Material {
  readonly mediaId: string;
  readonly image: string;
}

/** What the account holds: uploads, drafts, articles. */
export class AccountStore {
  private constructor(
    readonly drafts: Shelf<Draft>,
    readonly published: Shelf<Published>,
    readonly images: Shelf<Image>,
    readonly materials: Shelf<Material>,
  ) {}

  static async open(data: string): Promise<AccountStore> {
    return new AccountStore(
      await Shelf.open<Draft>(join(data, 'drafts.json')),
      await Shelf.open<Published>(join(data, 'published.json')),
      await Shelf.open<Image>(join(data, 'images.json')),
      await Shelf.open<Material>(join(data, 'materials.json')),
    );
  }

  /** @param form multipart body with one file @returns the file's id */
  async keepImage(form: Buffer): Promise<string> {
    const start = form.indexOf('\r\n\r\n') + 4;
    const end = form.lastIndexOf('\r\n--');
    const bytes = form.subarray(start, end < start ? form.length : end);
    const id = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
    if (!this.images.items.some((i) => i.id === id))
      await this.images.add({ id, data: bytes.toString('base64') });
    return id;
  }

  async addMaterial(form: Buffer): Promise<Material> {
    const made = { mediaId: `material-${randomUUID()}`, image: await this.keepImage(form) };
    await this.materials.add(made);
    return made;
  }

  /** @returns whether there was one */
  async deleteMaterial(mediaId: string): Promise<boolean> {
    const index = this.materials.items.findIndex((m) => m.mediaId === mediaId);
    if (index < 0) return false;
    this.materials.items.splice(index, 1);
    await this.materials.save();
    return true;
  }

  /** A draft is used up when it is published. @returns null for an unknown draft */
  takeDraft(id: string): Draft | null {
    const index = this.drafts.items.findIndex((d) => d.id === id);
    return index < 0 ? null : (this.drafts.items.splice(index, 1)[0] ?? null);
  }

  /** Accepted, not public yet. `crowd` others publish right after it. */
  async accept(draft: Draft, crowd: number): Promise<Published> {
    const made: Published = {
      publishId: String(2_247_500_000 + this.published.items.length),
      articleId: newArticleId(),
      article: draft.article,
      at: new Date().toISOString(),
      visible: true,
      ready: false,
    };
    const others = Array.from({ length: crowd }, (_, i) => ofOthers(made, i));
    this.published.items.push(made, ...others);
    await this.published.save();
    await this.drafts.save();
    return made;
  }

  article(articleId: string): Published | undefined {
    return this.published.items.find((p) => p.articleId === articleId);
  }

  /** What readers see, newest first. */
  public(): readonly Published[] {
    return this.published.items.filter((p) => p.ready && p.visible).toReversed();
  }

  async clear(): Promise<void> {
    await this.published.clear();
    await this.drafts.clear();
    await this.materials.clear();
  }
}

const newArticleId = (): string => randomUUID().replaceAll('-', '');

const ofOthers = (made: Published, i: number): Published => ({
  ...made,
  publishId: `${made.publishId}-crowd-${i}`,
  articleId: newArticleId(),
  article: { ...made.article, title: `其他部门的文章 ${i}`, content_source_url: '' },
  ready: true,
});
