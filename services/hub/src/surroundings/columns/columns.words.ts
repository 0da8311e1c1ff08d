import type { z } from 'zod';
import type { freshness } from './columns.documents.ts';

/** How often something new has to stand in a column, in words. */
export const freshnessTitles: Readonly<Record<z.infer<typeof freshness>, string>> = {
  F14: '14 天内更新',
  F60: '60 天内更新',
  F90: '90 天内更新',
  F180: '180 天内更新',
  F365: '365 天内更新',
  FEVT: '有事即发',
  FCAL: '按日程发布',
};
