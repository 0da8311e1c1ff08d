import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../http/problem.ts';
import { capMessage, nationalIdentifier, type CapMessage } from './cap.message.ts';
import { readCap } from './cap.read.ts';
import { requireValidCap } from './cap.schema.ts';
import { writeCap } from './cap.write.ts';
import { flood } from './warning.sample.ts';

const refusal = async (xml: string): Promise<string> =>
  readCap(xml).then(
    () => 'taken',
    (error: unknown) => (error instanceof ProblemError ? error.details.detail : String(error)),
  );

describe('a warning in CAP 1.2', () => {
  it('is the same after it was written and read', async () => {
    expect(await readCap(writeCap(flood))).toEqual(flood);
    expect(flood.identifier).toMatch(nationalIdentifier);
  });

  it('is written so that the schema accepts it, whatever the words', async () => {
    const words = fc
      .string({ minLength: 1, unit: fc.constantFrom(...'山洪<>&"\'预警 a1；') })
      .filter((s) => s.trim() !== '')
      .map((s) => s.trim());
    await fc.assert(
      fc.asyncProperty(words, words, async (headline, description) => {
        const message: CapMessage = { ...flood, headline, description };
        const xml = writeCap(message);
        await requireValidCap(xml);
        expect(await readCap(xml)).toEqual(message);
      }),
      { numRuns: 15 },
    );
  });

  it('refuses what the standard does not know, by line', async () => {
    const xml = writeCap(flood);
    expect(
      await refusal(xml.replace('<severity>Extreme</severity>', '<severity>Dreadful</severity>')),
    ).toMatch(/CAP 1.2 规范：第 \d+ 行/);
    expect(await refusal(xml.replace(/<sender>.*<\/sender>/, ''))).toMatch(/CAP 1.2 规范/);
    expect(await refusal('not xml')).toMatch(/CAP 1.2 规范/);
  });

  it('refuses entities before anything expands them', async () => {
    expect(await refusal(`<!DOCTYPE alert [<!ENTITY a "aaaa">]>${writeCap(flood)}`)).toContain('DOCTYPE');
  });

  it('refuses what is not for the public', async () => {
    expect(
      await refusal(writeCap(flood).replace('<scope>Public</scope>', '<scope>Restricted</scope>')),
    ).toContain('不得向公众转发');
  });

  it('refuses a warning without the elements of the law', async () => {
    expect(await refusal(writeCap({ ...flood, senderName: '' }))).toContain('第六十四条');
    expect(await refusal(writeCap(flood).replace(/<area>[\s\S]*<\/area>/, ''))).toContain('可能影响的范围');
  });

  it('knows what it refers to', async () => {
    const update: CapMessage = {
      ...flood,
      msgType: 'Update',
      references: [{ sender: flood.sender, identifier: flood.identifier, sent: flood.sent }],
    };
    expect((await readCap(writeCap(update))).references).toEqual(update.references);
    expect(capMessage.safeParse(update).success).toBe(true);
  });
});
