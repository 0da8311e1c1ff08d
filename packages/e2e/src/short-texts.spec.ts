import { matterTitles, readEssentials, speakerOf } from '@towncrier/content';
import { expect, it } from 'vitest';
import { renderSms, smsProfile } from '../../../services/channel-sms/src/render/sms.text.ts';
import { renderWeibo, weiboProfile } from '../../../services/channel-weibo/src/render/weibo.status.ts';
import { noticeNamed, noticeNames } from './sample.notices.ts';

const notices = noticeNames.map((name) => ({ name, edition: noticeNamed(name) }));
const figures = (words: string): readonly string[] => words.match(/\d+/gu) ?? [];

it('a message of most notices costs two fragments, and of none more than three', () => {
  const profile = { ...smsProfile, ending: '详见开远市人民政府网站' };
  const counts = notices.map(({ edition }) => renderSms(edition, profile).fragments.length);
  expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  expect(counts.filter((count) => count <= 2).length / counts.length).toBeGreaterThanOrEqual(0.8);
});

it.each(notices)(
  'the message of $name keeps time, place and telephone, and says who speaks',
  ({ edition }) => {
    const { text } = renderSms(edition);
    expect(text).toContain(`${speakerOf(edition.content)}：`);
    const [title] = matterTitles(edition, smsProfile.title.max);
    expect(text.replace(title, '')).not.toContain('…');
    for (const { kind, label, words } of readEssentials(edition.content))
      if (['when', 'where', 'deadline', 'contact'].includes(kind) && label !== '') {
        const [first = ''] = words.split(/[。；，]/u);
        const year = edition.content.header.writtenOn?.slice(0, 4) ?? '';
        for (const figure of figures(first)) if (figure !== year) expect(text).toContain(figure);
      }
    const numbers = text.match(/0873-\d{7}/gu) ?? [];
    expect(new Set(numbers).size).toBe(numbers.length);
  },
);

it.each(notices)('the post of $name is whole sentences of 140, and says who speaks', ({ edition }) => {
  const { text, units } = renderWeibo(edition);
  expect(units).toBeLessThanOrEqual(weiboProfile.status.max);
  expect(text).toContain(speakerOf(edition.content));
  expect(text).not.toContain('……');
});
