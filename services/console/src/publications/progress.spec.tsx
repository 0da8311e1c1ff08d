import { describe, expect, it } from 'vitest';
import type { Publication } from '../api/hub.types.ts';
import { publication } from '../testing/samples.ts';
import { screen, show } from '../testing/screen.tsx';
import { Badges } from './badges.tsx';
import { Progress } from './progress.tsx';

type Stage = Publication['progress'][number];
const stage = (title: string, is: Stage['is'], more: Partial<Stage> = {}): Stage => ({
  title,
  is,
  by: [],
  at: null,
  returned: null,
  ...more,
});
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();
const wordsOf = async (title: string) =>
  (await screen.findByText(title)).closest('.ant-steps-item')?.textContent;

describe('the way of an edition', () => {
  it('names who did what and when, and how long it has been waiting', async () => {
    const progress = [
      stage('撰写', 'done', { by: ['li'], at: '2026-11-23T02:00:00.000Z' }),
      stage('一审', 'now', { at: hoursAgo(3) }),
      stage('发布', 'ahead'),
    ];
    show(<Progress of={{ progress }} />);

    expect(await wordsOf('撰写')).toContain('li　2026/11/23 10:00:00');
    expect(await wordsOf('一审')).toContain('等待办理，已 3 小时');
    expect(await wordsOf('发布')).toBe('3发布');
  });

  it('says who has it in hand, for days', async () => {
    show(<Progress of={{ progress: [stage('一审', 'now', { by: ['wang'], at: hoursAgo(72) })] }} />);
    expect(await wordsOf('一审')).toContain('wang 在办，已 3 天');
  });

  it('says why it came back', async () => {
    const returned = 'wang 在一审退回：缺时间';
    show(<Progress of={{ progress: [stage('撰写', 'now', { by: ['li'], returned })] }} />);
    expect((await screen.findByRole('alert')).textContent).toBe(returned);
  });
});

it('two badges stand where the public reads one edition while another is in work', async () => {
  const badges = [
    { state: 'released' as const, words: '现行第1版 已发布' },
    { state: 'draft' as const, words: '第2版 更正拟稿' },
  ];
  show(<Badges of={publication({ badges })} />);

  expect(await screen.findByText('现行第1版 已发布')).toBeTruthy();
  expect(screen.getByText('第2版 更正拟稿')).toBeTruthy();
});
