import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { step } from '../testing/samples.ts';
import { button, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import type { Request } from './requests.ts';
import { RequestsPage } from './requests.page.tsx';

const request = (more: Partial<Request> = {}): Request => ({
  id: '7K3QZP4M',
  version: 2,
  state: 'handling',
  stateTitle: '办理中',
  organisation: 'kysrmzf',
  applicant: { kind: 'person', name: '张三', idNumber: '5325…', contact: '138****0000' },
  wanted: { description: '灵泉东路征地补偿安置方案', form: 'email' },
  mode: 'online',
  submittedOn: '2026-11-20',
  receivedOn: '2026-11-23',
  correction: null,
  extension: null,
  consultations: [],
  answer: null,
  answerTitle: null,
  provisional: false,
  dueOn: '2020-01-01',
  updatedAt: '2026-11-23T02:00:00.000Z',
  steps: [
    {
      ...step('extend', '延长期限'),
      ask: [
        { kind: 'number', name: 'days', label: '延长工作日数', required: true, from: 1, to: 20 },
        { kind: 'text', name: 'reason', label: '理由', required: true, longest: 500 },
      ],
    },
  ],
  ...more,
});
const opened = async () => {
  const user = show(<RequestsPage />);
  await user.click(await screen.findByText('7K3QZP4M'));
  await screen.findByText('申请 7K3QZP4M');
  return user;
};

describe('requests for information', () => {
  it('stand in a list, those past their day in red', async () => {
    hubFor('editor').on('get', '/api/v1/disclosure-requests', {
      items: [request(), request({ id: '7K3QZP4N', dueOn: '2999-01-01' })],
    });
    show(<RequestsPage />);

    expect((await screen.findByText('2020-01-01')).className).toContain('red');
    expect(screen.getByText('2999-01-01').className).not.toContain('red');
  });

  it('are handled by the steps the hub offers, with every answer and the version that was seen', async () => {
    const hub = hubFor('editor')
      .on('get', '/api/v1/disclosure-requests', { items: [request()] })
      .on('post', '/api/v1/disclosure-requests/{id}/steps', request());
    const user = await opened();
    await user.click(button('延长期限'));
    await user.type(await screen.findByLabelText('延长工作日数'), '10');
    await user.click(button('确认延长期限'));
    expect(await screen.findByText('请填写理由')).toBeTruthy();
    expect(hub.to('post', '/steps')).toEqual([]);

    await user.type(screen.getByLabelText('理由'), '须征求意见');
    await user.click(button('确认延长期限'));
    await waitFor(() => expect(hub.to('post', '/7K3QZP4M/steps')).toHaveLength(1));
    expect(hub.to('post', '/steps')[0]?.body).toEqual({
      type: 'extend',
      version: 2,
      days: 10,
      reason: '须征求意见',
    });
  });

  it('keep what was answered when the hub refuses', async () => {
    hubFor('editor')
      .on('get', '/api/v1/disclosure-requests', { items: [request()] })
      .on('post', '/api/v1/disclosure-requests/{id}/steps', refusal(409, '已经延长过一次，不能再延长'));
    const user = await opened();
    await user.click(button('延长期限'));
    await user.type(await screen.findByLabelText('延长工作日数'), '10');
    await user.type(screen.getByLabelText('理由'), '须征求意见');
    await user.click(button('确认延长期限'));

    expect(await screen.findByText('已经延长过一次，不能再延长')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('理由').value).toBe('须征求意见');
  });

  it('say so when they cannot be had', async () => {
    hubFor('editor').on('get', '/api/v1/disclosure-requests', refusal(403, '只有政务公开办可以查看'));
    show(<RequestsPage />);

    expect(await screen.findByText('只有政务公开办可以查看')).toBeTruthy();
  });
});
