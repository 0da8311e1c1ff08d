/** Columns a text takes in a terminal: Chinese characters take two. @param {string} text */
export const widthOf = (text) =>
  [...text].reduce(
    (sum, c) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u.test(
        c,
      )
        ? 2
        : 1),
    0,
  );

/** Rows with aligned columns, two blanks apart. @param {readonly (readonly string[])[]} rows */
export function table(rows, indent = '  ') {
  const widths = rows.reduce(
    (/** @type {number[]} */ all, row) => row.map((cell, i) => Math.max(all[i] ?? 0, widthOf(cell))),
    [],
  );
  return rows
    .map(
      (row) =>
        indent +
        row
          .map((cell, i) =>
            i === row.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell)),
          )
          .join('  ')
          .trimEnd(),
    )
    .join('\n');
}
