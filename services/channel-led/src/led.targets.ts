import type { DeclaredKind, SeedTarget, TargetDeclaration } from '@towncrier/channel-kit';
import { z } from 'zod';
import { isTwin, type LedSettings } from './settings.ts';

const size = {
  width: z.int().min(64).max(7680).meta({ title: '宽（点）', description: '条屏的点数，全彩屏的像素' }),
  height: z.int().min(16).max(4320).meta({ title: '高（点）', description: '条屏的点数，全彩屏的像素' }),
  cell: z
    .literal([16, 32, 48, 64])
    .default(16)
    .meta({ title: '字高（点）', description: '条屏上一个字的点数' }),
};

/** From where a full-colour screen is looked at; without both a code stands on it wherever there is room. */
const viewed = {
  pitch: z
    .number()
    .positive()
    .max(50)
    .optional()
    .meta({ title: '点间距（毫米）', description: '如 P2.5 填 2.5；与观看距离一起决定是否放二维码' }),
  distance: z
    .number()
    .positive()
    .max(500)
    .optional()
    .meta({ title: '观看距离（米）', description: '最近的观众离屏多远；超过码宽的十倍不放二维码' }),
};

const common = { measure: '块屏', choice: 'place', catchesUp: true, secrets: [] } as const;

const strip: DeclaredKind = {
  id: 'strip',
  title: '条屏',
  ...common,
  facts: z.strictObject(size).refine(({ width, height, cell }) => width >= 12 * cell && height >= cell, {
    path: ['width'],
    error: '条屏至少要容下一行十二个字',
  }),
};
const screen: DeclaredKind = {
  id: 'screen',
  title: '全彩屏',
  ...common,
  facts: z.strictObject({ ...size, ...viewed }),
};

/** Screens come and fetch: one playlist is for all of them, and a new one shows what is in force. */
export const targets: TargetDeclaration<LedSettings> = {
  kinds: [strip, screen],
  calls: 'together',
  seed: (settings) => (isTwin(settings) ? demonstration : []),
};

const usual = {
  groups: [],
  position: null,
  hours: { from: '06:30', to: '22:00' },
  takes: 'everybody',
  state: { is: 'active' },
} satisfies Partial<SeedTarget>;
const smallStrip = { width: 384, height: 64, cell: 16 };

/** Four screens of three shapes. */
const demonstration: readonly SeedTarget[] = [
  {
    ...usual,
    id: 'strip-station',
    title: '客运站条屏',
    kind: 'strip',
    owner: 'kysrmzf',
    area: '532502001000',
    venue: 'coach-station',
    facts: smallStrip,
  },
  {
    ...usual,
    id: 'screen-hall',
    position: { longitude: 103.2668, latitude: 23.7142 },
    title: '政务大厅屏',
    kind: 'screen',
    owner: 'kys-zwfwj',
    area: '532502001000',
    venue: 'service-centre',
    facts: { width: 1920, height: 1080, cell: 16 },
  },
  {
    ...usual,
    id: 'strip-lingquan',
    position: { longitude: 103.275, latitude: 23.7105 },
    title: '灵泉街道条屏',
    kind: 'strip',
    owner: 'kys-lq',
    area: '532502002001',
    venue: 'community',
    facts: smallStrip,
  },
  {
    ...usual,
    id: 'screen-xiaolongtan',
    position: { longitude: 103.19, latitude: 23.79 },
    title: '小龙潭镇竖屏',
    kind: 'screen',
    owner: 'kys-xlt',
    area: '532502102000',
    venue: 'square',
    facts: { width: 1080, height: 1920, cell: 16 },
  },
];
