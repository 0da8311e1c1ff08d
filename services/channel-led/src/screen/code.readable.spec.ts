import { describe, expect, it } from 'vitest';
import { codeIsReadable } from './code.readable.ts';

describe('a code on a screen', () => {
  it('is read from ten times its width', () => {
    expect(codeIsReadable(260, { pitch: 2.5, distance: 6.5 })).toBe(true);
    expect(codeIsReadable(260, { pitch: 2.5, distance: 6.6 })).toBe(false);
  });

  it('of a television in a hall is read from a step away, not from the benches', () => {
    expect(codeIsReadable(260, { pitch: 0.63, distance: 1.5 })).toBe(true);
    expect(codeIsReadable(260, { pitch: 0.63, distance: 4 })).toBe(false);
  });

  it('is taken to be read where the register says nothing of it', () => {
    expect(codeIsReadable(260, { pitch: null, distance: 20 })).toBe(true);
    expect(codeIsReadable(260, { pitch: 0.1, distance: null })).toBe(true);
  });
});
