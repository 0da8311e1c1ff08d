import { noTargets, OperatorNeeded } from '@towncrier/channel-kit';
import { describe, expect, it } from 'vitest';
import { demonstration } from './demonstration.ts';
import { WechatAccounts } from './wechat.accounts.ts';

const accounts = (over: Partial<typeof noTargets> = {}): WechatAccounts =>
  new WechatAccounts('http://127.0.0.1:9', { ...noTargets, ...over }, () => new Date());
const refusal = (asked: Promise<unknown>): Promise<unknown> => asked.catch((error: unknown) => error);

describe('an account that the register knows too little of', () => {
  it('is named, with what is missing and where it is to be put', async () => {
    const error = await refusal(accounts().at(demonstration[0]));
    expect(error).toBeInstanceOf(OperatorNeeded);
    expect((error as OperatorNeeded).words).toBe('公众号“美丽开远”缺少 AppSecret，请在终端登记簿补上');
  });

  it('is asked for again once it was put right', async () => {
    let secret: string | null = null;
    const known = accounts({ secret: () => Promise.resolve(secret) });
    await refusal(known.at(demonstration[0]));
    secret = 'put-right';
    expect(await known.at(demonstration[0])).toMatchObject({ id: 'meili-kaiyuan' });
  });

  it('is the main one where a call says none, and a person’s where there is no main one', async () => {
    const active = async function* () {
      yield* demonstration.toReversed();
    };
    const secret = (): Promise<string> => Promise.resolve('s');
    expect(await accounts({ active, secret }).at(null)).toMatchObject({ id: 'meili-kaiyuan' });
    expect(await refusal(accounts().at(null))).toBeInstanceOf(OperatorNeeded);
  });
});
