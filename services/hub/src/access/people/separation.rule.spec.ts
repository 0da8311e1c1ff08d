import { describe, expect, it } from 'vitest';
import { role } from '../role.ts';
import { separationObjection } from './separation.rule.ts';

const administrators = role.options.filter((r) => r.endsWith('-admin'));
const workers = role.options.filter((r) => !r.endsWith('-admin'));

describe('the three administrators (GB/T 22239-2019, 8.1.5)', () => {
  it('may each be one person', () => {
    for (const admin of administrators) expect(separationObjection([admin])).toBeNull();
  });

  it('may never be the same person', () => {
    for (const one of administrators)
      for (const two of administrators.filter((r) => r !== one))
        expect(separationObjection([one, two])).toMatch(/必须分设/);
  });

  it('do no other work', () => {
    for (const admin of administrators)
      for (const work of workers) expect(separationObjection([work, admin])).toMatch(/不得兼任/);
  });

  it('leave everybody else free to do several jobs', () => {
    expect(separationObjection(workers)).toBeNull();
  });
});
