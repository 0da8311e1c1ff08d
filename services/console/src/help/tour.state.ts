import { useSyncExternalStore } from 'react';
import { tours, type Tour } from './tours.ts';

/** A tour that is under way in this tab, and its step, from 0. */
export interface UnderWay {
  readonly tour: Tour;
  readonly step: number;
}

const place = 'towncrier.tour';
const listening = new Set<() => void>();
let unkept: string | null = null;

function kept(): string | null {
  try {
    return sessionStorage.getItem(place);
  } catch {
    return unkept;
  }
}

function keep(words: string): void {
  unkept = words;
  try {
    sessionStorage.setItem(place, words);
  } catch {
    // it goes on until the page is closed
  }
  listening.forEach((listener) => listener());
}

export const begin = (tour: Tour): void => keep(`${tour.needs} 0`);
export const goTo = ({ tour }: UnderWay, step: number): void => keep(`${tour.needs} ${step}`);
export const end = (): void => keep('');

function listen(listener: () => void): () => void {
  listening.add(listener);
  return () => listening.delete(listener);
}

/** It lives as long as its tab, and outlives a page that is loaded anew. */
export function useUnderWay(): UnderWay | undefined {
  const [needs, words] = (useSyncExternalStore(listen, kept) ?? '').split(' ');
  const tour = tours.find((t) => t.needs === needs);
  const step = Number(words);
  return tour === undefined || !Number.isInteger(step) ? undefined : { tour, step };
}
