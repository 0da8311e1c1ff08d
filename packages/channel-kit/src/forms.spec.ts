import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Collection } from '@towncrier/storage';
import { Forms } from './forms.ts';
import { renditionForms, type FormsDoc } from './rendition.forms.ts';
import { noTargets } from './register/no.targets.ts';
import type { TargetReader } from './register/target.declaration.ts';
import { aTarget } from './register/testing/register.sample.ts';
import { ownStore } from './testing/own.store.ts';

const hash = 'a'.repeat(64);
const channel = { formOf: ({ facts }: { facts: Record<string, unknown> }) => `w${String(facts['width'])}` };

describe('the forms of a rendition', () => {
  let remove: () => Promise<void>;
  let docs: Collection<FormsDoc>;
  let widths: readonly number[];
  let changed: (ids: readonly string[]) => void;
  beforeEach(async () => {
    const own = await ownStore();
    remove = own.remove;
    docs = await own.store.collection(renditionForms);
    widths = [768, 384, 768];
  });
  afterEach(() => remove());

  const targets: TargetReader = {
    ...noTargets,
    living: async function* () {
      for (const [n, width] of widths.entries()) yield aTarget({ id: `s${n}`, facts: { width } });
    },
    onChange: (tell) => {
      changed = tell;
      return () => undefined;
    },
  };

  it('are those of all targets, each once, whatever their order', async () => {
    expect(await new Forms(channel, targets, docs).today()).toEqual(['w384', 'w768']);
  });

  it('are three for ten thousand screens of three shapes', async () => {
    widths = Array.from({ length: 10_000 }, (_, n) => [384, 768, 1920][n % 3] ?? 0);
    expect(await new Forms(channel, targets, docs).today()).toHaveLength(3);
  });

  it('of today follow the register; those that were approved stay', async () => {
    const forms = new Forms(channel, targets, docs);
    await forms.answered(hash, await forms.today());
    widths = [384, 1920];
    changed(['s1']);
    expect(await forms.today()).toEqual(['w1920', 'w384']);
    expect(await forms.of(hash)).toEqual([['w384', 'w768']]);
  });

  it('of an approval that is not remembered are those of today, then those of before forms had names', async () => {
    const forms = new Forms({ ...channel, formerForms: ['strip'] }, targets, docs);
    expect(await forms.of(hash)).toEqual([['w384', 'w768'], ['strip']]);
  });

  it('are none, and nothing is kept, where shapes do not matter', async () => {
    const forms = new Forms({}, targets, docs);
    await forms.answered(hash, await forms.today());
    expect(await forms.of(hash)).toEqual([[]]);
    expect(await docs.count({})).toBe(0);
  });
});
