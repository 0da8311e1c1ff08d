import type { WarningLevel } from '@towncrier/contracts';
import { z } from 'zod';

/** The levels that a person may give; what has none is not warned of. */
export const ratedLevels = ['red', 'orange', 'yellow', 'blue'] as const satisfies readonly WarningLevel[];

/** Level and area as they were chosen in the warning form, and the areas that were there to choose from, by name. */
export const warningChoice = z.object({
  level: z.string().max(40),
  area: z.string().max(60),
  areas: z.array(z.string().max(60)).min(1),
});
export type WarningChoice = Readonly<Omit<z.infer<typeof warningChoice>, 'areas'>> & {
  readonly areas: readonly string[];
};

/** What the second person chose. */
export interface ChosenAgain {
  readonly level?: string | undefined;
  readonly area?: string | undefined;
}

/** Why a warning may not go out with what was chosen the second time, in words; null when both chose the same. */
export function differenceOf(asked: WarningChoice | undefined, again: ChosenAgain): string | null {
  if (asked === undefined) return null;
  if (again.level === undefined || again.area === undefined)
    return '这条预警由预警表单申请，确认人须重新选择级别和范围；请刷新页面后再确认';
  if (again.level === asked.level && again.area === asked.area) return null;
  return (
    `申请的是“${asked.area}、${asked.level}”，您选的是“${again.area}、${again.level}”，没有发出；` +
    '请与申请人电话核实：申请无误的，重新选择后确认；申请有误的，由申请人另行申请'
  );
}
