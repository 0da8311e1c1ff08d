import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packJson, unpackJson } from './packed.json.ts';

describe('a question or an answer', () => {
  it('comes out as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.boolean(), async (json, large) => {
        const value: unknown = { json: JSON.parse(json), filling: 'x'.repeat(large ? 300_000 : 0) };
        expect(await unpackJson(await packJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('of ten thousand targets takes less room than the broker gives', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => ({
      id: `strip-${n}`,
      title: `${n}号屏`,
      token: randomBytes(12).toString('hex'),
      filling: '统计用区划代码'.repeat(60),
    }));
    expect(JSON.stringify(rows).length).toBeGreaterThan(8_000_000);
    expect((await packJson(rows)).length).toBeLessThan(4_000_000);
  });

  it('is as readable as before when it is small', async () => {
    expect(Buffer.from(await packJson({ ask: 'kinds' })).toString()).toBe('{"ask":"kinds"}');
  });

  it('that unpacks without end is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));
    await expect(unpackJson(bomb)).rejects.toThrow();
  });
});
