import { createHash } from 'node:crypto';
import type { Edition, Problem } from '@towncrier/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineChannel, type Rendition } from './channel.ts';
import { ContentRefused } from './errors.ts';
import { Forms } from './forms.ts';
import { renditionForms } from './rendition.forms.ts';
import { noTargets } from './register/no.targets.ts';
import { RenditionCache } from './rendition.cache.ts';
import { Renditions } from './renditions.ts';
import { released, withdrawn } from './testing/events.sample.ts';
import { ownStore } from './testing/own.store.ts';
import { unillustrated } from './testing/unillustrated.ts';
import { inbox } from './thread.ts';

const hashOf = (edition: Edition): string => createHash('sha256').update(edition.content.title).digest('hex');

describe('what a channel sends', () => {
  let remove: () => Promise<void>;
  let drawn: number;
  let problems: readonly Problem[];
  let keep: (id: string, envelope: { readonly type: string }) => Promise<void>;
  let renditions: Renditions<object, Rendition>;
  beforeEach(async () => {
    const own = await ownStore();
    remove = own.remove;
    const events = await own.store.collection(inbox);
    keep = async (id, envelope) => void (await events.insert({ _id: id, envelope: { ...envelope } }));
    [drawn, problems] = [0, []];
    const channel = defineChannel<object, Rendition, unknown>({
      id: 'sms',
      title: '短信',
      consumes: [],
      settings: z.object({}),
      collections: [],
      can: {
        recall: 'erase',
        revise: 'in-place',
        receipts: 'none',
        targets: '',
        limits: [],
        visibleWithinMs: 0,
        consequences: { correct: '换', withdraw: '撤' },
      },
      slots: { urgent: 1, normal: 1 },
      mode: () => 'twin',
      check: () => problems,
      render: (edition) => {
        drawn += 1;
        return Promise.resolve({ hash: hashOf(edition) });
      },
      readings: () => [],
      preview: () => Promise.resolve({ kind: 'text', parts: [] }),
      adapter: () => Promise.reject(new Error('nothing is sent here')),
    });
    const forms = new Forms(channel, noTargets, await own.store.collection(renditionForms));
    renditions = new Renditions(channel, new RenditionCache(channel, {}, unillustrated), forms, events);
  });
  afterEach(() => remove());

  const approvedAs = (renditionHash?: string) =>
    released({
      channels: [{ id: 'led' }, { id: 'sms', ...(renditionHash === undefined ? {} : { renditionHash }) }],
    });
  const right = hashOf(released().data.edition);

  it('is what was approved, drawn once', async () => {
    await keep('d', approvedAs(right));
    expect(await renditions.of('d')).toEqual({ hash: right });
    await renditions.of('d');
    expect(drawn).toBe(1);
  });

  it('is sent without an approved rendition where none was named', async () => {
    await keep('d', approvedAs());
    expect((await renditions.of('d')).hash).toBe(right);
  });

  it('is refused when it is not what was approved', async () => {
    await keep('d', approvedAs('0'.repeat(64)));
    const refused = await renditions.of('d').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ContentRefused);
    expect((refused as ContentRefused).field).toBe('rendition');
  });

  it('is refused when it exceeds a limit, with cause and remedy, and is not drawn', async () => {
    problems = [{ channel: 'sms', field: 'title', message: '标题过长。', remedy: '请缩短。' }];
    await keep('d', approvedAs(right));
    await expect(renditions.of('d')).rejects.toMatchObject({ field: 'title', words: '标题过长。请缩短。' });
    expect(drawn).toBe(0);
  });

  it('knows what a withdrawal says, and no more', async () => {
    await keep('w', withdrawn());
    const { publication, edition, title, reason, links, withdrawnAt } = withdrawn().data;
    expect(await renditions.withdrawal('w')).toEqual({
      publication,
      edition,
      title,
      reason,
      act: undefined,
      links,
      withdrawnAt,
    });
  });

  it('cannot be made of an event that never came', async () => {
    await expect(renditions.released('nobody')).rejects.toThrow('inbox has no nobody');
  });
});
