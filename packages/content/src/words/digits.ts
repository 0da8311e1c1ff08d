/** Full-width figures, colons and dashes as their narrow forms, for reading numbers; every place stays the same. */
export const narrowed = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/gu, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0));
