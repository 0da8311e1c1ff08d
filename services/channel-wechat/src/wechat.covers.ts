import type { WarningLevel } from '@towncrier/contracts';
import { warningLevels } from '@towncrier/content';
import type { Uploads } from './uploads.ts';
import type { Account } from './wechat.accounts.ts';
import { coverImage } from './wechat.cover.ts';
import { toWechatImage } from './wechat.image.ts';
import { leadBytes, type Led } from './wechat.lead.ts';

type Covered = Led & { readonly title: string; readonly level?: WarningLevel };

/**
 * The cover of each article is an image of its own in the library of its account, so that it can be deleted with
 * the article: no other one uses it. `key` is the idempotency key the article is put up with.
 */
export class WechatCovers {
  constructor(private readonly uploads: Uploads) {}

  /** @returns its media id at the account; uploaded once, however often it is asked for */
  of({ id, client }: Account, key: string, rendition: Covered, signal: AbortSignal): Promise<string> {
    return this.uploads.once(id, nameOf(key), async () =>
      client.addImage(await imageOf(rendition), 'cover.jpg', signal),
    );
  }

  /** The account has it no longer: asked for again, it is uploaded again. */
  forget({ id }: Account, key: string): Promise<void> {
    return this.uploads.forget(id, nameOf(key));
  }

  /** Deletes it at the account. What is gone already, or was never there, is fine. */
  async remove({ id, client }: Account, key: string, signal: AbortSignal): Promise<void> {
    const cover = await this.uploads.placeOf(id, nameOf(key));
    if (cover === null) return;
    await client.deleteMaterial(cover, signal);
    await this.uploads.forget(id, nameOf(key));
  }
}

const nameOf = (key: string): string => `cover:${key}`;

/** The picture of the text that stands for it, which the platform cuts; else its title. */
async function imageOf(rendition: Covered): Promise<Uint8Array> {
  const picture = leadBytes(rendition);
  if (picture !== null) return toWechatImage(picture);
  const { title, level } = rendition;
  return coverImage({ title, ...(level === undefined ? {} : { colours: warningLevels[level] }) });
}
