import type { WarningFacts } from '@towncrier/contracts';
import { cutAtWord } from '../words/cut.ts';
import { warningLevels } from './warning.levels.ts';

/** The fewest characters (UTF-16 units) of an area that still tell where. */
const areaLeast = 4;

/**
 * Event, level and area in at most `max` UTF-16 units (at least 10): 暴雨红色预警（灵泉街道）. The area gives way
 * first, then the event.
 */
export function warningTitle({ event, level, area }: WarningFacts, max: number): string {
  const { short } = warningLevels[level];
  const what = hazardOf(event);
  const head = `${what}${short}`;
  if (head.length > max) return `${cutAtWord(what, max - short.length)}${short}`;
  const room = max - head.length - 2;
  if (area.length <= room) return `${head}（${area}）`;
  const part = room < areaLeast ? '' : cutAtWord(area, room);
  return part === '' ? head : `${head}（${part}）`;
}

/** What it warns of, without the words of level and warning: 雷电黄色预警信号 → 雷电. */
export function hazardOf(event: string): string {
  const bare = event.replace(/(?:[红橙黄蓝]色)?预警(?:信号)?$/u, '');
  return bare === '' ? event : bare;
}
