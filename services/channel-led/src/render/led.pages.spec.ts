import { halfCells } from '@towncrier/content';
import { anyEdition, sampleWithdrawal } from '@towncrier/content/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLed, ledScreenProfile, ledStripProfile, ledWithdrawal, renderLed } from './led.pages.ts';

const settled = { ...ledStripProfile, even: true, settled: true };
const withdrawal = (title: string, reason: string) => ({ ...sampleWithdrawal, title, reason });

it('renders the same edition to the same words, whatever object it comes in', () => {
  fc.assert(
    fc.property(anyEdition, (edition) => {
      expect(renderLed(structuredClone(edition))).toEqual(renderLed(edition));
    }),
  );
});

describe('LED', () => {
  it('never leaves the grid and never shows more pages than agreed, unless it says so before', () => {
    fc.assert(
      fc.property(
        anyEdition,
        fc.constantFrom(
          ledStripProfile,
          ledScreenProfile,
          settled,
          { ...settled, cols: 8, rows: 2 },
          {
            ...ledStripProfile,
            cols: 12,
            rows: 2,
            pages: { ...ledStripProfile.pages, max: 6 },
          },
        ),
        (edition, profile) => {
          const { pages } = renderLed(edition, profile);
          if (checkLed(edition, profile).length === 0)
            expect(pages.length).toBeLessThanOrEqual(profile.pages.max);
          for (const { lines, dwellMs } of pages) {
            expect(lines.length).toBeLessThanOrEqual(profile.rows);
            expect(dwellMs).toBeGreaterThanOrEqual(3000);
            for (const line of lines) expect(halfCells(line)).toBeLessThanOrEqual(profile.cols * 2);
          }
        },
      ),
    );
  });

  it('shows a withdrawal of any length within its pages', () => {
    expect(ledWithdrawal(withdrawal('长'.repeat(200), '因'.repeat(100))).pages.length).toBeLessThanOrEqual(
      ledStripProfile.pages.max,
    );
  });
});

it.each([
  [undefined, '撤回', /失效|废止/],
  ['withdraw', '撤回', /失效|废止/],
  ['expire', '失效', /撤回|废止/],
  ['repeal', '废止', /撤回|失效/],
  ['lift', '预警解除', /撤回|失效|废止|原因/],
] as const)('says of a notice ended by %s that it is %s, and nothing else', (act, verb, others) => {
  const words = ledWithdrawal({ ...sampleWithdrawal, act }).heading;
  expect(words).toContain(verb);
  expect(words).not.toMatch(others);
});
