import { screen, show } from '../testing/screen.tsx';
import { describe, expect, it } from 'vitest';
import { PreviewCard } from './preview.card.tsx';

describe('the card of a channel', () => {
  it('tells what a person should know of its rendition, and that nothing stops it', () => {
    const notes = ['全彩屏 1920×1080每轮约占 39 秒（一轮不超过 5 分钟），共 1 页。'];
    show(
      <PreviewCard
        title="LED 电子屏"
        rendered={{ channel: 'led', problems: [], omitted: [], notes, hash: 'a'.repeat(64) }}
      />,
    );
    expect(screen.getByText(/每轮约占 39 秒/)).toBeTruthy();
    expect(screen.getByText('可发布')).toBeTruthy();
  });

  it('counts the parts of each text by itself, where routes sign with another name', () => {
    const messages = [
      { where: '开远市政府', parts: ['甲一', '甲二'] },
      { where: '灵泉街道办', parts: ['乙一'] },
    ];
    const preview = { kind: 'text' as const, parts: ['甲一', '甲二', '乙一'], messages };
    show(
      <PreviewCard
        title="短信"
        rendered={{ channel: 'sms', problems: [], omitted: [], preview, hash: 'a'.repeat(64) }}
      />,
    );
    const street = screen.getByRole('region', { name: '灵泉街道办' });
    expect(street.textContent).toContain('第 1/1 条');
    expect(screen.getByRole('region', { name: '开远市政府' }).textContent).toContain('第 2/2 条');
  });
});
