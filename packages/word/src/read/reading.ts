import { LossList, type LossKindName } from '@towncrier/content/losses';
import { FieldStack } from '../fields/field.stack.ts';
import { NumberingCounter } from '../numbering/numbering.counter.ts';
import { readLists } from '../numbering/numbering.definitions.ts';
import type { Part, WordPackage } from '../package/word.package.ts';
import { StyleSheet } from '../styles/style.sheet.ts';
import type { XmlElement } from '../xml/xml.element.ts';
import type { Around } from './around.ts';
import { NoteList } from './note.list.ts';
import type { ParagraphSink } from './paragraph.sink.ts';
import { Place } from './place.ts';
import type { Block, PicturePiece } from './word.model.ts';

/** Objects of one document that are drawn; a paper with more of them is no notice. */
const mostObjects = 40;

/** The readers that call each other: a box in a run holds paragraphs, which hold runs. */
export interface Walk {
  inline(elements: readonly XmlElement[], around: Around, sink: ParagraphSink, reading: Reading): void;
  blocks(elements: readonly XmlElement[], reading: Reading, whiteIsSeen: boolean): readonly Block[];
}

/** What one reading of a document carries along: where it is, what it counted, what it left out. */
export class Reading {
  readonly losses = new LossList();
  readonly place = new Place();
  readonly fields = new FieldStack();
  readonly notes = new NoteList();
  readonly styles: StyleSheet;
  readonly numbering: NumberingCounter;
  readonly file: WordPackage;
  readonly walk: Walk;
  /** What is left to an office program, in the order met. */
  readonly objects: PicturePiece[] = [];
  readonly commentsMet = new Set<string>();
  private readonly draws: boolean;
  /** The part that is read: its relationships say what its pictures and links are. */
  part: Part;

  constructor(file: WordPackage, walk: Walk, draws: boolean) {
    this.draws = draws;
    this.file = file;
    this.walk = walk;
    this.part = file.document;
    this.styles = new StyleSheet(file.styles);
    this.numbering = new NumberingCounter(readLists(file.numbering, (style) => this.styles.listOf(style)));
  }

  /** Will an office program be asked for one more? */
  mayDraw(): boolean {
    return this.draws && this.objects.length < mostObjects;
  }

  lose(kind: LossKindName, words = '', count = 1): void {
    this.losses.add(kind, this.place.here, words, count);
  }
}
