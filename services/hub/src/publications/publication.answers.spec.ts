import { describe, expect, it } from 'vitest';
import type { Finding } from '../http/problem.ts';
import { released } from '../testing/story.ts';
import { newest } from './publication.ts';
import { content } from './paths/publication.examples.ts';
import { answersOf, later, type Answered, type Answers, type Check } from './publication.answers.ts';

const all: Answers = {
  numberOf: async ({ id }) => `kysrmzf/2026-${id}`,
  routeOf: async () => ({ levels: 2, secrecy: true }),
  columnOf: async () => null,
  effectiveItem: async () => null,
  usualFor: async () => null,
  audienceObjection: async () => null,
  standingOf: async () => null,
};
const { routeOf, ...others } = all;

const finding = (message: string): Finding => ({ field: 'title', message, remedy: '请核对。' });
const check = (looksAt: Check['looksAt'], ...messages: string[]): Check => ({
  looksAt,
  look: async () => messages.map(finding),
});
const { publication } = released();
const { matter, audience } = newest(publication);
const edition = { publication: publication.id, content, matter, audience };

describe('what publications ask', () => {
  it('is answered by whoever can', async () => {
    const answers = answersOf([{ answers: { routeOf } }, {}, { answers: others }]);

    expect(await answers.routeOf('tzgg')).toEqual({ levels: 2, secrecy: true });
    expect(await answers.numberOf(publication)).toBe(`kysrmzf/2026-${publication.id}`);
  });

  it('must be answered by somebody', () => {
    expect(() => answersOf([{ answers: others }])).toThrow(/routeOf, and nothing around them answers/);
  });

  it('must not be answered by two', () => {
    expect(() => answersOf([{ answers: all }, { answers: { routeOf } }])).toThrow(/routeOf, and two/);
  });

  it('may be asked only once everything is composed', async () => {
    let given: Answered | null = null;
    const ask = later(() => {
      if (given === null) throw new Error('too early');
      return given;
    });

    expect(() => ask.routeOf('tzgg')).toThrow('too early');
    given = answersOf([{ answers: all, checks: [check('words', '错字')] }]);
    expect(await ask.routeOf('tzgg')).toEqual({ levels: 2, secrecy: true });
    expect(await ask.effectiveItem('X1')).toBeNull();
    expect(await ask.findings(edition)).toEqual([finding('错字')]);
  });
});

it('findings are told in the same order whoever found them: elements, the document, its words', async () => {
  const answers = answersOf([
    { answers: all, checks: [check('words', '错字', '长句'), check('elements', '缺要素')] },
    { checks: [check('document', '文号')] },
  ]);

  const found = await answers.findings(edition);

  expect(found.map((f) => f.message)).toEqual(['缺要素', '文号', '错字', '长句']);
});
