import { describe, expect, it } from 'vitest';
import { importSource } from './import-source.ts';

describe('a source of a million characters', () => {
  it.each([
    [
      'one text, line for line',
      'text',
      '因灵泉东路主管道迁改接驳施工需要定于近期对沿线部分区域实施\n'.repeat(30_000),
    ],
    ['tables within tables', 'html', '<table><tr><td>'.repeat(30_000)],
    ['marks within marks', 'html', '<b>'.repeat(300_000)],
    ['a wide table', 'html', `<table>${`<tr>${'<td>1</td>'.repeat(50)}</tr>`.repeat(1_900)}</table>`],
    ['marks that never end', 'markdown', '*a_'.repeat(300_000)],
  ] as const)('of %s comes in, in time that grows with it', (_name, format, source) => {
    expect(importSource({ format, source, title: '通知', header: { issuer: '局' } }).losses).toBeDefined();
  });
});
