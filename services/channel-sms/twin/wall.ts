import { escapeHtml, wallPage } from '@towncrier/channel-testkit';
import { browserFile, markup } from '@towncrier/pages';
import type { Message } from './message.store.ts';

/** Six handsets, each with its newest eight texts. */
export function handsetsWall(messages: readonly Message[]): string {
  const phones = [...Map.groupBy(messages, (m) => m.phone)].slice(0, 6);
  const inside =
    phones.length === 0
      ? '<p class="none">还没有短信</p>'
      : phones.map(([phone, got]) => handset(phone, got)).join('');
  return wallPage('短信', browserFile(import.meta.url, 'wall.css'), `<main>${inside}</main>`);
}

const handset = (phone: string, got: readonly Message[]): string => markup`
  <section class="p">
    <h4>${phone.slice(0, 3)}****${phone.slice(7)}</h4>
    ${got.slice(-8).toReversed().map(bubble)}
  </section>
`;

function bubble({ text, at }: Message): string {
  const time = new Date(at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' });
  return `<div class="m">${escapeHtml(text)}<small>${time}</small></div>`;
}
