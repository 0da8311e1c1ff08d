import { machineOffice } from '@towncrier/media';
import type { DrawObjects, Picture } from '@towncrier/word';
import { pictureOrLoss } from './word.picture.ts';

/** Milliseconds of an import that an office program may take in all. */
const drawingTime = 30_000;

/** What is left of the time for drawing in one import. */
export class DrawingTime {
  private readonly until: number;

  constructor(within = drawingTime) {
    this.until = performance.now() + within;
  }

  get left(): number {
    return Math.max(this.until - performance.now(), 0);
  }
}

/** Has the office program of this machine draw the objects of a document; where there is none, nothing is drawn. */
export const drawnWithin =
  (time: DrawingTime): DrawObjects =>
  async (documents) => {
    const pages = await machineOffice().drawn('docx', documents, time.left);
    return Promise.all(pages.map(pictureOf));
  };

async function pictureOf(page: Uint8Array | null): Promise<Picture | null> {
  const made = page === null ? null : await pictureOrLoss(page);
  return made === null || 'lost' in made ? null : made;
}
