import { isNeeded } from '@towncrier/content';
import type { Finding } from '../../http/problem.ts';
import type { KnownChannel } from './known.channel.ts';
import { messagesOf } from './unaccepted.ts';
import type { Omitted } from './shown.rendition.ts';

/**
 * What readers of a channel do not find, one finding a channel: as it was seen at the submission. Sentences
 * that a short text sums up are none.
 */
export const omissionFindings = (
  omitted: Omitted,
  known: readonly KnownChannel[],
  accepted: readonly string[],
): readonly Finding[] =>
  Object.entries(omitted).flatMap(([id, all]): Finding[] => {
    const missing = all.filter(isNeeded);
    if (missing.length === 0) return [];
    const title = known.find((channel) => channel.id === id)?.doc.announced.title ?? id;
    return [
      {
        rule: 'channel-omits',
        severity: 'advise',
        field: 'channels',
        message: `“${title}”的读者看不到：${messagesOf(missing).join('；')}。`,
        remedy: `${accepted.includes(id) ? '编辑送审时已确认。' : ''}如不合适，请写明摘要或要素，使这一渠道也说清楚；或者不选这一渠道。全文见链接。`,
        source: '各渠道稿',
      },
    ];
  });
