import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consoleRouter } from '../app/router.tsx';
import { places } from '../frame/route.ts';
import { act, button, hubFor, screen, sessionOf, show, showAt, waitFor } from '../testing/screen.tsx';
import { TourOffer } from './tour.offer.tsx';
import { end } from './tour.state.ts';

const town = () =>
  hubFor('editor')
    .on(
      'get',
      '/api/v1/session',
      sessionOf(
        ['editor'],
        [
          { key: 'list', steps: [] },
          { key: 'write', steps: [] },
          { key: 'reviews', steps: [] },
        ],
      ),
    )
    .on('get', '/api/v1/publications', { items: [] })
    .on('get', '/api/v1/reviews', { items: [] });

const step = (): string => screen.getByRole('region', { name: '导览' }).textContent ?? '';

describe('the help of the console', () => {
  beforeEach(() => end());
  afterEach(() => end());

  it('names the keys of the page that is open, and no other', async () => {
    town();
    const user = showAt('/reviews', consoleRouter());
    await screen.findByText('没有等待您办理的稿件');
    await user.keyboard('?');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('这一页的按键');
    expect(dialog.textContent).toContain('到下一行');
    expect(dialog.textContent).not.toContain('F8');
  });

  it('leads through a duty, frames what is meant, and goes on by itself when it is done', async () => {
    town();
    const user = showAt('/list', consoleRouter());
    await user.click(await waitFor(() => button('帮助')));
    await user.click(await screen.findByText(/导览（三分钟）：审一件稿/));
    await screen.findByRole('region', { name: '导览' });
    expect(step()).toContain('1. 点“待我办理”');
    await waitFor(() =>
      expect(document.querySelector('[data-towncrier-marked]')?.textContent).toContain('编审'),
    );

    act(() => places.push('/reviews'));
    await waitFor(() => expect(step()).toContain('2. 打开一件'));
    expect(document.querySelector('[data-towncrier-marked]')).toBeNull();
    await user.click(button('下一步'));
    expect(step()).toContain('3. ');

    await user.click(button('结束导览'));
    expect(screen.queryByRole('region', { name: '导览' })).toBeNull();
  });

  it('offers tours only of pages that are open to the person', async () => {
    hubFor('auditor').on('get', '/api/v1/session', sessionOf(['auditor'], [{ key: 'audit', steps: [] }]));
    const user = showAt('/account', consoleRouter());
    await user.click(await waitFor(() => button('帮助')));
    await screen.findByText('这一页的按键（?）');
    expect(screen.queryByText(/撤回/)).toBeNull();
  });

  it('is offered to whoever is here for the first time, and not again', async () => {
    localStorage.removeItem('towncrier.toured');
    const user = show(<TourOffer session={sessionOf(['editor'], [{ key: 'write', steps: [] }])} />);
    expect(screen.queryByText('看投递，把没送到的再办一次')).toBeNull();
    await user.click(button('写一篇公告，再更正它'));
    await waitFor(() => expect(screen.queryByText(/第一次用/)).toBeNull());
    end();

    show(<TourOffer session={sessionOf(['editor'], [{ key: 'write', steps: [] }])} />);
    expect(screen.queryByText(/第一次用/)).toBeNull();
  });
});
