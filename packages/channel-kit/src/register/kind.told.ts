import type { TargetKind } from '@towncrier/contracts';
import { z } from 'zod';
import type { DeclaredKind } from './target.declaration.ts';

const fact = z.looseObject({ title: z.string().optional() });
const jsonSchema = z.looseObject({ properties: z.record(z.string(), fact).default({}) });

/**
 * A kind as the channel tells of it. The JSON Schema says what is to be written (what has a default may be
 * left out); `x-secrets` beside its `properties` holds name, title and `required` of each secret.
 */
export function toldKind(kind: DeclaredKind): TargetKind {
  const { facts, secrets, id, title, measure, choice, catchesUp } = kind;
  const schema = z.record(z.string(), z.json()).parse(z.toJSONSchema(facts, { io: 'input' }));
  return {
    id,
    title,
    measure,
    choice,
    catchesUp,
    facts: {
      ...schema,
      'x-secrets': secrets.map(({ name, title: as, required }) => ({ name, title: as, required })),
    },
    secrets: secrets.map(({ name }) => name),
  };
}

/** Titles of the facts by their names; a fact without one goes by its name. */
export function factTitles(kind: TargetKind): ReadonlyMap<string, string> {
  const { properties } = jsonSchema.parse(kind.facts);
  return new Map(Object.entries(properties).map(([name, { title }]) => [name, title ?? name]));
}
