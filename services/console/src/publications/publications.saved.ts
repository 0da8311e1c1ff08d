import type { PublicationState } from '../api/hub.types.ts';
import { publicationColours } from '../frame/colours.ts';
import { anyWords, oneOf, type Kept } from '../frame/saved.ts';
import type { Filters } from './publications.ts';

const states = Object.keys(publicationColours) as readonly PublicationState[];

/** What of the list's address narrows it. */
export const kept: Kept<Narrowed> = {
  q: anyWords,
  state: oneOf(states),
  organisation: anyWords,
  column: anyWords,
  item: anyWords,
  dueBefore: anyWords,
};
export type Narrowed = Pick<Filters, 'q' | 'state' | 'organisation' | 'column' | 'item' | 'dueBefore'>;
