import { expect, it } from 'vitest';
import { nobody } from './audience.ts';
import { audienceInWords } from './audience.words.ts';

const names = {
  areas: {
    items: [{ code: '532502002000', name: '灵泉街道', within: null }],
    venues: [{ id: 'park' as const, title: '公园' }],
  },
  organisation: (code: string) => (code === 'kys-lq' ? '灵泉街道办事处' : code),
};

it('an audience is told by names where they are known, and by codes where not', () => {
  const of = { ...nobody, areas: ['532502002000', '532502001000'], organisations: ['kys-lq'] };
  const except = { ...nobody, venues: ['park' as const], targets: [{ channel: 'led', id: 'strip-1' }] };

  expect(audienceInWords({ scope: 'all' }, names)).toBe('全县');
  expect(audienceInWords({ scope: 'specific', groups: ['项目单位'] }, names)).toBe('项目单位');
  expect(audienceInWords({ scope: 'some', of, except }, names)).toBe(
    '灵泉街道、532502001000、灵泉街道办事处，除去公园、led/strip-1',
  );
  expect(audienceInWords({ scope: 'some', of: nobody }, names)).toBe('（未选）');
});
