import { parseSync, Visitor, type Function as FunctionNode, type ArrowFunctionExpression } from 'oxc-parser';

/** One function, arrow function or method of a source text, however deep it stands. */
export interface FunctionLength {
  /** Line on which it begins, from 1. */
  readonly line: number;
  /** Lines from its first to its last, both counted. */
  readonly lines: number;
}

/** Every function of a text. @throws Error when the text cannot be parsed */
export function functionLengths(path: string, text: string): readonly FunctionLength[] {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const lineAt = lineFinder(text);
  const found: FunctionLength[] = [];
  const add = ({ start, end }: FunctionNode | ArrowFunctionExpression): void => {
    found.push({ line: lineAt(start), lines: lineAt(end) - lineAt(start) + 1 });
  };
  new Visitor({ FunctionDeclaration: add, FunctionExpression: add, ArrowFunctionExpression: add }).visit(
    program,
  );
  return found;
}

/** Line (from 1) of an offset in UTF-16 units. */
function lineFinder(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}
