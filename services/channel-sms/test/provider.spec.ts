import { ContentRefused, OperatorNeeded } from '@towncrier/channel-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import pkg from '../package.json' with { type: 'json' };
import { SmsClient, type SendDetail } from '../src/sms.client.ts';
import { numbers, smsTown, type SmsTown } from './sms.town.ts';

const { SMS_ACCESS_KEY_ID: keyId, SMS_ACCESS_KEY_SECRET: keySecret } = pkg.towncrier.environment;
const county = { signature: '开远市政府', template: 'SMS_TWIN' };
const clock = (): Date => new Date();
const signal = (): AbortSignal => AbortSignal.timeout(10_000);

/** The provider's own SDK against the twin: it checks signatures and refuses what the provider refuses. */
describe('the twin of the SMS provider', () => {
  let town: SmsTown;
  let client: SmsClient;
  beforeAll(async () => {
    town = await smsTown();
    client = new SmsClient(town.twin.url, { keyId, keySecret }, clock);
  });
  beforeEach(() => town.twin.clear());
  afterAll(() => town.close());

  const send = (text: string, phones: readonly string[] = numbers, by = client): Promise<string> =>
    by.send(phones, county, text, 'AAAAAAAA:1:sms:publish', signal());
  const today = (): string =>
    new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
  const details = async (phone: string, day: string, receipt: string | null): Promise<SendDetail[]> => {
    const all: SendDetail[] = [];
    for await (const sent of client.details(phone, day, receipt, signal())) all.push(sent);
    return all;
  };

  it('gives one receipt for a batch, and sends again what is sent again', async () => {
    const receipts = [await send('停水'), await send('停水')];
    expect(new Set(receipts).size).toBe(2);
    expect(await town.twin.shown()).toHaveLength(2 * numbers.length);
  });

  it('believes no signature made with another secret', async () => {
    const stranger = new SmsClient(town.twin.url, { keyId, keySecret: 'another-secret' }, clock);
    await expect(send('停水', numbers, stranger)).rejects.toBeInstanceOf(OperatorNeeded);
    expect(await town.twin.shown()).toEqual([]);
  });

  it.each([
    ['an address in the variable', '见 https://x.test', numbers, ContentRefused],
    ['a variable that is too long', '长'.repeat(500), numbers, ContentRefused],
    ['an empty variable', '', numbers, OperatorNeeded],
    ['a number that is none', '停水', ['0873-7123456'], OperatorNeeded],
  ] as const)('refuses %s', async (_what, text, phones, error) => {
    await expect(send(text, phones)).rejects.toBeInstanceOf(error);
    expect(await town.twin.shown()).toEqual([]);
  });

  it.each([
    ['签名', { signature: '某某局' }],
    ['模板', { template: 'SMS_404' }],
  ])('refuses a %s that this customer has not filed', async (what, over) => {
    const route = { ...county, ...over };
    const refused = client.send(numbers, route, '停水', 'AAAAAAAA:1:sms:publish', signal());
    await expect(refused).rejects.toBeInstanceOf(OperatorNeeded);
    await expect(refused).rejects.toThrow(what);
    expect(await town.twin.shown()).toEqual([]);
  });

  it('keeps the books of its customers apart', async () => {
    const street = { keyId: 'twin-access-key-lingquan', keySecret: 'twin-secret-of-lingquan' };
    await send('停水');
    const seen: SendDetail[] = [];
    const others = new SmsClient(town.twin.url, street, clock);
    for await (const one of others.details(numbers[0] ?? '', today(), null, signal())) seen.push(one);
    expect(seen).toEqual([]);
    expect(await details(numbers[0] ?? '', today(), null)).toHaveLength(1);
  });

  it('remembers what it sent to a number on a day, with the key of the call', async () => {
    const receipt = await send('停水');
    const [phone = ''] = numbers;
    expect(await details(phone, today(), receipt)).toEqual([
      expect.objectContaining({
        phone,
        outId: 'AAAAAAAA:1:sms:publish',
        content: expect.stringContaining('停水'),
      }),
    ]);
    expect(await details(phone, '20200101', null)).toEqual([]);
    expect(await details('19999909999', today(), null)).toEqual([]);
    expect(await details(phone, today(), 'another-receipt')).toEqual([]);
  });

  it('gives all it remembers, fifty at a time', async () => {
    town.twin.fault({ kind: 'crowd', times: 1 });
    await send('停水', numbers.slice(0, 1));
    const all = await details(numbers[0] ?? '', today(), null);
    expect(all).toHaveLength(121);
    expect(all.filter((sent) => sent.outId === 'AAAAAAAA:1:sms:publish')).toHaveLength(1);
  });
});
