import { fireEvent } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { publication, step } from '../testing/samples.ts';
import { button, hubFor, screen, sessionOf, show, waitFor } from '../testing/screen.tsx';
import { WarningsPage } from './warnings.page.tsx';

const relay = { ...step('relay', '导入并申请应急发布'), ask: [] };
const relayed = {
  id: 'qx@example.gov.cn,CN.532502/1,2026-11-23T01:00:00.000Z',
  identifier: 'CN.532502/1',
  publication: '7K3QZP4M',
  sender: '开远市气象台',
  sent: '2026-11-23T01:00:00.000Z',
  msgType: 'Update' as const,
  status: 'Exercise',
  headline: '暴雨黄色预警',
  receivedAt: '2026-11-23T01:00:10.000Z',
  receivedBy: 'duty',
  notes: ['更新报文，首发未收到'],
};
const town = () =>
  hubFor('duty-officer')
    .on('get', '/api/v1/session', sessionOf(['duty-officer'], [{ key: 'warnings', steps: [relay] }]))
    .on('get', '/api/v1/warnings', { items: [relayed] });

describe('warnings of the competent bodies', () => {
  it('are told apart from drills, and lead to their message word for word', async () => {
    town();
    show(<WarningsPage />);

    const seen = (await screen.findByText('暴雨黄色预警')).closest('tr');
    expect(seen?.textContent).toContain('更新演练或测试');
    expect(seen?.textContent).toContain('更新报文，首发未收到');
    expect(screen.getByText('CN.532502/1').closest('a')?.getAttribute('href')).toBe(
      `/api/v1/warnings/${encodeURIComponent(relayed.id)}/cap`,
    );
  });

  it('are handed in as they came, and not without a message', async () => {
    const hub = town().on('post', '/api/v1/warnings', {
      ...publication(),
      relay: { did: 'take-in', notes: [], ends: [] },
    });
    const user = show(<WarningsPage />);
    const field = await screen.findByLabelText('报文');
    expect(button('导入并申请应急发布').hasAttribute('disabled')).toBe(true);
    fireEvent.change(field, { target: { value: '<alert> </alert>' } });
    await user.click(button('导入并申请应急发布'));

    await waitFor(() => expect(location.pathname).toBe('/publication/7K3QZP4M'));
    expect(hub.to('post', '/warnings')[0]?.body).toEqual({ xml: '<alert> </alert>' });
  });

  it('that end what is still to come are told to be remembered, and lead nowhere', async () => {
    const notes = ['引用的 X-1 没有记录', '解除已经记下'];
    town().on('post', '/api/v1/warnings', { relay: { did: 'remember', notes, ends: [] } });
    const user = show(<WarningsPage />);
    fireEvent.change(await screen.findByLabelText('报文'), { target: { value: '<alert> </alert>' } });
    await user.click(button('导入并申请应急发布'));

    expect(await screen.findByText('引用的 X-1 没有记录；解除已经记下')).toBeTruthy();
    expect(location.pathname).toBe('/');
  });

  it('stay in the field when the hub cannot read them', async () => {
    town().on('post', '/api/v1/warnings', refusal(422, '报文不是 CAP 1.2'));
    const user = show(<WarningsPage />);
    fireEvent.change(await screen.findByLabelText('报文'), { target: { value: '<a/>' } });
    await user.click(button('导入并申请应急发布'));

    expect(await screen.findByText('报文不是 CAP 1.2')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('报文').value).toBe('<a/>');
  });

  it('are handed in only by whom the hub lets', async () => {
    town().on('get', '/api/v1/session', sessionOf(['editor']));
    show(<WarningsPage />);
    await screen.findByText('暴雨黄色预警');

    expect(screen.queryByLabelText('报文')).toBeNull();
  });
});
