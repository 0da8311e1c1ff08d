import { describe, expect, it } from 'vitest';
import { withPostingsPerCall } from './thread.migrations.ts';
import { standing } from './thread.standing.ts';
import { thread, type Thread } from './thread.ts';

const at = '2026-11-23T08:00:00.000Z';

/** As the release before wrote them. */
const oldCall = (number: number, state: string, reference: string | null = null) => ({
  number,
  state,
  startedAt: at,
  prepared: null,
  reference,
  url: null,
  hint: null,
  looks: 1,
});
const oldDelivery = (id: string, calls: readonly object[], settled = true) => {
  const [, edition, , operation] = id.split(':');
  return {
    id,
    edition: Number(edition),
    operation,
    lane: 'normal',
    title: '停水通知',
    releasedAt: at,
    deadline: null,
    acceptedAt: at,
    traceparent: null,
    attempts: 1,
    tries: 2,
    calls,
    nextAt: at,
    lastWords: '',
    settled: settled ? { outcome: 'confirmed', at, evidence: {} } : null,
    settlements: settled ? 1 : 0,
  };
};
const migrated = (posting: object | null, ...deliveries: readonly object[]): Thread =>
  thread.parse(
    withPostingsPerCall({
      _id: '7K3QZP4M',
      version: 3,
      deliveries,
      posting,
      dueAt: null,
      lane: 'normal',
      updatedAt: at,
      lease: null,
      outbox: [],
      outboxAt: null,
    }),
  );

describe('threads of the release before', () => {
  it('keep what stands, with its hash, and each call its turn', () => {
    const first = oldDelivery('7K3QZP4M:1:led:publish', [oldCall(0, 'seen', 'r1')]);
    const thread = migrated({ edition: 1, reference: 'r1', hash: 'h' }, first);
    expect(standing(thread)).toEqual([
      { key: first.id, edition: 1, target: null, reference: 'r1', url: null, hash: 'h' },
    ]);
    expect(thread.deliveries[0]?.calls[0]).toMatchObject({ kind: 'show', sends: 1, tries: 2, nextAt: at });
  });

  it('do not take the deletion of an earlier article for a posting, nor make it a second publication', () => {
    const [one, two] = ['7K3QZP4M:1:wechat:publish', '7K3QZP4M:2:wechat:publish'];
    const first = oldDelivery(one, [oldCall(0, 'seen', 'article:1')]);
    const correcting = (state: string) =>
      oldDelivery(two, [oldCall(0, 'seen', 'article:2'), oldCall(1, state, 'article:1')], false);
    const open = migrated({ edition: 2, reference: 'article:2', hash: 'h' }, first, correcting('ready'));
    expect(open.deliveries[1]?.calls[1]).toMatchObject({ kind: 'remove', removes: [one], sends: 0 });
    expect(standing(open).map((s) => s.reference)).toEqual(['article:1', 'article:2']);
    const done = migrated({ edition: 2, reference: 'article:2', hash: 'h' }, first, correcting('seen'));
    expect(standing(done).map((s) => s.reference)).toEqual(['article:2']);
  });

  it('that a dropped deletion left behind show it again, so that the next withdrawal takes it', () => {
    const first = oldDelivery('7K3QZP4M:1:wechat:publish', [oldCall(0, 'seen', 'article:1')]);
    const second = oldDelivery('7K3QZP4M:2:wechat:publish', [
      oldCall(0, 'done', 'article:2'),
      oldCall(1, 'skipped'),
    ]);
    expect(standing(migrated(null, first, second)).map((s) => s.edition)).toEqual([1, 2]);
  });

  it('know parts of a message for parts, and a withdrawal that was seen for the end of all', () => {
    const parts = [oldCall(0, 'seen', 'a'), oldCall(1, 'seen', 'b')];
    const sent = oldDelivery('7K3QZP4M:1:sms:publish', parts);
    const posting = { edition: 1, reference: 'a', hash: 'h' };
    expect(standing(migrated(posting, sent)).map((s) => s.key)).toEqual([sent.id, `${sent.id}#1`]);
    const taken = oldDelivery('7K3QZP4M:1:sms:withdraw', [oldCall(0, 'seen', 'c')]);
    expect(standing(migrated(null, sent, taken))).toEqual([]);
  });
});
