/** A cell by its row and column, counted from 0. */
export interface Address {
  readonly row: number;
  readonly column: number;
}

/** `C5`; null for what is none. */
export function addressOf(reference: string): Address | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/iu.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  const column = [...letters.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

/** 0 → A, 27 → AB. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : lettersOf(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

export interface Area {
  readonly from: Address;
  readonly to: Address;
}

/** `A1:C3`; null for what is none. */
export function areaOf(reference: string): Area | null {
  const [first = '', last = first] = reference.split(':');
  const [from, to] = [addressOf(first), addressOf(last)];
  return from === null || to === null ? null : { from, to };
}
