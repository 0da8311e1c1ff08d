import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { notNow, publication, step } from '../testing/samples.ts';
import { button, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import type { Waiting } from './reviews.ts';
import { ReviewsPage } from './reviews.page.tsx';

const atOnce = { ...step('claim', '领取'), ask: [], given: { takeOver: false } };
const approve = { ...step('approve', '一审通过'), ask: [], given: { contentHash: 'a'.repeat(64) } };
const waiting = (steps: Waiting['steps']): Waiting => ({
  ...publication({ state: 'submitted', stateTitle: '待审' }, { waitsFor: 1, waitsForTitle: '一审' }),
  steps,
});

describe('the steps in the row of what waits', () => {
  it('are taken at once where a click is all it takes', async () => {
    const hub = hubFor()
      .on('get', '/api/v1/reviews', { items: [waiting([atOnce, approve])] })
      .on('post', '/api/v1/publications/{id}/claim', publication());
    const user = show(<ReviewsPage />);
    await screen.findByText('关于乐白道街道停水的通知');
    await user.click(button('领取'));

    await waitFor(() => expect(hub.to('post', '/7K3QZP4M/claim')).toHaveLength(1));
    expect(hub.to('post', '/claim')[0]?.body).toEqual({ version: 4, takeOver: false });
    expect(location.pathname).toBe('/');
  });

  it('lead to the words where these have to be read first', async () => {
    const hub = hubFor().on('get', '/api/v1/reviews', { items: [waiting([atOnce, approve])] });
    const user = show(<ReviewsPage />);
    await screen.findByText('关于乐白道街道停水的通知');
    await user.click(button('一审通过'));

    expect(location.pathname).toBe('/publication/7K3QZP4M');
    expect(hub.to('post', '/approve')).toEqual([]);
  });

  it('show what is held up, and what the hub refused', async () => {
    hubFor()
      .on('get', '/api/v1/reviews', { items: [waiting([atOnce, notNow(approve, '还有 1 条批注')])] })
      .on('post', '/api/v1/publications/{id}/claim', refusal(409, '稿件已被他人更新'));
    const user = show(<ReviewsPage />);
    await screen.findByText('关于乐白道街道停水的通知');
    expect(button('一审通过').hasAttribute('disabled')).toBe(true);
    await user.click(button('领取'));

    expect(await screen.findByText('稿件已被他人更新')).toBeTruthy();
  });
});
