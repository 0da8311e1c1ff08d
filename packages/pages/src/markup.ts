/**
 * Tag for HTML that is laid out over lines: a line break and the indentation after it are layout and vanish
 * beside a tag or a value, and are one space inside a tag. Values go in as they are: escape words first; a
 * list is written one after the other, without commas.
 */
export function markup(
  parts: TemplateStringsArray,
  ...values: (string | number | readonly string[])[]
): string {
  return parts.reduce((page, part, i) => {
    const value = values[i] ?? '';
    return page + unfolded(part) + (typeof value === 'object' ? value.join('') : String(value));
  }, '');
}

const unfolded = (part: string): string =>
  part.replace(/\n\s*/g, (gap, at: number) => {
    const before = part.at(at - 1);
    const after = part[at + gap.length];
    return at === 0 || before === '>' || after === undefined || after === '<' ? '' : ' ';
  });
