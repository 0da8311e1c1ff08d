import { describe, expect, it } from 'vitest';
import {
  ContentRefused,
  CredentialsStale,
  FarEndBusy,
  OperatorNeeded,
  OutcomeUnknown,
  QuotaSpent,
} from './errors.ts';
import { judge } from './verdict.ts';

describe('what an error means for the delivery', () => {
  it('names one person for each of the declared errors', () => {
    const until = '2026-11-23T16:00:00.000Z';
    expect(judge(new FarEndBusy('忙', { waitMs: 60_000 }), true)).toEqual({
      kind: 'busy',
      waitMs: 60_000,
      words: '忙',
    });
    expect(judge(new ContentRefused('title', '太长'), true)).toEqual({
      kind: 'refused',
      words: '标题：太长',
    });
    expect(judge(new QuotaSpent(until, '用完'), false)).toEqual({ kind: 'quota', until, words: '用完' });
    expect(judge(new OperatorNeeded('无权限'), false)).toEqual({ kind: 'operator', words: '无权限' });
  });

  it('knows of an unknown outcome only where something could have come out', () => {
    const error = new OutcomeUnknown('上传超时', { hint: 'draft-7' });
    expect(judge(error, true)).toEqual({ kind: 'unknown', hint: 'draft-7', words: '上传超时' });
    expect(judge(error, false)).toMatchObject({ kind: 'busy', waitMs: null });
  });

  it('asks a person when an answer nobody understands does not go away by waiting', () => {
    const error = new OutcomeUnknown('微信返回未知错误 99999');
    expect(judge(error, false, 4).kind).toBe('busy');
    expect(judge(error, false, 5)).toEqual({
      kind: 'operator',
      words: '多次重试仍失败：微信返回未知错误 99999',
    });
    expect(judge(error, true, 5).kind).toBe('unknown');
  });

  it('fetches fresh credentials once; refused again, they are a person’s', () => {
    const error = new CredentialsStale('接口凭证已过期（40001）');
    expect(judge(error, false, 0).kind).toBe('credentials');
    expect(judge(error, false, 1)).toMatchObject({
      kind: 'operator',
      words: expect.stringContaining('40001'),
    });
  });

  it('waits out a network that is down, however long', () => {
    expect(judge(new TypeError('fetch failed'), false, 100)).toEqual({
      kind: 'busy',
      waitMs: null,
      words: '暂时失败，稍后重试：fetch failed',
    });
  });

  it('takes everything undeclared after the call began for an unknown outcome', () => {
    expect(judge(new TypeError('fetch failed'), true)).toMatchObject({ kind: 'unknown', hint: null });
    expect(judge(new DOMException('x', 'TimeoutError'), true).words).toContain('对方超时未应答');
    expect(judge(new DOMException('x', 'AbortError'), true).words).toContain('对方超时未应答');
    expect(judge('a string', true).words).toContain('未知错误');
    expect(judge(new Error('长'.repeat(400)), true).words).toHaveLength('结果不明，正在核实：'.length + 300);
  });
});
