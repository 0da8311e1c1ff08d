import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Shelf } from '@towncrier/channel-testkit';
import { packedAnew } from '@towncrier/media';

export interface Posted {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  /** Name of the file with its picture. */
  readonly picture?: string;
  visible: boolean;
}

const firstId = 5_000_000_000_000_001n;

/** What the account has posted, oldest first. */
export class StatusStore {
  private constructor(
    private readonly shelf: Shelf<Posted>,
    private readonly from: bigint,
    private readonly pictures: string,
  ) {}

  /** @param from how far its ids are from those of the first account */
  static async open(data: string, from: bigint): Promise<StatusStore> {
    const pictures = join(data, 'pictures');
    await mkdir(pictures, { recursive: true });
    return new StatusStore(await Shelf.open<Posted>(join(data, 'statuses.json')), from, pictures);
  }

  get all(): readonly Posted[] {
    return this.shelf.items;
  }
  /** Newest first. */
  public(): readonly Posted[] {
    return this.shelf.items.filter((s) => s.visible).toReversed();
  }
  find(id: string | undefined): Posted | undefined {
    return this.shelf.items.find((s) => s.id === id && s.visible);
  }
  has(text: string): boolean {
    return this.shelf.items.some((s) => s.visible && s.text === text);
  }

  /** `crowd` others post right after it. The picture is packed anew, as the platform does. */
  async post(text: string, picture: Uint8Array | null, crowd: number): Promise<Posted> {
    const kept = picture === null ? {} : { picture: await this.keep(picture) };
    const before = this.shelf.items.length;
    const posted = (words: string, ahead: number): Posted => ({
      id: String(firstId + this.from + BigInt(before + ahead)),
      text: words,
      at: new Date().toISOString(),
      visible: true,
    });
    const made = { ...posted(text, 0), ...kept };
    const others = Array.from({ length: crowd }, (_, i) => posted(`其他部门的微博 ${before}-${i}`, i + 1));
    this.shelf.items.push(made, ...others);
    await this.shelf.save();
    return made;
  }

  /** @returns null where there is none of that name */
  picture(name: string): Promise<Uint8Array | null> {
    const known = this.shelf.items.some(({ picture }) => picture === name);
    return known ? readFile(join(this.pictures, name)) : Promise.resolve(null);
  }

  private async keep(picture: Uint8Array): Promise<string> {
    const name = `${createHash('sha256').update(picture).digest('hex').slice(0, 32)}.jpg`;
    await writeFile(join(this.pictures, name), await packedAnew(picture, 75));
    return name;
  }

  async remove(id: string): Promise<void> {
    const found = this.shelf.items.find((s) => s.id === id);
    if (found === undefined) return;
    found.visible = false;
    await this.shelf.save();
  }

  clear(): Promise<void> {
    return this.shelf.clear();
  }
}
