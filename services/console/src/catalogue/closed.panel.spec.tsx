import { describe, expect, it } from 'vitest';
import { formStep, step } from '../testing/samples.ts';
import { refusal } from '../testing/fake.hub.ts';
import {
  button,
  choose,
  fieldOf,
  hubFor,
  screen,
  sessionOf,
  show,
  typeDay,
  waitFor,
} from '../testing/screen.tsx';
import { ClosedPanel } from './closed.panel.tsx';
import type { ClosedItem } from './closed.ts';

const item = (more: Partial<ClosedItem> = {}): ClosedItem => ({
  id: 'c1',
  version: 2,
  name: '在建工程地质资料',
  code: 'N14a',
  basis: '',
  reason: '涉及国家秘密',
  organisation: 'kyszfb',
  reviewOn: '2026-06-30',
  article: '条例第十四条',
  state: 'closed',
  stateTitle: '不予公开',
  reviewDue: true,
  steps: [],
  ...more,
});
/** The hub as whoever keeps the list sees it, or somebody who only looks. */
const town = (whose: 'keeper' | 'onlooker') =>
  hubFor()
    .on(
      'get',
      '/api/v1/session',
      sessionOf(
        [],
        whose === 'keeper' ? [{ key: 'catalogue', steps: [formStep('closed', '列入清单')] }] : [],
      ),
    )
    .on('get', '/api/v1/catalogue/closed', {
      items: [item({ steps: whose === 'keeper' ? [step('open', '转为公开')] : [] })],
    })
    .on('get', '/api/v1/catalogue/deny-codes', {
      codes: [{ code: 'N14a', title: '国家秘密', article: '条例第十四条', words: '依法确定为国家秘密' }],
    });

describe('what stays closed', () => {
  it('is shown with its ground and when it is to be looked at again', async () => {
    town('onlooker');
    show(<ClosedPanel />);

    const seen = (await screen.findByText('在建工程地质资料')).closest('tr')?.textContent;
    expect(seen).toContain('N14a（条例第十四条）：涉及国家秘密');
    expect(seen).toContain('2026-06-30该评估了');
    expect(screen.queryByText('转为公开')).toBeNull();
    expect(screen.queryByText('列入清单')).toBeNull();
  });

  it('is put on the list by who is offered to', async () => {
    const hub = town('keeper').on('post', '/api/v1/catalogue/closed', item());
    const user = show(<ClosedPanel />);
    await screen.findByText('列入清单');
    const add = button('列入清单');
    await user.type(fieldOf(add, '信息名称'), '应急物资库位置');
    await choose(user, screen.getByRole('combobox', { name: '法定理由' }), 'N14a 国家秘密');
    await user.type(fieldOf(add, '具体理由'), '公开后影响安全');
    await typeDay(user, screen.getByLabelText('评估日期'), '2027-01-31');
    await user.click(add);

    await waitFor(() => expect(hub.to('post', '/closed')).toHaveLength(1));
    expect(hub.to('post', '/closed')[0]?.body).toEqual({
      name: '应急物资库位置',
      code: 'N14a',
      basis: '',
      reason: '公开后影响安全',
      reviewOn: '2027-01-31',
      organisation: 'kyszfb',
    });
  });

  it('is opened after a second question only', async () => {
    const hub = town('keeper').on('post', '/api/v1/catalogue/closed/{id}/open', item());
    const user = show(<ClosedPanel />);
    await user.click(await screen.findByText('转为公开'));
    expect(await screen.findByText('评估后可以公开，移出清单？')).toBeTruthy();
    expect(hub.to('post', '/open')).toEqual([]);

    await user.click(button('确定'));
    await waitFor(() => expect(hub.to('post', '/closed/c1/open')).toHaveLength(1));
    expect(hub.to('post', '/open')[0]?.body).toEqual({ version: 2, reason: '评估后可以公开' });
  });

  it('is not said to be nothing when the list cannot be had', async () => {
    hubFor('editor').on('get', '/api/v1/catalogue/closed', refusal(503, '目录暂时不可用'));
    show(<ClosedPanel />);

    expect(await screen.findByText('目录暂时不可用')).toBeTruthy();
  });
});
