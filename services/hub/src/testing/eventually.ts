import { expect } from 'vitest';

/** Waits until it is so. Long enough for a busy machine; no claim about speed. */
export const eventually = <T>(look: () => T): ReturnType<typeof expect.poll<T>> =>
  expect.poll(look, { timeout: 20_000 });
