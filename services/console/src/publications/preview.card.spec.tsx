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
});
