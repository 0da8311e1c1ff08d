import type { Paper, Tables } from './poster/poster.ts';

/** What a sheet is printed on, and how its tables are drawn. */
export interface SheetForm {
  readonly paper: Paper;
  readonly tables: Tables;
}

const papers: readonly Paper[] = ['A3', 'A4'];

/** The form of a board is its paper; the name tells it from sheets that were approved with narrow columns. */
export const formOfPaper = (paper: Paper): string => `${paper}-2`;

/** Of sheets that were approved while numbers could run into each other. */
export const formerForms: readonly string[] = papers;

/** What the names of forms stand for; others are not ours. */
export const sheetFormsNamed = (names: readonly string[]): readonly SheetForm[] =>
  names.flatMap((name): readonly SheetForm[] => {
    const paper = papers.find((one) => name === one || name === formOfPaper(one));
    return paper === undefined ? [] : [{ paper, tables: name === paper ? 'shared' : 'fitted' }];
  });
