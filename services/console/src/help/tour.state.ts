import { useSyncExternalStore } from 'react';
import { KeptWords } from '../frame/kept.words.ts';
import { tours, type Tour } from './tours.ts';

/** A tour that is under way in this tab, and its step, from 0. */
export interface UnderWay {
  readonly tour: Tour;
  readonly step: number;
}

const words = new KeptWords('towncrier.tour', () => sessionStorage);

export const begin = (tour: Tour): void => words.write(`${tour.needs} 0`);
export const goTo = ({ tour }: UnderWay, step: number): void => words.write(`${tour.needs} ${step}`);
export const end = (): void => words.write('');

/** It lives as long as its tab, and outlives a page that is loaded anew. */
export function useUnderWay(): UnderWay | undefined {
  const [needs, at] = (useSyncExternalStore(words.listen, words.read) ?? '').split(' ');
  const tour = tours.find((t) => t.needs === needs);
  const step = Number(at);
  return tour === undefined || !Number.isInteger(step) ? undefined : { tour, step };
}
