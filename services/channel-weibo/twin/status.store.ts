import { join } from 'node:path';
import { Shelf } from '@towncrier/channel-testkit';

export interface Posted {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  visible: boolean;
}

const firstId = 5_000_000_000_000_001n;

/** What the account has posted, oldest first. */
export class StatusStore {
  private constructor(
    private readonly shelf: Shelf<Posted>,
    private readonly from: bigint,
  ) {}

  /** @param from how far its ids are from those of the first account */
  static async open(data: string, from: bigint): Promise<StatusStore> {
    return new StatusStore(await Shelf.open<Posted>(join(data, 'statuses.json')), from);
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

  /** `crowd` others post right after it. */
  async post(text: string, crowd: number): Promise<Posted> {
    const before = this.shelf.items.length;
    const posted = (words: string, ahead: number): Posted => ({
      id: String(firstId + this.from + BigInt(before + ahead)),
      text: words,
      at: new Date().toISOString(),
      visible: true,
    });
    const made = posted(text, 0);
    const others = Array.from({ length: crowd }, (_, i) => posted(`其他部门的微博 ${before}-${i}`, i + 1));
    this.shelf.items.push(made, ...others);
    await this.shelf.save();
    return made;
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
