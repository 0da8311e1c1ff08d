import { describe, expect, it } from 'vitest';
import type { Survey } from '../../packages/storage/src/survey.finding.ts';
import { isSound, reportOf } from './survey.report.ts';

const survey = (over: Partial<Survey> = {}): Survey => ({
  collection: 'publications',
  documents: 6,
  held: 1,
  wanted: 1,
  faults: [],
  ...over,
});
const said = (...surveys: readonly Survey[]): readonly string[] =>
  reportOf([{ service: 'hub', surveys }]).split('\n');

describe('what is said before a new release starts', () => {
  it('counts what a service keeps, and says that it opens', () => {
    expect(said(survey(), survey({ collection: 'people', documents: 1 }))).toEqual([
      'hub: 2 collections, 7 documents',
      'Everything opens as it is.',
    ]);
  });

  it('names the collections that move, from which version to which, and what moves them', () => {
    expect(said(survey({ wanted: 3 }))).toEqual([
      'hub: 1 collection, 6 documents',
      '  publications: version 1 → 3, 6 documents to be brought up',
      'Everything opens; 1 collection to be brought up by `npm run migrate`, or by the next start.',
    ]);
  });

  it('names the first three documents that do not fit, counts the rest, and says what to do', () => {
    const faults = ['a', 'b', 'c', 'd', 'e'].map((id) => `publications "${id}" does not fit its schema: x`);
    expect(said(survey({ faults }))).toEqual([
      'hub: 1 collection, 6 documents',
      ...faults.slice(0, 3).map((fault) => `  ✗ ${fault}`),
      '  ✗ and 2 more of publications',
      '5 faults: this release cannot work with these data. Correct its migration or schema, or start the release that wrote them.',
    ]);
  });

  it('is sound only when no collection of any service has a fault', () => {
    const good = { service: 'monitor', surveys: [survey()] };
    expect(isSound([good])).toBe(true);
    expect(isSound([good, { service: 'hub', surveys: [survey(), survey({ faults: ['x'] })] }])).toBe(false);
  });
});
