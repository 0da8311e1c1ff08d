import { anyEdition, samples, spokenWords } from '@towncrier/content/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBoard, renderBoard } from './board.sheet.ts';

/** Every string of a value, one a line. */
function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('a sheet', () => {
  it('carries every word of any edition, the same every time', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const sheet = renderBoard(edition);
        expect(renderBoard(structuredClone(edition))).toEqual(sheet);
        const printed = strings(sheet.blocks).join('\n');
        for (const run of spokenWords(edition.content.body.content)) expect(printed).toContain(run);
      }),
    );
  });

  it('prints the address of a link where it is not the text already', () => {
    expect(strings(renderBoard(samples.table).blocks)).toEqual(
      expect.arrayContaining([
        '网上服务大厅（https://yb.example.gov.cn/pay?y=2026&t=1）',
        '市医保局（0873-7222333）',
      ]),
    );
  });

  it('says of a correction which edition it replaces and why, and of a 公示 until when', () => {
    expect(renderBoard(samples.water).correction).toBeNull();
    expect(renderBoard(samples.correction).correction).toBe(
      '本版为第2版，替代第1版。更正原因：抢修时间由26日改为25日',
    );
    expect(renderBoard(samples.rare).publicNotice[0]?.value).toBe('2026年11月20日至11月28日（共9天）');
  });

  it('is asked for a picture that it shows and does not carry', () => {
    expect(checkBoard(samples.table)).toEqual([]);
    const { content } = samples.table;
    expect(checkBoard({ ...samples.table, content: { ...content, media: [] } })).toHaveLength(1);
  });
});
