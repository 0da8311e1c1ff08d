import { divisionStem } from '@towncrier/contracts';
import { instantInWords, warningLevels, warningTitle } from '@towncrier/content';
import { z } from 'zod';
import { ratedLevels, type WarningChoice } from '../../publications/warning.choice.ts';
import { warningFactsOf } from '../../publications/warning.form.ts';
import type { Area } from '../areas/area.table.ts';
import type { WarningDraft } from './warning.draft.ts';
import { hazards } from './warning.hazards.ts';

/** A warning as the duty officer chose it; what is absent is as usual for its hazard. */
export const ownWarningRequest = z
  .strictObject({
    hazard: z.string().min(1).max(60),
    level: z.enum(ratedLevels),
    area: z.string().regex(/^\d{12}$/),
    hours: z.int().positive().max(240).optional().meta({ description: 'From now on' }),
    measures: z.string().trim().min(1).max(2000).optional(),
  })
  .meta({ id: 'OwnWarning' });
export type OwnWarningRequest = z.infer<typeof ownWarningRequest>;

/** Digits that name a county and a township. */
const [county, township] = [6, 9];
const hourMs = 3_600_000;
const titleMost = 200;

/** The whole county first, then its towns. */
export const warnable = (areas: readonly Area[]): readonly Area[] =>
  [county, township].flatMap((length) => areas.filter(({ code }) => divisionStem(code).length === length));

export interface Surroundings {
  readonly areas: readonly Area[];
  readonly issuer: string;
  readonly now: Date;
}

export interface OwnWarning {
  readonly draft: WarningDraft;
  readonly chosen: WarningChoice;
}

/** The words of a warning out of what was chosen; null where hazard or area is none that there is. */
export function ownWarning(of: OwnWarningRequest, { areas, issuer, now }: Surroundings): OwnWarning | null {
  const hazard = hazards.find(({ name }) => name === of.hazard);
  const places = warnable(areas);
  const area = places.find(({ code }) => code === of.area)?.name;
  if (hazard === undefined || area === undefined) return null;
  const level = warningLevels[of.level].name;
  const ends = new Date(now.getTime() + (of.hours ?? hazard.hours) * hourMs).toISOString();
  const since = instantInWords(now.toISOString());
  const matters = `${area}${hazard.name}${warningLevels[of.level].short}，自${since}起，至${instantInWords(ends)}止。`;
  const measures = of.measures ?? hazard.measures[of.level];
  return {
    draft: {
      format: 'text',
      source: `${matters}\n\n${measures}`,
      title: warningTitle(warningFactsOf(of.level, hazard.name, area), titleMost),
      header: { issuer },
      lane: 'urgent',
      drill: false,
      schedule: { expiresAt: ends },
      matter: {
        type: 'warning',
        column: 'yjyj',
        item: null,
        fields: {
          category: hazard.name,
          level,
          area,
          matters,
          measures,
          issuer,
          startsAt: since,
          issuedAt: since,
        },
      },
    },
    chosen: { level, area, areas: places.map(({ name }) => name) },
  };
}
