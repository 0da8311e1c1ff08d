import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Keeper } from './keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const withinMs = 1000;
const taking = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

describe('what changes', () => {
  it('is written in time, never twice at once, and the last of it in the end', async () => {
    const changes = fc.array(fc.record({ after: fc.nat(2500), takes: fc.nat(1800) }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(changes, async (story) => {
        const written: { readonly value: number; readonly at: number }[] = [];
        let takes = 0;
        let writing = 0;
        const keeper = new Keeper<number>(withinMs, async (value) => {
          writing += 1;
          expect(writing).toBe(1);
          written.push({ value, at: Date.now() });
          await taking(takes);
          writing -= 1;
        });
        const changed: number[] = [];
        for (const { after, takes: next } of story) {
          await vi.advanceTimersByTimeAsync(after);
          takes = next;
          changed.push(Date.now());
          keeper.change(changed.length);
        }
        await vi.advanceTimersByTimeAsync(10_000);
        for (const [n, at] of changed.entries()) {
          const [first] = written.filter(({ value }) => value > n);
          // what was under way when it changed, and what begins next
          expect((first?.at ?? Infinity) - at).toBeLessThanOrEqual(1800 + withinMs);
        }
        expect(written.at(-1)?.value).toBe(changed.length === 0 ? undefined : changed.length);
      }),
      { numRuns: 200 },
    );
  });

  it('is written at once when the page goes', async () => {
    const written: string[] = [];
    const keeper = new Keeper<string>(withinMs, async (value) => void written.push(value));
    keeper.change('一');
    await keeper.flush();
    expect(written).toEqual(['一']);
  });

  it('is not written any more once it is to be handed in, and what is under way is waited for', async () => {
    const ended: string[] = [];
    const keeper = new Keeper<string>(withinMs, async (value) => {
      await taking(500);
      ended.push(value);
    });
    keeper.change('一');
    await vi.advanceTimersByTimeAsync(withinMs);
    keeper.change('二');
    const hushed = keeper.hush();
    await vi.advanceTimersByTimeAsync(5000);
    await hushed;
    expect(ended).toEqual(['一']);
  });
});
