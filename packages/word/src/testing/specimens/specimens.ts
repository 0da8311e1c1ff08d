import { numberingSpecimens } from './numbering.specimens.ts';
import { paperSpecimens } from './paper.specimens.ts';
import type { Specimen } from './specimen.ts';
import { tableSpecimens } from './table.specimens.ts';
import { textSpecimens } from './text.specimens.ts';
import { titlesSpecimens } from './titles.specimens.ts';
import { writersSpecimens } from './writers.specimens.ts';

/** Small Word documents, one matter each. */
export const specimens: readonly Specimen[] = [
  ...numberingSpecimens,
  ...textSpecimens,
  ...tableSpecimens,
  ...paperSpecimens,
  ...titlesSpecimens,
  ...writersSpecimens,
];
