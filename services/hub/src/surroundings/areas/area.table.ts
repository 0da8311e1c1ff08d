import { divisionCode, divisionStem, type DivisionCode } from '@towncrier/contracts';
import { z } from 'zod';

export const area = z
  .strictObject({ code: divisionCode, name: z.string().trim().min(1).max(60) })
  .meta({ id: 'Area' });
export type Area = z.infer<typeof area>;

/** A county's own table of divisions, e.g. `<data>/areas.json`. */
export const areaFile = z
  .strictObject({ note: z.string(), areas: z.array(area).min(1).max(20_000) })
  .refine(({ areas }) => new Set(areas.map((a) => a.code)).size === areas.length, {
    message: 'a code stands there twice',
    path: ['areas'],
  });

/** Digits that name a village, township, county, prefecture, province. */
const levels = [12, 9, 6, 4, 2] as const;

/** The divisions of a county by their codes (统计用区划代码). */
export class AreaTable {
  private readonly names: ReadonlyMap<DivisionCode, string>;
  private readonly byStem: ReadonlyMap<string, DivisionCode>;

  constructor(readonly areas: readonly Area[]) {
    this.names = new Map(areas.map(({ code, name }) => [code, name]));
    this.byStem = new Map(areas.map(({ code }) => [divisionStem(code), code]));
  }

  has(code: string): boolean {
    return this.names.has(code);
  }

  nameOf(code: string): string {
    return this.names.get(code) ?? code;
  }

  /** Codes that no division has, each once. */
  unknownIn(codes: readonly string[]): readonly string[] {
    return [...new Set(codes)].filter((code) => !this.has(code));
  }

  /** The smallest division around another one; null for the outermost. */
  parentOf(code: DivisionCode): DivisionCode | null {
    const own = divisionStem(code);
    const around = levels.filter((length) => length < own.length).map((length) => own.slice(0, length));
    return around.map((stem) => this.byStem.get(stem)).find((found) => found !== undefined) ?? null;
  }
}
