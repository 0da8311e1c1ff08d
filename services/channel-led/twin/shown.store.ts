import { join } from 'node:path';
import { Shelf } from '@towncrier/channel-testkit';
import type { Item, ScreenFacts } from './screen.box.ts';

/** What a screen showed of a notice last, and whether it still does. */
export interface Row {
  readonly id: string;
  readonly screen: string;
  readonly notice: string;
  readonly edition: number;
  readonly kind: 'notice' | 'withdrawal';
  readonly text: string;
  readonly pages: readonly string[];
  visible: boolean;
  readonly at: string;
}

/** What people have seen on the screens. */
export class ShownStore {
  private constructor(private readonly shelf: Shelf<Row>) {}

  static async open(data: string): Promise<ShownStore> {
    return new ShownStore(await Shelf.open<Row>(join(data, 'shown.json')));
  }

  get rows(): readonly Row[] {
    return this.shelf.items;
  }

  /** `fresh` came onto the screen; of everything else, only what is `due` is still visible. */
  async update(
    { id: screen }: ScreenFacts,
    fresh: readonly Item[],
    due: readonly Item[],
    now: string,
  ): Promise<void> {
    for (const item of fresh) this.put(rowOf(screen, item, now));
    for (const row of this.shelf.items)
      if (row.screen === screen) row.visible = due.some((i) => i.notice === row.notice);
    await this.shelf.save();
  }

  clear(): Promise<void> {
    return this.shelf.clear();
  }

  private put(row: Row): void {
    const index = this.shelf.items.findIndex((r) => r.id === row.id);
    if (index < 0) this.shelf.items.push(row);
    else this.shelf.items[index] = row;
  }
}

const rowOf = (screen: string, item: Item, at: string): Row => ({
  id: `${screen}/${item.notice}`,
  screen,
  notice: item.notice,
  edition: item.edition,
  kind: item.kind,
  text: item.text,
  pages: item.pages.map((p) => p.sha256),
  visible: true,
  at,
});
