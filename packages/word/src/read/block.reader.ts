import { chosenOf } from '../xml/alternative.ts';
import { childOf, isOn, valueOf, wordsOf, firstWithin, type XmlElement } from '../xml/xml.element.ts';
import { verdictOf } from '../word.verdicts.ts';
import { readParagraph, type ReadParagraph } from './paragraph.reader.ts';
import type { Reading } from './reading.ts';
import { readTable } from './table.reader.ts';
import { isEmpty, textOf, type Block, type Piece } from './word.model.ts';

/** Reads paragraphs and tables, and looks through what only holds them together. */
export function readBlocks(
  elements: readonly XmlElement[],
  reading: Reading,
  whiteIsSeen: boolean,
): readonly Block[] {
  const reader = new BlockReader(reading, whiteIsSeen);
  reader.readAll(elements);
  return reader.finish();
}

class BlockReader {
  private readonly blocks: Block[] = [];
  /** Of a paragraph that goes on in the next one. */
  private carried: readonly Piece[] = [];
  private readonly reading: Reading;
  private readonly whiteIsSeen: boolean;

  constructor(reading: Reading, whiteIsSeen: boolean) {
    this.reading = reading;
    this.whiteIsSeen = whiteIsSeen;
  }

  readAll(elements: readonly XmlElement[]): void {
    for (const element of elements) this.read(element);
  }

  finish(): readonly Block[] {
    if (this.carried.length > 0) this.blocks.push({ ...bare, pieces: this.carried });
    return this.blocks;
  }

  private read(element: XmlElement): void {
    switch (element.name) {
      case 'w:p':
        return this.take(readParagraph(element, this.reading, this.whiteIsSeen));
      case 'w:tbl':
        this.blocks.push(...readTable(element, this.reading));
        return;
      case 'w:sdt':
        return this.readControl(element);
      case 'mc:AlternateContent':
        return this.readAll(chosenOf(element));
      case 'w:ins':
      case 'w:moveTo':
        this.reading.lose('open-revision', `插入：${wordsOf(element)}`);
        return this.readAll(element.children);
      case 'w:del':
      case 'w:moveFrom':
        return this.reading.lose('open-revision', `删除：${wordsOf(element)}`);
      case 'w:r':
      case 'w:hyperlink':
      case 'm:oMath':
      case 'm:oMathPara':
        // some writers put runs and formulas where only paragraphs may stand
        return this.take(
          readParagraph({ ...element, name: 'w:p', children: [element] }, this.reading, this.whiteIsSeen),
        );
      default:
        return this.readOther(element);
    }
  }

  private readOther(element: XmlElement): void {
    const verdict = verdictOf(element.name);
    if (verdict.is === 'silent') return;
    if (verdict.is === 'lost') this.reading.lose(verdict.kind, wordsOf(element));
    else this.readAll(element.children);
  }

  private readControl(element: XmlElement): void {
    const properties = childOf(element, 'w:sdtPr');
    const content = childOf(element, 'w:sdtContent');
    if (content === undefined) return;
    const gallery = valueOf(childOf(properties, 'w:docPartObj'), 'w:docPartGallery');
    const prompt = childOf(properties, 'w:showingPlcHdr');
    if (gallery === 'Table of Contents') this.reading.lose('contents-list', wordsOf(content));
    else if (
      prompt !== undefined &&
      isOn(prompt.attributes['w:val']) &&
      firstWithin(content, 'w:tbl') === undefined
    )
      this.reading.lose('form-control', wordsOf(content));
    else this.readAll(content.children);
  }

  private take({ paragraph, boxes, goesOn, beginsContents }: ReadParagraph): void {
    if (beginsContents) this.dropContentsHeading();
    const whole = { ...paragraph, pieces: [...this.carried, ...paragraph.pieces] };
    this.carried = [];
    if (goesOn) this.carried = whole.pieces;
    else if (!isEmpty(whole)) {
      this.blocks.push(whole);
      this.reading.place.passParagraph();
    }
    this.blocks.push(...boxes);
  }

  /** 目录 above a list of contents that is left out. */
  private dropContentsHeading(): void {
    const last = this.blocks.at(-1);
    if (last?.is === 'paragraph' && /^目\s*[录次]$/u.test(textOf(last).trim())) {
      this.blocks.pop();
      this.reading.lose('contents-list', textOf(last));
    }
  }
}

const bare = { is: 'paragraph', align: undefined, outline: undefined, isTitle: false, label: null } as const;
