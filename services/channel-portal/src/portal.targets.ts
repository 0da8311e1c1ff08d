import type { DeclaredKind, SeedTarget, TargetDeclaration } from '@towncrier/channel-kit';
import type { VenueKind } from '@towncrier/contracts';
import { z } from 'zod';
import { isTwin, type PortalSettings } from './settings.ts';

/** A gateway id as the gateway sends it (gw_id, nasid …). */
const gateway = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{1,39}$/);
const facts = z.strictObject({
  gateways: z
    .array(gateway)
    .min(1)
    .max(50)
    .meta({ title: '网关编号', description: '网关上报的编号（gw_id、nasid），每个只属于一个场所' }),
});
export const gatewaysOf = (of: unknown): readonly string[] => facts.parse(of).gateways;

const venue: DeclaredKind = {
  id: 'venue',
  title: 'Wi-Fi 场所',
  measure: '个场所',
  choice: 'place',
  catchesUp: true,
  facts,
  unique: ['gateways'],
  secrets: [],
};

/** Phones come and fetch the page: a card on the shelf is for all venues at once. */
export const targets: TargetDeclaration<PortalSettings> = {
  kinds: [venue],
  calls: 'together',
  seed: (settings) => (isTwin(settings) ? demonstration : []),
};

const seeded = (
  id: string,
  title: string,
  where: { readonly owner: string; readonly area: string; readonly venue: VenueKind },
): SeedTarget => ({
  id,
  title,
  kind: 'venue',
  ...where,
  groups: [],
  position: null,
  hours: null,
  takes: 'everybody',
  state: { is: 'active' },
  facts: { gateways: [id] },
});

const [lebaidao, lingquan, xiaolongtan] = ['532502001000', '532502002001', '532502102000'] as const;
const demonstration: readonly SeedTarget[] = [
  seeded('bus-station-1', '汽车客运站', { owner: 'kys-jtj', area: lebaidao, venue: 'coach-station' }),
  seeded('library-1', '市图书馆', { owner: 'kys-wlj', area: lebaidao, venue: 'library' }),
  seeded('service-hall-1', '政务服务大厅', { owner: 'kys-zwfwj', area: lebaidao, venue: 'service-centre' }),
  seeded('market-1', '灵泉农贸市场', { owner: 'kys-lq', area: lingquan, venue: 'market' }),
  seeded('hospital-1', '市人民医院', { owner: 'kys-wjj', area: lebaidao, venue: 'hospital' }),
  seeded('safety-station-1', '小龙潭平安小站', {
    owner: 'kys-xlt',
    area: xiaolongtan,
    venue: 'safety-station',
  }),
];
