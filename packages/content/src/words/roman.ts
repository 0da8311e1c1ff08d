const steps = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** 14 → XIV. Above 3,999 there are only more M. */
export function roman(n: number): string {
  let [rest, written] = [n, ''];
  for (const [value, sign] of steps) for (; rest >= value; rest -= value) written += sign;
  return written;
}
