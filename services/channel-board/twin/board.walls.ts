import { join } from 'node:path';
import { Shelf } from '@towncrier/channel-testkit';

/** A sheet on a board: what is printed on it, and what its code answered when somebody last scanned it. */
export interface Hanging {
  readonly id: string;
  readonly board: string;
  readonly boardTitle: string;
  readonly paper: string;
  readonly publication: string;
  readonly edition: number;
  readonly title: string;
  readonly issuer: string;
  readonly words: string;
  readonly scan: string;
  answer: string;
  headline: string;
  readonly file: string;
  readonly at: string;
}

/** Somebody far from any board who was sent the code, e.g. as a photo. */
export interface Scanned {
  readonly publication: string;
  readonly title: string;
  readonly headline: string;
  readonly answer: string;
  readonly at: string;
}

/** What hangs on the boards, and what scans elsewhere have answered. */
export class BoardWalls {
  private constructor(
    private readonly hanging: Shelf<Hanging>,
    private readonly scans: Shelf<Scanned>,
  ) {}

  static async open(data: string): Promise<BoardWalls> {
    return new BoardWalls(
      await Shelf.open<Hanging>(join(data, 'hanging.json')),
      await Shelf.open<Scanned>(join(data, 'scans.json')),
    );
  }

  get sheets(): readonly Hanging[] {
    return this.hanging.items;
  }
  get scanned(): readonly Scanned[] {
    return this.scans.items;
  }

  /** In the place of the sheet that hung there. */
  async hang(sheet: Hanging): Promise<void> {
    put(this.hanging.items, sheet, (h) => h.id === sheet.id);
    await this.hanging.save();
  }

  /** Kept by the next `save`. */
  note(scan: Scanned): void {
    put(this.scans.items, scan, (s) => s.publication === scan.publication);
  }

  async save(): Promise<void> {
    await this.hanging.save();
    await this.scans.save();
  }
  async clear(): Promise<void> {
    await this.hanging.clear();
    await this.scans.clear();
  }
}

function put<T>(list: T[], item: T, same: (other: T) => boolean): void {
  const index = list.findIndex(same);
  if (index < 0) list.push(item);
  else list[index] = item;
}
