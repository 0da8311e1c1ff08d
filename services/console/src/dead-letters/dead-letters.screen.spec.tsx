import { describe, expect, it } from 'vitest';
import { refusal } from '../testing/fake.hub.ts';
import { channel, letter, step } from '../testing/samples.ts';
import { button, hubFor, screen, sessionOf, show, waitFor } from '../testing/screen.tsx';
import { DeadLettersPage } from './dead-letters.page.tsx';
import type { LetterGroup } from './dead-letters.ts';

const group = (more: Partial<LetterGroup> = {}): LetterGroup => ({
  key: '2c26b46b68ff',
  service: 'channel-sms',
  stream: '发布与撤回',
  type: '版次发布',
  words: '消息内容不符合约定，多为各服务版本不一致',
  next: '核对各服务版本；一致后重新投递',
  again: true,
  count: 3,
  first: letter.at,
  last: letter.at,
  letters: [letter],
  ...more,
});
const town = (groups: LetterGroup[], steps = [step('again', '重新投递'), step('void', '作废')]) =>
  hubFor()
    .on('get', '/api/v1/session', sessionOf([], [{ key: 'dead-letters', steps }]))
    .on('get', '/api/v1/channels', { channels: [channel('sms', '短信')] })
    .on('get', '/api/v1/monitor/dead-letters/groups', { items: groups });

describe('dead letters', () => {
  it('are told by their kind: what is wrong, where, and what to do', async () => {
    town([group()]);
    show(<DeadLettersPage />);

    expect(await screen.findByText('消息内容不符合约定，多为各服务版本不一致（3 条）')).toBeTruthy();
    await waitFor(() => expect(screen.getByText(/渠道“短信” · 发布与撤回 · 版次发布/)).toBeTruthy());
    expect(screen.getByText('建议：核对各服务版本；一致后重新投递')).toBeTruthy();
    expect(screen.getByRole('link', { name: '下载' }).getAttribute('href')).toContain('/2c26b46b68ff/export');
  });

  it('are laid to rest with a reason, as many as were seen', async () => {
    const hub = town([group()]).on('post', '/api/v1/operations/dead-letters/{key}/void', {
      done: 3,
      left: 0,
      refusals: [],
    });
    const user = show(<DeadLettersPage />);
    await screen.findByText(/（3 条）/);
    await screen.findByText('下载');
    await user.click(button('作废'));
    await user.type(await screen.findByLabelText('理由'), '旧版本测试消息');
    await user.click(button('确认作废'));

    await waitFor(() =>
      expect(hub.to('post', '/void')[0]?.body).toEqual({ reason: '旧版本测试消息', expected: 3 }),
    );
    expect(await screen.findByText('已处理 3 条')).toBeTruthy();
  });

  it('are delivered again only where that makes sense', async () => {
    town([group({ again: false })]);
    show(<DeadLettersPage />);
    await screen.findByText(/（3 条）/);
    expect(screen.queryByText('重新投递')).toBeNull();
  });

  it('are only looked at by who may do nothing about them', async () => {
    town([group()], []);
    show(<DeadLettersPage />);
    await screen.findByText(/（3 条）/);
    expect(screen.queryByText('作废')).toBeNull();
    expect(screen.queryByText('下载')).toBeNull();
  });

  it('are not said to be none when they cannot be read', async () => {
    town([]).on('get', '/api/v1/monitor/dead-letters/groups', refusal(503, '投递台账暂时不可用'));
    show(<DeadLettersPage />);
    expect(await screen.findByText('投递台账暂时不可用')).toBeTruthy();
    expect(screen.queryByText('没有待处理的死信')).toBeNull();
  });
});
