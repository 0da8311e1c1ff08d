import { describe, expect, it } from 'vitest';
import { accountOf, type Account } from './accounts.ts';
import { orderOf } from './send.ts';

const query = (
  text: string,
  phones: readonly string[] = ['13800000001'],
  over: Readonly<Record<string, string>> = {},
): URLSearchParams =>
  new URLSearchParams({
    TemplateParam: JSON.stringify({ text }),
    PhoneNumbers: phones.join(','),
    SignName: '开远市政府',
    TemplateCode: 'SMS_TWIN',
    OutId: '7K3QZP4M:1',
    ...over,
  });
const account = (keyId: string): Account => {
  const found = accountOf(keyId);
  if (found === null) throw new Error(`${keyId} is no customer`);
  return found;
};
const county = account('twin-access-key');
const street = { SignName: '灵泉街道办', TemplateCode: 'SMS_TWIN_LINGQUAN' };

describe('an order to the provider', () => {
  it('is one signed text to every number, with the template’s ending', () => {
    expect(orderOf(query('停水通知', ['13800000001', '13800000002']), county)).toEqual({
      order: {
        phones: ['13800000001', '13800000002'],
        text: '【开远市政府】停水通知详见开远市人民政府网站',
        outId: '7K3QZP4M:1',
        account: 'twin-access-key',
      },
    });
  });

  it('bears the signature and the ending that its customer has filed', () => {
    const asked = query('停水通知', ['13800000001'], street);
    expect(orderOf(asked, account('twin-access-key-lingquan'))).toMatchObject({
      order: { text: '【灵泉街道办】停水通知详询灵泉街道办事处' },
    });
  });

  it.each([
    ['has no variable', query(''), 'isv.TEMPLATE_MISSING_PARAMETERS'],
    ['has a link in a variable', query('见https://example.gov.cn'), 'isv.PARAM_NOT_SUPPORT_URL'],
    ['is too long together with the ending', query('水'.repeat(490)), 'isv.PARAM_LENGTH_LIMIT'],
    ['has no mobile number', query('停水', ['0873-12345']), 'isv.MOBILE_NUMBER_ILLEGAL'],
    [
      'bears a signature nobody filed',
      query('停水', undefined, { SignName: '某某局' }),
      'isv.SMS_SIGNATURE_ILLEGAL',
    ],
    [
      'bears the signature of another customer',
      query('停水', undefined, street),
      'isv.SMS_SIGNATURE_ILLEGAL',
    ],
    [
      'names a template nobody filed',
      query('停水', undefined, { TemplateCode: 'SMS_1' }),
      'isv.SMS_TEMPLATE_ILLEGAL',
    ],
    ['goes to too many', query('停水', Array(1001).fill('13800000001')), 'isv.MOBILE_COUNT_OVER_LIMIT'],
  ])('is refused when it %s', (_what, asked, code) => {
    expect(orderOf(asked, county)).toMatchObject({ refused: { Code: code } });
  });
});
