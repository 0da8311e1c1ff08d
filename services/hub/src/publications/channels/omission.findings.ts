import { isNeeded } from '@towncrier/content';
import type { Finding } from '../../http/problem.ts';
import type { KnownChannel } from './known.channel.ts';
import type { Omitted } from './shown.rendition.ts';

/**
 * What readers of a channel do not find, one finding a channel: as it was seen at the submission. Sentences
 * that a short text sums up are none.
 */
export const omissionFindings = (omitted: Omitted, known: readonly KnownChannel[]): readonly Finding[] =>
  Object.entries(omitted).flatMap(([id, all]): Finding[] => {
    const missing = all.filter(isNeeded);
    if (missing.length === 0) return [];
    const title = known.find((channel) => channel.id === id)?.doc.announced.title ?? id;
    const words = missing.map(({ where, message }) => (where === '' ? message : `${where}${message}`));
    return [
      {
        rule: 'channel-omits',
        severity: 'advise',
        field: 'channels',
        message: `“${title}”的读者看不到：${[...new Set(words)].join('；')}。`,
        remedy: '请写明摘要或要点，使这一渠道也说清楚；或者不选这一渠道。全文见链接。',
        source: '各渠道稿',
      },
    ];
  });
