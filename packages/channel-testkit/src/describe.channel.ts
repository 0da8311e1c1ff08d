import { isDeepStrictEqual } from 'node:util';
import {
  rendered,
  renderQuestion,
  type Edition,
  type EditionContent,
  type RenderAsked,
  type Rendered,
} from '@towncrier/contracts';
import { ChannelError, type Channel, type Rendition } from '@towncrier/channel-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ChannelLab } from './channel.lab.ts';
import { sampleContent, sampleEdition } from './editions.ts';
import type { Fault, Shown, Twin } from './twin.ts';

export type PromiseName =
  | 'repeat'
  | 'kill'
  | 'timeout'
  | 'crowd'
  | 'withdraw-twice'
  | 'deadline'
  | 'limits'
  | 'codes'
  | 'same-bytes'
  | 'abort'
  | 'no-secrets'
  | 'busy'
  | 'preview'
  | 'refuse'
  | 'deny'
  | 'correction'
  | 'overtaken'
  | 'withdrawn-before-sent'
  | 'approved-bytes';

export interface ConformanceOptions {
  /** The channel's environment in twin mode, as in its package.json. */
  readonly environment: Readonly<Record<string, string>>;
  /** Far-end answers as recorded, each through the channel's own table: must become one of the six errors. */
  readonly recorded?: readonly { readonly name: string; readonly error: unknown }[];
  /** For limits on other fields than title, shortTitle, summary and body: content that exceeds them. */
  readonly exceed?: Readonly<Record<string, (content: EditionContent, max: number) => EditionContent>>;
  /** Promises this channel cannot be held to, with the reason; shown in docs/channels.md. */
  readonly waive?: Readonly<Record<string, string>>;
  /** Environment values that must never be logged. */
  readonly secrets?: readonly string[];
}

const exceedKnown: Readonly<Record<string, (content: EditionContent, max: number) => EditionContent>> = {
  title: (content, max) => ({ ...content, title: '长'.repeat(Math.min(max + 1, 200)) }),
  shortTitle: (content, max) => ({ ...content, shortTitle: '长'.repeat(max + 1) }),
  summary: (content, max) => ({ ...content, summary: '长'.repeat(max + 1) }),
  body: (content, max) => ({
    ...content,
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '长'.repeat(max + 1) }] }],
    },
  }),
};

/** What every channel promises, tried against its twin. Evidence comes out of the twin's own store. */
export function describeChannel<S, R extends Rendition, P>(
  channel: Channel<S, R, P>,
  twin: Twin,
  options: ConformanceOptions,
): void {
  const promise = (
    name: PromiseName,
    sentence: string,
    prove: () => Promise<void>,
    needs?: Fault['kind'],
  ): void => {
    const waived =
      options.waive?.[name] ??
      (needs !== undefined && !twin.faults.includes(needs) ? `far end has no fault "${needs}"` : undefined);
    if (waived !== undefined) it.skip(`${sentence} [waived: ${waived}]`);
    else it(sentence, prove);
  };

  describe(`channel ${channel.id} (${channel.title})`, () => {
    let lab: ChannelLab<S, R, P>;
    let count = 0;
    let here: Edition;
    beforeAll(async () => {
      lab = await ChannelLab.open(channel, twin, { environment: options.environment });
    });
    afterAll(async () => {
      await lab.close();
    });
    beforeEach(() => {
      count += 1;
      here = sampleEdition({ publication: `TEST${String(count).padStart(4, '0')}` });
    });
    const next = (edition: Edition, content: Partial<EditionContent>): Edition =>
      sampleEdition({
        publication: edition.publication,
        edition: edition.edition + 1,
        content,
        corrects: { edition: edition.edition, reason: '时间有误' },
      });
    const visible = async (edition: Edition): Promise<readonly Shown[]> =>
      (await lab.twin.shown(edition.publication)).filter((s) => s.visible);
    const all = (edition: Edition): Promise<readonly Shown[]> => lab.twin.shown(edition.publication);
    const published = async (edition: Edition): Promise<void> => {
      const rest = await lab.settled(await lab.release(edition));
      expect(rest, JSON.stringify(rest)).toMatchObject({ outcome: 'confirmed' });
    };

    promise('repeat', 'publishes once, however often the event arrives', async () => {
      await published(here);
      const before = (await all(here)).length;
      expect(before).toBeGreaterThan(0);
      await Promise.all([lab.release(here), lab.release(here), lab.release(here)]);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await all(here)).length).toBe(before);
    });

    promise('kill', 'survives a kill between sent and recorded without sending again', async () => {
      const twinOf = sampleEdition({ publication: 'TESTKEPT' });
      await published(twinOf);
      const usual = (await all(twinOf)).length;
      const died = lab.crashOnNextAnswer();
      const delivery = await lab.release(here);
      await died;
      await lab.crashAndRestart();
      expect((await lab.settled(delivery)).outcome).toBe('confirmed');
      expect((await all(here)).length).toBe(usual);
    });

    promise(
      'timeout',
      'finds out what happened when the far end accepts and never answers',
      async () => {
        const twinOf = sampleEdition({ publication: 'TESTHANG' });
        await published(twinOf);
        const usual = (await all(twinOf)).length;
        lab.twin.fault({ kind: 'hang-after-accept', times: 1 });
        const delivery = await lab.release(here);
        expect((await lab.settled(delivery)).outcome).toBe('confirmed');
        expect(lab.broker.attempts(delivery).map((a) => a.outcome)).toContain('unknown');
        expect((await all(here)).length).toBe(usual);
      },
      'hang-after-accept',
    );

    promise(
      'crowd',
      'finds what it sent behind all that others sent since',
      async () => {
        const twinOf = sampleEdition({ publication: 'TESTCRWD' });
        await published(twinOf);
        const usual = (await all(twinOf)).length;
        lab.twin.fault({ kind: 'crowd', times: 1 });
        const died = lab.crashOnNextAnswer();
        const delivery = await lab.release(here);
        await died;
        await lab.crashAndRestart();
        expect((await lab.settled(delivery)).outcome).toBe('confirmed');
        expect((await all(here)).length).toBe(usual);
      },
      'crowd',
    );

    promise(
      'busy',
      'waits and tries again while the far end is busy',
      async () => {
        lab.twin.fault({ kind: 'busy', times: 1 });
        await published(here);
        expect((await visible(here)).length).toBeGreaterThan(0);
      },
      'busy',
    );

    promise(
      'refuse',
      'tells the editor when the far end refuses the content',
      async () => {
        lab.twin.fault({ kind: 'refuse', times: 1 });
        const rest = await lab.settled(await lab.release(here));
        expect(rest.outcome).toBe('refused');
        expect(rest.evidence.detail).toBeTruthy();
        expect(await visible(here)).toEqual([]);
      },
      'refuse',
    );

    promise(
      'deny',
      'asks an operator when the far end does not accept its credentials',
      async () => {
        lab.twin.fault({ kind: 'deny', times: 10 });
        const rest = await lab.settled(await lab.release(here));
        lab.twin.fault({ kind: 'deny', times: 0 });
        expect(rest.outcome).toBe('failed');
        expect(await visible(here)).toEqual([]);
      },
      'deny',
    );

    promise('preview', 'answers how an edition would look, and sends just that', async () => {
      const ask = async (want: RenderAsked['want']): Promise<Rendered> =>
        rendered.parse(await lab.broker.ask(renderQuestion(channel.id), { edition: here, want }));
      const [bare, whole] = [await ask('hash'), await ask('preview')];
      expect(bare).toEqual({ channel: channel.id, problems: [], hash: whole.hash });
      expect(whole.preview).toBeDefined();
      const rest = await lab.settled(await lab.release(here, { renditionHash: bare.hash ?? '' }));
      expect(rest, JSON.stringify(rest)).toMatchObject({ outcome: 'confirmed' });
    });

    promise('approved-bytes', 'refuses to send anything but the approved rendition', async () => {
      const rest = await lab.settled(await lab.release(here, { renditionHash: '0'.repeat(64) }));
      expect(rest.outcome).toBe('refused');
      expect(await all(here)).toEqual([]);
    });

    promise('deadline', 'sends nothing after the deadline', async () => {
      const rest = await lab.settled(
        await lab.release(here, { deadline: new Date(Date.now() - 1000).toISOString() }),
      );
      expect(rest.outcome).toBe('expired');
      expect(await all(here)).toEqual([]);
    });

    promise('correction', `shows a correction (${channel.can.revise})`, async () => {
      await published(here);
      const corrected = next(here, { title: '关于灵泉西路停水检修的通知' });
      await published(corrected);
      const words = (await visible(here)).map((s) => s.text).join('\n');
      expect(words).toContain('灵泉西路');
      if (channel.can.revise === 'in-place') expect(words).not.toContain('灵泉东路停水检修');
    });

    promise('overtaken', 'never lets a slow first edition come after its correction', async () => {
      const corrected = next(here, { title: '关于灵泉西路停水检修的通知' });
      const late = await lab.release(corrected);
      expect((await lab.settled(late)).outcome).toBe('confirmed');
      const first = await lab.release(here);
      expect((await lab.settled(first)).outcome).toBe('superseded');
      expect((await all(here)).map((s) => s.text).join('\n')).not.toContain('灵泉东路停水检修');
    });

    promise('withdrawn-before-sent', 'shows nothing when the withdrawal comes first', async () => {
      await lab.settled(await lab.withdraw(here));
      const rest = await lab.settled(await lab.release(here));
      expect(rest.outcome).toBe('superseded');
      expect(await all(here)).toEqual([]);
    });

    promise(
      'withdraw-twice',
      `takes back what it published (${channel.can.recall}), and a second request changes nothing`,
      async () => {
        await published(here);
        const rest = await lab.settled(await lab.withdraw(here));
        expect(rest, JSON.stringify(rest)).toMatchObject({ outcome: 'confirmed' });
        const left = await all(here);
        const words = left
          .filter((s) => s.visible)
          .map((s) => s.text)
          .join('\n');
        if (channel.can.recall === 'erase') expect(words === '' || words.includes('撤回'), words).toBe(true);
        else expect(words).toContain('撤回');
        await lab.withdraw(here);
        await new Promise((resolve) => setTimeout(resolve, 300));
        expect((await all(here)).length).toBe(left.length);
      },
    );

    promise('limits', 'enforces every limit it declares before anything is sent', async () => {
      const settings = lab.settings;
      for (const { field, max } of channel.can.limits) {
        const exceed = options.exceed?.[field] ?? exceedKnown[field];
        if (exceed === undefined)
          throw new Error(`say in options.exceed how to exceed the limit on ${field}`);
        const problems = channel.check(sampleEdition({ content: exceed(sampleContent(), max) }), settings);
        expect(
          problems.map((p) => p.field),
          `limit on ${field}`,
        ).toContain(field);
        for (const problem of problems)
          expect(problem).toMatchObject({
            channel: channel.id,
            remedy: expect.stringMatching(/./) as string,
          });
      }
      expect(channel.check(sampleEdition(), settings)).toEqual([]);
      await Promise.resolve();
    });

    promise('codes', 'turns every recorded far-end answer into one of the six errors', async () => {
      for (const { name, error } of options.recorded ?? [])
        expect(error instanceof ChannelError, name).toBe(true);
      await Promise.resolve();
    });

    promise('same-bytes', 'renders the same edition to the same bytes', async () => {
      const [one, two] = [await lab.render(here), await lab.render(structuredClone(here))];
      expect(isDeepStrictEqual(one, two)).toBe(true);
      expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
    });

    promise(
      'abort',
      'ends a call that takes too long',
      async () => {
        lab.twin.fault({ kind: 'slow', times: 1, ms: 4000 });
        await lab.release(here);
        const outcome = await lab.until(
          () => lab.broker.attempts(`${here.publication}:1:${channel.id}:publish`)[0]?.outcome,
        );
        expect(['unknown', 'busy']).toContain(outcome);
        await lab.settled(`${here.publication}:1:${channel.id}:publish`);
      },
      'slow',
    );

    promise('no-secrets', 'logs neither secrets nor telephone numbers', async () => {
      const said = lab.logged.join('\n');
      for (const secret of options.secrets ?? []) expect(said).not.toContain(secret);
      expect(said).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
      await Promise.resolve();
    });
  });
}
