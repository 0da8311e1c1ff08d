import { describe, expect, it } from 'vitest';
import { consoleRouter } from '../app/router.tsx';
import { lost } from '../testing/fake.hub.ts';
import { alarm, now, tile } from '../testing/now.samples.ts';
import { hubFor, screen, show, showAt, waitFor } from '../testing/screen.tsx';
import { WallPage } from './wall.page.tsx';
import { staleness } from './stale.rules.ts';

describe('the wall of the duty room', () => {
  it('has the whole window: no menu, no margins', async () => {
    hubFor('operator').on('get', '/api/v1/now', now());
    showAt('/wall', consoleRouter());
    expect(await screen.findByText('告示 · 值班大屏')).toBeTruthy();
    expect(screen.queryByText('退出')).toBeNull();
    expect(document.querySelector('.towncrier-content')).toBeNull();
    expect(document.title).toBe('值班大屏 · 告示');
  });

  it('says what calls for whom, and how each channel does', async () => {
    const tiles = [tile('sms', '短信', { light: 'act', words: '需要人工处理' })];
    hubFor('operator').on('get', '/api/v1/now', now({ alarms: [alarm()], tiles }));
    show(<WallPage />);

    expect((await screen.findByText(/短信：签名未报备/)).textContent).toContain('（3 条） 渠道运维');
    expect(screen.getByText('需要人工处理').closest('article')?.className).toContain('towncrier-wall-act');
  });

  it('says of the fifth and further that there are more', async () => {
    const alarms = Array.from({ length: 6 }, (_, n) => alarm({ key: `letter:${n}`, words: `死信 ${n}` }));
    hubFor('operator').on('get', '/api/v1/now', now({ alarms }));
    show(<WallPage />);
    expect(await screen.findByText('还有 2 项，见“现在”页')).toBeTruthy();
  });

  it('goes dark and says so when the hub no longer answers', async () => {
    const hub = hubFor('operator').on('get', '/api/v1/now', now());
    show(<WallPage />);
    await screen.findByText('政府网站');
    expect(screen.queryByRole('alert')).toBeNull();

    hub.on('get', '/api/v1/now', lost);
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('画面已过时，请勿据此判断'));
    expect(screen.getByText('政府网站').closest('[aria-hidden=true]')).toBeTruthy();
  });

  it('that was never answered says so', async () => {
    hubFor('operator').on('get', '/api/v1/now', lost);
    show(<WallPage />);
    expect((await screen.findByRole('alert')).textContent).toContain('联系不上编审中枢');
  });
});

describe('what the wall knows', () => {
  const saidAt = Date.parse('2026-11-23T02:00:00.000Z');
  const at = (seconds: number, more: object = {}) =>
    staleness({ clock: saidAt + seconds * 1000, saidAt, heard: true, failed: false, ...more });

  it('counts for as long as the hub is heard, however long nothing happens', () => {
    expect(at(3600)).toBeNull();
  });
  it('counts while a stream that broke comes back, and no longer', () => {
    expect(at(40, { heard: false })).toBeNull();
    expect(at(46, { heard: false })?.words).toContain('不到 1 分钟');
    expect(at(600, { heard: false })?.words).toContain('10 分钟');
  });
  it('does not count once a question was not answered', () => {
    expect(at(1, { failed: true })).not.toBeNull();
  });
});
