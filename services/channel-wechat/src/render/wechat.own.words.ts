import { type Bound, type Finding, ownField, ownWordsIn, writtenFor } from '@towncrier/content';
import type { Edition } from '@towncrier/contracts';
import type { WechatProfile } from './wechat.profile.ts';

/** The parts that an editor may write for the account alone. */
export const ownTitle = { channel: 'wechat', part: 'title' };
export const ownDigest = { channel: 'wechat', part: 'digest' };

export const writtenOver = (edition: Edition, own: typeof ownTitle, { max }: Bound): string | null =>
  ownWordsIn(edition, { ...own, fits: (words) => words.length <= max });

/** What of it has no room. What is urgent follows the main text then. */
export function checkOwnWords(edition: Edition, { title, digest }: WechatProfile): readonly Finding[] {
  if (edition.urgent === true) return [];
  const all = [
    { own: ownTitle, name: '标题', max: title.max },
    { own: ownDigest, name: '摘要', max: digest.max },
  ];
  return all.flatMap(({ own, name, max }) => {
    const { length = 0 } = writtenFor(edition.content, own.channel, own.part) ?? '';
    if (length <= max) return [];
    const message = `改写的微信${name}有 ${length} 字，最多 ${max} 字。`;
    return [{ field: ownField(own), message, remedy: `请删去至少 ${length - max} 字，或恢复继承。` }];
  });
}
