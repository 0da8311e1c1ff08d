/** Width of a code with its quiet zone, as a share of the shorter side of the screen. */
export const codeShare = 260 / 1080;

/** Of what people stand before; null where the register does not say. */
export interface Standing {
  /** Between two points of the screen, in mm. */
  readonly pitch: number | null;
  /** From which the nearest people look at it, in m. */
  readonly distance: number | null;
}

/**
 * A code is read from up to ten times its width: a rule of the trade (10:1), not of ISO/IEC 18004. Of a code with 41
 * modules, quiet zone included, a module is then 1/410 of the distance: 2.4 mm for each metre.
 */
const timesItsWidth = 10;

/**
 * Whether a code of so many points is read from where people stand. Where nobody said how far that is, it is taken
 * for a screen in a hall, which people walk up to.
 * @param points width of the code with its quiet zone
 */
export function codeIsReadable(points: number, { pitch, distance }: Standing): boolean {
  if (pitch === null || distance === null) return true;
  return (points * pitch * timesItsWidth) / 1000 >= distance;
}
