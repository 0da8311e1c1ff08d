import { expect } from 'vitest';
import type { ChannelPromise } from '../channel.promise.ts';
import type { Content, Exceed } from '../conformance.options.ts';
import { sampleContent, sampleEdition } from '../editions.ts';
import { wordsOf } from './rendition.words.ts';

const paragraph = (text: string): Content['body'] => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** How to exceed a limit on the fields that every notice has. */
const known: Readonly<Record<string, Exceed>> = {
  title: (content, max) => ({ ...content, title: '长'.repeat(Math.min(max + 1, 200)) }),
  shortTitle: (content, max) => ({ ...content, shortTitle: '长'.repeat(max + 1) }),
  summary: (content, max) => ({ ...content, summary: '长'.repeat(max + 1) }),
  body: (content, max) => ({ ...content, body: paragraph('长'.repeat(max + 1)) }),
};

export const limits: ChannelPromise = {
  name: 'limits',
  sentence: 'enforces every limit it declares before anything is sent, or shortens what exceeds it',
  prove: async ({ lab, options }) => {
    const { channel, settings } = lab;
    const forms = await lab.forms();
    if (channel.can.limits.length === 0)
      throw new Error(
        'it declares no limit: name one in can.limits, or say in waivers.limits why it has none',
      );
    for (const { field, max, shortened = false } of channel.can.limits) {
      const exceed = options.exceed?.[field] ?? known[field];
      if (exceed === undefined) throw new Error(`say in options.exceed how to exceed the limit on ${field}`);
      const edition = sampleEdition({ content: exceed(sampleContent(), max) });
      const problems = channel.check(edition, settings, forms);
      if (shortened) {
        expect(problems, `limit on ${field}`).toEqual([]);
        const said = wordsOf(await channel.render(edition, settings, forms));
        expect(/长+…/u.exec(said)?.[0].length, `limit on ${field}`).toBeLessThanOrEqual(max);
        continue;
      }
      const fields = problems.map((p) => p.field);
      expect(fields, `limit on ${field}`).toContain(field);
      for (const problem of problems) {
        expect(problem.channel).toBe(channel.id);
        expect(problem.remedy).toMatch(/./);
      }
    }
    expect(channel.check(sampleEdition(), settings, forms)).toEqual([]);
  },
};
