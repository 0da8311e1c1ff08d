import type { EditionView } from '../api/hub.types.ts';
import { when } from '../frame/time.ts';

export function scheduleInWords({ publishAt, embargoUntil, expiresAt }: EditionView['schedule']): string {
  const words = [
    publishAt === null ? '' : `${when(publishAt)} 发布`,
    embargoUntil === null ? '' : `${when(embargoUntil)} 解禁`,
    expiresAt === null ? '' : `${when(expiresAt)} 失效`,
  ];
  return words.filter((w) => w !== '').join('；') || '—';
}
