import { done, within } from './case.ts';

/** 条例 art. 36: one of the ways to answer. */
export const answer = within<'answer'>(['handling'], (at, { kind, words, publication }) =>
  done(at, { state: 'answered', answer: { kind, words, on: at.on, publication } }),
);

export const archive = within<'archive'>(['answered', 'abandoned'], (at) => done(at, { state: 'archived' }));
