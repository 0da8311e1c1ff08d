import type { LedRendition } from './led.rendition.ts';
import { lengthOf, roundMs, shareOf } from './round.ts';
import { formTitle } from './screen.shape.ts';

const minutes = roundMs / 60_000;
const seconds = (ms: number): number => Math.ceil(ms / 1000);

/** What a notice takes of a round, for each form of screens: editor and reviewer see it before they approve it. */
export function roundNotes({ urgent, forms }: Pick<LedRendition, 'urgent' | 'forms'>): readonly string[] {
  return forms.map(({ form, pages }) => {
    const share = seconds(shareOf({ priority: urgent ? 50 : 0, pages }));
    const where = `${formTitle(form)}每轮约占 ${share} 秒（一轮不超过 ${minutes} 分钟）`;
    if (urgent) return `${where}：应急内容每轮最先全部播出，此后每分钟再播首页。`;
    const whole = lengthOf(pages);
    if (pages.length < 3) return `${where}，共 ${pages.length} 页。`;
    return `${where}：共 ${pages.length} 页 ${seconds(whole)} 秒，内容多时每轮播首页和其余一页，依次轮换。`;
  });
}
