import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { step } from '../testing/samples.ts';
import { button, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import type { Feedback } from './feedback.ts';
import { FeedbackPage } from './feedback.page.tsx';

const said = (more: Partial<Feedback> = {}): Feedback => ({
  id: 'f1',
  version: 1,
  publication: '7K3QZP4M',
  edition: 1,
  kind: 'error',
  kindTitle: '内容纠错',
  words: '日期像是写错了',
  contact: null,
  state: 'received',
  stateTitle: '待受理',
  receivedAt: '2026-11-23T02:00:00.000Z',
  dueOn: '2026-12-01',
  handler: null,
  answer: null,
  steps: [
    { ...step('accept', '受理'), ask: [] },
    {
      ...step('answer', '答复'),
      ask: [{ kind: 'text', name: 'words', label: '答复', required: true, longest: 2000 }],
    },
  ],
  ...more,
});
const town = (...items: Feedback[]) => hubFor('editor').on('get', '/api/v1/feedback', { items });

describe('what the public says', () => {
  it('is taken in with one click, against the version that was seen', async () => {
    const hub = town(said()).on('post', '/api/v1/feedback/{id}/steps', said());
    const user = show(<FeedbackPage />);
    await screen.findByText('日期像是写错了');
    await user.click(button('受理'));

    await waitFor(() => expect(hub.to('post', '/feedback/f1/steps')).toHaveLength(1));
    expect(hub.to('post', '/steps')[0]?.body).toEqual({ type: 'accept', version: 1 });
  });

  it('is answered in words only', async () => {
    const hub = town(said()).on('post', '/api/v1/feedback/{id}/steps', said());
    const user = show(<FeedbackPage />);
    await screen.findByText('日期像是写错了');
    await user.click(button('答复'));
    await screen.findByRole('dialog');
    await user.type(screen.getByRole('textbox'), '   ');
    await user.click(button('确认答复'));
    expect(await screen.findByText('请填写答复')).toBeTruthy();
    expect(hub.to('post', '/steps')).toEqual([]);

    await user.clear(screen.getByRole('textbox'));
    await user.type(screen.getByRole('textbox'), '已更正');
    await user.click(button('确认答复'));
    await waitFor(() =>
      expect(hub.to('post', '/steps')[0]?.body).toEqual({ type: 'answer', version: 1, words: '已更正' }),
    );
  });

  it('shows the answer where there is one, and no more buttons', async () => {
    town(said({ answer: { words: '已更正', by: 'wangfang', at: '2026-11-24T02:00:00.000Z' } }));
    show(<FeedbackPage />);

    expect((await screen.findByText('日期像是写错了')).closest('tr')?.textContent).toContain(
      'wangfang：已更正',
    );
    expect(screen.queryByText('受理')).toBeNull();
  });

  it('is not said to be nothing when it cannot be had', async () => {
    town().on('get', '/api/v1/feedback', refusal(403, '只有办理人员可以查看公众反馈'));
    show(<FeedbackPage />);

    expect(await screen.findByText('只有办理人员可以查看公众反馈')).toBeTruthy();
  });
});
