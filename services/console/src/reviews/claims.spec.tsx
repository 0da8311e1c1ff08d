import { fireEvent } from '@testing-library/dom';
import { describe, expect, it } from 'vitest';
import { publication, step } from '../testing/samples.ts';
import { button, hubFor, screen, show, waitFor } from '../testing/screen.tsx';
import { useClaims } from './claims.ts';
import type { Waiting } from './reviews.ts';
import { ReviewsPage } from './reviews.page.tsx';

const claim = { ...step('claim', '领取'), ask: [], given: { takeOver: false } };
const takeOver = { ...claim, label: '接手办理', given: { takeOver: true } };
const row = (id: string, title: string, steps: Waiting['steps'] = [claim]): Waiting => ({
  ...publication({ id, title, state: 'submitted', stateTitle: '待审' }, { waitsForTitle: '一审' }),
  steps,
});
const town = () =>
  hubFor().on('get', '/api/v1/reviews', {
    items: [
      row('7K3QZP4M', '停水通知'),
      row('7K3QZP4N', '停电通知'),
      row('7K3QZP4P', '招聘公告', [takeOver]),
    ],
  });
const box = (title: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `选择《${title}》` });
const press = (key: string): void => void fireEvent.keyDown(document.activeElement ?? document.body, { key });
const itemsOf = (body: unknown) => (body as { readonly items: readonly { readonly id: string }[] }).items;
/** A table of so many rows takes long to draw, and what is sent does not hang on it. */
function AllOf({ rows }: { rows: readonly Waiting[] }) {
  const { chosen, tick, claim, failed } = useClaims(rows);
  return (
    <>
      <button onClick={() => tick(rows.map(({ id }) => id))}>全选</button>
      <button onClick={() => claim.mutate(chosen)}>领取{chosen.length}件</button>
      <p>没有领取 {failed.map(({ id }) => id).join()}</p>
    </>
  );
}

describe('what waits, claimed in one go', () => {
  it('is chosen with X and sent with the versions that were seen', async () => {
    const hub = town().on('post', '/api/v1/reviews/claims', {
      items: [
        { id: '7K3QZP4M', claimed: true },
        { id: '7K3QZP4N', claimed: true },
      ],
    });
    const user = show(<ReviewsPage />);
    await screen.findByText('停水通知');
    for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) press(key);
    expect(box('招聘公告').disabled).toBe(true);
    await user.click(button('领取所选的2件'));

    await waitFor(() => expect(hub.to('post', '/reviews/claims')).toHaveLength(1));
    expect(hub.to('post', '/claims')[0]?.body).toEqual({
      items: [
        { id: '7K3QZP4M', version: 4 },
        { id: '7K3QZP4N', version: 4 },
      ],
    });
    await waitFor(() => expect(box('停水通知').checked).toBe(false));
    expect(screen.queryByText(/没有领取/)).toBeNull();
  });

  it('goes to the hub in lots that it takes, however many are chosen', async () => {
    const rows = Array.from({ length: 101 }, (_, n) => row(`7K3QZ${100 + n}`, '停水通知'));
    const hub = hubFor().on('post', '/api/v1/reviews/claims', ({ body }) => ({
      items: itemsOf(body).map(({ id }) =>
        id === rows[3]?.id
          ? { id, claimed: false as const, why: '已由别人领取' }
          : { id, claimed: true as const },
      ),
    }));
    const user = show(<AllOf rows={rows} />);
    await user.click(button('全选'));
    await user.click(button('领取101件'));

    expect(await screen.findByText(`没有领取 ${rows[3]?.id}`)).toBeTruthy();
    const sent = hub.to('post', '/claims').map(({ body }) => itemsOf(body));
    expect(sent.map((items) => items.length)).toEqual([100, 1]);
    expect(sent.flat().map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  it('keeps chosen what failed, with the sentence of each', async () => {
    town().on('post', '/api/v1/reviews/claims', {
      items: [
        { id: '7K3QZP4M', claimed: true },
        { id: '7K3QZP4N', claimed: false, why: '该稿已由“zhaolei”领取' },
      ],
    });
    const user = show(<ReviewsPage />);
    await screen.findByText('停水通知');
    await user.click(box('停水通知'));
    await user.click(box('停电通知'));
    await user.click(button('领取所选的2件'));

    expect(await screen.findByText('1 件没有领取，其余已领取')).toBeTruthy();
    expect(screen.getByText('《停电通知》：该稿已由“zhaolei”领取')).toBeTruthy();
    expect([box('停水通知').checked, box('停电通知').checked]).toEqual([false, true]);
  });

  it('is not offered where nothing can be claimed', async () => {
    hubFor().on('get', '/api/v1/reviews', { items: [row('7K3QZP4P', '招聘公告', [takeOver])] });
    show(<ReviewsPage />);
    await screen.findByText('招聘公告');
    expect(screen.queryByText(/领取所选/)).toBeNull();
  });
});
