import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, launched } from './console.browser.ts';
import { Town, waterNotice } from './town.ts';
import { UnsavedWriter } from './unsaved.writer.ts';

/** What happens to a person who writes, by chance. */
const happenings = ['tabIsKilled', 'machineIsLost', 'networkIsLost', 'sessionEnds', 'anotherSaves'] as const;
type Happening = (typeof happenings)[number];

/** Another number is another course of things; this one is told when something is lost. */
const seed = Number(process.env['TOWNCRIER_SEED'] ?? 20_261_129);
/** Each story has all that can happen, in an order of its own; more of them where somebody has the time. */
const stories: readonly (readonly Happening[])[] = fc.sample(
  fc.shuffledSubarray([...happenings], { minLength: happenings.length }),
  { seed, numRuns: Number(process.env['TOWNCRIER_STORIES'] ?? 2) },
);

describe.skipIf(!hasBrowser)(`what is typed (seed ${seed})`, () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    town = await Town.start();
    browser = await launched();
  });
  afterAll(async () => {
    await browser.close();
    await town.stop();
  });

  it.each(stories.map((story, n) => ({ story, n })))(
    'is lost by nobody once it is kept: $story',
    async ({ story, n }) => {
      const draft = await town.editor.create(waterNotice(`第${n + 1}大街`));
      const writer = await UnsavedWriter.begin(town, browser, draft);
      for (const happening of story) {
        await writer.write('browser', 'hub');
        await writer[happening]();
        const shown = await writer.shown();
        for (const words of writer.typed) expect(shown, happening).toContain(words);
      }
      await writer.write();
      await writer.save();

      const stored = await writer.stored();
      for (const words of writer.typed) expect(stored).toContain(words);
      await writer.end();
    },
    // what happens one after the other takes a while on a busy machine
    600_000,
  );
});
