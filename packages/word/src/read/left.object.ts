import type { LossKindName } from '@towncrier/content/losses';
import type { ParagraphSink } from './paragraph.sink.ts';
import type { Reading } from './reading.ts';
import type { PicturePiece } from './word.model.ts';
import type { XmlElement } from '../xml/xml.element.ts';
import type { Crop } from '../objects/crop.ts';

/** Characters that a screen reader reads out before somebody stops it. */
const longestAlt = 120;

/** What is lost where nothing draws it. */
type Lost = NonNullable<PicturePiece['standsFor']>;

/** Something that only an office program can draw: a picture of it where one will be asked, a loss where not. */
export function leaveToOffice(
  standsFor: Lost,
  alt: string,
  element: XmlElement,
  sink: ParagraphSink,
  reading: Reading,
): void {
  const where = reading.place.here;
  if (!reading.mayDraw() || !reading.fields.seen) {
    sink.tell();
    return reading.lose(standsFor.kind, standsFor.words);
  }
  const source = { element, part: reading.part };
  const piece: PicturePiece = {
    is: 'picture',
    key: `object ${reading.objects.length}`,
    source,
    alt: short(alt || nameOf(standsFor.kind)),
    where,
    standsFor,
  };
  reading.objects.push(piece);
  sink.add(piece);
}

/** A picture whose bytes are in the file. */
export const pictureOf = (
  part: string,
  crop: Crop | null,
  said: Pick<PicturePiece, 'alt' | 'where' | 'standsFor'>,
): PicturePiece => ({
  is: 'picture',
  key: crop === null ? part : `${part} ${Object.values(crop).join(' ')}`,
  source: { part, crop },
  ...said,
});

const nameOf = (kind: LossKindName): string => (kind === 'equation' ? '公式' : '图形');

const short = (words: string): string =>
  words.length > longestAlt ? `${[...words].slice(0, longestAlt - 1).join('')}…` : words;
