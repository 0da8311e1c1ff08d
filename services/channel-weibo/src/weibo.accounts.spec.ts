import { noTargets, OperatorNeeded, type TargetReader } from '@towncrier/channel-kit';
import { describe, expect, it } from 'vitest';
import { demonstration } from './demonstration.ts';
import { WeiboAccounts } from './weibo.accounts.ts';
import { WeiboClient } from './weibo.client.ts';

const settings = { WEIBO_API_URL: 'http://127.0.0.1:9', WEIBO_RIP: '203.0.113.7' };
const accounts = (over: Partial<TargetReader> = {}): WeiboAccounts =>
  new WeiboAccounts(settings, { ...noTargets, ...over }, () => new Date());
const refusal = (asked: Promise<unknown>): Promise<unknown> => asked.catch((error: unknown) => error);

describe('an account that the register knows too little of', () => {
  it('is named, with what is missing and where it is to be put', async () => {
    const error = await refusal(accounts().at(demonstration[1]));
    expect(error).toBeInstanceOf(OperatorNeeded);
    expect((error as OperatorNeeded).words).toBe('微博账号“灵泉街道”缺少授权令牌，请在终端登记簿补上');
  });

  it('is the main one where a call says none, and a person’s where there is no main one', async () => {
    const asked: string[] = [];
    const active = async function* () {
      yield* demonstration.toReversed();
    };
    const secret = (id: string): Promise<string> => {
      asked.push(id);
      return Promise.resolve('s');
    };
    expect(await accounts({ active, secret }).at(null)).toBeInstanceOf(WeiboClient);
    expect(asked).toEqual(['meili-kaiyuan']);
    expect(await refusal(accounts().at(null))).toBeInstanceOf(OperatorNeeded);
  });
});
