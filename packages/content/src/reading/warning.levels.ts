import type { WarningLevel } from '@towncrier/contracts';

/**
 * The four levels of a warning as data, in one place: whoever shows a level, in words, colour or sign, reads it
 * here. The law and the rules give colours by name; `paper` and `ink` are sRGB values of the house for screens and
 * paper, chosen so that words are read at a contrast of at least 4.5 (WCAG 2.2, 1.4.3).
 */
export interface LevelWords {
  /** As the law counts and names it. */
  readonly name: string;
  /** In titles: 红色预警. */
  readonly short: string;
  /** On a sign, Chinese and English. Empty where no level was given. */
  readonly colour: { readonly zh: string; readonly en: string };
  readonly paper: string;
  readonly ink: string;
}

export const levelSources = {
  levels: '《突发事件应对法》（2024年修订）第六十三条：一级最高，依次用红、橙、黄、蓝标示',
  signs:
    '《气象灾害预警信号发布与传播办法》（中国气象局令第16号，2007年）及附件：名称、图标、级别；GB/T 27962-2011',
} as const;

export const warningLevels: Readonly<Record<WarningLevel, LevelWords>> = {
  red: {
    name: '一级（红色）',
    short: '红色预警',
    colour: { zh: '红', en: 'RED' },
    paper: '#c00000',
    ink: '#ffffff',
  },
  orange: {
    name: '二级（橙色）',
    short: '橙色预警',
    colour: { zh: '橙', en: 'ORANGE' },
    paper: '#ff8c00',
    ink: '#000000',
  },
  yellow: {
    name: '三级（黄色）',
    short: '黄色预警',
    colour: { zh: '黄', en: 'YELLOW' },
    paper: '#ffd400',
    ink: '#000000',
  },
  blue: {
    name: '四级（蓝色）',
    short: '蓝色预警',
    colour: { zh: '蓝', en: 'BLUE' },
    paper: '#0050b3',
    ink: '#ffffff',
  },
  unrated: {
    name: '未定级',
    short: '预警',
    colour: { zh: '', en: '' },
    paper: '#d9d9d9',
    ink: '#000000',
  },
};

/** Highest first; what was given no level comes last. */
export const levelOrder: readonly WarningLevel[] = ['red', 'orange', 'yellow', 'blue', 'unrated'];

/** The fourteen kinds of weather that order 16 has signals for, with the English words of a sign. */
export const weatherHazards: Readonly<Record<string, string>> = {
  台风: 'TYPHOON',
  暴雨: 'RAINSTORM',
  暴雪: 'SNOWSTORM',
  寒潮: 'COLD WAVE',
  大风: 'GALE',
  沙尘暴: 'SANDSTORM',
  高温: 'HEAT WAVE',
  干旱: 'DROUGHT',
  雷电: 'LIGHTNING',
  冰雹: 'HAIL',
  霜冻: 'FROST',
  大雾: 'HEAVY FOG',
  霾: 'HAZE',
  道路结冰: 'ROAD ICING',
};
