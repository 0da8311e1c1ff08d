import { Refused } from '../api/refused.ts';

/** A field of the form and what the hub or the channel says of it. */
export interface FieldFault {
  readonly name: (string | number)[];
  readonly errors: string[];
}

/**
 * What was refused, each at its field. What stands in no field of the form is left out: the page tells the
 * refusal as a whole.
 * @param fields the names of the fields that are shown
 */
export function faultsIn(error: unknown, fields: readonly (readonly (string | number)[])[]): FieldFault[] {
  if (!(error instanceof Refused)) return [];
  const { rows = [], fields: wrong = [] } = error.problem;
  const said = [
    ...rows.map(({ field = '', message, remedy }) => ({ field, words: `${message}；${remedy}` })),
    ...wrong.map(({ field, message }) => ({ field, words: message })),
  ];
  const known = fields.map((path) => ({ path, name: path.join('.') }));
  const placed = said.flatMap(({ field, words }) => {
    const place =
      known.find(({ name }) => name === field || field.startsWith(`${name}.`)) ??
      // of two fields that belong together, the first one stands for both
      known.find(({ name }) => name.startsWith(`${field}.`) && field !== '');
    return place === undefined ? [] : [{ place, words }];
  });
  return [...Map.groupBy(placed, ({ place }) => place)].map(([{ path }, faults]) => ({
    name: [...path],
    errors: faults.map(({ words }) => words),
  }));
}
