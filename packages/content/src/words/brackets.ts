/** Without ‘ ’: the second is an apostrophe, too. */
const closing = new Map([
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['〈', '〉'],
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['【', '】'],
  ['〔', '〕'],
  ['[', ']'],
]);

/** Where brackets stand open at the end: the place of each, in UTF-16 units. */
export function openBrackets(text: string): readonly number[] {
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (closing.has(character)) open.push(at);
    else if (character === closing.get(text.charAt(open.at(-1) ?? -1))) open.pop();
  }
  return open;
}

/** Every bracket has its other half. */
export function bracketsClose(text: string): boolean {
  const count = (marks: readonly string[]): number =>
    Array.from(text).filter((character) => marks.includes(character)).length;
  return openBrackets(text).length === 0 && count([...closing.keys()]) === count([...closing.values()]);
}
