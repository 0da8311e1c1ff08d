import type { WarningFacts, WarningLevel } from '@towncrier/contracts';
import { cutAtWord } from '../words/cut.ts';

export interface LevelWords {
  /** As the law counts and names it. */
  readonly name: string;
  /** In titles: 红色预警. */
  readonly short: string;
  /** For a screen (sRGB): paper and ink, at a contrast of at least 4.5. */
  readonly paper: string;
  readonly ink: string;
}

/**
 * The four levels of a warning. Order, names and colours: 突发事件应对法 (2024) art. 63 (一级最高，依次红、橙、黄、
 * 蓝). The law gives colours by name; the values for screens are the house's own.
 */
export const warningLevels: Readonly<Record<WarningLevel, LevelWords>> = {
  red: { name: '一级（红色）', short: '红色预警', paper: '#c00000', ink: '#ffffff' },
  orange: { name: '二级（橙色）', short: '橙色预警', paper: '#ff8c00', ink: '#000000' },
  yellow: { name: '三级（黄色）', short: '黄色预警', paper: '#ffd400', ink: '#000000' },
  blue: { name: '四级（蓝色）', short: '蓝色预警', paper: '#0050b3', ink: '#ffffff' },
  unrated: { name: '未定级', short: '预警', paper: '#d9d9d9', ink: '#000000' },
};

/** Highest first; what was given no level comes last. */
export const levelOrder: readonly WarningLevel[] = ['red', 'orange', 'yellow', 'blue', 'unrated'];

/** The fewest characters (UTF-16 units) of an area that still tell where. */
const areaLeast = 4;

/**
 * Event, level and area in at most `max` UTF-16 units (at least 10): 暴雨红色预警（灵泉街道）. The area gives way
 * first, then the event.
 */
export function warningTitle({ event, level, area }: WarningFacts, max: number): string {
  const { short } = warningLevels[level];
  const bare = event.replace(/(?:[红橙黄蓝]色)?预警(?:信号)?$/u, '');
  const what = bare === '' ? event : bare;
  const head = `${what}${short}`;
  if (head.length > max) return `${cutAtWord(what, max - short.length)}${short}`;
  const room = max - head.length - 2;
  if (area.length <= room) return `${head}（${area}）`;
  const part = room < areaLeast ? '' : cutAtWord(area, room);
  return part === '' ? head : `${head}（${part}）`;
}
