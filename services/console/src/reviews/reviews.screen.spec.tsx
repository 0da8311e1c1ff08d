import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { publication } from '../testing/samples.ts';
import { hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { ReviewsPage } from './reviews.page.tsx';

const waiting = { waitsFor: 1, waitsForTitle: '一审' } as const;

describe('what waits for me', () => {
  it('names the review, who has claimed it, and what is urgent', async () => {
    const claim = { by: 'zhaolei', at: '2026-11-23T02:00:00.000Z' };
    hubFor('first-reviewer').on('get', '/api/v1/reviews', {
      items: [
        publication({ state: 'submitted', stateTitle: '待审', lane: 'urgent' }, waiting),
        publication({ id: '7K3QZP4N', title: '另一份通知', state: 'in-review' }, { ...waiting, claim }),
      ],
    });
    show(<ReviewsPage />);

    const urgent = (await screen.findByText('关于乐白道街道停水的通知')).closest('tr')?.textContent;
    expect(urgent).toContain('紧急');
    expect(urgent).toContain('一审');
    expect(urgent).toContain('未领取');
    expect(screen.getByText('另一份通知').closest('tr')?.textContent).toContain('zhaolei');
  });

  it('says when a release that went out first must be reviewed', async () => {
    const owed = {
      edition: 1,
      requestedBy: 'duty',
      confirmedBy: 'zhaolei',
      reason: '山洪',
      at: '2026-11-23T02:00:00.000Z',
      reviewDueAt: '2026-11-24T02:00:00.000Z',
      review: null,
    };
    hubFor('first-reviewer').on('get', '/api/v1/reviews', {
      items: [publication({ state: 'released', stateTitle: '已发布', urgentReleases: [owed] })],
    });
    show(<ReviewsPage />);

    expect(await screen.findByText(/补审，限 2026\/11\/24 10:00:00/)).toBeTruthy();
  });

  it('is narrowed by its address, which is a saved view', async () => {
    hubFor('first-reviewer').on('get', '/api/v1/reviews', {
      items: [
        publication({ state: 'submitted', stateTitle: '待审', lane: 'urgent' }, waiting),
        publication({ id: '7K3QZP4N', title: '另一份通知', state: 'in-review' }, waiting),
        publication(
          { id: '7K3QZP4P', title: '第三份通知', state: 'in-review' },
          { waitsFor: 2, waitsForTitle: '法制审核' },
        ),
      ],
    });
    const user = show(<ReviewsPage />, '/reviews?review=一审');
    await screen.findByText('另一份通知');
    expect(screen.queryByText('第三份通知')).toBeNull();
    await user.click(screen.getByLabelText('只看紧急'));

    await waitFor(() => expect(screen.queryByText('另一份通知')).toBeNull());
    expect(screen.getByText('关于乐白道街道停水的通知')).toBeTruthy();
    expect(Object.fromEntries(new URLSearchParams(location.search))).toEqual({
      review: '一审',
      lane: 'urgent',
    });
  });

  it('tells nothing to do from nothing to be had', async () => {
    const hub = hubFor('editor').on('get', '/api/v1/reviews', { items: [] });
    show(<ReviewsPage />);
    expect(await screen.findByText('没有等待您办理的稿件')).toBeTruthy();

    hub.on('get', '/api/v1/reviews', refusal(503, '暂时不可用'));
    show(<ReviewsPage />);
    expect(await screen.findByText('暂时不可用')).toBeTruthy();
  });
});
