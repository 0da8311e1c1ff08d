import { describe, expect, it } from 'vitest';
import { orderOf } from './send.ts';

const query = (text: string, phones: readonly string[] = ['13800000001']): URLSearchParams =>
  new URLSearchParams({
    TemplateParam: JSON.stringify({ text }),
    PhoneNumbers: phones.join(','),
    SignName: '开远市政府',
    OutId: '7K3QZP4M:1',
  });

describe('an order to the provider', () => {
  it('is one signed text to every number, with the template’s ending', () => {
    expect(orderOf(query('停水通知', ['13800000001', '13800000002']))).toEqual({
      order: {
        phones: ['13800000001', '13800000002'],
        text: '【开远市政府】停水通知详见开远市人民政府网站',
        outId: '7K3QZP4M:1',
      },
    });
  });

  it.each([
    ['has no variable', query(''), 'isv.TEMPLATE_MISSING_PARAMETERS'],
    ['has a link in a variable', query('见https://example.gov.cn'), 'isv.PARAM_NOT_SUPPORT_URL'],
    ['is too long together with the ending', query('水'.repeat(490)), 'isv.PARAM_LENGTH_LIMIT'],
    ['has no mobile number', query('停水', ['0873-12345']), 'isv.MOBILE_NUMBER_ILLEGAL'],
    ['goes to too many', query('停水', Array(1001).fill('13800000001')), 'isv.MOBILE_COUNT_OVER_LIMIT'],
  ])('is refused when it %s', (_what, asked, code) => {
    expect(orderOf(asked)).toMatchObject({ refused: { Code: code } });
  });
});
