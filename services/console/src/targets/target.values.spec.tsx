import { describe, expect, it } from 'vitest';
import { bodyOf, everybody, valuesOf, type Values } from './target.values.ts';
import type { TargetDetail } from './targets.ts';

const account: TargetDetail = {
  id: 'jiaoyu',
  version: 4,
  title: '教育体育局',
  kind: 'account',
  owner: 'kys-jtj',
  area: '532502000000',
  venue: null,
  groups: [],
  position: { longitude: 103.26, latitude: 23.71 },
  hours: null,
  takes: [],
  facts: { appId: 'wx2123456789abcdef' },
  state: { is: 'active' },
  secrets: ['appSecret'],
  changedBy: 'operator',
  changedAt: '2026-11-28T02:00:00.000Z',
  steps: [],
};
const saved = (target: TargetDetail) => bodyOf(valuesOf(target, []) as Values, target);

describe('a target that is opened and saved', () => {
  it.each([[[]], [['kys-lq']], ['everybody' as const]])('takes the notices of whom it took: %j', (takes) => {
    expect(saved({ ...account, takes }).takes).toEqual(takes);
  });

  it('stays what it was', () => {
    const { id, state, secrets, changedBy, changedAt, steps, ...same } = account;
    expect(saved(account)).toEqual({ ...same, secrets: {} });
  });

  it('takes all once everybody is among them', () => {
    const values = { ...(valuesOf(account, []) as Values), takes: ['kys-lq', everybody] };
    expect(bodyOf(values, account).takes).toBe('everybody');
  });
});
