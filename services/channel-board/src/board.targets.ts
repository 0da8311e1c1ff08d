import type { DeclaredKind, SeedTarget, TargetDeclaration } from '@towncrier/channel-kit';
import type { VenueKind } from '@towncrier/contracts';
import { z } from 'zod';
import type { Paper } from './poster/poster.ts';
import { isTwin, type BoardSettings } from './settings.ts';

const facts = z.strictObject({
  paper: z.enum(['A3', 'A4']).meta({ title: '纸张', description: '这块公示栏张贴多大的纸' }),
});
export const paperOf = (of: unknown): Paper => facts.parse(of).paper;

const board: DeclaredKind = {
  id: 'board',
  title: '公示栏',
  measure: '块公示栏',
  choice: 'place',
  catchesUp: true,
  facts,
  secrets: [],
};

/** One sheet is made for all boards with the same paper; people print and post it. */
export const targets: TargetDeclaration<BoardSettings> = {
  kinds: [board],
  calls: 'together',
  seed: (settings) => (isTwin(settings) ? demonstration : []),
};

const seeded = (
  id: string,
  title: string,
  paper: Paper,
  where: { readonly owner: string; readonly area: string; readonly venue: VenueKind },
): SeedTarget => ({
  id,
  title,
  kind: 'board',
  ...where,
  groups: [],
  position: null,
  hours: null,
  takes: 'everybody',
  state: { is: 'active' },
  facts: { paper },
});

const village = 'village-committee';
const demonstration: readonly SeedTarget[] = [
  seeded('B001', '灵泉街道公示栏', 'A3', { owner: 'kys-lq', area: '532502002000', venue: 'community' }),
  seeded('B002', '小龙潭镇公示栏', 'A4', { owner: 'kys-xlt', area: '532502102000', venue: 'office' }),
  seeded('B003', '乐白道街道公示栏', 'A3', { owner: 'kys-lbd', area: '532502001000', venue: 'community' }),
  seeded('B004', '中和营镇公示栏', 'A4', { owner: 'kys-zhy', area: '532502101000', venue: 'office' }),
  seeded('B005', '羊街乡公示栏', 'A4', { owner: 'kys-yj', area: '532502202000', venue: 'office' }),
  seeded('B006', '大庄回族乡公示栏', 'A4', { owner: 'kys-dz', area: '532502201000', venue: 'office' }),
  seeded('B007', '碑格乡公示栏', 'A4', { owner: 'kys-bg', area: '532502203000', venue: 'office' }),
  seeded('B008', '灵泉街道第1村公示栏', 'A4', { owner: 'kys-lq-01', area: '532502002001', venue: village }),
];
